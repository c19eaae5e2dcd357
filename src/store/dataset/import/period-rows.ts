import { cellText } from '../../../kernel/dataset/cell/cell.ts'
import { noteRows } from '../../../kernel/dataset/sheet/notes.ts'
import { holdingIn, rowsHolding } from '../../../kernel/dataset/sheet/period-totals.ts'
import type { ReadColumn } from '../../../kernel/dataset/understanding/reading.ts'
import { isCoded } from '../../../kernel/dataset/understanding/role.ts'
import type { Source } from '../formats/source.ts'
import { rests } from '../rests.ts'

/**
 * Rows whose period holds others of rows alike: the columns are those that are of periods, or nearly, as they were understood at
 * last. The rows are gone through again where one of them has such texts. [DAT-143]
 *
 * @param textsAt the different texts of a column @returns null: there are none; of several columns the one that has most
 */
export async function periodRows(
  source: Source,
  columns: readonly ReadColumn[],
  textsAt: (at: number) => readonly string[],
  most: number,
): Promise<ReturnType<typeof rowsHolding>> {
  const holdings = columns.flatMap(({ name, type, form, asks, nearly, leftOut }, at) => {
    const way = type === 'period' ? { form, asks } : nearly?.type === 'period' ? nearly : null
    if (way === null || leftOut !== undefined) return []
    const holding = holdingIn(name, textsAt(at), way.form ?? way.asks[0] ?? null)
    return holding === null ? [] : [{ at, holding }]
  })
  if (holdings.length === 0) return null
  const beside = columns.flatMap((column, at) =>
    column.leftOut === undefined && column.nearly?.type !== 'period' && (column.type === 'text' || isCoded(column)) ? [at] : [],
  )
  const rows = holdings.map((): { at: number; text: string; beside: readonly string[] }[] => [])
  const noteOf = noteRows(source.head)
  const rest = rests()
  let seen = 0
  for await (const piece of source.pieces()) {
    for (const row of piece.rows) {
      if (rest.isDue()) await rest.take()
      if (row.bad !== null || noteOf(row) !== null || row.cells.length !== columns.length) continue
      const texts = row.cells.map((cell) => cellText(cell).normalize('NFC').trim())
      for (const [i, { at }] of holdings.entries())
        rows[i]?.push({ at: row.at, text: texts[at] ?? '', beside: beside.map((column) => texts[column] ?? '') })
    }
    seen += piece.rows.length
    if (seen >= most) break
  }
  const found = holdings.flatMap(({ holding }, i) => rowsHolding(holding, rows[i] ?? []) ?? [])
  return found.toSorted((a, b) => b.n - a.n)[0] ?? null
}
