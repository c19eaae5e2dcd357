-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- sumsByLead
-- $1 0
select *
from "closed_by_lead"
where "n" <> $1;

-- sumsByMonth
-- $1 0
select *
from "closed_by_month"
where "n" <> $1;
