-- In how many days the requests on a site get their decision, counted in Europe/Paris; said from five decisions on, since fewer
-- would tell of single requests. The first decision counts, whatever came of it later.
create or replace view public_answer_time as
select b.site_id, count(*)::int as decisions,
       percentile_disc(0.5) within group (order by (decided.at at time zone 'Europe/Paris')::date - (asked.at at time zone 'Europe/Paris')::date)::int as median_days
  from booking b
 cross join lateral (select min(e.occurred_at) as at from booking_event e where e.booking_id = b.id and e.from_status = 'DRAFT' and e.to_status = 'SUBMITTED') asked
 cross join lateral (select min(e.occurred_at) as at from booking_event e where e.booking_id = b.id and e.from_status = 'IN_REVIEW' and e.to_status in ('APPROVED', 'REFUSED')) decided
 where asked.at is not null and decided.at is not null and exists (select from public_site s where s.id = b.site_id)
 group by b.site_id having count(*) >= 5;
grant select on public_answer_time to ${service_role};
