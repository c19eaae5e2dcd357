import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, refuse } from '../../base/result.ts'
import { holders, type Succession } from '../../kernel/organisation/holder.ts'
import { nameBackFault } from '../../kernel/organisation/names.ts'
import { RETURN } from '../../kernel/organisation/undone.ts'
import { type Day, formatDay } from '../../kernel/period/day.ts'
import { holdsOn } from '../../kernel/period/span.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { dayOr } from '../day-or.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { dayText, id } from '../values.ts'
import type { StoredPlan, SuccessionPorts } from './ports.ts'
import { noPlan, notDraft, seesAll } from './refusals.ts'
import { nameIn } from './rehearsal.ts'
import { bodyId, planView, shownPlan } from './views.ts'
import { EVERYTHING, helpBack, MOST_SAID, movesBack, namesBack, workOfBorn } from './work-of-born.ts'

/**
 * A counter-entry: from a day on the plan no longer stands, and what was between stays as it was. Nothing is taken away. [ORG-9]
 * What was given to a body that the plan made goes back with it: to the one it came of, or to whom a person says; its help to all it came of. [ORG-22] [ORG-23]
 * Refused while others were built upon it, or while work would be left with nobody to have it.
 */
export const successionUndo = operation({
  name: 'succession.undo',
  kind: 'command',
  access: ['leader'],
  summary: { vi: 'Hủy bỏ một phương án kế thừa đã thực hiện', en: 'Undo a succession by a counter-entry' },
  input: z.strictObject({
    id,
    basis: z.string().trim().min(3).max(300).meta({ description: 'the document that orders it' }),
    on: dayText.optional().meta({ description: 'from this day; today when absent; not before the effective day' }),
    back: z
      .array(z.strictObject({ task: id, to: bodyId }))
      .max(MOST_SAID)
      .optional()
      .meta({ description: 'of work given to a body that came of several: to which of them it goes' }),
    rest: z
      .array(z.strictObject({ body: bodyId, to: bodyId }))
      .max(500)
      .optional()
      .meta({ description: 'of a body that came of several: to which of them all its work goes that `back` does not name' }),
  }),
  output: planView,
  rest: { method: 'POST', path: '/successions/{id}/undo' },
  async run(ports: SuccessionPorts & PeoplePorts & OrganisationPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    await ports.successions.alone()
    const plan = await ports.successions.get(given.id)
    if (plan === null) return refuse(noPlan(context))
    if (plan.state !== 'committed') return refuse(notDraft(context, plan))
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    if (on.value < plan.day) {
      return refuse({ code: 'succession-undo-early', data: { on: formatDay(on.value), day: formatDay(plan.day) } })
    }
    if (on.value > context.today) return refuse({ code: 'succession-day-ahead', data: { day: formatDay(on.value) } })
    const later = await builtUpon(ports, plan, on.value)
    if (later !== null) return refuse({ code: 'succession-built-upon', data: { name: await nameIn(ports, plan, later) } })
    const met = await namesMet(ports, plan, on.value)
    if (met !== null) return refuse(met)
    const without = await nobodys(ports, context.today)
    const tasks = await ports.successions.takeBack(plan, on.value)
    const born = await workOfBorn(ports, plan, EVERYTHING)
    const names = await namesBack(ports, on.value)
    const moves = movesBack(born, { back: given.back ?? [], rest: given.rest ?? [] }, names)
    const moved = new Set(moves.map((move) => move.task))
    const unsaid = born.filter(({ task }) => !moved.has(task.id))
    if (unsaid.length > 0) {
      const codes = unsaid.map(({ task }) => task.code)
      return refuse({ code: 'succession-back-unsaid', data: { count: codes.length, tasks: codes.slice(0, 20).join(', ') } })
    }
    await ports.successions.handBack(plan, on.value, moves)
    const helped = await ports.successions.handBackHelp(plan, on.value, helpBack(plan, names))
    await ports.successions.undo(plan.id, on.value, given.basis)
    await ports.successions.settle()
    const left = (await nobodys(ports, context.today)) - without
    if (left > 0) return refuse({ code: 'succession-left-without', data: { count: left } })
    ports.history.record({
      entity: 'succession',
      id: plan.id,
      verb: 'undone',
      change: { name: plan.name, basis: given.basis, on: on.value, tasks: tasks.length + moves.length },
    })
    const why = { day: on.value, basis: given.basis }
    const leadOf = new Map(born.map(({ task }) => [task.id, task.lead]))
    const said = [
      ...tasks.map((task) => ({ id: task, verb: 'given-back', change: why })),
      ...moves.map(({ task, to }) => ({ id: task, verb: 'given-back', change: { lead: [leadOf.get(task) ?? null, to], ...why } })),
      ...helped.map((task) => ({ id: task, verb: 'help-given-back', change: why })),
    ]
    for (const one of said) ports.history.record({ entity: 'task', ...one })
    const done = await ports.successions.get(plan.id)
    return done === null ? refuse(noPlan(context)) : ok(await shownPlan(ports, done))
  },
})

/** A body of the plan that a later succession, standing on that day or after it, leads from or to; null: none. */
async function builtUpon(ports: SuccessionPorts, plan: StoredPlan, on: Day): Promise<string | null> {
  if (plan.known) return null
  const { links } = await ports.successions.state()
  const own = new Set(plan.parts.flatMap((part) => [...part.from, ...part.to.filter((heir) => heir.isNew).map((heir) => heir.id)]))
  // one that was undone later than this day stood on it, and would stand there on nothing [ORG-24]
  const stands = (link: Succession): boolean =>
    link.kind !== RETURN && (link.undone === null || (link.undone > on && link.undone !== link.at))
  const later = links.filter((link) => link.plan !== plan.id && link.origin === 'node' && link.at >= plan.day && stands(link))
  return later.flatMap((link) => [link.from, ...(link.to === null ? [] : [link.to])]).find((body) => own.has(body)) ?? null
}

/** Two would bear one name once it is undone: a letter that says it would mean neither. [ORG-27] */
async function namesMet(ports: SuccessionPorts, plan: StoredPlan, on: Day): Promise<Refusal | null> {
  if (plan.known) return null
  const { bodies, links } = await ports.successions.state()
  const borne = await ports.successions.namesFrom(on)
  const back = plan.parts.filter((part) => part.kind !== 'transfer').flatMap((part) => part.from)
  const made = new Set(plan.parts.flatMap((part) => part.to.filter((heir) => heir.isNew).map((heir) => heir.id)))
  const fault = nameBackFault(
    back,
    { ended: plan.day, again: on },
    borne,
    bodies.map((body) => (made.has(body.id) ? { ...body, to: on } : body)),
    links.map((link) => (link.plan === plan.id ? { ...link, undone: on } : link)),
  )
  if (fault === null) return null
  const name = borne.find((one) => one.body === fault.body)?.name ?? fault.body
  return { code: 'succession-name-back', data: { name, on: formatDay(on), day: formatDay(fault.day) } }
}

/** How much open work nobody holds by default on a day. */
async function nobodys(ports: SuccessionPorts, on: Day): Promise<number> {
  const { bodies, links } = await ports.successions.state()
  const held = new Map(
    holders(bodies, links)
      .filter((span) => holdsOn(span, on))
      .map((span) => [span.organisation, span.holder]),
  )
  const open = await ports.successions.openByLead()
  return open.reduce(
    (sum, { organisation, count }) => (organisation !== null && (held.get(organisation) ?? null) === null ? sum + count : sum),
    0,
  )
}
