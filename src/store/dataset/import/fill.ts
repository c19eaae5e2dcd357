import { type Cell, isBad, type Read } from '../../../kernel/dataset/cell/cell.ts'
import { readerOf } from '../../../kernel/dataset/cell/cell-reader.ts'
import { type Column, isPlace } from '../../../kernel/dataset/cell/column.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { noteRows } from '../../../kernel/dataset/sheet/notes.ts'
import { adderOf, type Totals, type TotalsWay } from '../../../kernel/dataset/sheet/totals.ts'
import type { BadRow } from '../../../operations/dataset/import/ports.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Source } from '../formats/source.ts'
import { keptPeriod } from '../periods.ts'
import { rests } from '../rests.ts'
import { copyTarget, LEFT_OUT } from '../tables.ts'
import type { BadRows, Fault } from './bad-rows.ts'
import type { PlacesOf } from './place-cells.ts'

/**
 * Rows from a file into their table, in one pass and constant memory: what can be read is copied, what cannot is written to
 * the file of bad rows with its place, column, value and reason. [DAT-4]
 */
const SLICE = 5000

export type Progress = { readonly rows: number; readonly bad: number; readonly bytes: number; readonly first: readonly BadRow[] }
export type Filled = Progress & {
  readonly emptyCells: number
  readonly unmatched: Readonly<Record<string, number>>
}

export async function fillStore(
  engine: Engine,
  given: {
    readonly store: string
    readonly source: Source
    /** All its headings, and the names of all its columns, also of those that are left out. [DAT-104] */
    readonly head: readonly string[]
    readonly names: readonly string[]
    readonly columns: readonly Column[]
    readonly key: readonly number[]
    /** The keys of rows that cannot be taken come in, as those of rows left out. */
    readonly keepsKeys: boolean
    readonly places: PlacesOf
    readonly bad: BadRows
    readonly totals: TotalsWay | undefined
    /** What was shown of rows that add up others; null: none were. */
    readonly found: Totals | null
    /** Told between slices, and of many bad rows between rests; throws when the import was given up. */
    readonly told: (progress: Progress) => Promise<void>
  },
): Promise<Filled> {
  const { columns, source, bad } = given
  const lines = lineMaker(columns, given.key)
  const noteOf = noteRows(given.head)
  const addsUp = adderOf(given.found, given.names)
  const state = { rows: 0, bytes: 0 }
  const progress = (): Progress => ({ rows: state.rows, bad: bad.count(), bytes: state.bytes, first: bad.first() })
  const rest = rests()
  let slice: string[] = []
  async function* slices(): AsyncGenerator<readonly string[]> {
    for await (const piece of source.pieces()) {
      state.bytes = piece.bytes
      for (const row of piece.rows) {
        if (rest.isDue()) {
          await rest.take()
          // also where no row is good, and none is copied: who gives it up does not wait for the end
          await given.told(progress())
        }
        const whole = row.whole ?? row.cells
        const left = noteOf({ ...row, cells: whole })?.bad ?? (addsUp({ at: row.at, cells: whole }) ? 'total' : null)
        if (given.totals === 'leave-out' && left !== null) {
          await bad.add(row, { bad: left, column: null }, 'asked')
          continue
        }
        let line = lines.of(row)
        if (typeof line === 'string') {
          if (given.places.any) line = `${line.slice(0, -1)}${await given.places.of(row.cells)}\n`
          state.rows += 1
          slice.push(line)
        } else {
          await bad.add(row, line)
          const keyed = given.keepsKeys ? lines.keyOf(row) : null
          if (keyed !== null) slice.push(keyed)
        }
        if (slice.length >= SLICE) {
          yield slice
          slice = []
        }
      }
    }
    if (slice.length > 0) yield slice
  }
  const target = copyTarget(given.store, columns)
  if (engine.kind === 'pglite') {
    // lent the one connection a slice at a time, so that pages are answered between them
    for await (const lines of slices()) {
      await engine.asOwner((owner) => owner.copyIn(target, lines))
      await given.told(progress())
    }
  } else {
    async function* text(): AsyncGenerator<string> {
      for await (const lines of slices()) {
        yield lines.join('')
        await given.told(progress())
      }
    }
    await engine.asOwner((owner) => owner.copyIn(target, text()))
  }
  return { ...progress(), emptyCells: lines.empty(), unmatched: given.places.unmatched() }
}

/** A row as a line of `copy`, or what is wrong with it. */
type LineMaker = {
  of(row: SourceRow): string | Fault
  /** A row that cannot be taken, of which its key can be read. @returns null: it cannot */
  keyOf(row: SourceRow): string | null
  empty(): number
}

function lineMaker(columns: readonly Column[], key: readonly number[]): LineMaker {
  const readers = columns.map(keptReader)
  const isText = columns.map(({ type }) => type === 'text')
  const isKey = columns.map((_, i) => key.includes(i))
  const width = columns.length
  const places = columns.flatMap((column) => (isPlace(column) ? ['\\N'] : []))
  let empty = 0
  return {
    empty: () => empty,
    keyOf({ at, cells }) {
      if (cells.length !== width) return null
      const own = columns.map((_, i) => (isKey[i] === true ? (readers[i]?.(cells[i] ?? '') ?? null) : null))
      if (key.some((i) => !isKeyText(own[i] ?? null))) return null
      const left = [String(at), String(LEFT_OUT), ...own.map((read) => (typeof read === 'string' ? escaped(read) : '\\N')), ...places]
      return `${left.join('\t')}\n`
    },
    of({ at, cells, bad }) {
      if (bad !== null) return { bad, column: null }
      if (cells.length !== width) return { bad: 'ragged', column: null }
      let line = `${at}\t\\N`
      let none = 0
      for (let i = 0; i < width; i += 1) {
        const read = readers[i]?.(cells[i] ?? '') ?? null
        if (read === null) {
          if (isKey[i] === true) return { bad: 'empty-key', column: i }
          none += 1
          line += '\t\\N'
        } else if (isBad(read)) return { ...read, column: i }
        else if (isKey[i] === true && !isKeyText(read)) return { bad: 'too-long', column: i }
        else line += isText[i] === true && SPECIAL.test(read) ? `\t${escaped(read)}` : `\t${read}`
      }
      empty += none
      return `${line}\n`
    },
  }
}

/** Cells as the table keeps them. */
function keptReader(column: Column): (cell: Cell) => Read {
  const read = readerOf(column)
  if (column.type !== 'period') return read
  return (cell) => {
    const found = read(cell)
    return typeof found === 'string' ? keptPeriod(found) : found
  }
}

/** Bytes of a key, as an index holds them. */
const MOST_KEY = 2000
const isKeyText = (read: Read): boolean => typeof read === 'string' && Buffer.byteLength(read) <= MOST_KEY

const SPECIAL = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
