-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- waitingNow
-- $1 8
select "w".*,
  count(*) filter (where w."claimed") over () as "n_claimed",
  count(*) filter (where w."disputed") over () as "n_disputed",
  count(*) filter (where w."extension") over () as "n_extension",
  count(*) filter (where w."escalated") over () as "n_escalated",
  count(*) over () as "n"
from (select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on", s.state = 'claimed' as "claimed", s.state = 'disputed' as "disputed", (s.state in ('assigned', 'acknowledged', 'disputed', 'active', 'claimed') and s.asked_day is not null) as "extension", (s.state in ('assigned', 'acknowledged', 'disputed', 'active', 'claimed') and s.escalated) as "escalated" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s" where (s.state in ('assigned', 'acknowledged', 'disputed', 'active', 'claimed') and (s.state in ('claimed', 'disputed') or s.asked_day is not null or s.escalated))) as "w"
order by "w"."escalated" desc,
  "w"."due_key",
  "w"."id"
limit $1;

-- waitingOn
-- $1 "2025-07-01"
-- $2 "2025-07-01"
select "w".*
from (select "task_wait"."task_id", bool_or(task_wait.for = 'claimed') as "claimed", bool_or(task_wait.for = 'disputed') as "disputed", bool_or(task_wait.for = 'extension') as "extension", bool_or(task_wait.for = 'escalated') as "escalated" from "task_wait" where "task_wait"."from_day" <= $1 and ("task_wait"."to_day" is null or "task_wait"."to_day" > $2) group by "task_wait"."task_id") as "w";

-- waitingOf
-- $1 ["00000000-0000-0000-0000-000000000001"]
select "s"."id",
  "s"."due",
  "s"."due_original",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on"
from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s"
where s.id = any ($1::uuid[])
order by "s"."due_key",
  "s"."id";
