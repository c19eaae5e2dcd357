-- What a person asked when a file was to be read again: which part of it, and as of which day its places are meant.
-- Locks: dataset_import, for an instant.

alter table dataset_import add column asked jsonb;  -- null: read as it comes
