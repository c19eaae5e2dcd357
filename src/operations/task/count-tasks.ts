import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { isOfPast } from '../board/narrowing.ts'
import { asOf } from '../board/ports.ts'
import { operation } from '../operation.ts'
import { dayText } from '../values.ts'
import type { TaskPorts } from './ports.ts'

/** How many assigned tasks stand in each class of lateness on a day. The classes add up to the total. */
export const taskCounts = operation({
  name: 'task.counts',
  kind: 'query',
  shared: true,
  slow: (given, context) => isOfPast(given, context),
  access: 'signed-in',
  summary: { vi: 'Số nhiệm vụ theo tình trạng hạn', en: 'Tasks by lateness' },
  input: z.strictObject({ on: dayText.optional() }),
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
    const on = given.on === undefined ? context.today : parseDay(given.on)
    if (on === null) return refuse({ code: 'bad-day', data: { value: given.on ?? '' } })
    const counts = await ports.tasks.counts(asOf(on, context.today))
    return ok({ total: counts.total, byLateness: { ...counts.byLateness }, leads: [...counts.leads] })
  },
})
