import { type ColumnOut, rowWithout } from '../../../kernel/dataset/understanding/columns-out.ts'
import type { Source } from '../formats/source.ts'

/** A file without the columns that are left out: they are not in what is copied, nor in the file of bad rows. [DAT-104] */
export function withoutColumns(source: Source, columns: readonly ColumnOut[]): Source {
  const out = new Set(columns.flatMap(({ at }) => (at === null ? [] : [at])))
  if (out.size === 0) return source
  const without = rowWithout(out, source.head.length)
  return {
    ...source,
    head: source.head.filter((_, i) => !out.has(i)),
    async *pieces() {
      for await (const piece of source.pieces()) yield { ...piece, rows: piece.rows.map(without) }
    },
  }
}
