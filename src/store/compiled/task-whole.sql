-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- leavesOf
-- $1 "2025-07-01"
-- $2 "00000000-0000-0000-0000-000000000001"
-- $3 "2025-07-01"
-- $4 true
-- $5 false
with recursive "below" as (select "task"."parent_id" as "root", "task"."id", task.code is not null and task.lead_name is null and task.assigned_on <= $1::date as "split" from "task" where "task"."parent_id" in ($2) union all select "below"."root", "task"."id", task.code is not null and task.lead_name is null and task.assigned_on <= $3::date as "split" from "below" inner join "task" on "task"."parent_id" = "below"."id" where "below"."split" = $4) select "task"."id",
  "task"."code",
  "task"."lead_name",
  "task"."state",
  "task"."named",
  "task"."kind",
  "task"."assigned_on",
  "task"."closed_on",
  "task"."due_original",
  "task"."percent",
  case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end as "due_day",
  below.root as "root"
from "below"
inner join "task" on "task"."id" = "below"."id"
where "below"."split" = $5
order by "task"."id";

-- withPartsOf
-- $1 "00000000-0000-0000-0000-000000000001"
with recursive "below" as (select "task"."id" from "task" where "task"."id" = $1 union all select "task"."id" from "below" inner join "task" on "task"."parent_id" = "below"."id") select "below"."id"
from "below";
