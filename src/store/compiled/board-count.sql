-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- cellsOf
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
select "c"."classes",
  "c"."month",
  count(*) as "n",
  c.lead_id as "lead_id",
  c.lead_name as "lead_name"
from (select (case when s.closed_on is null then case when "s"."due" is null then 5
      when "s"."due" < $1::date then 0
      when "s"."due" <= $2::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on <= "s"."due" then 3 else 4 end) * 8
      + case when s.due_original is not distinct from s.due then 7 else case when s.closed_on is null then case when "s"."due_original" is null then 5
      when "s"."due_original" < $3::date then 0
      when "s"."due_original" <= $4::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on <= "s"."due_original" then 3 else 4 end end as "classes", "s"."lead_id", "s"."lead_name", date_trunc('month', s.due::timestamp)::date as "month" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s") as "c"
group by grouping sets ((c.lead_id, c.lead_name, c.classes), (c.month, c.classes));

-- cellsOf open work
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
select "c"."classes",
  "c"."month",
  count(*) as "n",
  c.lead_id as "lead_id",
  c.lead_name as "lead_name"
from (select (case when s.closed_on is null then case when "s"."due" is null then 5
      when "s"."due" < $1::date then 0
      when "s"."due" <= $2::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on <= "s"."due" then 3 else 4 end) * 8
      + case when s.due_original is not distinct from s.due then 7 else case when s.closed_on is null then case when "s"."due_original" is null then 5
      when "s"."due_original" < $3::date then 0
      when "s"."due_original" <= $4::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on <= "s"."due_original" then 3 else 4 end end as "classes", "s"."lead_id", "s"."lead_name", date_trunc('month', s.due::timestamp)::date as "month" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s" where "s"."closed_on" is null) as "c"
group by grouping sets ((c.lead_id, c.lead_name, c.classes), (c.month, c.classes));

-- cellsOf a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 "original"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
-- $10 "lead"
-- $11 "2025-07-01"
-- $12 "2025-07-01"
-- $13 "2025-07-01"
select "c"."classes",
  "c"."month",
  count(*) as "n",
  null as "lead_id",
  null as "lead_name"
from (select (case when s.closed_on is null then case when "s"."due" is null then 5
      when "s"."due" < $1::date then 0
      when "s"."due" <= $2::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on <= "s"."due" then 3 else 4 end) * 8
      + case when s.due_original is not distinct from s.due then 7 else case when s.closed_on is null then case when "s"."due_original" is null then 5
      when "s"."due_original" < $3::date then 0
      when "s"."due_original" <= $4::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on <= "s"."due_original" then 3 else 4 end end as "classes", "s"."lead_id", "s"."lead_name", date_trunc('month', s.due::timestamp)::date as "month" from (select "task"."id", "task"."document_id", case when former.task_id is null then task.lead_id else former.organisation_id end as "lead_id", coalesce(former.name, task.lead_name) as "lead_name", case when later.task_id is null then coalesce(term.last_day, task.due_day) when later.id is null then task.due_original else later.day end as "due", coalesce(case when later.task_id is null then coalesce(term.last_day, task.due_day) when later.id is null then task.due_original else later.day end, date '9999-12-31') as "due_key", case when later.id is null then task.due_original else later.first end as "due_original", case when task.closed_on <= $5::date then task.closed_on end as "closed_on", (task.state = 'cancelled' and task.closed_on <= $6::date) as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" left join (select "moved"."task_id", "fact"."id", "fact"."day", "fact"."first" from (select distinct "task_id" from "due_fact" where "reason" <> $7 and "recorded_at" >= ($8::date + 1)::timestamptz) as "moved" left join lateral (select max("due_fact"."id") as "id", (array_agg(due_fact.day order by due_fact.id desc))[1] as "day", (array_agg(due_fact.day order by due_fact.id desc)
              filter (where due_fact.reason in ('original', 'correction', 'recurrence')))[1] as "first" from "due_fact" where "due_fact"."task_id" = "moved"."task_id" and "due_fact"."recorded_at" < ($9::date + 1)::timestamptz) as "fact" on true) as "later" on "later"."task_id" = "task"."id" left join (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name" from "assignment" where "assignment"."role" = $10 and "assignment"."to_day" > $11 and "assignment"."from_day" <= $12) as "former" on "former"."task_id" = "task"."id" where "task"."code" is not null and "task"."lead_name" is not null and "task"."assigned_on" <= $13) as "s") as "c"
group by grouping sets ((c.month, c.classes));

-- groupsOf
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 48
-- $6 60
select "c"."key",
  count(*) over () as "groups",
  sum(c.n) filter (where c.classes / 8 = 0) as "class_overdue",
  sum(c.n) filter (where c.classes / 8 = 1) as "class_due-soon",
  sum(c.n) filter (where c.classes / 8 = 2) as "class_in-time",
  sum(c.n) filter (where c.classes / 8 = 3) as "class_done-on-time",
  sum(c.n) filter (where c.classes / 8 = 4) as "class_done-late",
  sum(c.n) filter (where c.classes / 8 = 5) as "class_no-due",
  sum(c.n) filter (where c.classes % 8 = 0 or c.classes = 7) as "first_overdue",
  sum(c.n) filter (where c.classes % 8 = 1 or c.classes = 15) as "first_due-soon",
  sum(c.n) filter (where c.classes % 8 = 2 or c.classes = 23) as "first_in-time",
  sum(c.n) filter (where c.classes % 8 = 3 or c.classes = 31) as "first_done-on-time",
  sum(c.n) filter (where c.classes % 8 = 4 or c.classes = 39) as "first_done-late",
  sum(c.n) filter (where c.classes % 8 = 5 or c.classes = 47) as "first_no-due"
from (select "k"."key", "k"."classes", count(*) as "n" from (select (case when s.closed_on is null then case when "s"."due" is null then 5
      when "s"."due" < $1::date then 0
      when "s"."due" <= $2::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on <= "s"."due" then 3 else 4 end) * 8
      + case when s.due_original is not distinct from s.due then 7 else case when s.closed_on is null then case when "s"."due_original" is null then 5
      when "s"."due_original" < $3::date then 0
      when "s"."due_original" <= $4::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on <= "s"."due_original" then 3 else 4 end end as "classes", s.document_id::text as "key" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s") as "k" where "k"."classes" < $5 group by "k"."key", "k"."classes") as "c"
group by "c"."key"
order by coalesce(sum(c.n) filter (where c.classes < 8), 0) desc,
  sum(c.n) desc,
  "c"."key"
limit $6;

-- groupsOf neighbour
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "lead"
-- $6 "co-lead"
-- $7 "coordinator"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
-- $10 ""
-- $11 "Đà Nẵng"
-- $12 48
-- $13 60
select "c"."key",
  count(*) over () as "groups",
  sum(c.n) filter (where c.classes / 8 = 0) as "class_overdue",
  sum(c.n) filter (where c.classes / 8 = 1) as "class_due-soon",
  sum(c.n) filter (where c.classes / 8 = 2) as "class_in-time",
  sum(c.n) filter (where c.classes / 8 = 3) as "class_done-on-time",
  sum(c.n) filter (where c.classes / 8 = 4) as "class_done-late",
  sum(c.n) filter (where c.classes / 8 = 5) as "class_no-due",
  sum(c.n) filter (where c.classes % 8 = 0 or c.classes = 7) as "first_overdue",
  sum(c.n) filter (where c.classes % 8 = 1 or c.classes = 15) as "first_due-soon",
  sum(c.n) filter (where c.classes % 8 = 2 or c.classes = 23) as "first_in-time",
  sum(c.n) filter (where c.classes % 8 = 3 or c.classes = 31) as "first_done-on-time",
  sum(c.n) filter (where c.classes % 8 = 4 or c.classes = 39) as "first_done-late",
  sum(c.n) filter (where c.classes % 8 = 5 or c.classes = 47) as "first_no-due"
from (select "k"."key", "k"."classes", count(*) as "n" from (select (case when s.closed_on is null then case when "s"."due" is null then 5
      when "s"."due" < $1::date then 0
      when "s"."due" <= $2::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on <= "s"."due" then 3 else 4 end) * 8
      + case when s.due_original is not distinct from s.due then 7 else case when s.closed_on is null then case when "s"."due_original" is null then 5
      when "s"."due_original" < $3::date then 0
      when "s"."due_original" <= $4::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on <= "s"."due_original" then 3 else 4 end end as "classes", "helper"."of_place" as "key" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s" inner join (select distinct "helping"."task_id", "helping"."of_place" from (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name", "assignment"."from_day", coalesce(organisation.of_place, assignment.of_place) as "of_place" from "assignment" left join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($5, $6, $7) and "assignment"."from_day" <= $8 and ("assignment"."to_day" is null or "assignment"."to_day" > $9) and coalesce(organisation.of_place, assignment.of_place) not in ($10, $11)) as "helping") as "helper" on "helper"."task_id" = "s"."id") as "k" where "k"."classes" < $12 group by "k"."key", "k"."classes") as "c"
group by "c"."key"
order by coalesce(sum(c.n) filter (where c.classes < 8), 0) desc,
  sum(c.n) desc,
  "c"."key"
limit $13;

-- leaderless
-- $1 "2025-07-01"
select count(*) as "all",
  count(*) filter (where exists (select "part"."id" from "task" as "part" where "part"."parent_id" = "task"."id")) as "split"
from "task"
where "task"."code" is not null
  and "task"."lead_name" is null
  and "task"."assigned_on" <= $1;

-- givenOut
-- $1 "2025-07-01"
select count(*) as "n"
from "task"
where "task"."code" is not null
  and "task"."lead_name" is not null
  and "task"."assigned_on" <= $1;

-- titlesOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "id",
  "slug",
  "type",
  "number",
  "abstract"
from "document"
where "id" in ($1);
