-- Made by scripts/generate-compiled.ts from dataset-import-store.ts; reviewed, never run.

-- importOf
-- $1 "00000000-0000-0000-0000-000000000001"
select *
from "dataset_import"
where "id" = $1;

-- importsPage
-- $1 "2025-07-01T00:00:00+07:00"
-- $2 "00000000-0000-0000-0000-000000000001"
-- $3 21
select *
from "dataset_import"
where (made_at, id) < ($1::timestamptz, $2::uuid)
order by "made_at" desc,
  "id" desc
limit $3;

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
