-- Terms counted in working days, so that a holiday decided later moves what it touches; and readings a person chooses.
-- Locks: short, on task and due_fact.

alter table due_fact drop constraint due_fact_reason_check;
alter table due_fact add constraint due_fact_reason_check
  check (reason in ('original', 'extension', 'correction', 'recurrence', 'calendar'));
alter table due_fact add column term_from date;    -- the day from which working days are counted; null: the day was named
alter table due_fact add column term_days int check (term_days > 0);

-- the term of the due fact in force, repeated here so that a change of calendar finds what it touches
alter table task add column term_from date;
alter table task add column term_days int;
alter table task add constraint task_term check ((term_from is null) = (term_days is null));
create index task_open_term on task (term_from, due_day) where term_days is not null and closed_on is null;

grant update (unsure, term_from, term_days) on task to lienvung_app;

-- told to those whose day moved, and to nobody else
alter table task_event drop constraint task_event_kind_check;
alter table task_event add constraint task_event_kind_check check (kind in (
  'acknowledged', 'disputed', 'upheld', 'reassigned', 'progress', 'part', 'claimed', 'returned', 'accepted',
  'extension-asked', 'extension-granted', 'extension-refused', 'escalated', 'decided', 'cancelled', 'recurred', 'reminded', 'recounted'
));
