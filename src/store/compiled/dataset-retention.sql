-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- retainedVersions
-- $1 "all"
select "dataset"."id",
  "custodian",
  "keep_rule",
  "keep_last",
  "keep_since",
  "keep_basis",
  "n",
  "recorded_at"
from "dataset"
inner join "dataset_version" on "dataset_version"."dataset_id" = "dataset"."id"
where "keep_rule" <> $1
  and "thinned_at" is null
  and "n" <= "current"
order by "dataset"."id",
  "n";
