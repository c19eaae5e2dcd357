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
-- $1 "%muc%"
-- $2 "%nuoc%"
-- $3 "water"
-- $4 "open"
-- $5 "so-y-te-da-nang-origin"
-- $6 "day"
-- $7 "csv"
-- $8 "2025-07-01T00:00:00+07:00"
-- $9 "00000000-0000-0000-0000-000000000001"
-- $10 21
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
where "dataset"."id" in (select "id" from "dataset" where true and search like $1 and search like $2 and $3 = any (themes) and access = $4 and custodian = $5 and cadence = $6 and current_format = $7 and (changed_at, id) < ($8::timestamptz, $9::uuid) order by "changed_at" desc, "id" desc limit $10)
order by "changed_at" desc,
  "dataset"."id" desc;

-- facetsOf
-- $1 "%muc%"
-- $2 "%nuoc%"
-- $3 "water"
-- $4 "open"
-- $5 "so-y-te-da-nang-origin"
-- $6 "day"
-- $7 "csv"
-- $8 "open"
-- $9 "so-y-te-da-nang-origin"
-- $10 "day"
-- $11 "csv"
-- $12 "water"
-- $13 "so-y-te-da-nang-origin"
-- $14 "day"
-- $15 "csv"
-- $16 "water"
-- $17 "open"
-- $18 "day"
-- $19 "csv"
-- $20 "water"
-- $21 "open"
-- $22 "so-y-te-da-nang-origin"
-- $23 "csv"
-- $24 "water"
-- $25 "open"
-- $26 "so-y-te-da-nang-origin"
-- $27 "day"

    with found as materialized (
      select themes, access, custodian, cadence, current_format as current_format
      from dataset
      where true and search like $1 and search like $2
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, count(*) as n from found group by 1, 2, 3, 4, 5
    )
    select 'total' as facet,
  null as value,
  coalesce(sum(n), 0)::int as n
from kind
where true
  and $3 = any (themes)
  and access = $4
  and custodian = $5
  and cadence = $6
  and current_format = $7 union all 
    select 'theme' as facet,
  theme as value,
  sum(n)::int as n
   
from kind cross join unnest(themes) as theme
   
where true
  and access = $8
  and custodian = $9
  and cadence = $10
  and current_format = $11
   
group by 2 union all 
    select 'access' as facet,
  access as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $12 = any (themes)
  and custodian = $13
  and cadence = $14
  and current_format = $15
   
group by 2 union all 
    select 'custodian' as facet,
  custodian as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $16 = any (themes)
  and access = $17
  and cadence = $18
  and current_format = $19
   
group by 2 union all 
    select 'cadence' as facet,
  cadence as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $20 = any (themes)
  and access = $21
  and custodian = $22
  and current_format = $23
   
group by 2 union all 
    select 'format' as facet,
  current_format as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $24 = any (themes)
  and access = $25
  and custodian = $26
  and cadence = $27
   
group by 2
order by 3 desc,
  2;

-- listDatasets of a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 "water"
-- $6 "open"
-- $7 "so-y-te-da-nang-origin"
-- $8 "day"
-- $9 "2025-07-01"
-- $10 "csv"
-- $11 "2025-07-01T00:00:00+07:00"
-- $12 "00000000-0000-0000-0000-000000000001"
-- $13 21
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
  and "dataset_version"."n" = (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $1::date
)
where "dataset"."id" in (select "id" from "dataset" where (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $2::date
) is not null and search like $3 and search like $4 and $5 = any (themes) and access = $6 and custodian = $7 and cadence = $8 and (
  select v.format from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $9::date order by v.n desc limit 1
) = $10 and (changed_at, id) < ($11::timestamptz, $12::uuid) order by "changed_at" desc, "id" desc limit $13)
order by "changed_at" desc,
  "dataset"."id" desc;

-- facetsOf a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 "water"
-- $6 "open"
-- $7 "so-y-te-da-nang-origin"
-- $8 "day"
-- $9 "csv"
-- $10 "open"
-- $11 "so-y-te-da-nang-origin"
-- $12 "day"
-- $13 "csv"
-- $14 "water"
-- $15 "so-y-te-da-nang-origin"
-- $16 "day"
-- $17 "csv"
-- $18 "water"
-- $19 "open"
-- $20 "day"
-- $21 "csv"
-- $22 "water"
-- $23 "open"
-- $24 "so-y-te-da-nang-origin"
-- $25 "csv"
-- $26 "water"
-- $27 "open"
-- $28 "so-y-te-da-nang-origin"
-- $29 "day"

    with found as materialized (
      select themes, access, custodian, cadence, (
  select v.format from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $1::date order by v.n desc limit 1
) as current_format
      from dataset
      where (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $2::date
) is not null and search like $3 and search like $4
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, count(*) as n from found group by 1, 2, 3, 4, 5
    )
    select 'total' as facet,
  null as value,
  coalesce(sum(n), 0)::int as n
from kind
where true
  and $5 = any (themes)
  and access = $6
  and custodian = $7
  and cadence = $8
  and current_format = $9 union all 
    select 'theme' as facet,
  theme as value,
  sum(n)::int as n
   
from kind cross join unnest(themes) as theme
   
where true
  and access = $10
  and custodian = $11
  and cadence = $12
  and current_format = $13
   
group by 2 union all 
    select 'access' as facet,
  access as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $14 = any (themes)
  and custodian = $15
  and cadence = $16
  and current_format = $17
   
group by 2 union all 
    select 'custodian' as facet,
  custodian as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $18 = any (themes)
  and access = $19
  and cadence = $20
  and current_format = $21
   
group by 2 union all 
    select 'cadence' as facet,
  cadence as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $22 = any (themes)
  and access = $23
  and custodian = $24
  and current_format = $25
   
group by 2 union all 
    select 'format' as facet,
  current_format as value,
  sum(n)::int as n
   
from kind 
   
where true
  and $26 = any (themes)
  and access = $27
  and custodian = $28
  and cadence = $29
   
group by 2
order by 3 desc,
  2;
