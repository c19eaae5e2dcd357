import type { Column } from './column.ts'
import { comparable } from './comparable.ts'

/** How a table can be drawn on a map: by the places its rows have, or by shading provinces with its figures. [DAT-41] */
export type Mapped = {
  /** The column of positions and shapes; null: none. */
  readonly shape: string | null
  readonly figures: readonly { readonly name: string; readonly label: string }[]
}

export const mappedOf = (columns: readonly Column[]): Mapped => ({
  shape: columns.find(({ type }) => type === 'geometry')?.name ?? null,
  figures: (comparable(columns)?.figures ?? []).map(({ column: { name, label } }) => ({ name, label })),
})

/** What a row is called: its name, else its first text. */
export const namedBy = (columns: readonly Column[]): Column | undefined =>
  columns.find(({ name, type }) => type === 'text' && /^(?:ten|tram|name)(?:_|$)/.test(name)) ?? columns.find(({ type }) => type === 'text')
