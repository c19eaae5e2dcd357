import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { kindOf } from '../../kernel/task/task.ts'
import { identifyBodies } from '../document/identify-bodies.ts'
import type { DocumentPorts } from '../document/ports.ts'
import { differenceOf } from '../history/difference.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'
import { changesFrom, taskFields } from './task-fields.ts'

/** Corrects a proposal. What the grammar read stays in the history, so that a miss report can be made of it. */
export const taskCorrect = operation({
  name: 'task.correct',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Sửa một nhiệm vụ trước khi giao', en: 'Correct a task before it is assigned' },
  input: z.strictObject({ id, version, ...taskFields }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'PATCH', path: '/tasks/{id}' },
  async run(ports: TaskPorts & HistoryPorts & Pick<DocumentPorts, 'bodies'>, context, { id: given, version, ...fields }) {
    const task = await ports.tasks.get(given, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    const changes = changesFrom(fields, 'correction')
    if (!changes.ok) return changes

    const on = parseDay(task.document.signedOn ?? '') ?? context.today
    const { lead, coLead, coordinating, recipients } = { ...task, ...changes.value }
    const [bodies] = await identifyBodies(ports, [{ lead, coLead, coordinating, recipients }], on)
    const every = changes.value.every === undefined ? task.every : changes.value.every
    const unchangedDue = fields.due !== undefined && fields.due === task.due
    const { due, ...others } = changes.value
    const after = { ...others, ...bodies, kind: kindOf(every), ...(due === undefined || unchangedDue ? {} : { due }) }
    if (!(await ports.tasks.change(task.id, version, after))) return refuse(await stale(ports, 'task', task.id))

    const { due: dueAfter, ...plain } = after
    ports.history.record({
      entity: 'task',
      id: task.id,
      verb: 'corrected',
      change: differenceOf(task, { ...plain, ...(dueAfter === undefined ? {} : { due: dueAfter.day }) }),
    })
    return ok({ id: task.id, version: version + 1 })
  },
})
