import type { Day } from '../../kernel/period/day.ts'
import { type Level, levels } from '../../kernel/place/place.ts'
import { follow, type Holder } from '../../kernel/place/succession.ts'
import type { PlacePorts, StoredPlace } from './ports.ts'

/**
 * Who holds the territory of a unit of `day` on the day `on`, and which units are held: the way there and the way back.
 * Where a level is asked for, the units of `on` are those of that level: communes are told as their province. [PLA-24]
 */
export type Journey = { readonly day: Day; readonly on: Day; readonly to: Level | null }
export type Way = (from: StoredPlace) => Promise<readonly Holder[]>

/** More units than a province has on any day. */
const MOST_BELOW = 2000

/** Levels run from the widest to the finest. */
export const isBelow = (level: Level, to: Level): boolean => levels.indexOf(level) > levels.indexOf(to)

export function wayOf(ports: PlacePorts, { day, on, to }: Journey): Way {
  const along = sameLevel(ports, day, on)
  return to === null ? along : raised(ports, { day, on, to }, along)
}

/**
 * Back in time a share tells how much of the earlier unit came here, not how much of this one it is: one predecessor is all of
 * it, of several it is not known without weights.
 */
const sameLevel = (ports: PlacePorts, day: Day, on: Day): Way => {
  const direction = on < day ? 'back' : 'forward'
  return async (from) => {
    const { links, places } = await ports.places.reach(from.id, direction)
    const holders = follow(from.id, links, new Map([from, ...places].map((one) => [one.id, one])), on, direction)
    return direction === 'forward' ? holders : holders.map((one) => ({ ...one, share: holders.length === 1 ? 1 : null }))
  }
}

/**
 * A unit lies in the units of the level that hold its parts: wholly, where they are one; between them, as the register says the
 * shares of its parts, or nobody knows. One that nobody holds is where the unit above it went.
 */
const raised = (ports: PlacePorts, { day, on, to }: Journey & { readonly to: Level }, along: Way): Way => {
  return async (from) => {
    const own = await along(from)
    const above = await Promise.all(own.map(async (part) => ({ part, top: await unitAbove(ports, part.id, to, on) })))
    const known = above.flatMap(({ part, top }) => (top === null ? [] : [{ part, top: top.id }]))
    if (known.length > 0 && known.length === own.length) {
      const tops = Map.groupBy(known, ({ top }) => top)
      return [...tops].map(([id, parts]): Holder => {
        const [first] = parts
        const shares = parts.map(({ part }) => part.share)
        const share = tops.size === 1 ? 1 : shares.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
        return { kind: 'same', certain: true, basis: '', ...first?.part, id, share }
      })
    }
    const before = await unitAbove(ports, from.id, to, day)
    return before?.level === to ? along(before) : []
  }
}

/** The unit itself, where it is of that level. */
async function unitAbove(ports: PlacePorts, id: string, to: Level, on: Day): Promise<StoredPlace | null> {
  const own = await ports.places.get(id, on)
  if (own?.level === to) return own
  if (own === null) return null
  const above = await Promise.all(own.above.map((one) => ports.places.get(one.id, on)))
  return above.find((one) => one?.level === to) ?? null
}

/** Units of that day, of the levels of the figures, whose territory went into the same units and that have no figure. [PLA-18] */
export async function unitsWithout(
  ports: PlacePorts,
  sources: readonly { readonly unit: string; readonly holders: readonly Holder[]; readonly place: StoredPlace }[],
  journey: Journey,
): Promise<readonly StoredPlace[]> {
  const { day, on, to } = journey
  const back = sameLevel(ports, on, day)
  const has = new Set(sources.map((one) => one.unit))
  const found = new Map<string, StoredPlace>()
  for (const id of new Set(sources.flatMap((one) => one.holders.map((holder) => holder.id)))) {
    const target = await ports.places.get(id, on)
    if (target === null) continue
    for (const held of await back(target)) {
      const part = await ports.places.get(held.id, day)
      if (part === null) continue
      const parts = to === null ? [part] : await unitsIn(ports, part, sources[0]?.place.level ?? to, day)
      for (const one of parts) if (!has.has(one.id) && sources.some(({ place }) => place.level === one.level)) found.set(one.id, one)
    }
  }
  return [...found.values()]
}

/** Whether the level has units on that day: there are no districts since 1-7-2025. */
export async function hasUnits(ports: PlacePorts, level: Level, on: Day): Promise<boolean> {
  return (await ports.places.list({ parent: null, level, on, after: null, limit: 1 })).items.length > 0
}

/** The units of a level that a unit had on a day. */
async function unitsIn(ports: PlacePorts, of: StoredPlace, level: Level, on: Day): Promise<readonly StoredPlace[]> {
  if (of.level === level) return [of]
  const { items } = await ports.places.list({ parent: of.id, level: null, on, after: null, limit: MOST_BELOW })
  const within = await Promise.all(items.filter((one) => !isBelow(one.level, level)).map((one) => unitsIn(ports, one, level, on)))
  return within.flat()
}
