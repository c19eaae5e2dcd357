-- What was said of figures comes from a backup as it was, and is not said again while the reports are copied: outside a command
-- nothing is told. [NOT-10] [STO-6]
-- Locks: none.

create or replace function figure_report_told() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if change_now() is null then return null; end if;
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
