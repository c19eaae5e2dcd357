-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- reports
select "figure_report".*,
  "dataset"."slug",
  "dataset"."title",
  "dataset"."custodian"
from "figure_report"
inner join "dataset" on "dataset"."id" = "figure_report"."dataset_id";

-- contactOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "personal_value"."value"
from "figure_report"
inner join "personal_value" on "personal_value"."id" = "figure_report"."contact_id"
where "figure_report"."id" = $1;

-- listed
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "open"
-- $3 "accepted"
-- $4 17
-- $5 51
select "figure_report".*,
  "dataset"."slug",
  "dataset"."title",
  "dataset"."custodian"
from "figure_report"
inner join "dataset" on "dataset"."id" = "figure_report"."dataset_id"
where "dataset_id" = $1
  and "state" in ($2, $3)
  and "no" < $4
order by "no" desc
limit $5;

-- waiting
-- $1 "open"
-- $2 "accepted"
-- $3 "00000000-0000-0000-0000-000000000001"
select count(*)::int as "n"
from "figure_report"
where "state" in ($1, $2)
  and "dataset_id" = $3;
