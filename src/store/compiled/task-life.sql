-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- unansweredOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "claimed"
-- $3 "00000000-0000-0000-0000-000000000001"
-- $4 "extension-asked"
-- $5 "00000000-0000-0000-0000-000000000001"
-- $6 "escalated"
-- $7 "00000000-0000-0000-0000-000000000001"
-- $8 "disputed"
-- $9 "00000000-0000-0000-0000-000000000001"
select "kind",
  "actor",
  "for_person",
  "day"
from "task_event"
where "task_id" = $1
  and (("kind" = $2 and "id" > coalesce((select max(a.id) from task_event a where a.task_id = $3 and a.kind in ('returned', 'accepted')), 0)) or ("kind" = $4 and "id" > coalesce((select max(a.id) from task_event a where a.task_id = $5 and a.kind in ('extension-granted', 'extension-refused')), 0)) or ("kind" = $6 and "id" > coalesce((select max(a.id) from task_event a where a.task_id = $7 and a.kind in ('decided')), 0)) or ("kind" = $8 and "id" > coalesce((select max(a.id) from task_event a where a.task_id = $9 and a.kind in ('upheld', 'reassigned')), 0)))
order by "id";

-- occurrenceOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "original"
-- $3 "correction"
-- $4 1
-- $5 "00000000-0000-0000-0000-000000000001"
-- $6 "original"
-- $7 "correction"
-- $8 "recurrence"
-- $9 1
-- $10 "00000000-0000-0000-0000-000000000001"
-- $11 "original"
-- $12 "correction"
-- $13 "recurrence"
-- $14 "calendar"
-- $15 1
select "day",
  (select "due_fact"."day" from "due_fact" where "task_id" = $1 and "reason" in ($2, $3) order by "id" desc limit $4) as "anchor",
  (select "due_fact"."rule" from "due_fact" where "task_id" = $5 and "reason" in ($6, $7, $8) order by "id" desc limit $9) as "rule"
from "due_fact"
where "task_id" = $10
  and "reason" in ($11, $12, $13, $14)
order by "id" desc
limit $15;

-- evidenceOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "progress"
-- $3 "part"
-- $4 "answered"
-- $5 "claimed"
-- $6 "00000000-0000-0000-0000-000000000001"
select count(*) as "evidence"
from "task_event"
left join "task_event_file" on "task_event_file"."event_id" = "task_event"."id"
where "task_id" = $1
  and "kind" in ($2, $3, $4, $5)
  and task_event.id > coalesce((select max(accepted.id) from task_event accepted where accepted.task_id = $6 and accepted.kind = 'accepted'), 0)
  and ("task_event_file"."sha256" is not null or "task_event"."document" is not null);

-- signedOn
-- $1 "00000000-0000-0000-0000-000000000001"
select "signed_on"
from "document"
where "id" = $1;
