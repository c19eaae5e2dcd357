-- Made by scripts/generate-compiled.ts; reviewed, never run.

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
  "rows_left_out",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_more",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce((
  select min(v.recorded_at) from dataset_version v
  where v.dataset_id = dataset.id and v.n <= dataset_version.n and v.valid_on = dataset_version.valid_on
), recorded_at) as "figures_since"
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
  "rows_left_out",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_more",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce((
  select min(v.recorded_at) from dataset_version v
  where v.dataset_id = dataset.id and v.n <= dataset_version.n and v.valid_on = dataset_version.valid_on
), recorded_at) as "figures_since"
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

-- firstVersion
select min(dataset_version.recorded_at)::date::text as "begun"
from "dataset_version"
inner join "dataset" on "dataset"."id" = "dataset_version"."dataset_id";

-- versionsOf
-- $1 "00000000-0000-0000-0000-000000000001"
select *
from "dataset_version"
where "dataset_id" = $1
order by "n" desc;

-- catalogueOf
-- $1 "Đà Nẵng"
-- $2 "%muc%"
-- $3 "%nuoc%"
-- $4 "water"
-- $5 "open"
-- $6 "so-y-te-da-nang-origin"
-- $7 "day"
-- $8 "csv"
-- $9 "2025-07-01T00:00:00+07:00"
-- $10 "00000000-0000-0000-0000-000000000001"
-- $11 21
-- $12 "water"
-- $13 "open"
-- $14 "so-y-te-da-nang-origin"
-- $15 "day"
-- $16 "csv"
-- $17 "open"
-- $18 "so-y-te-da-nang-origin"
-- $19 "day"
-- $20 "csv"
-- $21 "water"
-- $22 "open"
-- $23 "so-y-te-da-nang-origin"
-- $24 "day"
-- $25 "csv"
-- $26 "water"
-- $27 "so-y-te-da-nang-origin"
-- $28 "day"
-- $29 "csv"
-- $30 "water"
-- $31 "open"
-- $32 "day"
-- $33 "csv"
-- $34 "water"
-- $35 "open"
-- $36 "so-y-te-da-nang-origin"
-- $37 "csv"
-- $38 "water"
-- $39 "open"
-- $40 "so-y-te-da-nang-origin"
-- $41 "day"

    with found as materialized (
      select id, changed_at,
        '' as title, 0 as called_at,
        themes, localities, access, custodian, cadence, current_format as current_format,
        $1 = any (localities) as here
      from dataset
      where true and search like $2 and search like $3
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by changed_at desc, id desc) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $4 = any (themes) and access = $5 and custodian = $6 and cadence = $7 and current_format = $8 and here) candidate
        where (changed_at, id) < ($9::timestamptz, $10::uuid)
        order by changed_at desc, id desc limit $11
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $12 = any (themes) and access = $13 and custodian = $14 and cadence = $15 and current_format = $16 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $17 and custodian = $18 and cadence = $19 and current_format = $20 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $21 = any (themes) and access = $22 and custodian = $23 and cadence = $24 and current_format = $25 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $26 = any (themes) and custodian = $27 and cadence = $28 and current_format = $29 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $30 = any (themes) and access = $31 and cadence = $32 and current_format = $33 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $34 = any (themes) and access = $35 and custodian = $36 and current_format = $37 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $38 = any (themes) and access = $39 and custodian = $40 and cadence = $41 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- catalogueOf by title
-- $1 "Đà Nẵng"
-- $2 "%muc%"
-- $3 "%nuoc%"
-- $4 "water"
-- $5 "open"
-- $6 "so-y-te-da-nang-origin"
-- $7 "day"
-- $8 "csv"
-- $9 "Dân số"
-- $10 "00000000-0000-0000-0000-000000000001"
-- $11 21
-- $12 "water"
-- $13 "open"
-- $14 "so-y-te-da-nang-origin"
-- $15 "day"
-- $16 "csv"
-- $17 "open"
-- $18 "so-y-te-da-nang-origin"
-- $19 "day"
-- $20 "csv"
-- $21 "water"
-- $22 "open"
-- $23 "so-y-te-da-nang-origin"
-- $24 "day"
-- $25 "csv"
-- $26 "water"
-- $27 "so-y-te-da-nang-origin"
-- $28 "day"
-- $29 "csv"
-- $30 "water"
-- $31 "open"
-- $32 "day"
-- $33 "csv"
-- $34 "water"
-- $35 "open"
-- $36 "so-y-te-da-nang-origin"
-- $37 "csv"
-- $38 "water"
-- $39 "open"
-- $40 "so-y-te-da-nang-origin"
-- $41 "day"

    with found as materialized (
      select id, changed_at,
        title as title, 0 as called_at,
        themes, localities, access, custodian, cadence, current_format as current_format,
        $1 = any (localities) as here
      from dataset
      where true and search like $2 and search like $3
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by title collate vietnamese, id) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $4 = any (themes) and access = $5 and custodian = $6 and cadence = $7 and current_format = $8 and here) candidate
        where (title collate vietnamese, id) > ($9, $10::uuid)
        order by title collate vietnamese, id limit $11
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $12 = any (themes) and access = $13 and custodian = $14 and cadence = $15 and current_format = $16 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $17 and custodian = $18 and cadence = $19 and current_format = $20 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $21 = any (themes) and access = $22 and custodian = $23 and cadence = $24 and current_format = $25 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $26 = any (themes) and custodian = $27 and cadence = $28 and current_format = $29 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $30 = any (themes) and access = $31 and cadence = $32 and current_format = $33 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $34 = any (themes) and access = $35 and custodian = $36 and current_format = $37 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $38 = any (themes) and access = $39 and custodian = $40 and cadence = $41 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- catalogueOf as they are called
-- $1 "muc nuoc"
-- $2 "Đà Nẵng"
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 "water"
-- $6 "open"
-- $7 "so-y-te-da-nang-origin"
-- $8 "day"
-- $9 "csv"
-- $10 "1"
-- $11 "1"
-- $12 "2025-07-01T00:00:00+07:00"
-- $13 "00000000-0000-0000-0000-000000000001"
-- $14 21
-- $15 "water"
-- $16 "open"
-- $17 "so-y-te-da-nang-origin"
-- $18 "day"
-- $19 "csv"
-- $20 "open"
-- $21 "so-y-te-da-nang-origin"
-- $22 "day"
-- $23 "csv"
-- $24 "water"
-- $25 "open"
-- $26 "so-y-te-da-nang-origin"
-- $27 "day"
-- $28 "csv"
-- $29 "water"
-- $30 "so-y-te-da-nang-origin"
-- $31 "day"
-- $32 "csv"
-- $33 "water"
-- $34 "open"
-- $35 "day"
-- $36 "csv"
-- $37 "water"
-- $38 "open"
-- $39 "so-y-te-da-nang-origin"
-- $40 "csv"
-- $41 "water"
-- $42 "open"
-- $43 "so-y-te-da-nang-origin"
-- $44 "day"

    with found as materialized (
      select id, changed_at,
        '' as title, coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as called_at,
        themes, localities, access, custodian, cadence, current_format as current_format,
        $2 = any (localities) as here
      from dataset
      where true and search like $3 and search like $4
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by called_at, changed_at desc, id desc) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $5 = any (themes) and access = $6 and custodian = $7 and cadence = $8 and current_format = $9 and here) candidate
        where (called_at > $10::int or (called_at = $11::int and (changed_at, id) < ($12::timestamptz, $13::uuid)))
        order by called_at, changed_at desc, id desc limit $14
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $15 = any (themes) and access = $16 and custodian = $17 and cadence = $18 and current_format = $19 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $20 and custodian = $21 and cadence = $22 and current_format = $23 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $24 = any (themes) and access = $25 and custodian = $26 and cadence = $27 and current_format = $28 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $29 = any (themes) and custodian = $30 and cadence = $31 and current_format = $32 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $33 = any (themes) and access = $34 and cadence = $35 and current_format = $36 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $37 = any (themes) and access = $38 and custodian = $39 and current_format = $40 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $41 = any (themes) and access = $42 and custodian = $43 and cadence = $44 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- catalogueOf a past day
-- $1 "2025-07-01"
-- $2 "Đà Nẵng"
-- $3 "2025-07-01"
-- $4 "%muc%"
-- $5 "%nuoc%"
-- $6 "water"
-- $7 "open"
-- $8 "so-y-te-da-nang-origin"
-- $9 "day"
-- $10 "csv"
-- $11 "2025-07-01T00:00:00+07:00"
-- $12 "00000000-0000-0000-0000-000000000001"
-- $13 21
-- $14 "water"
-- $15 "open"
-- $16 "so-y-te-da-nang-origin"
-- $17 "day"
-- $18 "csv"
-- $19 "open"
-- $20 "so-y-te-da-nang-origin"
-- $21 "day"
-- $22 "csv"
-- $23 "water"
-- $24 "open"
-- $25 "so-y-te-da-nang-origin"
-- $26 "day"
-- $27 "csv"
-- $28 "water"
-- $29 "so-y-te-da-nang-origin"
-- $30 "day"
-- $31 "csv"
-- $32 "water"
-- $33 "open"
-- $34 "day"
-- $35 "csv"
-- $36 "water"
-- $37 "open"
-- $38 "so-y-te-da-nang-origin"
-- $39 "csv"
-- $40 "water"
-- $41 "open"
-- $42 "so-y-te-da-nang-origin"
-- $43 "day"

    with found as materialized (
      select id, changed_at,
        '' as title, 0 as called_at,
        themes, localities, access, custodian, cadence, (
  select v.format from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $1::date order by v.n desc limit 1
) as current_format,
        $2 = any (localities) as here
      from dataset
      where (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $3::date
) is not null and search like $4 and search like $5
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by changed_at desc, id desc) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $6 = any (themes) and access = $7 and custodian = $8 and cadence = $9 and current_format = $10 and here) candidate
        where (changed_at, id) < ($11::timestamptz, $12::uuid)
        order by changed_at desc, id desc limit $13
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $14 = any (themes) and access = $15 and custodian = $16 and cadence = $17 and current_format = $18 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $19 and custodian = $20 and cadence = $21 and current_format = $22 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $23 = any (themes) and access = $24 and custodian = $25 and cadence = $26 and current_format = $27 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $28 = any (themes) and custodian = $29 and cadence = $30 and current_format = $31 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $32 = any (themes) and access = $33 and cadence = $34 and current_format = $35 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $36 = any (themes) and access = $37 and custodian = $38 and current_format = $39 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $40 = any (themes) and access = $41 and custodian = $42 and cadence = $43 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- listedDatasets
-- $1 "muc nuoc"
-- $2 "00000000-0000-0000-0000-000000000001"
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
  "rows_left_out",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_more",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce((
  select min(v.recorded_at) from dataset_version v
  where v.dataset_id = dataset.id and v.n <= dataset_version.n and v.valid_on = dataset_version.valid_on
), recorded_at) as "figures_since",
  coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" in ($2);

-- listedDatasets of a past day
-- $1 "muc nuoc"
-- $2 "2025-07-01"
-- $3 "00000000-0000-0000-0000-000000000001"
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
  "rows_left_out",
  "empty_cells",
  "bad_rows",
  "bad_sha256",
  "file_sha256",
  "file_more",
  "file_name",
  "format",
  "encoding",
  "valid_on",
  "note",
  "corrects",
  "recorded_at",
  "recorded_by",
  "thinned_at",
  coalesce((
  select min(v.recorded_at) from dataset_version v
  where v.dataset_id = dataset.id and v.n <= dataset_version.n and v.valid_on = dataset_version.valid_on
), recorded_at) as "figures_since",
  coalesce(nullif(strpos(dataset.search, $1), 0), 100000) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $2::date
)
where "dataset"."id" in ($3);
