-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- heldBy
-- $1 "so-y-te-da-nang-origin"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
select "organisation_holder"."organisation_id"
from "organisation_holder"
where coalesce(holder_id, organisation_id) = $1
  and ("organisation_holder"."from_day" is null or "organisation_holder"."from_day" <= $2::date)
   
  and ("organisation_holder"."to_day" is null or "organisation_holder"."to_day" > $3::date);

-- endedOf
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "so-ke-hoach-va-dau-tu-da-nang-origin"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
select "h"."organisation_id" as "of",
  "h"."holder_id" as "id",
  "n"."name"
from "organisation_holder" as "h"
left join "organisation_name" as "n" on "n"."organisation_id" = "h"."holder_id"
  and ("n"."from_day" is null or "n"."from_day" <= $1::date)
   
  and ("n"."to_day" is null or "n"."to_day" > $2::date)
where "h"."organisation_id" in ($3)
  and ("h"."from_day" is null or "h"."from_day" <= $4::date)
   
  and ("h"."to_day" is null or "h"."to_day" > $5::date)
  and ("h"."holder_id" is null or "h"."holder_id" <> "h"."organisation_id");

-- holdersOf
-- $1 "so-y-te-da-nang-origin"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
select "h"."organisation_id" as "of",
  "n"."organisation_id" as "id",
  "n"."name"
from "organisation_holder" as "h"
inner join "organisation_name" as "n" on "n"."organisation_id" = coalesce(h.holder_id, h.organisation_id)
where "h"."organisation_id" in ($1)
  and ("h"."from_day" is null or "h"."from_day" <= $2::date)
   
  and ("h"."to_day" is null or "h"."to_day" > $3::date)
  and ("n"."from_day" is null or "n"."from_day" <= $4::date)
   
  and ("n"."to_day" is null or "n"."to_day" > $5::date);

-- leadsOn
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "lead"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
select "task_id",
  "organisation_id",
  "name"
from "assignment"
where "task_id" in ($1)
  and "role" = $2
  and "from_day" <= $3
  and ("to_day" is null or "to_day" > $4);
