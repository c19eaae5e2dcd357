-- Made by scripts/generate-compiled.ts from history-store.ts; reviewed, never run.

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
  history_canonical(history) as "canonical"
from "history"
where "seq" > $1
order by "seq"
limit $2;
