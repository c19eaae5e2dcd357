-- Made by scripts/generate-compiled.ts from dataset-changes-store.ts; reviewed, never run.

-- changedRows
-- $1 2
-- $2 2
-- $3 3
-- $4 2
-- $5 3
-- $6 3
-- $7 "0"
-- $8 51

  select coalesce(o.id, w.id) as id,
    case when o.id is not null then array["o"."c1"::text,
  "o"."c2"::text]::text[] end as was,
    case when w.id is not null then array["w"."c1"::text,
  "w"."c2"::text]::text[] end as became
 
from (select * from "d7" where from_n <= $1 and to_n > $2 and to_n <= $3) o
  full join (select * from "d7" where from_n > $4 and from_n <= $5 and (to_n is null or to_n > $6)) w on w.id = o.id
 
where coalesce(o.id, w.id) > $7::bigint
 
order by 1
 
limit $8;

-- changedKeys
-- $1 2
-- $2 2
-- $3 3
-- $4 2
-- $5 3
-- $6 3
-- $7 "0"
-- $8 51

  select coalesce(w.id, o.id) as id,
  o.id is not null as was,
  coalesce(w.from_n, o.to_n) as n,
    case when w.id is null then array["o"."c1"::text]::text[] else array["w"."c1"::text]::text[] end as key,
    case when w.id is not null then array["w"."c1"::text,
  "w"."c2"::text]::text[] end as became
 
from (select * from "d7" where from_n <= $1 and to_n > $2 and to_n <= $3) o
  full join (select * from "d7" where from_n > $4 and from_n <= $5 and (to_n is null or to_n > $6)) w on "w"."c1" = "o"."c1"
 
where coalesce(w.id, o.id) > $7::bigint
 
order by 1
 
limit $8;
