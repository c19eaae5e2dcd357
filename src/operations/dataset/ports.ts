import type { Column } from '../../kernel/dataset/cell/column.ts'
import type { ChartMeasure } from '../../kernel/dataset/chart.ts'
import type { AccessClass, Cadence, Theme } from '../../kernel/dataset/describe.ts'
import type { Dated } from '../../kernel/dataset/retention.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { KeyChange, PlaceText, RowChange, RowOut, RowQuestion, RowTest, Summary } from './rows/rows.ts'
import type { Description, StoredDataset, StoredRetention, StoredVersion } from './stored.ts'

/** Those that changed last, by title, or those called as the words say. */
export const datasetOrders = ['changed', 'title', 'fit'] as const
export type DatasetOrder = (typeof datasetOrders)[number]

export type DatasetFilter = {
  readonly q: string | null
  readonly theme: Theme | null
  readonly access: AccessClass | null
  readonly custodian: string | null
  readonly cadence: Cadence | null
  readonly format: string | null
  /** The name of a province or city; country: the whole of it. [DAT-96] */
  readonly locality: string | null
  readonly order: DatasetOrder
  /** The day as of which versions are read; null: today. */
  readonly on: string | null
  readonly after: string | null
  readonly limit: number
}

/** How many of what was found are of each kind. */
export type Facets = Readonly<
  Record<'theme' | 'locality' | 'access' | 'custodian' | 'cadence' | 'format', readonly { readonly of: string; readonly n: number }[]>
>

type At = Pick<StoredVersion, 'store' | 'columns' | 'cells' | 'n'>

/** Two versions that stand in one table, the later and the earlier, and the key by which their rows are the same. */
export type VersionPair = { readonly to: At; readonly from: At; readonly key: readonly string[] }

export interface DatasetPorts {
  readonly datasets: {
    list(filter: DatasetFilter): Promise<{
      readonly items: readonly StoredDataset[]
      readonly next: string | null
      readonly total: number
      readonly facets: Facets
    }>
    /** The day of the first version of all that he sees; null: there is none. */
    begun(): Promise<Day | null>
    get(idOrSlug: string): Promise<StoredDataset | null>
    /** The newest one of that title, with marks or without, that he sees; null: none. */
    titled(title: string): Promise<{ readonly title: string; readonly slug: string } | null>
    /** Newest first. */
    versions(id: string): Promise<readonly StoredVersion[]>
    add(id: string, description: Description, sample: boolean): Promise<{ readonly slug: string }>
    /** Until the transaction ends nobody else describes it, or shows a version of it: what is read of it from here on stands. [DAT-131] */
    hold(id: string): Promise<void>
    /** Until the transaction ends nobody else makes a dataset of that title. */
    holdTitle(title: string): Promise<void>
    /**
     * @param columns as they will be: their words are searched
     * @returns false when `version` is no longer that of the description, or `of` no longer the current one of its data
     */
    describe(
      id: string,
      seen: { readonly version: number; readonly of: number },
      to: Description,
      columns: readonly Column[],
    ): Promise<boolean>
    /** Describes the columns of a version anew: meanings, units and measures, nothing that changes a value. */
    describeColumns(id: string, n: number, columns: readonly Column[]): Promise<void>
    /**
     * Adds a version and shows it: from here on it is the one that is read.
     * @param units ids of the places that its rows are of: the dataset is found by them and those above them
     */
    show(
      id: string,
      version: Omit<StoredVersion, 'corrects' | 'recordedAt' | 'recordedBy' | 'thinnedAt'>,
      units: readonly string[],
    ): Promise<void>
    /** @returns `lost` in that order there is no such row to go on after */
    rows(at: At, question: RowQuestion): Promise<{ readonly items: readonly RowOut[]; readonly next: string | null; readonly lost?: true }>
    /** Texts of a column of places with the units they were taken to mean, each once; where there are more than `most`, from all over. */
    placesIn(at: At, column: number, tests: readonly RowTest[], most: number): Promise<readonly PlaceText[]>
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
      pair: VersionPair,
      page: { readonly after: string | null; readonly limit: number },
    ): Promise<{ readonly items: readonly RowChange[]; readonly next: string | null }>
    /** By keys. @param isThinned of the earlier one only keys are left */
    changes(
      pair: VersionPair,
      isThinned: boolean,
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
