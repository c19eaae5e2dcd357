import { cellText } from '../../../../kernel/dataset/cell/cell.ts'
import { areSeveral, type Span, spanName, spansIn, type TableBeside, tableBeside } from '../../../../kernel/dataset/sheet/beside.ts'
import type { Part } from '../../../../kernel/dataset/understanding/reading.ts'
import { isSaid, type Merge, type Row, type Sheet } from './sheet.ts'
import { headOf } from './table.ts'

/** Of a sheet what may be read: the whole, and where tables stand side by side each of them. The first is read unless another is chosen. [DAT-110] */
export type Readable = { readonly part: Part; readonly sheet: Sheet }

/** @cost a pass where a column is empty between others */
export async function readableIn(sheet: Sheet, own: Omit<Part, 'rows'>): Promise<readonly Readable[]> {
  const whole = { part: { ...own, rows: sheet.rows }, sheet }
  const head = headOf(sheet)
  const spans = spansIn(sheet.lastSaid, head.first)
  const gaps = spans.slice(1).map(({ left }) => left - 1)
  const isBridged = gaps.some((gap) => (head.labels[gap] ?? '') !== '')
  if (spans.length < 2 || isBridged) return [whole]
  const rows = await rowsIn(sheet, spans)
  const tables = spans.map((span, i): Readable & { readonly told: TableBeside } => {
    const part = sliced(sheet, span, rows[i] ?? 0)
    const { labels, last } = headOf(part)
    const records = part.first.filter(({ at }) => at > last)
    return {
      part: { ...own, name: spanName(span, own.name), rows: part.rows, beside: true },
      sheet: part,
      told: tableBeside(
        labels,
        records.map(({ at, cells }) => ({ at, names: cellText(cells[0] ?? '') })),
      ),
    }
  })
  if (!areSeveral(tables.map(({ told }) => told))) return [whole, ...tables]
  const all = { left: spans[0]?.left ?? 0, right: spans.at(-1)?.right ?? 0 }
  return [...tables.toSorted((a, b) => b.part.rows - a.part.rows), { ...whole, part: { ...whole.part, name: spanName(all, own.name) } }]
}

const saysIn = ({ cells }: Row, { left, right }: Span): boolean => cells.slice(left, right + 1).some(isSaid)

async function rowsIn(sheet: Sheet, spans: readonly Span[]): Promise<readonly number[]> {
  const counts = spans.map(() => 0)
  for await (const rows of sheet.again())
    for (const row of rows) for (const [i, span] of spans.entries()) if (saysIn(row, span)) counts[i] = (counts[i] ?? 0) + 1
  return counts
}

/** A sheet as if it had these columns alone. */
function sliced(sheet: Sheet, span: Span, rows: number): Sheet {
  const { left, right } = span
  const row = ({ cells, ...rest }: Row): Row => ({ ...rest, cells: cells.slice(left, right + 1) })
  const clip = (one: Merge): Merge => ({ ...one, left: Math.max(0, one.left - left), right: Math.min(one.right, right) - left })
  return {
    first: sheet.first.filter((one) => saysIn(one, span)).map(row),
    rows,
    width: right - left + 1,
    merged: sheet.merged.filter((one) => one.left >= left && one.left <= right).map(clip),
    hidden: new Set([...sheet.hidden].filter((i) => i >= left && i <= right).map((i) => i - left)),
    hiddenRows: sheet.hiddenRows,
    lastSaid: sheet.lastSaid.slice(left, right + 1),
    left: sheet.left + left,
    async *again() {
      for await (const some of sheet.again()) yield some.filter((one) => saysIn(one, span)).map(row)
    },
  }
}
