import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import type { Around } from '../../../kernel/dataset/sheet/around.ts'
import type { Merged, Part } from '../../../kernel/dataset/understanding/reading.ts'

/** A file of data, whatever its format: headings, and rows of cells as they come from the disk. */
export type Source = {
  readonly format: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly above: number
  readonly asksHead: boolean
  readonly head: readonly string[]
  /** Its sheets or layers, and the one that is read. Absent: it has no parts. */
  readonly parts?: readonly Part[]
  readonly part?: string
  /** The system of its shapes; null: the file ought to say it, and does not; absent: its format has degrees alone. */
  readonly crs?: string | null
  /** Of each of its columns of shapes that says its own system: which; null: of none known here. Absent: they do not. [DAT-22] */
  readonly said?: readonly { readonly at: number; readonly crs: string | null }[]
  /** Which of its columns are shapes, because the format says so. */
  readonly shapes?: readonly number[]
  /** Where among its columns its shapes stand, when its format has no name for them. */
  readonly shape?: number
  /** Whether shapes that were read so far had heights, which no column keeps. Absent: its format has none, or has them as text. [DAT-128] */
  readonly heights?: () => boolean
  /** Cells of a sheet that are merged downwards: how many were given what stands above them, and how many left empty. Absent: none is. */
  readonly merged?: Merged
  /** Names of what it holds besides sheets or layers. Absent: nothing. [DAT-120] */
  readonly besides?: readonly string[]
  /** What stands around its records. Absent: nothing. */
  readonly around?: Around
  /** Some rows, and how far in the file they are. */
  pieces(): AsyncIterable<{ readonly rows: readonly SourceRow[]; readonly bytes: number }>
}
