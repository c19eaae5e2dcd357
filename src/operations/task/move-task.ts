import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { TaskState } from '../../kernel/task/task.ts'
import type { HistoryPorts } from '../history/ports.ts'
import type { Context } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/** What confirming, discarding and putting back have in common: one task, its version, a move between states before assignment. */
export const moveInput = z.strictObject({
  id,
  version: version.meta({ description: 'the version the person has seen' }),
})

export const moveOutput = z.strictObject({ id, version: z.int(), state: z.enum(['proposed', 'confirmed', 'discarded']) })

type Moved = { readonly id: string; readonly version: number; readonly state: 'proposed' | 'confirmed' | 'discarded' }

export async function moveTask(
  ports: TaskPorts & HistoryPorts,
  context: Context,
  given: z.infer<typeof moveInput>,
  move: { readonly from: readonly TaskState[]; readonly to: Moved['state']; readonly verb: string },
): Promise<Result<Moved, Refusal>> {
  const task = await ports.tasks.get(given.id, context.today)
  if (task === null) return refuse(noTask(context))
  if (!move.from.includes(task.state)) return refuse(wrongState(context, task.state))
  if (!(await ports.tasks.change(task.id, given.version, { state: move.to }))) return refuse(await stale(ports, 'task', task.id))
  ports.history.record({ entity: 'task', id: task.id, verb: move.verb, change: { state: [task.state, move.to] } })
  return ok({ id: task.id, version: given.version + 1, state: move.to })
}
