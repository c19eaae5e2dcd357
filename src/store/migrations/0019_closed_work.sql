-- How much closed work there is, kept as it is closed: what is done stays in its class whatever day it is, so that the board
-- of today counts open work alone and adds these few rows.
-- Locks: on task, against writes, while the sums are first made and two indexes are built: a second on 100,000 tasks.

-- By the lead and its two classes: by the day in force when it was closed, and by the first.
create table closed_by_lead (
  lead_id text,                     -- null: not in the register
  lead_name text not null,
  class text not null,
  first text not null,
  n bigint not null,                -- 0: none any more
  unique nulls not distinct (lead_id, lead_name, class, first)
);

create table closed_by_month (
  month date,                       -- of the due day; null: no day
  class text not null,
  first text not null,
  n bigint not null,                -- 0: none any more
  unique nulls not distinct (month, class, first)
);

alter table closed_by_lead enable row level security;
alter table closed_by_month enable row level security;
-- sums over everybody's work: of use only to those who see all of it, and theirs alone to know
create policy sight on closed_by_lead for select using ((select sees_all()));
create policy sight on closed_by_month for select using ((select sees_all()));
grant select on closed_by_lead, closed_by_month to lienvung_app;

-- The kernel's lateness of closed work; `cancelled`: in no class. test/contracts holds it against the kernel.
create function closed_class(state text, due date, closed date) returns text
language sql immutable
as $$
  select case
    when state = 'cancelled' then 'cancelled'
    when due is null then 'no-due'
    when closed <= due then 'done-on-time'
    else 'done-late'
  end
$$;

-- A statement that closes work, reopens it or moves it to another lead moves the sums. Rows are taken in one order; two
-- commands of several statements may still wait in a ring, and the database ends one, which is tried again.
create function keep_closed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  counted constant text := 'select state, lead_id, lead_name, due_day, due_original, closed_on, %s as n from %s
    where closed_on is not null and code is not null and lead_name is not null';
  moved constant text := case tg_op
    when 'INSERT' then format(counted, '1', 'added')
    when 'DELETE' then format(counted, '-1', 'removed')
    else format(counted, '1', 'added') || ' union all ' || format(counted, '-1', 'removed')
  end;
begin
  execute format($f$
    insert into closed_by_lead as kept (lead_id, lead_name, class, first, n)
    select m.lead_id, m.lead_name, c.class, c.first, sum(m.n)
    from (%s) m
    cross join lateral (
      select closed_class(m.state, m.due_day, m.closed_on) as class, closed_class(m.state, m.due_original, m.closed_on) as first
    ) c
    group by 1, 2, 3, 4
    having sum(m.n) <> 0
    order by 1, 2, 3, 4
    on conflict (lead_id, lead_name, class, first) do update set n = kept.n + excluded.n
    $f$, moved);
  execute format($f$
    insert into closed_by_month as kept (month, class, first, n)
    select date_trunc('month', m.due_day::timestamp)::date, c.class, c.first, sum(m.n)
    from (%s) m
    cross join lateral (
      select closed_class(m.state, m.due_day, m.closed_on) as class, closed_class(m.state, m.due_original, m.closed_on) as first
    ) c
    group by 1, 2, 3
    having sum(m.n) <> 0
    order by 1, 2, 3
    on conflict (month, class, first) do update set n = kept.n + excluded.n
    $f$, moved);
  return null;
end
$$;

create trigger closed_added after insert on task referencing new table as added
  for each statement execute function keep_closed();
create trigger closed_changed after update on task referencing old table as removed new table as added
  for each statement execute function keep_closed();
create trigger closed_removed after delete on task referencing old table as removed
  for each statement execute function keep_closed();

revoke all on function keep_closed() from public;

-- also where rows come in trusted: a backup holds the work, and the sums are made again as it is restored
alter table task enable always trigger closed_added;
alter table task enable always trigger closed_changed;
alter table task enable always trigger closed_removed;

insert into closed_by_lead (lead_id, lead_name, class, first, n)
select lead_id, lead_name, closed_class(state, due_day, closed_on), closed_class(state, due_original, closed_on), count(*)
from task
where closed_on is not null and code is not null and lead_name is not null
group by 1, 2, 3, 4;

insert into closed_by_month (month, class, first, n)
select
  date_trunc('month', due_day::timestamp)::date,
  closed_class(state, due_day, closed_on),
  closed_class(state, due_original, closed_on),
  count(*)
from task
where closed_on is not null and code is not null and lead_name is not null
group by 1, 2, 3;

-- open work, with all that the board counts it by
create index task_open_board on task (lead_id, lead_name)
  include (due_day, due_original, closed_on, state, id, term_from, term_days)
  where code is not null and lead_name is not null and closed_on is null;

-- what waits for a decision, in the order of days: few rows, and all that chooses among them
drop index task_waiting;
create index task_waiting on task (due_key, id)
  include (state, asked_day, escalated, due_day, closed_on, recorded_at, term_from, term_days)
  where code is not null and lead_name is not null and (state in ('claimed', 'disputed') or asked_day is not null or escalated);
