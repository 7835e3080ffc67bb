-- What the API was sent under a creation key; null for a draft that a page began, or that is older than this column.
alter table booking add column creation_hash bytea constraint booking_creation_hash check (length(creation_hash) = 32);
