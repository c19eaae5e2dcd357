import type { CsvRow } from '../../../kernel/dataset/format/csv.ts'
import { headOf } from '../../../kernel/dataset/format/csv-dialect.ts'
import { areSeveral, type Span, spanName, spansIn, tableBeside } from '../../../kernel/dataset/sheet/beside.ts'
import type { Part } from '../../../kernel/dataset/understanding/reading.ts'

/** Tables side by side in a text, as a sheet with them is exported; columns are called by their letters. [DAT-110] */
export type Sliced = {
  /** Null: the whole is read. */
  readonly span: Span | null
  readonly spans: readonly Span[]
  readonly name: string
  readonly parts: readonly Part[]
}

const isSaid = (cell: string): boolean => cell.trim() !== ''
const saysIn = (cells: readonly string[], { left, right }: Span): boolean => cells.slice(left, right + 1).some(isSaid)

/** @param all every row of the file, gone through where an empty column stands between others @returns null: there is one table */
export async function slicedIn(sample: readonly CsvRow[], asked: string | null, all: () => AsyncIterable<CsvRow>): Promise<Sliced | null> {
  const head = headOf(sample)
  const spans = spansIn(lastSaidIn(sample), sample[head.above]?.line ?? 1)
  const isBridged = spans.slice(1).some(({ left }) => isSaid(head.labels[left - 1] ?? ''))
  const first = spans[0]
  const end = spans.at(-1)
  if (first === undefined || end === undefined || isBridged) return null
  const counts = spans.map(() => 0)
  let n = 0
  for await (const { cells } of all()) {
    n += 1
    for (const [i, span] of spans.entries()) if (saysIn(cells, span)) counts[i] = (counts[i] ?? 0) + 1
  }
  const told = spans.map((span) => {
    const rows = inSpan(sample, span)
    const { labels, last } = headOf(rows)
    return tableBeside(
      labels,
      rows.slice(last + 1).map(({ line, cells }) => ({ at: line, names: cells[0] ?? '' })),
    )
  })
  const isSeveral = areSeveral(told)
  const whole = { span: null, part: { name: spanName({ left: first.left, right: end.right }, null), rows: n } }
  const tables = spans
    .map((span, i) => ({ span, part: { name: spanName(span, null), rows: counts[i] ?? 0, beside: true as const } }))
    .toSorted((a, b) => (isSeveral ? b.part.rows - a.part.rows : 0))
  const read = isSeveral ? [...tables, whole] : [whole, ...tables]
  const taken = read.find(({ part }) => part.name === asked) ?? read[0]
  return { span: taken?.span ?? null, spans, name: taken?.part.name ?? '', parts: read.map(({ part }) => part) }
}

/** The rows that say something there, with those cells alone. */
const inSpan = (rows: readonly CsvRow[], span: Span): readonly CsvRow[] =>
  rows.flatMap((row) => (saysIn(row.cells, span) ? [{ ...row, cells: row.cells.slice(span.left, span.right + 1) }] : []))

/** As the table that is read has them; what stands where no table is makes its row a bad one, shown as it stands. */
export function cutBy({ span, spans }: Sliced): (rows: readonly CsvRow[]) => readonly CsvRow[] {
  if (span === null) return (rows) => rows
  const isStray = (cell: string, i: number): boolean => isSaid(cell) && spans.every(({ left, right }) => i < left || i > right)
  return (rows) =>
    rows.flatMap((row) => (row.bad !== null ? [row] : row.cells.some(isStray) ? [{ ...row, bad: 'ragged' as const }] : inSpan([row], span)))
}

function lastSaidIn(rows: readonly CsvRow[]): readonly number[] {
  const last: number[] = []
  for (const { line, cells } of rows)
    for (const [i, cell] of cells.entries()) {
      last[i] ??= 0
      if (isSaid(cell)) last[i] = line
    }
  return last
}
