-- Rows of a dataset whose key the version before has, and that a later file has too, but so that they cannot be taken: they are
-- not in that version, and nobody removed them. [DAT-112]
-- Locks: short, on dataset_version (a column without a default).

alter table dataset_version add column rows_left_out bigint; -- null: not counted then, or it replaced all rows
call keep_rows_of('dataset_version', 'dataset_id,n', 'emptied_at');

create table dataset_left_out (
  dataset_id uuid not null references dataset (id),
  store text not null,                      -- the table of rows, in which they are known by their number
  n int not null,                           -- the version whose file has them as bad rows
  row_id bigint not null,
  primary key (store, n, row_id)
);
alter table dataset_left_out enable row level security;
create policy sight on dataset_left_out for select using (dataset_id in (select id from dataset));
grant select on dataset_left_out to lienvung_app;
