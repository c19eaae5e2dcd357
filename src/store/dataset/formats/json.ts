import { readFile, stat } from 'node:fs/promises'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { besidesIn } from './json-besides.ts'
import { largeJson } from './json-large.ts'
import { isRecord, listRow, rowOf } from './json-record.ts'
import { jsonColumns, jsonKind, recordsIn } from './json-records.ts'
import { decoded, parsedJson, unicode } from './json-text.ts'
import { inPieces, recordSource } from './records.ts'
import type { Source } from './source.ts'

/**
 * Records of JSON: an array, an object that holds one, a line each (NDJSON), or the features of GeoJSON with their geometry as
 * WKT. [DAT-17]
 */

/** Read at once, while pages wait. */
const MOST_AT_ONCE = 16_000_000
/** Of what is no list of records: its columns lie beside one another, and it is held as a whole. */
const MOST_HELD = 64_000_000

/** @param part of several lists of records the one that was chosen; null: the likeliest */
export async function jsonSource(path: string, name: string, part: string | null): Promise<Result<Source, Refusal>> {
  if (/\.(?:ndjson|jsonl|geojsonl)$/i.test(name)) return lines(path)
  const { size } = await stat(path)
  let read: unknown
  try {
    const large = size > MOST_AT_ONCE ? await largeJson(path, part) : null
    if (large !== null) return large
    if (size > MOST_HELD) return refuse({ code: 'import-json-whole', data: { name, limit: MOST_HELD / 1e6 } })
    read = parsedJson(unicode(await readFile(path)))
  } catch {
    const byLine = await lines(path)
    // a record each line, under the name of the other kind
    if (byLine.ok && (await isByLine(byLine.value))) return byLine
    return refuse({ code: 'import-unreadable', data: { name, format: 'JSON' } })
  }
  if (isRecord(read) && read['type'] === 'Topology')
    return refuse({ code: 'import-other-format', data: { name, format: 'TopoJSON', instead: 'GeoJSON' } })
  const lists = recordsIn(read)
  const found = lists.find((one) => one.name === part) ?? lists[0]
  if (found === undefined || found.records.length === 0) return refuse({ code: 'import-empty' })
  const { records, head } = found
  const parts = lists.length < 2 ? {} : { parts: lists.map((one) => ({ name: one.name, rows: one.records.length })), part: found.name }
  const { format, ...crs } = jsonKind(found.of?.record ?? read)
  const besides = besidesIn(read, found, lists)
  if (head !== null) return ok({ ...recordSource('json', head, () => inPieces(numbered(records, listRow))), ...parts, besides })
  const columns = jsonColumns()
  for (const record of records) columns.see(record)
  return ok({
    ...recordSource(format, columns.head(), () => inPieces(numbered(records, (record, at) => rowOf(columns.cells(record), record, at)))),
    ...parts,
    ...columns.shape(),
    ...crs,
    besides: [...besides, ...columns.besides()],
  })
}

/** Its first rows are records. */
async function isByLine(source: Source): Promise<boolean> {
  for await (const { rows } of source.pieces()) return rows.length > 1 && rows.slice(0, 10).every(({ bad }) => bad === null)
  return false
}

function* numbered(records: Iterable<unknown>, row: (record: unknown, at: number) => SourceRow): Generator<SourceRow> {
  let at = 0
  for (const record of records) {
    at += 1
    yield row(record, at)
  }
}

/** A record each line. All are looked at for their names first: one may have a field that none before it had. @cost a pass */
async function lines(path: string): Promise<Result<Source, Refusal>> {
  const columns = jsonColumns()
  for await (const { record } of parsedLines(path)) columns.see(record)
  const head = columns.head()
  if (head.length === 0) return refuse({ code: 'import-empty' })
  return ok({
    ...columns.shape(),
    besides: columns.besides(),
    ...recordSource('ndjson', head, () => {
      let bytes = 0
      async function* rows(): AsyncGenerator<SourceRow> {
        for await (const line of parsedLines(path)) {
          ;({ bytes } = line)
          yield rowOf(columns.cells(line.record), line.text, line.at)
        }
      }
      return inPieces(rows(), () => bytes)
    }),
  })
}

type Line = {
  readonly at: number
  readonly bytes: number
  readonly text: string /** Undefined: the line is no JSON. */
  readonly record: unknown
}

async function* parsedLines(path: string): AsyncGenerator<Line> {
  let at = 0
  let bytes = 0
  for await (const given of linesOf(path)) {
    at += 1
    bytes += Buffer.byteLength(given) + 1
    // a mark of the beginning of the file, and the one before each record of a text sequence (RFC 8142)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    const text = given.replace(/^[\ufeff\u001e]+/, '')
    if (text.trim() !== '') yield { at, bytes, text, record: parsed(text) }
  }
}

/** Ended by LF alone: the other signs that may end a line may stand in a text of JSON. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: string[] = []
  for await (const piece of decoded(path)) {
    const [first = '', ...others] = piece.split('\n')
    rest.push(first)
    for (const line of others) {
      yield rest.join('').replace(/\r$/, '')
      rest = [line]
    }
  }
  yield rest.join('').replace(/\r$/, '')
}

function parsed(line: string): unknown {
  try {
    return parsedJson(line)
  } catch {
    return undefined
  }
}
