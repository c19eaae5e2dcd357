-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- choiceOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "digest",
  "language"
from "mail_choice"
where "person_id" = $1;

-- calendarOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "made_at",
  "seen_at"
from "calendar_token"
where "person_id" = $1;

-- lastTold
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "sent"
-- $3 1
select "event_id",
  "assignment_id",
  "figure_event_id"
from "digest"
where "person_id" = $1
  and "state" = $2
order by "on_day" desc
limit $3;

-- letterOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "2025-07-01"
select "state",
  "tries"
from "digest"
where "person_id" = $1
  and "on_day" = $2;

-- taken
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 "2025-07-01"
-- $3 9
-- $4 9
-- $5 9
-- $6 "2025-07-01T00:00:00Z"

  insert into digest as d (person_id, on_day, state, event_id, assignment_id, figure_event_id, tries, at)
  values ($1::uuid, $2::date, 'taken', $3::bigint, $4::bigint, $5::bigint, 1, $6::timestamptz)
  on conflict (person_id, on_day) do update set
    state = 'taken',
  event_id = excluded.event_id,
  assignment_id = excluded.assignment_id,
    figure_event_id = excluded.figure_event_id,
  tries = d.tries + 1,
  at = excluded.at
 
where d.state = 'failed'
  and d.tries < 5
  and d.at <= excluded.at - interval '1 hour'
  returning on_day;
