import { readerOf } from '../../../kernel/dataset/cell/cell-reader.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import type { Source } from '../formats/source.ts'

/** Rows with a cell more: the point that two of their numbers make, as the file has them. The column says their system. [DAT-22] */
export function withPoints(source: Source, columns: readonly Column[]): Source {
  const made = columns.at(-1)?.from
  if (made === undefined) return source
  const [east, north] = [made.east, made.north].map((name) => columns.findIndex((column) => column.name === name))
  const readers = columns.map(({ form }) => readerOf({ type: 'decimal', form }))
  const number = (row: SourceRow, at = -1): string | null => {
    const read = readers[at]?.(row.cells[at] ?? '') ?? null
    return typeof read === 'string' ? read : null
  }
  const width = columns.length - 1
  const withPoint = (row: SourceRow): SourceRow => {
    if (row.bad !== null) return row
    if (row.cells.length !== width) return { ...row, bad: 'ragged' }
    const [x, y] = [number(row, east), number(row, north)]
    return { ...row, cells: [...row.cells, x === null || y === null ? '' : `POINT(${x} ${y})`] }
  }
  return {
    ...source,
    head: [...source.head, columns.at(-1)?.label ?? ''],
    async *pieces() {
      for await (const piece of source.pieces()) yield { ...piece, rows: piece.rows.map(withPoint) }
    },
  }
}
