-- Erasing a person by document, and how long what is only technical is kept.
-- Locks: none but the tables' own, for a moment.

-- Name, login, e-mail, who he is at the provider, where he came from: gone; his id stays in the chain, which still verifies. [ACC-14]
create function erase_person(person uuid, basis text, at_time timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  erased int;
begin
  if not keeps_accounts() then
    raise exception 'accounts are not his to keep' using errcode = '42501';
  end if;
  update account a set login_key = null, login_id = null, email_key = null, email_id = null, password = null, password_at = null
  where a.person_id = erase_person.person;
  update personal_value v set value = null, salt = null, erased_at = at_time, erased_basis = basis
  where v.person_id = erase_person.person and v.value is not null;
  get diagnostics erased = row_count;
  delete from account_provider p where p.person_id = erase_person.person;
  delete from session s where s.person_id = erase_person.person;
  delete from api_token t where t.person_id = erase_person.person;
  delete from one_time_link l where l.person_id = erase_person.person;
  update security_event e set address = null where e.person_id = erase_person.person;
  return erased;
end
$$;

-- What is only technical goes after its time; work, its history and its files stay. [ACC-15]
create function retire_technical(at_time timestamptz) returns jsonb
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  sessions int;
  tokens int;
  links int;
  receipts int;
  events int;
begin
  delete from session where coalesce(ended_at, expires_at) < at_time - interval '90 days';
  get diagnostics sessions = row_count;
  delete from api_token where coalesce(revoked_at, expires_at) < at_time - interval '90 days';
  get diagnostics tokens = row_count;
  delete from one_time_link where expires_at < at_time - interval '30 days';
  get diagnostics links = row_count;
  delete from receipt where at < at_time - interval '30 days';
  get diagnostics receipts = row_count;
  delete from security_event where at < at_time - interval '2 years';
  get diagnostics events = row_count;
  return jsonb_build_object('sessions', sessions, 'tokens', tokens, 'links', links, 'receipts', receipts, 'events', events);
end
$$;

revoke all on function erase_person(uuid, text, timestamptz), retire_technical(timestamptz) from public;
grant execute on function erase_person(uuid, text, timestamptz), retire_technical(timestamptz) to lienvung_app;

create index receipt_by_time on receipt (at);
create index history_of_actor on history (actor, seq desc);
