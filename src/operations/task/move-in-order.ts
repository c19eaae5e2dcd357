import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { placeBetween, reviewed } from '../../kernel/task/order.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/** Moves a task one place up or down among those of its document, before it is given out. [TSK-30] */
export const taskMove = operation({
  name: 'task.move',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Chuyển một nhiệm vụ lên hoặc xuống', en: 'Move a task up or down' },
  input: z.strictObject({ id, version, way: z.enum(['up', 'down']) }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'POST', path: '/tasks/{id}/move' },
  async run(ports: TaskPorts & HistoryPorts, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    const all = reviewed(await ports.tasks.ofDocument(task.document.id, context.today))
    const orderAt = placeBetween(all, task.id, given.way)
    if (orderAt === null) return refuse({ code: 'at-the-edge' })
    if (!(await ports.tasks.change(task.id, given.version, { orderAt }))) return refuse(await stale(ports, 'task', task.id))
    ports.history.record({ entity: 'task', id: task.id, verb: 'moved', change: { orderAt: [task.orderAt, orderAt] } })
    return ok({ id: task.id, version: given.version + 1 })
  },
})
