-- History keeps rows a statement at a time instead of one by one: a command that moves a hundred thousand due days takes
-- seconds, not minutes; and its entry is asked for once a command, not once a row.
-- Locks: short, on every table whose rows are kept.

-- Commands that kept rows and have no entry yet. Empty whenever no transaction is under way.
create table history_open (
  change_id uuid primary key
);

alter table history_open enable row level security;
create policy nobody on history_open using (false);

drop trigger has_entry on history_row;

-- Rows changed without an entry in the chain are refused at commit.
create or replace function row_has_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from history where change_id = new.change_id) then
    raise exception 'rows were changed without an entry in history' using errcode = '42501';
  end if;
  delete from history_open where change_id = new.change_id;
  return null;
end
$$;

create constraint trigger has_entry after insert on history_open
  deferrable initially deferred for each row execute function row_has_entry();

-- The key of a row, its columns joined by a slash.
create function row_key(r jsonb, key text[]) returns text
language sql immutable
as $$
  select case when cardinality(key) = 1 then r ->> key[1] else (select string_agg(r ->> name, '/' order by i) from unnest(key) with ordinality k (name, i)) end
$$;

-- Whether rows are kept: of every command; not of the owner, who restores backups and loads registers: whole tables, not changes.
create function keeps_rows() returns boolean
language plpgsql
as $$
begin
  if change_now() is null then
    if 'lienvung_app' not in (session_user, current_setting('role')) then return false; end if;
    raise exception 'a change needs a command' using errcode = '42501';
  end if;
  insert into history_open (change_id) values (change_now()) on conflict do nothing;
  return true;
end
$$;

-- Arguments as those of keep_row: the columns of the key; the columns left out.
create function keep_added() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  key text[] := string_to_array(tg_argv[0], ',');
  left_out text[] := string_to_array(tg_argv[1], ',');
begin
  if exists (select from added) and keeps_rows() then
    insert into history_row (change_id, record, row_id, after)
    select change_now(), tg_table_name, row_key(r, key), r - left_out from (select to_jsonb(added) as r from added) rows;
  end if;
  return null;
end
$$;

create function keep_removed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  key text[] := string_to_array(tg_argv[0], ',');
  left_out text[] := string_to_array(tg_argv[1], ',');
begin
  if exists (select from removed) and keeps_rows() then
    insert into history_row (change_id, record, row_id, before)
    select change_now(), tg_table_name, row_key(r, key), r - left_out from (select to_jsonb(removed) as r from removed) rows;
  end if;
  return null;
end
$$;

-- Has history keep what happens to the rows of a table. Called again after a column is added: the function of changes is
-- written for the columns there are, because comparing typed columns costs a tenth of comparing json.
-- key: the columns of the key; left_out: columns that never change and are named by their sum, are derived, or are personal.
create procedure keep_rows_of("table" text, key text, left_out text default '')
language plpgsql
as $$
declare
  keys text[] := string_to_array(key, ',');
  kept text[];
  function text := 'keep_changed_' || "table";
begin
  select array_agg(a.attname::text order by a.attnum) into kept
  from pg_attribute a
  where a.attrelid = "table"::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> all (keys || string_to_array(left_out, ','));
  execute format($f$
    create or replace function %I() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $body$
    begin
      if exists (select from added) and keeps_rows() then
        insert into history_row (change_id, record, row_id, before, after)
        select change_now(), %L, %s, d.before, d.after
        from removed o
        join added n on %s
        cross join lateral (
          select jsonb_object_agg(c.name, c.was) as before, jsonb_object_agg(c.name, c.became) as after
          from unnest(
            array[%s],
            array[%s],
            array[%s]
          ) c (name, was, became)
          where c.was is not null
        ) d
        where d.before is not null;
      end if;
      return null;
    end
    $body$ $f$,
    function,
    "table",
    (select string_agg(format('n.%I::text', k), $s$ || '/' || $s$) from unnest(keys) k),
    (select string_agg(format('o.%1$I = n.%1$I', k), ' and ') from unnest(keys) k),
    (select string_agg(quote_literal(c), ', ') from unnest(kept) c),
    (select string_agg(format($c$case when o.%1$I is distinct from n.%1$I then coalesce(to_jsonb(o.%1$I), 'null') end$c$, c), ', ') from unnest(kept) c),
    (select string_agg(format($c$case when o.%1$I is distinct from n.%1$I then coalesce(to_jsonb(n.%1$I), 'null') end$c$, c), ', ') from unnest(kept) c)
  );
  execute format('drop trigger if exists keep_added on %I', "table");
  execute format('drop trigger if exists keep_changed on %I', "table");
  execute format('drop trigger if exists keep_removed on %I', "table");
  execute format('create trigger keep_added after insert on %I referencing new table as added for each statement execute function keep_added(%L, %L)', "table", key, left_out);
  execute format('create trigger keep_changed after update on %I referencing old table as removed new table as added for each statement execute function %I()', "table", function);
  execute format('create trigger keep_removed after delete on %I referencing old table as removed for each statement execute function keep_removed(%L, %L)', "table", key, left_out);
end
$$;

-- each table that kept its rows one by one keeps its key and what it leaves out
do $$
declare
  one record;
  args text[];
begin
  for one in
    select c.relname as name, encode(t.tgargs, 'escape') as args
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'keep_row' and not t.tgisinternal
  loop
    -- arguments are kept one after another, each closed by a NUL
    args := string_to_array(one.args, '\000');
    execute format('drop trigger keep_row on %I', one.name);
    call keep_rows_of(one.name, args[1], case when cardinality(args) > 2 then args[2] else '' end);
  end loop;
end
$$;

drop function keep_row();
