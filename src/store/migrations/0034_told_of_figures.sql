-- What was said of figures that are wrong, in rows of numbers, so that who answers for a dataset, and who reported it, is told. [NOT-10]
-- Locks: short, on figure_report (a trigger is added), notice_mark and digest (a column with a constant default).

create table figure_report_event (
  id bigint generated always as identity primary key,
  report_id uuid not null references figure_report (id),
  kind text not null check (kind in ('reported', 'accepted', 'corrected', 'refused')),
  at timestamptz not null,
  actor text,                       -- null: somebody without an account
  words text                        -- of that answer; null: the report has its own
);

create index figure_report_event_of_report on figure_report_event (report_id, id);
create index figure_report_of_person on figure_report (person_id) where person_id is not null;

alter table figure_report_event enable row level security;

-- who sees the report
create policy sight on figure_report_event for select using (exists (select from figure_report r where r.id = report_id));

grant select on figure_report_event to lienvung_app;

-- As the owner: a stranger who reports reads nothing of it. Numbered in the order in which it is committed. [NOT-9]
create function figure_report_told() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(20261126);
  if tg_op = 'INSERT' then
    insert into figure_report_event (report_id, kind, at, actor)
    values (new.id, 'reported', new.made_at, new.person_id::text);
  elsif new.state <> old.state then
    insert into figure_report_event (report_id, kind, at, actor, words)
    values (new.id, new.state, new.answered_at, new.answered_by, new.answer);
  end if;
  return null;
end
$$;
revoke all on function figure_report_told() from public;

create trigger told after insert or update of state on figure_report for each row execute function figure_report_told();

insert into figure_report_event (report_id, kind, at, actor, words)
select said.report_id, said.kind, said.at, said.actor, said.words
from (
  select id as report_id, 'reported' as kind, made_at as at, person_id::text as actor, null as words from figure_report
  union all
  select id, state, answered_at, answered_by, answer from figure_report where answer is not null
) said
order by said.at;

-- of figure_report_event: what was there before the upgrade stands on the list and counts as read
alter table notice_mark add column figure_event_id bigint not null default 0;
alter table digest add column figure_event_id bigint not null default 0;
update notice_mark set figure_event_id = coalesce((select max(id) from figure_report_event), 0);
update digest set figure_event_id = coalesce((select max(id) from figure_report_event), 0);
