import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { rests } from '../rests.ts'
import type { Source } from './source.ts'

/** Values as programs keep them, and sources of rows of them. A list or an object stays JSON. [DAT-17] */
export const GEOMETRY = 'geometry'
const AT_ONCE = 1000
/** Letters of texts that are held with them: a thousand shapes may each have thirty million. */
const MOST_LETTERS = 8_000_000

/** A number with more figures than a double holds, as it is written. [DAT-64] */
export class Exact {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }

  /** Within a list or an object, and of coordinates, a double is enough. */
  toJSON(): number {
    return Number(this.text)
  }
}

/** What is a number or a truth there stays one, however the texts beside it are written. [DAT-73] */
export function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      return value
    case 'bigint':
      return { is: 'number', text: String(value) }
    case 'number':
      // programs write NaN where there is none; an infinity is what a calculation came to, and no figure
      if (Number.isNaN(value)) return ''
      return Number.isFinite(value) ? { is: 'number', text: String(value) } : { is: 'fault', bad: 'not-decimal', text: String(value) }
    case 'boolean':
      return { is: 'boolean', text: String(value) }
    case 'object':
      if (value === null) return ''
      if (value instanceof Exact) return { is: 'number', text: value.text }
      return value instanceof Date ? { is: 'instant', text: value.toISOString() } : nestedCell(value)
    default:
      return ''
  }
}

/** A list within a list within a list, more often than a program can go down. */
function nestedCell(value: object): Cell {
  const text = asJson(value)
  return text ?? { is: 'fault', text: Array.isArray(value) ? '[…]' : '{…}', bad: 'too-deep' }
}

/** @returns null: it goes deeper than can be written */
export function asJson(value: unknown): string | null {
  try {
    return JSON.stringify(value, withBigints)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function withBigints(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  return typeof value !== 'bigint' ? value : Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}

/** What a source of records says of itself; how its letters are written and its cells parted is no question. */
export const recordSource = (format: string, head: readonly string[], pieces: Source['pieces']): Source => ({
  format,
  encoding: null,
  delimiter: null,
  above: 0,
  asksHead: false,
  head,
  pieces,
})

/** Rows so many at a time. @param bytes how far in the file the last of them is; absent: nobody knows */
export async function* inPieces(
  rows: Iterable<SourceRow> | AsyncIterable<SourceRow>,
  bytes: () => number = () => 0,
): AsyncGenerator<{ readonly rows: readonly SourceRow[]; readonly bytes: number }> {
  let held: SourceRow[] = []
  const rest = rests()
  let letters = 0
  for await (const row of rows) {
    if (rest.isDue()) await rest.take()
    held.push(row)
    for (const cell of row.cells) letters += typeof cell === 'string' ? cell.length : 0
    if (held.length < AT_ONCE && letters < MOST_LETTERS) continue
    yield { bytes: bytes(), rows: held }
    held = []
    letters = 0
  }
  yield { bytes: bytes(), rows: held }
}
