-- What a public calendar tells: when a space is taken or closed, under a name that is the same when the stretch has moved, and says nothing.
create or replace view public_feed as
select t.site_id, t.space_id, t.space, t.position, t.kind, t.during, t.hold_until, t.cause,
       encode(sha256(convert_to(concat_ws('/', 'terrain', t.space_id, t.source, t.ordinal), 'UTF8')), 'hex') as name
  from (select p.site_id, o.space_id, p.name as space, p.position, o.kind, o.during, o.hold_until, c.cause, o.source,
               row_number() over (partition by o.space_id, o.source order by lower(o.during), lower(o.lanes), o.kind) as ordinal
          from (select *, coalesce('booking ' || booking_id, 'closure ' || closure_id) as source from occupation) o
          join space p on p.id = o.space_id
          join site s on s.id = p.site_id and s.state = 'PUBLISHED'
          left join closure c on c.id = o.closure_id) t;
grant select on public_feed to ${service_role};
