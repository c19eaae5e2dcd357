import { z } from 'zod'
import { fold } from '../../base/fold.ts'
import { ok } from '../../base/result.ts'
import { accessClasses } from '../../kernel/dataset/describe.ts'
import { asOf } from '../board/ports.ts'
import { custodianNames } from '../dataset/custodians.ts'
import { documentRow } from '../document/views.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { organisationResolve } from '../organisation/resolve-organisation.ts'
import { organisationMatch } from '../organisation/views.ts'
import type { PlacePorts } from '../place/ports.ts'
import { placeResolve } from '../place/resolve-place.ts'
import { matchView } from '../place/views.ts'
import { taskRow } from '../task/views.ts'
import { id } from '../values.ts'
import type { SearchPorts } from './ports.ts'

const found = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), more: z.boolean().meta({ description: 'true: there are others beyond these' }) })

const datasetFound = z.strictObject({
  id,
  slug: z.string(),
  title: z.string(),
  access: z.enum(accessClasses),
  by: z.string().nullable().meta({ description: 'who keeps it, else where it is from' }),
  sample: z.boolean(),
})

/**
 * Everything that a few words mean: tasks, documents, datasets, bodies, places; with marks or without, numbers and symbols too.
 * Likeness is offered only where nothing at all is called so. [BRD-11]
 */
export const searchAll = operation({
  name: 'search.all',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Tìm kiếm chung', en: 'Search everything' },
  input: z.strictObject({
    q: z.string().min(1).max(200).meta({ description: '57/NQ-CP · 2415 · cau song han · Sở KH&ĐT · Hòa Khánh' }),
    limit: z.coerce.number().int().min(1).max(50).optional().meta({ description: 'of each kind; 10 when absent' }),
  }),
  output: z.strictObject({
    tasks: found(taskRow),
    documents: found(
      z.strictObject({
        ...documentRow.shape,
        cites: z.string().nullable().meta({ description: 'found by what it cites; null: by what it is called' }),
      }),
    ),
    datasets: found(datasetFound),
    organisations: found(organisationMatch),
    places: found(matchView),
  }),
  rest: { method: 'GET', path: '/search' },
  async run(ports: SearchPorts & OrganisationPorts & PlacePorts, context, given) {
    const most = given.limit ?? 10
    if (fold(given.q) === '') return ok({ tasks: nothing, documents: nothing, datasets: nothing, organisations: nothing, places: nothing })
    const tasks = [...(await ports.search.tasks(given.q, asOf(context.today, context.today), most + 1))]
    const documents = [...(await ports.search.documents(given.q, most + 1))]
    const datasets = await ports.search.datasets(given.q, most + 1)
    const keepers = await custodianNames(
      ports,
      datasets.map((one) => one.custodian ?? ''),
      context.today,
    )
    const bodies = await organisationResolve.run(ports, context, { q: given.q, limit: most + 1 })
    if (!bodies.ok) return bodies
    const places = await placeResolve.run(ports, context, { q: given.q, limit: most + 1 })
    if (!places.ok) return places
    const isNamed = (one: { readonly matched: { readonly by: string } }): boolean => one.matched.by !== 'slip'
    const named = [bodies.value.items, places.value.items].some((items) => items.some(isNamed))
    const something = named || tasks.length + documents.length + datasets.length > 0
    const kept = <T extends { readonly matched: { readonly by: string } }>(items: readonly T[]): readonly T[] =>
      something ? items.filter(isNamed) : items
    return ok({
      tasks: cut(tasks, most),
      documents: cut(documents, most),
      datasets: cut(
        datasets.map(({ custodian, source, ...one }) => ({ ...one, by: keepers.get(custodian ?? '') ?? source })),
        most,
      ),
      organisations: cut(kept(bodies.value.items), most),
      places: cut(kept(places.value.items), most),
    })
  },
})

const nothing = { items: [], more: false }
const cut = <T>(items: readonly T[], most: number): { items: T[]; more: boolean } => ({
  items: items.slice(0, most),
  more: items.length > most,
})
