import { decode, decodeAs, type LegacyEncoding } from '../../../base/encoding/encoding.ts'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import { bytesRead } from './bytes-read.ts'
import type { Pieces } from './zip.ts'

/**
 * The rows of a .dbf, one after another, in the letters its .cpg says, or in those under which its words are Vietnamese. [DAT-17]
 *
 * @source dBASE III; ESRI Shapefile Technical Description, July 1998
 */
export type Dbf = {
  readonly encoding: string
  readonly fields: readonly string[]
  readonly count: number
  /** How many of its rows are marked as deleted. */
  readonly deleted: number
  /** A row that is null was deleted. */
  rows(): AsyncGenerator<readonly Cell[] | null, void>
}
type Field = { readonly name: Buffer; readonly type: string; readonly from: number; readonly length: number }

/** By so much of its rows it is told in which letters they are. */
const SAMPLE = 200_000

/** @throws RangeError: it has no head */
export async function openDbf(pieces: Pieces, cpg: string | null): Promise<Dbf> {
  const begin = await begun(pieces)
  const { start, fields } = begin
  const size = Math.max(1, begin.size)
  const texts = Buffer.concat([...fields.map(({ name }) => name), Buffer.from('\n'), begin.sample])
  const { encoding, text } = lettersOf(texts, cpg)
  async function* raw(most: number): AsyncGenerator<Buffer> {
    const bytes = bytesRead(pieces())
    try {
      await bytes.skip(start)
      for (let n = 0; n < most; n += 1) {
        const row = await bytes.take(size)
        // what it says of itself is held against what it has
        if (row.length === 0) return
        yield row
      }
    } finally {
      await bytes.close()
    }
  }
  let [count, deleted] = [0, 0]
  for await (const row of raw(begin.count)) {
    count += 1
    if (row[0] === DELETED) deleted += 1
  }
  const cellsOf = (row: Buffer): readonly Cell[] =>
    fields.map(({ type, from, length }) => {
      const cell = text(row.subarray(from, from + length))
      return cellIn(type, cell.replaceAll('\0', '').trim())
    })
  return {
    encoding,
    fields: fields.map(({ name }) => text(name)),
    count,
    deleted,
    async *rows() {
      for await (const row of raw(count)) yield row[0] === DELETED ? null : cellsOf(row)
    },
  }
}

async function begun(pieces: Pieces) {
  const bytes = bytesRead(pieces())
  try {
    const first = await bytes.take(32)
    const [count, start, size] = [first.readUInt32LE(4), Math.max(32, first.readUInt16LE(8)), first.readUInt16LE(10)]
    const head = Buffer.concat([first, await bytes.take(start - 32)])
    const fields: Field[] = []
    let from = 1
    for (let at = 32; at + 32 <= head.length && head[at] !== 13; at += 32) {
      const length = head.readUInt8(at + 16)
      const end = head.subarray(at, at + 11).indexOf(0)
      fields.push({ name: head.subarray(at, at + (end < 0 ? 11 : end)), type: String.fromCharCode(head[at + 11] ?? 0), from, length })
      from += length
    }
    return { count, start, size, fields, sample: await bytes.take(SAMPLE) }
  } finally {
    await bytes.close()
  }
}

const DELETED = 0x2a

/** Numbers have a point there, whatever the country; one that did not fit is stars. */
function cellIn(type: string, cell: string): Cell {
  if (/^\*+$/.test(cell)) return ''
  // a date that was never filled in; programs write zeros as well as blanks
  if (type === 'D' && /^0*$/.test(cell)) return ''
  if (type === 'D' && /^\d{8}$/.test(cell)) return { is: 'day', text: `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}` }
  if (type === 'L')
    return /^[YyTt]$/.test(cell) ? { is: 'boolean', text: 'true' } : /^[NnFf]$/.test(cell) ? { is: 'boolean', text: 'false' } : ''
  return (type === 'N' || type === 'F') && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(cell)
    ? { is: 'number', text: plain(cell) }
    : cell
}

/** «.5», «12.» and «1.500» as numbers are written elsewhere. */
const plain = (cell: string): string =>
  cell
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/(\.\d*?)0+(?=$|e)/i, '$1')
    .replace(/\.(?=$|e)/i, '')

/** By what the file says, where it says what can be; else by the words. */
function lettersOf(sample: Buffer, cpg: string | null): { readonly encoding: string; readonly text: (bytes: Buffer) => string } {
  const said = cpg === null ? null : /utf-?8/.test(cpg) ? 'utf-8' : /1258/.test(cpg) ? 'windows-1258' : null
  const isUtf8 = !new TextDecoder('utf-8').decode(sample).includes('\ufffd')
  if (said === 'utf-8' || (said === null && isUtf8)) return { encoding: 'utf-8', text: (bytes) => new TextDecoder('utf-8').decode(bytes) }
  const legacy: LegacyEncoding | null = said === 'windows-1258' ? said : (decode(sample.filter((byte) => byte !== 0))?.legacy ?? null)
  if (legacy !== null) return { encoding: legacy, text: decodeAs[legacy] }
  return { encoding: 'windows-1252', text: (bytes) => new TextDecoder('windows-1252').decode(bytes) }
}
