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
-- $2 ["so-y-te-da-nang-origin"]
-- $3 "%muc%"
-- $4 "%nuoc%"
-- $5 ["so-y-te-da-nang-origin"]
-- $6 "%quang%"
-- $7 "%nam%"
-- $8 ["p49-origin"]
-- $9 "muc nuoc quang nam"
-- $10 ["so-y-te-da-nang-origin"]
-- $11 10
select "id",
  "slug",
  "title",
  "access",
  "custodian",
  "source",
  "sample"
from "dataset"
where "current" > $1
  and (custodian = any ($2::text[]) or (search like $3 and (search like $4 or custodian = any ($5::text[])) and ((search like $6 and search like $7) or dataset.id in (select dataset_id from dataset_place where place_id = any ($8::text[])))))
order by coalesce(nullif(strpos(dataset.search, $9), 0), case when custodian = any ($10::text[]) then 50000 else 100000 end),
  "changed_at" desc,
  "id"
limit $11;

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
