-- Made by scripts/generate-compiled.ts from board-answers-store.ts; reviewed, never run.

-- answersOf
-- $1 "part"
-- $2 "2025-07-01"
-- $3 "lead"
-- $4 "co-lead"
-- $5 "coordinator"
-- $6 "2025-07-01"
-- $7 "2025-07-01"
-- $8 ""
-- $9 "Đà Nẵng"
-- $10 false
with "asked" as materialized (select "helper"."task_id", "helper"."of_place", "helper"."from_day", (select min("task_event"."on_day") as "day" from "task_event" where "task_event"."task_id" = "helper"."task_id" and (task_event.organisation_id = helper.organisation_id or task_event.organisation_id = (
                select h.holder_id from organisation_holder h
                where h.organisation_id = helper.organisation_id
                  and daterange(h.from_day, h.to_day) @> task_event.on_day)) and "task_event"."kind" = $1 and "task_event"."on_day" <= $2) as "answered_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s" inner join (select "assignment"."task_id", "assignment"."organisation_id", "organisation"."of_place", "assignment"."from_day" from "assignment" inner join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($3, $4, $5) and "assignment"."from_day" <= $6 and ("assignment"."to_day" is null or "assignment"."to_day" > $7) and "organisation"."of_place" not in ($8, $9)) as "helper" on "helper"."task_id" = "s"."id" where "s"."cancelled" = $10) select "asked"."of_place",
  count(distinct asked.task_id) as "joint",
  count(distinct asked.task_id) filter (where asked.answered_on is not null) as "answered",
  percentile_disc(0.5) within group (order by asked.answered_on - asked.from_day) as "days"
from "asked"
group by "asked"."of_place"
order by "asked"."of_place";
