-- The answer of a body that has nobody here, as whoever got its letter records it; and the province of bodies outside the
-- register, as their names say it. [TSK-56] [TSK-57]
-- Locks: task_event against writing while the check of its rows reads them once and an index is built, some three seconds on
-- 1,000,000 rows; assignment for a moment, and one pass over its rows outside the register.

alter table task_event drop constraint task_event_kind_check;
alter table task_event add constraint task_event_kind_check check (kind in (
  'acknowledged', 'disputed', 'upheld', 'reassigned', 'progress', 'part', 'answered', 'claimed', 'returned', 'accepted',
  'extension-asked', 'extension-granted', 'extension-refused', 'extended', 'due-corrected', 'escalated', 'decided', 'cancelled',
  'recurred', 'reminded', 'recounted'
));

drop index task_event_part;
create index task_event_part on task_event (task_id, organisation_id, on_day) where kind in ('part', 'answered');

alter table assignment add column of_place text;  -- of a body outside the register, the province its name says; null: none, or the register has it
call keep_rows_of('assignment', 'id');

update assignment a
set of_place = said.of_place
from (
  select outside.id, o.of_place
  from assignment outside
  join document d on d.id = (select t.document_id from task t where t.id = outside.task_id)
  join organisation o on o.rank = 'province'
  join organisation_name n on n.organisation_id = o.id
  where outside.organisation_id is null
    and lower(outside.name) like '% ' || lower(regexp_replace(n.name, '^(UBND|Ủy ban nhân dân) ', ''))
    and daterange(n.from_day, n.to_day) @> coalesce(d.signed_on, outside.from_day)
) said
where a.id = said.id;
