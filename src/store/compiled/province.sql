-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- provincesOn
-- $1 "province"
-- $2 "2025-07-01"
select "o"."of_place" as "name",
  "n"."name" as "committee"
from "organisation" as "o"
inner join "organisation_name" as "n" on "n"."organisation_id" = "o"."id"
where "o"."rank" = $1
  and daterange(n.from_day, n.to_day) @> $2::date;
