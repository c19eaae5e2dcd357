-- Made by scripts/generate-compiled.ts from dataset-list-store.ts; reviewed, never run.

-- datasets
select "dataset".*,
  "n",
  "store",
  "columns",
  "cells",
  "key",
  "rows",
  "rows_added",
  "rows_changed",
  "rows_removed",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current";

-- oneDataset
-- $1 "00000000-0000-0000-0000-000000000001"
select "dataset".*,
  "n",
  "store",
  "columns",
  "cells",
  "key",
  "rows",
  "rows_added",
  "rows_changed",
  "rows_removed",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" = $1;

-- titledLike
-- $1 0
-- $2 "dan so%"
select "title",
  "slug"
from "dataset"
where "current" > $1
  and "search" like $2
order by "changed_at" desc,
  "id";

-- versionsOf
-- $1 "00000000-0000-0000-0000-000000000001"
select *
from "dataset_version"
where "dataset_id" = $1
order by "n" desc;

-- listDatasets
-- $1 "muc nuoc"
-- $2 "%muc%"
-- $3 "%nuoc%"
-- $4 "water"
-- $5 "open"
-- $6 "so-y-te-da-nang-origin"
-- $7 "day"
-- $8 "Đà Nẵng"
-- $9 "csv"
-- $10 "2025-07-01T00:00:00+07:00"
-- $11 "00000000-0000-0000-0000-000000000001"
-- $12 21
select "dataset".*,
  "n",
  "store",
  "columns",
  "cells",
  "key",
  "rows",
  "rows_added",
  "rows_changed",
  "rows_removed",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" in (select "id" from "dataset" where true and search like $2 and search like $3 and $4 = any (themes) and access = $5 and custodian = $6 and cadence = $7 and $8 = any (localities) and current_format = $9 and (dataset.changed_at, dataset.id) < ($10::timestamptz, $11::uuid) order by dataset.changed_at desc, dataset.id desc limit $12)
order by dataset.changed_at desc,
  dataset.id desc;

-- listDatasets by title
-- $1 "muc nuoc"
-- $2 "%muc%"
-- $3 "%nuoc%"
-- $4 "water"
-- $5 "open"
-- $6 "so-y-te-da-nang-origin"
-- $7 "day"
-- $8 "Đà Nẵng"
-- $9 "csv"
-- $10 "Dân số"
-- $11 "00000000-0000-0000-0000-000000000001"
-- $12 21
select "dataset".*,
  "n",
  "store",
  "columns",
  "cells",
  "key",
  "rows",
  "rows_added",
  "rows_changed",
  "rows_removed",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" in (select "id" from "dataset" where true and search like $2 and search like $3 and $4 = any (themes) and access = $5 and custodian = $6 and cadence = $7 and $8 = any (localities) and current_format = $9 and (dataset.title collate vietnamese, dataset.id) > ($10, $11::uuid) order by dataset.title collate vietnamese, dataset.id limit $12)
order by dataset.title collate vietnamese,
  dataset.id;

-- listDatasets as they are called
-- $1 "muc nuoc"
-- $2 "%muc%"
-- $3 "%nuoc%"
-- $4 "water"
-- $5 "open"
-- $6 "so-y-te-da-nang-origin"
-- $7 "day"
-- $8 "Đà Nẵng"
-- $9 "csv"
-- $10 "muc nuoc"
-- $11 "1"
-- $12 "muc nuoc"
-- $13 "1"
-- $14 "2025-07-01T00:00:00+07:00"
-- $15 "00000000-0000-0000-0000-000000000001"
-- $16 "muc nuoc"
-- $17 21
-- $18 "muc nuoc"
select "dataset".*,
  "n",
  "store",
  "columns",
  "cells",
  "key",
  "rows",
  "rows_added",
  "rows_changed",
  "rows_removed",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" in (select "id" from "dataset" where true and search like $2 and search like $3 and $4 = any (themes) and access = $5 and custodian = $6 and cadence = $7 and $8 = any (localities) and current_format = $9 and (coalesce(nullif(strpos(dataset.search, $10), 0), 100000) > $11::int or (coalesce(nullif(strpos(dataset.search, $12), 0), 100000) = $13::int and (dataset.changed_at, dataset.id) < ($14::timestamptz, $15::uuid))) order by coalesce(nullif(strpos(dataset.search, $16), 0), 100000), dataset.changed_at desc, dataset.id desc limit $17)
order by coalesce(nullif(strpos(dataset.search, $18), 0), 100000),
  dataset.changed_at desc,
  dataset.id desc;

-- facetsOf
-- $1 "%muc%"
-- $2 "%nuoc%"
-- $3 "water"
-- $4 "open"
-- $5 "so-y-te-da-nang-origin"
-- $6 "day"
-- $7 "Đà Nẵng"
-- $8 "csv"
-- $9 "open"
-- $10 "so-y-te-da-nang-origin"
-- $11 "day"
-- $12 "Đà Nẵng"
-- $13 "csv"
-- $14 "water"
-- $15 "open"
-- $16 "so-y-te-da-nang-origin"
-- $17 "day"
-- $18 "csv"
-- $19 "water"
-- $20 "so-y-te-da-nang-origin"
-- $21 "day"
-- $22 "Đà Nẵng"
-- $23 "csv"
-- $24 "water"
-- $25 "open"
-- $26 "day"
-- $27 "Đà Nẵng"
-- $28 "csv"
-- $29 "water"
-- $30 "open"
-- $31 "so-y-te-da-nang-origin"
-- $32 "Đà Nẵng"
-- $33 "csv"
-- $34 "water"
-- $35 "open"
-- $36 "so-y-te-da-nang-origin"
-- $37 "day"
-- $38 "Đà Nẵng"

    with found as materialized (
      select themes, localities, access, custodian, cadence, current_format as current_format
      from dataset
      where true and search like $1 and search like $2
    ),
    kind as (
      select themes, localities, access, custodian, cadence, current_format, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    )
    select *
from (select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $3 = any (themes) and access = $4 and custodian = $5 and cadence = $6 and $7 = any (localities) and current_format = $8 union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $9 and custodian = $10 and cadence = $11 and $12 = any (localities) and current_format = $13
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from kind cross join unnest(localities) as locality
    where true and $14 = any (themes) and access = $15 and custodian = $16 and cadence = $17 and current_format = $18
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $19 = any (themes) and custodian = $20 and cadence = $21 and $22 = any (localities) and current_format = $23
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $24 = any (themes) and access = $25 and cadence = $26 and $27 = any (localities) and current_format = $28
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $29 = any (themes) and access = $30 and custodian = $31 and $32 = any (localities) and current_format = $33
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $34 = any (themes) and access = $35 and custodian = $36 and cadence = $37 and $38 = any (localities)
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- listDatasets of a past day
-- $1 "muc nuoc"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "%muc%"
-- $5 "%nuoc%"
-- $6 "water"
-- $7 "open"
-- $8 "so-y-te-da-nang-origin"
-- $9 "day"
-- $10 "Đà Nẵng"
-- $11 "2025-07-01"
-- $12 "csv"
-- $13 "2025-07-01T00:00:00+07:00"
-- $14 "00000000-0000-0000-0000-000000000001"
-- $15 21
select "dataset".*,
  "n",
  "store",
  "columns",
  "cells",
  "key",
  "rows",
  "rows_added",
  "rows_changed",
  "rows_removed",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $2::date
)
where "dataset"."id" in (select "id" from "dataset" where (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $3::date
) is not null and search like $4 and search like $5 and $6 = any (themes) and access = $7 and custodian = $8 and cadence = $9 and $10 = any (localities) and (
  select v.format from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $11::date order by v.n desc limit 1
) = $12 and (dataset.changed_at, dataset.id) < ($13::timestamptz, $14::uuid) order by dataset.changed_at desc, dataset.id desc limit $15)
order by dataset.changed_at desc,
  dataset.id desc;

-- facetsOf a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 "water"
-- $6 "open"
-- $7 "so-y-te-da-nang-origin"
-- $8 "day"
-- $9 "Đà Nẵng"
-- $10 "csv"
-- $11 "open"
-- $12 "so-y-te-da-nang-origin"
-- $13 "day"
-- $14 "Đà Nẵng"
-- $15 "csv"
-- $16 "water"
-- $17 "open"
-- $18 "so-y-te-da-nang-origin"
-- $19 "day"
-- $20 "csv"
-- $21 "water"
-- $22 "so-y-te-da-nang-origin"
-- $23 "day"
-- $24 "Đà Nẵng"
-- $25 "csv"
-- $26 "water"
-- $27 "open"
-- $28 "day"
-- $29 "Đà Nẵng"
-- $30 "csv"
-- $31 "water"
-- $32 "open"
-- $33 "so-y-te-da-nang-origin"
-- $34 "Đà Nẵng"
-- $35 "csv"
-- $36 "water"
-- $37 "open"
-- $38 "so-y-te-da-nang-origin"
-- $39 "day"
-- $40 "Đà Nẵng"

    with found as materialized (
      select themes, localities, access, custodian, cadence, (
  select v.format from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $1::date order by v.n desc limit 1
) as current_format
      from dataset
      where (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $2::date
) is not null and search like $3 and search like $4
    ),
    kind as (
      select themes, localities, access, custodian, cadence, current_format, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    )
    select *
from (select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $5 = any (themes) and access = $6 and custodian = $7 and cadence = $8 and $9 = any (localities) and current_format = $10 union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $11 and custodian = $12 and cadence = $13 and $14 = any (localities) and current_format = $15
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from kind cross join unnest(localities) as locality
    where true and $16 = any (themes) and access = $17 and custodian = $18 and cadence = $19 and current_format = $20
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $21 = any (themes) and custodian = $22 and cadence = $23 and $24 = any (localities) and current_format = $25
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $26 = any (themes) and access = $27 and cadence = $28 and $29 = any (localities) and current_format = $30
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $31 = any (themes) and access = $32 and custodian = $33 and $34 = any (localities) and current_format = $35
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $36 = any (themes) and access = $37 and custodian = $38 and cadence = $39 and $40 = any (localities)
    group by 2) counted
   
order by n desc,
  value collate vietnamese;
