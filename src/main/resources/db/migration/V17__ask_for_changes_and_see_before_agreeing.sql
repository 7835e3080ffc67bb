-- What an officer asks the owner to complete: these fields only are open until the answer. Days are local dates of Europe/Paris.
create table change_request (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  asked_at timestamptz not null,
  asked_by bigint not null references account,
  answer_by date not null,
  missing_pieces boolean not null,
  why text not null constraint change_request_why check (length(btrim(why)) between 10 and 4000),
  fields text[] not null constraint change_request_fields check (cardinality(fields) >= 1 and fields <@ array
    ['TITLE', 'PURPOSE', 'PROTOCOL', 'TECHNIQUES', 'TRL', 'PEOPLE', 'NEEDS', 'PLACE', 'DATES', 'AREA', 'USE_CLASS', 'ORGANISATION']),
  answered_at timestamptz,
  constraint change_request_leaves_time check (answer_by > (asked_at at time zone 'Europe/Paris')::date
    and answer_by <= (asked_at at time zone 'Europe/Paris')::date + interval '6 months'),
  constraint change_request_answer_follows check (answered_at >= asked_at)
);
comment on column change_request.missing_pieces is 'Whether the request lacks pieces that a rule demands: then, and only then, the delay waits for the answer (CRPA L.114-5).';
create unique index change_request_one_open on change_request (booking_id) where answered_at is null;
create index change_request_booking on change_request (booking_id, asked_at);

create function what_was_asked_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.answered_at is not null
     or (new.id, new.booking_id, new.asked_at, new.asked_by, new.answer_by, new.missing_pieces, new.why, new.fields)
        is distinct from (old.id, old.booking_id, old.asked_at, old.asked_by, old.answer_by, old.missing_pieces, old.why, old.fields) then
    raise exception 'what was asked of booking % is final', old.booking_id using errcode = 'check_violation', constraint = 'change_request_final';
  end if;
  return new;
end $$;
create trigger change_request_final before update or delete on change_request for each row execute function what_was_asked_is_final();

-- The hierarchy has seen what is about to be agreed; what it saw changes, and the visa lapses.
create table visa (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  organisation_id bigint not null references organisation,
  given_by bigint not null references account,
  given_at timestamptz not null,
  note text constraint visa_note check (length(btrim(note)) between 1 and 2000),
  lapsed_at timestamptz,
  constraint visa_lapse_follows check (lapsed_at >= given_at)
);
create unique index visa_one_valid on visa (booking_id) where lapsed_at is null;

-- The database has the last word: where the granting organisation wants a visa, nothing is agreed without a valid one of its own.
create function an_agreement_was_seen() returns trigger language plpgsql as $$
begin
  if exists (select from party p join organisation o on o.id = p.organisation_id
              where p.booking_id = new.id and p.role = 'GRANTOR' and o.visa_required
                and not exists (select from visa v where v.booking_id = new.id and v.organisation_id = o.id and v.lapsed_at is null)) then
    raise exception 'booking % is agreed without its visa', new.id using errcode = 'check_violation', constraint = 'booking_visa';
  end if;
  return new;
end $$;
create trigger booking_visa before update of status on booking for each row
  when (old.status = 'IN_REVIEW' and new.status = 'APPROVED') execute function an_agreement_was_seen();
