import type { PlaceMiss, PlaceRead, Texts } from '../../kernel/dataset/reading.ts'
import { isBareCode } from '../../kernel/dataset/role.ts'
import { type Day, day, dayOf } from '../../kernel/period/day.ts'
import { type Level, levels } from '../../kernel/place/place.ts'
import type { PlacePorts, StoredPlace } from '../place/ports.ts'
import { placesLike, placesNamed } from '../place/resolve-place.ts'
import { areOthersBeside, codesBeside } from './codes-beside.ts'
import { isCode, isMark, levelCounts, placesOf } from './place-texts.ts'

/**
 * Columns that name places, found by what their texts mean in the register as of a day. [DAT-20]
 *
 * Which day is never taken for granted: it was asked for, or the years of the file say it, or — a proposal that a person has
 * to take — it is the one on which most texts mean something.
 */
export type AskedPlace = {
  readonly column: string
  readonly on: Day
  readonly within?: string | undefined
  /** The version before says so, and nobody else. */
  readonly isBefore?: true
}

/** So many texts tell the day and the level. */
const SAMPLE = 300
/** Of a hundred texts, so many must be places where the heading speaks of places, and where it does not. */
const HINTED = 0.5
const UNHINTED = 0.9
const FEWEST = 3
const FIRST = 20
/** The last day before the provinces and communes of 2025. @source Nghị quyết 202/2025/QH15, 1-7-2025 */
const BEFORE_REFORM = day('2025-06-30')
/** The last day on which there was a province of Thừa Thiên Huế. @source Nghị quyết 175/2024/QH15, 1-1-2025 */
const BEFORE_HUE = day('2024-12-31')

/** Days on which the texts may have been written, the likelier first. */
function daysOf(years: readonly [number, number] | null, today: Day): readonly When[] {
  const of = (date: Day | null): Day[] => (date === null ? [] : [date > today ? today : date])
  const said = years === null ? [] : [...of(dayOf(years[1], 12, 31)), ...of(dayOf(years[1], 1, 1)), ...of(dayOf(years[0], 12, 31))]
  return [
    ...said.map((on) => ({ on, from: 'years' as const })),
    ...[today, BEFORE_REFORM, BEFORE_HUE].map((on) => ({ on, from: 'fit' as const })),
  ]
}

export async function findPlaces(
  ports: PlacePorts,
  columns: readonly Texts[],
  years: readonly [number, number] | null,
  today: Day,
  asked: readonly AskedPlace[],
): Promise<readonly Omit<PlaceRead, 'texts' | 'matched' | 'misses'>[]> {
  const found: Omit<PlaceRead, 'texts' | 'matched' | 'misses'>[] = []
  for (const texts of columns) {
    const own = asked.find(({ column }) => column === texts.name)
    const read = own === undefined ? await proposed(ports, texts, columns, daysOf(years, today), today) : await readAs(ports, texts, own)
    if (read !== null) found.push({ column: texts.name, ...read, within: own?.within ?? null })
  }
  // a unit is read within the one above it where the file has both
  return found.map((one) => ({ ...one, within: one.within ?? aboveIn(found, one)?.column ?? null }))
}

type Way = Pick<PlaceRead, 'level' | 'on' | 'from'>
type When = Pick<Way, 'on' | 'from'>

async function readAs(ports: PlacePorts, { texts }: Texts, { on, isBefore }: AskedPlace): Promise<Way | null> {
  return (await best(ports, sampleOf(texts), [{ on, from: isBefore === true ? 'before' : 'asked' }]))?.way ?? null
}

async function proposed(ports: PlacePorts, of: Texts, columns: readonly Texts[], days: readonly When[], today: Day): Promise<Way | null> {
  const { name, isHinted, texts } = of
  if (isBareCode(name)) return codesBeside(ports, of, columns, days)
  const all = [...texts.keys()]
  // figures are codes where the heading says so: months, quarters and ordinals would be places
  if (!isHinted && (texts.size < FEWEST || all.some(isMark))) return null
  if (!isHinted && !(await mayBePlaces(ports, all.slice(0, FIRST), today))) return null
  const sample = sampleOf(texts)
  const found = await best(ports, sample, days)
  if (found === null || found.n < sample.length * (isHinted ? HINTED : UNHINTED)) return null
  return all.every(isCode) && (await areOthersBeside(ports, of, columns, found.way)) ? null : found.way
}

const sampleOf = (texts: Texts['texts']): readonly string[] =>
  [...texts.keys()].filter((_, i) => i % Math.max(1, Math.floor(texts.size / SAMPLE)) === 0)

/** The first of the days on which most texts are units of one level. */
async function best(
  ports: PlacePorts,
  sample: readonly string[],
  days: readonly When[],
): Promise<{ readonly way: Way; readonly n: number } | null> {
  let found: { way: Way; n: number } | null = null
  for (const { on, from } of days) {
    for (const [level, n] of await levelCounts(ports, sample, on)) if (n > (found?.n ?? 0)) found = { way: { on, from, level }, n }
    if (found?.n === sample.length) break
  }
  return found
}

/** Most columns of texts name no places: a few of them tell so. A unit that is no more is known by what it was before the reform. */
async function mayBePlaces(ports: PlacePorts, texts: readonly string[], today: Day): Promise<boolean> {
  let met = 0
  for (const text of texts)
    if ((await placesNamed(ports, text, today)).length > 0 || (await placesNamed(ports, text, BEFORE_REFORM)).length > 0) met += 1
  return met * 2 >= texts.length
}

const rank = (level: Level): number => levels.indexOf(level)

/** Of the same day: units of another day are no parts of one another. */
const aboveIn = <P extends { readonly level: Level; readonly on: Day }>(all: readonly P[], one: P): P | undefined =>
  all.filter((other) => other.on === one.on && rank(other.level) < rank(one.level)).toSorted((a, b) => rank(b.level) - rank(a.level))[0]

export type PlaceMet = { readonly id: string } | Pick<PlaceMiss, 'why' | 'candidates'>

const CANDIDATES = 4

/**
 * Reads the texts of one column, each once.
 *
 * @param said what a person chose for texts that are no unit, or several: text, and that of the unit above → place
 */
export function placeReader(of: Pick<PlaceRead, 'level' | 'on'>, said: ReadonlyMap<string, string> = new Map()) {
  const known = new Map<string, PlaceMet>()
  const keyOf = (text: string, above: string | null): string => `${text}\n${above ?? ''}`
  return {
    known: (text: string, above: string | null): PlaceMet | undefined => known.get(keyOf(text.trim(), above)),
    /** @param above id of the unit it lies in; null: not known */
    async learn(ports: PlacePorts, given: string, above: string | null): Promise<PlaceMet> {
      const text = given.trim()
      const chosen = said.get(keyOf(text, above)) ?? said.get(keyOf(text, null))
      const met = chosen === undefined ? await meet(ports, text, of, above) : { id: chosen }
      known.set(keyOf(text, above), met)
      return met
    },
  }
}

async function meet(
  ports: PlacePorts,
  text: string,
  { level, on }: Pick<PlaceRead, 'level' | 'on'>,
  above: string | null,
): Promise<PlaceMet> {
  const all = await placesOf(ports, text, level, on)
  const within = above === null ? all : all.filter((place) => place.above.some(({ id }) => id === above))
  const [one, more] = within
  if (one !== undefined && more === undefined) return { id: one.id }
  const near = within.length > 0 ? within : all.length > 0 ? all : (await placesLike(ports, text, on, level)).map(({ place }) => place)
  return {
    why: within.length > 1 ? 'several' : 'unknown',
    candidates: near.slice(0, CANDIDATES).map((place) => ({
      id: place.id,
      name: place.above[0] === undefined ? place.fullName : `${place.fullName}, ${place.above[0].name}`,
      code: place.code,
    })),
  }
}

export const provincesNamed = async (ports: PlacePorts, text: string, on: Day): Promise<readonly StoredPlace[]> =>
  (await placesNamed(ports, text, on)).filter(({ level }) => level === 'province')
