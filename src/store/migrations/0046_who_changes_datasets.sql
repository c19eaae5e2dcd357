-- The second wall of writing: a dataset and its versions are changed by who keeps them, as the operations say. [DAT-13]
-- Locks: short, on dataset and dataset_version (policies).

create function keeps_dataset(of_custodian text) returns boolean
language sql stable
as $$
  select coalesce(
    current_setting('lienvung.keeping', true) = 'all'
    or of_custodian = any (string_to_array(nullif(current_setting('lienvung.keeping', true), ''), E'\x1f')),
    false
  )
$$;

drop policy keep on dataset;
drop policy mend on dataset;
drop policy keep on dataset_version;
drop policy mend on dataset_version;

create policy keep on dataset for insert with check (keeps_dataset(custodian));
create policy mend on dataset for update using (keeps_dataset(custodian));
create policy keep on dataset_version for insert with check (
  exists (select from dataset d where d.id = dataset_id and keeps_dataset(d.custodian))
);
-- what corrects a report of a dataset that no body provides is written by whoever answers it [DAT-100]
create policy mend on dataset_version for update using (
  exists (
    select from dataset d
    where d.id = dataset_id and (keeps_dataset(d.custodian) or (d.custodian is null and (select keeps_data())))
  )
);
