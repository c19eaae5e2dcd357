import type { Refusal } from '../base/refusals.ts'
import { type Result, refuse } from '../base/result.ts'
import type { SourceRow } from '../kernel/dataset/reading.ts'
import { csvSource } from './dataset-csv.ts'

/** A file of data, whatever its format: headings, and rows of texts as they come from the disk. */
export type Source = {
  readonly format: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly above: number
  readonly asksHead: boolean
  readonly head: readonly string[]
  /** Some rows, and how far in the file they are. */
  pieces(): AsyncIterable<{ readonly rows: readonly SourceRow[]; readonly bytes: number }>
}

/** @param hasHead false: the first row is data, and columns are numbered */
export async function openSource(path: string, name: string, hasHead: boolean): Promise<Result<Source, Refusal>> {
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return csvSource(path, name, hasHead)
  return refuse({ code: 'import-format-unknown', data: { name, known: 'CSV, TSV' } })
}
