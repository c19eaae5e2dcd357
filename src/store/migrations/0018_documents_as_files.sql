-- A document keeps the file it came as, and how that was read.
-- Locks: short, on document (columns are added, its triggers replaced) and on file (its policy is replaced).

alter table document add column file_sha256 text references file (sha256);   -- null: pasted, or received before files were kept
alter table document add column reading jsonb;                               -- null: pasted; how the file was read, see operations/document/reading.ts

create index document_of_file on document (file_sha256) where file_sha256 is not null;

-- the columns that are new are kept by history too
call keep_rows_of('document', 'id', 'text,search');

-- a file is seen by who put it, and by who may see something it is shown with: an event of a task, or a document
drop policy sight on file;
create policy sight on file for select using (
  (select sees_all())
  or exists (select from file_put p where p.sha256 = file.sha256)
  or exists (select from task_event_file f where f.sha256 = file.sha256)
  or exists (select from document d where d.file_sha256 = file.sha256)
);
