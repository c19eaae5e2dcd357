import { z } from 'zod'
import { fold } from '../../base/fold.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { PlanDraft, PlanHeir, PlanPart, SuccessionPorts } from './ports.ts'
import { faultIn, noPlan, notDraft, seesAll } from './refusals.ts'
import { type PartInput, planFields, planView, shownPlan } from './views.ts'

/** A draft of what a document orders of bodies: nothing happens until it is committed. */
export const successionPlan = operation({
  name: 'succession.plan',
  kind: 'command',
  access: ['administrator', 'office', 'leader'],
  summary: { vi: 'Lập phương án sáp nhập, chia tách, đổi tên, giải thể', en: 'Draft a merger, split, renaming or dissolution' },
  input: z.strictObject(planFields),
  output: planView,
  rest: { method: 'POST', path: '/successions' },
  async run(ports: SuccessionPorts & PeoplePorts & OrganisationPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const draft = await drafted(ports, given, [], false)
    if (!draft.ok) return draft
    const fault = await faultIn(ports, context, draft.value)
    if (fault !== null) return refuse(fault)
    const planned = await ports.successions.add(draft.value)
    ports.history.record({
      entity: 'succession',
      id: planned,
      verb: 'planned',
      change: { name: [null, given.name], basis: [null, given.basis] },
    })
    const plan = await ports.successions.get(planned)
    return plan === null ? refuse(noPlan(context)) : ok(await shownPlan(ports, plan))
  },
})

/** The draft as it should be: all of it is said anew; a body that it already makes keeps its id. */
export const successionCorrect = operation({
  name: 'succession.correct',
  kind: 'command',
  access: ['administrator', 'office', 'leader'],
  summary: { vi: 'Sửa phương án kế thừa khi còn dự thảo', en: 'Correct a draft succession' },
  input: z.strictObject({ id, version, ...planFields }),
  output: planView,
  rest: { method: 'PUT', path: '/successions/{id}' },
  async run(ports: SuccessionPorts & PeoplePorts & OrganisationPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const before = await ports.successions.get(given.id)
    if (before === null) return refuse(noPlan(context))
    if (before.state !== 'draft') return refuse(notDraft(context, before))
    const heirs = before.parts.flatMap((part) => part.to)
    const draft = await drafted(ports, given, heirs, before.known)
    if (!draft.ok) return draft
    // what the register says is not this plan's to change
    const to = before.known ? { ...draft.value, day: before.day, parts: before.parts } : draft.value
    const fault = await faultIn(ports, context, to)
    if (fault !== null) return refuse(fault)
    if (!(await ports.successions.change(before.id, given.version, to))) return refuse(await stale(ports, 'succession', before.id))
    ports.history.record({
      entity: 'succession',
      id: before.id,
      verb: 'corrected',
      change: { name: [before.name, to.name], basis: [before.basis, to.basis], day: [before.day, to.day] },
    })
    const plan = await ports.successions.get(before.id)
    return plan === null ? refuse(noPlan(context)) : ok(await shownPlan(ports, plan))
  },
})

type Given = { readonly name: string; readonly basis: string; readonly day: string; readonly parts: readonly PartInput[] }

async function drafted(
  ports: SuccessionPorts & OrganisationPorts,
  given: Given,
  made: readonly PlanHeir[],
  known: boolean,
): Promise<Result<PlanDraft, Refusal>> {
  const on = parseDay(given.day)
  if (on === null) return refuse({ code: 'bad-day', data: { value: given.day } })
  const parts: PlanPart[] = []
  for (const part of given.parts) {
    const to: PlanHeir[] = []
    for (const heir of part.to) {
      const meant = await heirOf(ports, heir, on, made)
      if (meant === null) return refuse({ code: 'missing-parameter', data: { name: 'to' } })
      to.push(meant)
    }
    parts.push({ kind: part.kind, from: [...new Set(part.from)], to })
  }
  return ok({ name: given.name, basis: given.basis, day: on, parts, known })
}

async function heirOf(
  ports: SuccessionPorts & OrganisationPorts,
  given: PartInput['to'][number],
  on: Day,
  made: readonly PlanHeir[],
): Promise<PlanHeir | null> {
  const scope = given.scope ?? ''
  if (given.name !== undefined) {
    const before = made.find((one) => one.isNew && one.id === given.id)
    const newId = before?.id ?? `${fold(given.name).replaceAll(' ', '-').slice(0, 50)}-${on}-${ports.successions.newEnding()}`
    return { id: newId, isNew: true, name: given.name, abbreviation: given.abbreviation ?? '', scope }
  }
  if (given.id === undefined) return null
  const one = await ports.organisations.get(given.id, on)
  return { id: given.id, isNew: false, name: one?.name ?? given.id, abbreviation: one?.abbreviation ?? '', scope }
}
