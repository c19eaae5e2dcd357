-- The bad rows of an import can be taken away by whoever brings it in before anything is taken: their file is known to who sees
-- the import. [DAT-49]
-- Locks: short, on file (a policy is added) and on dataset_import (an index is made; it has few rows).

create index dataset_import_bad on dataset_import (bad_sha256) where bad_sha256 is not null;

create policy of_imports on file for select using (
  exists (select from dataset_import i where i.bad_sha256 = file.sha256)
);
