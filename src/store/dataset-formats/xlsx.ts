import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Part } from '../../kernel/dataset/reading.ts'
import { fromDayNumber } from '../../kernel/period/day.ts'
import type { Source } from './source.ts'
import { openZip, type Zip } from './zip.ts'

/**
 * The sheet of a workbook that was chosen, or has most rows: values of formulas, days as days, merged headings joined. [DAT-17]
 *
 * Ours, as the writer is: libraries for it bring some hundred and fifty packages, and none says where a heading came from.
 *
 * @source ECMA-376, SpreadsheetML: cells 18.3.1.4, merged cells 18.3.1.55, formats 18.8.30
 */
type Sheet = { readonly rows: readonly (readonly [number, readonly string[]])[]; readonly merged: readonly Merge[] }
type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export async function xlsxSource(path: string, name: string, hasHead: boolean, part: string | null): Promise<Result<Source, Refusal>> {
  const zip = await openZip(path)
  const unknown = refuse({ code: 'import-unreadable', data: { name, format: 'XLSX' } } as const)
  if (zip === null) return unknown
  try {
    const strings = await sharedStrings(zip)
    const dates = await dateStyles(zip)
    const book = (await textOf(zip, 'xl/workbook.xml')) ?? ''
    const is1904 = /date1904="(?:1|true)"/.test(book)
    const named = await sheetNames(zip, book)
    let best: { readonly name: string; readonly sheet: Sheet } | null = null
    const parts: Part[] = []
    for (const member of zip.names.filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one)).toSorted()) {
      const xml = await textOf(zip, member)
      const sheet = xml === null ? null : readSheet(xml, { strings, dates, is1904 })
      if (sheet === null) continue
      const own = named.get(member) ?? member.replace(/^.*\/|\.xml$/g, '')
      parts.push({ name: own, rows: sheet.rows.length })
      const isBetter = best === null || sheet.rows.length > best.sheet.rows.length
      if (own === part || (best?.name !== part && isBetter)) best = { name: own, sheet }
    }
    if (best === null || best.sheet.rows.length === 0) return refuse({ code: 'import-empty' })
    return ok({ ...sourceOf(best.sheet, hasHead), parts, part: best.name })
  } catch (error) {
    if (error instanceof RangeError) return unknown
    throw error
  } finally {
    await zip.close()
  }
}

/** What the sheets are called, by the member that holds each. */
async function sheetNames(zip: Zip, book: string): Promise<ReadonlyMap<string, string>> {
  const links = (await textOf(zip, 'xl/_rels/workbook.xml.rels')) ?? ''
  const attribute = (tag: string, name: string): string => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const targets = new Map(
    [...links.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      `xl/${attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  )
  return new Map([...book.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [targets.get(attribute(tag, 'r:id')) ?? '', attribute(tag, 'name')]))
}

function sourceOf({ rows, merged }: Sheet, hasHead: boolean): Source {
  const counts = rows.map(([, cells]) => cells.filter((cell) => cell !== '').length)
  const common = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1
  const above = Math.max(
    0,
    counts.findIndex((n) => n >= Math.max(2, common / 2) || n >= common),
  )
  const [first = 1] = rows[above] ?? []
  // headings in several rows: a cell merged downwards, or one across with others below it
  const span = merged.filter((one) => one.top === first)
  const across = span.some((one) => one.right > one.left && one.bottom === one.top)
  const last = Math.max(first, ...span.map((one) => one.bottom), across ? first + 1 : first)
  const headRows = rows.filter(([at]) => at >= first && at <= last)
  const width = Math.max(...rows.map(([, cells]) => cells.length))
  const heads = Array.from({ length: width }, (_, i) => [
    ...new Set(headRows.map(([at, cells]) => mergedText(merged, rows, at, i) ?? cells[i] ?? '')),
  ])
  const labels = heads.map((parts) => parts.filter((part) => part !== '').join(' / '))
  const used = labels.findLastIndex((label, i) => label !== '' || rows.some(([, cells]) => (cells[i] ?? '') !== '')) + 1
  const isPlain = labels.some((label) => label !== '' && !/^[\d.,-]+$/.test(label))
  const from = hasHead ? last : first - 1
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    above,
    asksHead: !isPlain,
    head: hasHead ? labels.slice(0, used) : labels.slice(0, used).map((_, i) => `Cột ${i + 1}`),
    async *pieces() {
      const data = rows.filter(([at, cells]) => at > from && cells.some((cell) => cell !== ''))
      for (let at = 0; at < data.length; at += 1000)
        yield {
          bytes: 0,
          rows: data.slice(at, at + 1000).map(([row, cells]) => ({
            at: row,
            cells: Array.from({ length: used }, (_, i) => cells[i] ?? ''),
            bad: null,
          })),
        }
    },
  }
}

function mergedText(merged: readonly Merge[], rows: Sheet['rows'], at: number, column: number): string | null {
  const own = merged.find((one) => at >= one.top && at <= one.bottom && column >= one.left && column <= one.right)
  return own === undefined ? null : (rows.find(([row]) => row === own.top)?.[1][own.left] ?? null)
}

type Known = { readonly strings: readonly string[]; readonly dates: ReadonlySet<number>; readonly is1904: boolean }

function readSheet(xml: string, known: Known): Sheet {
  const rows: [number, string[]][] = []
  let next = 1
  for (const [, attributes = '', body = ''] of xml.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const at = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? next)
    next = at + 1
    const cells: string[] = []
    for (const [, said = '', inner = ''] of body.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const place = /\br="([A-Z]+)\d+"/.exec(said)?.[1]
      const i = place === undefined ? cells.length : columnOf(place)
      if (i > MOST_CELLS) continue
      while (cells.length < i) cells.push('')
      cells[i] = cellText(said, inner, known)
    }
    rows.push([at, cells])
  }
  const merged = [...xml.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(([, left = '', top, right = '', bottom]) => ({
    left: columnOf(left),
    top: Number(top),
    right: columnOf(right),
    bottom: Number(bottom),
  }))
  return { rows, merged }
}

const MOST_CELLS = 16_384
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function cellText(said: string, inner: string, known: Known): string {
  const type = /\bt="(\w+)"/.exec(said)?.[1]
  if (type === 'inlineStr') return stringOf(inner)
  const value = unescaped(/<v[^>]*>(.*?)<\/v>/s.exec(inner)?.[1] ?? '')
  if (type === 's') return known.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'str' || type === 'd' || type === 'e') return value
  const style = Number(/\bs="(\d+)"/.exec(said)?.[1] ?? -1)
  return value !== '' && known.dates.has(style) ? dateText(Number(value), known.is1904) : plainNumber(value)
}

/** 1.2345E-2 as Excel keeps it, and 0.1 that it keeps as 0.10000000000000001. */
function plainNumber(value: string): string {
  const n = Number(value)
  return value === '' || Number.isNaN(n) || Math.abs(n) >= 1e15 ? value : String(Number(n.toPrecision(15)))
}

/** Days since 30-12-1899, or since 1-1-1904; the fraction is the time of the day. */
function dateText(serial: number, is1904: boolean): string {
  const days = Math.floor(serial) - (is1904 ? 24_107 : 25_569)
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  if (serial < 1) return timeOf(seconds)
  const day = fromDayNumber(days)
  return seconds === 0 ? day : `${day} ${timeOf(seconds)}`
}
const timeOf = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')

async function sharedStrings(zip: Zip): Promise<readonly string[]> {
  const xml = (await textOf(zip, 'xl/sharedStrings.xml')) ?? ''
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(([, inner = '']) => stringOf(inner))
}

/** Text in one run or several; how it is spoken (rPh) is no part of it. */
const stringOf = (inner: string): string =>
  [...inner.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*?(?:\/>|>(.*?)<\/t>)/gs)].map(([, text = '']) => unescaped(text)).join('')

/** Numbers of cell formats that show a day or a time. */
async function dateStyles(zip: Zip): Promise<ReadonlySet<number>> {
  const xml = (await textOf(zip, 'xl/styles.xml')) ?? ''
  const custom = new Set(
    [...xml.matchAll(/<numFmt\b[^>]*numFmtId="(\d+)"[^>]*formatCode="([^"]*)"/g)]
      .filter(([, , code = '']) => /[ymdhs]/i.test(unescaped(code).replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')))
      .map(([, id]) => Number(id)),
  )
  const formats = /<cellXfs\b.*?<\/cellXfs>/s.exec(xml)?.[0] ?? ''
  return new Set(
    [...formats.matchAll(/<xf\b[^>]*?numFmtId="(\d+)"/g)].flatMap(([, id], i) => {
      const format = Number(id)
      return (format >= 14 && format <= 22) || (format >= 45 && format <= 47) || custom.has(format) ? [i] : []
    }),
  )
}

const textOf = async (zip: Zip, name: string): Promise<string | null> => (await zip.read(name))?.toString('utf8') ?? null

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (ENTITIES[name] ?? whole),
    )
    .replace(/_x000D_/g, '')
