-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- figures
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 9
-- $3 9223372036854775807
-- $4 "00000000-0000-0000-0000-000000000001"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 50
-- $8 ["so-y-te"]
-- $9 9
-- $10 9223372036854775807
-- $11 "00000000-0000-0000-0000-000000000001"
-- $12 "2025-07-01"
-- $13 "2025-07-01"
-- $14 50

    (
      select e.id from figure_report r
      join figure_report_event e on e.report_id = r.id
      where r.person_id = $1::uuid and e.kind <> 'reported' and e.id > $2 and e.id < $3 and e.actor is distinct from $4
      and ($5::date is null or e.at::date >= $6::date)
      order by e.id desc
      limit $7
    )
    union
    (
      select e.id from figure_report_event e
      join figure_report r on r.id = e.report_id
      join dataset d on d.id = r.dataset_id
      where e.kind = 'reported' and (d.custodian is null or d.custodian = any ($8::text[])) and e.id > $9 and e.id < $10 and e.actor is distinct from $11
      and ($12::date is null or e.at::date >= $13::date)
      order by e.id desc
      limit $14
    );

-- figuresOf
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 9
-- $3 9223372036854775807
-- $4 "00000000-0000-0000-0000-000000000001"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 50
-- $8 9
-- $9 9223372036854775807
-- $10 "00000000-0000-0000-0000-000000000001"
-- $11 "2025-07-01"
-- $12 "2025-07-01"
-- $13 50
-- $14 50

  select e.id,
  e.kind,
  e.at,
  e.actor,
  coalesce(e.words, r.words) as words,
  e.report_id,
  r.no,
  d.slug,
  d.title
 
from (select id from (
    (
      select e.id from figure_report r
      join figure_report_event e on e.report_id = r.id
      where r.person_id = $1::uuid and e.kind <> 'reported' and e.id > $2 and e.id < $3 and e.actor is distinct from $4
      and ($5::date is null or e.at::date >= $6::date)
      order by e.id desc
      limit $7
    )
    union
    (
      select e.id from figure_report_event e
      join figure_report r on r.id = e.report_id
      join dataset d on d.id = r.dataset_id
      where e.kind = 'reported' and true and e.id > $8 and e.id < $9 and e.actor is distinct from $10
      and ($11::date is null or e.at::date >= $12::date)
      order by e.id desc
      limit $13
    )) found order by id desc limit $14) last
  join figure_report_event e on e.id = last.id
  join figure_report r on r.id = e.report_id
  join dataset d on d.id = r.dataset_id
 
order by e.id desc;

-- figuresOf who keeps nothing
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 0
-- $3 9
-- $4 "00000000-0000-0000-0000-000000000001"
-- $5 null
-- $6 null
-- $7 50
-- $8 50

  select e.id,
  e.kind,
  e.at,
  e.actor,
  coalesce(e.words, r.words) as words,
  e.report_id,
  r.no,
  d.slug,
  d.title
 
from (select id from (
    (
      select e.id from figure_report r
      join figure_report_event e on e.report_id = r.id
      where r.person_id = $1::uuid and e.kind <> 'reported' and e.id > $2 and e.id < $3 and e.actor is distinct from $4
      and ($5::date is null or e.at::date >= $6::date)
      order by e.id desc
      limit $7
    )) found order by id desc limit $8) last
  join figure_report_event e on e.id = last.id
  join figure_report r on r.id = e.report_id
  join dataset d on d.id = r.dataset_id
 
order by e.id desc;
