-- An organisation is edited by its managers and its identity is checked by the operator: what was checked, or why not.
alter table organisation
  add column visa_required boolean not null default false,
  add column creation_key uuid,
  add column verified_by bigint references account,
  add column checked text constraint organisation_checked check (length(btrim(checked)) between 3 and 1000),
  add column refused_at timestamptz,
  add column refusal text constraint organisation_refusal check (length(btrim(refusal)) between 10 and 1000),
  add column updated_at timestamptz not null default now(),
  add column version int not null default 0,
  add constraint organisation_creation_key unique (created_by, creation_key),
  add constraint organisation_refused_says_why check ((refused_at is null) = (refusal is null)),
  add constraint organisation_checked_once check (verified_at is null or refused_at is null),
  add constraint organisation_check_of_verified check (verified_at is not null or (verified_by is null and checked is null));
create index organisation_words on organisation using gin (plain_text(name) public.gin_trgm_ops);
create index organisation_siret_sought on organisation (siret);
comment on column organisation.visa_required is 'Whether somebody with the capability visa must agree before a request is approved.';

-- What was checked is this identity: another one is to be checked again.
create function identity_is_checked() returns trigger language plpgsql as $$
begin
  if new.verified_at = old.verified_at and (new.name, new.kind, new.legal_form, new.siret, new.rna, new.foreign_number)
       is distinct from (old.name, old.kind, old.legal_form, old.siret, old.rna, old.foreign_number) then
    raise exception 'the identity of organisation % was checked as it was', new.id
      using errcode = 'check_violation', constraint = 'organisation_identity_checked';
  end if;
  return null;
end $$;
create trigger organisation_identity_checked after update on organisation for each row execute function identity_is_checked();

create function are_capabilities(text[]) returns boolean language sql immutable parallel safe as $$
  select $1 <@ array ['instruct', 'decide', 'legal', 'sign', 'visa', 'keep_sites', 'manage_members']
$$;
alter table member drop constraint member_capabilities,
  add constraint member_capabilities check (are_capabilities(capabilities)),
  add column version int not null default 0;

-- Who manages the members may not be the last to do so and go. The lock lets one of two through when both go at once.
create function a_manager_remains() returns trigger language plpgsql as $$
begin
  perform from organisation where id = old.organisation_id for no key update;
  if not exists (select from member where organisation_id = old.organisation_id and 'manage_members' = any (capabilities)) then
    raise exception 'organisation % loses its last manager', old.organisation_id
      using errcode = 'check_violation', constraint = 'member_manager_remains';
  end if;
  return null;
end $$;
create constraint trigger member_manager_goes after delete on member deferrable initially deferred
  for each row when ('manage_members' = any (old.capabilities)) execute function a_manager_remains();
create constraint trigger member_manager_changes after update on member deferrable initially deferred
  for each row when ('manage_members' = any (old.capabilities)
    and (old.organisation_id <> new.organisation_id or not 'manage_members' = any (new.capabilities))) execute function a_manager_remains();

-- A link sent by mail makes its bearer a member, once. The link itself is stored nowhere: its sender works it out from the salt
-- and a secret of the service, and here is only its hash.
create table invitation (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  email text constraint invitation_email check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  capabilities text[] not null default '{}' constraint invitation_capabilities check (are_capabilities(capabilities)),
  salt bytea not null constraint invitation_salt check (length(salt) = 32),
  token_hash bytea not null constraint invitation_token_hash check (length(token_hash) = 32) constraint invitation_token_key unique,
  invited_by bigint not null references account,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by bigint references account,
  revoked_at timestamptz,
  revoked_by bigint references account,
  version int not null default 0,
  constraint invitation_lasts check (expires_at > invited_at and expires_at <= invited_at + interval '15 days'),
  constraint invitation_accepted check ((accepted_at is null) = (accepted_by is null)),
  constraint invitation_revoked check ((revoked_at is null) = (revoked_by is null)),
  constraint invitation_ends_once check (accepted_at is null or revoked_at is null),
  constraint invitation_reaches_somebody check (email is not null or coalesce(accepted_at, revoked_at) is not null)
);
create unique index invitation_open_key on invitation (organisation_id, lower(email)) where accepted_at is null and revoked_at is null;

create function an_ended_invitation_is_final() returns trigger language plpgsql as $$
begin
  if coalesce(old.accepted_at, old.revoked_at) is not null and (new.accepted_at, new.accepted_by, new.revoked_at, new.revoked_by,
       new.organisation_id, new.capabilities, new.token_hash) is distinct from (old.accepted_at, old.accepted_by, old.revoked_at,
       old.revoked_by, old.organisation_id, old.capabilities, old.token_hash) then
    raise exception 'invitation % has ended', old.id using errcode = 'check_violation', constraint = 'invitation_serves_once';
  end if;
  return new;
end $$;
create trigger invitation_serves_once before update on invitation for each row execute function an_ended_invitation_is_final();

-- Who does the work of an absent member, on which days (local dates of Europe/Paris, both included).
create table stand_in (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  absent_id bigint not null,
  stand_in_id bigint not null,
  first_day date not null,
  last_day date not null,
  named_by bigint not null references account,
  named_at timestamptz not null,
  constraint stand_in_absent foreign key (organisation_id, absent_id) references member (organisation_id, account_id) on delete cascade,
  constraint stand_in_member foreign key (organisation_id, stand_in_id) references member (organisation_id, account_id) on delete cascade,
  constraint stand_in_days check (first_day <= last_day and last_day - first_day < 366),
  constraint stand_in_of_another check (absent_id <> stand_in_id),
  constraint stand_in_one_at_a_time exclude using gist (organisation_id with =, absent_id with =, daterange(first_day, last_day, '[]') with &&)
);
create index stand_in_account on stand_in (stand_in_id);

create function a_stand_in_is_present() returns trigger language plpgsql as $$
begin
  perform from organisation where id = new.organisation_id for no key update;
  if exists (select from stand_in s where s.organisation_id = new.organisation_id and s.id <> new.id
              and s.first_day <= new.last_day and new.first_day <= s.last_day
              and (s.absent_id = new.stand_in_id or s.stand_in_id = new.absent_id)) then
    raise exception 'who stands in is absent, or who is absent stands in' using errcode = 'check_violation', constraint = 'stand_in_no_chain';
  end if;
  return null;
end $$;
create constraint trigger stand_in_no_chain after insert or update on stand_in for each row execute function a_stand_in_is_present();

-- What each account may do in each organisation on that day, by itself or for whom. The one place that says so: inlined where it is asked.
create function capabilities_at(day date) returns table (organisation_id bigint, account_id bigint, capabilities text[], on_behalf_of bigint)
language sql stable parallel safe as $$
  select m.organisation_id, m.account_id, m.capabilities, null::bigint from member m
  union all
  select s.organisation_id, s.stand_in_id, array_remove(m.capabilities, 'manage_members'), s.absent_id
    from stand_in s join member m on m.organisation_id = s.organisation_id and m.account_id = s.absent_id
   where s.first_day <= day and s.last_day >= day
$$;

-- What happened to an organisation and its members: append-only, and told by mail. Names and addresses stay in their own tables.
create table organisation_event (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  kind text not null constraint organisation_event_kind check (kind in ('OPENED', 'CHANGED', 'VERIFIED', 'NOT_VERIFIED', 'VISA_CHANGED',
    'REPRESENTATIVE_NAMED', 'REPRESENTATIVE_ENDED', 'INVITED', 'INVITATION_REVOKED', 'JOINED', 'LEFT', 'REMOVED', 'CAPABILITIES_CHANGED',
    'STAND_IN_NAMED', 'STAND_IN_ENDED')),
  account_id bigint references account,
  subject_id bigint references account,
  invitation_id bigint references invitation,
  detail jsonb not null default '{}' constraint organisation_event_detail check (jsonb_typeof(detail) = 'object'),
  occurred_at timestamptz not null,
  constraint organisation_event_invitation check ((kind in ('INVITED', 'INVITATION_REVOKED')) <= (invitation_id is not null)),
  constraint organisation_event_subject check (
    (kind in ('JOINED', 'LEFT', 'REMOVED', 'CAPABILITIES_CHANGED', 'STAND_IN_NAMED', 'STAND_IN_ENDED')) <= (subject_id is not null))
);
create index organisation_event_organisation on organisation_event (organisation_id, id);
create trigger organisation_event_final before update or delete on organisation_event for each row execute function events_are_final();
create trigger organisation_event_kept before truncate on organisation_event for each statement execute function events_are_final();
create trigger organisation_event_filed after insert on organisation_event for each row execute function file_event('organisation');

-- A request that came by telephone or on paper: who wrote it down, and the day it came, from which the law counts.
alter table booking
  add column channel text not null default 'ONLINE' constraint booking_channel check (channel in ('ONLINE', 'TELEPHONE', 'PAPER')),
  add column received_on date,
  add column entered_by bigint references account,
  add constraint booking_channel_says_when check ((channel = 'ONLINE') = (received_on is null)),
  add constraint booking_channel_says_who check ((channel = 'ONLINE') = (entered_by is null)),
  add constraint booking_received_on check (received_on between (created_at at time zone 'Europe/Paris')::date - 60
    and (created_at at time zone 'Europe/Paris')::date);
