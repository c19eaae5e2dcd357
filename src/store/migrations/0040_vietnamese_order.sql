-- Texts of datasets are ordered as a Vietnamese dictionary has them: a, ă, â … d, đ … and of one letter its tones. [DAT-93]
-- Locks: each table of rows, while the indexes over its texts are made again: a second for some million rows.

do $$
declare
  one record;
begin
  create collation vietnamese (provider = icu, locale = 'vi');
  -- a library that knows no Vietnamese (that of PGlite) is told its letters and tones, as CLDR has them
  execute $test$ select 'Đa' < 'Dz' collate vietnamese as unknown $test$ into one;
  if one.unknown then
    drop collation vietnamese;
    execute $make$ create collation vietnamese (provider = icu, locale = 'vi', rules =
      U&'&\0300<<\0309<<\0303<<\0301<<\0323&a<ă<<<Ă<â<<<Â&d<đ<<<Đ&e<ê<<<Ê&o<ô<<<Ô<ơ<<<Ơ&u<ư<<<Ư') $make$;
  end if;
end
$$;

-- The order of a library changes with the library, and indexes made by the old one are wrong then. [STO-30]
-- Tables that came from a backup, and those made before, get the order here too.
create procedure order_dataset_texts()
language plpgsql
as $$
declare
  one record;
begin
  for one in
    select c.relname as store, string_agg(format('alter column %I type text collate vietnamese', a.attname), ', ') as changes
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname ~ '^d[0-9]{1,9}$'
      and a.attname ~ '^c[0-9]+$' and a.atttypid = 'text'::regtype and a.attcollation <> 'vietnamese'::regcollation
    group by 1
  loop
    execute format('alter table %I %s', one.store, one.changes);
  end loop;
end
$$;
revoke all on procedure order_dataset_texts() from public;
call order_dataset_texts();

-- What indexes were made by another library than the one that is there: made again by the owner when a node starts.
create procedure renew_order()
language plpgsql
as $$
declare
  one record;
begin
  if not exists (
    select from pg_collation where oid = 'vietnamese'::regcollation and collversion is distinct from pg_collation_actual_version(oid)
  ) then return; end if;
  for one in
    select distinct i.indexrelid::regclass as index from pg_index i where 'vietnamese'::regcollation = any (i.indcollation)
  loop
    execute format('reindex index %s', one.index);
  end loop;
  alter collation vietnamese refresh version;
end
$$;
revoke all on procedure renew_order() from public;
