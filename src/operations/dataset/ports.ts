import type { Refusal } from '../../base/refusals.ts'
import type { Bad } from '../../kernel/dataset/cell.ts'
import type { ChartMeasure } from '../../kernel/dataset/chart.ts'
import type { Column } from '../../kernel/dataset/column.ts'
import type { Dialect } from '../../kernel/dataset/csv-dialect.ts'
import type { AccessClass, Cadence, Content, Theme } from '../../kernel/dataset/describe.ts'
import type { ColumnSaid } from '../../kernel/dataset/read-as-before.ts'
import type { Reading } from '../../kernel/dataset/reading.ts'
import type { Dated, Retention } from '../../kernel/dataset/retention.ts'
import type { TableSchema } from '../../kernel/dataset/table-schema.ts'
import type { AskedPlace } from './read-places.ts'

/** What is said of a dataset by people; the data say the rest. */
export type Description = {
  readonly title: string
  readonly description: string | null
  readonly custodian: string | null
  readonly basis: string | null
  readonly access: AccessClass
  readonly licence: string | null
  readonly attribution: string | null
  readonly source: string | null
  readonly cadence: Cadence | null
  readonly themes: readonly Theme[]
  readonly contents: readonly Content[]
  readonly territory: string | null
}

export type StoredVersion = {
  readonly n: number
  readonly store: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly rows: number
  /** Null: it replaced all rows. */
  readonly added: number | null
  readonly changed: number | null
  readonly removed: number | null
  readonly emptyCells: number
  readonly badRows: number
  readonly badSha256: string | null
  readonly fileSha256: string
  readonly fileName: string
  readonly format: string
  readonly encoding: string | null
  readonly validOn: string | null
  readonly note: string | null
  /** Numbers of the figure reports that it corrects. */
  readonly corrects: readonly number[]
  readonly recordedAt: string
  readonly recordedBy: string
  /** When it was thinned out by the rule of its dataset; null: it can be read. */
  readonly thinnedAt: string | null
}

export type StoredDataset = Description & {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly sample: boolean
  readonly changedAt: string
  readonly retention: StoredRetention
  readonly current: StoredVersion
}

/** The rule by which versions are kept, and the document it was decided on; null: nobody decided. */
export type StoredRetention = Retention & { readonly basis: string | null }

export type DatasetFilter = {
  readonly q: string | null
  readonly theme: Theme | null
  readonly access: AccessClass | null
  readonly custodian: string | null
  readonly cadence: Cadence | null
  readonly format: string | null
  /** The day as of which versions are read; null: today. */
  readonly on: string | null
  readonly after: string | null
  readonly limit: number
}

/** How many of what was found are of each kind. */
export type Facets = Readonly<
  Record<'theme' | 'access' | 'custodian' | 'cadence' | 'format', readonly { readonly of: string; readonly n: number }[]>
>

/** `name` `op` `value`, as a question of rows is narrowed. */
export const rowTests = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'has', 'empty', 'any'] as const
export type RowTest = { readonly column: number; readonly op: (typeof rowTests)[number]; readonly value: string }

export type RowQuestion = {
  readonly tests: readonly RowTest[]
  /** Position of the column; null: as in the file. */
  readonly sort: { readonly column: number; readonly descending: boolean } | null
  readonly after: string | null
  readonly limit: number
}

export type Value = string | number | boolean | null
export type RowOut = { readonly id: string; readonly values: readonly Value[] }

export type RowChange = {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly id: string
  readonly before: readonly Value[] | null
  readonly after: readonly Value[] | null
}

/** Groups in the order in which they are drawn: times as they follow, kinds by their measure. */
export type Summary = {
  readonly step: 'value' | 'day' | 'month' | 'year'
  readonly items: readonly {
    readonly key: string | null
    /** Null: no lines were asked for, or rows without a value there. */
    readonly line: string | null
    readonly value: number | null
    readonly rows: number
  }[]
}

type At = Pick<StoredVersion, 'store' | 'columns' | 'n'>

/** What became of a key since a version, as a neighbour takes it over: of a row that went its key is what stays. */
export type KeyChange = {
  readonly kind: RowChange['kind']
  readonly id: string
  /** The version in which it came to be as it is, or went. */
  readonly n: number
  readonly key: readonly Value[]
  /** Null: the row went. */
  readonly values: readonly Value[] | null
}

export interface DatasetPorts {
  readonly datasets: {
    list(filter: DatasetFilter): Promise<{ readonly items: readonly StoredDataset[]; readonly next: string | null }>
    facets(filter: DatasetFilter): Promise<{ readonly total: number; readonly facets: Facets }>
    get(idOrSlug: string): Promise<StoredDataset | null>
    /** The newest one of that title, with marks or without, that he sees; null: none. */
    titled(title: string): Promise<{ readonly title: string; readonly slug: string } | null>
    /** Newest first. */
    versions(id: string): Promise<readonly StoredVersion[]>
    add(id: string, description: Description, sample: boolean): Promise<{ readonly slug: string }>
    /** False when `version` is no longer the current one. */
    describe(id: string, version: number, to: Description): Promise<boolean>
    /** Describes the columns of a version anew: meanings and units, nothing that changes a value. */
    describeColumns(id: string, n: number, columns: readonly Column[]): Promise<void>
    /** Adds a version and shows it: from here on it is the one that is read. */
    show(id: string, version: Omit<StoredVersion, 'corrects' | 'recordedAt' | 'recordedBy' | 'thinnedAt'>): Promise<void>
    rows(at: At, question: RowQuestion): Promise<{ readonly items: readonly RowOut[]; readonly next: string | null }>
    /** How many rows those tests leave; not counted further than `most`. */
    count(at: At, tests: readonly RowTest[], most: number): Promise<number>
    summarise(
      at: At,
      question: {
        readonly by: number
        readonly of: number | null
        readonly measure: ChartMeasure
        readonly tests: readonly RowTest[]
        readonly most: number
        /** Each value of this column is a line: those named, else those with most rows. Null: one line. */
        readonly lines: { readonly column: number; readonly only: readonly string[]; readonly most: number } | null
      },
    ): Promise<Summary>
    differences(
      at: At,
      from: number,
      page: { readonly after: string | null; readonly limit: number },
    ): Promise<{ readonly items: readonly RowChange[]; readonly next: string | null }>
    /** By keys, between two versions that stand in one table. @param key positions of its columns */
    changes(
      at: At,
      from: number,
      key: readonly number[],
      page: { readonly after: string | null; readonly limit: number },
    ): Promise<{ readonly items: readonly KeyChange[]; readonly next: string | null }>
    /** False when `version` is no longer the current one. */
    retain(id: string, version: number, to: StoredRetention): Promise<boolean>
    /** Datasets of which not all is kept, with their versions that can be read. */
    retained(): Promise<
      readonly {
        readonly id: string
        readonly custodian: string | null
        readonly retention: StoredRetention
        readonly versions: readonly Dated[]
      }[]
    >
    /** From here on nobody reads those versions; their rows and files go later. */
    thin(id: string, versions: readonly number[]): Promise<void>
  }
}

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
  readonly columns: readonly Column[]
  readonly places: readonly PlaceChosen[]
  readonly hasHead: boolean
  readonly key: readonly string[]
  readonly bad: 'stop' | 'leave-out'
  /** Null: the dataset is there already. */
  readonly description: Description | null
  readonly sample: boolean
  readonly validOn: string | null
  readonly note: string | null
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
      said?: { readonly asked?: AskedReading; readonly choices?: Choices; readonly result?: number; readonly dataset?: string },
    ): Promise<boolean | 'busy'>
    /** Size of a file he put himself; null: none. */
    sizeOf(sha256: string): Promise<number | null>
  }
}
