-- What happens to a task once it is given out: acknowledged, reported on, claimed, accepted; the files that prove it.
-- Locks: short, on task (a check and two columns) and assignment.

alter table task drop constraint task_state_check;
alter table task add constraint task_state_check check (state in (
  'proposed', 'confirmed', 'discarded',
  'assigned', 'acknowledged', 'disputed', 'active', 'claimed', 'done', 'cancelled'
));
alter table task drop constraint task_check;
alter table task add constraint task_given_has_code check ((state in ('proposed', 'confirmed', 'discarded')) = (code is null));
alter table task add constraint task_closed_has_day check ((state in ('done', 'cancelled')) = (closed_on is not null));

alter table task add column visibility text not null default 'internal' check (visibility in ('internal', 'public'));
alter table task add column lead_id text;          -- the lead in force in the register, repeated here for lists; null: not in it
alter table task add column due_original date;     -- the first due day, repeated here for lists; null: no day was given
alter table task add column percent int not null default 0 check (percent between 0 and 100);
alter table task add column asked_day date;        -- the day an open request for extension asks for; null: none is open
alter table task add column escalated boolean not null default false;  -- waits for a decision of the leaders
alter table task drop constraint task_origin_check;
alter table task add constraint task_origin_check check (origin in ('extracted', 'manual', 'fanned-out', 'escalated'));

update task t set
  due_original = (select d.day from due_fact d where d.task_id = t.id order by d.id limit 1),
  lead_id = (select a.organisation_id from assignment a where a.task_id = t.id and a.role = 'lead' and a.to_day is null limit 1);

drop index task_by_due;
drop index task_newest;
drop index task_by_lead;
-- given-out work that has a lead: lists, in both orders, and the board
create index task_given_by_due on task (due_key, id) where code is not null and lead_name is not null;
create index task_given_newest on task (recorded_at desc, id desc) where code is not null and lead_name is not null;
create index task_given_by_lead on task (lead_id, due_key, id) where code is not null and lead_name is not null;
create index task_proposed on task (state, recorded_at desc, id desc) where code is null;
create index task_waiting on task (id) where state in ('claimed', 'disputed') or asked_day is not null or escalated;

-- Everything said about a given-out task, in the order in which it was said; append only. The task's own columns are what
-- these facts make of it.
create table task_event (
  id bigint generated always as identity primary key,
  task_id uuid not null references task (id),
  version int not null,             -- of the task after it
  kind text not null check (kind in (
    'acknowledged', 'disputed', 'upheld', 'reassigned', 'progress', 'part', 'claimed', 'returned', 'accepted',
    'extension-asked', 'extension-granted', 'extension-refused', 'escalated', 'decided', 'cancelled', 'recurred', 'reminded'
  )),
  at timestamptz not null,
  on_day date not null,             -- the day of it in Vietnam
  actor text not null,              -- a person's id
  for_person text,                  -- null: in his own right
  for_form text check (for_form in ('KT.', 'TL.', 'TUQ.')),
  organisation_id text,             -- the body he spoke for; null: the one that assigns
  organisation_name text,           -- as it was called then
  percent int check (percent between 0 and 100),
  words text,                       -- null: nothing was said
  reason text,                      -- why a figure fell; null: it did not
  day date,                         -- the day asked for, granted, or on which the work was finished
  document text,                    -- the symbol of the document that proves or orders it
  under_id bigint references task_event (id)  -- a coordinator's part: the lead's update it belongs to
);

create index task_event_of_task on task_event (task_id, id desc);
create index task_event_by_day on task_event (on_day, kind);

-- Files are kept once, under the sum of their bytes, in the data directory.
create table file (
  sha256 text primary key,
  size bigint not null check (size > 0),
  media_type text not null,         -- by what the bytes are, not by what the name says
  stored_at timestamptz not null
);

create table task_event_file (
  event_id bigint not null references task_event (id),
  position int not null,
  sha256 text not null references file (sha256),
  name text not null,               -- as the person called it
  primary key (event_id, position)
);

create index task_event_file_of_file on task_event_file (sha256);

-- A command asked again with the same key is answered, not done, again.
create table receipt (
  actor text not null,
  key text not null,
  operation text not null,
  asked_sha256 text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (actor, key)
);

create trigger keep_row after insert or update or delete on task_event for each row execute function keep_row('id');
create trigger keep_row after insert or update or delete on task_event_file for each row execute function keep_row('event_id,position');

alter table task_event enable row level security;
alter table file enable row level security;
alter table task_event_file enable row level security;
alter table receipt enable row level security;

create policy sight on task_event using ((select sees_all()) or task_id in (select own_tasks()));
create policy sight on file using ((select sees_all()) or (select own_bodies()) is not null);
create policy sight on task_event_file using ((select sees_all()) or exists (select from task_event e where e.id = event_id));
create policy own on receipt using (actor = current_setting('lienvung.actor', true) and actor <> '');

-- public work is seen by everyone, signed in or not
drop policy sight on task;
create policy sight on task using ((select sees_all()) or visibility = 'public' or id in (select own_tasks()));

grant select, insert on task_event, file, task_event_file, receipt to lienvung_app;
grant update (lead_id, due_original, percent, asked_day, escalated, visibility) on task to lienvung_app;
