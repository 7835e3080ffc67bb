-- What happened before there was mail is not told now.
delete from event_pending;

-- The outbox. An event whose letters cannot be written is set aside: seen by the administration, tried again later, in nobody's way.
alter table event_pending
  add column attempts int not null default 0 constraint event_pending_attempts check (attempts between 0 and 1000),
  add column not_before timestamptz,
  add column fault text constraint event_pending_fault check (length(btrim(fault)) between 1 and 2000),
  add constraint event_pending_set_aside check ((attempts = 0) = (fault is null) and (attempts = 0) = (not_before is null));
create index event_pending_filed on event_pending (filed_at, source, event_id);

-- How a person wants what they need not be told at once; decisions, receipts and legal notices are always sent.
create table mail_preference (
  account_id bigint primary key references account,
  rhythm text not null constraint mail_preference_rhythm check (rhythm in ('AT_ONCE', 'DAILY', 'NONE')),
  updated_at timestamptz not null
);

-- One a day for each account, by local date of Europe/Paris.
create table digest (
  id bigint generated always as identity primary key,
  account_id bigint not null references account,
  day date not null,
  made_at timestamptz not null,
  constraint digest_once_a_day unique (account_id, day)
);

-- One message to one person about one event. MAIL is sent; DIGEST waits until the day's digest gathers it.
create table delivery (
  id bigint generated always as identity primary key,
  source text not null constraint delivery_source check (source ~ '^[a-z]{3,20}$'),
  event_id bigint not null,
  channel text not null constraint delivery_channel check (channel in ('MAIL', 'DIGEST')),
  account_id bigint references account,
  name text not null constraint delivery_name check (length(name) <= 200 and name !~ '[[:cntrl:]]'),
  address text constraint delivery_address check (length(address) <= 254
    and address ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$'),
  message_id text not null constraint delivery_message_id_key unique
    constraint delivery_message_id check (message_id ~ '^<[A-Za-z0-9.-]+@[A-Za-z0-9.-]+>$'),
  subject text not null constraint delivery_subject check (length(subject) between 3 and 250 and subject !~ '[[:cntrl:]]'),
  summary text not null constraint delivery_summary check (length(summary) between 3 and 4000),
  link text not null constraint delivery_link check (link ~ '^https?://[^[:space:][:cntrl:]]+$'),
  words text,
  html text,
  state text not null default 'WAITING' constraint delivery_state
    check (state in ('WAITING', 'GATHERED', 'SENT', 'DEAD', 'ABANDONED', 'UNREACHABLE')),
  filed_at timestamptz not null,
  due_at timestamptz not null,
  attempts int not null default 0 constraint delivery_attempts check (attempts >= 0),
  last_code int constraint delivery_last_code check (last_code between 200 and 599),
  last_error text constraint delivery_last_error check (length(last_error) between 1 and 1000),
  sent_at timestamptz,
  digest_id bigint references digest,
  closed_by bigint references account,
  constraint delivery_reaches_somebody check (account_id is not null or address is not null or words is null),
  constraint delivery_gathered check ((state = 'GATHERED') = (digest_id is not null)),
  constraint delivery_of_digest check (channel = 'MAIL' and state <> 'GATHERED'
    or channel = 'DIGEST' and state in ('WAITING', 'GATHERED', 'ABANDONED') and account_id is not null and address is null),
  constraint delivery_addressed check (channel = 'DIGEST' or words is null or state = 'ABANDONED' or (state = 'UNREACHABLE') = (address is null)),
  constraint delivery_written check (channel = 'DIGEST' or state in ('SENT', 'ABANDONED') or (words is not null and html is not null)),
  constraint delivery_sent check ((state = 'SENT') = (sent_at is not null)),
  constraint delivery_dead_says_why check (state <> 'DEAD' or last_error is not null),
  constraint delivery_abandoned_says_who check (state <> 'ABANDONED' or closed_by is not null)
);
create unique index delivery_of_account on delivery (source, event_id, account_id, channel) where account_id is not null;
create unique index delivery_of_address on delivery (source, event_id, lower(address), channel) where account_id is null;
create index delivery_due on delivery (due_at, id) where state = 'WAITING' and channel = 'MAIL';
create index delivery_to_gather on delivery (account_id, id) where state = 'WAITING' and channel = 'DIGEST';
create index delivery_state on delivery (state, id);

-- What was said to somebody does not change; a message that was sent is sent.
create function deliveries_are_kept() returns trigger language plpgsql as $$
begin
  if (new.source, new.event_id, new.channel, new.account_id, new.message_id, new.subject, new.filed_at)
       is distinct from (old.source, old.event_id, old.channel, old.account_id, old.message_id, old.subject, old.filed_at)
    or old.state in ('SENT', 'GATHERED') and new.state <> old.state then
    raise exception 'a delivery is kept as it was' using errcode = 'check_violation', constraint = 'delivery_kept';
  end if;
  return new;
end $$;
create trigger delivery_kept before update on delivery for each row execute function deliveries_are_kept();

grant select, insert, update, delete on mail_preference to ${service_role};
grant select, insert on digest to ${service_role};
grant select, insert, update on delivery to ${service_role};
