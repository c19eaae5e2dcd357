/** `name` `op` `value`, as a question of rows is narrowed. */
export const rowTests = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'has', 'empty', 'any'] as const

export type RowTest = { readonly column: number; readonly op: (typeof rowTests)[number]; readonly value: string }

export type RowQuestion = {
  readonly tests: readonly RowTest[]
  /** Position of the column; null: as in the file. */
  readonly sort: { readonly column: number; readonly descending: boolean } | null
  /** The id of the last row of the page before, of the same version and order; null: the first page. */
  readonly after: string | null
  readonly limit: number
}

export type Value = string | number | boolean | null

export type RowOut = {
  readonly id: string
  readonly values: readonly Value[]
  /** By column: the unit its text was taken to mean when it came in; null: none, or the column is of no places. [DAT-71] */
  readonly places: readonly (string | null)[]
}

/** `kept`: the unit that it was taken to mean when it came in; null: none. */
export type PlaceText = { readonly text: string; readonly kept: string | null }

export type RowChange = {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly id: string
  readonly before: readonly Value[] | null
  readonly after: readonly Value[] | null
  /** Of one that is removed: the file has it, but as a bad row. [DAT-112] */
  readonly leftOut: boolean
}

/** What became of a key since a version, as a neighbour takes it over: of a row that went its key is what stays. */
export type KeyChange = {
  readonly kind: RowChange['kind']
  readonly id: string
  /** The version in which it came to be as it is, or went. */
  readonly n: number
  readonly key: readonly Value[]
  /** Null: the row went. */
  readonly values: readonly Value[] | null
  readonly leftOut: boolean
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
