import { createHash } from 'node:crypto'
import type { ImportView } from '../../../../../operations/dataset/import/views.ts'

/**
 * Says which reading of its file a form was shown for: another has other columns, or the same in another order; or is read as a
 * version of another dataset, with other columns left out, of other types or under another name.
 */
export const readingMark = ({ reading, dataset }: Pick<ImportView, 'reading' | 'dataset'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        reading?.part,
        dataset,
        reading?.columns.map(({ name, type, leftOut, was }) => [name, type, leftOut ?? null, was?.heading ?? null]),
        reading?.places.map(({ column, misses }) => [column, misses]),
      ]),
    )
    .digest('hex')
    .slice(0, 16)
