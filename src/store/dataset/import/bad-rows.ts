import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { speaker } from '../../../base/text/text.ts'
import { type Bad, cellText } from '../../../kernel/dataset/cell/cell.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { csvCell } from '../../../kernel/dataset/format/spreadsheet.ts'
import type { BadRow } from '../../../operations/dataset/import/ports.ts'

const FIRST_BAD = 200
const LONGEST_VALUE = 200
/** Read by whoever mends it, in the language of the node. */
const say = speaker('vi')

/** What is wrong with a row: in a column, in several together (a key), or as a whole. */
export type Fault = Bad & { readonly column: number | readonly number[] | null }

export type BadRows = ReturnType<typeof badWriter>

/** The file of bad rows: place, column, reason in words and as a code, value, and the row as it was, to be mended and brought in again. [DAT-4] */
export function badWriter(path: string, columns: readonly Column[], head: readonly string[]) {
  let file: WriteStream | null = null
  let count = 0
  let isClosed = false
  const first: BadRow[] = []
  return {
    count: () => count,
    first: (): readonly BadRow[] => first,
    /** @param why `asked`: the row is good, and was to be left out; it does not count */
    async add(row: SourceRow, fault: Fault, why: 'bad' | 'asked' = 'bad'): Promise<void> {
      const of = fault.column === null ? null : [fault.column].flat()
      const texts = row.cells.map(cellText)
      // its cells are not told, for which of them are of columns that are left out is not known [DAT-104]
      const isUntold = row.whole !== undefined && texts.length === 0
      const label = of === null ? null : of.map((i) => columns[i]?.label ?? '').join(' + ')
      const value = of === null ? texts.join(' | ') : of.map((i) => texts[i] ?? '').join(' + ')
      if (why === 'bad') count += 1
      if (first.length < FIRST_BAD) first.push({ at: row.at, column: label, value: clean(value.slice(0, LONGEST_VALUE)), bad: fault.bad })
      if (file === null) {
        file = createWriteStream(path)
        // heard here so that a full disk ends the import, not the server; told by the next write, or by `close`
        file.on('error', () => {})
        file.write(`\ufeff${['dong', 'cot', 'ly_do', 'ma_ly_do', 'gia_tri', ...head].map(csvCell).join(',')}\n`)
      }
      const cells = [
        String(row.at),
        label ?? '',
        say(`bad.${fault.bad}`),
        fault.bad,
        isUntold ? say('bad.untold') : value.slice(0, LONGEST_VALUE),
        ...texts,
      ]
      if (file.errored !== null) throw file.errored
      if (!file.write(`${cells.map(csvCell).join(',')}\n`)) await once(file, 'drain')
    },
    /** Once; again changes nothing. */
    async close(): Promise<void> {
      if (file === null || isClosed) return
      isClosed = true
      file.end()
      await finished(file)
    },
  }
}

/** As a column of text of the database takes it. */
const clean = (text: string): string => text.replaceAll('\0', '␀').toWellFormed()
