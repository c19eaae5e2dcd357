import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { dividedAt } from '../../kernel/task/divide.ts'
import { kindOf } from '../../kernel/task/task.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import { draftOf, dueOf, noDue } from './draft-of.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/** Two tasks in place of one, divided at a place in its words. The one stays on record, discarded; `undo` brings it back. [TSK-29] */
export const taskDivide = operation({
  name: 'task.divide',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Tách một nhiệm vụ thành hai', en: 'Divide a task in two' },
  input: z.strictObject({
    id,
    version,
    at: z.coerce.number().int().min(0).meta({ description: 'UTF-16 position in the text of the document where the second one begins' }),
  }),
  output: z.strictObject({ id, parts: z.tuple([id, id]) }),
  rest: { method: 'POST', path: '/tasks/{id}/divide' },
  async run(ports: TaskPorts & HistoryPorts, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    const { start, end } = task
    const parts = start === null || end === null ? null : dividedAt({ ...task, start, end }, given.at)
    if (parts === null) return refuse({ code: 'no-place-to-divide' })
    if (!(await ports.tasks.change(task.id, given.version, { state: 'discarded' }))) return refuse(await stale(ports, 'task', task.id))
    const [first, second] = await ports.tasks.add(
      parts.map(({ hasDue, hasPeriod, ...part }) => {
        const every = hasPeriod ? task.every : null
        return {
          ...draftOf(task),
          ...part,
          spans: part.spans,
          kind: kindOf(every),
          every,
          periodWords: hasPeriod ? task.periodWords : null,
          due: hasDue ? dueOf(task) : noDue,
        }
      }),
    )
    if (first === undefined || second === undefined) throw new Error('the store added no parts')
    ports.history.record({
      entity: 'task',
      id: task.id,
      verb: 'divided',
      change: { state: [task.state, 'discarded'], parts: [null, [first, second]] },
    })
    for (const part of [first, second])
      ports.history.record({ entity: 'task', id: part, verb: 'parted', change: { from: [null, task.id], state: [null, 'proposed'] } })
    return ok({ id: task.id, parts: [first, second] as [string, string] })
  },
})
