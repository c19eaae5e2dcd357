-- In one table versions may have other columns, and others before one another: each says which of the table's columns are its own. [DAT-90]
-- Locks: short, on dataset_version (a column is added, its triggers replaced).

alter table dataset_version add column cells text[];   -- null: c1, c2 … in the order of its columns, behind them the places
call keep_rows_of('dataset_version', 'dataset_id,n', 'emptied_at');
