-- The catalogue is counted from the rows of datasets alone: the format of the version shown stands beside it, and whether a
-- version is seen is asked of its own dataset, not of all of them.
-- Locks: on dataset and dataset_version, against writes; a moment.

alter table dataset add column current_format text;  -- null: it has no version yet
update dataset d set current_format = v.format from dataset_version v where v.dataset_id = d.id and v.n = d.current;

drop policy sight on dataset_version;
create policy sight on dataset_version for select using (exists (select from dataset d where d.id = dataset_id));

grant update (current_format) on dataset to lienvung_app;
call keep_rows_of('dataset', 'id', 'search,current_format');
