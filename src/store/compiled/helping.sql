-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- holdingOn
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "lead"
-- $3 "co-lead"
-- $4 "coordinator"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
select "task_id",
  "organisation_id",
  "name",
  "role"
from "assignment"
where "task_id" in ($1)
  and "role" in ($2, $3, $4)
  and "from_day" <= $5
  and ("to_day" is null or "to_day" > $6)
order by "id";
