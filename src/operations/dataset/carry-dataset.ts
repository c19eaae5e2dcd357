import { z } from 'zod'
import type { Language, Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Comparable, comparable } from '../../kernel/dataset/comparable.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { measures } from '../../kernel/place/carry.ts'
import { outlineArea } from '../../kernel/place/outline-area.ts'
import { readShape } from '../../kernel/place/shape.ts'
import { operation } from '../operation.ts'
import { carriedView, figuresCarried, meant } from '../place/carry-figures.ts'
import type { PlacePorts } from '../place/ports.ts'
import { dayText, id } from '../values.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import { testsFrom } from './row-question.ts'
import type { RowTest } from './rows.ts'
import type { StoredVersion } from './stored.ts'
import { readableVersion } from './version-asked.ts'

/** More units than this no list of a country has. */
const MOST = 5000
/** The last day of the sixty-three provinces. */
const BEFORE_REFORM = '2025-06-30'

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
    day: dayText.optional().meta({ description: 'the day whose units the table is of; absent: the one whose units fit best' }),
    at: z.string().max(60).optional().meta({ description: 'a value of the column of time; absent: the latest' }),
    measure: z.enum(measures).optional().meta({ description: 'absent: as the column says, or its unit' }),
    weights: z.string().max(200).optional().meta({
      description: 'area: of the outlines; dataset:column, figures of the same units elsewhere; absent: none',
    }),
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
    const table = await figuresAt(ports, version, fits, figure.column.name, given.at ?? null, language)
    if (!table.ok) return table
    const day = given.day ?? fits.placeDay ?? (await dayThatFits(ports, table.value.figures, [version.validOn, context.today]))
    const weights = await weightsFrom(ports, given.weights ?? null, [day, given.on], language)
    if (!weights.ok) return weights
    const told = await figuresCarried(ports, { day, on: given.on, measure, figures: table.value.figures, weights: weights.value })
    if (!told.ok) return told
    return ok({
      ...told.value,
      day,
      version: version.n,
      place: fits.place.name,
      of: figure.column.name,
      at: table.value.at,
      measure,
      weights: given.weights ?? null,
    })
  },
})

type Figures = { place: string; value: string }[]

/** The figures of one time. Rows without a place or a figure say nothing, and their units are named as missing. */
async function figuresAt(
  ports: DatasetPorts,
  version: StoredVersion,
  { place, time }: Comparable,
  of: string,
  at: string | null,
  language: Language,
): Promise<Result<{ readonly figures: Figures; readonly at: string | null }, Refusal>> {
  const position = (name: string): number => version.columns.findIndex((column) => column.name === name)
  const [where, what] = [position(place.name), position(of)]
  let tests: readonly RowTest[] = []
  let when = time === null ? null : at
  if (time !== null) {
    const column = position(time.name)
    if (when === null) {
      const [last] = (await ports.datasets.rows(version, { tests: [], sort: { column, descending: true }, after: null, limit: 1 })).items
      when = last === undefined ? null : String(last.values[column] ?? '')
    }
    const read = testsFrom(when === null || when === '' ? [] : [`${time.name}:eq:${when}`], version.columns, language)
    if (!read.ok) return read
    tests = read.value
  }
  const { items } = await ports.datasets.rows(version, { tests, sort: null, after: null, limit: MOST })
  const figures = items.flatMap(({ values }) => {
    const [named, value] = [values[where] ?? null, values[what] ?? null]
    return named === null || value === null ? [] : [{ place: String(named), value: String(value) }]
  })
  return figures.length === 0 ? refuse({ code: 'no-figures' }) : ok({ figures, at: when })
}

/** Of some days the one on which most of its places are known, and fewest of that level are missing. */
async function dayThatFits(ports: PlacePorts, figures: Figures, days: readonly (string | null)[]): Promise<string> {
  let best: { readonly on: Day; readonly wrong: number } | null = null
  for (const text of new Set([...days, BEFORE_REFORM])) {
    const on = text === null ? null : parseDay(text)
    if (on === null) continue
    const found = await Promise.all(figures.map(({ place }) => meant(ports, place, on, undefined)))
    const known = new Set(found.flatMap(([own, other]) => (own === undefined || other !== undefined ? [] : [own.id])))
    const isOfProvinces = found.some(([own]) => own?.level === 'province')
    const all = isOfProvinces ? (await ports.places.list({ parent: null, level: 'province', on, after: null, limit: 100 })).items.length : 0
    const wrong = figures.length - known.size + Math.max(0, all - known.size)
    if (best === null || wrong < best.wrong) best = { on, wrong }
  }
  return best?.on ?? BEFORE_REFORM
}

/** How much units count: by the area of their outlines on both days, or by figures of another table that he may see. */
async function weightsFrom(
  ports: DatasetPorts & PlacePorts,
  asked: string | null,
  days: readonly string[],
  language: Language,
): Promise<Result<Figures, Refusal>> {
  if (asked === null || asked === '') return ok([])
  if (asked === 'area') return ok((await Promise.all(days.map((day) => areasOn(ports, day)))).flat())
  const [slug = '', column = ''] = asked.split(':')
  const other = await ports.datasets.get(slug)
  const fits = other === null ? null : comparable(other.current.columns)
  if (other === null || fits === null || !fits.figures.some((one) => one.column.name === column)) return refuse(wrong('weights', language))
  const table = await figuresAt(ports, other.current, fits, column, null, language)
  if (!table.ok) return table
  // read as of its own day: «Đà Nẵng» of 34 provinces weighs nothing of the «Đà Nẵng» before
  const on = parseDay(fits.placeDay ?? (await dayThatFits(ports, table.value.figures, [other.current.validOn])))
  if (on === null) return ok([])
  const units = await Promise.all(table.value.figures.map(async (one) => ({ ...one, found: await meant(ports, one.place, on, undefined) })))
  return ok(units.flatMap(({ value, found: [own, more] }) => (own === undefined || more !== undefined ? [] : [{ place: own.id, value }])))
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
