import type { Measure } from '../../place/carry.ts'
import type { Level } from '../../place/place.ts'
import type { PersonalKind } from '../understanding/personal.ts'

/**
 * What a column of a dataset is, and how its texts are read. [DAT-1]
 *
 * `form` is how a number or a day is written, where that is not plain: «1.500,5» is `comma`, «1,500.5» is `point`; «31/12/2022»
 * is `dmy`. Null where the type has no such choice, or nobody has made it yet.
 */
export const columnTypes = ['integer', 'decimal', 'day', 'instant', 'period', 'boolean', 'text', 'geometry'] as const
export type ColumnType = (typeof columnTypes)[number]

const numberForms = ['comma', 'point'] as const
/** Years of two figures are all of this century, or those from 30 on of the last, as spreadsheets read them. [DAT-137] */
const shortForms = ['dmy-20', 'dmy-pivot', 'mdy-20', 'mdy-pivot'] as const
/** Turned: its texts are so, and what a program made days of has day and month the wrong way round. [DAT-108] */
const turnedForms = ['dmy-turned', 'mdy-turned', 'dmy-20-turned', 'dmy-pivot-turned', 'mdy-20-turned', 'mdy-pivot-turned'] as const
const dayForms = ['dmy', 'mdy', 'ymd', ...shortForms, ...turnedForms] as const
/** Of periods whose years have two figures [DAT-138], and of figures alone that are quarters or months, «1/2024» [DAT-125]. */
const periodForms = ['my', 'my-20', 'my-pivot', 'qy', 'qy-20', 'qy-pivot'] as const
export const forms = [...numberForms, ...dayForms, ...periodForms] as const
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
  /** What it says of its row: the place, or the year it is of. Absent: neither, or nobody said. [DAT-20] */
  readonly role?: 'place' | 'year' | undefined
  /** Of a place: as what its codes or names are read. */
  readonly place?: PlaceSaid | undefined
  /** A person said that its texts are no places, though they read as such: they are not proposed again. [DAT-82] */
  readonly notPlace?: true | undefined
  /** Of a geometry: the system its coordinates were in, from which they were brought to degrees WGS 84. Absent: they were so. [DAT-22] */
  readonly crs?: string | undefined
  /** The two columns it was made of. Absent: the file has it. */
  readonly from?: { readonly east: string; readonly north: string } | undefined
  /** Of a geometry: rows whose shape was repaired. Absent: none. [DAT-23] */
  readonly repaired?: number | undefined
  /** What a value must be, as a schema said. Absent: none did. [DAT-24] */
  readonly rules?: Rules | undefined
  /** It seems to say something of persons, and what. Absent: it does not, or was not looked at. [DAT-121] */
  readonly personal?: PersonalKind | undefined
  /** Headings under which it came before, as a person said. Absent: none. [DAT-119] */
  readonly formerly?: readonly string[] | undefined
  /**
   * The names that its headings had among the others of their files (`tong_so_2`), by which it is known; the last is the one it has.
   * Absent: its own name. [DAT-98]
   */
  readonly headings?: readonly string[] | undefined
  /** What may be done with its figures where units are put together. Null: not determined, as a person said; absent: nobody said. [DAT-21] */
  readonly measure?: Measure | null | undefined
}

/** Codes and names are given again with another meaning, so they are read as of a day. [PLA-1] */
export type PlaceSaid = {
  /** A day, YYYY-MM-DD. */
  readonly on: string
  readonly level: Level
  /** Name of the column that holds the unit above it; null: none does, or none is needed. */
  readonly within: string | null
  /** Id of the province whose unit is meant by a name that several bear; absent: none was said. [DAT-117] */
  readonly province?: string | undefined
  /** What people settled for texts that are no unit, or several: the next version takes it too. [DAT-116] */
  readonly settled?: readonly Settled[] | undefined
  /** Rows whose text is of no unit, or of several; absent: not counted yet. */
  readonly unmatched?: number | undefined
}

/** A text, and the id of the unit that a person said it means. */
export type Settled = { readonly value: string; readonly place: string }

/** Absent: not said. Bounds and allowed values are canonical where the type has such a text: `12.5`, `2024-01-31`. */
export type Rules = {
  readonly required?: boolean | undefined
  readonly unique?: boolean | undefined
  readonly enum?: readonly string[] | undefined
  readonly minimum?: string | undefined
  readonly maximum?: string | undefined
  readonly exclusiveMinimum?: string | undefined
  readonly exclusiveMaximum?: string | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly pattern?: string | undefined
  /** The pattern of its type and format: an e-mail address, a month. */
  readonly written?: string | undefined
  /** Texts that say nothing. */
  readonly missing?: readonly string[] | undefined
  /** Of a column of truths: the texts that say yes, and no; all others are bad. */
  readonly yes?: readonly string[] | undefined
  readonly no?: readonly string[] | undefined
}

/** The forms among which a column of that type is read; none: it is read in one way. */
export function formsOf(type: ColumnType): readonly Form[] {
  if (type === 'integer' || type === 'decimal') return numberForms
  return type === 'day' || type === 'instant' ? dayForms : type === 'period' ? periodForms : []
}

export const isPlace = (column: Column): column is Column & { readonly place: PlaceSaid } =>
  column.role === 'place' && column.place !== undefined

export const isTurned = (form: Form | null): boolean => form?.endsWith('-turned') === true
/** How its texts are written. */
export const textForm = (form: Form | null): Form | null => forms.find((one) => `${one}-turned` === form) ?? form
/** In which order its texts say day, month and year. */
export const orderOf = (form: Form | null): Form | null => (['dmy', 'mdy'] as const).find((order) => form?.startsWith(order)) ?? form
/** How its years of two figures are read. Null: they are none. */
export const centuryOf = (form: Form | null): '20' | 'pivot' | null =>
  (['20', 'pivot'] as const).find((century) => form?.includes(`-${century}`)) ?? null
/** A way of reading that is a choice only where something speaks for it. */
export const isOdd = (form: Form | null): boolean => isTurned(form) || centuryOf(form) !== null || form === 'my' || form === 'qy'

/** More columns than a row of the database holds when all are long texts. */
export const MOST_COLUMNS = 400

/** Its heading with its unit, said once: in many files the heading has it already. */
export const withUnit = ({ label, unit }: Pick<Column, 'label' | 'unit'>): string =>
  unit === null || label.includes(`(${unit})`) || label.includes(`[${unit}]`) || label.endsWith(`, ${unit}`) ? label : `${label} (${unit})`
