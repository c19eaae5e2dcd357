import { type Cell, cellText } from '../../../../kernel/dataset/cell/cell.ts'
import { isCut } from '../../../../kernel/dataset/format/spreadsheet.ts'
import { fromDayNumber } from '../../../../kernel/period/day.ts'
import { rests } from '../../rests.ts'
import type { Pieces } from '../zip.ts'
import { attribute, elements, prefixOff, unescaped } from './xml.ts'

/**
 * The rows of a sheet, each cell as what the workbook says it is. [DAT-17] [DAT-73]
 *
 * @source ECMA-376, SpreadsheetML: cells 18.3.1.4, merged cells 18.3.1.55, formats 18.8.30
 */
export type Row = {
  /** From 1. */
  readonly at: number
  readonly cells: readonly Cell[]
  /** The workbook does not show it: somebody hid it, or a filter does. */
  readonly hidden?: true
}
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
/** What is known of a sheet that was gone through once, and how its rows are read again. */
export type Sheet = {
  /** Its first rows: the headings are among them. */
  readonly first: readonly Row[]
  readonly rows: number
  /** Cells up to the last that says something in any row. */
  readonly width: number
  readonly merged: readonly Merge[]
  /** Columns that the workbook does not show. */
  readonly hidden: ReadonlySet<number>
  /** Whether some rows are not shown. */
  readonly hiddenRows: boolean
  /** The last row in which each column says something. */
  readonly lastSaid: readonly number[]
  /** Where its first column stands in the workbook. */
  readonly left: number
  again(): AsyncIterable<readonly Row[]>
}

/** What cells point to: shared texts, and which of the styles show a day, or a hundredth. */
export type Known = {
  readonly strings: readonly string[]
  readonly dates: ReadonlySet<number>
  /** Of days only their month and their year: `mm/yyyy`, `mmm-yy`. */
  readonly months: ReadonlySet<number>
  readonly percents: ReadonlySet<number>
  /** Hours that go on after 24: `[h]:mm`. */
  readonly spans: ReadonlySet<number>
  /** Codes, shown with their zeros: `00000`, by style its figures. */
  readonly padded: ReadonlyMap<number, number>
  readonly is1904: boolean
}

const MOST_CELLS = 16_384
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Longer than a row of the most cells with the longest texts that anybody has. In characters. */
const MOST_ROW = 16_000_000
const ROW_END = '</row>'
const MERGE = /<mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"[^>]*>/g
/** Longer than what says of two cells that they are one. */
const MOST_MERGE = 200

/** Reads a sheet as it comes, in constant memory; which cells are merged stands behind its rows. @throws RangeError: it is none */
function sheetReader(known: Known): {
  feed(text: string, last: boolean): readonly Row[]
  merged(): readonly Merge[]
  hidden(): ReadonlySet<number>
} {
  let rest = ''
  let next = 1
  let isBehind = false
  /** Not looked at again before there is so much: what has no end would be looked at anew with each piece. */
  let wanted = 0
  let plain: ((xml: string) => string) | null = null
  const merged: Merge[] = []
  let hidden: ReadonlySet<number> | null = null
  const readBehind = (): void => {
    let read = 0
    for (const found of rest.matchAll(MERGE)) {
      merged.push(mergeOf(found))
      read = found.index + found[0].length
    }
    rest = rest.slice(Math.max(read, rest.length - MOST_MERGE))
  }
  return {
    merged: () => merged,
    hidden: () => hidden ?? new Set(),
    feed(text, last) {
      rest += text
      if (rest.length < wanted && !last) return []
      plain ??= prefixOff(rest)
      rest = plain(rest)
      if (!isBehind) {
        const end = rest.indexOf('</sheetData>')
        const whole = end < 0 ? rest.lastIndexOf(ROW_END) + ROW_END.length : end
        if (whole < ROW_END.length) {
          if (rest.length > MOST_ROW) throw new RangeError('a row has no end')
          wanted = Math.min(MOST_ROW, rest.length * 2)
          return []
        }
        wanted = 0
        hidden ??= hiddenIn(rest.slice(0, rest.indexOf('<sheetData')))
        const rows: Row[] = []
        for (const [said, body] of elements(rest.slice(0, whole), 'row')) {
          const at = Number(/\br="(\d+)"/.exec(said)?.[1] ?? next)
          next = at + 1
          rows.push({ at, cells: cellsIn(body, known), ...(HIDDEN.test(said) ? { hidden: true as const } : {}) })
        }
        rest = rest.slice(whole)
        isBehind = end >= 0
        if (isBehind) readBehind()
        return rows
      }
      readBehind()
      return []
    },
  }
}

/** Said to be hidden, or of no height or width. */
const HIDDEN = /\b(?:hidden="(?:1|true)"|(?:ht|width)="0(?:\.0+)?")/

/** Of the columns before the rows. @source ECMA-376, 18.3.1.13 */
function hiddenIn(xml: string): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const [said] of elements(xml, 'col')) {
    if (!HIDDEN.test(said)) continue
    const to = Math.min(MOST_CELLS, Number(attribute(said, 'max') ?? 0))
    for (let i = Number(attribute(said, 'min') ?? 0); i > 0 && i <= to; i += 1) hidden.add(i - 1)
  }
  return hidden
}

function cellsIn(body: string, known: Known): readonly Cell[] {
  const cells: Cell[] = []
  for (const [said, inner] of elements(body, 'c')) {
    const place = /\br="([A-Z]+)\d+"/.exec(said)?.[1]
    const i = place === undefined ? cells.length : columnOf(place)
    if (i > MOST_CELLS) continue
    const cell = readCell(said, inner, known)
    // a cell that only has a format makes no row longer
    if (!isSaid(cell)) continue
    while (cells.length < i) cells.push('')
    cells[i] = cell
  }
  return cells
}

const mergeOf = ([, left = '', top, right = '', bottom]: RegExpExecArray): Merge => ({
  left: columnOf(left),
  top: Number(top),
  right: columnOf(right),
  bottom: Number(bottom),
})

function readCell(said: string, inner: string, known: Known): Cell {
  const cell = cellIn(said, inner, known)
  return typeof cell === 'string' && isCut(cell) ? { is: 'fault', bad: 'cut', text: cell } : cell
}

function cellIn(said: string, inner: string, known: Known): Cell {
  const type = attribute(said, 't')
  if (type === 'inlineStr') return stringOf(inner)
  const raw = /<v\b[^>]*>(.*?)<\/v>/s.exec(inner)?.[1]
  if (raw === undefined || raw === '') return formulaWithoutValue(inner, type)
  const value = unescaped(raw)
  if (type === 's') return known.strings[Number(value)] ?? ''
  if (type === 'b') return { is: 'boolean', text: value === '1' || value === 'true' ? 'true' : 'false' }
  if (type === 'e') return { is: 'fault', bad: 'no-value', text: value }
  if (type === 'str') return value
  if (type === 'd') return isoCell(value)
  const style = Number(attribute(said, 's') ?? -1)
  const n = Number(value)
  if (Number.isNaN(n)) return value
  if (known.spans.has(style)) return spanOf(n)
  if (known.dates.has(style)) return asShown(dateCell(n, known.is1904), known.months.has(style))
  const number = plainNumber(value, n)
  const figures = known.padded.get(style)
  if (figures !== undefined && Number.isInteger(n) && n >= 0) return number.padStart(figures, '0')
  // what is shown as 12,5 % is kept as 0.125
  return { is: 'number', text: known.percents.has(style) ? `${plainNumber('', n * 100)}%` : number }
}

/** A program that does not reckon leaves formulas without their values: nobody knows here what they would be. */
function formulaWithoutValue(inner: string, type: string | null): Cell {
  const formula = /<f\b[^>]*?(?:\/>|>(.*?)<\/f>)/s.exec(inner)
  return formula === null || type === 'str' ? '' : { is: 'fault', bad: 'no-value', text: `=${unescaped(formula[1] ?? '')}` }
}

/** 1.2345E-2 as Excel keeps it, and 0.1 that it keeps as 0.10000000000000001. */
const plainNumber = (value: string, n: number): string => (Math.abs(n) >= 1e15 && value !== '' ? value : String(Number(n.toPrecision(15))))

const isoCell = (value: string): Cell => {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d+)?))?$/.exec(value) ?? []
  if (day === undefined) return value
  return time === undefined || /^[0:.]+$/.test(time) ? { is: 'day', text: day } : { is: 'instant', text: `${day} ${time}` }
}

/** Days since 30-12-1899, or since 1-1-1904; the fraction is the time of the day. Serial 60 is a 29-2-1900 that never was. */
function dateCell(serial: number, is1904: boolean): Cell {
  const whole = Math.floor(serial)
  const seconds = Math.round((serial - whole) * 86_400)
  if (serial < 1) return serial < 0 ? { is: 'number', text: String(serial) } : timeOf(seconds)
  const days = (is1904 ? whole - 24_107 : whole < 60 ? whole - 25_568 : whole - 25_569) + (seconds === 86_400 ? 1 : 0)
  const day = fromDayNumber(days)
  return seconds % 86_400 === 0 ? { is: 'day', text: day } : { is: 'instant', text: `${day} ${timeOf(seconds)}` }
}
const asShown = (cell: Cell, isMonth: boolean): Cell =>
  isMonth && typeof cell !== 'string' && cell.is === 'day' && cell.text.endsWith('-01') ? { ...cell, isMonth } : cell
/** Hours, minutes and seconds that went by: of no day. */
const spanOf = (days: number): string => (days < 0 ? '-' : '') + timeOf(Math.round(Math.abs(days) * 86_400))
const timeOf = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')

/** Text in one run or several; how it is spoken (rPh) is no part of it. */
export function stringOf(inner: string): string {
  const spoken = inner.indexOf('<rPh')
  return [...elements(spoken < 0 ? inner : inner.slice(0, spoken), 't')].map(([, text]) => unescaped(text)).join('')
}

const KEPT = 2000

/** Goes through a sheet. @throws RangeError: it is none */
export async function seenSheet(pieces: Pieces, known: Known): Promise<Sheet> {
  const first: Row[] = []
  let rows = 0
  let width = 0
  const lastSaid: number[] = []
  let hiddenRows = false
  const reader = sheetReader(known)
  for await (const [text, last] of decoded(pieces))
    for (const row of reader.feed(text, last)) {
      if (!row.cells.some(isSaid)) continue
      rows += 1
      if (row.hidden === true) hiddenRows = true
      if (first.length < KEPT) first.push(row)
      width = Math.max(width, row.cells.findLastIndex(isSaid) + 1)
      for (const [i, cell] of row.cells.entries()) if (isSaid(cell)) lastSaid[i] = row.at
    }
  return {
    first,
    rows,
    width,
    merged: reader.merged(),
    hidden: reader.hidden(),
    hiddenRows,
    lastSaid: Array.from({ length: width }, (_, i) => lastSaid[i] ?? 0),
    left: 0,
    async *again() {
      const { feed } = sheetReader(known)
      for await (const [text, last] of decoded(pieces)) yield feed(text, last)
    },
  }
}

export const isSaid = (cell: Cell | undefined): boolean => cell !== undefined && cellText(cell) !== ''

async function* decoded(pieces: Pieces): AsyncGenerator<readonly [text: string, last: boolean]> {
  const decoder = new TextDecoder()
  const rest = rests()
  for await (const piece of pieces()) {
    yield [decoder.decode(piece, { stream: true }), false]
    if (rest.isDue()) await rest.take()
  }
  yield [decoder.decode(), true]
}
