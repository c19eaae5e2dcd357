import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { type Comparable, comparable } from '../../../kernel/dataset/comparable.ts'
import { type Day, parseDay } from '../../../kernel/period/day.ts'
import { outlineArea } from '../../../kernel/place/outline-area.ts'
import { readShape } from '../../../kernel/place/shape.ts'
import type { Carried } from '../../place/carry-figures.ts'
import type { PlacePorts } from '../../place/ports.ts'
import type { DatasetPorts } from '../ports.ts'
import type { StoredVersion } from '../stored.ts'
import { type PlacedFigure, placedFigures } from './placed-rows.ts'
import { periodOf } from './row-day.ts'
import { testsFrom } from './row-question.ts'
import type { RowTest } from './rows.ts'

/** How much units count, and of which time: by the area of their outlines, or by figures of another table. [DAT-40] */
type Figures = { place: string; value: string }[]
type Asking = {
  /** `area`, or `dataset:column`; empty: none. */
  readonly of: string
  /** The time of the weights, as their column writes it; null: that of the figures. */
  readonly at: string | null
  /** The time of the figures; null: they have none. */
  readonly time: string | null
  /** Their column is one of texts. */
  readonly isText: boolean
  readonly days: readonly string[]
  readonly language: Language
  /** The table of the figures: weights of its own are those of the same version and the same rows. `at` null: of all of them. */
  readonly own: {
    readonly id: string
    readonly version: StoredVersion
    readonly day: Day | null
    readonly at: string | null
    readonly tests: readonly RowTest[]
  }
}
type Weights = {
  readonly weights: Figures
  readonly at: string | null
  readonly unread: Carried['weightsUnread']
  /** Of each weight that is told its number and its text in the table; empty: they are areas, of no rows. */
  readonly rows: readonly { readonly n: number; readonly place: string; readonly unit: string }[]
}

export const unitsOf = (figures: readonly PlacedFigure[]): Figures =>
  figures.flatMap(({ unit, value }) => (unit === null ? [] : [{ place: unit, value }]))

/**
 * Weights of another table that he may see are those of the time of the figures, or the last of its year: people of 2025 say
 * nothing of how a rate of 2015 is put together. Where the table has none of that year, the nearest is named, to be asked for.
 */
export async function weightsFrom(ports: DatasetPorts & PlacePorts, asking: Asking, today: string): Promise<Result<Weights, Refusal>> {
  const { of, days, language, own } = asking
  if (of === '') return ok({ weights: [], at: null, unread: [], rows: [] })
  if (of === 'area') return ok({ weights: await areas(ports, days), at: null, unread: [], rows: [] })
  const [slug = '', column = ''] = of.split(':')
  const other = await ports.datasets.get(slug)
  const isOwn = other?.id === own.id
  const version = isOwn ? own.version : other?.current
  const fits = version === undefined ? null : comparable(version.columns)
  if (version === undefined || fits === null || !fits.figures.some((one) => one.column.name === column)) return refuse(noWeights(language))
  const at = asking.at ?? (isOwn ? own.at : await timeOf(ports, version, fits, asking))
  if (!(at === null || typeof at === 'string')) return refuse(at)
  // read as of its own day: «Đà Nẵng» of 34 provinces weighs nothing of the «Đà Nẵng» before
  const placed = await placedFigures(ports, version, fits, {
    of: column,
    at,
    day: isOwn ? own.day : null,
    tests: isOwn ? own.tests : [],
    today,
    language,
  })
  if (!placed.ok) return placed
  const { figures } = placed.value
  const unread = figures.flatMap(({ text, unit, why }, i) =>
    unit === null && why !== 'part'
      ? [{ n: i + 1, place: text, reason: why === 'ambiguous' ? ('ambiguous' as const) : ('unknown' as const) }]
      : [],
  )
  const rows = figures.flatMap(({ text, unit }, i) => (unit === null ? [] : [{ n: i + 1, place: text, unit }]))
  return ok({ weights: unitsOf(figures), at: placed.value.at, unread, rows })
}

/** @returns null: the latest, for the figures have no time of a calendar, or the weights none; a refusal where that year is not there */
async function timeOf(
  ports: DatasetPorts,
  version: StoredVersion,
  { time }: Comparable,
  { time: of, isText, language }: Asking,
): Promise<string | null | Refusal> {
  const period = of === null ? null : periodOf(of, isText)
  if (time === null || of === null || period === null) return null
  const column = version.columns.findIndex(({ name }) => name === time.name)
  const year = Number(period.first.slice(0, 4))
  const bound = (n: number): string => (time.type === 'integer' || time.type === 'period' ? String(n) : `${n}-01-01`)
  const last = async (said: readonly string[], descending = true): Promise<string | null> => {
    const tests = testsFrom(
      said.map((one) => `${time.name}:${one}`),
      version.columns,
      language,
    )
    if (!tests.ok) return null
    const { items } = await ports.datasets.rows(version, { tests: tests.value, sort: { column, descending }, after: null, limit: 1 })
    return items[0] === undefined ? null : String(items[0].values[column])
  }
  const whole = time.type === 'period' ? await last([`eq:${year}`]) : null
  const own = (await last([`eq:${of}`])) ?? whole ?? (await last([`ge:${bound(year)}`, `lt:${bound(year + 1)}`]))
  if (own !== null) return own
  const nearest = (await last([`lt:${bound(year)}`])) ?? (await last([`ge:${bound(year + 1)}`], false))
  return nearest === null ? null : { code: 'weights-of-other-time', data: { time: String(year), column: time.label, nearest } }
}

/** A unit that was there on both days has one area. */
async function areas(ports: PlacePorts, days: readonly string[]): Promise<Figures> {
  const found = (await Promise.all(days.map((day) => areasOn(ports, day)))).flat()
  return [...new Map(found.map((one) => [one.place, one])).values()]
}

async function areasOn(ports: PlacePorts, text: string): Promise<Figures> {
  const on = parseDay(text)
  if (on === null) return []
  return (await ports.places.outlines(on))
    .filter(({ kind }) => kind === 'province')
    .map(({ place, geometry }) => ({ place, value: outlineArea(readShape(geometry)).toFixed(1) }))
}

const noWeights = (language: Language): Refusal => ({
  code: 'bad-value',
  data: {
    name: 'weights',
    reason: language === 'vi' ? 'không phải là cột số liệu của bộ dữ liệu' : 'is no column of figures of the dataset',
  },
})
