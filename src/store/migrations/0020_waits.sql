-- From when to when work waited for a decision, and for which: made of what was said, so that a past day is asked by its day
-- and not by walking all that was said until then.
-- Locks: on task_event, against writes, while it is first made: three seconds on 1,000,000 events.

create table task_wait (
  task_id uuid not null,
  "for" text not null check ("for" in ('claimed', 'disputed', 'extension', 'escalated')),
  from_day date not null,
  to_day date,                      -- null: it waits still
  primary key (task_id, "for", from_day)
);

-- few wait on any day: those that were not answered by then, begun by then
create index task_wait_by_day on task_wait (to_day, from_day) include (task_id, "for");

alter table task_wait enable row level security;
create policy sight on task_wait for select using ((select sees_all()) or task_id in (select own_tasks()));
grant select on task_wait to lienvung_app;

-- The spans of the tasks given: a wait begins with the fact of its name and ends with the first that answers it; work that is
-- cancelled, or done once and accepted, waits for nothing more. What began and was answered on one day waited on none.
create function waits_of(tasks uuid[]) returns setof task_wait
language sql stable
set search_path = public, pg_temp
as $$
  with strand ("for", begins, answers) as (
    values
      ('claimed', 'claimed', array['returned', 'accepted', 'cancelled']),
      ('disputed', 'disputed', array['upheld', 'reassigned', 'cancelled']),
      ('extension', 'extension-asked', array['extension-granted', 'extension-refused', 'cancelled']),
      ('escalated', 'escalated', array['decided', 'cancelled'])
  ), said as (
    select e.task_id, s."for", e.id, e.on_day, e.kind = s.begins as begins
    from task_event e
    join task t on t.id = e.task_id
    join strand s on e.kind = s.begins or e.kind = any (s.answers) or (e.kind = 'accepted' and t.kind <> 'recurring')
    where e.task_id = any (tasks)
  ), turned as (
    select said.*, lag(begins) over (partition by task_id, "for" order by id) as before from said
  ), spans as (
    select task_id, "for", begins, on_day as from_day, lead(on_day) over (partition by task_id, "for" order by id) as to_day
    from turned
    where begins is distinct from before
  )
  select distinct on (task_id, "for", from_day) task_id, "for", from_day, to_day
  from spans
  where begins and (to_day is null or to_day > from_day)
  order by task_id, "for", from_day, to_day nulls first
$$;

create function keep_waits() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  touched uuid[] := array(
    select distinct task_id
    from added
    where kind in (
      'claimed', 'returned', 'accepted', 'disputed', 'upheld', 'reassigned', 'extension-asked', 'extension-granted',
      'extension-refused', 'escalated', 'decided', 'cancelled'
    )
  );
begin
  if cardinality(touched) > 0 then
    delete from task_wait where task_id = any (touched);
    insert into task_wait select * from waits_of(touched);
  end if;
  return null;
end
$$;

revoke all on function waits_of(uuid[]), keep_waits() from public;

-- also where rows come in trusted: a backup holds what was said, and the spans are made again as it is restored
create trigger waits_added after insert on task_event referencing new table as added
  for each statement execute function keep_waits();
alter table task_event enable always trigger waits_added;

insert into task_wait
select w.* from waits_of(array(
  select distinct task_id from task_event where kind in ('claimed', 'disputed', 'extension-asked', 'escalated')
)) w;

-- what they served is asked of the spans now
drop index task_event_disputes, task_event_extensions, task_event_escalations;
