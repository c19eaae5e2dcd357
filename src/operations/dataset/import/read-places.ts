import type { PlaceRead, Texts } from '../../../kernel/dataset/understanding/reading.ts'
import { isBareCode } from '../../../kernel/dataset/understanding/role.ts'
import { type Day, day, dayOf } from '../../../kernel/period/day.ts'
import { type Level, levels } from '../../../kernel/place/place.ts'
import type { PlacePorts } from '../../place/ports.ts'
import { placesNamed } from '../../place/resolve-place.ts'
import { areOthersBeside, codesBeside } from './codes-beside.ts'
import { isCode, isMark, levelCounts } from './place-texts.ts'
import { provinceOf } from './province-of-names.ts'

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
  /** Id of the province whose unit is meant by a name that several bear; null: of the whole country. */
  readonly province?: string | null | undefined
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

export type Looked = {
  readonly columns: readonly Texts[]
  /** The first and the last that the file speaks of; null: it says none. */
  readonly years: readonly [number, number] | null
  readonly today: Day
  readonly asked: readonly AskedPlace[]
  /** Columns that the version before had as places. */
  readonly before: readonly AskedPlace[]
  /** Names of provinces that the file may be of, the likelier first. */
  readonly claimed: readonly string[]
}

export type PlaceWay = Pick<PlaceRead, 'column' | 'level' | 'on' | 'from' | 'within' | 'province' | 'provinces'>

export async function findPlaces(ports: PlacePorts, looked: Looked): Promise<readonly PlaceWay[]> {
  const { columns, years, today, asked, before } = looked
  const days = daysOf(years, today)
  const found: (Way & { readonly texts: Texts; readonly column: string })[] = []
  for (const texts of columns) {
    const own = asked.find(({ column }) => column === texts.name)
    // what the version before was read as stands where the file says no other day
    const was = before.find(({ column }) => column === texts.name)
    const read =
      own !== undefined
        ? await readAs(ports, texts, own, 'asked')
        : was !== undefined && years === null
          ? await readAs(ports, texts, was, 'before')
          : await proposed(ports, texts, columns, days, today)
    if (read !== null) found.push({ ...read, texts, column: texts.name })
  }
  const dayed = await besideDistricts(ports, found)
  return Promise.all(
    dayed.map(async ({ texts, ...one }): Promise<PlaceWay> => {
      const saidOf = (all: readonly AskedPlace[]): AskedPlace | undefined => all.find(({ column }) => column === one.column)
      const own = saidOf(asked)
      const said = own?.within ?? (one.from === 'before' ? saidOf(before)?.within : undefined)
      // a unit is read within the one above it where the file has both
      const above = said === undefined ? aboveIn(dayed, one) : dayed.find(({ column }) => column === said)
      const isProvinceSaid = above !== undefined && (above.level === 'province' || aboveIn(dayed, above)?.level === 'province')
      const provinces =
        one.level === 'province' || isProvinceSaid
          ? { province: null }
          : await provinceOf(ports, sampleOf(texts.texts), one, {
              asked: own?.province,
              before: saidOf(before)?.province,
              claimed: looked.claimed,
            })
      return { ...one, within: said ?? above?.column ?? null, ...provinces }
    }),
  )
}

type Way = Pick<PlaceRead, 'level' | 'on' | 'from'>
type When = Pick<Way, 'on' | 'from'>

/** Communes beside a column of districts are of a day when there were such, where they fit it as well. [DAT-117] */
async function besideDistricts<W extends Way & { readonly texts: Texts }>(ports: PlacePorts, found: readonly W[]): Promise<readonly W[]> {
  const district = found.find(({ level }) => level === 'district')
  if (district === undefined) return found
  return Promise.all(
    found.map(async (one) => {
      if (one.level !== 'commune' || one.on === district.on || one.from !== 'fit') return one
      const sample = sampleOf(one.texts.texts)
      const own = await best(ports, sample, [one], 'commune')
      const other = await best(ports, sample, [{ on: district.on, from: one.from }], 'commune')
      return other !== null && other.n >= (own?.n ?? 0) ? { ...one, on: district.on } : one
    }),
  )
}

async function readAs(ports: PlacePorts, of: Texts, { on }: AskedPlace, from: 'asked' | 'before'): Promise<Way | null> {
  const found = await best(ports, sampleOf(of.texts), [{ on, from }], of.level)
  // of a day without districts every text is shown as none
  return found?.way ?? (of.level === 'district' ? { on, from, level: of.level } : null)
}

async function proposed(ports: PlacePorts, of: Texts, columns: readonly Texts[], days: readonly When[], today: Day): Promise<Way | null> {
  const { name, isHinted, texts } = of
  if (isBareCode(name)) return codesBeside(ports, of, columns, days)
  const all = [...texts.keys()]
  // figures are codes where the heading says so: months, quarters and ordinals would be places
  if (!isHinted && (texts.size < FEWEST || all.some(isMark))) return null
  if (!isHinted && !(await mayBePlaces(ports, all.slice(0, FIRST), today))) return null
  const sample = sampleOf(texts)
  const found = await best(ports, sample, days, of.level)
  if (found === null || found.n < sample.length * (isHinted ? HINTED : UNHINTED)) return null
  return all.every(isCode) && (await areOthersBeside(ports, of, columns, found.way)) ? null : found.way
}

const sampleOf = (texts: Texts['texts']): readonly string[] =>
  [...texts.keys()].filter((_, i) => i % Math.max(1, Math.floor(texts.size / SAMPLE)) === 0)

/**
 * The first of the days on which most texts are units of one level.
 *
 * @param named the level that the heading says: another only where few texts are of that; of districts there is no other, for
 *   many communes of today bear the names of districts that were [DAT-117]
 */
async function best(
  ports: PlacePorts,
  sample: readonly string[],
  days: readonly When[],
  named: Level | null,
): Promise<{ readonly way: Way; readonly n: number } | null> {
  let any: { way: Way; n: number } | null = null
  let own: { way: Way; n: number } | null = null
  for (const { on, from } of days) {
    for (const [level, n] of await levelCounts(ports, sample, on)) {
      const found = { way: { on, from, level }, n }
      if (n > (any?.n ?? 0)) any = found
      if (level === named && n > (own?.n ?? 0)) own = found
    }
    if ((named === null ? any : own)?.n === sample.length) break
  }
  return named === 'district' || (own !== null && own.n >= sample.length * HINTED) ? own : any
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
