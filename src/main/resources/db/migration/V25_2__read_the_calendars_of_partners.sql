-- The calendar that a partner keeps elsewhere, one a space, with how its last readings went.
create table busy_feed (
  id bigint generated always as identity primary key,
  space_id bigint not null constraint busy_feed_space unique references space on delete cascade,
  address text not null constraint busy_feed_address check (address ~ '^https?://[^[:space:]]+$' and length(address) <= 2000),
  added_by bigint not null references account,
  added_at timestamptz not null,
  next_at timestamptz not null,
  tried_at timestamptz,
  good_at timestamptz,
  error text constraint busy_feed_error check (length(btrim(error)) between 3 and 500),
  etag text constraint busy_feed_etag check (length(etag) <= 300),
  last_modified text constraint busy_feed_last_modified check (length(last_modified) <= 300),
  constraint busy_feed_of_space unique (id, space_id)
);
create index busy_feed_next on busy_feed (next_at);

-- What it said last time that it could be read. It keeps nobody's row in occupation: a promise made here is kept.
create table imported_busy (
  feed_id bigint not null,
  space_id bigint not null,
  during tstzrange not null constraint imported_busy_during check (not isempty(during) and lower(during) is not null and upper(during) is not null
    and lower_inc(during) and not upper_inc(during)),
  uid_hash bytea not null constraint imported_busy_uid check (octet_length(uid_hash) = 32),
  summary text not null default '' constraint imported_busy_summary check (length(summary) <= 200),
  constraint imported_busy_of_feed foreign key (feed_id, space_id) references busy_feed (id, space_id) on delete cascade
);
create index imported_busy_during on imported_busy using gist (space_id, during);
create index imported_busy_feed on imported_busy (feed_id);
