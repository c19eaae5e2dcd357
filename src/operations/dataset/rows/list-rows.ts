import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { operation } from '../../operation.ts'
import { noKey, readKey, writeKey } from '../../page-key.ts'
import { id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset } from '../refusals.ts'
import type { StoredVersion } from '../stored.ts'
import { column } from '../views.ts'
import { sortFrom, testsFrom } from './row-question.ts'
import { readableVersion } from './version-asked.ts'

/** Counted no further: the number of all rows that a test leaves of millions is not worth a second. */
const MOST_COUNTED = 10_000

export const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** The rows of a dataset at a version, by key: the millionth page costs what the first does. */
export const datasetRows = operation({
  name: 'dataset.rows',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Các dòng của một bộ dữ liệu', en: 'The rows of a dataset' },
  input: z.strictObject({
    id,
    version: z.coerce.number().int().min(1).max(2_147_483_647).optional().meta({ description: 'the current one when absent' }),
    filter: z
      .union([z.string().max(500), z.array(z.string().max(500)).max(20)])
      .optional()
      .meta({ description: 'column:operator:value; eq ne lt le gt ge has empty any' }),
    sort: z.string().max(100).optional().meta({ description: 'a column, or -column; as in the file when absent' }),
    after: z.string().max(400).optional().meta({ description: '`next` of the page before, asked for in the same order' }),
    limit: z.coerce.number().int().min(1).max(5000).optional(),
    count: z.enum(['true', 'false']).optional().meta({ description: 'false: how many there are is not asked' }),
  }),
  output: z.strictObject({
    version: z.int(),
    columns: z.array(column),
    items: z.array(z.strictObject({ row: z.string(), values: z.record(z.string(), value) })).meta({
      description: 'a number that JSON cannot hold to the last figure comes as text',
    }),
    next: z.string().nullable().meta({ description: 'goes on in the version of this page, whatever comes meanwhile' }),
    total: z.int().nullable().meta({ description: 'of all pages; null: more than 10,000 after a test, or not asked' }),
  }),
  rest: { method: 'GET', path: '/datasets/{id}/rows' },
  async run(ports: DatasetPorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const after = given.after === undefined ? null : rowKey(given.after)
    if (given.after !== undefined && (after === null || after.sort !== (given.sort ?? '') || after.n !== (given.version ?? after.n)))
      return refuse(noKey(context.language))
    const version = await readableVersion(ports, one, after?.n ?? given.version, context.language)
    if (!version.ok) return version
    const at = version.value
    const filters = given.filter === undefined ? [] : [given.filter].flat()
    const tests = testsFrom(filters, at.columns, context.language)
    if (!tests.ok) return tests
    const sort = sortFrom(given.sort, at.columns, context.language)
    if (!sort.ok) return sort
    const page = await ports.datasets.rows(at, {
      tests: tests.value,
      sort: sort.value,
      after: after?.id ?? null,
      limit: given.limit ?? 50,
    })
    if (page.lost === true) return refuse(noKey(context.language))
    const counted =
      given.count === 'false' ? null : tests.value.length === 0 ? at.rows : await ports.datasets.count(at, tests.value, MOST_COUNTED + 1)
    return ok({
      version: at.n,
      columns: [...at.columns],
      items: page.items.map((row) => ({ row: row.id, values: named(at, row.values) })),
      next: page.next === null ? null : afterRow(at.n, given.sort ?? '', page.next),
      total: counted === null || (tests.value.length > 0 && counted > MOST_COUNTED) ? null : counted,
    })
  },
})

const named = (at: Pick<StoredVersion, 'columns'>, values: readonly (string | number | boolean | null)[]) =>
  Object.fromEntries(at.columns.map((one, i) => [one.name, values[i] ?? null]))

/** Where a page goes on that begins behind a row of a version, in an order; empty: as in the file. */
export const afterRow = (n: number, sort: string, id: string): string => writeKey(`${n}:${sort}`, id)

/** Pages go on in the version and the order of the first: a row, not its value, says where, for a value may be of any length. */
function rowKey(after: string): { readonly n: number; readonly sort: string; readonly id: string } | null {
  const [order = '', id = ''] = readKey(after) ?? []
  const [, n = '', sort = ''] = /^(\d{1,9}):(.*)$/s.exec(order) ?? []
  return n === '' || !/^\d{1,18}$/.test(id) ? null : { n: Number(n), sort, id }
}
