-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- ownValues
-- $1 "00000000-0000-0000-0000-000000000001"
select "kind",
  "value"
from "personal_value"
where "person_id" = $1
  and "value" is not null
order by "kind";

-- ownActs
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 50
select "seq",
  "at",
  "entity",
  "entity_id",
  "verb"
from "history"
where "actor" = $1
order by "seq" desc
limit $2;

-- ownTokens
-- $1 "00000000-0000-0000-0000-000000000001"
select "name",
  "made_at",
  "seen_at",
  "expires_at",
  "revoked_at"
from "api_token"
where "person_id" = $1
order by "made_at" desc,
  "id";
