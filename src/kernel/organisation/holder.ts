import { type Day, day } from '../period/day.ts'
import type { Span } from '../period/span.ts'
import { REST } from './scope.ts'

/**
 * Who answers for the work of a body, for every day there is: computed from the links, so that a succession rewrites nothing. [ORG-7]
 *
 * A body holds its own work until it ends. Then the one that took the whole has it, or whoever took the rest; where several
 * took parts and nobody is said to have the rest, nobody does by default, and each piece of work is decided by a person.
 */
export type Body = Span & { readonly id: string }

export type Succession = {
  readonly from: string
  /** null: dissolved, and nobody is named. */
  readonly to: string | null
  readonly kind: string
  /** The functions or the territory; empty: all. */
  readonly scope: string
  readonly at: Day
  /** From this day on it is as if the link were not there; null: it stands. */
  readonly undone: Day | null
  /** Entered on this node, or compiled into the register. */
  readonly origin: 'register' | 'node'
}

/** `holder` null: nobody by default. */
export type HolderSpan = Span & { readonly organisation: string; readonly holder: string | null }

/** A body that transfers functions lives on; after any other succession it is gone. */
const ends = (link: Succession): boolean => link.kind !== 'transfer'
const isInForce = (link: Succession, on: Day): boolean => link.at <= on && (link.undone === null || on < link.undone)
const byFrom = (links: readonly Succession[]): ReadonlyMap<string, readonly Succession[]> => Map.groupBy(links, (link) => link.from)

/** Before any day that is written down: what holds when a beginning is not known. */
const ALWAYS = day('1000-01-01')

/**
 * The spans in which a body is there: one, or several where a succession that ended it was undone later.
 *
 * @param links those that leave it
 */
export function livesOf(body: Body, links: readonly Succession[]): readonly Span[] {
  const gaps = links.filter((link) => link.origin === 'node' && ends(link) && link.at !== link.undone)
  const lives: Span[] = []
  let from = body.from
  for (const gap of gaps.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const isThere = from === null || from < gap.at
    if (isThere && (body.to === null || gap.at < body.to)) lives.push({ from, to: gap.at })
    if (gap.undone === null) return lives.length > 0 ? lives : [{ from: body.from, to: gap.at }]
    if (from === null || from < gap.undone) from = gap.undone
  }
  if (body.to === null || from === null || from < body.to) lives.push({ from, to: body.to })
  return lives
}

/**
 * @returns for each body spans without gaps or overlaps, from before all days to after them
 * @cost bodies × the days on which the bodies they lead to change: some thousands of steps for a province
 */
export function holders(bodies: readonly Body[], links: readonly Succession[]): readonly HolderSpan[] {
  const leaving = byFrom(links)
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const holderOn = (start: string, on: Day): string | null => {
    const seen = new Set<string>()
    for (let id: string | null = start; id !== null && !seen.has(id); ) {
      seen.add(id)
      const body = byId.get(id)
      if (body === undefined) return null
      const own = (leaving.get(id) ?? []).filter((link) => isInForce(link, on))
      if (!hasEnded(body, own, on)) return id
      id = defaultHeir(own)
    }
    return null
  }
  return bodies.flatMap((body) => {
    const days = [ALWAYS, ...turningDays(body.id, byId, leaving)]
    const spans = days.map((from, i) => ({
      organisation: body.id,
      holder: holderOn(body.id, from),
      from: i === 0 ? null : from,
      to: days[i + 1] ?? null,
    }))
    return joinedEqual(spans)
  })
}

const hasEnded = (body: Body, own: readonly Succession[], on: Day): boolean =>
  (body.to !== null && body.to <= on) || own.some((link) => link.origin === 'node' && ends(link))

/** What was entered here goes before what the register says of the same body: it was decided by somebody who knows it. */
function defaultHeir(inForce: readonly Succession[]): string | null {
  const own = inForce.filter((link) => link.origin === 'node' && ends(link))
  const said = own.length > 0 ? own : inForce
  // functions may have been transferred before it ended: the last day is the one on which the rest went
  const last = said
    .map((link) => link.at)
    .toSorted()
    .at(-1)
  const leaving = said.filter((link) => link.at === last)
  const heirs = new Set(leaving.map((link) => link.to))
  const wholes = new Set(leaving.filter((link) => link.scope === '' || link.scope === REST).map((link) => link.to))
  const [only, ...others] = heirs.size === 1 ? heirs : wholes
  return only === undefined || others.length > 0 ? null : only
}

/** Every day on which something changes for the body or for one that it leads to, in order. */
function turningDays(start: string, byId: ReadonlyMap<string, Body>, leaving: ReadonlyMap<string, readonly Succession[]>): readonly Day[] {
  const reached = new Set([start])
  const days = new Set<Day>()
  for (const id of reached) {
    const to = byId.get(id)?.to
    if (to !== undefined && to !== null) days.add(to)
    for (const link of leaving.get(id) ?? []) {
      days.add(link.at)
      if (link.undone !== null) days.add(link.undone)
      if (link.to !== null) reached.add(link.to)
    }
  }
  return [...days].sort()
}

function joinedEqual(spans: readonly HolderSpan[]): readonly HolderSpan[] {
  const joined: HolderSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && last.holder === span.holder) joined[joined.length - 1] = { ...last, to: span.to }
    else joined.push(span)
  }
  return joined
}

/** Of those who hold one piece of work, each heir once: a lead that meets its own coordinator in one heir drops the duplicate. [ORG-10] */
export function withoutDuplicates<T extends { readonly role: string; readonly holder: string | null }>(
  holding: readonly T[],
): readonly T[] {
  const order = ['lead', 'co-lead', 'coordinator']
  const rank = (one: T): number => order.indexOf(one.role)
  return holding.filter(
    (one) =>
      one.holder === null ||
      rank(one) < 0 ||
      !holding.some(
        (other) =>
          other.holder === one.holder &&
          rank(other) >= 0 &&
          (rank(other) < rank(one) || (rank(other) === rank(one) && holding.indexOf(other) < holding.indexOf(one))),
      ),
  )
}
