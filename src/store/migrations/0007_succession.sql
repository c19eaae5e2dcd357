-- Succession entered on this node: plans, the links they add, the counter-entries that end them, and for each body who holds
-- its work on any day.
-- Locks: short, on the organisation tables, which hold some hundreds of rows, and on assignment (a check, one pass).

create table succession_plan (
  id uuid primary key default gen_random_uuid(),
  version int not null default 1,
  state text not null check (state in ('draft', 'committed')),
  name text not null,
  basis text not null,              -- the document that orders it, by its symbol
  effective_day date not null,
  parts jsonb not null,
  known boolean not null,           -- its links are the register's own: only work is routed
  committed_version int,            -- null: a draft
  outcome jsonb,                    -- null: a draft; then what was counted when it was committed
  created_by text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  check ((state = 'committed') = (committed_version is not null)),
  check ((state = 'committed') = (outcome is not null))
);

create index succession_plan_newest on succession_plan (created_at desc, id desc);

-- Where a person sends work that no rule decides, or decides otherwise.
create table succession_route (
  plan_id uuid not null references succession_plan (id),
  task_id uuid not null references task (id),
  organisation_id text not null,    -- of the register, or a body that the plan makes
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (plan_id, task_id)
);

create index succession_route_of_task on succession_route (task_id);

-- The counter-entry: from this day on the plan's links no longer stand. Nothing is taken away.
create table succession_undo (
  plan_id uuid primary key references succession_plan (id),
  on_day date not null,
  basis text not null
);

alter table organisation add column origin text not null default 'register' check (origin in ('register', 'node'));
alter table organisation add column plan_id uuid references succession_plan (id);  -- null: of the register
alter table organisation add constraint organisation_of_plan check ((origin = 'node') = (plan_id is not null));
alter table organisation_name add column origin text not null default 'register' check (origin in ('register', 'node'));

-- the same body may be absorbed again after that was undone: the pair is no key any more
alter table organisation_succession drop constraint organisation_succession_pkey;
alter table organisation_succession add column id bigint generated always as identity primary key;
alter table organisation_succession alter column to_id drop not null;  -- null: dissolved, and nobody is named
alter table organisation_succession add column origin text not null default 'register' check (origin in ('register', 'node'));
alter table organisation_succession add column plan_id uuid references succession_plan (id);  -- null: of the register
alter table organisation_succession add constraint succession_of_plan check ((origin = 'node') = (plan_id is not null));
create unique index organisation_succession_once on organisation_succession (from_id, to_id, scope) where origin = 'register';
create index organisation_succession_forward on organisation_succession (from_id);

-- a register is loaded anew under rows of this node that lead to it: references are looked at when all is there
alter table organisation_name alter constraint organisation_name_organisation_id_fkey deferrable initially immediate;
alter table organisation_succession alter constraint organisation_succession_from_id_fkey deferrable initially immediate;
alter table organisation_succession alter constraint organisation_succession_to_id_fkey deferrable initially immediate;

-- Who answers for the work of a body, on any day: derived by src/kernel/organisation/holder.ts from all links, after each
-- loading of the register and each succession. A body's spans cover all days, once. [ORG-7]
create table organisation_holder (
  organisation_id text not null,
  from_day date,                    -- null: from before all days
  to_day date,                      -- null: still so
  holder_id text,                   -- null: nobody by default; each piece of work is decided by a person
  exclude using gist (organisation_id with =, daterange(from_day, to_day) with &&)
);

create index organisation_holder_of on organisation_holder (organisation_id);
create index organisation_holder_by on organisation_holder (holder_id);

-- a lead that was to begin on a day and was undone before it held the work on no day
alter table assignment drop constraint assignment_check;
alter table assignment add constraint assignment_span check (to_day is null or to_day >= from_day);

create trigger keep_row after insert or update or delete on succession_plan for each row execute function keep_row('id');
create trigger keep_row after insert or update or delete on succession_route for each row execute function keep_row('plan_id,task_id');
create trigger keep_row after insert or update or delete on succession_undo for each row execute function keep_row('plan_id');
create trigger keep_row after insert or update or delete on organisation for each row execute function keep_row('id');
create trigger keep_row after insert or update or delete on organisation_name for each row
  execute function keep_row('organisation_id,name', 'folded,plain,folded_abbreviation,sort_key');
create trigger keep_row after insert or update or delete on organisation_succession for each row execute function keep_row('id');

alter table succession_plan enable row level security;
alter table succession_route enable row level security;
create policy sight on succession_plan using ((select sees_all()));
create policy sight on succession_route using ((select sees_all()));

grant select, insert on succession_plan, succession_route, succession_undo to lienvung_app;
grant update (version, state, name, basis, effective_day, parts, committed_version, outcome, changed_by, changed_at)
  on succession_plan to lienvung_app;
grant update (organisation_id, decided_by, decided_at), delete on succession_route to lienvung_app;
grant insert on organisation, organisation_name, organisation_succession to lienvung_app;
grant select, insert, delete on organisation_holder to lienvung_app;

-- the holders are filled when the registers are: they are loaded once more
delete from register_load;
