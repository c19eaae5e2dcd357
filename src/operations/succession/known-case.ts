import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { type PartKind, partKinds } from '../../kernel/organisation/plan.ts'
import { formatDay, parseDay } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts, StoredOrganisation } from '../organisation/ports.ts'
import { dayText } from '../values.ts'
import type { PlanHeir, PlanPart, SuccessionPorts } from './ports.ts'
import { noPlan, seesAll } from './refusals.ts'
import { planView, shownPlan } from './views.ts'

/**
 * A plan made of what the register already says happened to this locality's bodies on a day: Đà Nẵng on 1-3-2025 and on
 * 1-7-2025. The heirs stand in the register; committing it only hands on, piece by piece, the work of bodies that were split. [ORG-16]
 */
export const successionKnown = operation({
  name: 'succession.known',
  kind: 'command',
  access: ['administrator', 'office', 'leader'],
  summary: { vi: 'Diễn tập lần sắp xếp đã có trong sổ đăng ký', en: 'Rehearse a succession the register already knows' },
  input: z.strictObject({ day: dayText }),
  output: planView,
  rest: { method: 'POST', path: '/successions/known' },
  async run(ports: SuccessionPorts & PeoplePorts & OrganisationPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const on = parseDay(given.day)
    if (on === null) return refuse({ code: 'bad-day', data: { value: given.day } })
    const done = await ports.successions.knownDone(on)
    if (done !== null) return refuse({ code: 'succession-known-done', data: { day: formatDay(on), name: done.name } })
    const home = (await ports.organisations.candidates(on)).find((one) => one.of !== '')?.of ?? ''
    const { links } = await ports.successions.state()
    const bodies = new Map<string, StoredOrganisation>()
    const own = links.filter((link) => link.origin === 'register' && link.at === on)
    for (const id of new Set(own.flatMap((link) => [link.from, ...(link.to === null ? [] : [link.to])]))) {
      const one = await ports.organisations.get(id, on)
      if (one !== null) bodies.set(id, one)
    }
    const ours = own.filter((link) => bodies.get(link.from)?.of === home || (link.to !== null && bodies.get(link.to)?.of === home))
    if (ours.length === 0) return refuse({ code: 'succession-not-known', data: { day: formatDay(on), place: home } })
    const parts = partsOf(ours, bodies)
    const basis = [...new Set(ours.flatMap((link) => bodies.get(link.to ?? '')?.basis ?? []))].join('; ')
    const name = context.language === 'vi' ? `Sắp xếp bộ máy ${home}, ${formatDay(on)}` : `Reorganisation of ${home}, ${formatDay(on)}`
    const planned = await ports.successions.add({ name, basis, day: on, parts, known: true })
    ports.history.record({ entity: 'succession', id: planned, verb: 'planned', change: { name: [null, name], basis: [null, basis] } })
    const plan = await ports.successions.get(planned)
    return plan === null ? refuse(noPlan(context)) : ok(await shownPlan(ports, plan))
  },
})

type Known = { readonly from: string; readonly to: string | null; readonly kind: string; readonly scope: string }

/** A body with several heirs is a part of its own; those that went whole into one body are one part. */
function partsOf(links: readonly Known[], bodies: ReadonlyMap<string, StoredOrganisation>): readonly PlanPart[] {
  const heir = (link: Known): readonly PlanHeir[] => {
    const one = link.to === null ? undefined : bodies.get(link.to)
    return one === undefined ? [] : [{ id: one.id, isNew: false, name: one.name, abbreviation: one.abbreviation, scope: link.scope }]
  }
  const kindOf = (link: Known): PartKind => partKinds.find((kind) => kind === link.kind) ?? 'merge'
  const bySource = Map.groupBy(links, (link) => link.from)
  const split = [...bySource.values()].filter((own) => own.length > 1)
  const whole = Map.groupBy(
    [...bySource.values()].flatMap((own) => (own.length === 1 ? own : [])),
    (link) => `${wholeKind(kindOf(link))} ${link.to ?? ''}`,
  )
  return [
    ...[...whole.values()].flatMap((group) => {
      const [first] = group
      return first === undefined
        ? []
        : [{ kind: wholeKind(kindOf(first)), from: group.map((link) => link.from), to: heir({ ...first, scope: '' }) }]
    }),
    ...split.map((own) => ({ kind: 'split' as const, from: [own[0]?.from ?? ''], to: own.flatMap(heir) })),
  ]
}

/** With one heir nothing is split, whatever the source calls it; a body that ended has handed on all. */
const wholeKind = (kind: PartKind): PartKind => (kind === 'split' || kind === 'transfer' ? 'absorb' : kind)
