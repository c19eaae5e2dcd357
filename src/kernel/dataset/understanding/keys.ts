import { isNothing } from '../cell/cell.ts'
import type { Column } from '../cell/column.ts'
import type { ReadColumn } from './reading.ts'
import { areMarked, isCoded, isName, isOfRecord, placeHint, timeNamed } from './role.ts'

/**
 * The smallest key of two columns, then of three, that tells the rows apart that were looked at: a province and a year. It is
 * proposed where no column does so alone, from columns that say of what a row is, and never from figures. [DAT-85]
 *
 * @cost memory of so many rows and columns and no more: of a cell only a number stands, equal for equal texts
 */
const MOST_ROWS = 100_000
const MOST_COLUMNS = 12
const FEWEST_ROWS = 3
/** Columns that are tried together: 28 pairs and 56 threes. */
const MOST_TRIED = 8

export type KeyFinder = {
  /** A row, in the order of the columns; rows beyond the bound say nothing. */
  see(cells: readonly string[]): void
  /** @param tried positions of columns that may be part of a key, the likelier first @returns none: they tell no rows apart */
  find(tried: readonly number[]): readonly number[]
}

const ORDINAL = /^(?:stt|tt|so_tt|so_thu_tu|thu_tu)$/

/**
 * The key that is proposed: a column that alone tells the rows apart, else several together. One that says of what a row is goes
 * before any other text, and a figure is none, however different its values: corrected it would be another row. What only counts
 * the rows does so in no other order of them, and comes last. Numbers and names of persons are proposed only where nothing
 * else tells the rows apart: they are what is left out before others see a table. [DAT-85]
 */
export function proposedKey(
  columns: readonly Keyed[],
  alone: readonly string[],
  finder: KeyFinder,
  { isOut = NONE, isPersonal = NONE }: { isOut?: OfName; isPersonal?: OfName } = {},
): readonly string[] {
  const isAside: OfName = (name) => isOut(name) || isPersonal(name)
  const without = keyOf(
    columns,
    alone.filter((name) => !isPersonal(name)),
    finder,
    isAside,
  )
  return without.length > 0 ? without : keyOf(columns, alone, finder, isOut)
}

type Keyed = Pick<Column, 'name' | 'label' | 'type' | 'role'> & Partial<Pick<ReadColumn, 'measure' | 'examples'>>
type OfName = (name: string) => boolean
const NONE: OfName = () => false

function keyOf(columns: readonly Keyed[], alone: readonly string[], finder: KeyFinder, isOut: OfName): readonly string[] {
  const named = keyColumns(columns).filter((i) => !isOut(columns[i]?.name ?? ''))
  // what a paper is numbered by goes before the day it was given
  const codes = named.filter((i) => isCoded(columns[i]))
  const isOwn = (i: number): boolean => {
    const { name = '', measure } = columns[i] ?? {}
    return alone.includes(name) && (measure ?? 'none') === 'none' && !ORDINAL.test(name) && !isOfRecord({ name })
  }
  const texts = columns.flatMap((column, i) => (column.type === 'text' && !isRemark(column) ? [i] : []))
  // without a heading that says so a whole number may name its row where it stands first
  const first = columns[0]?.type === 'integer' ? [0] : []
  // a day tells things apart by chance, unless it heads its rows
  const isLate = (i: number): boolean => i > 0 && ['day', 'instant', 'period'].includes(columns[i]?.type ?? '')
  const marks = codes.filter((i) => /^ma(?:_|$)|^code$|^id$/.test(columns[i]?.name ?? ''))
  const likely = [...marks, ...named.filter((i) => isPlaceNamed(columns[i])), ...codes, ...named.filter((i) => !isLate(i))]
  const own = [...likely, ...first, ...texts, ...named.filter(isLate)].find(isOwn)
  const found = own !== undefined ? [own] : finder.find(named.filter((i) => !isOfRecord({ name: columns[i]?.name ?? '' })))
  const ordinal = columns.findIndex(({ name }) => ORDINAL.test(name) && alone.includes(name))
  return (found.length > 0 ? found : ordinal < 0 ? [] : [ordinal]).flatMap((i) => columns[i]?.name ?? [])
}

export function keyFinder(width: number): KeyFinder {
  const seen = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (): number[] => [])
  const isFull = seen.map(() => true)
  let rows = 0
  return {
    see(cells) {
      if (rows === MOST_ROWS) return
      rows += 1
      for (const [i, column] of seen.entries()) {
        const text = (cells[i] ?? '').trim()
        // a row with a hole in its key is a bad one
        if (isNothing(text)) isFull[i] = false
        if (isFull[i] === true) column.push(numberOf(text.normalize('NFC')))
      }
    },
    find(tried) {
      const places = tried.filter((i) => isFull[i] === true).slice(0, MOST_TRIED)
      if (rows < FEWEST_ROWS) return []
      const ranked = new Map(places.map((i) => [i, ranks(seen[i] ?? [])]))
      return [...sets(places, 2), ...sets(places, 3)].find((set) => areApart(set.flatMap((i) => ranked.get(i) ?? []))) ?? []
    },
  }
}

/** Fifty-three bits of a text: of a hundred thousand two are alike by chance once in a million files. */
function numberOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + i), 0x85ebca6b)
    high ^= high >>> 13
  }
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
}

type Ranks = { readonly of: readonly number[]; readonly n: number }

/** Its values numbered as they come, so that several columns make one whole number. */
function ranks(values: readonly number[]): Ranks {
  const known = new Map<number, number>()
  const of = values.map((value) => {
    const rank = known.get(value) ?? known.size
    known.set(value, rank)
    return rank
  })
  return { of, n: known.size }
}

function* sets(of: readonly number[], size: number): Generator<readonly number[]> {
  if (size === 0) yield []
  else for (const [i, first] of of.entries()) for (const rest of sets(of.slice(i + 1), size - 1)) yield [first, ...rest]
}

/** Ends with the first two rows that are alike. */
function areApart(columns: readonly Ranks[]): boolean {
  const met = new Set<number>()
  for (let row = 0; row < (columns[0]?.of.length ?? 0); row += 1) {
    const key = columns.reduce((sum, { of, n }) => sum * n + (of[row] ?? 0), 0)
    if (met.has(key)) return false
    met.add(key)
  }
  return true
}

const REMARK = /^(?:ghi_chu|nhan_xet|y_kien|mo_ta|ly_do|dien_giai|note|notes|remark|remarks|comment|comments|description)(?:_|$)/
/** Sentences tell no rows apart, for they are put otherwise the next time. */
const SENTENCE = 100
const isRemark = ({ name, examples = [] }: { readonly name: string; readonly examples?: readonly string[] | undefined }): boolean =>
  REMARK.test(name) || (examples.length > 0 && examples.reduce((sum, { length }) => sum + length, 0) > SENTENCE * examples.length)

type Named = Pick<Column, 'name' | 'label' | 'type'>
const isPlaceNamed = (column: Named | undefined): boolean => column !== undefined && placeHint(column) !== null

const NAMED = /^(?:ten|tram|name|station)(?:_|$)/

/** Columns that say of what a row is: places by code, then by name, years and other times, codes, names. */
export function keyColumns(columns: readonly Pick<Column, 'name' | 'label' | 'type' | 'role'>[]): readonly number[] {
  const isMarked = areMarked(columns)
  const kindOf = (column: (typeof columns)[number]): number | null => {
    const { type, role, name } = column
    const place = placeHint(column, isMarked)
    if (type === 'geometry' || type === 'decimal' || type === 'boolean') return null
    if (place !== null && (type === 'text' || place.isCode)) return place.isCode ? 0 : 1
    if (role === 'year' || type === 'day' || type === 'instant' || type === 'period' || timeNamed(column, isMarked)) return 2
    if (isName(column, isMarked) || isCoded(column)) return 3
    return type === 'text' && NAMED.test(name) ? 4 : null
  }
  return columns
    .flatMap((column, i) => {
      const kind = kindOf(column)
      return kind === null ? [] : [{ kind, i }]
    })
    .toSorted((a, b) => a.kind - b.kind || a.i - b.i)
    .map(({ i }) => i)
}
