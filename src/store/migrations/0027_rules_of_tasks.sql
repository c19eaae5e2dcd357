-- Which rules of the grammar made a proposal, kept with it, so that what people correct is counted by rule.
-- Locks: short, on task (a column is added, its triggers replaced).

alter table task add column rules jsonb;   -- null: made by a person, or read before rules were kept
call keep_rows_of('task', 'id', 'search,due_key');
