import type { Day } from '../../period/day.ts'
import type { Level } from '../../place/place.ts'
import type { Column, Form, Settled } from '../cell/column.ts'
import type { Lie } from '../shape/lie.ts'
import type { Around } from '../sheet/around.ts'
import type { Notes } from '../sheet/notes.ts'
import type { Totals, TotalsWay } from '../sheet/totals.ts'
import type { OutFrom } from './columns-out.ts'
import type { Nearly } from './guess.ts'
import type { Was } from './renamed.ts'
import type { TurnedDays } from './turned-days.ts'
import type { UnitMix } from './unit-mix.ts'

/**
 * What was understood of a file before anything is kept of it: shown to a person, who answers what is asked and corrects what
 * was read wrong. [DAT-1]
 */
export type ReadColumn = Column & {
  /** The forms between which a person must choose; empty: none is asked. */
  readonly asks: readonly Form[]
  readonly empty: number
  readonly misfits: number
  /** Formulas whose value the workbook does not hold, or that are in error: they will be bad cells. Absent: none. [DAT-78] */
  readonly noValue?: number | undefined
  readonly examples: readonly string[]
  /** True: its heading was said before, or there was none. */
  readonly renamed: boolean
  /** It is not taken, and who said so. Absent: it is. [DAT-104] */
  readonly leftOut?: OutFrom | undefined
  /** The name that its heading gives it. Absent: it has that name. [DAT-98] */
  readonly heading?: string | undefined
  /** It is a column of the version before under another heading. Absent: its heading names it. [DAT-119] */
  readonly was?: Was | undefined
  /** Name of the column that went and is likely this one: proposed, and not done. */
  readonly likely?: string | undefined
  /** Two units seem mixed in it. */
  readonly mixed?: UnitMix | undefined
  /** Some of its numbers can be read in two ways; known until it is compared with the version before. */
  readonly split?: true | undefined
  /** The unit that a line above the table says, and that line: proposed, or another than that of the version before. [DAT-109] */
  readonly unitAbove?: { readonly at: number; readonly unit: string } | undefined
  /** Its days may have been turned by a program: asked as a form. [DAT-108] */
  readonly turned?: TurnedDays | undefined
  /** Read as text though most of its cells are not: a person says whether the others are slips, or it is text. [DAT-43] */
  readonly nearly?: NearlyRead | undefined
}

/** The first cells that do not fit stand with their lines. */
export type NearlyRead = Nearly & { readonly misses: readonly { readonly at: number; readonly value: string }[] }

/** Texts of a column that may be places, each with the line it stands on first and how many rows have it. */
export type Texts = {
  readonly name: string
  readonly isHinted: boolean
  /** The level of units that its heading is of, and says nothing else; null: it does not say one. */
  readonly level: Level | null
  readonly texts: ReadonlyMap<string, { readonly at: number; readonly rows: number }>
}

export type PlaceMiss = {
  /** The first line that says it, and how many do. */
  readonly at: number
  readonly rows: number
  readonly value: string
  /** `unknown` on that day · `several` bear it. */
  readonly why: 'unknown' | 'several'
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly code: string }[]
  /** Id of the unit that the version before was said to mean by it: taken, unless a person says otherwise. [DAT-116] */
  readonly settled?: string | undefined
}

/** A column that names places, as it was understood. [DAT-20] */
export type PlaceRead = {
  readonly column: string
  readonly level: Level
  readonly on: Day
  /** Where the day is from: what was asked for, the version before, the years of the file, or only that most texts mean something on it. */
  readonly from: 'asked' | 'before' | 'years' | 'fit'
  readonly within: string | null
  /** Where no column says it: the province whose unit is meant by a name that several bear. Null: none; absent in older readings. [DAT-117] */
  readonly province?: ProvinceRead | null | undefined
  /** Provinces with most of its names, to choose from. */
  readonly provinces?: readonly ProvinceOffered[] | undefined
  /** What people settled for its texts in the versions before, as far as those units are there on that day. */
  readonly settled?: readonly Settled[] | undefined
  /** What they settled of units that are not there on that day: kept for a version that is read as of theirs. Absent: nothing. [DAT-116] */
  readonly resting?: readonly Settled[] | undefined
  /** Rows without a unit, and how many the version before had; absent: it was none of places, or there is none. */
  readonly unmatched?: number | undefined
  readonly unmatchedBefore?: number | undefined
  /** Different texts, and how many of them are one unit. */
  readonly texts: number
  readonly matched: number
  /** The first of those that are none, or several. */
  readonly misses: readonly PlaceMiss[]
}

export type ProvinceOffered = { readonly id: string; readonly name: string; readonly texts: number }
export type ProvinceRead = { readonly id: string; readonly name: string; readonly from: 'asked' | 'before' | 'names' }

/** Columns that say where, and in which system their coordinates may be. [DAT-22] */
export type CoordinatesRead = {
  /** One of shapes, or two of numbers: the first is the easting or the longitude, where its heading is to be believed. */
  readonly columns: readonly string[]
  /** Columns of shapes beside it that are in the same system, whichever is chosen. Absent: none. */
  readonly also?: readonly string[] | undefined
  /** The system, where it is known: the file says it, it was asked for, the version before was in it. */
  readonly crs: string | null
  /** `turned`: the file says one under which they lie elsewhere, and the other way round in the country. */
  readonly from: 'file' | 'asked' | 'before' | 'degrees' | 'fit' | 'turned'
  /** The province the file is claimed to be of; null: none is known. */
  readonly province: { readonly id: string; readonly name: string } | null
  readonly points: number
  /** Points that will be bad cells in it, the first with their lines. Absent: none. */
  readonly beyond?: { readonly n: number; readonly first: readonly { readonly at: number; readonly value: string }[] } | undefined
  /** Systems under which they lie somewhere, best first. */
  readonly lies: readonly LieRead[]
}

export type LieRead = Omit<Lie, 'elsewhere' | 'strays'> & {
  readonly elsewhere: { readonly name: string; readonly n: number } | null
  /** Points in no province, the first with their lines. Absent in what was read before they were counted. [DAT-80] */
  readonly strays?: { readonly n: number; readonly first: readonly { readonly at: number; readonly value: string }[] } | undefined
}

export type Reading = {
  /** Sheets or layers of the file, and the one that was read; empty: it has no parts. */
  readonly parts: readonly Part[]
  readonly part: string | null
  readonly merged?: Merged | undefined
  /** Shapes that were looked at have heights, which no column keeps. Absent: none has. [DAT-128] */
  readonly heights?: true | undefined
  /** What else the file holds that is no sheet or layer: notes, pictures, other files of a zip. Absent: nothing. [DAT-120] */
  readonly besides?: readonly string[] | undefined
  /** The key that a schema names. */
  readonly schemaKey: readonly string[]
  readonly format: string
  /** Of a file of text: `utf-8`, `tcvn3` …; null: the format says it itself. */
  readonly encoding: string | null
  readonly delimiter: string | null
  /** Rows above the headings, which are not taken. */
  readonly above: number
  /** What stands around its records. Absent: nothing does, or its format has nothing around them. [DAT-109] */
  readonly around?: Around | undefined
  /** True: the first row looks like the others; a person says whether it is data. */
  readonly asksHead: boolean
  readonly columns: readonly ReadColumn[]
  /** Rows that were looked at, and whether they are all. */
  readonly rows: number
  readonly whole: boolean
  /** Columns of which no value comes twice and none is empty, in the rows looked at. */
  readonly keys: readonly string[]
  /** The key that is proposed, of one column or of several; empty: nothing tells the rows apart. Absent: read before it was looked for. [DAT-85] */
  readonly proposedKey?: readonly string[] | undefined
  /** Rows that seem to add up others; null: none does. [DAT-65] */
  readonly totals?: Totals | null | undefined
  /** Rows under the table, or between its pages, that are no records; null: there are none. [DAT-65] */
  readonly notes?: Notes | null | undefined
  readonly preview: readonly (readonly string[])[]
  /** Columns that name places. */
  readonly places: readonly PlaceRead[]
  /** Null: nothing in the file says where. */
  readonly coordinates: CoordinatesRead | null
  /** The version of its dataset that was current when it was read; null: it makes a dataset. Absent in older readings. [DAT-92] */
  readonly follows?: number | null | undefined
  /** Columns of that version that the file does not have. Absent in older readings. [DAT-119] */
  readonly gone?: readonly Pick<Column, 'name' | 'label' | 'type'>[] | undefined
  /** What that version said of its columns then: what a steward writes of them meanwhile is not lost. Absent: of older readings. [DAT-131] */
  readonly described?: readonly Pick<Column, 'name' | 'unit' | 'meaning' | 'measure'>[] | undefined
  /** Its file is the very one that version was made of. Absent: it is another. */
  readonly same?: true | undefined
  /** How that version was taken of it. Absent: it is another file, or its import is no longer there. */
  readonly takenAs?: TakenAs | undefined
}

/** What a person chose of a file beside its columns. */
export type TakenAs = Pick<Reading, 'part' | 'encoding' | 'delimiter'> & {
  readonly hasHead: boolean
  /** Null: nothing was asked of rows that add up others. */
  readonly totals: TotalsWay | null
}

/** A sheet of a workbook, a layer of a GeoPackage. */
export type Part = {
  readonly name: string
  readonly rows: number
  /** Of a workbook that does not show it. */
  readonly hidden?: true | undefined
  /** A table that stands beside others in its sheet, or in its file. [DAT-110] */
  readonly beside?: true | undefined
}

/** Cells merged downwards: a text is given to each of its rows, an amount stays in the first. [DAT-74] */
export type Merged = { readonly filled: number; readonly left: number }
