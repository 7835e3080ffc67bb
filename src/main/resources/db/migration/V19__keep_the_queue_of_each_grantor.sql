-- What a granting body works on, one row a request that was sent, in the order and by the words of its queue. Triggers keep it, so
-- that no writer forgets it, with the right to write that the service has not.
create table work_item (
  booking_id bigint primary key references booking on delete cascade,
  grantor_id bigint not null references organisation,
  status text not null,
  officer_id bigint references account,
  site_id bigint not null references site,
  due_at timestamptz,
  submitted_at timestamptz not null,
  words text not null
);
create index work_item_order on work_item (grantor_id, status, due_at, submitted_at, booking_id) include (officer_id, site_id);
create index work_item_words on work_item using gin (words public.gin_trgm_ops);

-- What the queue sorts by: the earliest date that runs against the file. A refusal by silence that has come stays the first thing to mend.
create function work_due(booking bigint) returns timestamptz language sql stable as $$
  select min(d.due_at) from deadline d
   where d.subject = 'BOOKING' and d.subject_id = booking and d.kind in ('SILENCE', 'RECEIPT', 'ANSWER', 'OPINION', 'SIGNATURE', 'REPORT')
     and (d.done_at is null or d.kind = 'SILENCE' and d.outcome = 'FIRED')
$$;

create function keep_work_item(booking bigint) returns void
language sql security definer set search_path = terrain, public as $$
  insert into work_item (booking_id, grantor_id, status, officer_id, site_id, due_at, submitted_at, words)
  select b.id, g.organisation_id, b.status, b.officer_id, b.site_id, work_due(b.id), b.submitted_at,
         plain_text(concat_ws(' ', b.reference, pr.title, s.name, o.name))
    from booking b
    join party g on g.booking_id = b.id and g.role = 'GRANTOR'
    join party p on p.booking_id = b.id and p.role = 'OCCUPANT'
    join organisation o on o.id = p.organisation_id
    join project pr on pr.id = b.project_id
    join site s on s.id = b.site_id
   where b.id = booking and b.submitted_at is not null
  on conflict (booking_id) do update set grantor_id = excluded.grantor_id, status = excluded.status, officer_id = excluded.officer_id,
    site_id = excluded.site_id, due_at = excluded.due_at, submitted_at = excluded.submitted_at, words = excluded.words
   where (work_item.grantor_id, work_item.status, work_item.officer_id, work_item.site_id, work_item.due_at, work_item.submitted_at, work_item.words)
     is distinct from (excluded.grantor_id, excluded.status, excluded.officer_id, excluded.site_id, excluded.due_at, excluded.submitted_at, excluded.words)
$$;

-- The trigger's argument names the column that says of which booking the row is.
create function booking_in_queue() returns trigger language plpgsql as $$
begin
  perform keep_work_item((to_jsonb(new) ->> tg_argv[0])::bigint);
  return null;
end $$;
create trigger booking_in_queue after insert or update of status, officer_id, site_id, project_id, submitted_at on booking
  for each row when (new.submitted_at is not null) execute function booking_in_queue('id');
create trigger party_in_queue after insert or update on party for each row execute function booking_in_queue('booking_id');
create trigger deadline_in_queue after insert or update on deadline
  for each row when (new.subject = 'BOOKING') execute function booking_in_queue('subject_id');

-- Another name is found under at once in every request that bears it.
create function renamed_in_queue() returns trigger language plpgsql as $$
begin
  case tg_table_name
    when 'project' then perform keep_work_item(id) from booking where project_id = new.id;
    when 'site' then perform keep_work_item(id) from booking where site_id = new.id;
    else perform keep_work_item(booking_id) from party where organisation_id = new.id and role = 'OCCUPANT';
  end case;
  return null;
end $$;
create trigger project_in_queue after update of title on project for each row when (old.title <> new.title) execute function renamed_in_queue();
create trigger site_in_queue after update of name on site for each row when (old.name <> new.name) execute function renamed_in_queue();
create trigger organisation_in_queue after update of name on organisation
  for each row when (old.name <> new.name) execute function renamed_in_queue();

select keep_work_item(id) from booking where submitted_at is not null;
