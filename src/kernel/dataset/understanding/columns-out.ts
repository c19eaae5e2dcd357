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
  /** The names of headings by which it is known, the last the one it had; absent: its name. [DAT-99] */
  readonly headings?: readonly string[] | undefined
}

const knownAs = ({ name, headings }: Pick<ColumnOut, 'name' | 'headings'>): readonly string[] => headings ?? [name]

/** The heading of a file under which one comes again that was left out: the last it had, before older ones. */
const comesAs = (headings: readonly string[], one: ColumnOut): string | undefined =>
  knownAs(one).findLast((heading) => headings.includes(heading))

/** Who said that it is left out: a person of this file, or of the version before, whose word is only proposed. */
export type OutFrom = 'asked' | 'before'

/**
 * What was said of a column of this file goes before what was of the version before, which is known by headings: a column that was
 * renamed and then left out has no name any more. [DAT-99]
 *
 * @returns by names
 */
export function outMarks(
  names: ReadonlyMap<string, string>,
  said: readonly ColumnSaid[],
  before: readonly ColumnOut[],
): ReadonlyMap<string, OutFrom> {
  const headings = [...names.keys()]
  const again = new Set(before.flatMap((one) => comesAs(headings, one) ?? []))
  return new Map(
    [...names].flatMap(([heading, name]): readonly (readonly [string, OutFrom])[] => {
      const own = said.find((one) => one.name === name)?.leftOut
      if (own !== undefined) return own ? [[name, 'asked']] : []
      return again.has(heading) ? [[name, 'before']] : []
    }),
  )
}

/** Of the columns of a file those that are not taken, by what is said at last; and those remembered that it does not have. */
export function columnsOut(
  columns: readonly Pick<ReadColumn, 'name' | 'label' | 'leftOut' | 'heading' | 'headings'>[],
  said: readonly ColumnSaid[],
  before: readonly ColumnOut[],
): readonly ColumnOut[] {
  const headings = columns.map(({ name, heading }) => heading ?? name)
  const out = columns.flatMap((column, at) => {
    const { name, label, leftOut } = column
    if (!(said.find((one) => one.name === name)?.leftOut ?? leftOut !== undefined)) return []
    const same = before.filter((one) => comesAs(headings, one) === headings[at]).flatMap(knownAs)
    const all = [...new Set([...same, ...knownAs(column)].filter((one) => one !== headings[at])), headings[at] ?? name]
    return [{ name, label, at, ...(all.length === 1 && all[0] === name ? {} : { headings: all.slice(-MOST) }) }]
  })
  const remembered = before.filter((one) => comesAs(headings, one) === undefined)
  return [...out, ...remembered.map((one) => ({ ...one, at: null }))]
}
const MOST = 20

type Kept = Pick<Reading, 'columns' | 'preview' | 'keys' | 'proposedKey' | 'totals' | 'notes' | 'places' | 'coordinates'>

/**
 * What was understood of a file, without what its columns say that were left out: it outlives the import. Of such a column its
 * name, its heading and its type stay; of rows that are no records, which may be told by its cells, how many they are.
 */
export function readingWithout<R extends Kept>(reading: R, out: readonly ColumnOut[]): R {
  const isOut = (i: number): boolean => out.some(({ at }) => at === i)
  const isIn = (name: string): boolean => !reading.columns.some((one, i) => one.name === name && isOut(i))
  const { coordinates, proposedKey, totals, notes } = reading
  const isWhere = coordinates != null && [...coordinates.columns, ...(coordinates.also ?? [])].every(isIn)
  return {
    ...reading,
    columns: reading.columns.map((column, i) => (isOut(i) ? bare(column) : column)),
    preview: reading.preview.map((row) => row.map((cell, i) => (isOut(i) ? '' : cell))),
    keys: reading.keys.filter(isIn),
    ...(proposedKey === undefined ? {} : { proposedKey: proposedKey.every(isIn) ? proposedKey : [] }),
    ...(totals == null
      ? {}
      : {
          totals: {
            ...totals,
            first: unsaid(totals.first),
            periods: totals.periods !== undefined && isIn(totals.periods.column) ? totals.periods : undefined,
            units: totals.units !== undefined && isIn(totals.units.column) ? totals.units : undefined,
          },
        }),
    ...(notes == null ? {} : { notes: { ...notes, first: unsaid(notes.first) } }),
    places: (reading.places ?? []).filter(({ column }) => isIn(column)),
    coordinates: isWhere ? coordinates : null,
  }
}

const bare = ({ name, label, type, leftOut }: ReadColumn): ReadColumn => ({
  ...{ name, label, type, unit: null, meaning: null, form: null },
  ...{ asks: [], empty: 0, misfits: 0, examples: [], renamed: false, leftOut: leftOut ?? 'asked' },
})

const unsaid = <T extends { readonly value: string }>(rows: readonly T[]): readonly T[] => rows.map((row) => ({ ...row, value: '' }))

/** A row without those cells; what it is — a record, a sum of others, a remark — is told by all of them. */
export function rowWithout(out: ReadonlySet<number>, width: number): (row: SourceRow) => SourceRow {
  return (row) => {
    const { cells, bad } = row
    // which of its cells they are is not known, nor where one ends: only its place in the file is told
    if (bad !== null || cells.length !== width) return { ...row, bad: bad ?? 'ragged', cells: [], whole: cells }
    return { ...row, cells: cells.filter((_, i) => !out.has(i)), whole: cells }
  }
}
