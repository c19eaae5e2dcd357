import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { id, limit } from '../values.ts'
import type { SuccessionPorts } from './ports.ts'
import { noPlan, seesAll } from './refusals.ts'
import { planView, shownPlan, shownPlans } from './views.ts'

const readers = ['administrator', 'office', 'leader', 'auditor'] as const

/** Plans, newest first. */
export const successionList = operation({
  name: 'succession.list',
  kind: 'query',
  access: readers,
  summary: { vi: 'Danh sách phương án kế thừa', en: 'List succession plans' },
  input: z.strictObject({ after: z.string().max(400).optional(), limit: limit.optional() }),
  output: z.strictObject({ items: z.array(planView), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/successions' },
  async run(ports: SuccessionPorts & PeoplePorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const after = pageKey(given.after, 'instant', context.language)
    if (!after.ok) return after
    const page = await ports.successions.list(after.value, given.limit ?? 50)
    return ok({ items: await shownPlans(ports, page.items), next: page.next })
  },
})

export const successionGet = operation({
  name: 'succession.get',
  kind: 'query',
  access: readers,
  summary: { vi: 'Một phương án kế thừa', en: 'One succession plan' },
  input: z.strictObject({ id }),
  output: planView,
  rest: { method: 'GET', path: '/successions/{id}' },
  async run(ports: SuccessionPorts & PeoplePorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const plan = await ports.successions.get(given.id)
    return plan === null ? refuse(noPlan(context)) : ok(await shownPlan(ports, plan))
  },
})
