import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/**
 * Chooses between two readings: «Đồng chủ trì» as co-lead with the bodies named beside it, or as a slip for «Đồng thời chủ
 * trì», one lead whom they help. Choice, person and reason stand in the history. [TSK-21]
 */
export const taskSettle = operation({
  name: 'task.settle',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Chọn cách hiểu «Đồng chủ trì»', en: 'Choose a reading of “Đồng chủ trì”' },
  input: z.strictObject({
    id,
    version,
    reading: z.enum(['co-lead', 'lead']).meta({ description: 'co-lead: the bodies named beside it lead too · lead: they coordinate' }),
    reason: z.string().trim().min(3).max(2_000),
  }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'POST', path: '/tasks/{id}/settle' },
  async run(ports: TaskPorts & HistoryPorts, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    if (task.unsure === null) return refuse({ code: 'not-unsure' })
    const joins = given.reading === 'co-lead' ? task.coordinating.filter((body) => !body.isClass) : []
    // who leads beside the lead is another: a person has not seen it so [TSK-1]
    const again = joins.length > 0 && task.state === 'confirmed'
    const after = {
      ...(again ? { state: 'proposed' as const } : {}),
      unsure: null,
      coLead: [...task.coLead, ...joins],
      coordinating: task.coordinating.filter((body) => !joins.includes(body)),
    }
    if (!(await ports.tasks.change(task.id, given.version, after))) return refuse(await stale(ports, 'task', task.id))
    ports.history.record({
      entity: 'task',
      id: task.id,
      verb: 'settled',
      change: {
        unsure: [task.unsure, null],
        reading: [null, given.reading],
        reason: [null, given.reason],
        ...(again ? { state: [task.state, 'proposed'] } : {}),
        ...(joins.length > 0 ? { coLead: [task.coLead, after.coLead], coordinating: [task.coordinating, after.coordinating] } : {}),
      },
    })
    return ok({ id: task.id, version: given.version + 1 })
  },
})
