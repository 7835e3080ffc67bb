-- A request that cannot have its dates waits for some; the place in the list is the order of receipt among those that want the same.
create table waiting_entry (
  booking_id bigint primary key references booking on delete cascade,
  since timestamptz not null
);

-- Slots proposed to a request instead of, or again as, those that it asks for; a hold keeps them until the answer is due.
create table slot_offer (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'OPEN' constraint slot_offer_state check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
  answered_at timestamptz,
  constraint slot_offer_of_booking unique (id, booking_id),
  constraint slot_offer_lasts check (expires_at > made_at and expires_at <= made_at + interval '32 days'),
  constraint slot_offer_answered check ((state = 'OPEN') = (answered_at is null)),
  constraint slot_offer_lapsed_after check (state <> 'LAPSED' or answered_at >= expires_at),
  constraint slot_offer_accepted_before check (state <> 'ACCEPTED' or answered_at < expires_at)
);
create unique index slot_offer_one_open on slot_offer (booking_id) where state = 'OPEN';

-- Local time of Europe/Paris, as the slots of a request. Only spaces that the request asks for are offered.
create table offered_slot (
  offer_id bigint not null,
  booking_id bigint not null,
  space_id bigint not null,
  starts timestamp not null,
  ends timestamp not null,
  primary key (offer_id, space_id, starts),
  constraint offered_slot_offer foreign key (offer_id, booking_id) references slot_offer (id, booking_id) on delete cascade,
  constraint offered_slot_space foreign key (booking_id, space_id) references booking_space (booking_id, space_id)
    deferrable initially deferred,
  constraint offered_slot_dates check (starts < ends and ends - starts <= interval '1830 days')
);
create index slot_space on slot (space_id, starts, ends);

-- Somebody gave time back: who waits for it is asked at once, by the job that fires what falls due.
alter table deadline drop constraint deadline_kind,
  add constraint deadline_kind check (kind in ('SILENCE', 'RECEIPT', 'ANSWER', 'REASONS', 'OPINION', 'SIGNATURE', 'HOLD', 'OFFER', 'VACANCY', 'START',
    'FINISH', 'REPORT', 'DRAFT', 'EXPIRY'));
