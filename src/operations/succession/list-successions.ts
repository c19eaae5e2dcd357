import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { id, limit } from '../values.ts'
import type { SuccessionPorts } from './ports.ts'
import { noPlan, seesAll } from './refusals.ts'
import { bodyId, planView, shownPlan, shownPlans } from './views.ts'
import { bornLeading, MOST_SAID, workOfBorn } from './work-of-born.ts'

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

const bornView = z.strictObject({ task: id, code: z.string(), title: z.string(), lead: z.string(), sources: z.array(bodyId) }).meta({
  description:
    'open work that a body made by this plan leads, and the bodies that one came of: undone, it goes back to one of them; at most 1000',
})
const bornOf = z.strictObject({ body: bodyId, name: z.string(), count: z.int(), sources: z.array(bodyId) }).meta({
  description: 'a body made by this plan, how much open work it leads, and the bodies it came of',
})

export const successionGet = operation({
  name: 'succession.get',
  kind: 'query',
  access: readers,
  summary: { vi: 'Một phương án kế thừa', en: 'One succession plan' },
  input: z.strictObject({ id }),
  output: planView.extend({ born: z.array(bornView), bornOf: z.array(bornOf) }),
  rest: { method: 'GET', path: '/successions/{id}' },
  async run(ports: SuccessionPorts & PeoplePorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const plan = await ports.successions.get(given.id)
    if (plan === null) return refuse(noPlan(context))
    const born = (await workOfBorn(ports, plan, MOST_SAID)).map(({ task: { id: task, code, title, leadName }, sources }) => {
      return { task, code, title, lead: leadName, sources: [...sources] }
    })
    const leading = (await bornLeading(ports, plan)).map((one) => ({ ...one, sources: [...one.sources] }))
    return ok({ ...(await shownPlan(ports, plan)), born, bornOf: leading })
  },
})
