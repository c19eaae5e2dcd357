-- Registers: places, organisations, regions, working days. Open to every reader; filled by the owner from registers/.
-- Locks: none on existing tables. Each lookup is by an index; `folded` and `plain` are computed by src/base/fold.ts.

create table place (
  id text primary key,              -- level, code and first day: p52-2025-07-01; stable between compilations
  code text not null,               -- given again with another meaning: never a key without a day
  name text not null,               -- without the word of its level
  full_name text not null,
  level text not null check (level in ('province', 'district', 'commune')),
  parent_id text references place (id),   -- null: a province
  from_day date,                    -- null: the beginning is not known
  to_day date,                      -- null: still so
  basis text not null,
  certainty text not null,
  folded text not null,             -- name, without marks
  plain text not null,              -- name, lower case, tone on the first vowel
  folded_full text not null,
  sort_key text not null,
  check (from_day is null or to_day is null or from_day < to_day)
);

-- on a day a code of a level names one place
alter table place add constraint place_code_once
  exclude using gist (level with =, code with =, daterange(from_day, to_day) with &&);
create index place_by_code on place (code);
create index place_by_folded on place (folded text_pattern_ops);
create index place_by_folded_full on place (folded_full text_pattern_ops);
create index place_by_slip on place using gin (folded gin_trgm_ops);
create index place_of_parent on place (parent_id, sort_key, id);
create index place_by_level on place (level, sort_key, id);

-- Another code that an official list gave the same unit: a correction, not a succession.
create table place_code (
  place_id text not null references place (id),
  code text not null,
  basis text not null,
  primary key (place_id, code)
);

create index place_code_by_code on place_code (code);

create table place_succession (
  from_id text not null references place (id),
  to_id text not null references place (id),
  kind text not null check (kind in ('merge', 'split', 'rename', 'correction')),
  partial boolean not null,         -- only a part of `from` went there
  weight double precision,          -- share of from's area or people; null: not known
  at date not null,
  basis text not null,
  certainty text not null,
  primary key (from_id, to_id)
);

create index place_succession_back on place_succession (to_id);

create table place_outline (
  place_id text not null references place (id),
  name text not null,
  kind text not null check (kind in ('province', 'archipelago')),
  geom geometry(multipolygon, 4326) not null,
  primary key (place_id, name)
);

create index place_outline_at on place_outline using gist (geom);

create table organisation (
  id text primary key,
  kind text not null check (kind in ('internal', 'ministry', 'locality', 'business', 'group')),
  rank text not null,               -- bo, so, province, district, commune …: what classes of bodies are made of
  of_place text not null,           -- province whose body it is, as its name is written; empty: of the state
  from_day date,                    -- null: the beginning is not known
  to_day date,                      -- null: still so
  basis text not null,
  certainty text not null
);

create table organisation_name (
  organisation_id text not null references organisation (id),
  name text not null,
  abbreviation text not null,       -- empty: none
  from_day date,
  to_day date,
  folded text not null,
  plain text not null,
  folded_abbreviation text not null,
  sort_key text not null,
  exclude using gist (organisation_id with =, daterange(from_day, to_day) with &&)
);

create index organisation_name_of on organisation_name (organisation_id);
create index organisation_name_by_folded on organisation_name (folded text_pattern_ops);
create index organisation_name_by_abbreviation on organisation_name (folded_abbreviation);
create index organisation_name_by_slip on organisation_name using gin (folded gin_trgm_ops);
create index organisation_name_in_order on organisation_name (sort_key, organisation_id);

create table organisation_succession (
  from_id text not null references organisation (id),
  to_id text not null references organisation (id),
  kind text not null check (kind in ('rename', 'merge', 'absorb', 'split', 'transfer', 'dissolve')),
  scope text not null,              -- the functions or the territory that went there; empty: all
  at date not null,
  basis text not null,
  certainty text not null,
  primary key (from_id, to_id, scope)
);

create index organisation_succession_back on organisation_succession (to_id);

create table region_member (
  region_id text not null,
  name text not null,
  province_code text not null,      -- read on a day inside from … to
  from_day date,
  to_day date,
  basis text not null,
  certainty text not null,
  exclude using gist (region_id with =, province_code with =, daterange(from_day, to_day) with &&)
);

-- The working-day calendar: facts about days, each with the version that brought it. The last version of a day is in force;
-- nothing is changed in place, so a sum of working days can be made as it was known then.
create table calendar_day (
  day date not null,
  version int not null,             -- 0: the register; then one a correction
  kind text not null check (kind in ('closed', 'worked', 'ordinary')),
  reason text not null,
  certainty text not null,
  basis text not null,
  recorded_at timestamptz not null default now(),
  primary key (day, version)
);

create table register_load (
  one boolean primary key default true check (one),
  sha256 text not null              -- of the files that were loaded
);

grant select on place, place_code, place_succession, place_outline, organisation, organisation_name,
  organisation_succession, region_member, calendar_day, register_load to lienvung_app;
grant insert on calendar_day to lienvung_app;
