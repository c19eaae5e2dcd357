import { createHash } from 'node:crypto'
import type { ImportView } from '../../../../../operations/dataset/import/views.ts'

/** Says which reading of its file a form was shown for: another has other columns, or the same in another order. */
export const readingMark = ({ reading }: Pick<ImportView, 'reading'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        reading?.part,
        reading?.columns.map(({ name }) => name),
        reading?.places.map(({ column, misses }) => [column, misses]),
      ]),
    )
    .digest('hex')
    .slice(0, 16)
