import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { cellOf } from './records.ts'

/** What the readers of JSON speak of. */
export type JsonRecord = Readonly<Record<string, unknown>>
export const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists that say something of records, and are none. */
export const DESCRIBES: ReadonlySet<string> = new Set(['fields', 'columns', 'schema', 'links', 'errors', 'messages'])

/** As many as are said, and gone through as often as they are asked for: those that are made of something else are made as they come. */
export type Records = Iterable<unknown> & { readonly length: number }

/** A list of records. Where they are lists of cells their headings stand beside them, or in the first; null: each names its own. */
export type Found = {
  /** Under which it lies in what wraps it; empty: it is the file. */
  readonly name: string
  readonly records: Records
  readonly head: readonly string[] | null
  /** What holds it, and which of its members make it up; absent: it is the file. */
  readonly of?: { readonly record: JsonRecord; readonly own: readonly string[] } | undefined
}

/** A record under the key that names it. */
export class Named {
  readonly id: string
  readonly record: JsonRecord
  constructor(id: string, record: JsonRecord) {
    this.id = id
    this.record = record
  }
}

export const made = (length: number, rows: () => Iterable<unknown>): Records => ({
  length,
  [Symbol.iterator]: () => rows()[Symbol.iterator](),
})

export const listRow = (row: unknown, at: number): SourceRow => ({ at, cells: Array.isArray(row) ? row.map(cellOf) : [], bad: null })

/** What is no record is told as it stands. */
export const rowOf = (cells: SourceRow['cells'] | null, given: unknown, at: number): SourceRow =>
  cells === null ? { at, cells: [cellOf(given)], bad: 'ragged' } : { at, cells, bad: null }
