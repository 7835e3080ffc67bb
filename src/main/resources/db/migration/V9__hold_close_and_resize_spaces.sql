-- No verb has written a hold before: what lies there was invented, and may not name its booking.
delete from occupation where kind = 'HOLD';
alter table occupation
  add constraint occupation_hold_reason check (hold_reason in ('OPTION', 'OFFER', 'AMENDMENT')),
  add constraint occupation_hold_says_why check ((kind = 'HOLD') = (hold_reason is not null)),
  add constraint occupation_hold_named check (kind <> 'HOLD' or booking_id is not null),
  add constraint occupation_closure_whole check (kind <> 'CLOSURE' or lanes = int4range(1, null)),
  add constraint occupation_one_hold exclude using gist (booking_id with =, hold_reason with <>) where (kind = 'HOLD');
create index occupation_hold on occupation (space_id, hold_until) where kind = 'HOLD';

-- A lane is one that its space has, or all of them.
create function lanes_are_of_their_space() returns trigger language plpgsql as $$
begin
  if exists (select from added a join space s on s.id = a.space_id where not upper_inf(a.lanes) and upper(a.lanes) > s.capacity + 1) then
    raise exception 'a lane that the space does not have' using errcode = 'check_violation', constraint = 'occupation_lane_exists';
  end if;
  return null;
end $$;
create trigger occupation_lane_exists after insert on occupation referencing new table as added
  for each statement execute function lanes_are_of_their_space();

-- A closure that was lifted stays written, without rows.
alter table closure add column reopened_at timestamptz, add column reopened_by bigint references account,
  add constraint closure_reopened check (reopened_by is null or reopened_at is not null);
