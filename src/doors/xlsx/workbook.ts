import { figureText } from '../../base/decimal.ts'
import { CUT, MOST_LETTERS } from '../../kernel/dataset/format/spreadsheet.ts'
import { type Day, dayNumber } from '../../kernel/period/day.ts'
import { zipped } from './zip.ts'

/** Text stays text, whatever it begins with: a cell of ours is never a formula. A day is a day of Excel; null is an empty cell. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: Day }
  | { readonly share: number }
  | { readonly head: string }
  /** A number as it is, with all its figures: 2022 and 1234.5678, not 2.022 and 1.235. */
  | { readonly figure: number }
export type Sheet = {
  readonly name: string
  /** Widths in characters. */
  readonly widths: readonly number[]
  /** Rows that stay in sight when one scrolls; 0: none. */
  readonly frozen: number
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/**
 * A workbook of Office Open XML as it is made, row by row. Written here because the libraries for it bring some hundred and
 * fifty packages that nobody keeps up, and what is needed is five small members of a zip.
 *
 * @source ECMA-376, SpreadsheetML: inline strings (18.3.1.53), days as serial numbers since 30-12-1899
 */
export const workbook = (sheets: Iterable<Sheet>): AsyncIterable<Uint8Array> => zipped(members(sheets))

/** Sheets are asked for one after another, so that those before may say whether there is another: which there are stands at the end. */
function* members(sheets: Iterable<Sheet>) {
  yield member('[Content_Types].xml', CONTENT_TYPES)
  yield member('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  yield member('xl/styles.xml', STYLES)
  const names: string[] = []
  for (const sheet of sheets) {
    names.push(sheet.name)
    yield { name: `xl/worksheets/sheet${names.length}.xml`, text: sheetText(sheet) }
  }
  yield member('xl/workbook.xml', book(names))
  yield member(
    'xl/_rels/workbook.xml.rels',
    relations([...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
  )
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

async function* once(text: string): AsyncGenerator<string> {
  yield HEAD + text
}
const member = (name: string, text: string) => ({ name, text: once(text) })

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** What has no type of its own is a sheet. */
const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="${TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`

const relations = (of: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${of
    .map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const book = (names: readonly string[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
    .map((name, i) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
    .join('')}</sheets></workbook>`

/** 0 text · 1 head · 2 day · 3 whole number with points · 4 per cent · 5 number as it is. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '</cellXfs></styleSheet>'

async function* sheetText({ widths, frozen, rows }: Sheet): AsyncGenerator<string> {
  const pane = frozen === 0 ? '' : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`
  let n = 0
  for await (const row of rows) {
    n += 1
    yield `<row r="${n}">${row.map((cell, i) => cellText(cell, `${column(i)}${n}`)).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

/** A, B, … Z, AA, AB, … */
const column = (i: number): string => (i < 26 ? '' : column(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

function cellText(cell: Cell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}" s="3"><v>${cell}</v></c>`
  if (typeof cell === 'string') return textCell(cell, at, 0)
  if ('day' in cell) {
    const serial = dayNumber(cell.day) + EPOCH
    // before this day programs do not agree what a number of a day means
    return serial < FIRST_SURE ? textCell(cell.day, at, 0) : `<c r="${at}" s="2"><v>${serial}</v></c>`
  }
  if ('figure' in cell) return `<c r="${at}" s="5"><v>${figureText(cell.figure)}</v></c>`
  if ('share' in cell) return `<c r="${at}" s="4"><v>${cell.share}</v></c>`
  return textCell(cell.head, at, 1)
}

/** Days from 30-12-1899 to 1-1-1970. */
const EPOCH = 25_569
/** 1-3-1900: Excel counts a 29-2-1900 that never was. */
const FIRST_SURE = 61
const textCell = (text: string, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - CUT.length)}${CUT}` : text)}</t></is></c>`

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/**
 * Characters that XML cannot hold, or would change, are written as codes; what looks like such a code stays what it is.
 *
 * @source ECMA-376, ST_Xstring (22.9.2.19)
 */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0001-\u0008\u000b-\u001f]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
