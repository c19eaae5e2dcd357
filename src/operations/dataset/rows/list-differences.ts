import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { columnsChanged, columnsOfBoth } from '../../../kernel/dataset/columns-changed.ts'
import { operation } from '../../operation.ts'
import { noKey } from '../../page-key.ts'
import { id, limit } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset, noVersion } from '../refusals.ts'
import type { StoredVersion } from '../stored.ts'
import { column, columnsChangedView, shownChange } from '../views.ts'
import { value } from './list-rows.ts'
import type { Value } from './rows.ts'
import { readableVersion } from './version-asked.ts'

const values = z.record(z.string(), value).nullable()

const output = z.strictObject({
  from: z.int(),
  to: z.int(),
  comparable: z.boolean().meta({ description: 'false: one replaced the other whole, without a common key' }),
  columns: columnsChangedView,
  dictionary: z.array(column).meta({ description: 'the columns of both versions, as the later has them; those that went stand last' }),
  key: z.array(z.string()).meta({ description: 'the columns by which rows are joined' }),
  items: z.array(
    z.strictObject({
      kind: z.enum(['added', 'changed', 'removed']),
      leftOut: z.boolean().meta({ description: 'of one that is removed: the file of `to` has it, but as a bad row' }),
      row: z.string(),
      before: values,
      after: values,
    }),
  ),
  next: z.string().nullable(),
})
export type DifferencesView = z.infer<typeof output>

/** What a version changed of an earlier one: columns, and rows added, changed and removed, with both sides. [DAT-9] [DAT-90] */
export const datasetDifferences = operation({
  name: 'dataset.differences',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Khác biệt giữa hai phiên bản', en: 'Differences between two versions' },
  input: z.strictObject({
    id,
    to: z.coerce.number().int().min(1).max(2_147_483_647).optional().meta({ description: 'the current one when absent' }),
    from: z.coerce.number().int().min(1).max(2_147_483_647).optional().meta({ description: 'the one before it when absent' }),
    after: z.string().max(200).optional(),
    limit: limit.optional(),
  }),
  output,
  rest: { method: 'GET', path: '/datasets/{id}/differences' },
  async run(ports: DatasetPorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const later = await readableVersion(ports, one, given.to, context.language)
    if (!later.ok) return later
    const to = later.value
    const earlier = await readableVersion(ports, one, given.from ?? to.n - 1, context.language)
    if (!earlier.ok) return earlier
    const from = earlier.value
    if (from.n >= to.n) return refuse(noVersion(context.language))
    if (given.after !== undefined && !/^\d{1,18}$/.test(given.after)) return refuse(noKey(context.language))
    const comparable = from.store === to.store
    const page = comparable
      ? await ports.datasets.differences({ to, from, key: to.key }, { after: given.after ?? null, limit: given.limit ?? 50 })
      : { items: [], next: null }
    const named = ({ columns }: Pick<StoredVersion, 'columns'>, row: readonly Value[] | null) =>
      row === null ? null : Object.fromEntries(columns.map((column, i) => [column.name, row[i] ?? null]))
    return ok({
      from: from.n,
      to: to.n,
      comparable,
      columns: shownChange(columnsChanged(from.columns, to.columns)),
      dictionary: [...columnsOfBoth(from.columns, to.columns)],
      key: [...to.key],
      items: page.items.map((row) => ({
        kind: row.kind,
        leftOut: row.leftOut,
        row: row.id,
        before: named(from, row.before),
        after: named(to, row.after),
      })),
      next: page.next,
    })
  },
})
