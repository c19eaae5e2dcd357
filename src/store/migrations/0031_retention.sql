-- How long versions of a dataset are kept: a rule that its steward decides on a basis. A version that was thinned out says so; what
-- stays of a row that went is its key and the version in which it went, for neighbours who ask what changed since. [DAT-45]
-- Locks: short, on dataset, dataset_version and file (columns are added, their triggers replaced).

alter table dataset
  add column keep_rule text not null default 'all' check (keep_rule in ('all', 'last', 'since')),
  add column keep_last int check (keep_last between 1 and 10000),   -- null: the rule is another
  add column keep_since date,                                       -- null: the rule is another
  add column keep_basis text,                                       -- null: nobody decided, and all are kept
  add constraint keep_said check ((keep_rule = 'last') = (keep_last is not null) and (keep_rule = 'since') = (keep_since is not null));

alter table dataset_version
  add column thinned_at timestamptz,   -- null: it can be read
  add column emptied_at timestamptz;   -- null: its rows and its file are there, or are still to go

-- the bytes of a file that only versions that were thinned out were made of
alter table file add column gone_at timestamptz;   -- null: it is kept

-- a file that comes again is there again; no other change of a file is for the restricted role
create policy again on file for update using (gone_at is not null) with check (gone_at is null);

grant update (keep_rule, keep_last, keep_since, keep_basis) on dataset to lienvung_app;
grant update (thinned_at) on dataset_version to lienvung_app;
grant update (gone_at) on file to lienvung_app;

call keep_rows_of('dataset', 'id', 'search,current_format');
call keep_rows_of('dataset_version', 'dataset_id,n', 'emptied_at');
