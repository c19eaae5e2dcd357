-- The history of every change, personal values outside its chain, settings, and the one list of what is open.
-- Locks: none; nothing exists before this.

-- What was changed, by whom, for whom: append only, each row carrying the hash of the one before. [HIS-1]
create table history (
  seq bigint primary key,           -- from 1, without gaps, in the order of commits
  at timestamptz not null,
  actor text not null,
  on_behalf_of text,                -- null: for oneself
  entity text not null,
  entity_id text not null,
  verb text not null,
  change jsonb not null,            -- mostly {field: [before, after]}; personal values are named by reference only
  prev text not null,               -- hash of the row before; of the first, sixty-four zeros
  hash text not null unique         -- sha-256 of prev and of the canonical row
);

create index history_of_record on history (entity, entity_id, seq desc);

-- Where the chain ends. Its one row is the chain lock: taken last before commit, so that order of seq = order of commits.
create table history_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null
);

insert into history_head (seq, hash) values (0, repeat('0', 64));

-- The bytes that are hashed. jsonb text is the same on every supported version: keys by length, then by bytes.
create function history_canonical(h history) returns text
language sql stable
as $$
  select jsonb_build_array(
    h.seq,
    to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    h.actor,
    h.on_behalf_of,
    h.entity,
    h.entity_id,
    h.verb,
    h.change
  )::text
$$;

-- The only way in. Takes the lock, gives numbers and hashes, and says the head. [HIS-2]
-- entries: [{entity, id, verb, change, onBehalfOf?}, …], at least one.
create function history_append(entries jsonb, at timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  head history_head;
  entry jsonb;
  row history;
begin
  if coalesce(current_setting('lienvung.actor', true), '') = '' then
    raise exception 'history needs an actor' using errcode = '42501';
  end if;
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
    row.prev := head.hash;
    row.hash := encode(sha256(convert_to(row.prev || history_canonical(row), 'UTF8')), 'hex');
    insert into history select (row).*;
    head.seq := row.seq;
    head.hash := row.hash;
  end loop;
  update history_head set seq = head.seq, hash = head.hash;
  return head.seq;
end
$$;

revoke all on function history_append(jsonb, timestamptz) from public;
grant execute on function history_append(jsonb, timestamptz) to lienvung_app;
grant execute on function history_canonical(history) to lienvung_app;

-- Personal values, outside the chain, so that erasure by document leaves the chain whole. [HIS-4]
create table personal_value (
  id uuid primary key default gen_random_uuid(),
  salt text,                        -- null: erased, so that the hash in the chain can no longer be tried out
  value text,                       -- null: erased
  erased_at timestamptz,            -- null: kept
  erased_basis text,                -- the document that ordered it
  check ((value is null) = (erased_at is not null)),
  check ((erased_at is null) = (erased_basis is null))
);

-- What the node itself remembers: the key that signs heads, the version of the registers it holds.
create table setting (
  name text primary key,
  value text not null
);

alter table history enable row level security;
alter table history_head enable row level security;
alter table personal_value enable row level security;
alter table setting enable row level security;

create policy known_actor on history for select using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on history_head for select using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on personal_value using (current_setting('lienvung.actor', true) <> '');
create policy known_actor on setting using (current_setting('lienvung.actor', true) <> '');

grant select on history, history_head to lienvung_app;
grant select, insert, update on personal_value to lienvung_app;
grant select, insert, update on setting to lienvung_app;
