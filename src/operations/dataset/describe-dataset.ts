import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { KEEPS, keeps } from '../../kernel/dataset/describe.ts'
import { differenceOf } from '../history/difference.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import type { Description } from './stored.ts'
import { column, description } from './views.ts'

/** Says of a dataset what it is, and who may read it. Of its columns: units and meanings; nothing that changes a value. */
export const datasetDescribe = operation({
  name: 'dataset.describe',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Mô tả bộ dữ liệu', en: 'Describe a dataset' },
  input: z.strictObject({
    id,
    version: version.meta({ description: 'of the description, as it was seen' }),
    ...description.partial().shape,
    columns: z
      .array(z.strictObject({ name: column.shape.name, unit: column.shape.unit, meaning: column.shape.meaning }))
      .max(400)
      .optional(),
  }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'PATCH', path: '/datasets/{id}' },
  async run(ports: DatasetPorts & OrganisationPorts & HistoryPorts, context, { id: which, version: seen, columns, ...changes }) {
    const before = await ports.datasets.get(which)
    if (before === null) return refuse(noDataset(context.language))
    if (!keeps(context.who, before.custodian)) return refuse({ code: 'not-the-steward' })
    if (changes.custodian !== undefined && changes.custodian !== null) {
      if ((await ports.organisations.get(changes.custodian, context.today)) === null)
        return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'cơ quan' : 'organisation' } })
      if (!keeps(context.who, changes.custodian)) return refuse({ code: 'not-the-steward' })
    }
    const was = descriptionOf(before)
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const to: Description = { ...was, ...given }
    if (!(await ports.datasets.describe(before.id, seen, to))) return refuse(await stale(ports, 'dataset', before.id))
    if (columns !== undefined) {
      const said = new Map(columns.map((one) => [one.name, one]))
      const after = before.current.columns.map((one) => ({ ...one, ...said.get(one.name) }))
      await ports.datasets.describeColumns(before.id, before.current.n, after)
    }
    ports.history.record({ entity: 'dataset', id: before.id, verb: 'described', change: differenceOf(was, to) })
    return ok({ id: before.id, version: seen + 1 })
  },
})

const descriptionOf = (one: Description): Description => ({
  title: one.title,
  description: one.description,
  custodian: one.custodian,
  basis: one.basis,
  access: one.access,
  licence: one.licence,
  attribution: one.attribution,
  source: one.source,
  cadence: one.cadence,
  themes: one.themes,
  contents: one.contents,
  territory: one.territory,
})
