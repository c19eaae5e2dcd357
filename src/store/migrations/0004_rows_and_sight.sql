-- What each command did to each row, so that history replayed gives the same state; and the second wall by person.
-- Locks: short, on the protected tables (triggers and policies are replaced).

-- One row changed by one command: only the columns that differ. Written by triggers, never by hand. [HIS-6]
create table history_row (
  change_id uuid not null,          -- the command: history.change_id
  n bigint generated always as identity,
  record text not null,             -- the table
  row_id text not null,             -- its primary key; several columns joined by a slash
  before jsonb,                     -- null: the row was added
  after jsonb,                      -- null: the row was removed
  primary key (change_id, n)
);

create index history_row_of_record on history_row (record, row_id, n);

alter table history add column change_id uuid;      -- null: written before rows were kept
alter table history add column rows_sha256 text;    -- of the rows of the command, on its first entry; null: none
create index history_of_change on history (change_id);

-- as before for entries without rows, so that old chains verify
create or replace function history_canonical(h history) returns text
language sql stable
as $$
  select (jsonb_build_array(
    h.seq,
    to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    h.actor,
    h.on_behalf_of,
    h.entity,
    h.entity_id,
    h.verb,
    h.change
  ) || case when h.change_id is null then '[]'::jsonb else jsonb_build_array(h.change_id, h.rows_sha256) end)::text
$$;

-- What is hashed of the rows of a command, in the order in which they were changed.
create function history_rows_sha256(change uuid) returns text
language sql stable
as $$
  select encode(sha256(convert_to(string_agg(jsonb_build_array(r.record, r.row_id, r.before, r.after)::text, E'\n' order by r.n), 'UTF8')), 'hex')
  from history_row r
  where r.change_id = change
$$;

-- The command a transaction is; null outside one.
create function change_now() returns uuid
language sql stable
as $$ select nullif(current_setting('lienvung.change', true), '')::uuid $$;

-- Keeps what a statement did to a row. Arguments: the columns of the key, comma between; then columns left out, because
-- they never change and are named by their sum, are derived, or are personal.
create function keep_row() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was jsonb;
  is_now jsonb;
  left_out text[] := coalesce(string_to_array(tg_argv[1], ','), '{}');
  key text;
begin
  if change_now() is null then
    -- the owner restores backups and loads registers: whole tables, not changes
    if 'lienvung_app' not in (session_user, current_setting('role')) then return null; end if;
    raise exception 'a change needs a command' using errcode = '42501';
  end if;
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new); end if;
  select string_agg(coalesce(is_now, was) ->> name, '/') into key from unnest(string_to_array(tg_argv[0], ',')) name;
  was := was - left_out;
  is_now := is_now - left_out;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, is_now -> o.key)
      into was, is_now
      from jsonb_each(was) o
      where o.value is distinct from is_now -> o.key;
    if was is null then return null; end if;
  end if;
  insert into history_row (change_id, record, row_id, before, after) values (change_now(), tg_table_name, key, was, is_now);
  return null;
end
$$;

-- A row changed without an entry in the chain is refused at commit.
create function row_has_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from history where change_id = new.change_id) then
    raise exception 'changed without an entry in history: %', new.record using errcode = '42501';
  end if;
  return null;
end
$$;

create constraint trigger has_entry after insert on history_row
  deferrable initially deferred for each row execute function row_has_entry();

create or replace function history_append(entries jsonb, at timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  head history_head;
  entry jsonb;
  row history;
  digest text;
begin
  if coalesce(current_setting('lienvung.actor', true), '') = '' then
    raise exception 'history needs an actor' using errcode = '42501';
  end if;
  -- before the lock: whoever holds it makes everyone else wait
  digest := history_rows_sha256(change_now());
  select * into head from history_head for update;
  for entry in select value from jsonb_array_elements(entries) loop
    row.seq := head.seq + 1;
    row.at := at;
    row.actor := current_setting('lienvung.actor', true);
    row.on_behalf_of := entry ->> 'onBehalfOf';
    row.entity := entry ->> 'entity';
    row.entity_id := entry ->> 'id';
    row.verb := entry ->> 'verb';
    row.change := coalesce(entry -> 'change', '{}');
    row.change_id := change_now();
    row.rows_sha256 := digest;
    row.prev := head.hash;
    row.hash := encode(sha256(convert_to(row.prev || history_canonical(row), 'UTF8')), 'hex');
    insert into history select (row).*;
    digest := null;
    head.seq := row.seq;
    head.hash := row.hash;
  end loop;
  update history_head set seq = head.seq, hash = head.hash;
  return head.seq;
end
$$;

-- The salted sum of a personal value: what the chain keeps of it.
alter table personal_value add column hash text;

create trigger keep_row after insert or update or delete on personal_value for each row execute function keep_row('id', 'salt,value');
create trigger keep_row after insert or update or delete on document for each row execute function keep_row('id', 'text,search');
create trigger keep_row after insert or update or delete on citation for each row execute function keep_row('document_id,position');
create trigger keep_row after insert or update or delete on task for each row execute function keep_row('id', 'search,due_key');
create trigger keep_row after insert or update or delete on assignment for each row execute function keep_row('id');
create trigger keep_row after insert or update or delete on due_fact for each row execute function keep_row('id');
create trigger keep_row after insert or update or delete on calendar_day for each row execute function keep_row('day,version');

-- The second wall. What a transaction may see is said by the store when it begins: `lienvung.sight` is `all`, `own` or
-- `nothing`, `lienvung.bodies` the bodies whose records are its person's. [ACC-4]
create function sees_all() returns boolean
language sql stable
as $$ select current_setting('lienvung.sight', true) = 'all' $$;

create function own_bodies() returns text[]
language sql stable
as $$
  select case when current_setting('lienvung.sight', true) in ('own', 'all')
    then string_to_array(nullif(current_setting('lienvung.bodies', true), ''), E'\x1f') end
$$;

-- Asked by policies; as the owner, or the policies would ask one another without end. Gives ids only.
create function own_tasks() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$ select task_id from assignment where organisation_id = any (own_bodies()) $$;

create function own_documents() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$ select t.document_id from task t where t.id in (select own_tasks()) $$;

drop policy known_actor on document;
drop policy known_actor on citation;
drop policy known_actor on task;
drop policy known_actor on assignment;
drop policy known_actor on due_fact;
drop policy known_actor on task_code;
drop policy known_actor on history;
drop policy known_actor on history_head;
drop policy known_actor on personal_value;
drop policy known_actor on setting;

create policy sight on document using ((select sees_all()) or id in (select own_documents()));
create policy sight on citation using ((select sees_all()) or document_id in (select own_documents()));
create policy sight on task using ((select sees_all()) or id in (select own_tasks()));
create policy sight on assignment using ((select sees_all()) or task_id in (select own_tasks()));
create policy sight on due_fact using ((select sees_all()) or task_id in (select own_tasks()));
create policy sight on task_code using ((select sees_all()) or (select own_bodies()) is not null);
create policy sight on history for select using ((select sees_all()) or (entity = 'task' and entity_id in (select t::text from own_tasks() t)));
create policy sight on history_head for select using ((select sees_all()));
create policy sight on personal_value using ((select sees_all()) or (select own_bodies()) is not null);
create policy sight on setting using ((select sees_all()));

alter table history_row enable row level security;
create policy sight on history_row for select using ((select sees_all()));
grant select on history_row to lienvung_app;
grant execute on function history_rows_sha256(uuid) to lienvung_app;
