-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- changedRows
-- $1 "d7"
-- $2 3
-- $3 1
-- $4 1
-- $5 3
-- $6 3
-- $7 "0"
-- $8 51

  select coalesce(a.id, b.id) as id,
    case when b.id is not null then array["b"."c1"::text,
  "b"."c2"::text]::text[] end as was,
    case when a.id is not null then array["a"."c1"::text,
  "a"."c3"::text]::text[] end as became,
    (a.id is null and exists (select from dataset_left_out l where l.store = $1 and l.n = $2 and l.row_id = b.id)) as "left"
 
from (select * from "d7" where from_n <= $3 and (to_n is null or to_n > $4)) b
    full join (select * from "d7" where from_n <= $5 and (to_n is null or to_n > $6)) a on a.c1 = b.c1
 
where coalesce(a.id, b.id) > $7::bigint
  and (a.id is null or b.id is null or row(a.c1, a.c3::numeric) is distinct from row(b.c1, b.c2::numeric))
 
order by 1
 
limit $8;

-- changedKeys
-- $1 "d7"
-- $2 3
-- $3 1
-- $4 1
-- $5 3
-- $6 3
-- $7 "0"
-- $8 51

  select coalesce(a.id, b.id) as id,
  b.id is not null as was,
  coalesce(a.from_n, b.to_n) as n,
    case when a.id is null then array["b"."c1"::text]::text[] else array["a"."c1"::text]::text[] end as key,
    case when a.id is not null then array["a"."c1"::text,
  "a"."c3"::text]::text[] end as became,
    (a.id is null and exists (select from dataset_left_out l where l.store = $1 and l.n = $2 and l.row_id = b.id)) as "left"
 
from (select * from "d7" where from_n <= $3 and (to_n is null or to_n > $4)) b
    full join (select * from "d7" where from_n <= $5 and (to_n is null or to_n > $6)) a on a.c1 = b.c1
 
where coalesce(a.id, b.id) > $7::bigint
  and (a.id is null or b.id is null or row(a.c1, a.c3::numeric) is distinct from row(b.c1, b.c2::numeric))
 
order by 1
 
limit $8;
