import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { roles } from '../../kernel/access/role.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { isUuid, noKey } from '../page-key.ts'
import { id, limit } from '../values.ts'
import type { StoredPlan, SuccessionPorts } from './ports.ts'
import { noPlan, notDraft, seesAll } from './refusals.ts'
import { nameIn, type Rehearsal, rehearse } from './rehearsal.ts'
import { bodyId, tallyView } from './views.ts'

const taskWay = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  lead: z.string().meta({ description: 'as the directive names it' }),
  from: z.string().meta({ description: 'who holds it before' }),
  to: bodyId.nullable().meta({ description: 'null: a person must say' }),
  toName: z.string(),
  ground: z.enum(['whole', 'scope', 'rest', 'person', 'undecided']),
  words: z.string().meta({ description: 'the function that the task names' }),
})
type TaskWay = z.infer<typeof taskWay>
const output = z.strictObject({
  open: z.int(),
  moving: z.int(),
  undecided: z.int(),
  duplicates: z.int().meta({ description: 'where the lead meets its own coordinator in one heir' }),
  before: z.array(tallyView),
  after: z.array(tallyView),
  tasks: z.array(taskWay),
  next: z.string().nullable(),
  duties: z
    .array(
      z.strictObject({
        from: z.string(),
        role: z.enum(roles),
        count: z.int(),
        to: bodyId.nullable(),
        toName: z.string(),
        toCentre: z.boolean().meta({
          description: 'true: the committee or its office takes them in; they have the work they bring, until a duty is given there',
        }),
      }),
    )
    .meta({ description: 'duties that people hold on the day or later, for a body that ends' }),
  slots: z.array(z.never()).meta({ description: 'report slots: none are kept yet' }),
})

export type RehearsalView = z.infer<typeof output>

/** Shows where each piece of open work, each duty and each report slot would go. Nothing is written. */
export const successionRehearse = operation({
  name: 'succession.rehearse',
  kind: 'query',
  access: ['administrator', 'office', 'leader', 'auditor'],
  summary: { vi: 'Diễn tập: việc nào, người nào về đâu', en: 'Rehearse: where each task and person goes' },
  input: z.strictObject({
    id,
    only: z
      .enum(['undecided', 'piece'])
      .optional()
      .meta({ description: 'undecided: what a person must say; piece: what is decided one by one' }),
    after: id.optional(),
    limit: limit.optional(),
  }),
  output,
  rest: { method: 'GET', path: '/successions/{id}/rehearsal' },
  async run(ports: SuccessionPorts & OrganisationPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    if (given.after !== undefined && !isUuid(given.after)) return refuse(noKey(context.language))
    const plan = await ports.successions.get(given.id)
    if (plan === null) return refuse(noPlan(context))
    if (plan.state !== 'draft') return refuse(notDraft(context, plan))
    const shown = await rehearse(ports, plan)
    const page = await pageOf(ports, plan, shown, given.only ?? null, given.after ?? null, given.limit ?? 100)
    return ok({
      open: shown.open,
      moving: shown.moving,
      undecided: shown.undecided,
      duplicates: shown.duplicates,
      before: shown.before.map((one) => ({ ...one })),
      after: shown.after.map((one) => ({ ...one })),
      ...page,
      duties: await dutiesOf(ports, plan, shown),
      slots: [],
    })
  },
})

type Ports = SuccessionPorts & OrganisationPorts

async function pageOf(
  ports: Ports,
  plan: StoredPlan,
  shown: Rehearsal,
  only: 'undecided' | 'piece' | null,
  after: string | null,
  size: number,
): Promise<{ tasks: TaskWay[]; next: string | null }> {
  const pieces = new Map(shown.pieces.map((one) => [one.task.id, one]))
  const found =
    only !== null
      ? shown.pieces.filter((one) => (only === 'piece' || one.way.to === null) && (after === null || one.task.id > after))
      : (await ports.successions.openOf(plan.id, [...shown.wholeLeads, ...pieceLeads(shown)], after, size + 1)).flatMap((task) => {
          const from = shown.holderBefore(task.lead)
          return (
            pieces.get(task.id) ??
            (from === null ? [] : { task, from, way: { to: shown.holderAfter(task.lead), ground: 'whole' as const, words: '' } })
          )
        })
  const items = found.slice(0, size)
  const tasks = await Promise.all(
    items.map(async ({ task, from, way }) => ({
      id: task.id,
      code: task.code,
      title: task.title,
      lead: task.leadName,
      from: await nameIn(ports, plan, from),
      to: way.to,
      toName: way.to === null ? '' : await nameIn(ports, plan, way.to),
      ground: way.to === null ? ('undecided' as const) : way.ground,
      words: way.words,
    })),
  )
  return { tasks, next: found.length > size ? (items.at(-1)?.task.id ?? null) : null }
}

const pieceLeads = (shown: Rehearsal): readonly string[] => [...new Set(shown.pieces.map(({ task }) => task.lead))]

/** A duty goes where the body's work goes by default; where functions are split, a person must say. [ORG-20] */
async function dutiesOf(ports: Ports, plan: StoredPlan, shown: Rehearsal): Promise<z.infer<typeof output>['duties']> {
  const found: z.infer<typeof output>['duties'] = []
  for (const { organisation, role, count } of await ports.successions.dutiesFrom(plan.day)) {
    const was = shown.holderBefore(organisation)
    const becomes = shown.holderAfter(organisation)
    const known = roles.find((one) => one === role)
    if (was === becomes || known === undefined) continue
    found.push({
      from: await nameIn(ports, plan, organisation),
      role: known,
      count,
      to: becomes,
      toName: becomes === null ? '' : await nameIn(ports, plan, becomes),
      toCentre:
        becomes !== null && !(await ports.organisations.isCentre(organisation, plan.day)) && (await becomesCentre(ports, plan, becomes)),
    })
  }
  return found
}

/** Whether a body is the centre once the plan is done: it is now, or the plan merges or renames the centre into it. [ACC-23] */
async function becomesCentre(ports: Ports, plan: StoredPlan, id: string): Promise<boolean> {
  if (await ports.organisations.isCentre(id, plan.day)) return true
  const sources = plan.parts
    .filter(({ kind, to }) => (kind === 'merge' || kind === 'rename') && to.some((heir) => heir.id === id))
    .flatMap((part) => part.from)
  return (await Promise.all(sources.map((source) => ports.organisations.isCentre(source, plan.day)))).includes(true)
}
