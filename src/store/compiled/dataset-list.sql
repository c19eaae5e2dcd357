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
  "columns_out",
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
  "columns_out",
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
-- $2 ["so-y-te-da-nang-origin"]
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 ["so-y-te-da-nang-origin"]
-- $6 "%quang%"
-- $7 "%nam%"
-- $8 ["p49-origin"]
-- $9 "water"
-- $10 "open"
-- $11 "so-y-te-da-nang-origin"
-- $12 "day"
-- $13 "csv"
-- $14 "2025-07-01T00:00:00+07:00"
-- $15 "00000000-0000-0000-0000-000000000001"
-- $16 21
-- $17 "water"
-- $18 "open"
-- $19 "so-y-te-da-nang-origin"
-- $20 "day"
-- $21 "csv"
-- $22 "open"
-- $23 "so-y-te-da-nang-origin"
-- $24 "day"
-- $25 "csv"
-- $26 "water"
-- $27 "open"
-- $28 "so-y-te-da-nang-origin"
-- $29 "day"
-- $30 "csv"
-- $31 "water"
-- $32 "so-y-te-da-nang-origin"
-- $33 "day"
-- $34 "csv"
-- $35 "water"
-- $36 "open"
-- $37 "day"
-- $38 "csv"
-- $39 "water"
-- $40 "open"
-- $41 "so-y-te-da-nang-origin"
-- $42 "csv"
-- $43 "water"
-- $44 "open"
-- $45 "so-y-te-da-nang-origin"
-- $46 "day"

    with found as materialized (
      select id, changed_at,
        '' as title, 0 as called_at,
        themes, localities, access, custodian, cadence, current_format as current_format,
        $1 = any (localities) as here
      from dataset
      where true and (custodian = any ($2::text[]) or (search like $3 and (search like $4 or custodian = any ($5::text[])) and ((search like $6 and search like $7) or dataset.id in (select dataset_id from dataset_place where place_id = any ($8::text[])))))
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by changed_at desc, id desc) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $9 = any (themes) and access = $10 and custodian = $11 and cadence = $12 and current_format = $13 and here) candidate
        where (changed_at, id) < ($14::timestamptz, $15::uuid)
        order by changed_at desc, id desc limit $16
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $17 = any (themes) and access = $18 and custodian = $19 and cadence = $20 and current_format = $21 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $22 and custodian = $23 and cadence = $24 and current_format = $25 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $26 = any (themes) and access = $27 and custodian = $28 and cadence = $29 and current_format = $30 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $31 = any (themes) and custodian = $32 and cadence = $33 and current_format = $34 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $35 = any (themes) and access = $36 and cadence = $37 and current_format = $38 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $39 = any (themes) and access = $40 and custodian = $41 and current_format = $42 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $43 = any (themes) and access = $44 and custodian = $45 and cadence = $46 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- catalogueOf by title
-- $1 "Đà Nẵng"
-- $2 ["so-y-te-da-nang-origin"]
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 ["so-y-te-da-nang-origin"]
-- $6 "%quang%"
-- $7 "%nam%"
-- $8 ["p49-origin"]
-- $9 "water"
-- $10 "open"
-- $11 "so-y-te-da-nang-origin"
-- $12 "day"
-- $13 "csv"
-- $14 "Dân số"
-- $15 "00000000-0000-0000-0000-000000000001"
-- $16 21
-- $17 "water"
-- $18 "open"
-- $19 "so-y-te-da-nang-origin"
-- $20 "day"
-- $21 "csv"
-- $22 "open"
-- $23 "so-y-te-da-nang-origin"
-- $24 "day"
-- $25 "csv"
-- $26 "water"
-- $27 "open"
-- $28 "so-y-te-da-nang-origin"
-- $29 "day"
-- $30 "csv"
-- $31 "water"
-- $32 "so-y-te-da-nang-origin"
-- $33 "day"
-- $34 "csv"
-- $35 "water"
-- $36 "open"
-- $37 "day"
-- $38 "csv"
-- $39 "water"
-- $40 "open"
-- $41 "so-y-te-da-nang-origin"
-- $42 "csv"
-- $43 "water"
-- $44 "open"
-- $45 "so-y-te-da-nang-origin"
-- $46 "day"

    with found as materialized (
      select id, changed_at,
        title as title, 0 as called_at,
        themes, localities, access, custodian, cadence, current_format as current_format,
        $1 = any (localities) as here
      from dataset
      where true and (custodian = any ($2::text[]) or (search like $3 and (search like $4 or custodian = any ($5::text[])) and ((search like $6 and search like $7) or dataset.id in (select dataset_id from dataset_place where place_id = any ($8::text[])))))
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by title collate vietnamese, id) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $9 = any (themes) and access = $10 and custodian = $11 and cadence = $12 and current_format = $13 and here) candidate
        where (title collate vietnamese, id) > ($14, $15::uuid)
        order by title collate vietnamese, id limit $16
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $17 = any (themes) and access = $18 and custodian = $19 and cadence = $20 and current_format = $21 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $22 and custodian = $23 and cadence = $24 and current_format = $25 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $26 = any (themes) and access = $27 and custodian = $28 and cadence = $29 and current_format = $30 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $31 = any (themes) and custodian = $32 and cadence = $33 and current_format = $34 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $35 = any (themes) and access = $36 and cadence = $37 and current_format = $38 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $39 = any (themes) and access = $40 and custodian = $41 and current_format = $42 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $43 = any (themes) and access = $44 and custodian = $45 and cadence = $46 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- catalogueOf as they are called
-- $1 "muc nuoc quang nam"
-- $2 ["so-y-te-da-nang-origin"]
-- $3 "Đà Nẵng"
-- $4 ["so-y-te-da-nang-origin"]
-- $5 "%muc%"
-- $6 "%nuoc%"
-- $7 ["so-y-te-da-nang-origin"]
-- $8 "%quang%"
-- $9 "%nam%"
-- $10 ["p49-origin"]
-- $11 "water"
-- $12 "open"
-- $13 "so-y-te-da-nang-origin"
-- $14 "day"
-- $15 "csv"
-- $16 "1"
-- $17 "1"
-- $18 "2025-07-01T00:00:00+07:00"
-- $19 "00000000-0000-0000-0000-000000000001"
-- $20 21
-- $21 "water"
-- $22 "open"
-- $23 "so-y-te-da-nang-origin"
-- $24 "day"
-- $25 "csv"
-- $26 "open"
-- $27 "so-y-te-da-nang-origin"
-- $28 "day"
-- $29 "csv"
-- $30 "water"
-- $31 "open"
-- $32 "so-y-te-da-nang-origin"
-- $33 "day"
-- $34 "csv"
-- $35 "water"
-- $36 "so-y-te-da-nang-origin"
-- $37 "day"
-- $38 "csv"
-- $39 "water"
-- $40 "open"
-- $41 "day"
-- $42 "csv"
-- $43 "water"
-- $44 "open"
-- $45 "so-y-te-da-nang-origin"
-- $46 "csv"
-- $47 "water"
-- $48 "open"
-- $49 "so-y-te-da-nang-origin"
-- $50 "day"

    with found as materialized (
      select id, changed_at,
        '' as title, coalesce(nullif(strpos(dataset.search, $1), 0), case when custodian = any ($2::text[]) then 50000 else 100000 end) as called_at,
        themes, localities, access, custodian, cadence, current_format as current_format,
        $3 = any (localities) as here
      from dataset
      where true and (custodian = any ($4::text[]) or (search like $5 and (search like $6 or custodian = any ($7::text[])) and ((search like $8 and search like $9) or dataset.id in (select dataset_id from dataset_place where place_id = any ($10::text[])))))
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by called_at, changed_at desc, id desc) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $11 = any (themes) and access = $12 and custodian = $13 and cadence = $14 and current_format = $15 and here) candidate
        where (called_at > $16::int or (called_at = $17::int and (changed_at, id) < ($18::timestamptz, $19::uuid)))
        order by called_at, changed_at desc, id desc limit $20
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $21 = any (themes) and access = $22 and custodian = $23 and cadence = $24 and current_format = $25 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $26 and custodian = $27 and cadence = $28 and current_format = $29 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $30 = any (themes) and access = $31 and custodian = $32 and cadence = $33 and current_format = $34 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $35 = any (themes) and custodian = $36 and cadence = $37 and current_format = $38 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $39 = any (themes) and access = $40 and cadence = $41 and current_format = $42 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $43 = any (themes) and access = $44 and custodian = $45 and current_format = $46 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $47 = any (themes) and access = $48 and custodian = $49 and cadence = $50 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- catalogueOf a past day
-- $1 "2025-07-01"
-- $2 "Đà Nẵng"
-- $3 "2025-07-01"
-- $4 ["so-y-te-da-nang-origin"]
-- $5 "%muc%"
-- $6 "%nuoc%"
-- $7 ["so-y-te-da-nang-origin"]
-- $8 "%quang%"
-- $9 "%nam%"
-- $10 ["p49-origin"]
-- $11 "water"
-- $12 "open"
-- $13 "so-y-te-da-nang-origin"
-- $14 "day"
-- $15 "csv"
-- $16 "2025-07-01T00:00:00+07:00"
-- $17 "00000000-0000-0000-0000-000000000001"
-- $18 21
-- $19 "water"
-- $20 "open"
-- $21 "so-y-te-da-nang-origin"
-- $22 "day"
-- $23 "csv"
-- $24 "open"
-- $25 "so-y-te-da-nang-origin"
-- $26 "day"
-- $27 "csv"
-- $28 "water"
-- $29 "open"
-- $30 "so-y-te-da-nang-origin"
-- $31 "day"
-- $32 "csv"
-- $33 "water"
-- $34 "so-y-te-da-nang-origin"
-- $35 "day"
-- $36 "csv"
-- $37 "water"
-- $38 "open"
-- $39 "day"
-- $40 "csv"
-- $41 "water"
-- $42 "open"
-- $43 "so-y-te-da-nang-origin"
-- $44 "csv"
-- $45 "water"
-- $46 "open"
-- $47 "so-y-te-da-nang-origin"
-- $48 "day"

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
) is not null and (custodian = any ($4::text[]) or (search like $5 and (search like $6 or custodian = any ($7::text[])) and ((search like $8 and search like $9) or dataset.id in (select dataset_id from dataset_place where place_id = any ($10::text[])))))
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by changed_at desc, id desc) as n from (
        select id, title, changed_at, called_at from (select id, title, changed_at, called_at from found where true and $11 = any (themes) and access = $12 and custodian = $13 and cadence = $14 and current_format = $15 and here) candidate
        where (changed_at, id) < ($16::timestamptz, $17::uuid)
        order by changed_at desc, id desc limit $18
      ) cut
    )
    select *
from (select 'page' as facet, id::text as value, n::int from page union all select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where true and $19 = any (themes) and access = $20 and custodian = $21 and cadence = $22 and current_format = $23 and here union all 
    select 'theme' as facet, theme as value, sum(n)::int as n
    from kind cross join unnest(themes) as theme
    where true and access = $24 and custodian = $25 and cadence = $26 and current_format = $27 and here
    group by 2 union all 
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where true and $28 = any (themes) and access = $29 and custodian = $30 and cadence = $31 and current_format = $32 group by 1) placed
    cross join unnest(localities) as locality
    group by 2 union all 
    select 'access' as facet, access as value, sum(n)::int as n
    from kind 
    where true and $33 = any (themes) and custodian = $34 and cadence = $35 and current_format = $36 and here
    group by 2 union all 
    select 'custodian' as facet, custodian as value, sum(n)::int as n
    from kind 
    where true and $37 = any (themes) and access = $38 and cadence = $39 and current_format = $40 and here
    group by 2 union all 
    select 'cadence' as facet, cadence as value, sum(n)::int as n
    from kind 
    where true and $41 = any (themes) and access = $42 and custodian = $43 and current_format = $44 and here
    group by 2 union all 
    select 'format' as facet, current_format as value, sum(n)::int as n
    from kind 
    where true and $45 = any (themes) and access = $46 and custodian = $47 and cadence = $48 and here
    group by 2) counted
   
order by n desc,
  value collate vietnamese;

-- listedDatasets
-- $1 "muc nuoc quang nam"
-- $2 ["so-y-te-da-nang-origin"]
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
  "columns_out",
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
  coalesce(nullif(strpos(dataset.search, $1), 0), case when custodian = any ($2::text[]) then 50000 else 100000 end) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = "dataset"."current"
where "dataset"."id" in ($3);

-- listedDatasets of a past day
-- $1 "muc nuoc quang nam"
-- $2 ["so-y-te-da-nang-origin"]
-- $3 "2025-07-01"
-- $4 "00000000-0000-0000-0000-000000000001"
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
  "columns_out",
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
  coalesce(nullif(strpos(dataset.search, $1), 0), case when custodian = any ($2::text[]) then 50000 else 100000 end) as "called_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
  and "dataset_version"."n" = (
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= $3::date
)
where "dataset"."id" in ($4);
