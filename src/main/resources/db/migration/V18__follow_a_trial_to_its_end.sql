-- Without these nothing starts. A correction is a new row: the newest of a kind counts.
create table start_condition (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  kind text not null constraint start_condition_kind check (kind in ('INSURANCE', 'ENTRY_INSPECTION', 'TRANSMISSION', 'NOTIFICATION', 'PERMIT')),
  done_on date,
  valid_until date,
  label text constraint start_condition_label check (length(btrim(label)) between 3 and 200),
  reference text constraint start_condition_reference check (length(btrim(reference)) between 1 and 200),
  recorded_by bigint not null references account,
  recorded_at timestamptz not null,
  constraint start_condition_insured_until check ((kind = 'INSURANCE') = (valid_until is not null)),
  constraint start_condition_done check (done_on is not null or kind in ('INSURANCE', 'PERMIT')),
  constraint start_condition_transmitted check (kind <> 'TRANSMISSION' or reference is not null),
  constraint start_condition_permit check ((kind = 'PERMIT') = (label is not null)),
  constraint start_condition_past check (done_on <= cast(recorded_at at time zone 'Europe/Paris' as date))
);
create index start_condition_booking on start_condition (booking_id, kind, id);

create table suspension (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  cause text not null constraint suspension_cause check (cause in ('MASSIF', 'WEATHER', 'VIGIPIRATE', 'WORKS', 'EVENT', 'OTHER')),
  words text constraint suspension_words check (length(btrim(words)) between 1 and 2000),
  since date not null,
  expected_on date,
  ordered_by bigint not null references account,
  ordered_at timestamptz not null,
  ended_at timestamptz,
  constraint suspension_other_says_what check (cause <> 'OTHER' or words is not null and length(btrim(words)) >= 10),
  constraint suspension_since_past check (since <= cast(ordered_at at time zone 'Europe/Paris' as date)),
  constraint suspension_expected check (expected_on >= since),
  constraint suspension_ends check (ended_at >= ordered_at)
);
create unique index suspension_one_open on suspension (booking_id) where ended_at is null;
create index suspension_booking on suspension (booking_id);

create table trial_report (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  version int not null constraint trial_report_version check (version >= 1),
  text text not null constraint trial_report_text check (length(btrim(text)) between 50 and 10000),
  learnt text not null constraint trial_report_learnt check (length(btrim(learnt)) between 10 and 4000),
  public_summary text constraint trial_report_public_summary check (length(btrim(public_summary)) between 10 and 2000),
  state text not null default 'WAITING' constraint trial_report_state check (state in ('WAITING', 'REPLACED', 'REJECTED', 'ACCEPTED')),
  answer text constraint trial_report_answer check (length(btrim(answer)) between 10 and 2000),
  filed_by bigint not null references account,
  filed_at timestamptz not null,
  answered_by bigint references account,
  answered_at timestamptz,
  constraint trial_report_key unique (booking_id, version),
  constraint trial_report_answered check ((state in ('REJECTED', 'ACCEPTED')) = (answered_by is not null)
    and (answered_by is null) = (answered_at is null)),
  constraint trial_report_rejection_says_why check ((state = 'REJECTED') <= (answer is not null))
);
create unique index trial_report_one_waiting on trial_report (booking_id) where state in ('WAITING', 'ACCEPTED');
create function what_was_reported_stays() returns trigger language plpgsql as $$
begin
  if (new.booking_id, new.version, new.text, new.learnt, new.public_summary, new.filed_by, new.filed_at)
       is distinct from (old.booking_id, old.version, old.text, old.learnt, old.public_summary, old.filed_by, old.filed_at)
     or old.state <> 'WAITING' then
    raise exception 'report % is filed', old.id using errcode = 'check_violation', constraint = 'trial_report_final';
  end if;
  return new;
end $$;
create trigger trial_report_final before update on trial_report for each row execute function what_was_reported_stays();

-- An agreement is taken back for reasons in law and in fact, once its holder could be heard (CRPA L.121-1, L.122-1) or when it cannot wait.
create table rescission (
  booking_id bigint primary key references booking,
  law text not null constraint rescission_law check (length(btrim(law)) between 10 and 4000),
  fact text not null constraint rescission_fact check (length(btrim(fact)) between 10 and 4000),
  invited_on date,
  urgency text constraint rescission_urgency check (length(btrim(urgency)) between 10 and 2000),
  decided_by bigint not null references account,
  decided_at timestamptz not null,
  constraint rescission_heard check (urgency is not null
    or invited_on is not null and invited_on + 15 <= cast(decided_at at time zone 'Europe/Paris' as date))
);

-- The notice that the convention promises (clauses RSL and FIM), counted in calendar days of Europe/Paris from the day after it is given.
create table termination (
  booking_id bigint primary key references booking,
  side text not null constraint termination_side check (side in ('OCCUPANT', 'GRANTOR')),
  cause text not null constraint termination_cause check (cause in
    ('GENERAL_INTEREST', 'FAULT', 'LOSS_OF_PERMIT', 'OCCUPANT_DECISION', 'FORCE_MAJEURE')),
  last_day date not null,
  since date,
  urgency text constraint termination_urgency check (length(btrim(urgency)) between 10 and 2000),
  reason text not null constraint termination_reason check (length(btrim(reason)) between 10 and 4000),
  given_by bigint not null references account,
  given_at timestamptz not null,
  constraint termination_cause_of_side check ((cause <> 'OCCUPANT_DECISION' or side = 'OCCUPANT') and (cause <> 'GENERAL_INTEREST' or side = 'GRANTOR')),
  constraint termination_not_before_given check (last_day >= cast(given_at at time zone 'Europe/Paris' as date)),
  constraint termination_urgent check (urgency is null or cause in ('GENERAL_INTEREST', 'FAULT')),
  constraint termination_noticed check (urgency is not null or last_day >= cast(given_at at time zone 'Europe/Paris' as date)
    + case cause when 'GENERAL_INTEREST' then 15 when 'OCCUPANT_DECISION' then 8 else 0 end),
  constraint termination_since check (case cause
    when 'FAULT' then urgency is not null or since is not null and since + 8 < cast(given_at at time zone 'Europe/Paris' as date)
    when 'FORCE_MAJEURE' then since is not null and since + 30 < cast(given_at at time zone 'Europe/Paris' as date)
    else since is null end)
);

-- What runs of the requests of before: nobody had to watch these dates until now.
insert into deadline (subject, subject_id, kind, due_at)
select 'BOOKING', b.id, watched.kind, watched.due_at
  from booking b
  left join lateral (select min(cast(date_trunc('day', starts) as timestamp)) at time zone 'Europe/Paris' as begins,
                            max(ends) at time zone 'Europe/Paris' as ends from slot where booking_id = b.id) stay on true
  cross join lateral (values
    ('DRAFT', case when b.status = 'DRAFT' then b.updated_at + interval '6 months' end),
    ('EXPIRY', case when b.status in ('APPROVED', 'SIGNING', 'SIGNED') then stay.ends end),
    ('SIGNATURE', case when b.status = 'SIGNING' then least(greatest(stay.begins, now() + interval '30 days'), stay.ends) end),
    ('START', case when b.status = 'SIGNED' then stay.begins end),
    ('FINISH', case when b.status in ('RUNNING', 'SUSPENDED') then stay.ends end)) watched (kind, due_at)
 where watched.due_at is not null
on conflict do nothing;
