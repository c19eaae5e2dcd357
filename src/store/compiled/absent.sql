-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- presentOn
-- $1 "ubnd-quang-ngai"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "specialist"
-- $5 "leader"
-- $6 "clerk"
-- $7 "office"
-- $8 "steward"
-- $9 "2025-07-01"
select distinct "h"."organisation_id" as "body"
from "organisation_holder" as "h"
inner join "organisation_holder" as "n" on coalesce(n.holder_id, n.organisation_id) = coalesce(h.holder_id, h.organisation_id)
inner join "duty" on "duty"."organisation_id" = "n"."organisation_id"
inner join "person" on "person"."id" = "duty"."person_id"
where "h"."organisation_id" in ($1)
  and daterange(h.from_day, h.to_day) @> $2::date
  and daterange(n.from_day, n.to_day) @> $3::date
  and "person"."disabled_at" is null
  and "duty"."role" in ($4, $5, $6, $7, $8)
  and daterange(duty.from_day, duty.to_day) @> $9::date;
