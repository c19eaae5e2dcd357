-- Datasets: what is known of each, its versions, and files on their way in. The rows stand in tables of their own, d1, d2 …,
-- made by the owner as they come; the restricted role reads them.
-- Locks: short, on file and history (a policy each).

create table dataset (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  version int not null default 1,           -- of the description, not of the data
  title text not null,
  description text,                         -- null: not described yet
  custodian text references organisation (id),  -- null: nobody answers for it yet
  basis text,                               -- null: no document was named
  access text not null default 'internal' check (access in ('open', 'shared', 'internal', 'restricted')),
  licence text,                             -- null: none said
  attribution text,                         -- null: the licence asks for none, or none was said
  source text,                              -- null: the custodian's own
  cadence text check (cadence in ('hour', 'day', 'week', 'month', 'quarter', 'half-year', 'year', 'irregular')),  -- null: none said
  themes text[] not null default '{}',
  contents text[] not null default '{}',    -- of the database of a region, NĐ 91/2021 Điều 10
  territory text,                           -- null: the whole country, or not said
  sample boolean not null default false,
  current int not null default 0,           -- the version shown; written last, so that a version is seen whole or not at all
  search text not null,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null
);

create index dataset_newest on dataset (changed_at desc, id);

create table dataset_version (
  dataset_id uuid not null references dataset (id),
  n int not null check (n > 0),
  store text not null check (store ~ '^d[0-9]{1,9}$'),  -- the table that has its rows; versions with one key and one schema share it
  columns jsonb not null,
  key text[] not null,                      -- names of columns; empty: rows have no key, and the next version replaces all
  rows bigint not null,
  rows_added bigint,                          -- null: the version replaced all rows, and is compared with none
  rows_changed bigint,                         -- null: as above
  rows_removed bigint,                         -- null: as above
  empty_cells bigint not null,
  bad_rows bigint not null,
  bad_sha256 text references file (sha256), -- null: no row was left out
  file_sha256 text not null references file (sha256),
  file_name text not null,
  format text not null,
  encoding text,                            -- null: the format says it itself
  valid_on date,                            -- null: the day the data speak of was not said
  note text,                                -- null: none
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (dataset_id, n)
);

create index dataset_version_file on dataset_version (file_sha256);
create index dataset_version_bad on dataset_version (bad_sha256) where bad_sha256 is not null;

-- A file on its way in. Working state, not history: what it led to is a version.
create table dataset_import (
  id uuid primary key default gen_random_uuid(),
  dataset_id uuid references dataset (id),  -- null: it makes a new one
  file_sha256 text not null references file (sha256),
  file_name text not null,
  file_size bigint not null,
  state text not null check (state in ('reading', 'asking', 'waiting', 'loading', 'choosing', 'switching', 'done', 'failed', 'cancelled')),
  reading jsonb,                            -- null: not read yet
  choices jsonb,                            -- null: nothing was chosen yet
  store text check (store ~ '^d[0-9]{1,9}$'),  -- null: no table was made for it
  runner text,                              -- null: no server has taken it
  loaded jsonb,                             -- null: the rows are not all there yet
  rows_read bigint not null default 0,
  rows_bad bigint not null default 0,
  bytes_read bigint not null default 0,
  bad jsonb not null default '[]',          -- the first of them; the file has all
  bad_sha256 text references file (sha256), -- null: no bad row, or not written yet
  result int,                               -- null: no version came of it yet
  failure jsonb,                            -- null: nothing failed; else a refusal
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null
);

-- two imports of one dataset at once would each be a difference from the same version
create unique index dataset_import_one on dataset_import (dataset_id) where state in ('waiting', 'loading', 'choosing', 'switching');
create index dataset_import_newest on dataset_import (made_at desc, id);
create index dataset_import_file on dataset_import (file_sha256);

create sequence dataset_store;

alter table dataset enable row level security;
alter table dataset_version enable row level security;
alter table dataset_import enable row level security;

create policy sight on dataset for select using (
  access = 'open'
  or (select sees_all())
  or (access in ('shared', 'internal') and (select current_setting('lienvung.sight', true)) = 'own')
  or custodian in (select unnest(own_bodies()))
);
create policy keep on dataset for insert with check ((select sees_all()) or (select own_bodies()) is not null);
create policy mend on dataset for update using ((select sees_all()) or (select own_bodies()) is not null);
create policy sight on dataset_version for select using (dataset_id in (select id from dataset));
create policy keep on dataset_version for insert with check ((select sees_all()));
create policy mend on dataset_version for update using ((select sees_all()) or (select own_bodies()) is not null);
create policy own on dataset_import using (
  (select sees_all()) or (made_by <> '' and made_by = (select current_setting('lienvung.actor', true)))
);

-- A part of an address that no dataset has, also none that the asker may not see.
create function dataset_slug(base text) returns text
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  n int := 1;
  candidate text := base;
begin
  while exists (select from dataset where slug = candidate) loop
    n := n + 1;
    candidate := base || '-' || n;
  end loop;
  return candidate;
end
$$;
revoke all on function dataset_slug(text) from public;
grant execute on function dataset_slug(text) to lienvung_app;

-- Whether a dataset is seen by whoever asks: what the policies on its rows ask.
create function dataset_seen(of_dataset uuid) returns boolean
language sql stable
as $$ select exists (select from dataset where id = of_dataset) $$;

-- The wall of a dataset's tables is what its access class says: open tables have none, so that their indexes see.
create function dataset_wall(of_store text, is_open boolean) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if of_store !~ '^d[0-9]{1,9}$' then raise exception 'no store'; end if;
  execute format('alter table %I %s row level security', of_store, case when is_open then 'disable' else 'enable' end);
end
$$;
revoke all on function dataset_wall(text, boolean) from public;

create function dataset_access_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  of_store text;
begin
  for of_store in select distinct v.store from dataset_version v where v.dataset_id = new.id and to_regclass(v.store) is not null loop
    perform dataset_wall(of_store, new.access = 'open');
  end loop;
  return null;
end
$$;

-- a version is shown by the command that adds it; from then on its table is behind the wall of its dataset, or before it
create function dataset_version_added() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if to_regclass(new.store) is not null then
    perform dataset_wall(new.store, exists (select from dataset where id = new.dataset_id and access = 'open'));
  end if;
  return null;
end
$$;
revoke all on function dataset_access_changed(), dataset_version_added() from public;

create trigger wall after insert on dataset_version for each row execute function dataset_version_added();
create trigger wall after update of access on dataset
  for each row when (old.access is distinct from new.access) execute function dataset_access_changed();

-- What was done to a dataset is for whoever works here and sees it.
create policy of_datasets on history for select using (
  (select own_bodies()) is not null and entity = 'dataset' and entity_id in (select id::text from dataset)
);

-- A file is known to who sees a dataset that it made, or whose bad rows it holds.
create policy of_datasets on file for select using (
  exists (select from dataset_version v where v.file_sha256 = file.sha256 or v.bad_sha256 = file.sha256)
);

grant select, insert on dataset, dataset_version to lienvung_app;
grant update (version, title, description, custodian, basis, access, licence, attribution, source, cadence, themes, contents, territory, current, search, changed_at) on dataset to lienvung_app;
grant update (columns) on dataset_version to lienvung_app;
grant select, insert, update on dataset_import to lienvung_app;

call keep_rows_of('dataset', 'id', 'search');
call keep_rows_of('dataset_version', 'dataset_id,n');
