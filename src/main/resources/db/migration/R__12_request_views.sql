-- The convention that is alive for a booking: what the booking room may know of the documents.
create or replace view booking_convention as
select booking_id, number, state from document where kind = 'CONVENTION' and state <> 'VOID';
grant select on booking_convention to ${service_role};

-- Whose deadline it is, by the name that people know: what the deadline room may know of bookings.
create or replace view deadline_subject as
select 'BOOKING' as subject, id as subject_id, reference as name from booking;
grant select on deadline_subject to ${service_role};
-- The requests for a whole site: who gets the rows of a space that is added to it.
create or replace view booking_whole_site as
select id as booking_id, site_id from booking where whole_site;
grant select on booking_whole_site to ${service_role};
