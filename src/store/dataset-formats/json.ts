import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { crsName } from '../../kernel/dataset/crs.ts'
import { crsOfUrn } from '../../kernel/dataset/crs-said.ts'
import type { SourceRow } from '../../kernel/dataset/reading.ts'
import { esriCrs } from './esri-json.ts'
import { isRecord } from './json-record.ts'
import { jsonColumns, recordsIn } from './json-records.ts'
import { cellOf, Exact, inPieces, recordSource } from './records.ts'
import type { Source } from './source.ts'

/**
 * Records of JSON: an array, an object that holds one, a line each (NDJSON), or the features of GeoJSON with their geometry as
 * WKT. [DAT-17]
 */

/** Read at once: what is larger comes a line each. */
const MOST_BYTES = 400_000_000

/** @param part of several lists of records the one that was chosen; null: the likeliest */
export async function jsonSource(path: string, name: string, part: string | null): Promise<Result<Source, Refusal>> {
  if (/\.(?:ndjson|jsonl|geojsonl)$/i.test(name)) return lines(path)
  if ((await stat(path)).size > MOST_BYTES) return refuse({ code: 'file-too-large', data: { name, limit: MOST_BYTES / 1e6 } })
  let read: unknown
  try {
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
  const format = isRecord(read) && (read['type'] === 'FeatureCollection' || read['type'] === 'Feature') ? 'geojson' : 'json'
  const crs = format === 'geojson' ? saidCrs(read) : esriCrs(read)
  if (head !== null) return ok({ ...recordSource('json', head, () => inPieces(numbered(records, listRow))), ...parts })
  const columns = jsonColumns()
  for (const record of records) columns.see(record)
  return ok({
    ...recordSource(format, columns.head(), () => inPieces(numbered(records, (record, at) => rowOf(columns.cells(record), record, at)))),
    ...parts,
    ...columns.shape(),
    ...(crs === undefined ? {} : { crs }),
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

const listRow = (row: unknown, at: number): SourceRow => ({ at, cells: Array.isArray(row) ? row.map(cellOf) : [], bad: null })

/** What is no record is told as it stands. */
const rowOf = (cells: SourceRow['cells'] | null, given: unknown, at: number): SourceRow =>
  cells === null ? { at, cells: [cellOf(given)], bad: 'ragged' } : { at, cells, bad: null }

/** UTF-16, as some programs of Windows write it, by its mark, or by the zero beside its first sign, which is a plain one in JSON. */
function lettersOf([first = 0, second = 0]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8'
}

const unicode = (bytes: Uint8Array): string => new TextDecoder(lettersOf(bytes)).decode(bytes)

/** GeoJSON has degrees alone since 2016; what programs wrote before says its system in a member of its own. @returns null: of none known here */
function saidCrs(read: unknown): string | null | undefined {
  const crs = isRecord(read) ? read['crs'] : undefined
  if (!isRecord(crs) || !isRecord(crs['properties'])) return undefined
  const said = crsOfUrn(String(crs['properties']['name'] ?? ''))
  return said === null ? null : crsName(said)
}

/** A number of more figures than a double holds may stand in it. Asked first: a reviver costs several times the parsing. */
const LONG = /\d[\d.]{15}|\de\+?\d{3}/i

/** One that the nearest double is not stays as it is written. [DAT-64] @throws SyntaxError */
const parsedJson = (text: string): unknown =>
  LONG.test(text)
    ? JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
        typeof value === 'number' && context?.source !== undefined && isLonger(context.source, value) ? new Exact(context.source) : value,
      )
    : JSON.parse(text)

const figures = (text: string): string =>
  text
    .replace(/e.*$/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
const isLonger = (source: string, value: number): boolean => !Number.isFinite(value) || figures(source) !== figures(String(value))

/** A record each line. All are looked at for their names first: one may have a field that none before it had. @cost a pass */
async function lines(path: string): Promise<Result<Source, Refusal>> {
  const columns = jsonColumns()
  for await (const { record } of parsedLines(path)) columns.see(record)
  const head = columns.head()
  if (head.length === 0) return refuse({ code: 'import-empty' })
  return ok({
    ...columns.shape(),
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

async function* decoded(path: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
    decoder ??= new TextDecoder(lettersOf(piece))
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder !== null) yield decoder.decode()
}

function parsed(line: string): unknown {
  try {
    return parsedJson(line)
  } catch {
    return undefined
  }
}
