import type { SourceRow } from '../format/source-row.ts'
import type { ColumnSaid } from './read-as-before.ts'
import type { ReadColumn, Reading } from './reading.ts'

/**
 * Columns of a file that a person does not take: an office has a number of identity in its table, and publishes the rest. They
 * come into no table, no dictionary and no file of bad rows; that they were left out is kept with the version. [DAT-104]
 */
export type ColumnOut = {
  /** As its heading would name it. */
  readonly name: string
  readonly label: string
  /** Its place among the columns of the file, from 0; null: that file does not have it, and it is left out of the next one that does. */
  readonly at: number | null
}

/** Who said that it is left out: a person of this file, or of the version before, whose word is only proposed. */
export type OutFrom = 'asked' | 'before'

/** What was said of a column of this file goes before what was of the version before. */
export const outMarks = (
  names: readonly string[],
  said: readonly ColumnSaid[],
  before: readonly ColumnOut[],
): ReadonlyMap<string, OutFrom> =>
  new Map(
    names.flatMap((name): readonly (readonly [string, OutFrom])[] => {
      const own = said.find((one) => one.name === name)?.leftOut
      if (own !== undefined) return own ? [[name, 'asked']] : []
      return before.some((one) => one.name === name) ? [[name, 'before']] : []
    }),
  )

/** Of the columns of a file those that are not taken, by what is said at last; and those remembered that it does not have. */
export function columnsOut(
  columns: readonly Pick<ReadColumn, 'name' | 'label' | 'leftOut'>[],
  said: readonly ColumnSaid[],
  before: readonly ColumnOut[],
): readonly ColumnOut[] {
  const out = columns.flatMap(({ name, label, leftOut }, at) =>
    (said.find((one) => one.name === name)?.leftOut ?? leftOut !== undefined) ? [{ name, label, at }] : [],
  )
  const remembered = before.filter(({ name }) => columns.every((one) => one.name !== name))
  return [...out, ...remembered.map((one) => ({ ...one, at: null }))]
}

/** What was understood of a file, without what its columns say that were left out: it outlives the import. */
export function readingWithout<R extends Pick<Reading, 'columns' | 'preview'>>(reading: R, out: readonly ColumnOut[]): R {
  const isOut = (i: number): boolean => out.some(({ at }) => at === i)
  return {
    ...reading,
    columns: reading.columns.map((column, i) =>
      isOut(i) ? { ...column, examples: [], nearly: undefined, leftOut: column.leftOut ?? 'asked' } : column,
    ),
    preview: reading.preview.map((row) => row.map((cell, i) => (isOut(i) ? '' : cell))),
  }
}

/** A row without those cells; what it is — a record, a sum of others, a remark — is told by all of them. */
export function rowWithout(out: ReadonlySet<number>, width: number): (row: SourceRow) => SourceRow {
  return (row) => {
    const { cells } = row
    // which of its cells they are is not known
    if (cells.length !== width) return { ...row, bad: row.bad ?? 'ragged' }
    return { ...row, cells: cells.filter((_, i) => !out.has(i)), whole: cells }
  }
}
