-- Terms in working days are rows of their own: much work counts as many days from the same day, and a day of the calendar
-- decided later moves some thousand of these rows, not the tasks that refer to them.
-- Locks: on task, while its terms are read and three indexes built: half a second each on 100,000 tasks, five on a million.

create table term (
  from_day date not null,           -- the day from which working days are counted; itself not one of them
  days int not null check (days > 0),
  last_day date not null,           -- by the calendar in force
  primary key (from_day, days)
);

grant select, insert on term to lienvung_app;
grant update (last_day) on term to lienvung_app;
call keep_rows_of('term', 'from_day,days');

-- A task refers to its term while it is open: `due_day` is then the day as it was when the term was set, and the day in force
-- is the term's. When work is closed its day is written down and no calendar moves it any more.
update task set term_from = null, term_days = null where closed_on is not null and term_days is not null;
insert into term (from_day, days, last_day)
select term_from, term_days, min(due_day) from task where term_days is not null group by term_from, term_days;

alter table task drop constraint task_term;
alter table task add constraint task_term check ((term_from is null) = (term_days is null) and (term_days is null or closed_on is null));
alter table task add foreign key (term_from, term_days) references term (from_day, days);
drop index task_open_term;
create index task_of_term on task (term_from, term_days, id) where term_days is not null;

-- lists by the due day: of a day that was named on the task itself; those of a term are found by the term
drop index task_given_by_due;
drop index task_open_by_due;
create index task_given_by_due on task (due_key, id) where code is not null and lead_name is not null and term_days is null;
create index task_open_by_due on task (due_key, id) include (visibility, due_day)
  where code is not null and lead_name is not null and closed_on is null and term_days is null;

-- what the board counts by, as before, and whether the day is a term's
drop index task_board;
create index task_board on task (lead_id, lead_name)
  include (due_day, due_original, closed_on, state, visibility, id, document_id, assigned_on, term_from, term_days)
  where code is not null and lead_name is not null;

-- what the public reads, by the day in force
create or replace function public_tasks(of_document text, of_class text, on_day date, soon int, after_due date, after_id uuid, most int)
returns table (
  id uuid, code text, title text, lead text, kind text, every text, due_day date, due_key date, due_original date, closed_on date,
  percent int, class text, slug text, document_type text, document_number text, issuer text, signed_on date, sample boolean
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select
    t.id, t.code, t.title, t.lead_name, t.kind, t.every, x.due, x.due_key, t.due_original, t.closed_on,
    t.percent, c.class, d.slug, d.type, d.number, d.issuer, d.signed_on, d.sample
  from task t
  join document d on d.id = t.document_id
  left join term on term.from_day = t.term_from and term.days = t.term_days
  cross join lateral (
    select coalesce(term.last_day, t.due_day) as due, coalesce(term.last_day, t.due_key) as due_key
  ) x
  cross join lateral (select public_class(t.state, x.due, t.closed_on, on_day, soon) as class) c
  where t.visibility = 'public'
    and t.lead_name is not null
    and c.class is not null
    and (of_document is null or d.slug = of_document)
    and (of_class is null or c.class = of_class)
    and (after_due is null or (x.due_key, t.id) > (after_due, after_id))
  order by x.due_key, t.id
  limit most
$$;

create or replace function public_classes(of_document text, on_day date, soon int) returns table (class text, n bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.class, count(*)
  from task t
  join document d on d.id = t.document_id
  left join term on term.from_day = t.term_from and term.days = t.term_days
  cross join lateral (
    select public_class(t.state, coalesce(term.last_day, t.due_day), t.closed_on, on_day, soon) as class
  ) c
  where t.visibility = 'public'
    and t.lead_name is not null
    and c.class is not null
    and (of_document is null or d.slug = of_document)
  group by c.class
$$;
