/**
 * What a column of a dataset is, and how its texts are read. [DAT-1]
 *
 * `form` is how a number or a day is written, where that is not plain: «1.500,5» is `comma`, «1,500.5» is `point`; «31/12/2022»
 * is `dmy`. Null where the type has no such choice, or nobody has made it yet.
 */
export const columnTypes = ['integer', 'decimal', 'day', 'instant', 'boolean', 'text', 'geometry'] as const
export type ColumnType = (typeof columnTypes)[number]

const numberForms = ['comma', 'point'] as const
const dayForms = ['dmy', 'mdy', 'ymd'] as const
export const forms = [...numberForms, ...dayForms] as const
export type Form = (typeof forms)[number]

export type Column = {
  /** For machines: `dan_so`; unique in its dataset, made of the heading. */
  readonly name: string
  /** The heading, as the file has it. */
  readonly label: string
  readonly type: ColumnType
  /** `km²`, `người`; null: none said. */
  readonly unit: string | null
  /** What it says, in a sentence; null: not described. */
  readonly meaning: string | null
  readonly form: Form | null
}

/** The forms among which a column of that type is read; none: it is read in one way. */
export const formsOf = (type: ColumnType): readonly Form[] =>
  type === 'integer' || type === 'decimal' ? numberForms : type === 'day' || type === 'instant' ? dayForms : []

/** More columns than a row of the database holds when all are long texts. */
export const MOST_COLUMNS = 400
