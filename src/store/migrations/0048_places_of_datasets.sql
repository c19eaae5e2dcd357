-- Which units the rows of a dataset are of: datasets are found by them. And what its columns mean is searched too. [DAT-89]
-- Locks: on dataset, against writes, while each table of rows is gone through once, a second for a million rows.

-- derived from the rows of the current version, with the units above them: of each unit once
create table dataset_place (
  dataset_id uuid not null references dataset (id),
  place_id text not null,           -- of the register, which is loaded anew without asking who leads to it
  primary key (place_id, dataset_id)
);
create index dataset_place_of on dataset_place (dataset_id);

alter table dataset_place enable row level security;
create policy sight on dataset_place for select using (dataset_id in (select id from dataset));
create policy keep on dataset_place for insert with check (
  exists (select from dataset d where d.id = dataset_id and keeps_dataset(d.custodian))
);
create policy renew on dataset_place for delete using (
  exists (select from dataset d where d.id = dataset_id and keeps_dataset(d.custodian))
);
grant select, insert, delete on dataset_place to lienvung_app;

do $$
declare
  shown record;
  cell text;
begin
  for shown in
    select d.id, v.n, v.store, v.columns, v.cells
    from dataset d
    join dataset_version v
      on v.dataset_id = d.id and v.n = d.current
    where to_regclass(v.store) is not null
  loop
    for cell in
      select coalesce(shown.cells[jsonb_array_length(shown.columns) + k], 'p' || i)
      from (
        select i, row_number() over (order by i) as k
        from jsonb_array_elements(shown.columns) with ordinality c (one, i)
        where one ->> 'role' = 'place' and one ? 'place'
      ) placed
    loop
      execute format(
        'insert into dataset_place
         with recursive said (id) as (
           select * from (select distinct %1$I from %2$I where from_n <= $2 and (to_n is null or to_n > $2) and %1$I is not null) own
           union
           select p.parent_id from said join place p on p.id = said.id where p.parent_id is not null
         )
         select $1, id from said
         on conflict do nothing',
        cell, shown.store) using shown.id, shown.n;
    end loop;
  end loop;
end
$$;

update dataset d
set search = left(
  d.search || ' ' || trim(regexp_replace(
    lower(translate(regexp_replace(normalize(said.meanings, nfd), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd')), '[^[:alnum:]]+', ' ', 'g')),
  20000)
from (
  select v.dataset_id, v.n, string_agg(one ->> 'meaning', ' ') as meanings
  from dataset_version v
  cross join jsonb_array_elements(v.columns) one
  where one ->> 'meaning' is not null
  group by 1, 2
) said
where said.dataset_id = d.id and said.n = d.current;
