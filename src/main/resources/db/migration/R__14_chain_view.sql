-- Every line of every chain as it is stored, and every booking that has none: what a check reads.
create or replace view booking_chain as
select coalesce(e.booking_id, b.id) as booking_id, b.reference, b.status, e.id as event_id, e.seq, e.kind, e.from_status, e.to_status, e.account_id,
       e.occurred_at, e.detail_hash, e.previous_hash, e.hash, d.salt, cast(d.content as text) as content
  from booking_event e
  left join event_detail d on d.event_id = e.id
  full join booking b on b.id = e.booking_id;
grant select on booking_chain to ${service_role};
