-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- sinceOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "event_id",
  "assignment_id",
  "figure_event_id",
  person.recorded_at::date as "entered"
from "person"
left join "notice_mark" on "notice_mark"."person_id" = "person"."id"
where "person"."id" = $1;

-- saidOf
-- $1 ["so-y-te"]
-- $2 9
-- $3 100
-- $4 "00000000-0000-0000-0000-000000000001"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 50
-- $8 9
-- $9 100
-- $10 "00000000-0000-0000-0000-000000000001"
-- $11 "2025-07-01"
-- $12 "2025-07-01"
-- $13 50
-- $14 50

  select e.id,
  e.kind,
  e.at,
  e.on_day,
  e.actor,
  e.organisation_name,
  e.percent,
  e.words,
  e.day,
  t.id as task_id,
  t.code,
  t.title,
  t.lead_name,
  case when "t"."term_days" is null then "t"."due_day" else (
    select term.last_day from term where term.from_day = "t"."term_from" and term.days = "t"."term_days") end as due_day
 
from (select id from (
    select x.id
    from held_tasks($1::text[]) held
    cross join lateral (
      select e.id from task_event e
      where e.task_id = held and e.id > $2 and e.id < $3 and e.actor <> $4
      and ($5::date is null or e.on_day >= $6::date)
      order by e.id desc
      limit $7
    ) x union 
    (
      select e.id from task_event e
      where e.kind in ('claimed', 'disputed', 'extension-asked', 'escalated') and e.id > $8 and e.id < $9 and e.actor <> $10
      and ($11::date is null or e.on_day >= $12::date)
      order by e.id desc
      limit $13
    )) found order by id desc limit $14) last
  join task_event e on e.id = last.id
  join task t on t.id = e.task_id
 
order by e.id desc;

-- saidOf a department
-- $1 ["so-y-te"]
-- $2 0
-- $3 9223372036854775807
-- $4 "00000000-0000-0000-0000-000000000001"
-- $5 null
-- $6 null
-- $7 50
-- $8 50

  select e.id,
  e.kind,
  e.at,
  e.on_day,
  e.actor,
  e.organisation_name,
  e.percent,
  e.words,
  e.day,
  t.id as task_id,
  t.code,
  t.title,
  t.lead_name,
  case when "t"."term_days" is null then "t"."due_day" else (
    select term.last_day from term where term.from_day = "t"."term_from" and term.days = "t"."term_days") end as due_day
 
from (select id from (
    select x.id
    from held_tasks($1::text[]) held
    cross join lateral (
      select e.id from task_event e
      where e.task_id = held and e.id > $2 and e.id < $3 and e.actor <> $4
      and ($5::date is null or e.on_day >= $6::date)
      order by e.id desc
      limit $7
    ) x) found order by id desc limit $8) last
  join task_event e on e.id = last.id
  join task t on t.id = e.task_id
 
order by e.id desc;

-- givenTo
-- $1 ["so-y-te"]
-- $2 9
-- $3 9223372036854775807
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "00000000-0000-0000-0000-000000000001"
-- $7 50

  select a.id,
  a.role,
  a.name,
  a.from_day,
  t.id as task_id,
  t.code,
  t.title,
  t.lead_name,
  case when "t"."term_days" is null then "t"."due_day" else (
    select term.last_day from term where term.from_day = "t"."term_from" and term.days = "t"."term_days") end as due_day
  
 
from assignment a
  join task t on t.id = a.task_id
 
where a.organisation_id = any ($1::text[])
   
  and a.role in ('lead', 'co-lead', 'coordinator')
   
  and a.to_day is null
   
  and a.id > $2
  and a.id < $3
   
  and ($4::date is null or a.from_day >= $5::date)
   
  and t.code is not null
   
  and t.assigner is distinct
from $6
 
order by a.id desc
 
limit $7;

-- unread
-- $1 ["so-y-te"]
-- $2 9
-- $3 9223372036854775807
-- $4 "00000000-0000-0000-0000-000000000001"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 100
-- $8 9
-- $9 9223372036854775807
-- $10 "00000000-0000-0000-0000-000000000001"
-- $11 "2025-07-01"
-- $12 "2025-07-01"
-- $13 100
-- $14 100
-- $15 ["so-y-te"]
-- $16 9
-- $17 9223372036854775807
-- $18 "2025-07-01"
-- $19 "2025-07-01"
-- $20 "00000000-0000-0000-0000-000000000001"
-- $21 100
-- $22 "00000000-0000-0000-0000-000000000001"
-- $23 9
-- $24 9223372036854775807
-- $25 "00000000-0000-0000-0000-000000000001"
-- $26 "2025-07-01"
-- $27 "2025-07-01"
-- $28 100

  select (
    (select count(*) from (
    select x.id
    from held_tasks($1::text[]) held
    cross join lateral (
      select e.id from task_event e
      where e.task_id = held and e.id > $2 and e.id < $3 and e.actor <> $4
      and ($5::date is null or e.on_day >= $6::date)
      order by e.id desc
      limit $7
    ) x union 
    (
      select e.id from task_event e
      where e.kind in ('claimed', 'disputed', 'extension-asked', 'escalated') and e.id > $8 and e.id < $9 and e.actor <> $10
      and ($11::date is null or e.on_day >= $12::date)
      order by e.id desc
      limit $13
    ) limit $14) said)
    + (select count(*) from (select a.id 
  from assignment a
  join task t on t.id = a.task_id
  where a.organisation_id = any ($15::text[])
    and a.role in ('lead', 'co-lead', 'coordinator')
    and a.to_day is null
    and a.id > $16 and a.id < $17
    and ($18::date is null or a.from_day >= $19::date)
    and t.code is not null
    and t.assigner is distinct from $20 limit $21) given)
    + (select count(*) from (
    (
      select e.id from figure_report r
      join figure_report_event e on e.report_id = r.id
      where r.person_id = $22::uuid and e.kind <> 'reported' and e.id > $23 and e.id < $24 and e.actor is distinct from $25
      and ($26::date is null or e.at::date >= $27::date)
      order by e.id desc
      limit $28
    )) figures)
  )::int as count;

-- marked
-- $1 "00000000-0000-0000-0000-000000000001"
-- $2 9
-- $3 9
-- $4 9
-- $5 "2025-07-01T00:00:00Z"

  insert into notice_mark as m (person_id, event_id, assignment_id, figure_event_id, at)
  select $1::uuid,
    least($2::bigint, coalesce((select max(id) from task_event), 0)),
    least($3::bigint, coalesce((select max(id) from assignment), 0)),
    least($4::bigint, coalesce((select max(id) from figure_report_event), 0)),
    $5::timestamptz
  on conflict (person_id) do update set
    event_id = greatest(m.event_id, excluded.event_id),
    assignment_id = greatest(m.assignment_id, excluded.assignment_id),
    figure_event_id = greatest(m.figure_event_id, excluded.figure_event_id),
    at = excluded.at;

-- dueOf
-- $1 ["so-y-te"]
-- $2 ["so-y-te"]
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 100

  select t.id,
  t.code,
  t.title,
  t.lead_name as lead,
  t.due,
  t.version + moved.times + handed.times as version,
  greatest(t.changed_at, moved.at) as changed_at,
  (
    select a.role from assignment a
    where a.task_id = t.id and a.organisation_id = any ($1::text[]) and a.to_day is null
    order by array_position(array['lead', 'co-lead', 'coordinator'], a.role)
    limit 1
  ) as role
 
from (
    select t.id, t.code, t.title, t.lead_name, t.version, t.changed_at, case when "t"."term_days" is null then "t"."due_day" else (
    select term.last_day from term where term.from_day = "t"."term_from" and term.days = "t"."term_days") end as due
    from task t
    where t.id in (select held_tasks($2::text[]))
      and t.code is not null
      and t.closed_on is null
  ) t
  cross join lateral (
    select count(*)::int as times, max(e.at) as at from task_event e where e.task_id = t.id and e.kind = 'recounted'
  ) moved
  cross join lateral (
    select count(*)::int as times from assignment a where a.task_id = t.id and a.role = 'lead' and a.basis like 'succession%'
  ) handed
 
where t.due is not null
   
  and ($3::date is null or t.due <= $4::date)
 
order by t.due,
  t.id
 
limit $5;
