-- Erased is final; nobody acts in the place of who may not act himself; a person reads what he did and how he is known.
-- Locks: short, on person and the tables of the entrance (policies, triggers and a check; the check is one pass over duty).

-- a duty that was to begin on a day and ended before it holds on no day
alter table duty drop constraint duty_check;
alter table duty add constraint duty_span check (to_day is null or from_day <= to_day);

-- What a person is on a day. A deputy's duty holds as long as that of the one whose place he takes, who is not held. [ACC-3]
create or replace function duties_on(person uuid, on_day date) returns jsonb
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
      join person principal on principal.id = own.person_id and principal.disabled_at is null
      where own.person_id = d.deputy_for
        and own.deputy_for is null
        and own.role = d.role
        and own.organisation_id = d.organisation_id
        and daterange(own.from_day, own.to_day) @> on_day
    ))
$$;

create function is_erased(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from person p
    join personal_value v on v.id = p.name_id
    where p.id = is_erased.person and v.erased_at is not null
  )
$$;

-- The second wall: no way leads back to who was erased. Not asked where rows come in trusted, of a backup. [ACC-14]
create function erased_is_final() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if is_erased(new.person_id) then raise exception 'erased by document' using errcode = '42501'; end if;
  return null;
end
$$;

create function erased_stays_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if is_erased(new.id) then raise exception 'erased by document' using errcode = '42501'; end if;
  return new;
end
$$;

create trigger erased_is_final after insert on duty for each row execute function erased_is_final();
create trigger erased_is_final after insert on session for each row execute function erased_is_final();
create trigger erased_is_final after insert on api_token for each row execute function erased_is_final();
create trigger erased_is_final after insert on one_time_link for each row when (new.person_id is not null) execute function erased_is_final();
create trigger erased_is_final after insert on account_provider for each row execute function erased_is_final();
create trigger erased_is_final after insert on calendar_token for each row execute function erased_is_final();
create trigger erased_is_final after insert on personal_value for each row when (new.person_id is not null) execute function erased_is_final();
create trigger erased_is_final after update on account for each row
  when (coalesce(new.login_key, new.email_key, new.password) is not null) execute function erased_is_final();
-- asked before the row changes: afterwards another name would stand there
create trigger erased_stays_held before update of name_id, disabled_at on person for each row
  when (new.name_id is distinct from old.name_id or new.disabled_at is null) execute function erased_stays_held();

-- Name, login, e-mail, who he is at the provider, where he came from, his calendar and letters: gone; his id stays in the chain,
-- which still verifies. Answers kept for commands asked twice lose what they say of him. [ACC-14]
create or replace function erase_person(person uuid, basis text, at_time timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  erased int;
  said text;
begin
  if not coalesce(keeps_accounts(), false) then
    raise exception 'accounts are not his to keep' using errcode = '42501';
  end if;
  for said in
    select v.value from personal_value v
    where v.person_id = erase_person.person and coalesce(v.value, '') <> ''
    order by length(v.value) desc
  loop
    update receipt r set answer = replace(r.answer::text, to_jsonb(said)::text, '""')::jsonb
    where position(to_jsonb(said)::text in r.answer::text) > 0;
    -- within a sentence it cannot be taken out; without its receipt a command that comes again is a new one
    delete from receipt r where position(btrim(to_jsonb(said)::text, '"') in r.answer::text) > 0;
  end loop;
  update account a set login_key = null, login_id = null, email_key = null, email_id = null, password = null, password_at = null
  where a.person_id = erase_person.person;
  update personal_value v set value = null, salt = null, erased_at = at_time, erased_basis = basis
  where v.person_id = erase_person.person and v.value is not null;
  get diagnostics erased = row_count;
  delete from account_provider p where p.person_id = erase_person.person;
  delete from session s where s.person_id = erase_person.person;
  delete from api_token t where t.person_id = erase_person.person;
  delete from one_time_link l where l.person_id = erase_person.person;
  delete from calendar_token c where c.person_id = erase_person.person;
  delete from mail_choice m where m.person_id = erase_person.person;
  delete from notice_mark n where n.person_id = erase_person.person;
  delete from digest d where d.person_id = erase_person.person;
  update security_event e set address = null where e.person_id = erase_person.person;
  return erased;
end
$$;

-- What is only technical goes after its time; work, its history and its files stay. Told by the node or by who keeps accounts,
-- and of no day that has not come. [ACC-15]
create or replace function retire_technical(at_time timestamptz) returns jsonb
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  until timestamptz := least(at_time, now());
  sessions int;
  tokens int;
  links int;
  receipts int;
  events int;
begin
  if not coalesce(keeps_accounts(), false) then
    raise exception 'accounts are not his to keep' using errcode = '42501';
  end if;
  delete from session where coalesce(ended_at, expires_at) < until - interval '90 days';
  get diagnostics sessions = row_count;
  delete from api_token where coalesce(revoked_at, expires_at) < until - interval '90 days';
  get diagnostics tokens = row_count;
  delete from one_time_link where expires_at < until - interval '30 days';
  get diagnostics links = row_count;
  delete from receipt where at < until - interval '30 days';
  get diagnostics receipts = row_count;
  delete from security_event where at < until - interval '2 years';
  get diagnostics events = row_count;
  return jsonb_build_object('sessions', sessions, 'tokens', tokens, 'links', links, 'receipts', receipts, 'events', events);
end
$$;

revoke all on function is_erased(uuid), erased_is_final(), erased_stays_held() from public;

-- What was erased before this: the same is gone, and holds on no day more.
delete from calendar_token c where is_erased(c.person_id);
delete from mail_choice m where is_erased(m.person_id);
delete from notice_mark n where is_erased(n.person_id);
delete from digest d where is_erased(d.person_id);

-- A person reads what he did, whatever it was done to; where he is known at the common sign-on; who takes his place. [ACC-14]
drop policy sight on history;
create policy sight on history for select using (
  (select sees_all())
  or actor = (select acting_person())
  or (entity = 'task' and entity_id in (select t::text from own_tasks() t))
);
create policy own on account_provider for select using (person_id::text = (select acting_person()));
drop policy sight on duty;
create policy sight on duty for select using (
  (select sees_all())
  or (select own_bodies()) is not null
  or person_id::text = (select acting_person())
  or deputy_for::text = (select acting_person())
);
