-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- sessionsOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "2025-07-01T00:00:00Z"
-- $3 "2025-06-30T22:00:00.000Z"
select "id",
  "agent",
  "made_at",
  "seen_at",
  "expires_at"
from "session"
where "person_id" = $1
  and "ended_at" is null
  and "expires_at" > $2
  and "seen_at" > $3
order by "seen_at" desc,
  "id";

-- tokensOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "2025-07-01T00:00:00Z"
select "id",
  "name",
  "made_at",
  "seen_at",
  "expires_at"
from "api_token"
where "person_id" = $1
  and "revoked_at" is null
  and "expires_at" > $2
order by "made_at" desc,
  "id";

-- eventsOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 100
-- $3 51
select "id",
  "at",
  "kind",
  "person_id",
  "actor",
  "address"
from "security_event"
where "person_id" = $1
  and "id" < $2
order by "id" desc
limit $3;
