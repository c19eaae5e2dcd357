import { type Kysely, sql } from 'kysely'
import type { AsOf } from '../../operations/board/ports.ts'
import type { Tables } from '../tables.ts'
import { dueDayOf } from './given.ts'
import { standingThen } from './standing-then.ts'
import { momentsOf } from './then.ts'
import type { Part } from './views.ts'

/** Of each of these wholes its parts that were not split further, as they stand on the day. [TSK-55] [TSK-37] */
export async function partsOfWholes(
  db: Kysely<Tables>,
  wholes: readonly string[],
  { on, past }: AsOf,
): Promise<ReadonlyMap<string, readonly Part[]>> {
  if (wholes.length === 0) return new Map()
  const rows = await leavesOf(db, wholes, { on, past }).execute()
  const given = rows.filter((row) => row.code !== null && (!past || (row.assigned_on !== null && row.assigned_on <= on)))
  const ids = given.map((row) => row.id)
  const moments = past ? await momentsOf(db, given, on) : null
  const stood = new Map(
    past && ids.length > 0 ? (await standingThen(db, on).where('task.id', 'in', ids).execute()).map((row) => [row.id, row]) : [],
  )
  const isGiven = new Set(ids)
  const parts = rows.map(({ root, ...row }) => {
    // a class that was named later waited then
    if (!isGiven.has(row.id))
      return { root, part: row.code === null ? row : { ...row, code: null, state: 'confirmed', closed_on: null, percent: 0 } }
    const then = stood.get(row.id)
    const standing = then === undefined ? {} : { due_day: then.due, due_original: then.due_original, closed_on: then.closed_on }
    return { root, part: { ...row, ...moments?.get(row.id), ...standing } }
  })
  return new Map([...Map.groupBy(parts, ({ root }) => root)].map(([root, all]) => [root, all.map(({ part }) => part)]))
}

/** Down from the wholes to what was not split by the day. */
export const leavesOf = (db: Kysely<Tables>, wholes: readonly string[], { on, past }: AsOf) => {
  const split = sql<boolean>`task.code is not null and task.lead_name is null ${past ? sql`and task.assigned_on <= ${on}::date` : sql``}`
  return db
    .withRecursive('below', (cte) =>
      cte
        .selectFrom('task')
        .select(['task.parent_id as root', 'task.id', split.as('split')])
        .where('task.parent_id', 'in', wholes)
        .unionAll(
          cte
            .selectFrom('below')
            .innerJoin('task', 'task.parent_id', 'below.id')
            .select(['below.root', 'task.id', split.as('split')])
            .where('below.split', '=', true),
        ),
    )
    .selectFrom('below')
    .innerJoin('task', 'task.id', 'below.id')
    .select(['task.id', 'task.code', 'task.lead_name', 'task.state', 'task.named', 'task.kind', 'task.assigned_on', 'task.closed_on'])
    .select(['task.due_original', 'task.percent', dueDayOf('task').as('due_day')])
    .select(sql<string>`below.root`.as('root'))
    .where('below.split', '=', false)
    .orderBy('task.id')
}

/** The task, and whatever it was split into, whatever the depth. */
export const withPartsOf = (db: Kysely<Tables>, task: string) =>
  db
    .withRecursive('below', (cte) =>
      cte
        .selectFrom('task')
        .select('task.id')
        .where('task.id', '=', task)
        .unionAll(cte.selectFrom('below').innerJoin('task', 'task.parent_id', 'below.id').select('task.id')),
    )
    .selectFrom('below')
    .select('below.id')
