-- Made by scripts/generate-compiled.ts from file-store.ts; reviewed, never run.

-- shownFile
-- $1 "sha256"
-- $2 1
select "size",
  "media_type",
  "name"
from "task_event_file"
inner join "file" on "file"."sha256" = "task_event_file"."sha256"
where "task_event_file"."sha256" = $1
limit $2;
