-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- people
select "p"."id",
  "p"."version",
  "p"."sample",
  "p"."disabled_at",
  "v"."value" as "name"
from "person" as "p"
left join "personal_value" as "v" on "v"."id" = "p"."name_id"
order by "p"."id";

-- accountOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "l"."value" as "login",
  "e"."value" as "email",
  "a"."password_at"
from "account" as "a"
left join "personal_value" as "l" on "l"."id" = "a"."login_id"
left join "personal_value" as "e" on "e"."id" = "a"."email_id"
where "a"."person_id" = $1;

-- dutiesOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "00000000-0000-0000-0000-000000000001"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
select *
from "duty"
where "person_id" = $1
  and "deputy_for" = $2
  and "from_day" <= $3
  and ("to_day" is null or "to_day" > $4)
order by "from_day" desc,
  "id";
