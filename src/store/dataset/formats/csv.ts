import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { decode, decodeAs } from '../../../base/encoding/encoding.ts'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { type CsvRow, csvReader } from '../../../kernel/dataset/format/csv.ts'
import { type Dialect, delimiterOf, type Encoding, headOf, rowsOf } from '../../../kernel/dataset/format/csv-dialect.ts'
import { aboveIn, around, type TextRow } from '../../../kernel/dataset/sheet/around.ts'
import { underHead } from '../../../kernel/dataset/sheet/tiers.ts'
import { rests } from '../rests.ts'
import { cutBy, slicedIn } from './csv-beside.ts'
import type { Source } from './source.ts'

/** Text of rows and cells, from the disk: in whichever letters it is written, a piece at a time. [DAT-6] */
const HEAD = 1_000_000
const PIECE = 256 * 1024

/** @param part of several tables side by side the one that was chosen; null: the likeliest */
export async function csvSource(
  path: string,
  name: string,
  hasHead: boolean,
  said: Dialect,
  part: string | null,
): Promise<Result<Source, Refusal>> {
  const beginning = await headBytes(path)
  const encoding = said.encoding ?? encodingOf(beginning)
  if (encoding === null) return refuse({ code: 'text-not-readable', data: { name } })
  const given = textOf(beginning, encoding)
  // lines that end with CR alone, as programs of old Macs write them
  const lines = given.includes('\r') && !given.includes('\n') ? (text: string): string => text.replaceAll('\r', '\n') : null
  const sample = lines === null ? given : lines(given)
  const delimiter = said.delimiter ?? (/\.tsv$/i.test(name) ? '\t' : delimiterOf(sample))
  const sampled = rowsOf(sample.endsWith('\n') ? sample : `${sample}\n`, delimiter)
  async function* pieces(): AsyncGenerator<{ readonly rows: readonly CsvRow[]; readonly bytes: number }> {
    const reader = csvReader(delimiter)
    const rest = rests()
    let bytes = 0
    for await (const [text, size, last] of decoded(path, encoding ?? 'utf-8')) {
      bytes += size
      for (const rows of reader.some(lines === null ? text : lines(text), last)) {
        yield { bytes, rows }
        if (rest.isDue()) await rest.take()
      }
    }
  }
  async function* everyRow(): AsyncGenerator<CsvRow> {
    for await (const { rows } of pieces()) yield* rows
  }
  const sliced = await slicedIn(sampled, part, everyRow)
  const cut = sliced === null ? (rows: readonly CsvRow[]) => rows : cutBy(sliced)
  const rows = cut(sampled).filter(({ bad }) => sliced?.span == null || bad === null)
  const { above, last, labels, isPlain } = headOf(rows)
  const under = underHead(labels, rows.slice(last + 1, last + 1 + LOOKED_AT).map(textRow))
  const [firstLine, lastLine] = [rows[above]?.line ?? 1, rows[last]?.line ?? 1]
  const told = around({
    ...aboveIn(rows.slice(0, above).map(textRow)),
    heads: last > above || under.tier !== null ? { first: firstLine, last: under.tier ?? lastLine } : null,
    units: under.units,
    counted: under.counted,
    hidden: null,
  })
  return ok({
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    delimiter,
    above,
    asksHead: !isPlain,
    head: hasHead ? under.labels : labels.map((_, i) => `Cột ${i + 1}`),
    ...(told === null ? {} : { around: told }),
    ...(sliced === null ? {} : { parts: sliced.parts, part: sliced.name }),
    async *pieces() {
      const from = hasHead ? (under.last ?? lastLine) : firstLine - 1
      for await (const { bytes, rows: some } of pieces())
        yield {
          bytes,
          rows: cut(some).flatMap(({ line, cells, bad }) =>
            line > from && (bad !== null || cells.some(isSaid)) ? [{ at: line, cells, bad }] : [],
          ),
        }
    },
  })
}

/** Rows that say whether those under the headings are records. */
const LOOKED_AT = 40
/** A spreadsheet writes an empty row as the signs between its cells: it is none, as in a workbook. */
const isSaid = (cell: string): boolean => cell.trim() !== ''
const textRow = ({ line, cells }: CsvRow): TextRow => ({ at: line, cells })

async function headBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const bytes = buffer.subarray(0, bytesRead)
    // a table of one byte a letter is told by whole words
    const end = bytesRead < HEAD ? -1 : bytes.lastIndexOf(10)
    return end < 0 ? bytes : bytes.subarray(0, end + 1)
  } finally {
    await file.close()
  }
}

/** @returns null: no table makes words of it */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return wide
  try {
    // what is cut in the middle of a letter is whole with the rest of the file
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    // a byte that is of no table is a cell that is not readable, not a file that is not
    // cells stand beside one another without a blank: their words are told apart
    const words = bytes.filter((byte) => byte !== 0).map((byte) => (PARTING.has(byte) ? 0x20 : byte))
    return decode(words)?.legacy ?? (isMostlyUtf8(bytes) ? 'utf-8' : null)
  }
}

/** Comma, semicolon, tab, bar and quote, in bytes. */
const PARTING: ReadonlySet<number> = new Set([...',;\t|"'].map((sign) => sign.charCodeAt(0)))

/** Every second byte of plain letters is zero in UTF-16. @returns null: it is none */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, 4000)
  const zeros = [0, 1].map((at) => looked.filter((byte, i) => byte === 0 && i % 2 === at).length)
  const [even = 0, odd = 0] = zeros.map((n) => n / (looked.length / 2))
  return odd > 0.4 && even < 0.05 ? 'utf-16le' : even > 0.4 && odd < 0.05 ? 'utf-16be' : null
}

/** A few broken bytes in a text of UTF-8: their cells are reported. A text of which all letters with marks are broken is none. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  const whole = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0
  return broken < Math.max(whole, text.length / 1000)
}

const textOf = (bytes: Uint8Array, encoding: Encoding): string =>
  isUnicode(encoding) ? new TextDecoder(encoding).decode(bytes) : decodeAs[encoding](bytes)

const isUnicode = (encoding: Encoding): encoding is 'utf-8' | 'utf-16le' | 'utf-16be' => encoding.startsWith('utf-')

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<readonly [text: string, size: number, last: boolean]> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: PIECE })
  if (isUnicode(encoding)) {
    const decoder = new TextDecoder(encoding)
    for await (const chunk of stream) yield [decoder.decode(chunk, { stream: true }), chunk.length, false]
    yield [decoder.decode(), 0, true]
    return
  }
  // a letter of two bytes, and a mark that follows its letter, never lie on both sides of a line end
  let rest = Buffer.alloc(0)
  for await (const chunk of stream) {
    const whole = Buffer.concat([rest, chunk])
    const end = whole.lastIndexOf(10) + 1
    rest = whole.subarray(end)
    yield [decodeAs[encoding](whole.subarray(0, end)), chunk.length, false]
  }
  yield [decodeAs[encoding](rest), 0, true]
}
