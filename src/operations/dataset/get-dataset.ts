import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { columnsChanged } from '../../kernel/dataset/columns-changed.ts'
import { keeps } from '../../kernel/dataset/describe.ts'
import { takesWhole } from '../../kernel/dataset/understanding/whole-file.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { id } from '../values.ts'
import { custodianNames } from './custodians.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import type { StoredVersion } from './stored.ts'
import { type DatasetView, datasetView, shownChange, shownRow, shownVersion } from './views.ts'

/** One dataset: what it is, its columns, its versions. One that may not be seen is not there. */
export const datasetGet = operation({
  name: 'dataset.get',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Một bộ dữ liệu', en: 'One dataset' },
  input: z.strictObject({ id: id.meta({ description: 'the id, or the part of its address' }) }),
  output: datasetView,
  rest: { method: 'GET', path: '/datasets/{id}' },
  async run(ports: DatasetPorts & OrganisationPorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const names = await custodianNames(ports, [one.custodian ?? ''], context.today)
    const versions = await ports.datasets.versions(one.id)
    return ok({
      ...shownRow(one, names.get(one.custodian ?? '') ?? null, context.today),
      columns: [...one.current.columns],
      versions: versions.map((version, i) => ({ ...shownVersion(version), columns: sinceBefore(version, versions[i + 1]) })),
      retention: { ...one.retention },
      mayKeep: keeps(context.who, one.custodian),
      mayTakeWhole: takesWhole(context.who, one.custodian),
    })
  },
})

/** What columns came and went with a version; null: it is the first. [DAT-90] */
function sinceBefore(version: StoredVersion, before: StoredVersion | undefined): DatasetView['versions'][number]['columns'] {
  if (before === undefined) return null
  return shownChange(columnsChanged(before.columns, version.columns))
}
