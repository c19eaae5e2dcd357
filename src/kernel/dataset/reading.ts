import type { Day } from '../period/day.ts'
import type { Level } from '../place/place.ts'
import { type BadReason, isNothing } from './cell.ts'
import { type Column, type Form, MOST_COLUMNS } from './column.ts'
import { evidence } from './guess.ts'
import type { Lie } from './lie.ts'
import { headingsOf } from './names.ts'
import { readDecimal } from './number-text.ts'
import { isYearNamed, measureHint, placeHint } from './role.ts'

import { type UnitMix, unitMix } from './unit-mix.ts'

/**
 * What was understood of a file before anything is kept of it: shown to a person, who answers what is asked and corrects what
 * was read wrong. [DAT-1]
 */
export type ReadColumn = Column & {
  /** The forms between which a person must choose; empty: none is asked. */
  readonly asks: readonly Form[]
  readonly empty: number
  readonly misfits: number
  readonly examples: readonly string[]
  /** True: its heading was said before, or there was none. */
  readonly renamed: boolean
  /** Two units seem mixed in it. */
  readonly mixed?: UnitMix | undefined
}

/** Texts of a column that may be places, each with the line it stands on first and how many rows have it. */
export type Texts = {
  readonly name: string
  readonly isHinted: boolean
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
}

/** A column that names places, as it was understood. [DAT-20] */
export type PlaceRead = {
  readonly column: string
  readonly level: Level
  readonly on: Day
  /** Where the day is from: what was asked for, the years of the file, or only that most texts mean something on it. */
  readonly from: 'asked' | 'years' | 'fit'
  readonly within: string | null
  /** Different texts, and how many of them are one unit. */
  readonly texts: number
  readonly matched: number
  /** The first of those that are none, or several. */
  readonly misses: readonly PlaceMiss[]
}

/** Columns that say where, and in which system their coordinates may be. [DAT-22] */
export type CoordinatesRead = {
  /** One of shapes, or two of numbers: the first is the easting or the longitude, where its heading is to be believed. */
  readonly columns: readonly string[]
  /** The system, where it is known: the file says it, it was asked for, the version before was in it. */
  readonly crs: string | null
  readonly from: 'file' | 'asked' | 'before' | 'degrees' | 'fit'
  /** The province the file is claimed to be of; null: none is known. */
  readonly province: { readonly id: string; readonly name: string } | null
  readonly points: number
  /** Systems under which they lie somewhere, best first. */
  readonly lies: readonly (Omit<Lie, 'elsewhere'> & { readonly elsewhere: { readonly name: string; readonly n: number } | null })[]
}

export type Reading = {
  /** Sheets or layers of the file, and the one that was read; empty: it has no parts. */
  readonly parts: readonly Part[]
  readonly part: string | null
  /** The key that a schema names. */
  readonly schemaKey: readonly string[]
  readonly format: string
  /** Of a file of text: `utf-8`, `tcvn3` …; null: the format says it itself. */
  readonly encoding: string | null
  readonly delimiter: string | null
  /** Rows above the headings, which are not taken. */
  readonly above: number
  /** True: the first row looks like the others; a person says whether it is data. */
  readonly asksHead: boolean
  readonly columns: readonly ReadColumn[]
  /** Rows that were looked at, and whether they are all. */
  readonly rows: number
  readonly whole: boolean
  /** Columns of which no value comes twice and none is empty, in the rows looked at. */
  readonly keys: readonly string[]
  readonly preview: readonly (readonly string[])[]
  /** Columns that name places. */
  readonly places: readonly PlaceRead[]
  /** Null: nothing in the file says where. */
  readonly coordinates: CoordinatesRead | null
}

/** A sheet of a workbook, a layer of a GeoPackage. */
export type Part = { readonly name: string; readonly rows: number }

/** A row as every format gives it: texts, and where it stands in the file. */
export type SourceRow = {
  /** Line, or row of the sheet, from 1. */
  readonly at: number
  readonly cells: readonly string[]
  /** Set: it could not be read. */
  readonly bad: BadReason | null
}

const EXAMPLES = 3
const PREVIEW = 8
/** Keys are looked for in the first columns: sets of the values of all would not fit in memory. */
const MOST_KEYS = 12
const LONGEST_EXAMPLE = 120
/** All communes of before the reform fit; a column of more different texts names no places. */
const MOST_TEXTS = 12_000
const LONGEST_PLACE = 80

/** Cells by whose size mixed units are seen. */
const WEIGHED = 2000

/** As a person is shown it, and as a text of the database can hold it. */
const shown = (cell: string): string => cell.slice(0, LONGEST_EXAMPLE).replaceAll('\0', '␀').toWellFormed()

export type ColumnsRead = Pick<Reading, 'columns' | 'rows' | 'keys' | 'preview'>

type Counted = Map<string, { at: number; rows: number }>
const YEAR = /^(?:1[89]|20|21)\d\d$/
/** A few that are none (20222) are bad rows, not another kind of column. */
const YEARS_FIT = 0.8

/** Adds a text. @returns null: there are too many different ones, or it is too long for a name */
function counted(texts: Counted, cell: string, at: number): Counted | null {
  const text = cell.trim()
  if (text === '') return texts
  const known = texts.get(text)
  if (known !== undefined) known.rows += 1
  else if (text.length > LONGEST_PLACE || texts.size === MOST_TEXTS) return null
  else texts.set(text, { at, rows: 1 })
  return texts
}

/** The years a column speaks of. */
function yearsOf(texts: Counted | null, isYear: boolean): readonly number[] {
  if (texts === null) return []
  return [...texts.keys()].flatMap((text) => {
    const year = isYear ? (YEAR.test(text) ? text : undefined) : /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1]
    return year === undefined ? [] : [Number(year)]
  })
}

/** Looks at rows as they come. @throws never; a file with too many columns is refused before */
export function columnReader(head: readonly string[]): {
  see(row: SourceRow): void
  read(): ColumnsRead
  /** Columns that may name places. */
  texts(): readonly Texts[]
  /** The first and the last year that a column of years or of days speaks of; null: none does. */
  years(): readonly [number, number] | null
} {
  const headings = headingsOf(head.slice(0, MOST_COLUMNS))
  const seen = headings.map(() => evidence())
  const examples = headings.map((): string[] => [])
  const values: (Set<string> | null)[] = headings.map((_, i) => (i < MOST_KEYS ? new Set() : null))
  const texts = headings.map((): Counted | null => new Map())
  const weighed = headings.map((): string[] => [])
  const preview: string[][] = []
  let rows = 0
  const isYear = (i: number): boolean => {
    const said = [...(texts[i]?.keys() ?? [])].filter((text) => !isNothing(text))
    return (
      isYearNamed(headings[i]?.name ?? '') && said.length > 0 && said.filter((text) => YEAR.test(text)).length >= said.length * YEARS_FIT
    )
  }
  return {
    see({ at, cells, bad }) {
      if (bad !== null || cells.length !== headings.length) return
      rows += 1
      if (preview.length < PREVIEW) preview.push(cells.map(shown))
      for (let i = 0; i < cells.length; i += 1) {
        const cell = cells[i] ?? ''
        seen[i]?.see(cell)
        const own = examples[i]
        if (own !== undefined && own.length < EXAMPLES && !isNothing(cell.trim()) && !own.includes(shown(cell))) own.push(shown(cell))
        const sizes = weighed[i]
        if (sizes !== undefined && sizes.length < WEIGHED) sizes.push(cell)
        const named = texts[i]
        if (named !== null && named !== undefined) texts[i] = counted(named, cell, at)
        const unique = values[i]
        if (unique !== null && unique !== undefined) {
          if (cell.trim() === '' || unique.has(cell)) values[i] = null
          else unique.add(cell)
        }
      }
    },
    read: () => ({
      rows,
      preview,
      keys: headings.flatMap(({ name }, i) => (rows > 1 && values[i] !== null && values[i] !== undefined ? [name] : [])),
      columns: headings.map(({ name, label, unit, repeated }, i): ReadColumn => {
        const guess = seen[i]?.guess() ?? { type: 'text', form: null, asks: [], empty: 0, misfits: 0 }
        const isNumber = guess.type === 'integer' || guess.type === 'decimal'
        const own = { name, label, type: guess.type, unit: isNumber ? unit : null }
        const mixed =
          isNumber && !isYear(i)
            ? unitMix(
                (weighed[i] ?? [])
                  .flatMap((cell) => Number(readDecimal(cell.trim(), guess.form) ?? Number.NaN))
                  .filter((n) => !Number.isNaN(n)),
              )
            : null
        const measure = isYear(i) ? 'none' : measureHint(own)
        return {
          ...own,
          meaning: null,
          ...guess,
          ...(isYear(i) && guess.type === 'integer' ? { role: 'year' } : {}),
          ...(measure === null ? {} : { measure }),
          ...(mixed === null || measure === 'none' ? {} : { mixed }),
          examples: examples[i] ?? [],
          renamed: repeated || head[i]?.trim() === '',
        }
      }),
    }),
    texts: () =>
      headings.flatMap(({ name }, i) => {
        const own = texts[i]
        const hint = placeHint(name)
        const type = seen[i]?.guess().type
        const mayBe = type === 'text' || (type === 'integer' && hint?.isCode === true)
        return own === null || own === undefined || own.size === 0 || !mayBe ? [] : [{ name, isHinted: hint !== null, texts: own }]
      }),
    years() {
      const all = headings.flatMap((_, i) => {
        const type = seen[i]?.guess().type
        return isYear(i) ? yearsOf(texts[i] ?? null, true) : type === 'day' || type === 'instant' ? yearsOf(texts[i] ?? null, false) : []
      })
      return all.length === 0 ? null : [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))]
    },
  }
}

/**
 * A new version is read as the one before was: types, units and meanings by the names of columns. How its numbers and days are
 * written is the file's own, where it says so; what does not fit is a bad row, not another type. [DAT-9]
 */
export const readAsBefore = (columns: readonly ReadColumn[], before: readonly Column[]): readonly ReadColumn[] =>
  columns.map((read) => {
    const known = before.find(({ name }) => name === read.name)
    if (known === undefined) return read
    const form = read.type === known.type && read.form !== null ? read.form : known.form
    return {
      ...read,
      type: known.type,
      unit: known.unit,
      meaning: known.meaning,
      ...(known.measure === undefined ? {} : { measure: known.measure }),
      ...(known.rules === undefined ? {} : { rules: known.rules }),
      form,
      asks: form === null ? read.asks : [],
    }
  })
