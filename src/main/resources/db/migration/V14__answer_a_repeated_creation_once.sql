-- What a creation answered, for a day, so that whoever sends it again gets the same answer and makes nothing new.
create table creation_answer (
  account_id bigint not null references account,
  key uuid not null,
  request_hash bytea not null constraint creation_answer_hash check (octet_length(request_hash) = 32),
  begun_at timestamptz not null,
  status integer constraint creation_answer_status check (status between 200 and 299),
  location text constraint creation_answer_location check (length(location) between 1 and 500),
  etag text constraint creation_answer_etag check (length(etag) between 1 and 200),
  body text constraint creation_answer_body check (octet_length(body) <= 1000000),
  constraint creation_answer_pkey primary key (account_id, key),
  constraint creation_answer_told check (status is not null or location is null and etag is null and body is null)
);
create index creation_answer_begun on creation_answer (begun_at);
