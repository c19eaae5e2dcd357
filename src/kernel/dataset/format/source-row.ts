import type { BadReason, Cell } from '../cell/cell.ts'

/** A row as every format gives it: its cells, and where it stands in the file. */
export type SourceRow = {
  /** Line, or row of the sheet, from 1. */
  readonly at: number
  readonly cells: readonly Cell[]
  /** All its cells, where columns of it are left out. Absent: none is. [DAT-104] */
  readonly whole?: readonly Cell[] | undefined
  /** Set: it could not be read. */
  readonly bad: BadReason | null
}
