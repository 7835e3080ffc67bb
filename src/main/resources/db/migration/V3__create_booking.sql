create table project (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  title text not null constraint project_title check (length(btrim(title)) between 3 and 200),
  purpose text not null default '' constraint project_purpose check (length(purpose) <= 4000),
  protocol text not null default '' constraint project_protocol check (length(protocol) <= 10000),
  techniques text[] not null default '{}' constraint project_techniques check (techniques <@ array
    ['DRONE', 'RADIO', 'PERSONAL_DATA', 'CAMERA', 'VEHICLE', 'ENERGY', 'DISCHARGE', 'WORKS', 'PUBLIC_PRESENT']),
  trl int constraint project_trl check (trl between 1 and 9),
  people int constraint project_people check (people between 1 and 10000),
  created_by bigint not null references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 0
);
create index project_organisation on project (organisation_id);
create table project_theme (
  project_id bigint not null references project on delete cascade,
  theme text not null references theme,
  primary key (project_id, theme)
);

create sequence booking_reference;

create table booking (
  id bigint generated always as identity primary key,
  reference text not null constraint booking_reference_key unique constraint booking_reference_form check (reference ~ '^TER-[0-9]{4}-[0-9]{4,}$'),
  project_id bigint not null references project,
  site_id bigint not null references site,
  status text not null default 'DRAFT' constraint booking_status check (status in (
    'DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'REFUSED', 'SIGNING', 'SIGNED', 'RUNNING', 'SUSPENDED',
    'REPORT_DUE', 'CLOSED', 'TERMINATED', 'WITHDRAWN', 'EXPIRED')),
  whole_site boolean not null default false,
  footprint geometry(MultiPolygon, 4326) constraint booking_footprint_valid check (st_isvalid(footprint) and not st_isempty(footprint)),
  area_m2 numeric(12, 2) constraint booking_area check (area_m2 > 0),
  needs text not null default '' constraint booking_needs check (length(needs) <= 4000),
  use_class text not null default 'NO_REVENUE' constraint booking_use_class check (use_class in ('NO_REVENUE', 'REVENUE', 'ASSOCIATION')),
  economic_nature text constraint booking_economic_nature check (economic_nature in ('NO', 'YES', 'DOUBT')),
  award_route text constraint booking_award_route check (award_route in ('PUBLICITY', 'SELECTION', 'DIRECT', 'NOT_CONCERNED')),
  award_reason text constraint booking_award_reason check (length(award_reason) <= 4000),
  fee_amount numeric(12, 2) constraint booking_fee_amount check (fee_amount >= 0),
  fee_detail jsonb,
  free_item text constraint booking_free_item check (free_item in ('PUBLIC_SERVICE_WORKS', 'DOMAIN_CONSERVATION', 'STATE_SECURITY', 'GUIDED_TRANSPORT_WORKS', 'GENERAL_INTEREST_ASSOCIATION')),
  free_reason text constraint booking_free_reason check (length(btrim(free_reason)) between 10 and 2000),
  officer_id bigint references account,
  creation_key uuid not null default gen_random_uuid(),
  created_by bigint not null references account,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  decided_at timestamptz,
  updated_at timestamptz not null default now(),
  version int not null default 0,
  constraint booking_creation_key unique (created_by, creation_key),
  constraint booking_of_site unique (id, site_id),
  constraint booking_free_says_why check ((free_item is null) = (free_reason is null)),
  constraint booking_submitted_at check (status in ('DRAFT', 'WITHDRAWN', 'EXPIRED') or submitted_at is not null),
  constraint booking_direct_says_why check (award_route is distinct from 'DIRECT' or length(btrim(award_reason)) > 0),
  constraint booking_priced check (status not in ('SIGNING', 'SIGNED', 'RUNNING', 'SUSPENDED', 'REPORT_DUE', 'CLOSED')
    or free_item is not null or (fee_amount > 0 and fee_detail is not null))
);
create index booking_site on booking (site_id);
create index booking_project on booking (project_id);
create index booking_queue on booking (status, submitted_at);
create index booking_officer on booking (officer_id);

create table booking_space (
  booking_id bigint not null,
  site_id bigint not null,
  space_id bigint not null,
  exclusive boolean not null default false,
  primary key (booking_id, space_id),
  constraint booking_space_booking foreign key (booking_id, site_id) references booking (id, site_id) on delete cascade,
  constraint booking_space_space foreign key (space_id, site_id) references space (id, site_id)
);
create index booking_space_space on booking_space (space_id);

-- Local time (Europe/Paris) is the truth; ranges derive from it.
create table slot (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking on delete cascade,
  starts timestamp not null,
  ends timestamp not null,
  constraint slot_dates check (starts < ends and ends - starts <= interval '1830 days'),
  constraint slot_key unique (booking_id, starts)
);

create table party (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking on delete cascade,
  organisation_id bigint not null references organisation,
  role text not null constraint party_role check (role in ('OCCUPANT', 'GRANTOR', 'OWNER', 'FACILITATOR', 'PARTNER')),
  must_sign boolean not null default false,
  signatory_name text constraint party_signatory_name check (length(btrim(signatory_name)) between 2 and 200),
  signatory_quality text constraint party_signatory_quality check (length(btrim(signatory_quality)) between 2 and 200),
  delegation_act text constraint party_delegation_act check (length(delegation_act) <= 300),
  constraint party_key unique (booking_id, role, organisation_id),
  constraint party_signatory check ((signatory_name is null) = (signatory_quality is null))
);
create unique index party_one_occupant on party (booking_id) where role = 'OCCUPANT';
create unique index party_one_grantor on party (booking_id) where role = 'GRANTOR';
create index party_organisation on party (organisation_id, role);

-- The only judge of a conflict. A row blocks, whatever the status of its booking.
create table occupation (
  id bigint generated always as identity primary key,
  space_id bigint not null references space,
  kind text not null constraint occupation_kind check (kind in ('BOOKING', 'HOLD', 'CLOSURE')),
  booking_id bigint references booking,
  closure_id bigint references closure,
  hold_until timestamptz,
  hold_reason text,
  lanes int4range not null constraint occupation_lanes check (not isempty(lanes) and lower(lanes) >= 1),
  during tstzrange not null constraint occupation_during check (not isempty(during) and lower_inc(during) and not upper_inc(during)
    and not lower_inf(during) and not upper_inf(during)),
  constraint occupation_hold_ends check ((kind = 'HOLD') = (hold_until is not null)),
  constraint occupation_booking_named check (kind <> 'BOOKING' or booking_id is not null),
  constraint occupation_closure_named check ((kind = 'CLOSURE') = (closure_id is not null)),
  constraint occupation_closure_alone check (kind <> 'CLOSURE' or booking_id is null),
  constraint occupation_no_double exclude using gist (space_id with =, lanes with &&, during with &&)
);
create index occupation_booking on occupation (booking_id);
create index occupation_closure on occupation (closure_id);

-- Append-only. Each event carries the hash of the one before; names and free text are in event_detail, hashed with a salt,
-- so that a person can be forgotten and the chain still holds.
create table booking_event (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  seq int not null constraint booking_event_seq check (seq >= 1),
  kind text not null constraint booking_event_kind check (length(kind) between 2 and 40),
  from_status text not null,
  to_status text not null,
  account_id bigint references account,
  occurred_at timestamptz not null,
  detail_hash bytea not null constraint booking_event_detail_hash check (length(detail_hash) = 32),
  previous_hash bytea constraint booking_event_previous_hash check (length(previous_hash) = 32),
  hash bytea not null constraint booking_event_hash check (length(hash) = 32),
  constraint booking_event_key unique (booking_id, seq),
  constraint booking_event_chained check ((seq = 1) = (previous_hash is null))
);
create table event_detail (
  event_id bigint primary key references booking_event,
  salt bytea not null constraint event_detail_salt check (length(salt) = 16),
  content jsonb
);
create table event_pending (
  source text not null,
  event_id bigint not null,
  filed_at timestamptz not null default now(),
  primary key (source, event_id)
);

create function events_are_final() returns trigger language plpgsql as $$
begin
  raise exception 'an event is final' using errcode = 'insufficient_privilege';
end $$;
create trigger booking_event_final before update or delete on booking_event for each row execute function events_are_final();
create trigger booking_event_kept before truncate on booking_event for each statement execute function events_are_final();
create function details_are_only_forgotten() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.content is not null or (new.event_id, new.salt) is distinct from (old.event_id, old.salt) then
    raise exception 'the detail of an event is final: it can only be forgotten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger event_detail_final before update or delete on event_detail for each row execute function details_are_only_forgotten();
create function file_event() returns trigger language plpgsql as $$
begin
  insert into event_pending (source, event_id) values (tg_argv[0], new.id);
  return null;
end $$;
create trigger booking_event_filed after insert on booking_event for each row execute function file_event('booking');

create table deadline (
  id bigint generated always as identity primary key,
  subject text not null constraint deadline_subject check (subject in ('BOOKING')),
  subject_id bigint not null,
  kind text not null constraint deadline_kind check (kind in ('SILENCE', 'ANSWER', 'OPINION', 'SIGNATURE', 'HOLD', 'OFFER', 'REPORT', 'RECEIPT')),
  due_at timestamptz not null,
  done_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index deadline_open_key on deadline (subject, subject_id, kind) where done_at is null;
create index deadline_due on deadline (due_at) where done_at is null;
