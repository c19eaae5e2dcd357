import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The folder of collected data, beside the project; only this script needs it. */
export const SHARED = new URL('../../../shared/', import.meta.url)

export type Row = Readonly<Record<string, string>>

export const readCsv = (path: string): readonly Row[] =>
  parse(readFileSync(new URL(path, SHARED), 'utf8'), { columns: true, skip_empty_lines: true, bom: true, record_delimiter: ['\r\n', '\n'] })

/** The value of a column that must be there. @throws when the source has no such column */
export function field(row: Row, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`the source has no column ${name}: ${JSON.stringify(row).slice(0, 120)}`)
  return value.normalize('NFC').trim()
}

/** What is not known or contradicts itself: printed, kept in registers/gaps.json, shown where it matters. */
export type Gap = { readonly register: string; readonly code: string; readonly about: string; readonly note: string }

/** A slip of the source: a unit type in lower case. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
