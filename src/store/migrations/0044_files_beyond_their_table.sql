-- What the file of a version holds beyond its table: such a file is for who keeps the dataset and who audits, and so are the rows
-- that were left out, whoever may see the dataset. [DAT-120]
-- Locks: on dataset_version, a moment (a column is added and filled; it has some rows a dataset); short on file (a policy is replaced).

alter table dataset_version add column file_more text[] not null default '{}';   -- parts, hidden, besides, left-out; unknown: brought in before this was kept; empty: nothing

update dataset_version v set file_more = array_remove(array[
  case
    -- what else a workbook, an archive or a layer holds was not read then
    when v.format not in ('csv', 'tsv', 'ndjson', 'flatgeobuf', 'parquet') then 'unknown'
    when r.reading is not null and exists (
      select from jsonb_array_elements(case when jsonb_typeof(r.reading -> 'parts') = 'array' then r.reading -> 'parts' else '[]' end) p
      where p ->> 'name' is distinct from r.reading ->> 'part' and (p ->> 'rows')::numeric > 0
    ) then 'parts'
  end,
  case when jsonb_typeof(r.reading #> '{around,hidden}') = 'object' then 'hidden' end,
  case when v.bad_sha256 is not null then 'left-out' end
], null)
from dataset_version o
left join lateral (
  select i.reading from dataset_import i
  where i.dataset_id = o.dataset_id and i.result = o.n and i.file_sha256 = o.file_sha256
  order by i.made_at desc, i.id limit 1
) r on true
where o.dataset_id = v.dataset_id and o.n = v.n;

call keep_rows_of('dataset_version', 'dataset_id,n', 'emptied_at');

-- The second wall of the same: who sees a dataset knows its file; one that holds more, and bad rows, as restricted data are known.
drop policy of_datasets on file;
create policy of_datasets on file for select using (
  (select sees_all())
  or exists (
    select from dataset_version v
    where v.file_sha256 = file.sha256
      and (v.file_more = '{}' or v.dataset_id in (select d.id from dataset d where d.custodian in (select unnest(own_bodies()))))
  )
  or exists (
    select from dataset_version v
    where v.bad_sha256 = file.sha256
      and v.dataset_id in (select d.id from dataset d where d.custodian in (select unnest(own_bodies())))
  )
);
