-- What the board, the feed, the lists and the search are answered from.
-- Locks: each index is built in one pass under a lock against writes, half a second on 100,000 tasks, three on 1,000,000 events.

-- the board: everything it counts by, so that it reads this and not the tasks
create index task_board on task (lead_id, lead_name)
  include (due_day, due_original, closed_on, state, visibility, id, document_id, assigned_on)
  where code is not null and lead_name is not null;

-- open work by the day: what is late, soon, or in time, listed and counted
create index task_open_by_due on task (due_key, id) include (visibility, due_day)
  where code is not null and lead_name is not null and closed_on is null;

-- as of a past day: whose due day or lead was another then
create index due_fact_moved on due_fact (recorded_at) include (task_id) where reason <> 'original';
create index assignment_former on assignment (task_id, to_day, from_day) where role = 'lead' and to_day is not null;

-- what waited for a decision on a past day: the facts that begin such waiting and those that end it, the last of each task
create index task_event_claims on task_event (task_id, id desc) include (kind, on_day) where kind in ('claimed', 'returned', 'accepted');
create index task_event_disputes on task_event (task_id, id desc) include (kind, on_day) where kind in ('disputed', 'upheld', 'reassigned');
create index task_event_extensions on task_event (task_id, id desc) include (kind, on_day)
  where kind in ('extension-asked', 'extension-granted', 'extension-refused');
create index task_event_escalations on task_event (task_id, id desc) include (kind, on_day) where kind in ('escalated', 'decided');

-- when another body first answered
create index task_event_part on task_event (task_id, organisation_id, on_day) where kind = 'part';

-- given out without a lead: split into parts
create index task_split on task (id) where code is not null and lead_name is null;

-- words, without marks, of tasks and documents
create index task_by_words on task using gin (to_tsvector('simple', search));
create index document_by_search on document using gin (to_tsvector('simple', search));

-- Which of what he may see holds all these words, newest first where there are many. A condition on words may not use an
-- index below a policy (it could tell of rows it does not show), so the policy stands here once more, and ids alone come out.
-- Words that are everywhere are looked for from the newest back, whatever the planner believes of them.
create function tasks_with_common(words text, parts text[], most int) returns setof uuid
language sql stable security definer
set search_path = public, pg_temp
set enable_sort = off
set enable_seqscan = off
set enable_bitmapscan = off
as $$
  select t.id from task t
  where t.code is not null
    and t.lead_name is not null
    and t.search like all (parts)
    and to_tsvector('simple', t.search) @@ to_tsquery('simple', words)
    and ((select sees_all()) or t.visibility = 'public' or t.id in (select own_tasks()))
  order by t.recorded_at desc, t.id desc
  limit most
$$;

-- `most` null: all of them, in no order.
create function tasks_with(words text, parts text[], most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  enough constant int := 1000;
  found uuid[];
begin
  found := array(
    select t.id from task t
    where to_tsvector('simple', t.search) @@ to_tsquery('simple', words)
      and ((select sees_all()) or t.visibility = 'public' or t.id in (select own_tasks()))
    limit case when most is null then null else enough end
  );
  if most is null then
    return query select unnest(found);
  elsif cardinality(found) < enough then
    return query select t.id from task t where t.id = any (found) order by t.recorded_at desc, t.id desc limit most;
  else
    return query select tasks_with_common(words, parts, most);
  end if;
end
$$;

create function documents_with(words text, most int) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select d.id from document d
  where to_tsvector('simple', d.search) @@ to_tsquery('simple', words)
    and ((select sees_all()) or d.id in (select own_documents()))
  order by d.received_at desc, d.id desc
  limit most
$$;

revoke all on function tasks_with_common(text, text[], int), tasks_with(text, text[], int), documents_with(text, int) from public;
grant execute on function tasks_with(text, text[], int), documents_with(text, int) to lienvung_app;
