-- Made by scripts/generate-compiled.ts from calendar-store.ts; reviewed, never run.

-- daysInForce
-- $1 "2025-07-01"
-- $2 "2026-01-01"
select distinct on ("day") "day",
  "version",
  "kind",
  "reason",
  "certainty",
  "basis"
from "calendar_day"
where "day" >= $1
  and "day" < $2
order by "day",
  "version" desc;

-- regionsOn
-- $1 "province"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
select "m"."region_id",
  "m"."name",
  "m"."province_code",
  "m"."from_day",
  "m"."to_day",
  "m"."basis",
  "m"."certainty",
  "p"."id" as "place_id",
  "p"."full_name"
from "region_member" as "m"
inner join "place" as "p" on "p"."code" = "m"."province_code"
  and "p"."level" = $1
  and coalesce(p.from_day, '-infinity') <= $2::date
  and $3::date < coalesce(p.to_day, 'infinity')
where coalesce(m.from_day, '-infinity') <= $4::date
  and $5::date < coalesce(m.to_day, 'infinity')
order by "m"."region_id",
  "p"."sort_key";
