-- Rows that are added are kept by history at a third of the cost: made json once, and the key read without a function called for each.
-- Locks: none.

create or replace function keep_added() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  key text[] := string_to_array(tg_argv[0], ',');
  left_out text[] := nullif(string_to_array(tg_argv[1], ','), '{}');
  change uuid := change_now();
begin
  if exists (select from added) and keeps_rows() then
    insert into history_row (change_id, record, row_id, after)
    select
      change,
      tg_table_name,
      case when cardinality(key) = 1 then r ->> key[1] else row_key(r, key) end,
      case when left_out is null then r else r - left_out end
    -- each row is made json once: without `offset` it would be made anew wherever it is named
    from (select to_jsonb(added) as r from added offset 0) rows;
  end if;
  return null;
end
$$;
