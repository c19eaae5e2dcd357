import type { Column } from '../../kernel/dataset/cell/column.ts'
import type { AccessClass, Cadence, Content, Theme } from '../../kernel/dataset/describe.ts'
import type { Retention } from '../../kernel/dataset/retention.ts'
import type { ColumnOut } from '../../kernel/dataset/understanding/columns-out.ts'
import type { MoreThanTable } from '../../kernel/dataset/understanding/whole-file.ts'

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
  /** Columns of the table that are its own: those of its values in their order, then those of the units beside its places. */
  readonly cells: readonly string[]
  readonly key: readonly string[]
  readonly rows: number
  /** Null: it replaced all rows. */
  readonly added: number | null
  readonly changed: number | null
  readonly removed: number | null
  /** Rows that the version before has, and its file too, but so that they could not be taken. Null: not counted then, or it replaced all. [DAT-112] */
  readonly leftOut: number | null
  readonly emptyCells: number
  readonly badRows: number
  readonly badSha256: string | null
  readonly fileSha256: string
  readonly fileName: string
  /** Columns that were left out of it, and those that earlier versions left out. [DAT-104] */
  readonly columnsOut: readonly ColumnOut[]
  /** What it holds beyond the table; empty: nothing, so it is for whoever sees the dataset. */
  readonly fileMore: readonly MoreThanTable[]
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
  /** When figures of the day that the current version speaks of first came in; where it says no day, when it did. [DAT-15] */
  readonly figuresSince: string
  readonly current: StoredVersion
}

/** The rule by which versions are kept, and the document it was decided on; null: nobody decided. */
export type StoredRetention = Retention & { readonly basis: string | null }
