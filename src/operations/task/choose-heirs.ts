import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import { heirsAt } from '../organisation/follow-organisation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'
import type { BodyView, TaskView } from './views.ts'

/**
 * A letter may name a body that is no more on the day its work is given out. One heir, or one that has the rest, has the work
 * without a word; where the heirs share it, a person says which. What the letter says stays in its sentence. [TSK-36]
 */
const heirView = z.strictObject({
  id,
  name: z.string(),
  scope: z.string().meta({ description: 'the functions or the territory that went to it; empty: all' }),
})
const endedView = z.strictObject({
  organisation: id.meta({ description: 'the lead that is no more' }),
  name: z.string(),
  holder: id.nullable().meta({ description: 'who has its work without a choice; null: nobody' }),
  heirs: z.array(heirView),
})
type Ended = z.infer<typeof endedView>

export const taskHeirs = operation({
  name: 'task.heirs',
  kind: 'query',
  access: ['clerk', 'office'],
  summary: { vi: 'Cơ quan kế thừa của cơ quan chủ trì đã kết thúc', en: 'Heirs of the leads that are no more' },
  input: z.strictObject({ id }),
  output: z.strictObject({ items: z.array(endedView) }),
  rest: { method: 'GET', path: '/tasks/{id}/heirs' },
  async run(ports: TaskPorts & OrganisationPorts, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    return task === null ? refuse(noTask(context)) : ok({ items: [...(await endedOf(ports, context, task))] })
  },
})

/** Puts the heirs that a person chose in place of a lead that is no more; of several each gets its part. [TSK-36] */
export const taskChooseHeirs = operation({
  name: 'task.choose-heirs',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Chọn cơ quan kế thừa để giao', en: 'Choose the heirs to give the work to' },
  input: z.strictObject({
    id,
    version,
    choices: z
      .array(z.strictObject({ organisation: id, heirs: z.array(id).min(1).max(100) }))
      .min(1)
      .max(200)
      .meta({ description: 'of each lead that is no more, who is to have the work' }),
  }),
  output: z.strictObject({ id, version: z.int(), bodies: z.int() }),
  rest: { method: 'POST', path: '/tasks/{id}/heirs' },
  async run(ports: TaskPorts & OrganisationPorts & HistoryPorts, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    if (task.version !== given.version) return refuse(await stale(ports, 'task', task.id))
    const chosen = chosenFrom(given.choices, await endedOf(ports, context, task))
    if (!chosen.ok) return chosen
    const lead = eachOnce(
      task.lead.flatMap((body) => (body.organisation === null ? undefined : chosen.value.get(body.organisation)) ?? [body]),
    )
    if (!(await ports.tasks.change(task.id, given.version, { lead }))) return refuse(await stale(ports, 'task', task.id))
    ports.history.record({ entity: 'task', id: task.id, verb: 'heirs-chosen', change: { lead: [task.lead, lead] } })
    return ok({ id: task.id, version: given.version + 1, bodies: lead.length })
  },
})

type Choices = readonly { readonly organisation: string; readonly heirs: readonly string[] }[]

/** The heirs in place of each lead, as the register calls them. Refuses `not-an-heir`: a body that no succession leads to. */
function chosenFrom(choices: Choices, ended: readonly Ended[]): Result<ReadonlyMap<string, readonly BodyView[]>, Refusal> {
  const chosen = new Map<string, readonly BodyView[]>()
  for (const { organisation, heirs } of choices) {
    const lead = ended.find((one) => one.organisation === organisation)
    if (lead === undefined) return refuse({ code: 'lead-not-ended', data: { name: organisation } })
    const known = lead.heirs.filter((one) => heirs.includes(one.id))
    const stranger = heirs.find((one) => !known.some((heir) => heir.id === one))
    if (stranger !== undefined) return refuse({ code: 'not-an-heir', data: { name: stranger, of: lead.name } })
    chosen.set(
      organisation,
      known.map(({ id: heir, name }) => ({ name, organisation: heir, isClass: false })),
    )
  }
  return ok(chosen)
}

/** Two that ended may have one heir; it is charged once. [TSK-26] */
const eachOnce = (bodies: readonly BodyView[]): readonly BodyView[] =>
  bodies.filter((body, i) => body.organisation === null || bodies.findIndex((one) => one.organisation === body.organisation) === i)

const endedOf = (ports: OrganisationPorts, { today }: Context, { endedLeads }: TaskView): Promise<readonly Ended[]> =>
  Promise.all(
    endedLeads.map(async ({ organisation, name, holder }) => {
      const own = await ports.organisations.get(organisation, today)
      const heirs = own === null ? [] : await heirsAt(ports, own, today, 'forward', '')
      return {
        organisation,
        name,
        holder: holder?.id ?? null,
        heirs: heirs.map((heir) => ({ id: heir.id, name: heir.name, scope: heir.scope })),
      }
    }),
  )
