-- Columns of a file that were not taken: they stand in no table, so that a version says itself which they were, and the next one is
-- proposed to leave them out again. [DAT-104]
-- Locks: short, on dataset_version (a column with a constant default, its triggers replaced).

alter table dataset_version add column columns_out jsonb not null default '[]';   -- name, heading, place in the file (null: that file lacks it); empty: none
call keep_rows_of('dataset_version', 'dataset_id,n', 'emptied_at');
