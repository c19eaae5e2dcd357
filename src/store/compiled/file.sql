-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- keptFor
-- $1 "sha256"
-- $2 "actor"
-- $3 "sha256"
-- $4 "sha256"
select "file"."sha256",
  "file"."media_type",
  "file"."size"
from (select "sha256" from "file_put" where "sha256" in ($1) and "actor" = $2 union select "sha256" from "task_event_file" where "sha256" in ($3) union select "file_sha256" as "sha256" from "document" where "file_sha256" in ($4)) as "found"
inner join "file" on "file"."sha256" = "found"."sha256"
where "file"."gone_at" is null;

-- shownFile
-- $1 "sha256"
-- $2 "sha256"
-- $3 1
select "size",
  "media_type",
  "name"
from "task_event_file"
inner join "file" on "file"."sha256" = "task_event_file"."sha256"
where "task_event_file"."sha256" = $1 union all select "size",
  "media_type",
  coalesce(file_name, slug) as "name"
from "document"
inner join "file" on "file"."sha256" = "document"."file_sha256"
where "document"."file_sha256" = $2
limit $3;

-- dataFile
-- $1 "sha256"
select "size",
  "media_type"
from "file"
where "sha256" = $1;
