-- Made by scripts/generate-compiled.ts from board-store.ts; reviewed, never run.

-- groupsOf
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 6
-- $6 60
select "c"."key",
  min(c.name) as "name",
  count(*) over () as "groups",
  count(*) filter (where c."class" = 0) as "class_overdue",
  count(*) filter (where c."class" = 1) as "class_due-soon",
  count(*) filter (where c."class" = 2) as "class_in-time",
  count(*) filter (where c."class" = 3) as "class_done-on-time",
  count(*) filter (where c."class" = 4) as "class_done-late",
  count(*) filter (where c."class" = 5) as "class_no-due",
  count(*) filter (where c."first" = 0) as "first_overdue",
  count(*) filter (where c."first" = 1) as "first_due-soon",
  count(*) filter (where c."first" = 2) as "first_in-time",
  count(*) filter (where c."first" = 3) as "first_done-on-time",
  count(*) filter (where c."first" = 4) as "first_done-late",
  count(*) filter (where c."first" = 5) as "first_no-due"
from (select case when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due" then 3 else 4 end
    when "s"."due" < $1::date then 0
    when "s"."due" <= $2::date + 30 then 1 else 2 end as "class", case when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due_original" then 3 else 4 end
    when "s"."due_original" < $3::date then 0
    when "s"."due_original" <= $4::date + 30 then 1 else 2 end as "first", coalesce(s.lead_id, '') as "key", s.lead_name as "name" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s") as "c"
where "c"."class" < $5
group by c.key,
  case when c.key = '' then c.name end
order by count(*) filter (where c.class = 0) desc,
  count(*) desc,
  min(c.name),
  "c"."key"
limit $6;

-- groupsOf document
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 6
-- $6 60
select "c"."key",
  min(c.name) as "name",
  count(*) over () as "groups",
  count(*) filter (where c."class" = 0) as "class_overdue",
  count(*) filter (where c."class" = 1) as "class_due-soon",
  count(*) filter (where c."class" = 2) as "class_in-time",
  count(*) filter (where c."class" = 3) as "class_done-on-time",
  count(*) filter (where c."class" = 4) as "class_done-late",
  count(*) filter (where c."class" = 5) as "class_no-due",
  count(*) filter (where c."first" = 0) as "first_overdue",
  count(*) filter (where c."first" = 1) as "first_due-soon",
  count(*) filter (where c."first" = 2) as "first_in-time",
  count(*) filter (where c."first" = 3) as "first_done-on-time",
  count(*) filter (where c."first" = 4) as "first_done-late",
  count(*) filter (where c."first" = 5) as "first_no-due"
from (select case when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due" then 3 else 4 end
    when "s"."due" < $1::date then 0
    when "s"."due" <= $2::date + 30 then 1 else 2 end as "class", case when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due_original" then 3 else 4 end
    when "s"."due_original" < $3::date then 0
    when "s"."due_original" <= $4::date + 30 then 1 else 2 end as "first", s.document_id::text as "key", '' as "name" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s") as "c"
where "c"."class" < $5
group by c.key
order by count(*) filter (where c.class = 0) desc,
  count(*) desc,
  min(c.name),
  "c"."key"
limit $6;

-- groupsOf period
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 6
-- $6 60
select "c"."key",
  min(c.name) as "name",
  count(*) over () as "groups",
  count(*) filter (where c."class" = 0) as "class_overdue",
  count(*) filter (where c."class" = 1) as "class_due-soon",
  count(*) filter (where c."class" = 2) as "class_in-time",
  count(*) filter (where c."class" = 3) as "class_done-on-time",
  count(*) filter (where c."class" = 4) as "class_done-late",
  count(*) filter (where c."class" = 5) as "class_no-due",
  count(*) filter (where c."first" = 0) as "first_overdue",
  count(*) filter (where c."first" = 1) as "first_due-soon",
  count(*) filter (where c."first" = 2) as "first_in-time",
  count(*) filter (where c."first" = 3) as "first_done-on-time",
  count(*) filter (where c."first" = 4) as "first_done-late",
  count(*) filter (where c."first" = 5) as "first_no-due"
from (select case when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due" then 3 else 4 end
    when "s"."due" < $1::date then 0
    when "s"."due" <= $2::date + 30 then 1 else 2 end as "class", case when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due_original" then 3 else 4 end
    when "s"."due_original" < $3::date then 0
    when "s"."due_original" <= $4::date + 30 then 1 else 2 end as "first", coalesce(date_trunc('quarter', s.due::timestamp)::date::text, '') as "key", '' as "name" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s") as "c"
where "c"."class" < $5
group by c.key
order by count(*) filter (where c.class = 0) desc,
  count(*) desc,
  min(c.name),
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
-- $12 6
-- $13 60
select "c"."key",
  min(c.name) as "name",
  count(*) over () as "groups",
  count(*) filter (where c."class" = 0) as "class_overdue",
  count(*) filter (where c."class" = 1) as "class_due-soon",
  count(*) filter (where c."class" = 2) as "class_in-time",
  count(*) filter (where c."class" = 3) as "class_done-on-time",
  count(*) filter (where c."class" = 4) as "class_done-late",
  count(*) filter (where c."class" = 5) as "class_no-due",
  count(*) filter (where c."first" = 0) as "first_overdue",
  count(*) filter (where c."first" = 1) as "first_due-soon",
  count(*) filter (where c."first" = 2) as "first_in-time",
  count(*) filter (where c."first" = 3) as "first_done-on-time",
  count(*) filter (where c."first" = 4) as "first_done-late",
  count(*) filter (where c."first" = 5) as "first_no-due"
from (select case when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due" then 3 else 4 end
    when "s"."due" < $1::date then 0
    when "s"."due" <= $2::date + 30 then 1 else 2 end as "class", case when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due_original" then 3 else 4 end
    when "s"."due_original" < $3::date then 0
    when "s"."due_original" <= $4::date + 30 then 1 else 2 end as "first", "helper"."of_place" as "key", "helper"."of_place" as "name" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s" inner join (select distinct "assignment"."task_id", "organisation"."of_place" from "assignment" inner join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($5, $6, $7) and "assignment"."from_day" <= $8 and ("assignment"."to_day" is null or "assignment"."to_day" > $9) and "organisation"."of_place" not in ($10, $11)) as "helper" on "helper"."task_id" = "s"."id") as "c"
where "c"."class" < $12
group by c.key
order by count(*) filter (where c.class = 0) desc,
  count(*) desc,
  min(c.name),
  "c"."key"
limit $13;

-- groupsOf a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 "2025-07-01"
-- $6 "2025-07-01"
-- $7 "2025-07-01"
-- $8 "2025-07-01"
-- $9 1
-- $10 "lead"
-- $11 "2025-07-01"
-- $12 "2025-07-01"
-- $13 "2025-07-01"
-- $14 6
-- $15 60
select "c"."key",
  min(c.name) as "name",
  count(*) over () as "groups",
  count(*) filter (where c."class" = 0) as "class_overdue",
  count(*) filter (where c."class" = 1) as "class_due-soon",
  count(*) filter (where c."class" = 2) as "class_in-time",
  count(*) filter (where c."class" = 3) as "class_done-on-time",
  count(*) filter (where c."class" = 4) as "class_done-late",
  count(*) filter (where c."class" = 5) as "class_no-due",
  count(*) filter (where c."first" = 0) as "first_overdue",
  count(*) filter (where c."first" = 1) as "first_due-soon",
  count(*) filter (where c."first" = 2) as "first_in-time",
  count(*) filter (where c."first" = 3) as "first_done-on-time",
  count(*) filter (where c."first" = 4) as "first_done-late",
  count(*) filter (where c."first" = 5) as "first_no-due"
from (select case when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due" then 3 else 4 end
    when "s"."due" < $1::date then 0
    when "s"."due" <= $2::date + 30 then 1 else 2 end as "class", case when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due_original" then 3 else 4 end
    when "s"."due_original" < $3::date then 0
    when "s"."due_original" <= $4::date + 30 then 1 else 2 end as "first", coalesce(s.lead_id, '') as "key", s.lead_name as "name" from (select "task"."id", "task"."document_id", case when former.task_id is null then task.lead_id else former.organisation_id end as "lead_id", coalesce(former.name, task.lead_name) as "lead_name", case when later.task_id is null then task.due_day when fact.id is null then task.due_original else fact.day end as "due", coalesce(case when later.task_id is null then task.due_day when fact.id is null then task.due_original else fact.day end, date '9999-12-31') as "due_key", "task"."due_original", case when task.closed_on <= $5::date then task.closed_on end as "closed_on", (task.state = 'cancelled' and task.closed_on <= $6::date) as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" left join (select distinct "task_id" from "due_fact" where "recorded_at" >= ($7::date + 1)::timestamptz) as "later" on "later"."task_id" = "task"."id" left join lateral (select "due_fact"."id", "due_fact"."day" from "due_fact" where "later"."task_id" is not null and "due_fact"."task_id" = "task"."id" and "due_fact"."recorded_at" < ($8::date + 1)::timestamptz order by "due_fact"."id" desc limit $9) as "fact" on true left join "assignment" as "former" on "former"."task_id" = "task"."id" and "former"."role" = $10 and "former"."to_day" > $11 and "former"."from_day" <= $12 where "task"."code" is not null and "task"."lead_name" is not null and "task"."assigned_on" <= $13) as "s") as "c"
where "c"."class" < $14
group by c.key,
  case when c.key = '' then c.name end
order by count(*) filter (where c.class = 0) desc,
  count(*) desc,
  min(c.name),
  "c"."key"
limit $15;

-- totalsOf
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
select "c"."class",
  "c"."first",
  c.month::date as "month",
  count(*) as "n"
from (select case when s.cancelled then 6 when "s"."due" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due" then 3 else 4 end
    when "s"."due" < $1::date then 0
    when "s"."due" <= $2::date + 30 then 1 else 2 end as "class", case when s.cancelled then 6 when "s"."due_original" is null then 5
    when s.closed_on is not null then case when s.closed_on <= "s"."due_original" then 3 else 4 end
    when "s"."due_original" < $3::date then 0
    when "s"."due_original" <= $4::date + 30 then 1 else 2 end as "first", date_trunc('month', s.due::timestamp) as "month" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s") as "c"
group by "c"."class",
  "c"."first",
  "c"."month";

-- givenOf
-- $1 "2025-07-01"
select count(*) as "given",
  count(*) filter (where lead_name is null) as "parents"
from "task"
where "code" is not null
  and "assigned_on" <= $1;

-- titlesOf
-- $1 "00000000-0000-0000-0000-000000000001"
select "id",
  "slug",
  "type",
  "number",
  "abstract"
from "document"
where "id" in ($1);

-- waitingOf
-- $1 "assigned"
-- $2 "acknowledged"
-- $3 "disputed"
-- $4 "active"
-- $5 "claimed"
select "s"."id",
  "s"."due",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on",
  "w"."claimed",
  "w"."disputed",
  "w"."extension",
  "w"."escalated",
  count(*) filter (where w."claimed") over () as "n_claimed",
  count(*) filter (where w."disputed") over () as "n_disputed",
  count(*) filter (where w."extension") over () as "n_extension",
  count(*) filter (where w."escalated") over () as "n_escalated",
  count(*) over () as "n"
from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s"
inner join (select "task"."id" as "task_id", task.state = 'claimed' as "claimed", task.state = 'disputed' as "disputed", task.asked_day is not null as "extension", "task"."escalated" from "task" where "task"."state" in ($1, $2, $3, $4, $5) and (task.state in ('claimed', 'disputed') or task.asked_day is not null or task.escalated)) as "w" on "w"."task_id" = "s"."id"
order by "w"."escalated" desc,
  "s"."due_key",
  "s"."id";

-- waitingOf a past day
-- $1 "2025-07-01"
-- $2 "2025-07-01"
-- $3 "2025-07-01"
-- $4 "2025-07-01"
-- $5 1
-- $6 "lead"
-- $7 "2025-07-01"
-- $8 "2025-07-01"
-- $9 "2025-07-01"
-- $10 "2025-07-01"
select "s"."id",
  "s"."due",
  "s"."due_key",
  "s"."recorded_at",
  "s"."closed_on",
  "w"."claimed",
  "w"."disputed",
  "w"."extension",
  "w"."escalated",
  count(*) filter (where w."claimed") over () as "n_claimed",
  count(*) filter (where w."disputed") over () as "n_disputed",
  count(*) filter (where w."extension") over () as "n_extension",
  count(*) filter (where w."escalated") over () as "n_escalated",
  count(*) over () as "n"
from (select "task"."id", "task"."document_id", case when former.task_id is null then task.lead_id else former.organisation_id end as "lead_id", coalesce(former.name, task.lead_name) as "lead_name", case when later.task_id is null then task.due_day when fact.id is null then task.due_original else fact.day end as "due", coalesce(case when later.task_id is null then task.due_day when fact.id is null then task.due_original else fact.day end, date '9999-12-31') as "due_key", "task"."due_original", case when task.closed_on <= $1::date then task.closed_on end as "closed_on", (task.state = 'cancelled' and task.closed_on <= $2::date) as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" left join (select distinct "task_id" from "due_fact" where "recorded_at" >= ($3::date + 1)::timestamptz) as "later" on "later"."task_id" = "task"."id" left join lateral (select "due_fact"."id", "due_fact"."day" from "due_fact" where "later"."task_id" is not null and "due_fact"."task_id" = "task"."id" and "due_fact"."recorded_at" < ($4::date + 1)::timestamptz order by "due_fact"."id" desc limit $5) as "fact" on true left join "assignment" as "former" on "former"."task_id" = "task"."id" and "former"."role" = $6 and "former"."to_day" > $7 and "former"."from_day" <= $8 where "task"."code" is not null and "task"."lead_name" is not null and "task"."assigned_on" <= $9) as "s"
inner join (select "said"."task_id", "said"."claimed", "said"."disputed", "said"."extension", "said"."escalated" from (select "task_event"."task_id", coalesce(max(task_event.id) filter (where task_event.kind in ('claimed')), 0) > coalesce(max(task_event.id) filter (where task_event.kind in ('returned', 'accepted', 'recurred')), 0) as "claimed", coalesce(max(task_event.id) filter (where task_event.kind in ('disputed')), 0) > coalesce(max(task_event.id) filter (where task_event.kind in ('upheld', 'reassigned')), 0) as "disputed", coalesce(max(task_event.id) filter (where task_event.kind in ('extension-asked')), 0) > coalesce(max(task_event.id) filter (where task_event.kind in ('extension-granted', 'extension-refused')), 0) as "extension", coalesce(max(task_event.id) filter (where task_event.kind in ('escalated')), 0) > coalesce(max(task_event.id) filter (where task_event.kind in ('decided')), 0) as "escalated", bool_or(task_event.kind = 'accepted') as "accepted" from "task_event" where task_event.kind in ('disputed', 'upheld', 'reassigned', 'claimed', 'returned', 'accepted', 'extension-asked', 'extension-granted', 'extension-refused', 'escalated', 'decided', 'cancelled', 'recurred') and "task_event"."on_day" <= $10 group by "task_event"."task_id" having not bool_or(task_event.kind = 'cancelled')) as "said" inner join "task" on "task"."id" = "said"."task_id" where (said.claimed or said.disputed or said.extension or said.escalated) and not (said.accepted and task.kind <> 'recurring')) as "w" on "w"."task_id" = "s"."id"
order by "w"."escalated" desc,
  "s"."due_key",
  "s"."id";

-- answersOf
-- $1 "part"
-- $2 "2025-07-01"
-- $3 "lead"
-- $4 "co-lead"
-- $5 "coordinator"
-- $6 "2025-07-01"
-- $7 "2025-07-01"
-- $8 ""
-- $9 "Đà Nẵng"
-- $10 false
select "asked"."of_place",
  count(distinct asked.task_id) as "joint",
  count(distinct asked.task_id) filter (where asked.answered_on is not null) as "answered",
  percentile_disc(0.5) within group (order by asked.answered_on - asked.from_day) as "days"
from (select "helper"."task_id", "helper"."of_place", "helper"."from_day", (select min("task_event"."on_day") as "day" from "task_event" where "task_event"."task_id" = "helper"."task_id" and "task_event"."organisation_id" = "helper"."organisation_id" and "task_event"."kind" = $1 and "task_event"."on_day" <= $2) as "answered_on" from (select "task"."id", "task"."document_id", "task"."lead_id", "task"."lead_name", "task"."due_day" as "due", "task"."due_key", "task"."due_original", "task"."closed_on", task.state = 'cancelled' as "cancelled", "task"."state", "task"."kind", "task"."recorded_at" from "task" where "task"."code" is not null and "task"."lead_name" is not null) as "s" inner join (select "assignment"."task_id", "assignment"."organisation_id", "organisation"."of_place", "assignment"."from_day" from "assignment" inner join "organisation" on "organisation"."id" = "assignment"."organisation_id" where "assignment"."role" in ($3, $4, $5) and "assignment"."from_day" <= $6 and ("assignment"."to_day" is null or "assignment"."to_day" > $7) and "organisation"."of_place" not in ($8, $9)) as "helper" on "helper"."task_id" = "s"."id" where "s"."cancelled" = $10) as "asked"
group by "asked"."of_place"
order by "asked"."of_place";
