-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- newestOfAll
-- $1 100
-- $2 50
select "task_event"."id",
  "task_event"."kind",
  "task_event"."at",
  "task_event"."on_day" as "on",
  "task_event"."actor",
  "task_event"."organisation_name" as "organisation",
  "task_event"."percent",
  "task_event"."words",
  "task_event"."day",
  "task"."id" as "task_id",
  "task"."code",
  "task"."title",
  "task"."lead_name"
from "task_event"
inner join "task" on "task"."id" = "task_event"."task_id"
where "task_event"."id" < $1
order by "task_event"."id" desc
limit $2;

-- newestOfOwn
-- $1 9223372036854775807
-- $2 50
-- $3 9223372036854775807
-- $4 50
-- $5 50
select "task_event"."id",
  "task_event"."kind",
  "task_event"."at",
  "task_event"."on_day" as "on",
  "task_event"."actor",
  "task_event"."organisation_name" as "organisation",
  "task_event"."percent",
  "task_event"."words",
  "task_event"."day",
  "task"."id" as "task_id",
  "task"."code",
  "task"."title",
  "task"."lead_name"
from (select "said".* from (select "own"."task_id" from (select distinct own as task_id from own_tasks() own) as "own" inner join lateral (select max("task_event"."id") as "last" from "task_event" where "task_event"."task_id" = "own"."task_id" and "task_event"."id" < $1) as "spoken" on true where "spoken"."last" is not null order by "spoken"."last" desc limit $2) as "lately" inner join lateral (select * from "task_event" where "task_event"."task_id" = "lately"."task_id" and "task_event"."id" < $3 order by "task_event"."id" desc limit $4) as "said" on true order by "said"."id" desc limit $5) as "task_event"
inner join "task" on "task"."id" = "task_event"."task_id"
order by "task_event"."id" desc;
