import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { dutiesWith } from '../../kernel/access/access.ts'
import type { Who } from '../../kernel/access/who.ts'
import { sidesOf, speaksOfWork } from '../../kernel/task/life.ts'
import { operation } from '../operation.ts'
import type { TaskFilter, TaskPorts } from '../task/ports.ts'
import { taskRow } from '../task/views.ts'
import { asOf, everything } from './ports.ts'

/** What may wait for somebody, the most pressing first. */
export const queues = [
  'escalated',
  'claimed',
  'extension',
  'disputed',
  'returned',
  'acknowledge',
  'overdue',
  'due-soon',
  'helping',
  'proposed',
] as const
export type Queue = (typeof queues)[number]

type Asks = Partial<Pick<TaskFilter, 'state' | 'lateness' | 'waiting' | 'returned' | 'helping'>>

/** Decisions are the centre's; the rest is work of the bodies one serves, or, for the centre, everybody's. */
const asks: Readonly<Record<Queue, Asks>> = {
  escalated: { waiting: 'escalated' },
  claimed: { waiting: 'claimed' },
  extension: { waiting: 'extension' },
  disputed: { waiting: 'disputed' },
  returned: { returned: true },
  acknowledge: { state: 'assigned', lateness: 'in-force' },
  overdue: { lateness: 'overdue' },
  'due-soon': { lateness: 'due-soon' },
  helping: { helping: true },
  proposed: { state: 'proposed' },
}

const queueView = z.strictObject({
  queue: z.enum(queues),
  mine: z.boolean().meta({ description: 'true: of work that a body of whoever asks leads or, of `helping`, has a part in' }),
  total: z.int(),
  items: z.array(taskRow),
})

/** What waits for whoever asks: what he must take up, report on or mend; of the centre, what it must decide. [BRD-12] */
export const workShow = operation({
  name: 'work.show',
  kind: 'query',
  shared: true,
  access: 'signed-in',
  summary: { vi: 'Việc đang chờ tôi', en: 'What waits for me' },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).optional().meta({ description: 'of each queue; 5 when absent' }) }),
  output: z.strictObject({
    queues: z.array(queueView),
  }),
  rest: { method: 'GET', path: '/work' },
  async run(ports: TaskPorts, context, given) {
    const asked = queuesOf(context.who)
    const lists = await ports.tasks.lists(
      asOf(context.today, context.today),
      asked.map(({ queue, mine }) => ({
        ...everything,
        state: null,
        kind: null,
        sort: 'due',
        after: null,
        limit: given.limit ?? 5,
        ...asks[queue],
        bodies: mine ? context.who.bodies : null,
      })),
    )
    const found = asked.flatMap(({ queue, mine }, i) => {
      const { items = [], total = 0 } = lists[i] ?? {}
      return total > 0 ? [{ queue, mine, total, items: [...items] }] : []
    })
    return ok({ queues: found })
  },
})

/** What only whoever does the work can mend. */
const OWN: readonly Queue[] = ['returned', 'acknowledge']
const LATE: readonly Queue[] = ['overdue', 'due-soon']

/** Late work of everybody is the centre's to press for; of a department, its own. */
function queuesOf(who: Who): readonly { readonly queue: Queue; readonly mine: boolean }[] {
  const sides = sidesOf(who, { lead: null, coordinators: [] })
  const decides = sides.has('assigner')
  const serves = who.bodies.length > 0
  const his: readonly (readonly [readonly Queue[], boolean, boolean])[] = [
    [['escalated'], sides.has('leader'), false],
    [['claimed', 'extension', 'disputed'], decides, false],
    // who checks what was read of a letter, and who gives its work out
    [['proposed'], decides || dutiesWith(who, ['clerk']).some((duty) => duty.central), false],
    [OWN, serves && speaksOfWork(who), true],
    [['helping'], serves && speaksOfWork(who) && !decides, true],
    [LATE, decides || serves, !decides],
  ]
  return queues.flatMap((queue) => his.flatMap(([of, has, mine]) => (has && of.includes(queue) ? [{ queue, mine }] : [])))
}
