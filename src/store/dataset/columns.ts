import { type Column, type ColumnType, isPlace } from '../../kernel/dataset/cell/column.ts'

/** How a column of a dataset is called in its table, and of which type it is: names of ours, never those of a file. [DAT-8] */
export const columnName = (position: number): string => `c${position + 1}`

/**
 * Beside a column of places: the id of the place its text means, which the text alone does not say. It is read with the column,
 * so that figures can be carried to the units of another day. [DAT-20]
 */
export const placeName = (position: number): string => `p${position + 1}`

/**
 * Every column of a new table, that holds what the file says or what was made of it: values in their order, and behind them the
 * units of those that are places. A version that stands in a table of earlier ones has its own list, in that order. [DAT-90]
 */
export const namesOf = (columns: readonly Column[]): readonly string[] => [
  ...columns.map((_, i) => columnName(i)),
  ...columns.flatMap((column, i) => (isPlace(column) ? [placeName(i)] : [])),
]

/** What `namesOf` lists, taken apart. @returns by column; null: it is no place */
export function unitCells(columns: readonly Column[], cells: readonly (string | null)[]): readonly (string | null)[] {
  let at = columns.length
  return columns.map((one) => (isPlace(one) ? (cells[at++] ?? null) : null))
}

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  integer: 'bigint',
  decimal: 'numeric',
  day: 'date',
  instant: 'timestamptz',
  // its months, whose order in any alphabet is that of time
  period: 'text collate vietnamese',
  boolean: 'boolean',
  // the order of a dictionary, on every engine [DAT-93]
  text: 'text collate vietnamese',
  geometry: 'geometry(Geometry,4326)',
}

/** Rows are ordered and narrowed by them. */
export const isDated = (type: ColumnType): boolean => type === 'day' || type === 'instant' || type === 'period'
