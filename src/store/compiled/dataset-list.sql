-- Made by scripts/generate-compiled.ts from dataset-list-store.ts; reviewed, never run.

-- datasets
select "dataset".*,
  "n",
  "store",
  "columns",
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
      select themes, access, custodian, cadence, current_format
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
