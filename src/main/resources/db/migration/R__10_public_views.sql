-- What the public may see: pages, API, OGC and tiles select from these and from nothing else.
create or replace view public_site as
select s.id, s.slug, s.name, s.category, c.family, c.label as category_label, s.summary, s.description, s.who_decides, s.documents, s.usual_days,
       s.cost, s.conditions, s.legal_levers, s.equipment, s.indoor, s.contact, s.organisation_id, o.name as organisation, o.kind as organisation_kind,
       s.insee, m.name as commune, m.department, s.access_point, s.position_confidence, s.perimeter, s.area_ha, s.search, s.updated_at, s.version, s.census_entry_id, s.words, s.equipment_kinds
  from site s
  join category c on c.code = s.category
  join commune m on m.insee = s.insee
  join organisation o on o.id = s.organisation_id
 where s.state = 'PUBLISHED';

create or replace view public_space as
select p.id, p.site_id, p.name, p.description, p.footprint, p.area_m2, p.domain, p.capacity, p.overnight, p.lead_time_days, p.horizon_days,
       p.min_days, p.max_days, p.buffer_before_days, p.buffer_after_days, p.tariff_id, p.position
  from space p
  join site s on s.id = p.site_id
 where s.state = 'PUBLISHED';

-- When a space is taken or closed, and nothing about by whom.
create or replace view public_occupancy as
select o.space_id, p.site_id, o.kind, o.lanes, o.during, o.hold_until, c.cause
  from occupation o
  join space p on p.id = o.space_id
  join site s on s.id = p.site_id
  left join closure c on c.id = o.closure_id
 where s.state = 'PUBLISHED'
union all
select b.space_id, p.site_id, 'CLOSURE', int4range(1, null), b.during, null, 'Pris dans l’agenda du gestionnaire'
  from imported_busy b
  join space p on p.id = b.space_id
  join site s on s.id = p.site_id
 where s.state = 'PUBLISHED';

create or replace view public_opening_rule as
select r.id, r.space_id, p.site_id, r.kind, r.weekdays, r.opens, r.closes, r.season_start, r.season_end, r.cause
  from opening_rule r
  join space p on p.id = r.space_id
  join site s on s.id = p.site_id
 where s.state = 'PUBLISHED';
