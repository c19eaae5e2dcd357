-- Whoever keeps a dataset sees what is confirmed and on its way into it, and may end it, whoever began it; no more: it stays that
-- person's. [DAT-148]
-- Locks: short, on dataset_import (policies and grants; it has few rows).

-- one that was ended stays seen, or the row that ends it would not be his to write
create policy of_keepers on dataset_import for select using (
  state in ('waiting', 'loading', 'choosing', 'switching', 'cancelled')
  and choices is not null
  and exists (select from dataset d where d.id = dataset_id and keeps_dataset(d.custodian))
);
create policy ended_by_keepers on dataset_import for update using (
  state in ('waiting', 'loading', 'choosing')
  and exists (select from dataset d where d.id = dataset_id and keeps_dataset(d.custodian))
) with check (state = 'cancelled');

-- whose it is, and of which file, is written once
revoke update on dataset_import from lienvung_app;
grant update (dataset_id, state, asked, reading, choices, store, runner, tries, loaded, rows_read, rows_bad, bytes_read, bad, bad_sha256, result, failure, changed_at)
  on dataset_import to lienvung_app;
