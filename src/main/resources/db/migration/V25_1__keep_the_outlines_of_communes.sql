-- Outlines come from the yearly official file, by a command; the column of commune that never was filled goes.
create table commune_outline (
  insee text primary key references commune,
  outline geometry(MultiPolygon, 4326) not null constraint commune_outline_shape check (st_isvalid(outline) and not st_isempty(outline)),
  source text not null constraint commune_outline_source check (length(btrim(source)) between 3 and 500),
  vintage int not null constraint commune_outline_vintage check (vintage between 2000 and 2100),
  loaded_at timestamptz not null default now()
);
create index commune_outline_outline on commune_outline using gist (outline);
alter table commune drop column outline;
