import { z } from 'zod'
import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, refuse } from '../../../base/result.ts'
import { comparable } from '../../../kernel/dataset/comparable.ts'
import { parseDay } from '../../../kernel/period/day.ts'
import { measures } from '../../../kernel/place/carry.ts'
import { levels } from '../../../kernel/place/place.ts'
import { operation } from '../../operation.ts'
import { type Carried, carriedView, figuresCarried, gapsWays } from '../../place/carry-figures.ts'
import type { PlacePorts } from '../../place/ports.ts'
import { dayText, id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset } from '../refusals.ts'
import { unitsOf, weightsFrom } from './carry-weights.ts'
import { type PlacedFigure, placedFigures } from './placed-rows.ts'
import { testsFrom } from './row-question.ts'
import { readableVersion } from './version-asked.ts'

const output = z.strictObject({
  ...carriedView.shape,
  day: dayText,
  version: z.int(),
  place: z.string().meta({ description: 'the column of places' }),
  of: z.string(),
  at: z.string().nullable().meta({ description: 'null: a place comes once' }),
  times: z
    .strictObject({ first: z.string(), last: z.string() })
    .nullable()
    .meta({ description: 'days of the rows, where a place comes once and they are of several; null: of one, or of none' }),
  measure: z.enum(measures),
  weights: z.string().nullable(),
  weightsAt: z.string().nullable().meta({ description: 'the time the weights are of; null: they have none' }),
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
    toLevel: z.enum(levels).optional().meta({
      description: 'the level of the units told of, above that of the table: communes as their province; absent: that of the table',
    }),
    gaps: z.enum(gapsWays).optional().meta({
      description:
        'leave, when absent: without the figure of one of its units none is told; tell: it is told of the others, and names those that lack',
    }),
    measure: z.enum(measures).optional().meta({ description: 'absent: as the column says, or its unit' }),
    weights: z.string().max(200).optional().meta({
      description: 'area: of the outlines; dataset:column, figures of the same units, elsewhere or in this very table; absent: none',
    }),
    weightsAt: z.string().max(60).optional().meta({
      description: 'a value of the column of time of the table of weights; absent: that of the figures',
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
    const { day, at, times, figures } = placed.value
    const asking = {
      of: given.weights ?? '',
      at: given.weightsAt ?? null,
      time: at ?? times?.last ?? null,
      isText: fits.time?.type === 'text',
      days: [day, given.on],
      language,
      own: { id: one.id, version, day: own, at, tests: tests.value },
    }
    const weights = await weightsFrom(ports, asking, context.today)
    if (!weights.ok) return weights
    const { toLevel, gaps } = given
    const how = { ...(toLevel === undefined ? {} : { toLevel }), ...(gaps === undefined ? {} : { gaps }) }
    const carry = { day, on: given.on, ...how, measure, figures: unitsOf(figures), weights: weights.value.weights }
    const told = await figuresCarried(ports, carry)
    if (!told.ok) return refuse(asNamed(told.refusal, [...figures.map(({ text, unit }) => ({ place: text, unit })), ...weights.value.rows]))
    return ok({
      ...told.value,
      unread: unreadOf(figures, told.value.unread),
      day,
      version: version.n,
      place: fits.place.name,
      of: figure.column.name,
      at,
      times,
      measure,
      weights: given.weights ?? null,
      weightsAt: weights.value.at,
      weightsUnread: [
        ...weights.value.unread,
        ...told.value.weightsUnread.map((one) => ({ ...one, ...rowOf(weights.value.rows[one.n - 1]) })),
      ].toSorted((a, b) => a.n - b.n),
    })
  },
})

const rowOf = (row: { readonly n: number; readonly place: string } | undefined) => (row === undefined ? {} : { n: row.n, place: row.place })

/** A unit is carried by its id; who asked knows it by its text in the table. */
function asNamed(refusal: Refusal, rows: readonly { readonly place: string; readonly unit: string | null }[]): Refusal {
  const own = rows.find(({ unit }) => unit !== null && unit === refusal.data?.['place'])
  return own === undefined ? refusal : { ...refusal, data: { ...refusal.data, place: own.place } }
}

/** What was left out before it was carried, and while it was, each by its number and its text in the table. */
function unreadOf(figures: readonly PlacedFigure[], told: Carried['unread']): Carried['unread'] {
  const numbered = figures.map((one, i) => ({ ...one, n: i + 1 }))
  const carried = numbered.filter(({ unit }) => unit !== null)
  return [
    ...numbered.flatMap(({ n, text, unit, why }) => (unit === null ? [{ n, place: text, reason: why }] : [])),
    ...told.map(({ n, place, reason }) => ({ n: carried[n - 1]?.n ?? n, place: carried[n - 1]?.text ?? place, reason })),
  ].toSorted((a, b) => a.n - b.n)
}

const wrong = (name: string, language: Language): Refusal => ({
  code: 'bad-value',
  data: { name, reason: language === 'vi' ? 'không phải là cột số liệu của bộ dữ liệu' : 'is no column of figures of the dataset' },
})
