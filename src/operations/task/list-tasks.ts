import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { taskKinds, taskStates } from '../../kernel/task/task.ts'
import { isOfPast, narrowingFields, readNarrowing } from '../board/narrowing.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { limit } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { taskRow } from './views.ts'

/** Tasks by state, lateness, lead, document, due day, waiting and words; by due day or newest first; paged by key. */
export const taskList = operation({
  name: 'task.list',
  kind: 'query',
  shared: true,
  slow: (given, context) => isOfPast(given, context),
  access: 'signed-in',
  summary: { vi: 'Danh sách nhiệm vụ', en: 'List tasks' },
  input: z.strictObject({
    ...narrowingFields,
    state: z.enum(taskStates).optional().meta({
      description:
        'every task given out, when absent; the state at the end of the day asked about. Proposals are narrowed by document, kind and words alone',
    }),
    kind: z.enum(taskKinds).optional(),
    sort: z.enum(['due', 'newest']).optional(),
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
    const narrowing = readNarrowing(given, context)
    if (!narrowing.ok) return narrowing
    const after = pageKey(given.after, (given.sort ?? 'due') === 'due' ? 'day' : 'instant', context.language)
    if (!after.ok) return after
    const page = await ports.tasks.list({
      ...narrowing.value,
      state: given.state ?? null,
      kind: given.kind ?? null,
      sort: given.sort ?? 'due',
      after: after.value,
      limit: given.limit ?? 50,
    })
    return ok({ items: [...page.items], next: page.next, total: page.total })
  },
})
