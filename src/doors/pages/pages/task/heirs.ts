import { organisationSuccessors } from '../../../../operations/organisation/follow-organisation.ts'
import { organisationGet } from '../../../../operations/organisation/get-organisation.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import type { Asked } from '../../page.ts'

/** Who answers today for a body named in a task, when it is another one. */
export interface Heir {
  readonly id: string
  readonly name: string
  /** The functions that went to it; empty: all. */
  readonly scope: string
  /** Since when, when the register knows. */
  readonly day: string | null
  readonly certain: boolean
}

/** By the id of the organisation that was named. */
export type Heirs = ReadonlyMap<string, readonly Heir[]>

/** Asks for the bodies of one task only: the pages of lists show names as they were given. */
export async function heirsOf(asked: Asked, task: Pick<TaskView, 'lead' | 'coLead' | 'coordinating' | 'recipients'>): Promise<Heirs> {
  const named = [...task.lead, ...task.coLead, ...task.coordinating, ...task.recipients].flatMap((body) =>
    body.organisation === null ? [] : [body.organisation],
  )
  const bodies = await Promise.all([...new Set(named)].map((id) => asked.ask(organisationGet, { id })))
  const ended = bodies.flatMap((body) =>
    !body.ok || body.value.to === null || body.value.to > asked.context.today ? [] : [{ id: body.value.id, to: body.value.to }],
  )
  const found = await Promise.all(ended.map(({ id }) => asked.ask(organisationSuccessors, { id })))
  return new Map(
    ended.flatMap(({ id, to }, i) => {
      const said = found[i]
      if (said?.ok !== true) return []
      return [
        [
          id,
          said.value.items.map((heir) => ({ id: heir.id, name: heir.name, scope: heir.scope, day: to, certain: heir.certain })),
        ] as const,
      ]
    }),
  )
}
