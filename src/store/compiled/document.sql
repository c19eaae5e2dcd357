-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- byIdentity
-- $1 "key"
select "id",
  "slug",
  "type",
  "number"
from "document"
where "identity_key" = $1;

-- byFile
-- $1 "sha256"
-- $2 1
select "id",
  "slug",
  "type",
  "number"
from "document"
where "file_sha256" = $1
order by "received_at"
limit $2;

-- byWords
-- $1 "sha256"
-- $2 1
select "id",
  "slug",
  "type",
  "number"
from "document"
where "words_sha256" = $1
order by "received_at"
limit $2;

-- listDocuments
-- $1 "2025-07-01T00:00:00+07:00"
-- $2 "00000000-0000-0000-0000-000000000001"
-- $3 "%cau%"
-- $4 "%cau%"
-- $5 51
select *
from "document"
where (received_at, id) < ($1::timestamptz, $2::uuid)
  and ("search" like $3 or exists (select "citation"."position" from "citation" where citation.document_id = document.id and "citation"."search" like $4))
order by "received_at" desc,
  "id" desc
limit $5;

-- citationsOf
-- $1 1
-- $2 "00000000-0000-0000-0000-000000000001"
select "text",
  "start_at",
  "end_at",
  "number",
  "cited_on",
  (select "document"."id" from "document" where "document"."number" = "citation"."number" and "document"."signed_on" = "citation"."cited_on" limit $1) as "document"
from "citation"
where "document_id" = $2
order by "position";
