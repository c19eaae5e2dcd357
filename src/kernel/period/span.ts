import type { Day } from './day.ts'

/** Half-open `[from, to)`. `from` null: the beginning is not known. `to` null: still so. [PER-1] */
export type Span = { readonly from: Day | null; readonly to: Day | null }

export const holdsOn = (span: Span, on: Day): boolean => (span.from === null || span.from <= on) && (span.to === null || on < span.to)

export const overlaps = (a: Span, b: Span): boolean =>
  (a.to === null || b.from === null || b.from < a.to) && (b.to === null || a.from === null || a.from < b.to)
