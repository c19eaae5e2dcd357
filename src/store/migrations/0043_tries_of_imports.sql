-- How often an import was taken up without coming on: a file that ends the process is not taken up for ever. [DAT-7]
-- Locks: on dataset_import, a moment.
alter table dataset_import add column tries int not null default 0;
grant update (tries) on dataset_import to lienvung_app;
