import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { kindOf } from '../../kernel/task/task.ts'
import { identifyBodies } from '../document/identify-bodies.ts'
import type { DocumentPorts } from '../document/ports.ts'
import { differenceOf } from '../history/difference.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { id } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { changesFrom, taskFields } from './task-fields.ts'

/** Adds a task the grammar did not find: typed by a person, with the words that give it when they are marked. */
export const taskAdd = operation({
  name: 'task.add',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Thêm một nhiệm vụ', en: 'Add a task' },
  input: z.strictObject({
    id: id.meta({ description: 'the document' }),
    ...taskFields,
    title: z.string().trim().min(3).max(500),
    start: z.coerce.number().int().min(0).optional().meta({ description: 'UTF-16 position of its first word in the text' }),
    end: z.coerce.number().int().optional(),
  }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'POST', path: '/documents/{id}/tasks' },
  async run(ports: TaskPorts & HistoryPorts & DocumentPorts, context, { id: given, start, end, ...fields }) {
    const document = await ports.documents.get(given)
    if (document === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'văn bản' : 'document' } })
    const marked = start !== undefined && end !== undefined
    if (marked && (end <= start || end > document.text.length)) return refuse({ code: 'bad-span', data: { start, end } })
    const issued = parseDay(document.signedOn ?? '')
    const on = issued ?? context.today
    const changes = changesFrom(fields, 'original', { issued, today: context.today })
    if (!changes.ok) return changes
    const { due, every, ...said } = changes.value

    const bodies = {
      lead: said.lead ?? [],
      coLead: said.coLead ?? [],
      coordinating: said.coordinating ?? [],
      recipients: said.recipients ?? [],
    }
    const [identified] = await identifyBodies(ports, [bodies], on, await ports.bodies.speaks(document.issuer), {
      on: context.today,
      had: [],
    })
    const [added] = await ports.tasks.add([
      {
        ...(identified ?? bodies),
        document: document.id,
        parent: null,
        origin: 'manual',
        state: 'proposed',
        kind: kindOf(every ?? null),
        title: fields.title,
        quote: marked ? document.text.slice(start, end) : fields.title,
        start: marked ? start : null,
        end: marked ? end : null,
        spans: { lead: [], coordinating: [], due: [], period: [], recipients: [] },
        corrections: [],
        openClass: said.openClass ?? false,
        due: due ?? { day: null, reason: 'original', rule: 'not-stated', words: null },
        every: every ?? null,
        periodWords: null,
        check: null,
        unsure: null,
      },
    ])
    if (added === undefined) throw new Error('the store added no task')
    ports.history.record({
      entity: 'task',
      id: added,
      verb: 'added',
      change: differenceOf({}, { document: document.id, ...fields }),
    })
    return ok({ id: added, version: 1 })
  },
})
