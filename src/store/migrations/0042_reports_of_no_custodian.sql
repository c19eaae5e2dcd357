-- What readers report of a dataset that has no custodian is for every data steward, and answered by any of them. [DAT-100]
-- Locks: short, on figure_report (policies).

create function keeps_data() returns boolean
language sql stable
as $$ select current_setting('lienvung.keeps', true) = 'yes' $$;

drop policy sight on figure_report;
drop policy answered on figure_report;

create policy sight on figure_report for select using (
  (select sees_all())
  or person_id::text = (select acting_person())
  or exists (
    select from dataset d
    where d.id = dataset_id
      and (d.custodian in (select unnest(own_bodies())) or (d.custodian is null and (select keeps_data())))
  )
);
create policy answered on figure_report for update using (
  (select sees_all())
  or exists (
    select from dataset d
    where d.id = dataset_id
      and (d.custodian in (select unnest(own_bodies())) or (d.custodian is null and (select keeps_data())))
  )
);
