import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { lastDay, parsePeriod } from '../../../kernel/dataset/cell/period-text.ts'
import { placeHint } from '../../../kernel/dataset/understanding/role.ts'
import { addDays, type Day, parseDay } from '../../../kernel/period/day.ts'
import { follow, type Holder } from '../../../kernel/place/succession.ts'
import { meant } from '../../place/carry-figures.ts'
import type { PlacePorts, StoredPlace } from '../../place/ports.ts'
import type { DatasetPorts } from '../ports.ts'
import type { StoredVersion } from '../stored.ts'
import { dayOfTime } from './placed-rows.ts'

/**
 * Where a series of a place goes over a day on which its unit became another: «Đà Nẵng» of 2024 and of 2025 are one line and two
 * extents, and what lies between them is no growth. [DAT-130]
 */
export type ExtentChange = {
  /** The text of the line, as the table has it. */
  readonly line: string
  readonly name: string
  /** A calendar day. */
  readonly on: string
  /** What it has since: units of the day before; not `whole`: some of it. */
  readonly joined: readonly { readonly name: string; readonly whole: boolean }[]
  /** What has some of it since. */
  readonly left: readonly string[]
}

type Series = { readonly line: string; readonly keys: readonly string[] }
const MOST_CHANGES = 4

/** @param series the times of each line, as a chart groups them: 2024, 2024-06, 2024-06-30, 2024-Q2 */
export async function extentChanges(
  ports: DatasetPorts & PlacePorts,
  version: StoredVersion,
  { by, place, series, today }: { readonly by: Column; readonly place: Column; readonly series: readonly Series[]; readonly today: Day },
): Promise<readonly ExtentChange[]> {
  const isPlace = place.role === 'place' || (place.type === 'text' && place.notPlace !== true && placeHint(place) !== null)
  if (!isPlace) return []
  const days = new Map<Day, Promise<Day | null>>()
  // a series of old years counted again for the units of today is of today [DAT-72]
  const isOfBefore = async (on: Day): Promise<boolean> => {
    const day = days.get(on) ?? dayOfTime(ports, version, { place, by }, on, today)
    days.set(on, day)
    const known = await day
    return known !== null && known < on
  }
  const found: ExtentChange[] = []
  for (const { line, keys } of series) {
    const [first, last] = [endOf(keys[0] ?? '', today), endOf(keys.at(-1) ?? '', today)]
    if (first === null || last === null || first >= last) continue
    for (const change of await changesOf(ports, place, line, first, last))
      if (isOver(keys, change.on) && (await isOfBefore(change.on))) found.push(change)
  }
  return found
}

/** Whether a time of the chart is of before that day; a year, and a period, is of its end. */
export function isBefore(key: string, on: string): boolean {
  const period = parsePeriod(key)
  return (period === null ? key : (lastDay(period) ?? key)) < (period === null ? on.slice(0, key.length) : on)
}
const isOver = (keys: readonly string[], on: string): boolean =>
  keys.some((key) => isBefore(key, on)) && keys.some((key) => !isBefore(key, on))

function endOf(key: string, today: Day): Day | null {
  const period = parsePeriod(key)
  const day = period === null ? parseDay(key.slice(0, 10)) : lastDay(period)
  return day !== null && day > today ? today : day
}

type Found = ExtentChange & { readonly on: Day }

async function changesOf(ports: PlacePorts, { place }: Column, text: string, first: Day, last: Day): Promise<readonly Found[]> {
  const only = async (on: Day): Promise<StoredPlace | null> => {
    const [own, more] = await meant(ports, text, on, place?.level)
    return own === undefined || more !== undefined ? null : own
  }
  const found: Found[] = []
  let later = await only(last)
  for (let n = 0; n < MOST_CHANGES && later?.from != null && later.from > first; n += 1) {
    const [on, eve] = [later.from, addDays(later.from, -1)]
    const before = await only(eve)
    if (before === null || before.id === later.id) break
    const parts = (await holders(ports, later, eve, 'back')).filter(({ id }) => id !== before.id)
    const heirs = (await holders(ports, before, on, 'forward')).filter(({ id }) => id !== later?.id)
    const joined = await Promise.all(parts.map(async ({ id }) => partOf(ports, id, eve, on)))
    const left = await Promise.all(heirs.map(async ({ id }) => (await ports.places.get(id, on))?.name ?? id))
    if (joined.length + left.length > 0) found.unshift({ line: text, name: later.name, on, joined, left })
    later = before
  }
  return found
}

async function partOf(ports: PlacePorts, id: string, eve: Day, on: Day): Promise<ExtentChange['joined'][number]> {
  const unit = await ports.places.get(id, eve)
  return { name: unit?.name ?? id, whole: unit === null || (await holders(ports, unit, on, 'forward')).length === 1 }
}

async function holders(ports: PlacePorts, of: StoredPlace, on: Day, direction: 'forward' | 'back'): Promise<readonly Holder[]> {
  const { links, places } = await ports.places.reach(of.id, direction)
  return follow(of.id, links, new Map([of, ...places].map((one) => [one.id, one])), on, direction)
}
