-- The convention that is alive for a booking: what the booking room may know of the documents.
create or replace view booking_convention as
select booking_id, number, state from document where kind = 'CONVENTION' and state <> 'VOID';
grant select on booking_convention to ${service_role};
