import { firstDay, lastDay, parsePeriod, periodSign, readPeriod } from '../../../kernel/dataset/cell/period-text.ts'
import { type Day, day, parseDay } from '../../../kernel/period/day.ts'
import type { PlacePorts, StoredPlace } from '../../place/ports.ts'

/** The day whose units the rows of one time are of. [DAT-72] */
export type Named = { readonly text: string; readonly kept: string | null }
export type Reader = (of: Named, on: Day) => Promise<readonly StoredPlace[]>
type Known = {
  /** The day that the column of places is said to be of; null: not said. */
  readonly said: Day | null
  /** The time asked, as its column writes it; null: there is none. */
  readonly at: string | null
  /** That column is one of texts. [DAT-126] */
  readonly isText: boolean
  /** The day the version is said to hold on. */
  readonly version: string | null
}
type RowDay = { readonly day: Day; readonly isUnsure: (one: Named) => boolean }

/** The last day of the sixty-three provinces. @source Nghị quyết 202/2025/QH15, 1-7-2025 */
const BEFORE_REFORM = day('2025-06-30')
const SURE = (): boolean => false

/**
 * Rows of a year are of the units of its end, or of the day that is said where that lies in the year. Their names may say
 * otherwise: the day on which fewest of them are unknown goes first, then the one whose whole list they are — a series of old
 * years counted again for the units of today is of today.
 *
 * Where a day within the year was said, and a name meant another unit at the year's end, nothing but the other names tells of
 * which unit its figure is: when they fit both days, it is unsure.
 *
 * @param asked the day that whoever asks says; null: none. It is taken as it is
 */
export async function dayOfRows(
  ports: PlacePorts,
  units: Reader,
  rows: readonly Named[],
  { said, at, isText, version }: Known,
  today: string,
  asked: Day | null,
): Promise<RowDay> {
  if (asked !== null) return { day: asked, isUnsure: SURE }
  const now = parseDay(today) ?? BEFORE_REFORM
  const fit = (on: Day): Promise<Fit> => fitOf(ports, units, rows, on)
  const others = [version === null ? null : parseDay(version), now, BEFORE_REFORM].filter((one) => one !== null)
  const period = at === null ? null : periodOf(at, isText)
  if (period === null) {
    if (said !== null) return { day: said, isUnsure: SURE }
    const fits = await Promise.all(others.map(fit))
    return { day: best(fits, (one) => one.missing), isUnsure: SURE }
  }
  const end = period.last > now ? now : period.last
  const isWithin = said !== null && said >= period.first && said <= end
  const fits = await Promise.all((isWithin ? [said, end] : [end, ...(said === null ? others : [said])]).map(fit))
  const found = best(fits, (one) => (one.isWhole ? 0 : 1))
  const [own, last] = fits
  if (!isWithin || found !== said || own === undefined || last === undefined) return { day: found, isUnsure: SURE }
  if (own.unknown !== last.unknown || own.isWhole !== last.isWhole) return { day: found, isUnsure: SURE }
  const differs = new Set<string>()
  for (const one of rows) {
    const [then, later] = [await units(one, said), await units({ ...one, kept: null }, end)]
    if (later.length > 0 && !later.some(({ id }) => id === then[0]?.id)) differs.add(one.text)
  }
  return { day: found, isUnsure: ({ text }) => differs.has(text) }
}

/** «2007-08» of a column of texts is a school year, «03/2024» may be anything. */
const isSure = (text: string): boolean => ['words', 'marked', 'letter', 'iso'].includes(periodSign(text)?.sign ?? 'words')

/**
 * A year and a period are all their days, a day or a moment is its day.
 *
 * @param isText its column is one of texts @returns null: it is no time of a calendar, as «quý 2»
 */
export function periodOf(at: string, isText: boolean): { readonly first: Day; readonly last: Day } | null {
  const period = isText && !isSure(at) ? null : parsePeriod(readPeriod(at, null) ?? '')
  const first = period === null ? parseDay(at.slice(0, 10)) : firstDay(period)
  const last = period === null ? first : lastDay(period)
  return first === null || last === null ? null : { first, last }
}

type Fit = { readonly on: Day; readonly unknown: number; readonly missing: number; readonly isWhole: boolean }

/** How many texts are no unit of that day, or several; and how many provinces of it are missing, where they are provinces. */
async function fitOf(ports: PlacePorts, units: Reader, rows: readonly Named[], on: Day): Promise<Fit> {
  const found = await Promise.all(rows.map((one) => units(one, on)))
  const known = new Set(found.flatMap(([own, more]) => (own === undefined || more !== undefined ? [] : [own.id])))
  const unknown = found.filter(([own, more]) => own === undefined || more !== undefined).length
  const isOfProvinces = found.some(([own]) => own?.level === 'province')
  const all = isOfProvinces ? (await ports.places.list({ parent: null, level: 'province', on, after: null, limit: 100 })).items.length : 0
  const missing = Math.max(0, all - known.size)
  return { on, unknown, missing, isWhole: isOfProvinces && missing === 0 }
}

/** Of several that fit as well the first. */
function best(fits: readonly Fit[], next: (one: Fit) => number): Day {
  const [first] = fits.toSorted((a, b) => a.unknown - b.unknown || next(a) - next(b))
  return first?.on ?? BEFORE_REFORM
}
