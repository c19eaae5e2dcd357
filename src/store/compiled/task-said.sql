-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- documentsNumbered
-- $1 "1287/QĐ-TTg"
select "number",
  "slug"
from "document"
where "number" in ($1)
order by "signed_on",
  "id";

-- eventsOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 3
-- $3 9
-- $4 50
select *
from "task_event"
where "task_id" = $1
  and "version" > $2
  and "id" < $3
order by "id" desc
limit $4;

-- filesOf
-- $1 1
select "event_id",
  "file"."sha256",
  "name",
  size as "size",
  "media_type"
from "task_event_file"
inner join "file" on "file"."sha256" = "task_event_file"."sha256"
where "event_id" in ($1)
order by "event_id",
  "position";
