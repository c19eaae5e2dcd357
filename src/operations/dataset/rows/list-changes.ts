import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { isSameDictionary } from '../../../kernel/dataset/columns-changed.ts'
import { operation } from '../../operation.ts'
import { noKey } from '../../page-key.ts'
import { id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset, noVersion } from '../refusals.ts'
import type { StoredVersion } from '../stored.ts'
import { value } from './list-rows.ts'
import type { Value } from './rows.ts'
import { readableVersion, versionAsked } from './version-asked.ts'

const values = z.record(z.string(), value)
const version = z.coerce.number().int().min(1).max(2_147_483_647)

/**
 * What changed since a version, as a neighbour takes it over: by keys, with a tombstone for each that went. Answered also since a
 * version that was thinned out; where no key joins the two, or their columns are others, `whole` says that all rows are to be read
 * anew. [DAT-44] [DAT-90]
 */
export const datasetChanges = operation({
  name: 'dataset.changes',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Thay đổi của một bộ dữ liệu từ một phiên bản', en: 'What changed in a dataset since a version' },
  input: z.strictObject({
    id,
    since: z.coerce
      .number()
      .int()
      .min(0)
      .max(2_147_483_647)
      .meta({ description: 'the version that whoever asks has; 0: none, so that every row is told as added' }),
    to: version.optional().meta({ description: 'the version to come to; the current one when absent; the same on every page' }),
    after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(5000).optional(),
  }),
  output: z.strictObject({
    since: z.int(),
    to: z.int().meta({ description: 'the version that whoever took all pages over has then' }),
    whole: z
      .boolean()
      .meta({ description: 'true: no key joins the two, or their columns are others; all rows of `to` are to be read, and none kept' }),
    key: z.array(z.string()),
    items: z.array(
      z.strictObject({
        kind: z.enum(['added', 'changed', 'removed']),
        leftOut: z.boolean().meta({ description: 'of one that is removed: the file of `to` has it, but as a bad row' }),
        version: z.int().meta({ description: 'in which it came to be so' }),
        key: values,
        values: values.nullable().meta({ description: 'null: the row went' }),
      }),
    ),
    next: z.string().nullable(),
  }),
  rest: { method: 'GET', path: '/datasets/{id}/changes' },
  async run(ports: DatasetPorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const later = await readableVersion(ports, one, given.to, context.language)
    if (!later.ok) return later
    // of nothing every row is new
    const earlier = given.since === 0 ? ok(nothingOf(later.value)) : await versionAsked(ports, one, given.since, context.language)
    if (!earlier.ok) return earlier
    const [to, since] = [later.value, earlier.value]
    if (since.n > to.n) return refuse(noVersion(context.language))
    if (given.after !== undefined && !/^\d{1,18}$/.test(given.after)) return refuse(noKey(context.language))
    const whole = since.store !== to.store || to.key.length === 0 || !isSameDictionary(since.columns, to.columns)
    const page = whole
      ? { items: [], next: null }
      : await ports.datasets.changes({ to, from: since, key: to.key }, since.thinnedAt !== null, {
          after: given.after ?? null,
          limit: given.limit ?? 500,
        })
    const named = (row: readonly Value[], names: readonly string[]) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null]))
    return ok({
      since: since.n,
      to: to.n,
      whole: whole && since.n < to.n,
      key: [...to.key],
      items: page.items.map((item) => ({
        kind: item.kind,
        leftOut: item.leftOut,
        version: item.n,
        key: named(item.key, to.key),
        values:
          item.values === null
            ? null
            : named(
                item.values,
                to.columns.map(({ name }) => name),
              ),
      })),
      next: page.next,
    })
  },
})

const nothingOf = (version: StoredVersion): StoredVersion => ({ ...version, n: 0, thinnedAt: null })
