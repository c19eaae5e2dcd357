import type { ImportView } from '../../../../operations/dataset/import-views.ts'
import type { Form } from '../../page.ts'

/** What was chosen of a column that was read as one of places. */
export type PlaceTyped = {
  readonly column: string
  readonly taken: boolean
  readonly on: string
  readonly is: readonly { readonly value: string; readonly place: string }[]
}

export const placesTyped = (one: ImportView, form: Form): readonly PlaceTyped[] =>
  (one.reading?.places ?? []).map(({ column, misses }, i) => ({
    column,
    taken: form.text(`dia-gioi-${i}`) === '1',
    on: form.text(`dia-gioi-ngay-${i}`).trim(),
    is: misses.map(({ value }, j) => ({ value, place: form.text(`dia-gioi-${i}-${j}`) })),
  }))
