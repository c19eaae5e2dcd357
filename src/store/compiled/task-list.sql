-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- listedTasks
select "document"."slug" as "document_slug",
  "document"."type" as "document_type",
  "document"."number" as "document_number",
  "document"."signed_on" as "document_signed_on",
  "document"."sample" as "document_sample",
  "task"."id",
  "task"."code",
  "task"."version",
  "task"."state",
  "task"."kind",
  "task"."title",
  "task"."named",
  "task"."due_words",
  "task"."every",
  "task"."due_original",
  "task"."closed_on",
  "task"."lead_name",
  "task"."percent",
  "task"."asked_day",
  "task"."escalated",
  "task"."visibility",
  "task"."document_id",
  "task"."parent_id",
  case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end as "due_day"
from "task"
inner join "document" on "document"."id" = "task"."document_id";

-- listed
-- $1 "Sở Y tế"
-- $2 "so-y-te-da-nang-origin"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 "00000000-0000-0000-0000-000000000001"
-- $8 "lead"
-- $9 "co-lead"
-- $10 "coordinator"
-- $11 "2025-07-01"
-- $12 "2025-07-01"
-- $13 ""
-- $14 "Đà Nẵng"
-- $15 "Huế"
-- $16 "'cau':*"
-- $17 ["%cau%"]
-- $18 null
-- $19 "once"
select
from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s"
where "s"."lead_name" = $1
  and "s"."lead_id" in (select "organisation_holder"."organisation_id" from "organisation_holder" where coalesce(holder_id, organisation_id) = $2 and ("organisation_holder"."from_day" is null or "organisation_holder"."from_day" <= $3::date)
    and ("organisation_holder"."to_day" is null or "organisation_holder"."to_day" > $4::date))
  and "s"."due_key" >= $5
  and "s"."due" is not null
  and "s"."due_key" <= $6
  and "s"."document_id" = (select "document"."id" from "document" where "document"."id" = $7)
  and "s"."id" in (select "helping"."task_id" from (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name", "assignment"."from_day", coalesce(organisation.of_place, assignment.of_place) as "of_place" from "assignment" left join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($8, $9, $10) and "assignment"."from_day" <= $11 and ("assignment"."to_day" is null or "assignment"."to_day" > $12) and coalesce(organisation.of_place, assignment.of_place) not in ($13, $14)) as "helping" where "helping"."of_place" = $15)
  and s.state = 'claimed'
  and "s"."id" in (select tasks_with($16, $17::text[], $18::int))
  and "s"."kind" = $19;

-- listed proposed
-- $1 "proposed"
select
from (select "id", "document_id", "lead_id", '' as "lead_name", case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end as "due", coalesce(case when "task"."term_days" is null then "task"."due_day" else (
    select term.last_day from term where term.from_day = "task"."term_from" and term.days = "task"."term_days") end, date '9999-12-31') as "due_key", "due_original", "closed_on", false as "cancelled", "state", "kind", "recorded_at" from "task" where "code" is null) as "s"
where "s"."state" = $1;

-- page
-- $1 "2025-07-01"
-- $2 51
-- $3 "2025-07-01"
-- $4 51
-- $5 51
select "s"."id",
  "s"."due",
  "s"."due_original",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on"
from (((select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", "task"."due_day" as "due", "task"."due_key" from "task" where "task"."code" is not null and "task"."lead_name" is not null and "task"."term_days" is null) as "s" where s.due_key < $1::date and s.closed_on is null order by "s"."due_key", "s"."id" limit $2)) union all ((select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null and "task"."term_days" is not null and "term"."last_day" is not null) as "s" where s.due_key < $3::date and s.closed_on is null order by "s"."due_key", "s"."id" limit $4))) as "s"
order by "s"."due_key",
  "s"."id"
limit $5;

-- page due-soon
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 51
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 51
-- $7 51
select "s"."id",
  "s"."due",
  "s"."due_original",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on"
from (((select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", "task"."due_day" as "due", "task"."due_key" from "task" where "task"."code" is not null and "task"."lead_name" is not null and "task"."term_days" is null) as "s" where s.due_key between $1::date and $2::date + 30 and s.closed_on is null order by "s"."due_key", "s"."id" limit $3)) union all ((select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null and "task"."term_days" is not null and "term"."last_day" is not null) as "s" where s.due_key between $4::date and $5::date + 30 and s.closed_on is null order by "s"."due_key", "s"."id" limit $6))) as "s"
order by "s"."due_key",
  "s"."id"
limit $7;

-- page of a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "original"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "lead"
-- $7 "2025-07-01"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
-- $10 "2025-07-01"
-- $11 "2025-07-01"
-- $12 51
-- $13 51
select "s"."id",
  "s"."due",
  "s"."due_original",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on"
from (((select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on" from (select "task"."id", "task"."document_id", case when former.task_id is null then task.lead_id else former.organisation_id end as "lead_id", coalesce(former.name, task.lead_name) as "lead_name", case when later.task_id is null then coalesce(term.last_day, task.due_day) when later.id is null then task.due_original else later.day end as "due", coalesce(case when later.task_id is null then coalesce(term.last_day, task.due_day) when later.id is null then task.due_original else later.day end, date '9999-12-31') as "due_key", case when later.id is null then task.due_original else later.first end as "due_original", case when task.closed_on <= $1::date then task.closed_on end as "closed_on", (task.state = 'cancelled' and task.closed_on <= $2::date) as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" left join (select "moved"."task_id", "fact"."id", "fact"."day", "fact"."first" from (select distinct "task_id" from "due_fact" where "reason" <> $3 and "recorded_at" >= ($4::date + 1)::timestamptz) as "moved" left join lateral (select max("due_fact"."id") as "id", (array_agg(due_fact.day order by due_fact.id desc))[1] as "day", (array_agg(due_fact.day order by due_fact.id desc)
              filter (where due_fact.reason in ('original', 'correction', 'recurrence')))[1] as "first" from "due_fact" where "due_fact"."task_id" = "moved"."task_id" and "due_fact"."recorded_at" < ($5::date + 1)::timestamptz) as "fact" on true) as "later" on "later"."task_id" = "task"."id" left join (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name" from "assignment" where "assignment"."role" = $6 and "assignment"."to_day" > $7 and "assignment"."from_day" <= $8) as "former" on "former"."task_id" = "task"."id" where "task"."code" is not null and "task"."lead_name" is not null and "task"."assigned_on" <= $9) as "s" where s.closed_on > s.due and not s.cancelled and "s"."id" in (select "w"."task_id" from (select "task_wait"."task_id", bool_or(task_wait.for = 'claimed') as "claimed", bool_or(task_wait.for = 'disputed') as "disputed", bool_or(task_wait.for = 'extension') as "extension", bool_or(task_wait.for = 'escalated') as "escalated" from "task_wait" where "task_wait"."from_day" <= $10 and ("task_wait"."to_day" is null or "task_wait"."to_day" > $11) group by "task_wait"."task_id") as "w") order by "s"."due_key", "s"."id" limit $12))) as "s"
order by "s"."due_key",
  "s"."id"
limit $13;

-- page of a past day by state
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "original"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "lead"
-- $7 "2025-07-01"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
-- $10 "2025-07-01"
-- $11 "active"
-- $12 51
-- $13 51
select "s"."id",
  "s"."due",
  "s"."due_original",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on"
from (((select "s"."id", "s"."due", "s"."due_original", "s"."due_key", "s"."recorded_at", "s"."closed_on" from (select "task"."id", "task"."document_id", case when former.task_id is null then task.lead_id else former.organisation_id end as "lead_id", coalesce(former.name, task.lead_name) as "lead_name", case when later.task_id is null then coalesce(term.last_day, task.due_day) when later.id is null then task.due_original else later.day end as "due", coalesce(case when later.task_id is null then coalesce(term.last_day, task.due_day) when later.id is null then task.due_original else later.day end, date '9999-12-31') as "due_key", case when later.id is null then task.due_original else later.first end as "due_original", case when task.closed_on <= $1::date then task.closed_on end as "closed_on", (task.state = 'cancelled' and task.closed_on <= $2::date) as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" left join (select "moved"."task_id", "fact"."id", "fact"."day", "fact"."first" from (select distinct "task_id" from "due_fact" where "reason" <> $3 and "recorded_at" >= ($4::date + 1)::timestamptz) as "moved" left join lateral (select max("due_fact"."id") as "id", (array_agg(due_fact.day order by due_fact.id desc))[1] as "day", (array_agg(due_fact.day order by due_fact.id desc)
              filter (where due_fact.reason in ('original', 'correction', 'recurrence')))[1] as "first" from "due_fact" where "due_fact"."task_id" = "moved"."task_id" and "due_fact"."recorded_at" < ($5::date + 1)::timestamptz) as "fact" on true) as "later" on "later"."task_id" = "task"."id" left join (select "assignment"."task_id", "assignment"."organisation_id", "assignment"."name" from "assignment" where "assignment"."role" = $6 and "assignment"."to_day" > $7 and "assignment"."from_day" <= $8) as "former" on "former"."task_id" = "task"."id" where "task"."code" is not null and "task"."lead_name" is not null and "task"."assigned_on" <= $9) as "s" where "s"."id" in (
    select t.id
    from task t
    left join (
      select distinct on (e.task_id) e.task_id, e.kind
      from task_event e
      where e.on_day <= $10::date and e.kind in ('acknowledged', 'disputed', 'upheld', 'reassigned', 'progress', 'claimed', 'returned', 'accepted', 'cancelled')
      order by e.task_id, e.id desc
    ) last on last.task_id = t.id
    where t.code is not null and $11 = case
      when last.kind is null then 'assigned'
      when last.kind = 'accepted' and t.kind = 'recurring' then 'active'
      else case last.kind when 'acknowledged' then 'acknowledged' when 'disputed' then 'disputed' when 'upheld' then 'assigned' when 'reassigned' then 'assigned' when 'progress' then 'active' when 'claimed' then 'claimed' when 'returned' then 'active' when 'accepted' then 'done' when 'cancelled' then 'cancelled' end
    end
  ) order by "s"."due_key", "s"."id" limit $12))) as "s"
order by "s"."due_key",
  "s"."id"
limit $13;

-- totalOf
select ((select count(*) as "n" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", "task"."due_day" as "due", "task"."due_key" from "task" where "task"."code" is not null and "task"."lead_name" is not null and "task"."term_days" is null) as "s")) + ((select count(*) as "n" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null and "task"."term_days" is not null and "term"."last_day" is not null) as "s")) as "total";

-- countByLateness
-- $1 "2025-07-01"
-- $2 "2025-07-01"
select "s"."lead_name",
  case when s.closed_on is null then case when "s"."due" is null then 5
      when "s"."due" < $1::date then 0
      when "s"."due" <= $2::date + 30 then 1 else 2 end
    when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on <= "s"."due" then 3 else 4 end as "class",
  count(*) as "n"
from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at", "task"."asked_day", "task"."escalated", coalesce(term.last_day, task.due_day) as "due", coalesce(coalesce(term.last_day, task.due_day), date '9999-12-31') as "due_key" from "task" left join "term" on "term"."from_day" = "task"."term_from" and "term"."days" = "task"."term_days" where "task"."code" is not null and "task"."lead_name" is not null) as "s"
where "s"."closed_on" is null
group by "s"."lead_name",
  "class";
