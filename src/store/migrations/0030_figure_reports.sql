-- A wrong figure that a reader points out, and what its steward answered. [DAT-50]
-- Locks: short, on personal_value and dataset_version (a column, a check and policies); the table is new.

create table figure_report (
  id uuid primary key,
  no int generated always as identity unique,     -- as people call it
  dataset_id uuid not null references dataset (id),
  version int not null,             -- that was read
  row_id text,                      -- null: no row was named
  column_name text,                 -- null: no column was named
  value_then text,                  -- of that cell, as it was read; null: no cell was named, or it was empty
  words text not null,
  right_value text,                 -- null: he does not say what is right
  person_id uuid references person (id),               -- null: somebody without an account
  contact_id uuid references personal_value (id),      -- null: he left none
  secret_sha256 text not null unique,                  -- of the address at which he reads the answer
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'corrected', 'refused')),
  answer text,                      -- null: not answered yet
  corrected_by int,                 -- the version that corrects it; null: none yet
  answered_by text,                 -- null: not answered yet
  answered_at timestamptz,
  foreign key (dataset_id, version) references dataset_version (dataset_id, n),
  foreign key (dataset_id, corrected_by) references dataset_version (dataset_id, n),
  check ((state = 'open') = (answer is null)),
  check ((state = 'corrected') = (corrected_by is not null)),
  check (corrected_by > version),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);

create index figure_report_of_dataset on figure_report (dataset_id, no desc);
create index figure_report_waiting on figure_report (no desc) where state in ('open', 'accepted');

alter table figure_report enable row level security;

-- whoever sees a dataset may say that it is wrong; who answers for it reads that, and who said it while he is signed in
create policy said on figure_report for insert with check (
  exists (select from dataset d where d.id = dataset_id)
  and (person_id is null or person_id::text = (select acting_person()))
  and state = 'open'
);
create policy sight on figure_report for select using (
  (select sees_all())
  or person_id::text = (select acting_person())
  or exists (select from dataset d where d.id = dataset_id and d.custodian in (select unnest(own_bodies())))
);
create policy answered on figure_report for update using (
  (select sees_all())
  or exists (select from dataset d where d.id = dataset_id and d.custodian in (select unnest(own_bodies())))
);

grant select, insert on figure_report to lienvung_app;
grant update (state, answer, corrected_by, answered_by, answered_at) on figure_report to lienvung_app;

-- Who holds the secret reads what he said and what was answered, and nothing of who answered.
create function figure_report_by_secret(given text)
returns table (
  id uuid, no int, dataset_id uuid, version int, row_id text, column_name text, value_then text, words text, right_value text,
  made_at timestamptz, state text, answer text, corrected_by int, answered_at timestamptz
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id, r.no, r.dataset_id, r.version, r.row_id, r.column_name, r.value_then, r.words, r.right_value,
    r.made_at, r.state, r.answer, r.corrected_by, r.answered_at
  from figure_report r
  where r.secret_sha256 = given
$$;
revoke all on function figure_report_by_secret(text) from public;
grant execute on function figure_report_by_secret(text) to lienvung_app;

-- How he can be reached is a personal value, read with his report alone.
alter table personal_value drop constraint personal_value_kind_check;
alter table personal_value add check (kind in ('name', 'login', 'email', 'other', 'contact'));
create policy left_with_a_report on personal_value for insert with check (kind = 'contact' and person_id is null);
create policy of_reports on personal_value for select using (kind = 'contact' and id in (select r.contact_id from figure_report r));

-- A version names what it corrects: numbers of reports, which say nothing of who made them.
alter table dataset_version add column corrects int[] not null default '{}';
grant update (corrects) on dataset_version to lienvung_app;
call keep_rows_of('dataset_version', 'dataset_id,n');

-- what people without an account wrote may name others: it stands beside the chain
call keep_rows_of('figure_report', 'id', 'words,right_value,secret_sha256');

-- As before, and how somebody could be reached goes ninety days after he was answered. [ACC-15]
create or replace function retire_technical(at_time timestamptz) returns jsonb
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  until timestamptz := least(at_time, now());
  sessions int;
  tokens int;
  links int;
  receipts int;
  events int;
  contacts int;
begin
  if not coalesce(keeps_accounts(), false) then
    raise exception 'accounts are not his to keep' using errcode = '42501';
  end if;
  delete from session where coalesce(ended_at, expires_at) < until - interval '90 days';
  get diagnostics sessions = row_count;
  delete from api_token where coalesce(revoked_at, expires_at) < until - interval '90 days';
  get diagnostics tokens = row_count;
  delete from one_time_link where expires_at < until - interval '30 days';
  get diagnostics links = row_count;
  delete from receipt where at < until - interval '30 days';
  get diagnostics receipts = row_count;
  delete from security_event where at < until - interval '2 years';
  get diagnostics events = row_count;
  update personal_value v set value = null, salt = null, erased_at = at_time, erased_basis = 'ACC-15'
  from figure_report r
  where v.id = r.contact_id
    and v.value is not null
    and r.state in ('corrected', 'refused')
    and r.answered_at < until - interval '90 days';
  get diagnostics contacts = row_count;
  return jsonb_build_object(
    'sessions', sessions, 'tokens', tokens, 'links', links, 'receipts', receipts, 'events', events, 'contacts', contacts
  );
end
$$;
