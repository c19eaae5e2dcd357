import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, refuse } from '../../base/result.ts'
import type { Column } from '../../kernel/dataset/cell/column.ts'
import { KEEPS, keeps } from '../../kernel/dataset/describe.ts'
import { measures } from '../../kernel/place/carry.ts'
import { type Difference, differenceOf } from '../history/difference.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import { askedPersonal, personalConfirmed, personalIn, personalNew, reaches } from './import/personal-asked.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import type { Description } from './stored.ts'
import { column, description } from './views.ts'

/** Says of a dataset what it is, and who may read it. Of its columns: units, meanings and how figures are put together; nothing that changes a value. */
export const datasetDescribe = operation({
  name: 'dataset.describe',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Mô tả bộ dữ liệu', en: 'Describe a dataset' },
  input: z.strictObject({
    id,
    version: version.meta({ description: 'of the description, as it was seen' }),
    ...description.partial().shape,
    personal: personalConfirmed,
    columns: z
      .array(
        z.strictObject({
          name: column.shape.name,
          unit: column.shape.unit,
          meaning: column.shape.meaning,
          measure: z.enum(measures).nullable().optional().meta({
            description: 'what may be done with its figures where units are put together; null: not determined; absent: as it is',
          }),
        }),
      )
      .max(400)
      .optional(),
  }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'PATCH', path: '/datasets/{id}' },
  async run(ports: DatasetPorts & OrganisationPorts & HistoryPorts, context, { id: which, version: seen, columns, personal, ...changes }) {
    const before = await ports.datasets.get(which)
    if (before === null) return refuse(noDataset(context.language))
    if (!keeps(context.who, before.custodian)) return refuse({ code: 'not-the-steward' })
    if (changes.custodian === null && !keeps(context.who, null)) return refuse({ code: 'not-the-steward' })
    if (changes.custodian !== undefined && changes.custodian !== null) {
      if ((await ports.organisations.get(changes.custodian, context.today)) === null)
        return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'cơ quan' : 'organisation' } })
      if (!keeps(context.who, changes.custodian)) return refuse({ code: 'not-the-steward' })
    }
    const strange = columnsRefused(before.current.columns, columns ?? [])
    if (strange !== null) return refuse(strange)
    const was = descriptionOf(before)
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const to: Description = { ...was, ...given }
    const marked = reaches(to.access, before.access) ? await personalIn(ports, before) : []
    const opened = personalNew(marked, to.access, { access: before.access, columns: marked })
    if (opened.length > 0 && personal === undefined) return refuse(askedPersonal(opened, context.language))
    const said = new Map((columns ?? []).map((one) => [one.name, one]))
    const after = before.current.columns.map((one) => asSaid(one, said.get(one.name)))
    if (!(await ports.datasets.describe(before.id, { version: seen, of: before.current.n }, to, after)))
      return refuse(await stale(ports, 'dataset', before.id))
    if (columns !== undefined) await ports.datasets.describeColumns(before.id, before.current.n, after)
    ports.history.record({
      entity: 'dataset',
      id: before.id,
      verb: 'described',
      change: {
        ...differenceOf(was, to),
        ...columnsDifference(before.current.columns, after),
        ...(opened.length === 0 ? {} : { personal: [null, opened.map(({ label }) => label)] }),
      },
    })
    return ok({ id: before.id, version: seen + 1 })
  },
})

type Said = { readonly name: string } & Pick<Column, 'unit' | 'meaning'> & { readonly measure?: Column['measure'] | null | undefined }

function asSaid(column: Column, said: Said | undefined): Column {
  if (said === undefined) return column
  const { unit, meaning, measure } = said
  return { ...column, unit, meaning, ...(measure === undefined ? {} : { measure }) }
}

/** A column that the dataset has not, or one whose cells are no figures and are put together in no way. */
function columnsRefused(columns: readonly Column[], said: readonly Said[]): Refusal | null {
  for (const { name, measure } of said) {
    const own = columns.find((one) => one.name === name)
    if (own === undefined) return { code: 'import-no-column', data: { column: name } }
    if (measure != null && !isFigure(own.type)) return { code: 'bad-value', data: { name: 'measure', reason: own.label } }
  }
  return null
}

const isFigure = (type: Column['type']): boolean => type === 'integer' || type === 'decimal'

/** Of each column that differs its name, its heading and what differs: before, and after. [DAT-122] */
function columnsDifference(before: readonly Column[], after: readonly Column[]): Difference {
  const changed = after.flatMap((column, i) => {
    const { name, label, ...was } = before[i] ?? column
    const difference = Object.entries(
      differenceOf(was, {
        ...column,
        measure: column.measure ?? null,
        name: undefined,
        label: column.label === label ? undefined : column.label,
      }),
    )
    const side = (n: 0 | 1) => ({ name, label, ...Object.fromEntries(difference.map(([field, pair]) => [field, pair[n]])) })
    return difference.length === 0 ? [] : [[side(0), side(1)] as const]
  })
  return changed.length === 0 ? {} : { columns: [changed.map(([was]) => was), changed.map(([, is]) => is)] }
}

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
