import { withUnit } from '../../../../kernel/dataset/cell/column.ts'
import { rowNamedBy } from '../../../../kernel/dataset/mapped.ts'
import { afterRow, datasetRows } from '../../../../operations/dataset/rows/list-rows.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import type { Asked } from '../../page.ts'
import { valueWords } from '../dataset/marks.tsx'
import { rowsHref } from '../dataset/view/rows-view.tsx'

/** A value longer than this names nothing, and fits no test of an address. */
const LONGEST = 100
/** A reader looks for the figure that he means, not through a document. */
const LONGEST_SHOWN = 200
const MOST_SHOWN = 60

export type NamedRow = {
  readonly words: string
  readonly href: string
  /** What stands in its cells, by the headings of their columns; shapes and empty cells are left out. */
  readonly cells: readonly { readonly term: string; readonly is: string }[]
}

/**
 * What a row is called, and the way to it in the table: a number of a line says nothing to who reads it. [PAG-46]
 *
 * @returns null: the version has no such row, is kept no more or is not for whoever asks, or nothing names the row
 */
export async function rowNamed(asked: Asked, of: DatasetView, version: number, row: string | null): Promise<NamedRow | null> {
  if (row === null || !/^\d{1,18}$/.test(row)) return null
  // rows are paged by their id: the one after the id before is it, or it is not there
  const after = afterRow(version, '', String(BigInt(row) - 1n))
  const found = await asked.ask(datasetRows, { id: of.id, version, after, limit: 1, count: 'false' })
  const item = found.ok ? found.value.items[0] : undefined
  if (!found.ok || item?.row !== row) return null
  const named = rowNamedBy(found.value.columns, of.current.key).flatMap((column) => {
    const value = item.values[column.name] ?? null
    return value === null || String(value).length > LONGEST ? [] : [{ column, value }]
  })
  if (named.length === 0) return null
  const cells = found.value.columns.flatMap((column) => {
    const value = item.values[column.name] ?? null
    const is = value === null || column.type === 'geometry' ? '' : valueWords(value, column, asked.language, asked.say)
    return is === '' ? [] : [{ term: withUnit(column), is: is.length > LONGEST_SHOWN ? `${is.slice(0, LONGEST_SHOWN)} …` : is }]
  })
  return {
    cells: cells.slice(0, MOST_SHOWN),
    words: named.map(({ column, value }) => valueWords(value, column, asked.language, asked.say)).join(', '),
    href: rowsHref(of.slug, { version, sort: '', filters: named.map(({ column, value }) => `${column.name}:eq:${String(value)}`) }),
  }
}
