import type { ColumnType } from '../kernel/dataset/column.ts'

/** How a column of a dataset is called in its table, and of which type it is: names of ours, never those of a file. [DAT-8] */
export const columnName = (position: number): string => `c${position + 1}`

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  integer: 'bigint',
  decimal: 'numeric',
  day: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  text: 'text',
  geometry: 'geometry(Geometry,4326)',
}
