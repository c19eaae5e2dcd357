import type { Refusal } from '../../../base/refusals.ts'
import type { Bad } from '../../../kernel/dataset/cell/cell.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { Dialect } from '../../../kernel/dataset/format/csv-dialect.ts'
import type { TableSchema } from '../../../kernel/dataset/schema/table-schema.ts'
import type { TotalsWay } from '../../../kernel/dataset/sheet/totals.ts'
import type { ColumnOut } from '../../../kernel/dataset/understanding/columns-out.ts'
import type { ColumnSaid } from '../../../kernel/dataset/understanding/read-as-before.ts'
import type { Reading } from '../../../kernel/dataset/understanding/reading.ts'
import type { WasSaid } from '../../../kernel/dataset/understanding/renamed.ts'
import type { Description } from '../stored.ts'
import type { ImportDraft } from './draft.ts'
import type { AskedPlace } from './read-places.ts'

export const importStates = ['reading', 'asking', 'waiting', 'loading', 'choosing', 'switching', 'done', 'failed', 'cancelled'] as const

export type ImportState = (typeof importStates)[number]

/** How a person asked a file to be read. */
export type AskedReading = {
  /** Columns that are places, and the day as of which they are meant. */
  readonly places: readonly AskedPlace[]
  /** Id of the province its coordinates are claimed to lie in; null: that of the node. */
  readonly province: string | null
  /** The sheet or layer; null: the one with most rows. */
  readonly part: string | null
  /** Null: none came with the file. */
  readonly schema: TableSchema | null
  /** Of a file of rows: its letters, and what parts its cells; absent in what was asked before that could be said. */
  readonly dialect?: Dialect | undefined
  /** What he said of its columns, by their names; absent in what was asked before that was kept. */
  readonly columns?: readonly ColumnSaid[] | undefined
  /** Which columns he said were columns of the version before. [DAT-119] */
  readonly was?: readonly WasSaid[] | undefined
  /** What he had typed besides, when he had it read again; absent: nothing. */
  readonly draft?: ImportDraft | undefined
}

/** A place that a person chose for a text that is no unit, or several. */
export type PlaceChosen = {
  readonly column: string
  readonly value: string
  /** Id of a place. */
  readonly place: string
}

/** What a person chose of what was read. */
export type Choices = {
  /** Another dataset of its title was said to be another. Absent: there was none. [DAT-43] */
  readonly sameTitle?: 'new' | undefined
  readonly columns: readonly Column[]
  /** Columns of the file that are not taken, and those that earlier ones left out. Absent: none. [DAT-104] */
  readonly columnsOut?: readonly ColumnOut[] | undefined
  readonly places: readonly PlaceChosen[]
  readonly hasHead: boolean
  readonly key: readonly string[]
  readonly bad: 'stop' | 'leave-out'
  /** Rows that add up others, and what stands under the table; absent: there were none. */
  readonly totals?: TotalsWay | undefined
  /** Null: the dataset is there already. */
  readonly description: Description | null
  readonly sample: boolean
  /** Headings of columns that say something of persons, told to others on his word. Absent: none. [DAT-121] */
  readonly personal?: readonly string[] | undefined
  readonly validOn: string | null
  readonly note: string | null
  /** The bodies whose datasets whoever confirmed it kept then. Absent: it was confirmed before that was kept. [DAT-13] */
  readonly keeping?: readonly string[] | 'all' | undefined
}

export type BadRow = Bad & {
  readonly at: number
  /** The heading; null: the row as a whole. */
  readonly column: string | null
  readonly value: string
}

export type Loaded = {
  /** The id of the dataset it is of, or will be. */
  readonly dataset: string
  readonly rows: number
  readonly emptyCells: number
  /** Of each column of places, rows whose text is no unit, or several. */
  readonly unmatched: Readonly<Record<string, number>>
  /** The first shapes that were repaired, and of each column how many were. */
  readonly repaired: readonly Repaired[]
  readonly repairs: Readonly<Record<string, number>>
}

export type Repaired = { readonly at: number; readonly column: string; readonly why: string }

export type StoredImport = {
  readonly id: string
  readonly dataset: string | null
  readonly fileSha256: string
  readonly fileName: string
  readonly fileSize: number
  readonly state: ImportState
  readonly asked: AskedReading | null
  readonly reading: Reading | null
  readonly choices: Choices | null
  readonly store: string | null
  readonly loaded: Loaded | null
  readonly rowsRead: number
  readonly rowsBad: number
  readonly bytesRead: number
  readonly bad: readonly BadRow[]
  readonly badSha256: string | null
  readonly result: number | null
  readonly failure: Refusal | null
  readonly madeAt: string
  readonly madeBy: string
}

export interface ImportPorts {
  readonly imports: {
    start(given: {
      readonly dataset: string | null
      readonly file: string
      readonly name: string
      readonly size: number
      readonly asked: AskedReading | null
    }): Promise<string>
    get(id: string): Promise<StoredImport | null>
    list(page: { readonly after: string | null; readonly limit: number }): Promise<{
      readonly items: readonly StoredImport[]
      readonly next: string | null
    }>
    /** Moves it on, from one of those states; false: it is in another. `busy`: another import of its dataset is under way. */
    move(
      id: string,
      from: readonly ImportState[],
      to: ImportState,
      said?: {
        readonly asked?: AskedReading
        readonly reading?: Reading
        readonly choices?: Choices
        readonly result?: number
        readonly dataset?: string
      },
    ): Promise<boolean | 'busy'>
    /** Size of a file he put himself; null: none. */
    sizeOf(sha256: string): Promise<number | null>
  }
}
