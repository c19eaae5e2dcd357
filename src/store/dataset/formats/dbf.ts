import { decode, decodeAs, type LegacyEncoding } from '../../../base/encoding/encoding.ts'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'

/**
 * The rows of a .dbf, in the letters its .cpg says, or in those under which its words are Vietnamese. [DAT-17]
 *
 * @source dBASE III; ESRI Shapefile Technical Description, July 1998
 */
/** A row that is null was deleted. */
type Table = { readonly encoding: string | null; readonly fields: readonly string[]; readonly rows: readonly (readonly Cell[] | null)[] }

export function readDbf(dbf: Buffer, cpg: string | null): Table {
  const start = dbf.readUInt16LE(8)
  const size = Math.max(1, dbf.readUInt16LE(10))
  // what it says of itself is held against what it has
  const count = Math.min(dbf.readUInt32LE(4), Math.ceil(Math.max(0, dbf.length - start) / size))
  const fields: { name: Buffer; type: string; from: number; length: number }[] = []
  let from = 1
  for (let at = 32; at + 32 <= start && dbf[at] !== 13; at += 32) {
    const length = dbf.readUInt8(at + 16)
    const end = dbf.subarray(at, at + 11).indexOf(0)
    fields.push({ name: dbf.subarray(at, at + (end < 0 ? 11 : end)), type: String.fromCharCode(dbf[at + 11] ?? 0), from, length })
    from += length
  }
  const texts = Buffer.concat([...fields.map(({ name }) => name), Buffer.from('\n'), dbf.subarray(start, start + 200_000)])
  const { encoding, text } = lettersOf(texts, cpg)
  const rows = Array.from({ length: count }, (_, i): readonly Cell[] | null => {
    const row = dbf.subarray(start + i * size, start + (i + 1) * size)
    if (row[0] === DELETED) return null
    return fields.map(({ type, from: at, length }) =>
      cellIn(
        type,
        text(row.subarray(at, at + length))
          .replaceAll('\0', '')
          .trim(),
      ),
    )
  })
  return { encoding, fields: fields.map(({ name }) => text(name)), rows }
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
