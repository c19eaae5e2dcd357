import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { formatDay } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { NewBody, Outcome, StoredPlan, SuccessionPorts } from './ports.ts'
import { faultIn, noPlan, notDraft, seesAll } from './refusals.ts'
import { nameIn, rehearse } from './rehearsal.ts'
import { planView, shownPlan } from './views.ts'

/**
 * Does what a plan says, in one transaction: bodies and links are added, work of split bodies is handed on piece by piece,
 * and who holds what is computed anew. No row that was there is changed but the last day of a lead handed on. [ORG-12]
 *
 * Asked twice for one version it is done once. [ORG-15]
 */
export const successionCommit = operation({
  name: 'succession.commit',
  kind: 'command',
  access: ['leader'],
  summary: { vi: 'Thực hiện phương án kế thừa', en: 'Commit a succession' },
  input: z.strictObject({ id, version }),
  output: planView,
  rest: { method: 'POST', path: '/successions/{id}/commit' },
  async run(ports: SuccessionPorts & PeoplePorts & OrganisationPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    await ports.successions.alone()
    const plan = await ports.successions.get(given.id)
    if (plan === null) return refuse(noPlan(context))
    if (plan.state === 'committed' && plan.committedVersion === given.version) return ok(await shownPlan(ports, plan))
    if (plan.state !== 'draft') return refuse(notDraft(context, plan))
    if (plan.version !== given.version) return refuse(await stale(ports, 'succession', plan.id))
    if (plan.parts.length === 0) return refuse({ code: 'succession-empty' })
    // who leads a task is what he is today: a day that has not come changes nothing yet
    if (plan.day > context.today) return refuse({ code: 'succession-day-ahead', data: { day: formatDay(plan.day) } })
    const fault = await faultIn(ports, context, plan)
    if (fault !== null) return refuse(fault)
    const { open, before, after, routed, duplicates, undecided, pieces } = await rehearse(ports, plan)
    if (undecided > 0) return refuse({ code: 'succession-undecided', data: { count: undecided } })

    if (!plan.known) await ports.successions.write(plan, newBodies(plan))
    const moves = await Promise.all(
      pieces.flatMap(({ task, from, way: { to } }) =>
        to === null || to === from ? [] : [nameIn(ports, plan, to).then((name) => ({ task: task.id, to, name }))],
      ),
    )
    await ports.successions.giveOver(plan, moves)
    const outcome: Outcome = { open, before, after, routed, duplicates }
    await ports.successions.markCommitted(plan, outcome)
    await ports.successions.settle()
    ports.history.record({
      entity: 'succession',
      id: plan.id,
      verb: 'committed',
      change: { name: plan.name, basis: plan.basis, day: plan.day, parts: plan.parts, outcome },
    })
    for (const { task, from, way } of pieces) {
      if (way.to === null || way.to === from) continue
      ports.history.record({
        entity: 'task',
        id: task.id,
        verb: 'handed-on',
        change: { lead: [from, way.to], day: plan.day, basis: plan.basis, ground: way.ground, words: way.words },
      })
    }
    const done = await ports.successions.get(plan.id)
    return done === null ? refuse(noPlan(context)) : ok(await shownPlan(ports, done))
  },
})

/** Each body that the plan makes, once, like the first of those it comes from. */
function newBodies(plan: StoredPlan): readonly NewBody[] {
  const made = plan.parts.flatMap((part) =>
    part.to.flatMap((heir) => {
      const [like] = part.from
      return heir.isNew && like !== undefined ? [{ id: heir.id, like, name: heir.name, abbreviation: heir.abbreviation }] : []
    }),
  )
  return [...new Map(made.map((one) => [one.id, one])).values()]
}
