import type { BadReason, Cell } from '../cell/cell.ts'

/** A row as every format gives it: its cells, and where it stands in the file. */
export type SourceRow = {
  /** Line, or row of the sheet, from 1. */
  readonly at: number
  readonly cells: readonly Cell[]
  /** Set: it could not be read. */
  readonly bad: BadReason | null
}
