-- What stands of each entry of the census: the last decision, or the site that came of it before decisions were written.
create or replace view census_standing as
select e.id, coalesce(d.state, case when s.id is null then 'TO_DO' else 'CONFIRMED' end) as state, coalesce(d.seq, 0) as seq,
       coalesce(d.site_id, s.id) as site_id, d.merged_into, d.reason, a.name as decided_by, d.decided_at
  from census_entry e
  left join lateral (select * from census_decision where census_entry_id = e.id order by seq desc limit 1) d on true
  left join site s on s.census_entry_id = e.id
  left join account a on a.id = d.account_id
 where e.withdrawn_at is null;

-- Which spaces somebody asked for or closed, ever: such a space keeps its row.
create or replace view mentioned_space as
select space_id from booking_space union select space_id from closure;
