import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { bothSpans, bothTitles, together } from '../../kernel/task/divide.ts'
import type { DocumentPorts } from '../document/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import { draftOf, dueOf } from './draft-of.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'
import type { TaskView } from './views.ts'

/** One task in place of two of the same document. Both stay on record, discarded; `undo` brings them back. [TSK-29] */
export const taskJoin = operation({
  name: 'task.join',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Gộp hai nhiệm vụ thành một', en: 'Join two tasks into one' },
  input: z.strictObject({
    id,
    version,
    other: id,
    otherVersion: version,
  }),
  output: z.strictObject({ id, joined: id }),
  rest: { method: 'POST', path: '/tasks/{id}/join' },
  async run(ports: TaskPorts & HistoryPorts & Pick<DocumentPorts, 'documents'>, context, given) {
    const one = await ports.tasks.get(given.id, context.today)
    const other = await ports.tasks.get(given.other, context.today)
    if (one === null || other === null) return refuse(noTask(context))
    for (const task of [one, other])
      if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    if (one.id === other.id || one.document.id !== other.document.id) return refuse({ code: 'not-to-join' })
    const document = await ports.documents.get(one.document.id)
    if (document === null) return refuse(noTask(context))
    if (!(await ports.tasks.change(one.id, given.version, { state: 'discarded' }))) return refuse(await stale(ports, 'task', one.id))
    if (!(await ports.tasks.change(other.id, given.otherVersion, { state: 'discarded' })))
      return refuse(await stale(ports, 'task', other.id))
    const [first, second] = (one.start ?? Number.MAX_SAFE_INTEGER) <= (other.start ?? Number.MAX_SAFE_INTEGER) ? [one, other] : [other, one]
    const [joined] = await ports.tasks.add([{ ...draftOf(first), ...unionOf(first, second, document.text) }])
    if (joined === undefined) throw new Error('the store added no task')
    for (const task of [one, other])
      ports.history.record({
        entity: 'task',
        id: task.id,
        verb: 'joined',
        change: { state: [task.state, 'discarded'], into: [null, joined] },
      })
    ports.history.record({
      entity: 'task',
      id: joined,
      verb: 'absorbed',
      change: { of: [null, [first.id, second.id]], state: [null, 'proposed'] },
    })
    return ok({ id: one.id, joined })
  },
})

/** What both say; of two deadlines the earlier, because the later would be missed in silence. */
function unionOf(first: TaskView, second: TaskView, text: string) {
  const start = first.start ?? second.start
  const end = second.end === null ? first.end : Math.max(first.end ?? 0, second.end)
  const earlier = second.due !== null && (first.due === null || second.due < first.due) ? second : first
  return {
    title: bothTitles(first.title, second.title),
    quote: start === null || end === null ? `${first.quote}; ${second.quote}` : text.slice(start, end),
    start,
    end,
    spans: bothSpans(first.spans, second.spans),
    corrections: [...first.corrections, ...second.corrections],
    lead: together(first.lead, second.lead),
    coLead: together(first.coLead, second.coLead),
    coordinating: together(first.coordinating, second.coordinating),
    recipients: together(first.recipients, second.recipients),
    openClass: first.openClass || second.openClass,
    due: dueOf(earlier),
    every: first.every ?? second.every,
    periodWords: first.periodWords ?? second.periodWords,
    kind: first.every === null ? second.kind : first.kind,
    check: first.check ?? second.check,
    unsure: first.unsure ?? second.unsure,
  }
}
