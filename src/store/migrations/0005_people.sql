-- People, what they are for which body, and how they sign in.
-- Locks: short, on personal_value (two columns); every table here is new.

-- A person of this node. The name is a personal value; history keeps the id. [ACC-5]
create table person (
  id uuid primary key,
  version int not null default 1,
  name_id uuid not null references personal_value (id),
  sample boolean not null default false,  -- made by --demo, never beside real people
  disabled_at timestamptz,                -- null: may sign in
  recorded_at timestamptz not null
);

-- A role for a body over a term; another's place when deputy_for says so. [ACC-3]
create table duty (
  id uuid primary key default gen_random_uuid(),
  version int not null default 1,
  person_id uuid not null references person (id),
  role text not null check (role in ('administrator', 'clerk', 'office', 'leader', 'specialist', 'steward', 'duty-officer', 'auditor')),
  organisation_id text not null,    -- of the register, which is loaded anew as a whole: no reference
  from_day date not null,
  to_day date,                      -- null: until further notice
  deputy_for uuid references person (id),  -- null: in his own right
  deputy_form text check (deputy_form in ('KT.', 'TL.', 'TUQ.')),
  basis text not null,              -- the document that gives it
  recorded_at timestamptz not null,
  check (to_day is null or from_day < to_day),
  check ((deputy_for is null) = (deputy_form is null)),
  check (deputy_for <> person_id),
  constraint duty_once exclude using gist (
    person_id with =, role with =, organisation_id with =, coalesce(deputy_for, person_id) with =,
    daterange(from_day, to_day) with &&
  )
);

create index duty_of_person on duty (person_id, from_day desc, id);
create index duty_deputies on duty (deputy_for) where deputy_for is not null;

-- How a person signs in. Login and e-mail are personal values; here stands what finds them: a sum salted by the node.
create table account (
  person_id uuid primary key references person (id),
  login_key text unique,            -- null: signs in through the provider alone
  login_id uuid references personal_value (id),
  email_key text unique,            -- null: none was entered
  email_id uuid references personal_value (id),
  password text,                    -- argon2id; null: none was set yet
  password_at timestamptz,
  check ((login_key is null) = (login_id is null)),
  check ((email_key is null) = (email_id is null)),
  check ((password is null) = (password_at is null))
);

-- Who he is at the provider of the province's sign-on.
create table account_provider (
  issuer text not null,
  subject_key text not null,        -- the provider's name for him, as a salted sum
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (issuer, subject_key),
  unique (issuer, person_id)
);

-- Sessions and tokens are opaque; only their sums are kept.
create table session (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null unique,
  person_id uuid not null references person (id),
  agent text not null,              -- browser and system, in words
  made_at timestamptz not null,
  seen_at timestamptz not null,     -- to the minute
  expires_at timestamptz not null,
  ended_at timestamptz              -- null: not signed out
);

create index session_of_person on session (person_id, made_at desc);

create table api_token (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null unique,
  person_id uuid not null references person (id),
  name text not null,               -- what it is for
  made_at timestamptz not null,
  seen_at timestamptz,              -- null: never used
  expires_at timestamptz not null,
  revoked_at timestamptz            -- null: in force
);

create index api_token_of_person on api_token (person_id, made_at desc);

-- A link that works once: for the first administrator, or to set a password.
create table one_time_link (
  sha256 text primary key,
  kind text not null check (kind in ('first', 'password')),
  person_id uuid references person (id),  -- null: of the first administrator, who is nobody yet
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,              -- null: not yet
  check ((kind = 'first') = (person_id is null))
);

-- What happened at the entrance: not work, so not in the chain; read by administrators and auditors. [ACC-10]
create table security_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind in (
    'signed-in', 'signed-out', 'refused', 'limited', 'password-set', 'link-made', 'token-made', 'token-revoked',
    'sessions-ended', 'provider-linked'
  )),
  person_id uuid references person (id),  -- null: nobody that is known
  actor text,                       -- who did it, when another: a person's id; null: he himself
  address text                      -- where from; null: on the machine itself
);

create index security_event_of_person on security_event (person_id, id desc);

-- Which person a personal value is of, and what it is: names are shown to whoever works here, logins and addresses are not.
alter table personal_value add column person_id uuid;  -- null: of nobody who has an account
alter table personal_value add column kind text not null default 'other' check (kind in ('name', 'login', 'email', 'other'));

create trigger keep_row after insert or update or delete on person for each row execute function keep_row('id');
create trigger keep_row after insert or update or delete on duty for each row execute function keep_row('id');

-- Whose business accounts are: `keeps` of an administrator, `reads` of an auditor, else nobody's but one's own.
create function keeps_accounts() returns boolean
language sql stable
as $$ select current_setting('lienvung.accounts', true) = 'keeps' $$;

create function reads_accounts() returns boolean
language sql stable
as $$ select current_setting('lienvung.accounts', true) in ('keeps', 'reads') $$;

create function acting_person() returns text
language sql stable
as $$ select nullif(current_setting('lienvung.actor', true), '') $$;

alter table person enable row level security;
alter table duty enable row level security;
alter table account enable row level security;
alter table account_provider enable row level security;
alter table session enable row level security;
alter table api_token enable row level security;
alter table one_time_link enable row level security;
alter table security_event enable row level security;

create policy sight on person for select
  using ((select sees_all()) or (select own_bodies()) is not null or id::text = (select acting_person()));
create policy kept on person for insert with check ((select keeps_accounts()));
create policy changed on person for update using ((select keeps_accounts()));
create policy sight on duty for select
  using ((select sees_all()) or (select own_bodies()) is not null or person_id::text = (select acting_person()));
create policy kept on duty for insert with check ((select keeps_accounts()) or deputy_for::text = (select acting_person()));
create policy changed on duty for update using ((select keeps_accounts()) or deputy_for::text = (select acting_person()));
create policy kept on account using ((select keeps_accounts()));
create policy kept on account_provider using ((select keeps_accounts()));
create policy kept on session using ((select keeps_accounts()) or person_id::text = (select acting_person()));
create policy kept on api_token using ((select keeps_accounts()) or person_id::text = (select acting_person()));
create policy kept on one_time_link using ((select keeps_accounts()));
create policy sight on security_event for select using ((select reads_accounts()) or person_id::text = (select acting_person()));
create policy kept on security_event for insert with check ((select keeps_accounts()) or person_id::text = (select acting_person()));

drop policy sight on personal_value;
create policy sight on personal_value using (
  (select keeps_accounts())
  or person_id::text = (select acting_person())
  or (kind in ('name', 'other') and ((select sees_all()) or (select own_bodies()) is not null))
);

grant select, insert on person, duty, account_provider, session, api_token, one_time_link, security_event to lienvung_app;
grant update (version, name_id, disabled_at) on person to lienvung_app;
grant update (version, to_day) on duty to lienvung_app;
grant update (ended_at) on session to lienvung_app;
grant update (revoked_at) on api_token to lienvung_app;
grant update (used_at) on one_time_link to lienvung_app;
-- the sum of a password is read by account_password alone
grant select (person_id, login_key, login_id, email_key, email_id, password_at), insert, update on account to lienvung_app;

create function account_password(person uuid) returns text
language sql stable security definer set search_path = public, pg_temp
as $$ select a.password from account a where a.person_id = person and keeps_accounts() $$;

-- Whether people have accounts: `none`, `sample` when only those of --demo are there, `real`.
create function accounts_there() returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select case when bool_or(not p.sample) then 'real' when count(*) > 0 then 'sample' else 'none' end
  from account a
  join person p on p.id = a.person_id
$$;

-- What a person is on a day. A deputy's duty holds as long as that of the one whose place he takes. [ACC-3]
create function duties_on(person uuid, on_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'role', d.role, 'organisation', d.organisation_id, 'deputyFor', d.deputy_for, 'deputyForm', d.deputy_form
  ) order by d.from_day, d.id), '[]')
  from duty d
  where d.person_id = person
    and daterange(d.from_day, d.to_day) @> on_day
    and (d.deputy_for is null or exists (
      select from duty own
      where own.person_id = d.deputy_for
        and own.deputy_for is null
        and own.role = d.role
        and own.organisation_id = d.organisation_id
        and daterange(own.from_day, own.to_day) @> on_day
    ))
$$;

-- Who holds a session or a token, by its sum; no row: nobody. Says that it was seen, once a minute. [ACC-6]
create function holder_of(via text, given text, at_time timestamptz, on_day date, idle interval)
returns table (session_id uuid, person_id uuid, name text, sample boolean, duties jsonb)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  found_session uuid;
  holder uuid;
begin
  if via = 'session' then
    select s.id, s.person_id into found_session, holder from session s
    where s.sha256 = given and s.ended_at is null and s.expires_at > at_time and s.seen_at > at_time - idle;
    update session s set seen_at = at_time where s.id = found_session and s.seen_at < at_time - interval '1 minute';
  else
    select t.person_id into holder from api_token t
    where t.sha256 = given and t.revoked_at is null and t.expires_at > at_time;
    update api_token t set seen_at = at_time
    where t.sha256 = given and holder is not null and coalesce(t.seen_at, '-infinity') < at_time - interval '1 minute';
  end if;
  return query
    select found_session, p.id, v.value, p.sample, duties_on(p.id, on_day)
    from person p
    join personal_value v on v.id = p.name_id
    where p.id = holder and p.disabled_at is null;
end
$$;

revoke all on function account_password(uuid), accounts_there(), duties_on(uuid, date), holder_of(text, text, timestamptz, date, interval) from public;
grant execute on function account_password(uuid), accounts_there(), duties_on(uuid, date), holder_of(text, text, timestamptz, date, interval) to lienvung_app;
