import { type Body, holders, type Succession } from '../../kernel/organisation/holder.ts'
import { isByPiece, linksOf } from '../../kernel/organisation/plan.ts'
import { wayOfText } from '../../kernel/organisation/scope.ts'
import { addDays, type Day } from '../../kernel/period/day.ts'
import { holdsOn } from '../../kernel/period/span.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import type { OpenTask, Outcome, PlanDraft, PlanPart, StoredPlan, SuccessionPorts, Tally } from './ports.ts'
import { EVERYTHING } from './work-of-born.ts'

/** Where one piece of work goes, and why; `to` null: a person must say. */
export type Way = {
  readonly to: string | null
  readonly ground: 'whole' | 'scope' | 'rest' | 'person' | 'undecided'
  readonly words: string
}
export type Routed = { readonly task: OpenTask; readonly from: string; readonly way: Way }

export type Rehearsal = Outcome & {
  /** Open work whose holder changes. */
  readonly moving: number
  /** Everything of bodies whose work is decided piece by piece. */
  readonly pieces: readonly Routed[]
  readonly undecided: number
  /** Leads whose work changes hands as a whole. */
  readonly wholeLeads: readonly string[]
  readonly holderBefore: (organisation: string) => string | null
  readonly holderAfter: (organisation: string) => string | null
}

/**
 * What a plan would do, from the rows as they are now: nothing is written. Each open task is counted once before and once
 * after, so the totals are equal; what nobody would hold is undecided. [ORG-13]
 */
export async function rehearse(ports: SuccessionPorts & OrganisationPorts, plan: StoredPlan): Promise<Rehearsal> {
  const { bodies, links } = await ports.successions.state()
  const made: readonly Body[] = plan.parts
    .flatMap((part) => part.to)
    .flatMap((heir) => (heir.isNew && !plan.known ? [{ id: heir.id, from: plan.day, to: null }] : []))
  const holderBefore = holderAt(bodies, links, plan.known ? addDays(plan.day, -1) : plan.day)
  const holderAfter = plan.known
    ? holderAt(bodies, links, plan.day)
    : holderAt([...bodies, ...made], [...links, ...linksOf(plan.parts, plan.day)], plan.day)
  const byPiece = new Map(plan.parts.filter(isByPiece).flatMap((part) => part.from.map((source) => [source, part] as const)))

  const byLead = await ports.successions.openByLead()
  const before = new Map<string | null, number>()
  const after = new Map<string | null, number>()
  const add = (to: Map<string | null, number>, holder: string | null, count: number): unknown =>
    to.set(holder, (to.get(holder) ?? 0) + count)
  const wholeLeads: string[] = []
  const pieceLeads: string[] = []
  let moving = 0
  let undecided = 0
  for (const { organisation, count } of byLead) {
    const was = organisation === null ? null : holderBefore(organisation)
    add(before, was, count)
    if (organisation !== null && was !== null && byPiece.has(was)) {
      pieceLeads.push(organisation)
      continue
    }
    const becomes = organisation === null ? null : holderAfter(organisation)
    add(after, becomes, count)
    if (organisation === null || becomes === was) continue
    wholeLeads.push(organisation)
    moving += count
    if (becomes === null) undecided += count
  }
  const open = pieceLeads.length === 0 ? [] : await ports.successions.openOf(plan.id, pieceLeads, null, EVERYTHING)
  const pieces = open.flatMap((task): readonly Routed[] => {
    const from = holderBefore(task.lead)
    const part = from === null ? undefined : byPiece.get(from)
    return from === null || part === undefined ? [] : [{ task, from, way: wayOf(task, from, part) }]
  })
  for (const { from, way } of pieces) {
    const becomes = way.to === null ? null : holderAfter(way.to)
    add(after, becomes, 1)
    if (becomes !== from) moving += 1
    if (becomes === null) undecided += 1
  }
  const duplicates = (await ports.successions.openPairs()).reduce((sum, { lead, other, count }) => {
    const heir = holderAfter(lead)
    return heir !== null && heir === holderAfter(other) && holderBefore(lead) !== holderBefore(other) ? sum + count : sum
  }, 0)
  const changed = new Set([...before.keys(), ...after.keys()].filter((one) => before.get(one) !== after.get(one)))
  const named = (counts: ReadonlyMap<string | null, number>): Promise<readonly Tally[]> => tallies(ports, plan, counts, changed)
  return {
    open: byLead.reduce((sum, { count }) => sum + count, 0),
    before: await named(before),
    after: await named(after),
    routed: pieces.filter(({ from, way }) => way.to !== null && way.to !== from).length,
    duplicates,
    moving,
    pieces,
    undecided,
    wholeLeads,
    holderBefore,
    holderAfter,
  }
}

function wayOf(task: OpenTask, source: string, part: PlanPart): Way {
  if (task.route !== null) return { to: task.route, ground: 'person', words: '' }
  const heirs = part.to.map((heir) => ({ from: source, to: heir.id, scope: heir.scope }))
  const way = wayOfText(heirs, `${task.title} ${task.quote}`, part.kind === 'transfer' ? source : null)
  return way ?? { to: null, ground: 'undecided', words: '' }
}

function holderAt(bodies: readonly Body[], links: readonly Succession[], on: Day): (organisation: string) => string | null {
  const then = new Map(
    holders(bodies, links)
      .filter((span) => holdsOn(span, on))
      .map((span) => [span.organisation, span.holder]),
  )
  return (organisation) => then.get(organisation) ?? null
}

/** Those whose count changes, the largest first; nobody last. */
async function tallies(
  ports: OrganisationPorts,
  plan: StoredPlan,
  counts: ReadonlyMap<string | null, number>,
  changed: ReadonlySet<string | null>,
): Promise<readonly Tally[]> {
  const rows = await Promise.all(
    [...counts]
      .filter(([organisation]) => changed.has(organisation))
      .map(async ([organisation, count]) => ({
        organisation,
        name: organisation === null ? '' : await nameIn(ports, plan, organisation),
        count,
      })),
  )
  return rows.toSorted(
    (a, b) => Number(a.organisation === null) - Number(b.organisation === null) || b.count - a.count || (a.name < b.name ? -1 : 1),
  )
}

/** How a body is called in the plan that makes it, or in the register the day before and after. */
export async function nameIn(ports: OrganisationPorts, plan: PlanDraft, id: string): Promise<string> {
  const made = plan.parts.flatMap((part) => part.to).find((heir) => heir.id === id && heir.isNew)
  if (made !== undefined) return made.name
  return (await ports.organisations.get(id, plan.day))?.name ?? id
}
