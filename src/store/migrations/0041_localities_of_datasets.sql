-- Of which provinces and cities a dataset is, read from the words of its territory: the catalogue is narrowed by them. [DAT-96]
-- Locks: on dataset, against writes; a moment.

-- Names of any day: what is of «Quảng Nam» stays so after the merger. The longer name goes first: «Thừa Thiên Huế» is not «Huế».
create function dataset_localities(territory text) returns text[]
language plpgsql stable set search_path = public, pg_temp
as $$
declare
  words text := ' ' || btrim(regexp_replace(lower(territory collate vietnamese), '[\s,;.:()/–—-]+', ' ', 'g')) || ' ';
  said text;
  one text;
  found text[] := '{}';
begin
  if words like '% cả nước %' or words like '% toàn quốc %' or words like '% việt nam %' then found := '{country}'; end if;
  for one in select name from place where level = 'province' group by 1 order by length(name) desc, name loop
    said := ' ' || regexp_replace(lower(one collate vietnamese), '[\s,;.:()/–—-]+', ' ', 'g') || ' ';
    if strpos(words, said) > 0 then
      found := found || one;
      words := replace(words, said, ' | ');
    end if;
  end loop;
  return found;
end
$$;

alter table dataset add column localities text[] not null default '{}';   -- names; country: the whole of it; empty: none is said

-- made from the register: where that is not there yet (rows come back before it), what comes stays
create function dataset_territory_said() returns trigger
language plpgsql set search_path = public, pg_temp
as $$
begin
  if exists (select from place) then new.localities := coalesce(dataset_localities(new.territory), '{}'); end if;
  return new;
end
$$;
create trigger localities before insert or update of territory on dataset for each row execute function dataset_territory_said();
update dataset set territory = territory where territory is not null;

-- by title, in the order of a dictionary
create index dataset_by_title on dataset ((title collate vietnamese), id);

call keep_rows_of('dataset', 'id', 'search,current_format,localities');
