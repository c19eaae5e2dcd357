import { type BadReason, isNothing } from './cell.ts'
import { type Column, type Form, MOST_COLUMNS } from './column.ts'
import { evidence } from './guess.ts'
import { headingsOf } from './names.ts'

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
}

export type Reading = {
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
}

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

/** As a person is shown it, and as a text of the database can hold it. */
const shown = (cell: string): string => cell.slice(0, LONGEST_EXAMPLE).replaceAll('\0', '␀').toWellFormed()

export type ColumnsRead = Pick<Reading, 'columns' | 'rows' | 'keys' | 'preview'>

/** Looks at rows as they come. @throws never; a file with too many columns is refused before */
export function columnReader(head: readonly string[]): { see(row: SourceRow): void; read(): ColumnsRead } {
  const headings = headingsOf(head.slice(0, MOST_COLUMNS))
  const seen = headings.map(() => evidence())
  const examples = headings.map((): string[] => [])
  const values: (Set<string> | null)[] = headings.map((_, i) => (i < MOST_KEYS ? new Set() : null))
  const preview: string[][] = []
  let rows = 0
  return {
    see({ cells, bad }) {
      if (bad !== null || cells.length !== headings.length) return
      rows += 1
      if (preview.length < PREVIEW) preview.push(cells.map(shown))
      for (let i = 0; i < cells.length; i += 1) {
        const cell = cells[i] ?? ''
        seen[i]?.see(cell)
        const own = examples[i]
        if (own !== undefined && own.length < EXAMPLES && !isNothing(cell.trim()) && !own.includes(shown(cell))) own.push(shown(cell))
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
        return {
          name,
          label,
          unit: isNumber ? unit : null,
          meaning: null,
          ...guess,
          examples: examples[i] ?? [],
          renamed: repeated || head[i]?.trim() === '',
        }
      }),
    }),
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
    return { ...read, type: known.type, unit: known.unit, meaning: known.meaning, form, asks: form === null ? read.asks : [] }
  })
