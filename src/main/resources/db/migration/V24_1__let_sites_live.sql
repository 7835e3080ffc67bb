-- A site begins as a draft that is not complete: what the public reads is asked for once the public reads it.
alter table site
  alter column insee drop not null,
  alter column access_point drop not null,
  alter column position_confidence drop not null,
  drop constraint site_summary,
  add constraint site_summary check (length(summary) <= 300),
  add constraint site_complete check (state not in ('PUBLISHED', 'SUSPENDED')
    or (length(btrim(summary)) >= 10 and insee is not null and access_point is not null and position_confidence is not null));
alter table site alter column summary set default '', alter column description set default '';

-- Every change to a site is a revision: written, submitted, then accepted as a whole or not at all. At most one is open.
delete from site_revision;
alter table site_revision
  add column version int not null default 0,
  add column updated_at timestamptz not null default now(),
  add column submitted_by bigint references account,
  add column submitted_at timestamptz,
  add column reason text,
  add constraint site_revision_content check (jsonb_typeof(content) = 'object'),
  add constraint site_revision_reason check (length(btrim(reason)) between 3 and 2000),
  add constraint site_revision_submitted check ((submitted_at is null) = (submitted_by is null)
    and (state = 'DRAFT' or submitted_at is not null)),
  add constraint site_revision_says_why check (state <> 'REJECTED' or reason is not null);
create unique index site_revision_open_key on site_revision (site_id) where state in ('DRAFT', 'TO_VALIDATE');

-- What happened to a site: append-only.
create table site_event (
  id bigint generated always as identity primary key,
  site_id bigint not null references site,
  revision_id bigint references site_revision,
  kind text not null constraint site_event_kind check (kind in ('OPENED', 'EDITED', 'SUBMITTED', 'CHANGES_ASKED', 'VALIDATED', 'REJECTED',
    'SUSPENDED', 'RESUMED', 'ARCHIVED', 'RESTORED')),
  from_state text constraint site_event_from check (from_state in ('DRAFT', 'TO_VALIDATE', 'PUBLISHED', 'SUSPENDED', 'ARCHIVED')),
  to_state text not null constraint site_event_to check (to_state in ('DRAFT', 'TO_VALIDATE', 'PUBLISHED', 'SUSPENDED', 'ARCHIVED')),
  account_id bigint not null references account,
  reason text constraint site_event_reason check (length(btrim(reason)) between 3 and 2000),
  occurred_at timestamptz not null,
  constraint site_event_begins check ((kind = 'OPENED') = (from_state is null)),
  constraint site_event_says_why check (kind not in ('CHANGES_ASKED', 'REJECTED', 'SUSPENDED', 'ARCHIVED') or reason is not null)
);
create index site_event_site on site_event (site_id, id);
create trigger site_event_final before update or delete on site_event for each row execute function events_are_final();
create trigger site_event_kept before truncate on site_event for each statement execute function events_are_final();

-- What officers made of an entry of the census: the last row counts, the ones before stay.
create table census_decision (
  id bigint generated always as identity primary key,
  census_entry_id text not null references census_entry,
  seq int not null constraint census_decision_seq check (seq >= 1),
  state text not null constraint census_decision_state check (state in ('TO_DO', 'CONFIRMED', 'MERGED', 'REJECTED')),
  site_id bigint references site,
  merged_into text references census_entry,
  reason text constraint census_decision_reason check (length(btrim(reason)) between 3 and 2000),
  account_id bigint not null references account,
  decided_at timestamptz not null,
  constraint census_decision_order unique (census_entry_id, seq),
  constraint census_decision_site check ((state = 'CONFIRMED') = (site_id is not null)),
  constraint census_decision_merge check ((state = 'MERGED') = (merged_into is not null)),
  constraint census_decision_not_itself check (merged_into <> census_entry_id),
  constraint census_decision_says_why check (state <> 'REJECTED' or reason is not null)
);
create trigger census_decision_final before update or delete on census_decision for each row execute function events_are_final();
create trigger census_decision_kept before truncate on census_decision for each statement execute function events_are_final();
