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
import type { Named, TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'
import { changesFrom, taskFields } from './task-fields.ts'
import type { TaskView } from './views.ts'

/** Whether what a person confirms by looking is another: who is charged, with whom, by when, how often. */
const isOther = (before: Looked, after: Looked): boolean => JSON.stringify(looked(before)) !== JSON.stringify(looked(after))
type Looked = Omit<Named, 'recipients'> & Pick<TaskView, 'due' | 'every'>
const looked = ({ lead, coLead, coordinating, due, every }: Looked): unknown => [
  ...[lead, coLead, coordinating].map((bodies) => bodies.map(({ name, organisation, isClass }) => [name, organisation, isClass])),
  due,
  every,
]

/**
 * Corrects a proposal. What the grammar read stays in the history, so that a miss report can be made of it. One that was
 * confirmed is a proposal again when what was confirmed is another. [TSK-1]
 */
export const taskCorrect = operation({
  name: 'task.correct',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Sửa một nhiệm vụ trước khi giao', en: 'Correct a task before it is assigned' },
  input: z.strictObject({ id, version, ...taskFields }),
  output: z.strictObject({
    id,
    version: z.int(),
    state: z.enum(['proposed', 'confirmed']).meta({ description: 'proposed again, when who, with whom, by when or how often was changed' }),
  }),
  rest: { method: 'PATCH', path: '/tasks/{id}' },
  async run(ports: TaskPorts & HistoryPorts & DocumentPorts, context, { id: given, version, ...fields }) {
    const task = await ports.tasks.get(given, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    const issued = parseDay(task.document.signedOn ?? '')
    const on = issued ?? context.today
    // a day that stays is not looked at again
    const changes = changesFrom(fields.due === task.due ? { ...fields, due: undefined } : fields, 'correction', {
      issued,
      today: context.today,
    })
    if (!changes.ok) return changes

    const { lead, coLead, coordinating, recipients } = { ...task, ...changes.value }
    const had = [...task.lead, ...task.coLead, ...task.coordinating, ...task.recipients]
    const speaks = await ports.bodies.speaks((await ports.documents.get(task.document.id))?.issuer ?? null)
    const [bodies] = await identifyBodies(ports, [{ lead, coLead, coordinating, recipients }], on, speaks, { on: context.today, had })
    const every = changes.value.every === undefined ? task.every : changes.value.every
    const { due, ...others } = changes.value
    const corrected = { ...others, ...bodies, kind: kindOf(every) }
    const dueAfter = due === undefined ? {} : { due }
    const change = differenceOf(task, { ...corrected, ...(dueAfter.due === undefined ? {} : { due: dueAfter.due.day }) })
    const again =
      task.state === 'confirmed' &&
      isOther(task, { lead, coLead, coordinating, ...bodies, every, due: dueAfter.due === undefined ? task.due : dueAfter.due.day })
    const state = again ? ('proposed' as const) : task.state
    const after = { ...corrected, ...dueAfter, ...(again ? { state } : {}) }
    if (!(await ports.tasks.change(task.id, version, after))) return refuse(await stale(ports, 'task', task.id))
    ports.history.record({
      entity: 'task',
      id: task.id,
      verb: 'corrected',
      change: { ...change, ...(again ? { state: [task.state, state] } : {}) },
    })
    return ok({ id: task.id, version: version + 1, state })
  },
})
