-- Made by scripts/generate-compiled.ts from dataset-store.ts; reviewed, never run.

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
  "recorded_at",
  "recorded_by"
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
  "recorded_at",
  "recorded_by"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" = $1;

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
  "recorded_at",
  "recorded_by"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where true
  and search like $1
  and search like $2
  and $3 = any (themes)
  and access = $4
  and custodian = $5
  and cadence = $6
  and format = $7
  and (changed_at, dataset.id) < ($8::timestamptz, $9::uuid)
order by "changed_at" desc,
  "dataset"."id" desc
limit $10;

-- facetsOf
-- $1 "%muc%"
-- $2 "%nuoc%"
-- $3 "open"
-- $4 "so-y-te-da-nang-origin"
-- $5 "day"
-- $6 "csv"
-- $7 "%muc%"
-- $8 "%nuoc%"
-- $9 "water"
-- $10 "so-y-te-da-nang-origin"
-- $11 "day"
-- $12 "csv"
-- $13 "%muc%"
-- $14 "%nuoc%"
-- $15 "water"
-- $16 "open"
-- $17 "day"
-- $18 "csv"
-- $19 "%muc%"
-- $20 "%nuoc%"
-- $21 "water"
-- $22 "open"
-- $23 "so-y-te-da-nang-origin"
-- $24 "csv"
-- $25 "%muc%"
-- $26 "%nuoc%"
-- $27 "water"
-- $28 "open"
-- $29 "so-y-te-da-nang-origin"
-- $30 "day"

    select 'theme' as facet,
  theme as value,
  count(*)::int as n
   
from dataset join dataset_version v on v.dataset_id = dataset.id
  and v.n = dataset.current
    cross join unnest(themes) as theme
   
where true
  and search like $1
  and search like $2
  and access = $3
  and custodian = $4
  and cadence = $5
  and format = $6
   
group by 2 union all 
    select 'access' as facet,
  access as value,
  count(*)::int as n
   
from dataset join dataset_version v on v.dataset_id = dataset.id
  and v.n = dataset.current
    
   
where true
  and search like $7
  and search like $8
  and $9 = any (themes)
  and custodian = $10
  and cadence = $11
  and format = $12
   
group by 2 union all 
    select 'custodian' as facet,
  custodian as value,
  count(*)::int as n
   
from dataset join dataset_version v on v.dataset_id = dataset.id
  and v.n = dataset.current
    
   
where true
  and search like $13
  and search like $14
  and $15 = any (themes)
  and access = $16
  and cadence = $17
  and format = $18
   
group by 2 union all 
    select 'cadence' as facet,
  cadence as value,
  count(*)::int as n
   
from dataset join dataset_version v on v.dataset_id = dataset.id
  and v.n = dataset.current
    
   
where true
  and search like $19
  and search like $20
  and $21 = any (themes)
  and access = $22
  and custodian = $23
  and format = $24
   
group by 2 union all 
    select 'format' as facet,
  format as value,
  count(*)::int as n
   
from dataset join dataset_version v on v.dataset_id = dataset.id
  and v.n = dataset.current
    
   
where true
  and search like $25
  and search like $26
  and $27 = any (themes)
  and access = $28
  and custodian = $29
  and cadence = $30
   
group by 2
order by 3 desc,
  2;

-- totalOf
-- $1 "%muc%"
-- $2 "%nuoc%"
-- $3 "water"
-- $4 "open"
-- $5 "so-y-te-da-nang-origin"
-- $6 "day"
-- $7 "csv"

  select count(*)::int as n
 
from dataset join dataset_version v on v.dataset_id = dataset.id
  and v.n = dataset.current
 
where true
  and search like $1
  and search like $2
  and $3 = any (themes)
  and access = $4
  and custodian = $5
  and cadence = $6
  and format = $7;
