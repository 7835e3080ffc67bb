-- Who stands behind a booking on a day (local date of Europe/Paris), and what they may do there: for whom its mails are.
create or replace function people_of_booking(booking bigint, day date)
returns table (account_id bigint, name text, email text, role text, organisation text, must_sign boolean, capabilities text[], on_behalf_of bigint)
language sql stable parallel safe as $$
  select a.id, a.name, a.email, p.role, o.name, p.must_sign, c.capabilities, c.on_behalf_of
    from party p join organisation o on o.id = p.organisation_id
    join capabilities_at(day) c on c.organisation_id = p.organisation_id
    join account a on a.id = c.account_id
   where p.booking_id = booking
   order by p.id, a.id, c.on_behalf_of nulls first
$$;

-- The event of a booking, as far as its mails need it.
create or replace view told_booking_event as
select e.id, e.booking_id, e.seq, e.kind, e.from_status, e.account_id from booking_event e;
grant select on told_booking_event to ${service_role};

-- The event of an organisation, as far as its mails need it.
create or replace view told_organisation_event as
select e.id, e.kind, e.organisation_id, o.name as organisation, o.refusal, e.account_id, by.name as by, e.subject_id, about.name as about,
       e.invitation_id, i.email as invited, i.expires_at, cast(e.detail ->> 'absent' as bigint) as absent_id,
       cast(e.detail ->> 'firstDay' as date) as first_day, cast(e.detail ->> 'lastDay' as date) as last_day
  from organisation_event e join organisation o on o.id = e.organisation_id
  left join account by on by.id = e.account_id
  left join account about on about.id = e.subject_id
  left join invitation i on i.id = e.invitation_id;
grant select on told_organisation_event to ${service_role};

-- The members of an organisation; null stands for the operator of the platform.
create or replace function members_of(organisation bigint) returns table (account_id bigint, name text, email text, capabilities text[])
language sql stable parallel safe as $$
  select a.id, a.name, a.email, m.capabilities
    from member m join account a on a.id = m.account_id join organisation o on o.id = m.organisation_id
   where case when organisation is null then o.operator else o.id = organisation end
   order by a.id
$$;
