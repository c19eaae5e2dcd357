import { hasMarks } from '../../../base/fold.ts'
import { type Cell, cellText, isNothing } from '../cell/cell.ts'
import { readerOf } from '../cell/cell-reader.ts'
import { type ColumnType, MOST_COLUMNS } from '../cell/column.ts'
import type { SourceRow } from '../format/source-row.ts'
import { notesSeen } from '../sheet/notes.ts'
import { isTotal, NAMING, totalsSeen } from '../sheet/totals.ts'
import { type CellKind, evidence, type Guess } from './guess.ts'
import { keyFinder, proposedKey } from './keys.ts'
import { measureHint } from './measure-hint.ts'
import { headingsOf } from './names.ts'
import { isOrdinal } from './ordinals.ts'
import { periodHeading } from './periods.ts'
import type { ReadColumn, Reading, Texts } from './reading.ts'
import { isOfClosing, isOfRecord, levelNamed, placeHint, yearNamed } from './role.ts'
import { unitMix } from './unit-mix.ts'

/** Looks at the rows of a file as they come, and says what its columns are: in constant memory, whatever their number. [DAT-1] */
const EXAMPLES = 3
/** Cells of each kind whose lines are known, to be named where they are the few that do not fit. */
const MISSES = 5
const PREVIEW = 8
/** Keys are looked for in the first columns: sets of the values of all would not fit in memory. */
const MOST_KEYS = 12
const LONGEST_EXAMPLE = 120
/** All communes of before the reform fit; a column of more different texts names no places. */
const MOST_TEXTS = 12_000
const LONGEST_PLACE = 80

/** Rows of totals that wait; so many more are what they seem. */
const MOST_HELD = 1000

/** Cells by whose size mixed units are seen. */
const WEIGHED = 2000

/** As a person is shown it, and as a text of the database can hold it. */
const shown = (cell: string): string => cell.slice(0, LONGEST_EXAMPLE).replaceAll('\0', '␀').toWellFormed()

export type ColumnsRead = Pick<Reading, 'columns' | 'rows' | 'keys' | 'proposedKey' | 'totals' | 'notes' | 'preview'>

const nothing: Guess = { type: 'text', form: null, asks: [], empty: 0, misfits: 0, unit: null, split: false, nearly: null, turned: null }

type Counted = Map<string, { at: number; rows: number }>
const YEAR = /^(?:1[89]|20|21)\d\d$/
/** A few that are none (20222), or one among few, are bad rows, not another kind of column. */
const YEARS_FIT = 0.8
const areYears = (said: readonly string[]): boolean => {
  const fit = said.filter((text) => YEAR.test(text)).length
  return fit > 0 && (fit >= said.length * YEARS_FIT || (fit > 1 && fit === said.length - 1))
}

/** Of a heading that may mean something else no cell may be none: men are counted in whole numbers too. [DAT-57] */
const areAllYears = (said: readonly string[]): boolean => said.length > 0 && said.every((text) => YEAR.test(text) || text === '2200')

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

type Miss = { readonly at: number; readonly value: string }

/** The first cells, by line, that are not of a type; those with a unit are, where it is that of all. */
function missesOf(lines: ReadonlyMap<CellKind, readonly Miss[]> | undefined, type: ColumnType, unit: string | null): readonly Miss[] {
  const isTime = type === 'day' || type === 'instant' || type === 'period'
  const own: readonly CellKind[] = isTime ? [type] : unit === null ? ['number'] : ['number', 'measured']
  // beside periods a number may be a year
  return [...(lines ?? [])]
    .flatMap(([kind, misses]) => (own.includes(kind) ? [] : misses))
    .filter(({ value }) => type !== 'period' || !YEAR.test(value))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MISSES)
}

/** Looks at rows as they come. @throws never; a file with too many columns is refused before */
export function columnReader(
  head: readonly string[],
  /** Those that the format says are shapes. */
  shapes: readonly number[] = [],
): {
  /** Of its columns, as their headings name them. */
  readonly names: readonly string[]
  see(row: SourceRow): void
  /** @param isOut those that are left out are in no key @param isPersonal a key is proposed of what tells of persons only where nothing else tells rows apart */
  read(isOut?: (name: string) => boolean, isPersonal?: (name: string) => boolean): ColumnsRead
  /** Columns that may name places. */
  texts(): readonly Texts[]
  /** The different texts of a column, by its place among them; none where there are too many. */
  textsAt(at: number): readonly string[]
  /**
   * The first and the last year that a column of years or of days speaks of; null: none does.
   *
   * @param isTitled a title says a year: days on which figures were closed or measured say none beside it
   */
  years(isTitled?: boolean): readonly [number, number] | null
} {
  const headings = headingsOf(head.slice(0, MOST_COLUMNS))
  const isMarked = headings.some(({ label }) => hasMarks(label))
  const seen = headings.map((heading, i) =>
    evidence(heading.unit, shapes.includes(i), periodHeading(heading, isMarked), isOrdinal(heading, isMarked)),
  )
  const examples = headings.map((): string[] => [])
  const values: (Set<string> | null)[] = headings.map((_, i) => (i < MOST_KEYS ? new Set() : null))
  const texts = headings.map((): Counted | null => new Map())
  const weighed = headings.map((): Cell[] => [])
  const noValues = headings.map(() => 0)
  const lines = headings.map((): Map<CellKind, Miss[]> => new Map())
  const preview: string[][] = []
  const together = keyFinder(headings.length)
  const totals = totalsSeen()
  const notes = notesSeen(head)
  let rows = 0
  const isYear = (i: number): boolean => {
    const said = [...(texts[i]?.keys() ?? [])].filter((text) => !isNothing(text))
    const heading = headings[i]
    const named = heading === undefined ? 'no' : yearNamed(heading, isMarked)
    return named === 'yes' ? areYears(said) : named === 'perhaps' && areAllYears(said)
  }
  const held: SourceRow[] = []
  /** @param adds it adds up others: it tells no rows apart, and the words that name it are none of their column («Tổng cộng» under «STT») */
  const take = ({ at, cells }: SourceRow, adds: boolean): void => {
    const said = cells.map((cell) => cellText(cell).normalize('NFC'))
    if (!adds) together.see(said)
    for (const [i, cell] of said.entries()) {
      if (adds && (isNothing(cell.trim()) || (i < NAMING && isTotal(cell.trim())))) continue
      const given = cells[i] ?? ''
      if (typeof given !== 'string' && given.is === 'fault' && given.bad === 'no-value') noValues[i] = (noValues[i] ?? 0) + 1
      const kind = seen[i]?.see(typeof given === 'string' ? cell : given) ?? 'nothing'
      const met = lines[i]
      if (met !== undefined && kind !== 'nothing') {
        const few = met.get(kind) ?? []
        if (few.length < MISSES) met.set(kind, [...few, { at, value: shown(cell) }])
      }
      const own = examples[i]
      if (own !== undefined && own.length < EXAMPLES && !isNothing(cell.trim()) && !own.includes(shown(cell))) own.push(shown(cell))
      const sizes = weighed[i]
      if (!adds && sizes !== undefined && sizes.length < WEIGHED) sizes.push(given)
      const named = texts[i]
      if (named !== null && named !== undefined) texts[i] = counted(named, cell, at)
      const unique = values[i]
      if (adds || unique === null || unique === undefined) continue
      if (cell.trim() === '' || unique.has(cell)) values[i] = null
      else unique.add(cell)
    }
  }
  /** Rows that seemed to add up others wait until it is known whether they do. */
  const settle = (): void => {
    const adds = totals.found() !== null
    for (const row of held.splice(0)) take(row, adds)
  }
  return {
    names: headings.map(({ name }) => name),
    see(row) {
      // what stands under the table says nothing of its columns
      if (notes.see(row) !== null || row.bad !== null || row.cells.length !== headings.length) return
      rows += 1
      if (preview.length < PREVIEW) preview.push(row.cells.map((cell) => shown(cellText(cell))))
      const adds = totals.see(row)
      if (adds && held.length < MOST_HELD) held.push(row)
      else take(row, adds)
    },
    read(isOut = () => false, isPersonal = () => false) {
      settle()
      const keys = headings.flatMap(({ name }, i) =>
        rows > 1 && !isOut(name) && values[i] !== null && values[i] !== undefined ? [name] : [],
      )
      const columns = headings.map(({ name, label, unit, repeated }, i): ReadColumn => {
        const { nearly, split, turned, unit: behind, ...guess } = seen[i]?.guess() ?? nothing
        const isNumber = guess.type === 'integer' || guess.type === 'decimal'
        const isNearly = nearly?.type === 'integer' || nearly?.type === 'decimal'
        const own = { name, label, type: guess.type, unit: behind ?? (isNumber || isNearly ? unit : null) }
        const sizeOf = readerOf({ ...own, type: 'decimal', form: guess.form })
        const mixed =
          isNumber && !isYear(i)
            ? unitMix(
                (weighed[i] ?? []).flatMap((cell) => {
                  const read = sizeOf(cell)
                  return typeof read === 'string' ? [Number(read)] : []
                }),
              )
            : null
        const measure = isYear(i) ? 'none' : measureHint(own, isMarked)
        return {
          ...own,
          meaning: null,
          ...guess,
          empty: guess.empty - (noValues[i] ?? 0),
          ...((noValues[i] ?? 0) > 0 ? { noValue: noValues[i] } : {}),
          ...(split ? { split: true } : {}),
          ...(turned === null ? {} : { turned }),
          ...(isYear(i) && guess.type === 'integer' ? { role: 'year' } : {}),
          ...(measure === null ? {} : { measure }),
          ...(mixed === null || measure === 'none' ? {} : { mixed }),
          ...(nearly === null ? {} : { nearly: { ...nearly, misses: missesOf(lines[i], nearly.type, behind) } }),
          examples: examples[i] ?? [],
          renamed: repeated || head[i]?.trim() === '',
        }
      })
      return {
        rows,
        preview,
        keys,
        columns,
        proposedKey: proposedKey(columns, keys, together, { isOut, isPersonal }),
        totals: totals.found(),
        notes: notes.found(),
      }
    },
    texts() {
      settle()
      return headings.flatMap(({ name, label }, i) => {
        const own = texts[i]
        const hint = placeHint({ name, label }, isMarked)
        const type = seen[i]?.guess().type
        const mayBe = type === 'text' || (type === 'integer' && hint?.isCode === true)
        return own === null || own === undefined || own.size === 0 || !mayBe
          ? []
          : [{ name, isHinted: hint !== null, level: levelNamed({ name, label }, isMarked), texts: own }]
      })
    },
    textsAt(at) {
      settle()
      return [...(texts[at]?.keys() ?? [])]
    },
    years(isTitled = false) {
      settle()
      const all = headings.flatMap((heading, i) => {
        const type = seen[i]?.guess().type
        if (isYear(i)) return yearsOf(texts[i] ?? null, true)
        const isAside = isOfRecord(heading) || (isTitled && isOfClosing(heading))
        return (type === 'day' || type === 'instant' || type === 'period') && !isAside ? yearsOf(texts[i] ?? null, false) : []
      })
      // «2019», «Sơ bộ 2024» over figures: each column is of its year
      const named = headings.flatMap(({ label }, i) => {
        const year = /^(?:năm |sơ bộ |ước(?: tính)? )?((?:19|20)\d\d)$/i.exec(label.trim())?.[1]
        const type = seen[i]?.guess().type
        return year !== undefined && (type === 'integer' || type === 'decimal') ? [Number(year)] : []
      })
      const said = all.length === 0 && named.length > 1 ? named : all
      return said.length === 0 ? null : [said.reduce((a, b) => Math.min(a, b)), said.reduce((a, b) => Math.max(a, b))]
    },
  }
}
