-- Who put which file: only he, and whoever may see something it was shown with, may show it with something else. [TSK-25]
-- Files put before are still seen where they were shown; one that was shown nowhere is put once more.
-- Locks: short, on file (its policy is replaced).

create table file_put (
  sha256 text not null references file (sha256),
  actor text not null,
  at timestamptz not null,          -- the first time
  primary key (sha256, actor)
);

alter table file_put enable row level security;
create policy own on file_put using (actor = current_setting('lienvung.actor', true) and actor <> '');
grant select, insert on file_put to lienvung_app;

-- the row of a file is seen by the same, and told to nobody else
drop policy sight on file;
create policy sight on file for select using (
  (select sees_all())
  or exists (select from file_put p where p.sha256 = file.sha256)
  or exists (select from task_event_file f where f.sha256 = file.sha256)
);
create policy keep on file for insert with check ((select sees_all()) or (select own_bodies()) is not null);
