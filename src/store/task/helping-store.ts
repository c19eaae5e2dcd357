import type { Kysely } from 'kysely'
import { withoutDuplicates } from '../../kernel/organisation/holder.ts'
import type { TaskView } from '../../operations/task/views.ts'
import type { Tables } from '../tables.ts'
import { type Holder, holders } from './held-store.ts'
import { member } from './views.ts'

const HOLDING = ['lead', 'co-lead', 'coordinator'] as const
type Helpers = TaskView['helpers']

/** Who had a part of these tasks on a day, as the directive names them. */
export const holdingOn = (db: Kysely<Tables>, tasks: readonly string[], on: string) =>
  db
    .selectFrom('assignment')
    .select(['task_id', 'organisation_id', 'name', 'role'])
    .where('task_id', 'in', tasks)
    .where('role', 'in', HOLDING)
    .where('from_day', '<=', on)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', on)]))
    .orderBy('id')

/** Who helps with each task on that day: the heirs of those the directive names, each once, and none that leads it. [ORG-10] */
export async function helpersOfTasks(db: Kysely<Tables>, tasks: readonly string[], on: string): Promise<ReadonlyMap<string, Helpers>> {
  const rows = await holdingOn(db, tasks, on).execute()
  const heirs = await holders(
    db,
    rows.flatMap((row) => row.organisation_id ?? []),
    on,
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.task_id)].map(([task, holding]) => [
      task,
      withoutDuplicates(holding.map(({ organisation_id, name, role }) => held({ id: organisation_id, name }, member(HOLDING, role), heirs)))
        .filter((one) => one.role !== 'lead')
        .map(({ role, name, by }) => ({ role: role === 'co-lead' ? role : 'coordinator', name, holder: by })),
    ]),
  )
}

/** One that the register does not know on that day is its own holder. */
function held(
  { id, name }: { readonly id: string | null; readonly name: string },
  role: (typeof HOLDING)[number],
  heirs: ReadonlyMap<string, Holder>,
) {
  const by = id === null ? { id: null, name } : (heirs.get(id) ?? { id, name })
  return { role, name, holder: by.id, by }
}
