-- What the public may know of work: some columns of what was made public, by two functions, and no row.
-- Locks: short, on task (a policy); the index is built in one pass under a lock against writes, half a second on 100,000 tasks.

-- Until now a public task was a row that everybody saw whole: its sentence, its people, and in the counts of bodies that have
-- no part in it. The row is for those who see the work, like any other. [ACC-16]
drop policy sight on task;
create policy sight on task using ((select sees_all()) or id in (select own_tasks()));

create index task_public on task (due_key, id) where visibility = 'public';

-- The kernel's lateness; null: cancelled, in no class. test/contracts holds it against the kernel.
create function public_class(state text, due date, closed date, on_day date, soon int) returns text
language sql immutable
as $$
  select case
    when state = 'cancelled' then null
    when due is null then 'no-due'
    when closed <= on_day then case when closed <= due then 'done-on-time' else 'done-late' end
    when due < on_day then 'overdue'
    when due <= on_day + soon then 'due-soon'
    else 'in-time'
  end
$$;

-- Public work by due day, from after a key; only what is named here comes out. Parents are left out: their parts carry the work.
create function public_tasks(of_document text, of_class text, on_day date, soon int, after_due date, after_id uuid, most int)
returns table (
  id uuid, code text, title text, lead text, kind text, every text, due_day date, due_key date, due_original date, closed_on date,
  percent int, class text, slug text, document_type text, document_number text, issuer text, signed_on date, sample boolean
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select
    t.id, t.code, t.title, t.lead_name, t.kind, t.every, t.due_day, t.due_key, t.due_original, t.closed_on,
    t.percent, c.class, d.slug, d.type, d.number, d.issuer, d.signed_on, d.sample
  from task t
  join document d on d.id = t.document_id
  cross join lateral (select public_class(t.state, t.due_day, t.closed_on, on_day, soon) as class) c
  where t.visibility = 'public'
    and t.lead_name is not null
    and c.class is not null
    and (of_document is null or d.slug = of_document)
    and (of_class is null or c.class = of_class)
    and (after_due is null or (t.due_key, t.id) > (after_due, after_id))
  order by t.due_key, t.id
  limit most
$$;

create function public_classes(of_document text, on_day date, soon int) returns table (class text, n bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.class, count(*)
  from task t
  join document d on d.id = t.document_id
  cross join lateral (select public_class(t.state, t.due_day, t.closed_on, on_day, soon) as class) c
  where t.visibility = 'public'
    and t.lead_name is not null
    and c.class is not null
    and (of_document is null or d.slug = of_document)
  group by c.class
$$;

revoke all on function public_tasks(text, text, date, int, date, uuid, int), public_classes(text, date, int) from public;
grant execute on function public_tasks(text, text, date, int, date, uuid, int), public_classes(text, date, int) to lienvung_app;
