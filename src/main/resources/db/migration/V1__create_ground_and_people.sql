-- Everything lives in schema terrain; extensions live in public and are created with the database.

create function plain_text(text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));
comment on function plain_text is 'Words as they are searched: no accents, no case.';

create function is_siret(text) returns boolean
  language sql immutable strict parallel safe
  return $1 ~ '^[0-9]{14}$' and (
    case when $1 like '356000000%' and $1 <> '35600000000048'
      then (select sum(d::int) % 5 = 0 from unnest(string_to_array($1, null)) d)
      else (select sum(case when i % 2 = 1 then (d::int * 2) / 10 + (d::int * 2) % 10 else d::int end) % 10 = 0
              from unnest(string_to_array($1, null)) with ordinality t(d, i))
    end);
comment on function is_siret is 'Luhn key of a SIRET; the offices of La Poste (SIREN 356000000) sum to a multiple of five instead.';

-- What this database is for: demonstration data and real data never share one.
create table installation (
  only_one boolean primary key default true constraint installation_single check (only_one),
  kind text not null constraint installation_kind check (kind in ('DEMONSTRATION', 'PRODUCTION')),
  since timestamptz not null default now()
);
insert into installation (kind) values ('${installation}');

create table commune (
  insee text primary key constraint commune_insee check (insee ~ '^[0-9AB]{5}$'),
  name text not null,
  department text not null,
  siren text,
  population int,
  postcodes text[] not null default '{}',
  label_point geometry(Point, 4326) not null,
  outline geometry(MultiPolygon, 4326) constraint commune_outline_valid check (st_isvalid(outline))
);
create index commune_label_point on commune using gist (label_point);

create table category (
  code text primary key,
  family text not null constraint category_family
    check (family in ('technopole', 'port', 'echange', 'nature', 'projet', 'infra', 'labo', 'usine')),
  label text not null,
  family_label text not null,
  position int not null
);

create table constraint_code (
  code text primary key constraint constraint_code_form check (code ~ '^[A-Z0-9_]{2,30}$'),
  label text not null,
  effect text not null,
  gesture text not null,
  tone text not null constraint constraint_code_tone check (tone in ('info', 'warn', 'danger'))
);

create table theme_family (
  code text primary key,
  label text not null,
  position int not null
);

create table theme (
  code text primary key constraint theme_form check (code ~ '^[a-z0-9_]{2,40}$'),
  family text not null references theme_family,
  label text not null
);

create table census_entry (
  id text primary key constraint census_entry_id check (id ~ '^[a-z0-9-]{3,80}$'),
  name text not null,
  category text not null references category,
  insee text not null references commune,
  position geometry(Point, 4326) not null,
  position_confidence text not null constraint census_entry_confidence check (position_confidence in ('HIGH', 'MEDIUM', 'LOW')),
  manager text not null,
  manager_confidence text not null constraint census_entry_manager_confidence check (manager_confidence in ('HIGH', 'MEDIUM', 'LOW')),
  domain_text text not null,
  domain text not null constraint census_entry_domain
    check (domain in ('PUBLIC', 'PRIVATE', 'MARITIME_PORT', 'MARITIME_NATURAL', 'UNKNOWN')),
  area_ha numeric(10, 2) constraint census_entry_area check (area_ha > 0),
  massif text,
  aerodrome text,
  aerodrome_km numeric(6, 1) constraint census_entry_aerodrome check (aerodrome_km >= 0),
  note text,
  source text not null,
  knowledge_only boolean not null,
  loaded_at timestamptz not null,
  withdrawn_at timestamptz
);
create table census_theme (
  census_entry_id text not null references census_entry,
  theme text not null references theme,
  primary key (census_entry_id, theme)
);
create table census_constraint (
  census_entry_id text not null references census_entry,
  constraint_code text not null references constraint_code,
  primary key (census_entry_id, constraint_code)
);
create table census_difference (
  id bigint generated always as identity primary key,
  census_entry_id text not null references census_entry,
  field text not null,
  before text,
  after text,
  loaded_at timestamptz not null
);

create table account (
  id bigint generated always as identity primary key,
  subject text not null constraint account_subject_key unique,
  name text not null,
  email text,
  created_at timestamptz not null default now(),
  constraint account_bounds check (length(subject) between 1 and 255 and length(name) between 1 and 200 and length(email) <= 254)
);

create table organisation (
  id bigint generated always as identity primary key,
  name text not null constraint organisation_name check (length(btrim(name)) between 2 and 200),
  legal_form text constraint organisation_legal_form check (length(legal_form) <= 120),
  kind text not null constraint organisation_kind
    check (kind in ('LOCAL_AUTHORITY', 'STATE', 'PUBLIC_BODY', 'PRIVATE', 'ASSOCIATION')),
  siret text constraint organisation_siret check (is_siret(siret)),
  rna text constraint organisation_rna check (rna ~ '^W[0-9]{9}$'),
  foreign_number text constraint organisation_foreign_number check (length(foreign_number) between 2 and 60),
  address text constraint organisation_address check (length(address) <= 400),
  contact text constraint organisation_contact check (length(contact) <= 254),
  operator boolean not null default false,
  demonstration boolean not null default false,
  verified_at timestamptz,
  created_by bigint references account,
  created_at timestamptz not null default now(),
  constraint organisation_verified_has_number
    check (verified_at is null or coalesce(siret, rna, foreign_number) is not null)
);
create unique index organisation_one_operator on organisation (operator) where operator;
create unique index organisation_siret_key on organisation (siret) where verified_at is not null;
create unique index organisation_rna_key on organisation (rna) where verified_at is not null;
create unique index organisation_foreign_number_key on organisation (foreign_number) where verified_at is not null;

create table member (
  organisation_id bigint not null references organisation,
  account_id bigint not null references account,
  capabilities text[] not null default '{}' constraint member_capabilities
    check (capabilities <@ array ['instruct', 'decide', 'legal', 'sign', 'keep_sites', 'manage_members']),
  since timestamptz not null default now(),
  primary key (organisation_id, account_id)
);
create index member_account on member (account_id);

-- Who may sign for an organisation: the signatory is not the contact, and signs by virtue of an act.
create table representative (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  account_id bigint references account,
  name text not null constraint representative_name check (length(btrim(name)) between 2 and 200),
  quality text not null constraint representative_quality check (length(btrim(quality)) between 2 and 200),
  delegation_act text constraint representative_act check (length(delegation_act) <= 300),
  valid_from date,
  valid_until date,
  constraint representative_dates check (valid_until >= valid_from)
);
create index representative_organisation on representative (organisation_id);
