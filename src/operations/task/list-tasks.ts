import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { latenesses } from '../../kernel/task/lateness.ts'
import { taskKinds, taskStates } from '../../kernel/task/task.ts'
import { operation } from '../operation.ts'
import { dayText, id, limit, toDay } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { taskRow } from './views.ts'

/** Tasks by state, lateness, lead, document and words; by due day or newest first; paged by key. */
export const taskList = operation({
  name: 'task.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Danh sách nhiệm vụ', en: 'List tasks' },
  input: z.strictObject({
    state: z.enum(taskStates).optional().meta({ description: 'every task given out, when absent' }),
    lateness: z.enum(latenesses).optional(),
    kind: z.enum(taskKinds).optional(),
    lead: z.string().max(300).optional().meta({ description: 'name of the lead' }),
    document: id.optional(),
    q: z.string().max(200).optional().meta({ description: 'words of the title, the sentence, the code or the number; marks or not' }),
    sort: z.enum(['due', 'newest']).optional(),
    on: dayText.optional().meta({ description: 'lateness as of this day; today when absent' }),
    after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({
    items: z.array(taskRow),
    next: z.string().nullable(),
    total: z.int().meta({ description: 'all that match, on every page' }),
  }),
  rest: { method: 'GET', path: '/tasks' },
  async run(ports: TaskPorts, context, given) {
    const on = given.on === undefined ? context.today : toDay(given.on)
    if (on === null) return refuse({ code: 'bad-day', data: { value: given.on ?? '' } })
    const page = await ports.tasks.list({
      state: given.state ?? null,
      lateness: given.lateness ?? null,
      kind: given.kind ?? null,
      lead: given.lead ?? null,
      document: given.document ?? null,
      q: given.q ?? null,
      sort: given.sort ?? 'due',
      after: given.after ?? null,
      limit: given.limit ?? 50,
      on,
    })
    return ok({ items: [...page.items], next: page.next, total: page.total })
  },
})
