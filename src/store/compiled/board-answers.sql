-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- answersOf
-- $1 "part"
-- $2 "answered"
-- $3 "2025-07-01"
-- $4 "lead"
-- $5 "co-lead"
-- $6 "coordinator"
-- $7 "2025-07-01"
-- $8 "2025-07-01"
-- $9 ""
-- $10 "Đà Nẵng"
-- $11 false
with "asked" as materialized (select "helper"."task_id", "helper"."of_place", "helper"."from_day", (select min(case when task_event.kind = 'answered' then coalesce(task_event.day, task_event.on_day) else task_event.on_day end) as "day" from "task_event" where "task_event"."task_id" = "helper"."task_id" and (task_event.organisation_id = helper.organisation_id
                or (helper.organisation_id is null and task_event.organisation_id is null and task_event.organisation_name = helper.name)
                or task_event.organisation_id = (
                select h.holder_id from organisation_holder h
                where h.organisation_id = helper.organisation_id
                  and daterange(h.from_day, h.to_day) @> task_event.on_day)) and "task_event"."kind" in ($1, $2) and "task_event"."on_day" <= $3) as "answered_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s" inner join (select "helping"."task_id", "helping"."organisation_id", "helping"."name", "helping"."of_place", "helping"."from_day" from (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name", "assignment"."from_day", coalesce(organisation.of_place, assignment.of_place) as "of_place" from "assignment" left join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($4, $5, $6) and "assignment"."from_day" <= $7 and ("assignment"."to_day" is null or "assignment"."to_day" > $8) and coalesce(organisation.of_place, assignment.of_place) not in ($9, $10)) as "helping") as "helper" on "helper"."task_id" = "s"."id" where "s"."cancelled" = $11) select "asked"."of_place",
  count(distinct asked.task_id) as "joint",
  count(distinct asked.task_id) filter (where asked.answered_on is not null) as "answered",
  percentile_disc(0.5) within group (order by asked.answered_on - asked.from_day) as "days"
from "asked"
group by "asked"."of_place"
order by "asked"."of_place";
