import { z } from 'zod'
import { partKinds } from '../../kernel/organisation/plan.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { dayText, id, instantText } from '../values.ts'
import type { StoredPlan } from './ports.ts'

/** How a plan of succession is shown, and what may be said of one. */
export const bodyId = z.string().min(1).max(160)

const heirView = z.strictObject({
  id: bodyId,
  isNew: z.boolean().meta({ description: 'true: this plan makes the body' }),
  name: z.string(),
  abbreviation: z.string(),
  scope: z.string().meta({ description: 'the functions it takes; empty: all; «các chức năng còn lại»: what nobody else takes' }),
})
const partView = z.strictObject({ kind: z.enum(partKinds), from: z.array(bodyId), to: z.array(heirView) })

export const tallyView = z.strictObject({
  organisation: bodyId.nullable().meta({ description: 'null: nobody, or a name that is not in the register' }),
  name: z.string(),
  count: z.int(),
})
const outcomeView = z.strictObject({
  open: z.int().meta({ description: 'open tasks, the same before and after' }),
  before: z.array(tallyView),
  after: z.array(tallyView),
  routed: z.int(),
  duplicates: z.int(),
})

export const planView = z
  .strictObject({
    id,
    version: z.int(),
    state: z.enum(['draft', 'committed', 'undone']),
    name: z.string(),
    basis: z.string().meta({ description: 'the document that orders it' }),
    day: dayText.meta({ description: 'the effective day' }),
    known: z.boolean().meta({ description: 'its links are the register’s own: only work is routed' }),
    parts: z.array(partView),
    outcome: outcomeView.nullable().meta({ description: 'what was counted when it was committed; null: a draft' }),
    undone: z.strictObject({ on: dayText, basis: z.string() }).nullable(),
    createdBy: z.string().meta({ description: 'the id of who made it: he may delete it while it is a draft' }),
    changedBy: z.string().meta({ description: 'the name of who changed it last; an id when the name was erased' }),
    changedAt: instantText,
  })
  .meta({ id: 'SuccessionPlan' })
export type PlanView = z.infer<typeof planView>

/** @param changedBy the name of whom the plan names by id */
const viewOf = (plan: StoredPlan, changedBy: string): PlanView => ({
  id: plan.id,
  version: plan.version,
  state: plan.state,
  name: plan.name,
  basis: plan.basis,
  day: plan.day,
  known: plan.known,
  parts: plan.parts.map((part) => ({ kind: part.kind, from: [...part.from], to: part.to.map((heir) => ({ ...heir })) })),
  outcome:
    plan.outcome === null
      ? null
      : { ...plan.outcome, before: plan.outcome.before.map((one) => ({ ...one })), after: plan.outcome.after.map((one) => ({ ...one })) },
  undone: plan.undone,
  createdBy: plan.createdBy,
  changedBy,
  changedAt: plan.changedAt,
})

/** Plans as they are shown, with the names people have now. */
export async function shownPlans(ports: PeoplePorts, plans: readonly StoredPlan[]): Promise<PlanView[]> {
  const names = await ports.people.namesOf(plans.map((plan) => plan.changedBy))
  return plans.map((plan) => viewOf(plan, names.get(plan.changedBy) ?? plan.changedBy))
}

export const shownPlan = async (ports: PeoplePorts, plan: StoredPlan): Promise<PlanView> =>
  (await shownPlans(ports, [plan]))[0] ?? viewOf(plan, plan.changedBy)

/** What a person says of one receiving body: the id of one that is there, or the name of a new one. */
const heirInput = z.strictObject({
  id: bodyId.optional(),
  name: z.string().trim().min(2).max(300).optional().meta({ description: 'of a new body; absent: `id` is one of the register' }),
  abbreviation: z.string().trim().max(40).optional(),
  scope: z.string().trim().max(500).optional(),
})
const partInput = z.strictObject({
  kind: z.enum(partKinds),
  from: z.array(bodyId).max(500),
  to: z.array(heirInput).max(500),
})
export const planFields = {
  name: z.string().trim().min(3).max(300),
  basis: z.string().trim().min(3).max(300).meta({ description: 'số, ký hiệu of the document that orders it' }),
  day: dayText.meta({ description: 'the effective day' }),
  parts: z.array(partInput).max(200),
}
export type PartInput = z.infer<typeof partInput>
