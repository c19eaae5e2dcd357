import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { accessClasses, cadences, themes } from '../../kernel/dataset/describe.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { pageKey } from '../page-key.ts'
import { dayText, limit } from '../values.ts'
import { custodianNames } from './custodians.ts'
import { type DatasetPorts, datasetOrders } from './ports.ts'
import { datasetRow, shownRow } from './views.ts'

const COUNTRY = 'country'
const facet = z.array(z.strictObject({ of: z.string(), label: z.string().nullable(), n: z.int() }))

/**
 * The datasets that whoever asks may see, in the order that is asked for; by words with marks or without, and by what they are. Of a
 * past day those that were there, each in the version in force; how they are described, and who may see them, is as of today. [DAT-53]
 */
export const datasetList = operation({
  name: 'dataset.list',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Danh mục bộ dữ liệu', en: 'List datasets' },
  input: z.strictObject({
    q: z.string().max(200).optional().meta({
      description: 'words of title, description, columns, of who keeps it, now or before, or of places that its rows are of; marks or not',
    }),
    theme: z.enum(themes).optional(),
    access: z.enum(accessClasses).optional(),
    custodian: z.string().max(120).optional(),
    cadence: z.enum(cadences).optional(),
    format: z.string().max(20).optional(),
    locality: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'name of a province or city that its territory names; country: the whole of it' }),
    order: z
      .enum(datasetOrders)
      .optional()
      .meta({ description: 'changed, when absent: those that changed last; fit: those called as the words say' }),
    on: dayText
      .optional()
      .meta({ description: 'the catalogue of that day: what was there, each in the version in force; today when absent' }),
    after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({
    items: z.array(datasetRow),
    next: z.string().nullable(),
    total: z.int(),
    begun: dayText
      .nullable()
      .meta({ description: 'of a past day by which nothing had come in: the day on which the first did; else null' }),
    facets: z.strictObject({ theme: facet, locality: facet, access: facet, custodian: facet, cadence: facet, format: facet }),
  }),
  rest: { method: 'GET', path: '/datasets' },
  async run(ports: DatasetPorts & OrganisationPorts, context, given) {
    const order = given.order === 'fit' && (given.q ?? '').trim() === '' ? 'changed' : (given.order ?? 'changed')
    const after = pageKey(given.after, order === 'changed' ? 'instant' : order, context.language)
    if (!after.ok) return after
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const filter = {
      q: given.q ?? null,
      theme: given.theme ?? null,
      access: given.access ?? null,
      custodian: given.custodian ?? null,
      cadence: given.cadence ?? null,
      format: given.format ?? null,
      locality: given.locality ?? null,
      order,
      on: on.value < context.today ? on.value : null,
      after: after.value,
      limit: given.limit ?? 20,
    }
    const page = await ports.datasets.list(filter)
    const { total, facets } = page
    const first = filter.on === null || total > 0 ? null : await ports.datasets.begun()
    const names = await custodianNames(
      ports,
      [...page.items.map((one) => one.custodian ?? ''), ...facets.custodian.map(({ of }) => of)],
      on.value,
    )
    const labelled = (of: keyof typeof facets) => facets[of].map((one) => ({ ...one, label: names.get(one.of) ?? null }))
    return ok({
      items: page.items.map((one) => shownRow(one, names.get(one.custodian ?? '') ?? null, on.value)),
      next: page.next,
      total,
      begun: filter.on !== null && first !== null && first > filter.on ? first : null,
      facets: {
        theme: labelled('theme'),
        locality: facets.locality.map((one) => ({ ...one, label: one.of === COUNTRY ? null : one.of })),
        access: labelled('access'),
        custodian: labelled('custodian'),
        cadence: labelled('cadence'),
        format: labelled('format'),
      },
    })
  },
})
