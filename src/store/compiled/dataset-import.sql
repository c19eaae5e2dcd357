-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- importOf
-- $1 "00000000-0000-0000-0000-000000000001"
select *
from "dataset_import"
where "id" = $1;

-- importsPage
-- $1 "cancelled"
-- $2 "2025-07-01T00:00:00+07:00"
-- $3 "00000000-0000-0000-0000-000000000001"
-- $4 21
select *
from "dataset_import"
where "state" <> $1
  and (made_at, id) < ($2::timestamptz, $3::uuid)
order by "made_at" desc,
  "id" desc
limit $4;

-- othersUnderWay
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "waiting"
-- $3 "loading"
-- $4 "choosing"
-- $5 "switching"
-- $6 1
select "other"."id"
from "dataset_import" as "own"
inner join "dataset_import" as "other" on "other"."dataset_id" = "own"."dataset_id"
where "own"."id" = $1
  and "other"."id" <> "own"."id"
  and "other"."state" in ($2, $3, $4, $5)
limit $6;
