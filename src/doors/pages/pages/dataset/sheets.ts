import type { Say } from '../../../../base/text/text.ts'
import { MOST_LETTERS } from '../../../../kernel/dataset/format/spreadsheet.ts'
import { headingWithUnit } from '../../../../kernel/dataset/understanding/names.ts'
import { parseDay } from '../../../../kernel/period/day.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import type { Cell, Sheet } from '../../../xlsx/workbook.ts'

/**
 * Rows of a dataset as sheets: those that one does not hold go on in the next, and cells that hold not all of their text are listed
 * on a last one, with where the whole is. Nothing is cut unsaid. [DAT-124]
 */
type Value = string | number | boolean | null
type Columns = DatasetView['columns']

/** Rows of a sheet, less that of the headings. */
export const MOST_SHEET_ROWS = 1_048_575
/** Cells of which it is told that they were cut, one by one. */
const MOST_TOLD = 10_000
const LONGEST_NAME = 31

type CutCell = { readonly sheet: string; readonly row: number; readonly column: string; readonly letters: number }

export function* sheetsOf(
  title: string,
  columns: Columns,
  pages: AsyncIterable<readonly (readonly Value[])[]>,
  say: Say,
  most = MOST_SHEET_ROWS,
  mostTold = MOST_TOLD,
): Generator<Sheet> {
  const rows = rowsOf(pages)
  const cut: CutCell[] = []
  const left = { untold: 0 }
  const widths = columns.map((of) => Math.max(of.type === 'text' ? 24 : 14, Math.min(40, headingWithUnit(of).length + 2)))
  const read: { next: IteratorResult<readonly Value[]> | null } = { next: null }
  async function* some(sheet: string): AsyncGenerator<readonly Cell[]> {
    yield columns.map((of) => ({ head: headingWithUnit(of) }))
    for (let n = 0; n <= most; n += 1) {
      read.next ??= await rows.next()
      // one more stands at the head of the next sheet
      if (read.next.done === true || n === most) return
      const row = read.next.value
      read.next = null
      for (const [i, value] of row.entries())
        if (typeof value === 'string' && value.length > MOST_LETTERS)
          if (cut.length === mostTold) left.untold += 1
          else cut.push({ sheet, row: n + 2, column: columns[i]?.label ?? '', letters: value.length })
      yield row.map((value, i) => cellOf(value, columns[i]))
    }
  }
  const named = sheetNames()
  for (let n = 1; n === 1 || read.next?.done !== true; n += 1) {
    const name = named(title)
    yield { name, widths, frozen: 1, rows: some(name) }
  }
  if (cut.length > 0)
    yield { name: named(say('datasets.sheet.cut')), widths: [30, 10, 30, 14], frozen: 3, rows: told(cut, left.untold, say) }
}

/**
 * Names of the sheets of a workbook, one after another: no two alike, without the signs that none may have, nor the name that Excel
 * keeps for itself.
 *
 * @source Excel, «Rename a worksheet»
 */
function sheetNames(): (title: string) => string {
  const taken = new Set(['history'])
  return (title) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a name has none
    const bare = title.replace(/[\\/?*[\]:\u0000-\u001f]/g, ' ').replace(/^[' ]+/, '')
    for (let n = 1; ; n += 1) {
      const mark = n === 1 ? '' : ` (${n})`
      const cut = bare.slice(0, LONGEST_NAME - mark.length).replace(/[\ud800-\udbff]$|[' ]+$/g, '')
      const name = `${cut}${mark}`.trimStart() || '–'
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

async function* rowsOf(pages: AsyncIterable<readonly (readonly Value[])[]>): AsyncGenerator<readonly Value[], undefined> {
  for await (const rows of pages) yield* rows
  return undefined
}

function* told(cut: readonly CutCell[], untold: number, say: Say): Generator<readonly Cell[]> {
  yield [{ head: say('datasets.sheet.cut.why', { n: MOST_LETTERS }) }]
  yield []
  yield (['sheet', 'row', 'column', 'letters'] as const).map((name) => ({ head: say(`datasets.sheet.cut.${name}`) }))
  for (const { sheet, row, column, letters } of cut) yield [sheet, { figure: row }, column, { figure: letters }]
  if (untold > 0) yield [say('datasets.sheet.cut.more', { n: untold })]
}

function cellOf(value: Value, column: Columns[number] | undefined): Cell {
  if (value === null || typeof value === 'string') {
    const day = column?.type === 'day' && value !== null ? parseDay(value) : null
    return day === null ? value : { day }
  }
  return typeof value === 'boolean' ? String(value) : { figure: value }
}
