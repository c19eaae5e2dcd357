import { z } from 'zod'
import type { Language, Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { comparable } from '../../kernel/dataset/comparable.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { measures } from '../../kernel/place/carry.ts'
import { outlineArea } from '../../kernel/place/outline-area.ts'
import { readShape } from '../../kernel/place/shape.ts'
import { operation } from '../operation.ts'
import { type Carried, carriedView, figuresCarried } from '../place/carry-figures.ts'
import type { PlacePorts } from '../place/ports.ts'
import { dayText, id } from '../values.ts'
import { type PlacedFigure, placedFigures } from './placed-rows.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import { testsFrom } from './row-question.ts'
import { readableVersion } from './version-asked.ts'

const output = z.strictObject({
  ...carriedView.shape,
  day: dayText,
  version: z.int(),
  place: z.string().meta({ description: 'the column of places' }),
  of: z.string(),
  at: z.string().nullable().meta({ description: 'null: a place comes once' }),
  measure: z.enum(measures),
  weights: z.string().nullable(),
})
export type CarriedDataset = z.infer<typeof output>

/** Figures of a table told of the units of another day: sixty-three provinces as thirty-four, or back. [DAT-40] */
export const datasetCarry = operation({
  name: 'dataset.carry',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Số liệu của một bộ dữ liệu theo địa giới của một ngày khác', en: 'Figures of a dataset by the units of another day' },
  input: z.strictObject({
    id,
    on: dayText.meta({ description: 'the day whose units they are told of, later or earlier' }),
    of: z.string().max(100).optional().meta({ description: 'the column of figures; the first when absent' }),
    day: dayText
      .optional()
      .meta({ description: 'the day whose units the table is of; absent: of the year of its rows, as their names say' }),
    at: z.string().max(60).optional().meta({ description: 'a value of the column of time; absent: the latest' }),
    measure: z.enum(measures).optional().meta({ description: 'absent: as the column says, or its unit' }),
    weights: z.string().max(200).optional().meta({
      description: 'area: of the outlines; dataset:column, figures of the same units elsewhere; absent: none',
    }),
    filter: z
      .union([z.string().max(500), z.array(z.string().max(500)).max(20)])
      .optional()
      .meta({ description: 'column:operator:value, as of rows: where a unit has several, those that leave one' }),
    version: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  }),
  output,
  rest: { method: 'GET', path: '/datasets/{id}/carried' },
  async run(ports: DatasetPorts & PlacePorts, context, given) {
    const { language } = context
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(language))
    const asked = await readableVersion(ports, one, given.version, language)
    if (!asked.ok) return asked
    const version = asked.value
    const fits = comparable(version.columns)
    if (fits === null) return refuse({ code: 'not-of-places' })
    const figure = given.of === undefined ? fits.figures[0] : fits.figures.find(({ column }) => column.name === given.of)
    if (figure === undefined) return refuse(wrong('of', language))
    const measure = given.measure ?? figure.measure
    if (measure === null) return refuse({ code: 'measure-unknown', data: { column: figure.column.label } })
    const own = given.day === undefined ? null : parseDay(given.day)
    if (given.day !== undefined && own === null) return refuse({ code: 'bad-day', data: { value: given.day } })
    const tests = testsFrom(given.filter === undefined ? [] : [given.filter].flat(), version.columns, language)
    if (!tests.ok) return tests
    const question = { tests: tests.value, of: figure.column.name, at: given.at ?? null, day: own, today: context.today, language }
    const placed = await placedFigures(ports, version, fits, question)
    if (!placed.ok) return placed
    const { day, at, figures } = placed.value
    const weights = await weightsFrom(ports, given.weights ?? null, [day, given.on], question)
    if (!weights.ok) return weights
    const told = await figuresCarried(ports, { day, on: given.on, measure, figures: read(figures), weights: weights.value })
    if (!told.ok) return told
    return ok({
      ...told.value,
      unread: unreadOf(figures, told.value.unread),
      day,
      version: version.n,
      place: fits.place.name,
      of: figure.column.name,
      at,
      measure,
      weights: given.weights ?? null,
    })
  },
})

type Figures = { place: string; value: string }[]

const read = (figures: readonly PlacedFigure[]): Figures =>
  figures.flatMap(({ unit, value }) => (unit === null ? [] : [{ place: unit, value }]))

/** What was left out before it was carried, and while it was, each by its number and its text in the table. */
function unreadOf(figures: readonly PlacedFigure[], told: Carried['unread']): Carried['unread'] {
  const numbered = figures.map((one, i) => ({ ...one, n: i + 1 }))
  const carried = numbered.filter(({ unit }) => unit !== null)
  return [
    ...numbered.flatMap(({ n, text, unit, why }) => (unit === null ? [{ n, place: text, reason: why }] : [])),
    ...told.map(({ n, place, reason }) => ({ n: carried[n - 1]?.n ?? n, place: carried[n - 1]?.text ?? place, reason })),
  ].toSorted((a, b) => a.n - b.n)
}

/** How much units count: by the area of their outlines on both days, or by figures of another table that he may see. */
async function weightsFrom(
  ports: DatasetPorts & PlacePorts,
  asked: string | null,
  days: readonly string[],
  { today, language }: { readonly today: string; readonly language: Language },
): Promise<Result<Figures, Refusal>> {
  if (asked === null || asked === '') return ok([])
  if (asked === 'area') return ok((await Promise.all(days.map((day) => areasOn(ports, day)))).flat())
  const [slug = '', column = ''] = asked.split(':')
  const other = await ports.datasets.get(slug)
  const fits = other === null ? null : comparable(other.current.columns)
  if (other === null || fits === null || !fits.figures.some((one) => one.column.name === column)) return refuse(wrong('weights', language))
  // read as of its own day: «Đà Nẵng» of 34 provinces weighs nothing of the «Đà Nẵng» before
  const placed = await placedFigures(ports, other.current, fits, { of: column, at: null, day: null, tests: [], today, language })
  return placed.ok ? ok(read(placed.value.figures)) : placed
}

async function areasOn(ports: PlacePorts, text: string): Promise<Figures> {
  const on = parseDay(text)
  if (on === null) return []
  return (await ports.places.outlines(on))
    .filter(({ kind }) => kind === 'province')
    .map(({ place, geometry }) => ({ place, value: outlineArea(readShape(geometry)).toFixed(1) }))
}

const wrong = (name: string, language: Language): Refusal => ({
  code: 'bad-value',
  data: { name, reason: language === 'vi' ? 'không phải là cột số liệu của bộ dữ liệu' : 'is no column of figures of the dataset' },
})
