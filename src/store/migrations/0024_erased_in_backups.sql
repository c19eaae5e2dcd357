-- A backup that holds somebody who was erased is restored whole: his rows of before come in as they were.
-- Locks: none.

create or replace function erased_is_final() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- the owner restores backups: whole tables, not changes
  if 'lienvung_app' not in (session_user, current_setting('role')) then return null; end if;
  if is_erased(new.person_id) then raise exception 'erased by document' using errcode = '42501'; end if;
  return null;
end
$$;

create or replace function erased_stays_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if 'lienvung_app' not in (session_user, current_setting('role')) then return new; end if;
  if is_erased(new.id) then raise exception 'erased by document' using errcode = '42501'; end if;
  return new;
end
$$;
