-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- listHistory
-- $1 "task"
-- $2 "00000000-0000-0000-0000-000000000001"
-- $3 100
-- $4 51
select "seq",
  "at",
  "actor",
  "on_behalf_of",
  "entity",
  "entity_id",
  "verb",
  "change",
  "hash"
from "history"
where "entity" = $1
  and "entity_id" = $2
  and "seq" < $3
order by "seq" desc
limit $4;

-- slice
-- $1 0
-- $2 2000
select "seq",
  "prev",
  "hash",
  "rows_sha256",
  history_canonical(history) as "canonical",
  case when rows_sha256 is not null then (
  select string_agg(jsonb_build_array(r.record, r.row_id, r.before, r.after)::text, e'\n' order by r.n)
  from history_row r where r.change_id = history.change_id) end as "rows"
from "history"
where "seq" > $1
order by "seq"
limit $2;

-- strayRow
-- $1 1
select (select min("h"."seq") as "seq" from "history" as "h" where "h"."change_id" = "r"."change_id") as "seq"
from "history_row" as "r"
where not exists (select "h"."seq" from "history" as "h" where "h"."change_id" = "r"."change_id" and "h"."rows_sha256" is not null)
limit $1;
