import { figureText } from '../../../base/decimal.ts'
import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { latestPeriod } from '../../../kernel/dataset/cell/period-order.ts'
import { parsePeriod } from '../../../kernel/dataset/cell/period-text.ts'
import type { Comparable } from '../../../kernel/dataset/comparable.ts'
import { levelNamed } from '../../../kernel/dataset/understanding/role.ts'
import { type Day, parseDay } from '../../../kernel/period/day.ts'
import { meant } from '../../place/carry-figures.ts'
import type { PlacePorts } from '../../place/ports.ts'
import type { DatasetPorts } from '../ports.ts'
import type { StoredVersion } from '../stored.ts'
import { dayOfRows, type Reader } from './row-day.ts'
import { testsFrom } from './row-question.ts'
import type { RowOut, RowTest, Value } from './rows.ts'

/** More units than any list of the country has: of 30-6-2025 there were 10,035 communes. */
const MOST = 12_000
/** So many names tell of which day a list of units is; of provinces they are all. */
const MOST_NAMES = 400
/** Months that follow one another within a year are seventy-eight. */
const MOST_PERIODS = 100
/** So many columns are named where they tell rows apart. */
const MOST_NAMED = 3

/** A figure of the moment asked; `unit` null: it is left out, `why` says for what reason. */
export type PlacedFigure = {
  readonly text: string
  readonly value: string
  readonly unit: string | null
  readonly why: 'unknown' | 'ambiguous' | 'day-unsure' | 'part'
}
export type Placed = { readonly figures: readonly PlacedFigure[]; readonly day: Day } & Pick<Read, 'at' | 'times'>
type Asked = {
  readonly of: string
  readonly at: string | null
  readonly day: Day | null
  /** Only these rows; empty: all. */
  readonly tests: readonly RowTest[]
  readonly today: string
  readonly language: Language
}

/**
 * The figures of one time with their units, and the day whose units they are. A unit that stands in several rows of that time is
 * told of none of them: one row's figure is not the unit's. [DAT-70] Rows without a place or a figure say nothing.
 */
export async function placedFigures(
  ports: DatasetPorts & PlacePorts,
  version: StoredVersion,
  fits: Comparable,
  asked: Asked,
): Promise<Result<Placed, Refusal>> {
  const read = await rowsAt(ports, version, fits, asked)
  if (!read.ok) return read
  const { rows, at, times, isCut } = read.value
  const [where, what] = [positionOf(version, fits.place.name), positionOf(version, asked.of)]
  const finer = fits.finer === null ? -1 : positionOf(version, fits.finer.name)
  const named = rows.flatMap((row) => {
    const text = row.values[where] ?? null
    return text === null ? [] : [{ text: String(text), kept: row.places[where] ?? null, row }]
  })
  const isPart = ({ row }: (typeof named)[number]): boolean => (row.values[finer] ?? null) !== null
  const parts = named.filter(isPart)
  const placed = named.filter((one) => !isPart(one))
  if (placed.length === 0 && fits.finer !== null && parts.length > 0)
    return refuse({ code: 'rows-of-parts', data: { column: fits.finer.label, place: fits.place.label } })
  if (isCut) return refuse(several(placed.slice(0, 1), version, fits, rows))
  const units = reader(ports, fits)
  const { day, isUnsure } = await dayOfRows(
    ports,
    units,
    placed,
    { said: fits.placeDay, at: at ?? times?.last ?? null, isText: fits.time?.type === 'text', version: version.validOn },
    asked.today,
    asked.day,
  )
  const found = await Promise.all(placed.map(async (one) => ({ ...one, units: await units(one, day) })))
  const known = found.flatMap(({ units: [own, more], ...one }) => (own === undefined || more !== undefined ? [] : [{ ...one, own }]))
  const twice = [...Map.groupBy(known, ({ own }) => own.id).values()].find((group) => group.length > 1)
  if (twice !== undefined)
    return refuse(
      several(
        twice,
        version,
        fits,
        twice.map(({ row }) => row),
      ),
    )
  const figures = found.flatMap(({ text, row, units: [own, more], ...one }): PlacedFigure[] => {
    const value = row.values[what] ?? null
    if (value === null) return []
    const why = own === undefined ? 'unknown' : more !== undefined ? 'ambiguous' : isUnsure({ text, ...one }) ? 'day-unsure' : null
    return [{ text, value: textOf(value), unit: why === null ? (own?.id ?? null) : null, why: why ?? 'unknown' }]
  })
  if (figures.length === 0) return refuse({ code: 'no-figures' })
  const left = parts.map(({ text, row }): PlacedFigure => ({ text, value: String(row.values[what] ?? ''), unit: null, why: 'part' }))
  return ok({ figures: [...figures, ...left], at, times, day })
}

/** The day whose units the rows of the last time before a day are of. @returns null: there are none [DAT-130] */
export async function dayOfTime(
  ports: DatasetPorts & PlacePorts,
  version: StoredVersion,
  { place, by }: { readonly place: Column; readonly by: Column },
  before: Day,
  today: Day,
): Promise<Day | null> {
  const bound =
    by.type === 'integer'
      ? before.slice(0, 4)
      : by.type === 'period'
        ? before.slice(0, 7)
        : by.type === 'instant'
          ? `${before}T00:00:00+07:00`
          : before
  const tests = testsFrom([`${by.name}:lt:${bound}`], version.columns, 'vi')
  if (!tests.ok) return null
  const placeDay = place.place === undefined ? null : parseDay(place.place.on)
  const fits: Comparable = { place, finer: null, placeDay, figures: [], time: by }
  const at = await lastTime(ports, version, by, tests.value)
  const then = testsFrom(at === null || at === '' ? [] : [`${by.name}:eq:${at}`], version.columns, 'vi')
  if (at === null || at === '' || !then.ok) return null
  const names = await ports.datasets.placesIn(version, positionOf(version, place.name), [...tests.value, ...then.value], MOST_NAMES)
  if (names.length === 0) return null
  const once = [...new Map(names.map((one) => [one.text, one])).values()]
  return (
    await dayOfRows(
      ports,
      reader(ports, fits),
      once,
      { said: placeDay, at, isText: by.type === 'text', version: version.validOn },
      today,
      null,
    )
  ).day
}

/** @returns null: no row says one; as its column writes it */
async function lastTime(ports: DatasetPorts, version: StoredVersion, time: Column, tests: readonly RowTest[]): Promise<string | null> {
  const column = positionOf(version, time.name)
  const { items } = await ports.datasets.rows(version, { tests, sort: { column, descending: true }, after: null, limit: 1 })
  const [last] = items
  const text = last === undefined ? null : String(last.values[column] ?? '')
  const period = time.type === 'period' ? parsePeriod(text ?? '') : null
  if (period === null) return text
  // of a year the one that ends last: «Cả năm» begins before its quarters
  const since = testsFrom([`${time.name}:ge:${period.year}`], version.columns, 'vi')
  if (!since.ok) return text
  const ofYear = { by: column, of: null, measure: 'count' as const, tests: [...tests, ...since.value], most: MOST_PERIODS, lines: null }
  const { items: all } = await ports.datasets.summarise(version, ofYear)
  return latestPeriod(all.flatMap(({ key }) => key ?? [])) ?? text
}

const positionOf = ({ columns }: StoredVersion, name: string): number => columns.findIndex((column) => column.name === name)

type Read = {
  readonly rows: readonly RowOut[]
  /** Null: they are of none, or of several. */
  readonly at: string | null
  /** The first and the last of their days, where each place comes once. */
  readonly times: { readonly first: string; readonly last: string } | null
  readonly isCut: boolean
}

async function rowsAt(
  ports: DatasetPorts,
  version: StoredVersion,
  { time, place }: Comparable,
  { at, tests: asked, language }: Asked,
): Promise<Result<Read, Refusal>> {
  const once =
    at === null && (time?.type === 'day' || time?.type === 'instant') ? await eachOnce(ports, version, { time, place }, asked) : null
  if (once !== null) return ok(once)
  let tests = asked
  let when = time === null ? null : at
  if (time !== null) {
    when ??= await lastTime(ports, version, time, tests)
    const read = testsFrom(when === null || when === '' ? [] : [`${time.name}:eq:${when}`], version.columns, language)
    if (!read.ok) return read
    tests = [...asked, ...read.value]
  }
  const { items, next } = await ports.datasets.rows(version, { tests, sort: null, after: null, limit: MOST })
  return ok({ rows: items, at: when, times: null, isCut: next !== null })
}

/** More rows than provinces: of a series of times some place stands twice among them. */
const FEW = 200

function areOnce(rows: readonly RowOut[], where: number): boolean {
  const places = rows.flatMap(({ values, places: kept }) => kept[where] ?? values[where] ?? [])
  return new Set(places).size === places.length
}

/** A place that was looked at on the 14th and one of the 15th are rows of one list; of two years they are not. */
const MOST_APART = 366 * 86_400_000

/**
 * All rows, where each place comes once and their days lie within a year: when a figure was taken is said of its row then, and is
 * no series of times. [DAT-147] @returns null: they are of a series, or there are too many
 */
async function eachOnce(
  ports: DatasetPorts,
  version: StoredVersion,
  { time, place }: { readonly time: Column; readonly place: Column },
  tests: readonly RowTest[],
): Promise<Read | null> {
  if (version.rows > MOST) return null
  const where = positionOf(version, place.name)
  const few = await ports.datasets.rows(version, { tests, sort: null, after: null, limit: FEW })
  // a series says so in its first rows, and is not read whole for it
  if (!areOnce(few.items, where)) return null
  const { items } = few.next === null ? few : await ports.datasets.rows(version, { tests, sort: null, after: null, limit: MOST })
  const when = positionOf(version, time.name)
  const days = items.flatMap(({ values }) => (values[when] === null ? [] : [String(values[when])])).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || first === last || !areOnce(items, where)) return null
  return Date.parse(last) - Date.parse(first) > MOST_APART ? null : { rows: items, at: null, times: { first, last }, isCut: false }
}

/**
 * What a row's text means on a day: what it was taken to mean when it came in, where that unit is there on the day [DAT-71];
 * else what the register knows by that text. A commune is known within its province alone, which the text does not say.
 */
function reader(ports: PlacePorts, { place }: Comparable): Reader {
  const met = new Map<string, ReturnType<Reader>>()
  const read: Reader = async ({ text, kept }, on) => {
    const own = kept === null ? null : await meant(ports, kept, on, undefined)
    if (own !== null && own.length > 0) return own
    const said = place.place
    if (said !== undefined && (said.on === on || said.within !== null)) return []
    // «Hòa Vang» under «Huyện» is no commune of that name [DAT-117]
    return meant(ports, text, on, said?.level ?? levelNamed(place) ?? undefined)
  }
  return (one, on) => {
    const key = `${on}\n${one.kept ?? ''}\n${one.text}`
    const known = met.get(key) ?? read(one, on)
    met.set(key, known)
    return known
  }
}

/** Says which columns tell the rows apart — those that differ among them, and are no figures — and by which values one row is left. [DAT-87] */
function several(group: readonly { readonly text: string }[], version: StoredVersion, fits: Comparable, rows: readonly RowOut[]): Refusal {
  const figures = new Set(fits.figures.map(({ column }) => column.name))
  const apart = version.columns.filter(
    ({ name, type }, i) =>
      name !== fits.place.name &&
      type !== 'geometry' &&
      !figures.has(name) &&
      new Set(rows.map(({ values }) => values[i] ?? null)).size > 1,
  )
  const data = { place: group[0]?.text ?? '', count: rows.length }
  if (apart.length === 0) return { code: 'place-in-alike-rows', data }
  const columns = apart
    .slice(0, MOST_NAMED)
    .map(({ label }) => `«${label}»`)
    .join(', ')
  const only = leavingOne(version, apart, rows)
  const filter = new URLSearchParams(only.map(({ column, value }): [string, string] => ['filter', testOf(column.name, value)]))
  const words = only.map(({ column, value }) => `«${column.label}»: «${value ?? ''}»`)
  return { code: 'place-in-several-rows', data: { ...data, columns, only: words.join(', '), filter: filter.toString() } }
}

const textOf = (value: Value): string => (typeof value === 'number' ? figureText(value) : String(value))
const testOf = (name: string, value: Value): string => (value === null ? `${name}:empty:` : `${name}:eq:${textOf(value)}`)

/** Values of the first row, column by column, until no other has them. */
function leavingOne(
  { columns }: StoredVersion,
  apart: readonly Column[],
  rows: readonly RowOut[],
): readonly { readonly column: Column; readonly value: Value }[] {
  let left = rows
  return apart.flatMap((column) => {
    const at = columns.indexOf(column)
    const value = rows[0]?.values[at] ?? null
    const next = left.filter(({ values }) => (values[at] ?? null) === value)
    if (left.length === 1 || next.length === left.length) return []
    left = next
    return [{ column, value }]
  })
}
