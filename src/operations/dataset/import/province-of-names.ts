import type { PlaceRead, ProvinceOffered, ProvinceRead } from '../../../kernel/dataset/understanding/reading.ts'
import type { Day } from '../../../kernel/period/day.ts'
import type { PlacePorts, StoredPlace } from '../../place/ports.ts'
import { placesNamed } from '../../place/resolve-place.ts'
import { placesOf } from './place-texts.ts'

/**
 * A list of communes of one province seldom says which, and many names are borne in several. Of these that of the province in which
 * the names of the column lie is meant: proposed by the whole column, told, and for a person to change. [DAT-117]
 */
type Said = {
  /** Id; null: a person said that it is of none. */
  readonly asked: string | null | undefined
  readonly before: string | null | undefined
  readonly claimed: readonly string[]
}
type Found = { readonly province: ProvinceRead | null; readonly provinces?: readonly ProvinceOffered[] }

/** Of a hundred known names so many must lie in the province that the file is claimed to be of, and in another. */
const CLAIMED = 0.8
const UNCLAIMED = 0.9
const FEWEST = 3
const OFFERED = 8

export async function provinceOf(
  ports: PlacePorts,
  texts: readonly string[],
  { level, on }: Pick<PlaceRead, 'level' | 'on'>,
  { asked, before, claimed }: Said,
): Promise<Found> {
  const names = new Map<string, { readonly name: string; n: number }>()
  let known = 0
  let isUnsure = false
  for (const text of texts) {
    const units = await placesOf(ports, text, level, on)
    if (units.length > 0) known += 1
    if (units.length > 1) isUnsure = true
    for (const [id, name] of new Map(units.flatMap(({ above }) => above.slice(-1).map((one) => [one.id, one.name] as const)))) {
      const met = names.get(id) ?? { name, n: 0 }
      names.set(id, { ...met, n: met.n + 1 })
    }
  }
  const likely = (await Promise.all(claimed.map((name) => provincesNamed(ports, name, on)))).flatMap(([one, more]) =>
    one === undefined || more !== undefined ? [] : [one.id],
  )
  const place = (id: string): number => (likely.includes(id) ? likely.indexOf(id) : likely.length)
  const all = [...names]
    .map(([id, { name, n }]) => ({ id, name, texts: n }))
    .toSorted((a, b) => b.texts - a.texts || place(a.id) - place(b.id))
  const said = asked !== undefined ? asked : before
  const own = said == null ? null : await onDay(ports, said, on)
  const provinces = isUnsure || own !== null ? all.slice(0, OFFERED) : []
  if (own !== null) return { province: { id: own.id, name: own.fullName, from: asked === undefined ? 'before' : 'asked' }, provinces }
  const [first] = all
  if (said !== undefined || !isUnsure || first === undefined) return { province: null, provinces }
  const isLikely = likely.includes(first.id)
  const isMeant = first.texts >= known * (isLikely ? CLAIMED : UNCLAIMED) && (isLikely || known >= FEWEST)
  return { province: isMeant ? { id: first.id, name: first.name, from: 'names' } : null, provinces }
}

/** What bore its name on that day: a province that was joined to another has another id before. */
async function onDay(ports: PlacePorts, id: string, on: Day): Promise<StoredPlace | null> {
  const own = await ports.places.get(id, on)
  if (own === null || ((own.from === null || own.from <= on) && (own.to === null || on < own.to))) return own
  const [one, more] = await provincesNamed(ports, own.name, on)
  return one === undefined || more !== undefined ? null : one
}

export const provincesNamed = async (ports: PlacePorts, text: string, on: Day): Promise<readonly StoredPlace[]> =>
  (await placesNamed(ports, text, on)).filter(({ level }) => level === 'province')
