-- Made by scripts/generate-compiled.ts from file-store.ts; reviewed, never run.

-- keptFor
-- $1 "sha256"
-- $2 "actor"
-- $3 "sha256"
select "sha256"
from "file_put"
where "sha256" in ($1)
  and "actor" = $2 union select "sha256"
from "task_event_file"
where "sha256" in ($3);

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
