-- What each person has read of what concerns him, his daily letter, and his calendar of due days.
-- Locks: none on tables that hold rows, but for one index on task_event: one pass, three seconds on 1,000,000 events.

-- Up to where a person has read. What concerns him is no row of its own: it is what was said of work, and work that came to
-- his body; both are numbered in the order in which they came. [NOT-1]
create table notice_mark (
  person_id uuid primary key references person (id),
  event_id bigint not null,         -- of task_event
  assignment_id bigint not null,
  at timestamptz not null
);

-- Whether he wants the daily letter, and in which language; no row: yes, in Vietnamese. [NOT-6]
create table mail_choice (
  person_id uuid primary key references person (id),
  digest boolean not null,
  language text not null check (language in ('vi', 'en'))
);

-- One letter a person and working day. `taken` is committed before the letter goes out: whoever comes later, another server
-- or this one after a fall, finds it and sends no second. [NOT-5]
create table digest (
  person_id uuid not null references person (id),
  on_day date not null,
  state text not null check (state in ('taken', 'sent', 'failed')),
  event_id bigint not null,         -- what it tells of is up to here, so that the next begins after it
  assignment_id bigint not null,
  tries int not null,
  at timestamptz not null,          -- of the last change of state
  primary key (person_id, on_day)
);

-- The secret of an address that gives a person's due days to his calendar; only its sum is kept. [NOT-7]
create table calendar_token (
  person_id uuid primary key references person (id),
  sha256 text not null unique,
  made_at timestamptz not null,
  seen_at timestamptz               -- null: never asked; to the minute
);

alter table notice_mark enable row level security;
alter table mail_choice enable row level security;
alter table digest enable row level security;
alter table calendar_token enable row level security;

create policy own on notice_mark using ((select keeps_accounts()) or person_id::text = (select acting_person()));
create policy own on mail_choice using ((select keeps_accounts()) or person_id::text = (select acting_person()));
create policy own on digest using ((select keeps_accounts()) or person_id::text = (select acting_person()));
create policy own on calendar_token using ((select keeps_accounts()) or person_id::text = (select acting_person()));

grant select, insert, update on notice_mark, mail_choice, digest to lienvung_app;
grant select, insert, update, delete on calendar_token to lienvung_app;

-- what the assigner's side is told of
create index task_event_asking on task_event (id) where kind in ('claimed', 'disputed', 'extension-asked', 'escalated');

-- The work that these bodies lead or help with today. As the owner, or each row of an assignment would ask for its task; gives
-- ids only, and of the bodies that the transaction's person has. [ACC-4]
create function held_tasks(bodies text[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct task_id from assignment
  where organisation_id = any (bodies)
    and organisation_id = any (own_bodies())
    and role in ('lead', 'co-lead', 'coordinator')
    and to_day is null
$$;

-- Who holds the secret of a calendar; no row: nobody. Says that it was asked, once a minute.
create function calendar_holder(given text, at_time timestamptz, on_day date)
returns table (person_id uuid, name text, sample boolean, duties jsonb, language text)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  holder uuid;
begin
  select t.person_id into holder from calendar_token t where t.sha256 = given;
  update calendar_token t set seen_at = at_time
  where t.sha256 = given and coalesce(t.seen_at, '-infinity') < at_time - interval '1 minute';
  return query
    select p.id, v.value, p.sample, duties_on(p.id, on_day), coalesce(c.language, 'vi')
    from person p
    join personal_value v on v.id = p.name_id
    left join mail_choice c on c.person_id = p.id
    where p.id = holder and p.disabled_at is null;
end
$$;

-- Who may be written to: may sign in, has an address, wants the letter. Asked by the node alone.
create function digest_readers(on_day date)
returns table (person_id uuid, name text, sample boolean, duties jsonb, language text, email text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, v.value, p.sample, duties_on(p.id, on_day), coalesce(c.language, 'vi'), e.value
  from person p
  join personal_value v on v.id = p.name_id
  join account a on a.person_id = p.id
  join personal_value e on e.id = a.email_id
  left join mail_choice c on c.person_id = p.id
  where keeps_accounts()
    and p.disabled_at is null
    and e.value is not null
    and coalesce(c.digest, true)
  order by p.id
$$;

-- Where letters to whoever asks go; null: nowhere. An account is not his to read, this of it is.
create function own_email() returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select e.value from account a
  join personal_value e on e.id = a.email_id
  where a.person_id::text = acting_person()
$$;

revoke all on function held_tasks(text[]), calendar_holder(text, timestamptz, date), digest_readers(date), own_email() from public;
grant execute on function held_tasks(text[]), calendar_holder(text, timestamptz, date), digest_readers(date), own_email() to lienvung_app;
