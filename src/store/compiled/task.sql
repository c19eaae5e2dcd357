-- Made by scripts/generate-compiled.ts from task-store.ts; reviewed, never run.

-- tasks
select "task".*,
  "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  exists (select "child"."id" from "task" as "child" where "child"."parent_id" = "task"."id") as "is_parent"
from "task"
inner join "document" on "document"."id" = "task"."document_id";

-- listed
-- $1 "once"
-- $2 "Sở Y tế"
-- $3 "00000000-0000-0000-0000-000000000001"
-- $4 "%cau%"
select "task".*,
  "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  exists (select "child"."id" from "task" as "child" where "child"."parent_id" = "task"."id") as "is_parent"
from "task"
inner join "document" on "document"."id" = "task"."document_id"
where "task"."code" is not null
  and "task"."lead_name" is not null
  and "task"."kind" = $1
  and "task"."lead_name" = $2
  and "task"."document_id" = $3
  and "task"."search" like $4;

-- listed proposed
-- $1 "proposed"
select "task".*,
  "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  exists (select "child"."id" from "task" as "child" where "child"."parent_id" = "task"."id") as "is_parent"
from "task"
inner join "document" on "document"."id" = "task"."document_id"
where "task"."state" = $1;

-- listed overdue
-- $1 "2025-07-01"
-- $2 "2025-07-01"
select "task".*,
  "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  exists (select "child"."id" from "task" as "child" where "child"."parent_id" = "task"."id") as "is_parent"
from "task"
inner join "document" on "document"."id" = "task"."document_id"
where "task"."code" is not null
  and "task"."lead_name" is not null
  and task.due_day < $1::date
  and (task.closed_on is null or task.closed_on > $2::date);

-- listed due-soon
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
select "task".*,
  "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  exists (select "child"."id" from "task" as "child" where "child"."parent_id" = "task"."id") as "is_parent"
from "task"
inner join "document" on "document"."id" = "task"."document_id"
where "task"."code" is not null
  and "task"."lead_name" is not null
  and task.due_day >= $1::date
  and task.due_day <= $2::date + 30
  and (task.closed_on is null or task.closed_on > $3::date);

-- countByLateness
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 "2025-07-01"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
select count(*) filter(where task.due_day < $1::date and (task.closed_on is null or task.closed_on > $2::date)) as "overdue",
  count(*) filter(where task.due_day >= $3::date and task.due_day <= $4::date + 30 and (task.closed_on is null or task.closed_on > $5::date)) as "due-soon",
  count(*) filter(where task.due_day > $6::date + 30 and (task.closed_on is null or task.closed_on > $7::date)) as "in-time",
  count(*) filter(where task.due_day is not null and task.closed_on <= task.due_day and task.closed_on <= $8::date) as "done-on-time",
  count(*) filter(where task.closed_on > task.due_day and task.closed_on <= $9::date) as "done-late",
  count(*) filter(where task.due_day is null) as "no-due"
from "task"
where "code" is not null
  and "lead_name" is not null;
