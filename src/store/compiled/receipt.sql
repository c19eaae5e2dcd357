-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- receiptOf
-- $1 "p1"
-- $2 "key"
select "operation",
  "asked_sha256",
  "answer"
from "receipt"
where "actor" = $1
  and "key" = $2;
