create table tariff (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  name text not null,
  deliberation text not null constraint tariff_deliberation check (length(btrim(deliberation)) between 2 and 120),
  deliberation_date date not null,
  valid_from date not null,
  valid_until date,
  constraint tariff_dates check (valid_until >= valid_from),
  constraint tariff_voted_before check (deliberation_date <= valid_from)
);
create index tariff_organisation on tariff (organisation_id);

-- One price of a grid: amount excluding tax, in euros, per unit, for a class of use.
create table tariff_line (
  id bigint generated always as identity primary key,
  tariff_id bigint not null references tariff,
  label text not null,
  unit text not null constraint tariff_line_unit check (unit in ('FLAT', 'DAY', 'WEEK', 'MONTH', 'SQUARE_METRE_DAY', 'SQUARE_METRE_MONTH')),
  use_class text not null constraint tariff_line_class check (use_class in ('NO_REVENUE', 'REVENUE', 'ASSOCIATION')),
  amount numeric(12, 2) not null constraint tariff_line_amount check (amount > 0),
  minimum numeric(12, 2) not null default 0 constraint tariff_line_minimum check (minimum >= 0),
  constraint tariff_line_key unique (tariff_id, unit, use_class)
);

create table site (
  id bigint generated always as identity primary key,
  slug text not null constraint site_slug_key unique constraint site_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  census_entry_id text constraint site_census_entry_key unique references census_entry,
  name text not null constraint site_name check (length(btrim(name)) between 3 and 200),
  category text not null references category,
  summary text not null constraint site_summary check (length(btrim(summary)) between 10 and 300),
  description text not null constraint site_description check (length(description) <= 10000),
  who_decides text not null default '',
  documents text[] not null default '{}',
  usual_days int constraint site_usual_days check (usual_days between 1 and 730),
  cost text not null default '',
  conditions text not null default '',
  legal_levers text[] not null default '{}',
  equipment text[] not null default '{}',
  indoor boolean not null default false,
  contact text constraint site_contact check (length(contact) <= 254),
  organisation_id bigint not null references organisation,
  insee text not null references commune,
  access_point geometry(Point, 4326) not null,
  position_confidence text not null constraint site_confidence check (position_confidence in ('HIGH', 'MEDIUM', 'LOW')),
  perimeter geometry(MultiPolygon, 4326) constraint site_perimeter_valid check (st_isvalid(perimeter) and not st_isempty(perimeter)),
  area_ha numeric(10, 2) constraint site_area check (area_ha > 0),
  state text not null default 'DRAFT' constraint site_state check (state in ('DRAFT', 'TO_VALIDATE', 'PUBLISHED', 'SUSPENDED', 'ARCHIVED')),
  demonstration boolean not null default false,
  published_at timestamptz,
  updated_at timestamptz not null default now(),
  version int not null default 0,
  search text not null default '',
  constraint site_published_at check (state not in ('PUBLISHED', 'SUSPENDED') or published_at is not null),
  constraint site_texts check (length(conditions) <= 10000 and length(cost) <= 2000 and length(who_decides) <= 2000
    and cardinality(documents) <= 40 and cardinality(legal_levers) <= 40 and cardinality(equipment) <= 60)
);
create index site_access_point on site using gist (access_point) where state = 'PUBLISHED';
create index site_perimeter on site using gist (perimeter) where state = 'PUBLISHED';
create index site_search on site using gin (search public.gin_trgm_ops);
create index site_category on site (category) where state = 'PUBLISHED';
create index site_insee on site (insee) where state = 'PUBLISHED';
create index site_organisation on site (organisation_id);

create table site_theme (
  site_id bigint not null references site on delete cascade,
  theme text not null references theme,
  primary key (site_id, theme)
);
create index site_theme_theme on site_theme (theme);
create table site_constraint (
  site_id bigint not null references site on delete cascade,
  constraint_code text not null references constraint_code,
  primary key (site_id, constraint_code)
);
create table site_party (
  site_id bigint not null references site on delete cascade,
  organisation_id bigint not null references organisation,
  role text not null constraint site_party_role check (role in ('OWNER', 'FACILITATOR', 'PARTNER')),
  must_sign boolean not null default false,
  primary key (site_id, organisation_id, role)
);
create table site_revision (
  id bigint generated always as identity primary key,
  site_id bigint not null references site,
  content jsonb not null,
  state text not null default 'DRAFT' constraint site_revision_state check (state in ('DRAFT', 'TO_VALIDATE', 'ACCEPTED', 'REJECTED')),
  author_id bigint not null references account,
  created_at timestamptz not null default now(),
  decided_by bigint references account,
  decided_at timestamptz,
  constraint site_revision_decided check ((state in ('ACCEPTED', 'REJECTED')) = (decided_at is not null and decided_by is not null))
);
create index site_revision_site on site_revision (site_id);

-- The words of a site, its commune, category and themes, kept by triggers so that no writer forgets them.
create function site_words(s site) returns text language sql stable as $$
  select plain_text(concat_ws(' ', s.name, s.summary, s.description, s.conditions, array_to_string(s.equipment, ' '),
    (select name from commune where insee = s.insee), (select label || ' ' || family_label from category where code = s.category),
    (select string_agg(t.label, ' ') from site_theme st join theme t on t.code = st.theme where st.site_id = s.id)))
$$;
create function keep_site_words() returns trigger language plpgsql as $$
begin
  new.search := site_words(new);
  return new;
end $$;
create trigger site_words before insert or update on site for each row execute function keep_site_words();
create function touch_site_words() returns trigger language plpgsql as $$
begin
  update site set search = '' where id = coalesce(new.site_id, old.site_id);
  return null;
end $$;
create trigger site_theme_words after insert or update or delete on site_theme for each row execute function touch_site_words();

create table space (
  id bigint generated always as identity primary key,
  site_id bigint not null references site,
  name text not null constraint space_name check (length(btrim(name)) between 2 and 120),
  description text not null default '' constraint space_description check (length(description) <= 4000),
  footprint geometry(MultiPolygon, 4326) constraint space_footprint_valid check (st_isvalid(footprint) and not st_isempty(footprint)),
  area_m2 numeric(12, 2) constraint space_area check (area_m2 > 0),
  domain text not null default 'UNKNOWN' constraint space_domain
    check (domain in ('PUBLIC', 'PRIVATE', 'MARITIME_PORT', 'MARITIME_NATURAL', 'UNKNOWN')),
  capacity int not null default 1 constraint space_capacity check (capacity between 1 and 100),
  overnight boolean not null default false,
  lead_time_days int not null default 0 constraint space_lead_time check (lead_time_days between 0 and 730),
  horizon_days int not null default 540 constraint space_horizon check (horizon_days between 1 and 1830),
  min_days int not null default 1 constraint space_min_days check (min_days between 1 and 366),
  max_days int not null default 366 constraint space_max_days check (max_days between 1 and 1830),
  buffer_before_days int not null default 0 constraint space_buffer_before check (buffer_before_days between 0 and 60),
  buffer_after_days int not null default 0 constraint space_buffer_after check (buffer_after_days between 0 and 60),
  tariff_id bigint references tariff,
  position int not null default 0,
  constraint space_name_key unique (site_id, name),
  constraint space_of_site unique (id, site_id),
  constraint space_durations check (min_days <= max_days),
  constraint space_notice check (lead_time_days < horizon_days)
);

create function published_site_has_a_space() returns trigger language plpgsql as $$
begin
  if exists (select from site s where s.id = new.id and s.state in ('PUBLISHED', 'SUSPENDED')
             and not exists (select from space where site_id = s.id)) then
    raise exception 'site % is published without a space', new.slug using errcode = 'check_violation', constraint = 'site_has_a_space';
  end if;
  return null;
end $$;
create constraint trigger site_has_a_space after insert or update of state on site
  deferrable initially deferred for each row execute function published_site_has_a_space();
create function published_site_keeps_a_space() returns trigger language plpgsql as $$
begin
  if exists (select from site s where s.id = old.site_id and s.state in ('PUBLISHED', 'SUSPENDED')
             and not exists (select from space where site_id = s.id)) then
    raise exception 'site % is published without a space', old.site_id using errcode = 'check_violation', constraint = 'site_has_a_space';
  end if;
  return null;
end $$;
create constraint trigger space_leaves_a_space after delete or update of site_id on space
  deferrable initially deferred for each row execute function published_site_keeps_a_space();

-- Recurring rules, in local time (Europe/Paris). No rule: always open. closes <= opens means until the next morning.
create table opening_rule (
  id bigint generated always as identity primary key,
  space_id bigint not null references space on delete cascade,
  kind text not null constraint opening_rule_kind check (kind in ('OPEN', 'CONDITIONAL', 'CLOSED')),
  weekdays smallint[] not null default '{1,2,3,4,5,6,7}' constraint opening_rule_weekdays
    check (weekdays <@ array [1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) between 1 and 7),
  opens time not null default '00:00',
  closes time not null default '00:00',
  season_start text constraint opening_rule_season_start check (season_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  season_end text constraint opening_rule_season_end check (season_end ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  cause text constraint opening_rule_cause check (length(cause) <= 300),
  constraint opening_rule_season check ((season_start is null) = (season_end is null)),
  constraint opening_rule_says_why check (kind = 'OPEN' or length(btrim(cause)) > 0)
);
create index opening_rule_space on opening_rule (space_id);

-- A dated hard closure, in local time (Europe/Paris); its rows in occupation keep bookings out.
create table closure (
  id bigint generated always as identity primary key,
  space_id bigint not null references space,
  starts timestamp not null,
  ends timestamp not null,
  cause text not null constraint closure_cause check (length(btrim(cause)) between 3 and 300),
  created_by bigint references account,
  created_at timestamptz not null default now(),
  constraint closure_dates check (starts < ends and ends - starts <= interval '1830 days')
);
create index closure_space on closure (space_id);

-- Demonstration data and real data never share a database.
create function demonstration_only() returns trigger language plpgsql as $$
begin
  if new.demonstration is distinct from (select kind = 'DEMONSTRATION' from installation) then
    raise exception 'demonstration and real data may not share a database'
      using errcode = 'check_violation', constraint = 'demonstration_apart';
  end if;
  return new;
end $$;
create trigger organisation_demonstration before insert or update of demonstration on organisation
  for each row execute function demonstration_only();
create trigger site_demonstration before insert or update of demonstration on site
  for each row execute function demonstration_only();
