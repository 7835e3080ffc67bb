-- Each day the heads of the chains that grew are sealed: a signed row that covers the one before, so that no event can be changed
-- or cut afterwards unseen. A seal lists its heads, so that a check can say which chain it is.
create table seal_key (
  id text primary key constraint seal_key_id check (id ~ '^[0-9a-f]{16}$'),
  public_key bytea not null constraint seal_key_once unique constraint seal_key_length check (length(public_key) = 44),
  since timestamptz not null
);
comment on table seal_key is 'Ed25519 keys that have signed here (X.509 encoding), for whoever checks from outside. Which are trusted is said by the configuration.';

create table seal (
  day date primary key,
  covers_from date not null,
  made_at timestamptz not null,
  chains int not null constraint seal_chains check (chains >= 0),
  root bytea not null constraint seal_root check (length(root) = 32),
  previous_day date,
  previous_hash bytea constraint seal_one_next unique,
  hash bytea not null constraint seal_hash check (length(hash) = 32),
  key_id text not null references seal_key,
  signature bytea not null constraint seal_signature check (length(signature) = 64),
  constraint seal_of_day unique (day, hash),
  constraint seal_previous foreign key (previous_day, previous_hash) references seal (day, hash),
  constraint seal_previous_whole check ((previous_day is null) = (previous_hash is null)),
  constraint seal_follows check (covers_from = coalesce(previous_day + 1, day) and covers_from <= day),
  constraint seal_after_its_day check (made_at >= (day + 1)::timestamp at time zone 'Europe/Paris')
);
create unique index seal_one_first on seal ((true)) where previous_hash is null;

create table seal_head (
  day date not null constraint seal_head_seal references seal deferrable initially deferred,
  booking_id bigint not null,
  reference text not null,
  seq int not null constraint seal_head_seq check (seq >= 1),
  hash bytea not null constraint seal_head_hash check (length(hash) = 32),
  primary key (day, booking_id),
  constraint seal_head_once unique (booking_id, seq)
);
comment on table seal_head is 'The last event of each chain that grew since the seal before. No foreign key to the booking: it must outlive its deletion.';

create table audit_run (
  id bigint generated always as identity primary key,
  ran_at timestamptz not null,
  took_ms bigint not null constraint audit_run_took check (took_ms >= 0),
  account_id bigint references account,
  chains bigint not null,
  events bigint not null,
  seals bigint not null,
  faults bigint not null constraint audit_run_faults check (faults >= 0),
  findings jsonb not null constraint audit_run_findings check (jsonb_typeof(findings) = 'array')
);

-- Who was forgotten, by whom and when; never the name.
alter table account add column forgotten_at timestamptz;
alter table account add constraint account_forgotten
  check (forgotten_at is null or name = 'Personne effacée' and email is null and subject like 'forgotten:%');
create table forgetting (
  id bigint generated always as identity primary key,
  account_id bigint not null constraint forgetting_once unique references account,
  forgotten_by bigint not null references account,
  forgotten_at timestamptz not null,
  reason text not null constraint forgetting_reason check (length(btrim(reason)) between 10 and 1000)
);
create table forgotten_event (
  event_id bigint primary key references booking_event,
  forgetting_id bigint not null references forgetting
);
comment on table forgotten_event is 'The events whose words were forgotten: words that are gone without a row here were taken away.';

create function the_audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what proves the past is final' using errcode = 'insufficient_privilege';
end $$;
do $$
declare
  proof text;
begin
  foreach proof in array array ['seal_key', 'seal', 'seal_head', 'audit_run', 'forgetting', 'forgotten_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function the_audit_is_final()', proof || '_final', proof);
    execute format('create trigger %I before truncate on %I for each statement execute function the_audit_is_final()', proof || '_kept', proof);
  end loop;
end $$;
