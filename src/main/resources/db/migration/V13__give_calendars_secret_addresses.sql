-- The address of a calendar is all that is asked of who reads it: it is kept as its hash only, and ends when its owner says so.
create table calendar_address (
  id bigint generated always as identity primary key,
  account_id bigint not null references account,
  organisation_id bigint references organisation,
  token_hash bytea not null constraint calendar_address_hash check (length(token_hash) = 32) constraint calendar_address_token unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_used date,
  constraint calendar_address_revoked check (revoked_at >= created_at)
);
create unique index calendar_address_one_alive on calendar_address (account_id, coalesce(organisation_id, 0)) where revoked_at is null;
comment on column calendar_address.organisation_id is 'Whose bookings it shows; null: all that the account may see.';

create function a_calendar_address_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.revoked_at is not null or (new.account_id, new.organisation_id, new.token_hash, new.created_at)
       is distinct from (old.account_id, old.organisation_id, old.token_hash, old.created_at) then
    raise exception 'calendar address % only ends', old.id using errcode = 'check_violation', constraint = 'calendar_address_ends_once';
  end if;
  return new;
end $$;
create trigger calendar_address_ends_once before update or delete on calendar_address for each row execute function a_calendar_address_ends_once();
