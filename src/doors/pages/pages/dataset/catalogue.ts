import type { Refusal } from '../../../../base/refusals.ts'
import { latestPeriod } from '../../../../kernel/dataset/cell/period-order.ts'
import { firstDay, lastDay, parsePeriod } from '../../../../kernel/dataset/cell/period-text.ts'
import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import { datasetList } from '../../../../operations/dataset/list-datasets.ts'
import { datasetRows } from '../../../../operations/dataset/rows/list-rows.ts'
import { datasetSummary } from '../../../../operations/dataset/rows/summarise-rows.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { type Cover, catalogueOf, datasetDocument, type Node } from '../../../dcat/catalogue.ts'
import { problemOf } from '../../../rest/problem.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { type Answer, type Asked, document, type Page } from '../../page.ts'

/** The catalogue as other catalogues harvest it: what whoever asks may see, in parts; of one dataset its versions too. [DAT-54] */
const PART = 100

export const cataloguePage: Page = {
  path: addresses.catalogue,
  async get(asked) {
    const after = asked.query.get('sau')
    const found = await asked.ask(datasetList, { limit: PART, ...(after === null ? {} : { after }) })
    if (!found.ok) return problem(asked, found.refusal)
    const { items, next, total } = found.value
    return linked(
      catalogueOf({
        ...whose(asked),
        datasets: items,
        total,
        here: withQuery(addresses.catalogue, { sau: after }),
        next: next === null ? null : withQuery(addresses.catalogue, { sau: next }),
      }),
    )
  },
}

export const datasetCataloguePage: Page = {
  path: `${addresses.datasets}/:slug/dcat.jsonld`,
  async get(asked) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    if (!found.ok) return problem(asked, found.refusal)
    return linked(datasetDocument(found.value, found.value.versions, await coverOf(asked, found.value), whose(asked)))
  },
}

/** Programs read these addresses: what is refused is told to them as by REST. */
function problem({ language }: Asked, refusal: Refusal): Answer {
  const told = problemOf(refusal, language)
  return document({ status: told.status, mediaType: 'application/problem+json; charset=utf-8', text: JSON.stringify(told) })
}

const whose = ({ from, locality }: Asked) => ({ origin: from.origin, locality })

const linked = (of: Node): Answer => document({ mediaType: 'application/ld+json; charset=utf-8', text: JSON.stringify(of, null, 1) })

/** The first and the last day of its first column of days or periods; null: it has none, or none is filled. */
async function coverOf(asked: Asked, of: DatasetView): Promise<Cover | null> {
  const column = of.columns.find(({ type }) => type === 'day' || type === 'instant' || type === 'period')
  if (column === undefined) return null
  const edge = async (sort: string): Promise<string | null> => {
    const found = await asked.ask(datasetRows, { id: of.id, limit: 1, count: 'false', sort, filter: `${column.name}:any:` })
    const value = found.ok ? found.value.items[0]?.values[column.name] : null
    if (typeof value !== 'string') return null
    const period = column.type === 'period' ? parsePeriod(value) : null
    if (period === null) return value.slice(0, 10)
    if (!sort.startsWith('-')) return firstDay(period)
    // of a year the one that ends last: «Cả năm» begins before its quarters
    const own = await asked.ask(datasetSummary, { id: of.id, by: column.name, filter: `${column.name}:ge:${period.year}` })
    const latest = parsePeriod(latestPeriod(own.ok ? own.value.items.flatMap(({ key }) => key ?? []) : []) ?? '')
    return lastDay(latest ?? period)
  }
  const [from, to] = [await edge(column.name), await edge(`-${column.name}`)]
  return from === null || to === null ? null : { from, to }
}
