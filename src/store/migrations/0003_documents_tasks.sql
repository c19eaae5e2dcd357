-- Documents as received, the tasks read from them, who holds them and when they are due.
-- Locks: none on existing tables. Rows here are protected: a transaction sees them only when it says for whom it works.

create table document (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  version int not null default 1,
  type text,                        -- null: the text does not say
  number text,                      -- null: the text states none
  issuer text,                      -- as written; «UBND thành phố» need not say which
  signed_on date,                   -- null: not stated
  abstract text,                    -- null: nobody has written one
  identity_key text unique,         -- null: number, issuer or day is not stated; then the words decide
  words_sha256 text not null,       -- of the text without marks, blanks and punctuation
  text text not null,
  sha256 text not null,             -- of the text as received
  source text not null check (source in ('pasted', 'file', 'sample')),
  file_name text,                   -- null: pasted
  sample boolean not null default false,
  search text not null,             -- folded number, type, issuer and abstract
  received_at timestamptz not null,
  received_by text not null
);

-- without a stated identity, the same words are the same letter
create unique index document_words_once on document (words_sha256) where identity_key is null;
create index document_by_words on document (words_sha256, received_at);
create index document_newest on document (received_at desc, id desc);

create table citation (
  document_id uuid not null references document (id),
  position int not null,
  text text not null,
  start_at int not null,            -- UTF-16 position in document.text
  end_at int not null check (end_at > start_at),
  number text,                      -- null: a law cited by name and year
  cited_on date,                    -- null: no day is stated
  primary key (document_id, position)
);

create table task (
  id uuid primary key default gen_random_uuid(),
  code text unique,                 -- null: not assigned yet
  version int not null default 1,
  document_id uuid not null references document (id),
  parent_id uuid references task (id),   -- null: not a part of a task that charges several bodies
  position int not null,            -- order in the document
  origin text not null check (origin in ('extracted', 'manual', 'fanned-out')),
  state text not null check (state in ('proposed', 'confirmed', 'discarded', 'assigned')),
  kind text not null check (kind in ('once', 'recurring', 'standing')),
  title text not null,
  quote text not null,
  start_at int,                     -- null: typed by a person, without words in the text
  end_at int,
  spans jsonb not null,
  corrections jsonb not null,
  named jsonb not null,             -- the bodies as the text names them, by role
  open_class boolean not null,
  every text,                       -- null: done once
  period_words text,
  look_at text,                     -- null: nothing for a person to look at
  unsure text,
  due_day date,                     -- the due fact in force, repeated here for lists; null: no day was given
  due_words text,
  due_key date not null generated always as (coalesce(due_day, date '9999-12-31')) stored,
  closed_on date,                   -- null: open
  lead_name text,                   -- the lead in force, repeated here for lists; null: none, or a parent
  search text not null,             -- folded title, sentence, code, number and lead
  assigner text,                    -- null: not assigned yet
  assigned_on date,
  recorded_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  check ((state = 'assigned') = (code is not null)),
  check ((start_at is null) = (end_at is null))
);

create index task_of_document on task (document_id, position);
create index task_of_parent on task (parent_id) where parent_id is not null;
create index task_by_due on task (state, due_key, id);
create index task_newest on task (state, recorded_at desc, id desc);
create index task_by_lead on task (lead_name, due_key) where state = 'assigned';

-- Who holds what, when. At every instant one lead. [TSK-10]
create table assignment (
  id bigint generated always as identity primary key,
  task_id uuid not null references task (id),
  organisation_id text,             -- null: not in the register
  name text not null,               -- as the directive names it, for ever
  role text not null check (role in ('lead', 'co-lead', 'coordinator', 'recipient')),
  from_day date not null,
  to_day date,                      -- null: still so
  basis text not null,              -- the document that says so
  check (to_day is null or to_day > from_day),
  exclude using gist (task_id with =, daterange(from_day, to_day) with &&) where (role = 'lead')
);

create index assignment_of_task on assignment (task_id);
create index assignment_of_organisation on assignment (organisation_id, role);

-- Append only: the last recorded is in force. [TSK-3]
create table due_fact (
  id bigint generated always as identity primary key,
  task_id uuid not null references task (id),
  day date,                         -- null: no day was given
  reason text not null check (reason in ('original', 'extension', 'correction', 'recurrence')),
  rule text not null,               -- how the words were read
  words text,                       -- null: typed by a person
  recorded_at timestamptz not null
);

create index due_fact_of_task on due_fact (task_id, id);

-- One counter a year: NV-2022-0001.
create table task_code (
  year int primary key,
  last int not null
);

alter table document enable row level security;
alter table citation enable row level security;
alter table task enable row level security;
alter table assignment enable row level security;
alter table due_fact enable row level security;
alter table task_code enable row level security;

create policy known_actor on document using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on citation using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on task using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on assignment using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on due_fact using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on task_code using (current_setting('lienvung.actor', true) <> '');

-- what was received, said and given is never changed: only the columns named here are
grant select, insert on document, citation, task, assignment, due_fact, task_code to lienvung_app;
grant update (version, type, number, issuer, signed_on, abstract, identity_key, search) on document to lienvung_app;
grant update (version, code, state, kind, title, named, open_class, every, period_words, due_day, due_words, closed_on, lead_name,
  search, assigner, assigned_on, changed_by, changed_at) on task to lienvung_app;
grant update (to_day) on assignment to lienvung_app;
grant update (last) on task_code to lienvung_app;
