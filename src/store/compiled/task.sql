-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- tasks
select "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  "task".*,
  case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end as "due_day",
  exists (select "child"."id" from "task" as "child" where "child"."parent_id" = "task"."id") as "is_parent"
from "task"
inner join "document" on "document"."id" = "task"."document_id";

-- duesOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "2025-07-01"
select *
from "due_fact"
where "task_id" in ($1)
  and "recorded_at" < ($2::date + 1)::timestamptz
order by "id";

-- neighboursOf
-- $1 "lead"
-- $2 "co-lead"
-- $3 "coordinator"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 ""
-- $7 "Đà Nẵng"
-- $8 "00000000-0000-0000-0000-000000000001"
select distinct "helping"."task_id",
  "helping"."of_place"
from (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name", "assignment"."from_day", coalesce(organisation.of_place, assignment.of_place) as "of_place" from "assignment" left join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($1, $2, $3) and "assignment"."from_day" <= $4 and ("assignment"."to_day" is null or "assignment"."to_day" > $5) and coalesce(organisation.of_place, assignment.of_place) not in ($6, $7)) as "helping"
where "helping"."task_id" in ($8)
order by "helping"."of_place";
