-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- correctedTasks
-- $1 "task"
-- $2 "corrected"
-- $3 "settled"
-- $4 "discarded"
-- $5 "added"
-- $6 "divided"
-- $7 "absorbed"
-- $8 "joined"
-- $9 "parted"
-- $10 "undone"
-- $11 "extracted"
-- $12 "manual"
-- $13 false
-- $14 "2025-07-01"
-- $15 5001
select "t"."id",
  "d"."slug",
  "t"."quote",
  "t"."rules",
  "t"."origin",
  "t"."state",
  "h"."seq",
  "h"."verb",
  "h"."change"
from "history" as "h"
inner join "task" as "t" on t.id::text = h.entity_id
inner join "document" as "d" on "d"."id" = "t"."document_id"
where "h"."entity" = $1
  and "h"."verb" in ($2, $3, $4, $5, $6, $7, $8, $9, $10)
  and "t"."origin" in ($11, $12)
  and "d"."sample" = $13
  and d.received_at >= $14::date
order by "h"."seq"
limit $15;

-- correctedDocuments
-- $1 "document"
-- $2 "corrected"
-- $3 false
-- $4 "2025-07-01"
-- $5 5001
select "d"."slug",
  "h"."seq",
  "h"."verb",
  "h"."change"
from "history" as "h"
inner join "document" as "d" on d.id::text = h.entity_id
where "h"."entity" = $1
  and "h"."verb" = $2
  and "d"."sample" = $3
  and d.received_at >= $4::date
order by "h"."seq"
limit $5;

-- reviewedTasks
-- $1 "extracted"
-- $2 "proposed"
-- $3 false
-- $4 "2025-07-01"
select count(*) as "n"
from "task" as "t"
inner join "document" as "d" on "d"."id" = "t"."document_id"
where "t"."origin" = $1
  and "t"."state" <> $2
  and "d"."sample" = $3
  and d.received_at >= $4::date;
