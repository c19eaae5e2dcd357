import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { latenesses } from '../../kernel/task/lateness.ts'
import { taskKinds, taskStates } from '../../kernel/task/task.ts'
import { isOfPast, narrowingFields, readNarrowing } from '../board/narrowing.ts'
import { operation } from '../operation.ts'
import type { TaskPorts } from './ports.ts'

const { lateness: _, ...narrowing } = narrowingFields

/**
 * How many assigned tasks stand in each class of lateness on a day, of all or of what is left by the conditions of the list.
 * The classes add up to the total. [TSK-13] [PAG-23]
 *
 * @cost of all: one pass, and the kept sums; narrowed: a count for each class, as the list itself counts
 */
export const taskCounts = operation({
  name: 'task.counts',
  kind: 'query',
  shared: true,
  slow: (given, context) => isOfPast(given, context),
  access: 'signed-in',
  summary: { vi: 'Số nhiệm vụ theo tình trạng hạn', en: 'Tasks by lateness' },
  input: z.strictObject({ ...narrowing, state: z.enum(taskStates).optional(), kind: z.enum(taskKinds).optional() }),
  output: z.strictObject({
    total: z.int(),
    byLateness: z.strictObject({
      overdue: z.int(),
      'due-soon': z.int(),
      'in-time': z.int(),
      'done-on-time': z.int(),
      'done-late': z.int(),
      'no-due': z.int(),
    }),
    leads: z.array(z.string()).meta({ description: 'every body that leads an assigned task, in Vietnamese order' }),
  }),
  rest: { method: 'GET', path: '/tasks/counts' },
  async run(ports: TaskPorts, context, given) {
    const asked = readNarrowing(given, context)
    if (!asked.ok) return asked
    const { on, past } = asked.value
    const counts = await ports.tasks.counts({ on, past })
    const { on: _day, ...conditions } = given
    if (Object.values(conditions).every((one) => one === undefined))
      return ok({ total: counts.total, byLateness: { ...counts.byLateness }, leads: [...counts.leads] })
    const besides = { ...asked.value, state: given.state ?? null, kind: given.kind ?? null, sort: 'due' as const, after: null, limit: 1 }
    const pages = await ports.tasks.lists(
      { on, past },
      latenesses.map((lateness) => ({ ...besides, lateness })),
    )
    const count = (of: (typeof latenesses)[number]): number => pages[latenesses.indexOf(of)]?.total ?? 0
    const byLateness = {
      overdue: count('overdue'),
      'due-soon': count('due-soon'),
      'in-time': count('in-time'),
      'done-on-time': count('done-on-time'),
      'done-late': count('done-late'),
      'no-due': count('no-due'),
    }
    return ok({ total: pages.reduce((sum, page) => sum + page.total, 0), byLateness, leads: [...counts.leads] })
  },
})
