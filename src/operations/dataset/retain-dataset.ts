import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { KEEPS, keeps } from '../../kernel/dataset/describe.ts'
import { goneBy, keepRules } from '../../kernel/dataset/retention.ts'
import { dayAt, parseDay } from '../../kernel/period/day.ts'
import { differenceOf } from '../history/difference.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { dayText, id, version } from '../values.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import type { StoredRetention } from './stored.ts'

/** Decides how long versions of a dataset are kept, and on which basis. What the rule leaves goes in the next night. [DAT-45] */
export const datasetRetain = operation({
  name: 'dataset.retain',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Quy định lưu giữ phiên bản của một bộ dữ liệu', en: 'Decide how long versions of a dataset are kept' },
  input: z.strictObject({
    id,
    version: version.meta({ description: 'of the description, as it was seen' }),
    keep: z.enum(keepRules).meta({ description: 'all; the last so many; those from a day on' }),
    keepLast: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .meta({ description: 'with last: how many, the current one among them' }),
    keepSince: dayText.optional().meta({ description: 'with since: from which day on what was shown can be read' }),
    basis: z.string().trim().min(1).max(200).meta({ description: 'the document that says so' }),
  }),
  output: z.strictObject({ id, version: z.int(), goes: z.array(z.int()).meta({ description: 'versions that go in the next night' }) }),
  rest: { method: 'PUT', path: '/datasets/{id}/retention' },
  async run(ports: DatasetPorts & HistoryPorts, context, given) {
    const before = await ports.datasets.get(given.id)
    if (before === null) return refuse(noDataset(context.language))
    if (!keeps(context.who, before.custodian)) return refuse({ code: 'not-the-steward' })
    if (given.keep === 'last' && given.keepLast === undefined) return refuse({ code: 'missing-parameter', data: { name: 'keepLast' } })
    if (given.keep === 'since' && given.keepSince === undefined) return refuse({ code: 'missing-parameter', data: { name: 'keepSince' } })
    const since = given.keep === 'since' && given.keepSince !== undefined ? parseDay(given.keepSince) : null
    if (given.keep === 'since' && since === null) return refuse({ code: 'bad-day', data: { value: given.keepSince ?? '' } })
    const to: StoredRetention = {
      rule: given.keep,
      last: given.keep === 'last' ? (given.keepLast ?? null) : null,
      since,
      basis: given.basis,
    }
    if (!(await ports.datasets.retain(before.id, given.version, to))) return refuse(await stale(ports, 'dataset', before.id))
    ports.history.record({
      entity: 'dataset',
      id: before.id,
      verb: 'retention-decided',
      change: differenceOf(said(before.retention), said(to)),
    })
    const versions = (await ports.datasets.versions(before.id)).filter(({ thinnedAt }) => thinnedAt === null)
    return ok({
      id: before.id,
      version: given.version + 1,
      goes: [
        ...goneBy(
          to,
          versions.map(({ n, recordedAt }) => ({ n, on: dayAt(new Date(recordedAt)) })),
        ),
      ],
    })
  },
})

const said = ({ rule, last, since, basis }: StoredRetention) => ({ keep: rule, keepLast: last, keepSince: since, basis })
