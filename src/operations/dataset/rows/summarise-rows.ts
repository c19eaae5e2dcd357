import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { chartMeasures, chartMeasuresOf, isTime, MOST_LINES } from '../../../kernel/dataset/chart.ts'
import { operation } from '../../operation.ts'
import type { PlacePorts } from '../../place/ports.ts'
import { dayText, id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset } from '../refusals.ts'
import { extentChanges } from './extent-changes.ts'
import { testsFrom } from './row-question.ts'
import { readableVersion } from './version-asked.ts'

/** Groups are few enough to be drawn; more are said to be there. */
const MOST = 400

/** Rows counted and measured by the values of a column; days by their months or years, so that a chart can be read. */
export const datasetSummary = operation({
  name: 'dataset.summary',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Tổng hợp các dòng theo một cột', en: 'Summarise rows by a column' },
  input: z.strictObject({
    id,
    by: z.string().max(100).meta({ description: 'the column whose values make groups' }),
    of: z.string().max(100).optional().meta({ description: 'the column of numbers that is measured; absent: rows are counted' }),
    measure: z.enum(chartMeasures).optional(),
    lines: z
      .string()
      .max(100)
      .optional()
      .meta({ description: `a column each of whose values is a line; ${MOST_LINES} of them` }),
    line: z
      .union([z.string().max(300), z.array(z.string().max(300)).max(MOST_LINES)])
      .optional()
      .meta({ description: 'which values of that column; absent: those with most rows' }),
    version: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
    filter: z.union([z.string().max(500), z.array(z.string().max(500)).max(20)]).optional(),
  }),
  output: z.strictObject({
    version: z.int(),
    step: z.enum(['value', 'day', 'month', 'year']),
    items: z.array(
      z.strictObject({
        key: z.string().nullable(),
        line: z.string().nullable().meta({ description: 'null: no lines were asked for' }),
        value: z.number().nullable(),
        rows: z.int(),
      }),
    ),
    more: z.boolean().meta({ description: 'true: there are more groups than these' }),
    changes: z
      .array(
        z.strictObject({
          line: z.string(),
          name: z.string(),
          on: dayText,
          joined: z.array(z.strictObject({ name: z.string(), whole: z.boolean() })).meta({ description: 'what it has since that day' }),
          left: z.array(z.string()).meta({ description: 'what has some of it since that day' }),
        }),
      )
      .meta({
        description: 'lines of places whose extent changed within the times: figures before and after are not of the same territory',
      }),
  }),
  rest: { method: 'GET', path: '/datasets/{id}/summary' },
  async run(ports: DatasetPorts & PlacePorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const version = await readableVersion(ports, one, given.version, context.language)
    if (!version.ok) return version
    const at = version.value
    const tests = testsFrom(given.filter === undefined ? [] : [given.filter].flat(), at.columns, context.language)
    if (!tests.ok) return tests
    const by = at.columns.findIndex(({ name }) => name === given.by)
    const of = given.of === undefined ? null : at.columns.findIndex(({ name }) => name === given.of)
    const lines = given.lines === undefined ? null : at.columns.findIndex(({ name }) => name === given.lines)
    if (lines !== null && (lines < 0 || at.columns[lines]?.type === 'geometry' || given.lines === given.by))
      return refuse({ code: 'bad-value', data: { name: 'lines', reason: NOT_USABLE[context.language] } })
    const isNumber = of === null || ['integer', 'decimal'].includes(at.columns[of]?.type ?? '')
    if (by < 0 || at.columns[by]?.type === 'geometry' || !isNumber)
      return refuse({
        code: 'bad-value',
        data: {
          name: by < 0 ? 'by' : 'of',
          reason: NOT_USABLE[context.language],
        },
      })
    const measured = of === null ? undefined : at.columns[of]
    if (measured !== undefined && given.measure !== undefined && !chartMeasuresOf(measured).includes(given.measure))
      return refuse({ code: 'bad-value', data: { name: 'measure', reason: notAdded(measured.label)[context.language] } })
    const found = await ports.datasets.summarise(at, {
      by,
      of,
      measure: of === null ? 'count' : (given.measure ?? 'avg'),
      tests: tests.value,
      most: (lines === null ? MOST : MOST * MOST_LINES) + 1,
      lines: lines === null ? null : { column: lines, only: given.line === undefined ? [] : [given.line].flat(), most: MOST_LINES },
    })
    const most = lines === null ? MOST : MOST * MOST_LINES
    const [time, place] = [at.columns[by], lines === null ? undefined : at.columns[lines]]
    const series = [...Map.groupBy(found.items, ({ line }) => line)].flatMap(([line, own]) =>
      line === null ? [] : [{ line, keys: own.flatMap(({ key }) => (key === null ? [] : [key])) }],
    )
    const changes =
      time === undefined || place === undefined || !isTime(time)
        ? []
        : await extentChanges(ports, at, { by: time, place, series, today: context.today })
    return ok({
      version: at.n,
      step: found.step,
      items: found.items.slice(0, most).map((item) => ({ ...item })),
      more: found.items.length > most,
      changes: changes.map(({ joined, left, ...change }) => ({ ...change, joined: [...joined], left: [...left] })),
    })
  },
})

const NOT_USABLE = { vi: 'không phải là cột dùng được ở đây', en: 'is no column that can be used here' }
/** Of rates, of greatest and of least there is no sum. [DAT-84] */
const notAdded = (label: string) => ({ vi: `số liệu của cột «${label}» không cộng được`, en: `figures of “${label}” do not add up` })
