import type { Day } from '../period/day.ts'
import { holdsOn, type Span } from '../period/span.ts'

/**
 * Who holds a territory, or a function, on another day: links followed from version to version until one holds. [PLA-6]
 *
 * A version splits when parts of it went to several; a part is `partial`, and its share is known only when the source says
 * so. The whole went there when the link is not partial: share 1. A chain is as sure as its least sure link.
 */
export type Link = {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly partial: boolean
  readonly weight: number | null
  readonly certain: boolean
  readonly basis: string
}

export type Holder = {
  readonly id: string
  readonly kind: string
  readonly share: number | null
  readonly certain: boolean
  readonly basis: string
}

type Unit = Span & { readonly level: string }

/**
 * @param units every version that the links reach, and the one asked about
 * @param direction `forward` to successors, `back` to predecessors
 * @returns the versions that hold on that day, each once; the unit itself (`same`) when it does; empty when nobody is known
 * @cost one step a chain; chains are as long as the number of reorganisations, and no link leads back in time
 */
export function follow(
  start: string,
  links: readonly Link[],
  units: ReadonlyMap<string, Unit>,
  on: Day,
  direction: 'forward' | 'back',
): readonly Holder[] {
  const own = units.get(start)
  if (own === undefined) return []
  const found = new Map<string, Holder>()
  // parts that went two ways may meet again, so a version is left as often as it is reached; only a circle is refused
  const walk = (id: string, way: Omit<Holder, 'id'>, path: readonly string[]): void => {
    const unit = units.get(id)
    if (unit === undefined) return
    if (holdsOn(unit, on)) {
      const before = found.get(id)
      found.set(id, before === undefined ? { id, ...way } : joined(before, way))
      return
    }
    if (path.includes(id)) return
    for (const link of sameLevelFirst(links, id, units, direction)) {
      walk(direction === 'forward' ? link.to : link.from, onward(way, link), [...path, id])
    }
  }
  walk(start, { kind: 'same', share: 1, certain: true, basis: '' }, [])
  return [...found.values()]
}

/**
 * Whether a link, followed on, comes to that unit. Every unit is looked at once, so a circle in the data ends. [PLA-15]
 *
 * @cost links × units reached
 */
export function leadsTo(
  first: Pick<Link, 'from' | 'to'>,
  target: string,
  links: readonly Pick<Link, 'from' | 'to'>[],
  direction: 'forward' | 'back',
): boolean {
  const [near, far] = direction === 'forward' ? (['from', 'to'] as const) : (['to', 'from'] as const)
  const reached = new Set([first[far]])
  for (const at of reached) for (const next of links) if (next[near] === at) reached.add(next[far])
  return reached.has(target)
}

/** Links to units of the same level, and only where there are none the others: a commune comes from communes, a district went into them. */
function sameLevelFirst(
  links: readonly Link[],
  id: string,
  units: ReadonlyMap<string, Unit>,
  direction: 'forward' | 'back',
): readonly Link[] {
  const level = units.get(id)?.level
  const own = links.filter((link) => (direction === 'forward' ? link.from : link.to) === id)
  const same = own.filter((link) => units.get(direction === 'forward' ? link.to : link.from)?.level === level)
  return same.length > 0 ? same : own
}

const onward = (way: Omit<Holder, 'id'>, link: Link): Omit<Holder, 'id'> => {
  const share = link.weight ?? (link.partial || link.kind === 'split' ? null : 1)
  return {
    kind: way.kind === 'same' || way.kind === 'rename' ? link.kind : way.kind,
    share: way.share === null || share === null ? null : way.share * share,
    certain: way.certain && link.certain,
    basis: way.basis === '' || way.basis === link.basis ? link.basis : `${way.basis}; ${link.basis}`,
  }
}

/** The same holder reached twice: two parts of the territory meet again in it. */
const joined = (before: Holder, way: Omit<Holder, 'id'>): Holder => ({
  ...before,
  share: before.share === null || way.share === null ? null : Math.min(1, before.share + way.share),
  certain: before.certain && way.certain,
})
