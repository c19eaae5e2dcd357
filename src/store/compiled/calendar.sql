-- Made by scripts/generate-compiled.ts; reviewed, never run.

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

-- correctedDay
-- $1 "2025-07-01"
-- $2 2
-- $3 "closed"
-- $4 "nghỉ"
-- $5 "seen"
-- $6 "QĐ 1"
-- $7 "2025-07-01T00:00:00Z"
-- $8 "2025-07-01"
-- $9 2
insert into "calendar_day" ("day", "version", "kind", "reason", "certainty", "basis", "recorded_at") select $1::date as "day",
  $2::int + 1 as "version",
  $3 as "kind",
  $4 as "reason",
  $5 as "certainty",
  $6 as "basis",
  $7::timestamptz as "recorded_at"
where coalesce((select max(version) from calendar_day where day = $8::date), 0) = $9::int on conflict ("day", "version") do nothing returning *;

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
  and coalesce("p"."from_day", '-infinity') <= $2::date
  and $3::date < coalesce("p"."to_day", 'infinity')
where coalesce("m"."from_day", '-infinity') <= $4::date
  and $5::date < coalesce("m"."to_day", 'infinity')
order by "m"."region_id",
  "p"."sort_key";

-- regionGapsOn
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 "province"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
select exists (select from "region_member" as "before" inner join "region_member" as "after" on "after"."region_id" = "before"."region_id" where "before"."to_day" <= $1 and "after"."from_day" > $2 and not exists (select from "region_member" as "m" where "m"."region_id" = "before"."region_id" and coalesce("m"."from_day", '-infinity') <= $3::date and $4::date < coalesce("m"."to_day", 'infinity'))) as "between_lists",
  exists (select from "region_member" as "m" where coalesce("m"."from_day", '-infinity') <= $5::date and $6::date < coalesce("m"."to_day", 'infinity') and not exists (select from "place" as "p" where "p"."code" = "m"."province_code" and "p"."level" = $7 and coalesce("p"."from_day", '-infinity') <= $8::date and $9::date < coalesce("p"."to_day", 'infinity'))) as "member_ended";
