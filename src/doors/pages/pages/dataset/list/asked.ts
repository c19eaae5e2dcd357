import { accessClasses, cadences, themes } from '../../../../../kernel/dataset/describe.ts'
import { type DatasetOrder, datasetOrders } from '../../../../../operations/dataset/ports.ts'
import { addresses, withQuery } from '../../../addresses.ts'
import { askedChoice, type Unknown } from '../../../asked-choice.ts'
import type { Asked } from '../../../page.ts'
import { type AskedDay, askedDay } from '../../asked-day.ts'

/** What the address of the catalogue says: words, what it is narrowed to, the day; and the address that says so. */
export const facetNames = ['theme', 'locality', 'access', 'custodian', 'cadence', 'format'] as const
export type Facet = (typeof facetNames)[number]
/** As they stand in the address. */
export const words: Readonly<Record<Facet, string>> = {
  theme: 'linh-vuc',
  locality: 'dia-phuong',
  access: 'muc',
  custodian: 'don-vi',
  cadence: 'ky',
  format: 'dang',
}

/** As orders stand in the address; where none does, words are answered by those called so, and no words by what changed last. */
const orderWords: Readonly<Record<DatasetOrder, string>> = { fit: 'hop', changed: 'moi', title: 'ten' }
const orderOf = (q: string): DatasetOrder => (q === '' ? 'changed' : 'fit')
export const ordersFor = (q: string): readonly DatasetOrder[] => (q === '' ? ['changed', 'title'] : ['fit', 'changed', 'title'])

export type Chosen = Readonly<Record<Facet, string | null>> & {
  readonly q: string
  readonly order: DatasetOrder
  /** A past day; null: today. */
  readonly on: string | null
}

/** @returns `unknown`: what stands in the address and is no choice */
export function listAsked(asked: Asked): { readonly chosen: Chosen; readonly day: AskedDay; readonly unknown: readonly Unknown[] } {
  const { query } = asked
  const day = askedDay(asked)
  const choice = <Of extends string>(facet: Facet, of: readonly Of[]) =>
    askedChoice(
      query,
      words[facet],
      `facet.${facet}`,
      of.map((one) => [one, one] as const),
    )
  const q = (query.get('tim') ?? '').trim().slice(0, 200)
  const order = askedChoice(
    query,
    'sap',
    'datasets.order',
    datasetOrders.map((one) => [orderWords[one], one] as const),
  )
  const theme = choice('theme', themes)
  const access = choice('access', accessClasses)
  const cadence = choice('cadence', cadences)
  return {
    chosen: {
      q,
      order: order.of ?? orderOf(q),
      on: day.isGiven && day.on < asked.context.today ? day.on : null,
      theme: theme.of,
      access: access.of,
      cadence: cadence.of,
      locality: query.get(words.locality)?.slice(0, 100) || null,
      custodian: query.get(words.custodian)?.slice(0, 120) || null,
      format: query.get(words.format)?.slice(0, 20) || null,
    },
    day,
    unknown: [...theme.unknown, ...access.unknown, ...cadence.unknown, ...order.unknown],
  }
}

export const isNarrowed = ({ q, on, ...facets }: Chosen): boolean =>
  q !== '' || on !== null || facetNames.some((facet) => facets[facet] !== null)

export const hrefOf = (chosen: Chosen, more: Readonly<Record<string, string | number>> = {}): string =>
  withQuery(addresses.datasets, {
    tim: chosen.q,
    ngay: chosen.on,
    sap: chosen.order === orderOf(chosen.q) ? null : orderWords[chosen.order],
    ...Object.fromEntries(facetNames.map((facet) => [words[facet], chosen[facet]])),
    ...more,
  })
