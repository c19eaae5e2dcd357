-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- foundTasks
-- $1 "'57' & 'nq' & 'cp'"
-- $2 ["%57%","%nq%","%cp%"]
-- $3 10
select found.id as "id"
from tasks_with($1, $2::text[], $3::int) as found(id);

-- citingDocuments
-- $1 "'57' & 'nq':* & 'cp':*"
-- $2 11
select found.id as "id",
  found.cited as "cited"
from documents_citing($1, $2::int) as found(id, cited);

-- foundDocuments
-- $1 "'57' & 'nq':* & 'cp':*"
-- $2 10
select found.id as "id"
from documents_with($1, $2::int) as found(id);

-- foundDatasets
-- $1 0
-- $2 "%muc%"
-- $3 "%nuoc%"
-- $4 "muc nuoc"
-- $5 "muc nuoc"
-- $6 10
select "id",
  "slug",
  "title",
  "access",
  "custodian",
  "source",
  "sample"
from "dataset"
where "current" > $1
  and "search" like $2
  and "search" like $3
order by strpos(search, $4) = 0,
  strpos(search, $5),
  "changed_at" desc,
  "id"
limit $6;

-- placesOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "discarded"
select "id",
  case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end as "due",
  coalesce(case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end, date '9999-12-31') as "due_key",
  "due_original",
  "recorded_at",
  "closed_on"
from "task"
where "id" in ($1)
  and "state" <> $2;
