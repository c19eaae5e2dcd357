import type { Cell } from '../../../kernel/dataset/cell.ts'
import { fromDayNumber } from '../../../kernel/period/day.ts'
import { attribute, unescaped } from './xml.ts'

/**
 * The rows of a sheet, each cell as what the workbook says it is. [DAT-17] [DAT-73]
 *
 * @source ECMA-376, SpreadsheetML: cells 18.3.1.4, merged cells 18.3.1.55, formats 18.8.30
 */
export type Row = { /** From 1. */ readonly at: number; readonly cells: readonly Cell[] }
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
export type Sheet = { readonly rows: readonly Row[]; readonly merged: readonly Merge[] }

/** What cells point to: shared texts, and which of the styles show a day, or a hundredth. */
export type Known = {
  readonly strings: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly percents: ReadonlySet<number>
  readonly is1904: boolean
}

const MOST_CELLS = 16_384
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

export function readSheet(xml: string, known: Known): Sheet {
  const rows: Row[] = []
  let next = 1
  for (const [, said = '', body = ''] of xml.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const at = Number(/\br="(\d+)"/.exec(said)?.[1] ?? next)
    next = at + 1
    const cells: Cell[] = []
    for (const [, own = '', inner = ''] of body.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const place = /\br="([A-Z]+)\d+"/.exec(own)?.[1]
      const i = place === undefined ? cells.length : columnOf(place)
      if (i > MOST_CELLS) continue
      while (cells.length < i) cells.push('')
      cells[i] = readCell(own, inner, known)
    }
    rows.push({ at, cells })
  }
  const merged = [...xml.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left = '', top, right = '', bottom]) => ({
      left: columnOf(left),
      top: Number(top),
      right: columnOf(right),
      bottom: Number(bottom),
    }),
  )
  return { rows, merged }
}

function readCell(said: string, inner: string, known: Known): Cell {
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
  if (known.dates.has(style)) return dateCell(n, known.is1904)
  const number = plainNumber(value, n)
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
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?)?$/.exec(value) ?? []
  if (day === undefined) return value
  return time === undefined || time === '00:00:00' ? { is: 'day', text: day } : { is: 'instant', text: `${day} ${time}` }
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
const timeOf = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')

/** Text in one run or several; how it is spoken (rPh) is no part of it. */
export const stringOf = (inner: string): string =>
  [...inner.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*?(?:\/>|>(.*?)<\/t>)/gs)].map(([, text = '']) => unescaped(text)).join('')
