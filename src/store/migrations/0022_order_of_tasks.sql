-- The tasks of a document in the order a person gave them, where he has.
-- Locks: short, on task (a column is added, its triggers replaced).

alter table task add column order_at double precision;   -- null: where its words stand in the text
grant update (order_at) on task to lienvung_app;
call keep_rows_of('task', 'id', 'search,due_key');
