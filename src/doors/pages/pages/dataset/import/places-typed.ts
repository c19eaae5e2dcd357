import type { ImportView } from '../../../../../operations/dataset/import/views.ts'
import type { Form } from '../../../page.ts'

/** What was chosen of a column that was read as one of places. */
export type PlaceTyped = {
  readonly column: string
  readonly taken: boolean
  readonly on: string
  /** Id of a province; none: of the whole country; empty: it was not asked. */
  readonly province: string
  readonly is: readonly { readonly value: string; readonly place: string }[]
}

export const placesTyped = (one: ImportView, form: Form): readonly PlaceTyped[] =>
  (one.reading?.places ?? []).map(({ column, misses }, i) => ({
    column,
    taken: form.text(`dia-gioi-${i}`) === '1',
    on: form.text(`dia-gioi-ngay-${i}`).trim(),
    province: form.text(`dia-gioi-tinh-${i}`),
    is: misses.map(({ value }, j) => ({ value, place: form.text(`dia-gioi-${i}-${j}`) })),
  }))

type Settled = readonly { readonly value: string; readonly place: string | null }[]

/** What is said of texts of a column: units that were chosen, and those that were settled before and are left now. */
export function settledIn(one: ImportView, { column, is }: PlaceTyped): Settled {
  const misses = one.reading?.places.find((place) => place.column === column)?.misses ?? []
  const isSettled = (value: string): boolean => misses.some((miss) => miss.value === value && miss.settled !== undefined)
  return is.flatMap(({ value, place }): Settled => {
    if (place !== '') return [{ value, place }]
    return isSettled(value) ? [{ value, place: null }] : []
  })
}
