import { figureText } from '../../../../base/decimal.ts'
import { csvCell, neutral } from '../../../../kernel/dataset/format/spreadsheet.ts'
import { parseWkt } from '../../../../kernel/dataset/shape/geometry.ts'
import { headingWithUnit } from '../../../../kernel/dataset/understanding/names.ts'
import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import { datasetRows } from '../../../../operations/dataset/rows/list-rows.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { workbook } from '../../../xlsx/workbook.ts'
import { addresses } from '../../addresses.ts'
import { type Asked, download, type Page, refused } from '../../page.ts'
import { XLSX } from '../task/file.ts'
import { MOST_SHEET_ROWS, sheetsOf } from './sheets.ts'
import { rowsAsked } from './view/rows-view.tsx'

/**
 * A dataset to take along, as the page has it narrowed: read by pages of rows and sent as it is read. Values of CSV are verbatim,
 * for machines; `?for=spreadsheet` is for people who open it in a program that runs formulas. [DAT-12] What is for people has units in
 * its headings, as the page does. [DAT-26]
 */
const PAGE = 5000

const KINDS: readonly string[] = ['csv', 'xlsx', 'json', 'geojson']

type Value = string | number | boolean | null
type Row = readonly Value[]

export const datasetFilePage: Page = {
  path: `${addresses.datasets}/:slug/tai-ve`,
  async get(asked) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    if (!found.ok) return refused(found.refusal)
    const of = found.value
    const { version, sort, filters } = rowsAsked(asked, of.columns)
    const input = {
      id: of.id,
      limit: PAGE,
      count: 'false',
      filter: filters,
      ...(version === null ? {} : { version }),
      ...(sort === '' ? {} : { sort }),
    }
    // asked once before anything is sent: what is refused is a page, not a broken file
    const first = await asked.ask(datasetRows, input)
    if (!first.ok) return refused(first.refusal)
    const { columns } = first.value
    const rows = allRows(asked, input, first.value)
    const name = `${of.slug}-v${first.value.version}`
    const kind = asked.query.get('dang') ?? 'csv'
    if (!KINDS.includes(kind)) return refused({ code: 'bad-value', data: { name: 'dang', reason: KINDS.join(', ') } })
    // a whole version comes in again from one sheet; of some of its rows nobody knows how many there are, and they go on in the next
    const whole = filters.length > 0 ? undefined : of.versions.find(({ n }) => n === first.value.version)
    if (kind === 'xlsx' && whole !== undefined && whole.rows > MOST_SHEET_ROWS)
      return refused({ code: 'bad-value', data: { name: 'dang', reason: asked.say('datasets.sheet.most', { n: MOST_SHEET_ROWS }) } })
    if (kind === 'json')
      return download({ name: `${name}.json`, mediaType: 'application/json; charset=utf-8', bytes: encoded(jsonText(columns, rows)) })
    if (kind === 'geojson')
      return download({ name: `${name}.geojson`, mediaType: 'application/geo+json; charset=utf-8', bytes: encoded(geoText(columns, rows)) })
    if (kind === 'xlsx')
      return download({ name: `${name}.xlsx`, mediaType: XLSX, bytes: workbook(sheetsOf(of.title, columns, rows, asked.say)) })
    const safe = asked.query.get('for') === 'spreadsheet' ? neutral : (text: string): string => text
    return download({
      name: `${name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: encoded(csvText(columns, rows, safe, safe === neutral)),
    })
  },
}

type Page1 = { readonly items: readonly { readonly values: Readonly<Record<string, Value>> }[]; readonly next: string | null }
type Columns = DatasetView['columns']

async function* allRows(asked: Asked, input: object, first: Page1 & { readonly columns: Columns }): AsyncGenerator<readonly Row[]> {
  const { columns } = first
  let page: Page1 = first
  for (;;) {
    yield page.items.map(({ values }) => columns.map(({ name }) => values[name] ?? null))
    if (page.next === null) return
    const next = await asked.ask(datasetRows, { ...input, after: page.next })
    // in the middle of a file there is no other way to say it: the connection breaks
    if (!next.ok) throw new Error(next.refusal.code)
    page = next.value
  }
}

async function* csvText(
  columns: Columns,
  pages: AsyncIterable<readonly Row[]>,
  safe: (text: string) => string,
  forPeople: boolean,
): AsyncGenerator<string> {
  const cell = (value: Value): string =>
    value === null ? '' : csvCell(typeof value === 'string' ? safe(value) : typeof value === 'number' ? figureText(value) : String(value))
  // spreadsheets know UTF-8 by this mark alone
  yield `${forPeople ? '\ufeff' : ''}${columns.map((of) => csvCell(safe(forPeople ? headingWithUnit(of) : of.label))).join(',')}\r\n`
  for await (const rows of pages) yield rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

async function* jsonText(columns: Columns, pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const rows of pages)
    for (const row of rows) {
      yield `${before}${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}`
      before = ',\n'
    }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** RFC 7946: degrees WGS 84. The first column of shapes is the geometry, the others stay properties. */
async function* geoText(columns: Columns, pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  const shape = columns.findIndex(({ type }) => type === 'geometry')
  let before = '{"type":"FeatureCollection","features":[\n'
  let any = false
  for await (const rows of pages)
    for (const row of rows) {
      const text = row[shape]
      const geometry = typeof text === 'string' ? parseWkt(text) : null
      const properties = Object.fromEntries(columns.flatMap(({ name }, i) => (i === shape ? [] : [[name, row[i] ?? null]])))
      yield `${before}${JSON.stringify({ type: 'Feature', geometry, properties })}`
      before = ',\n'
      any = true
    }
  yield `${any ? '' : before}\n]}\n`
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}
