import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { crsName } from '../../kernel/dataset/crs.ts'
import { crsOfUrn } from '../../kernel/dataset/crs-said.ts'
import { geometryOf, toWkt } from '../../kernel/dataset/geometry.ts'
import type { SourceRow } from '../../kernel/dataset/reading.ts'
import type { Source } from './source.ts'

/**
 * Records of JSON: an array, an object that holds one, a line each (NDJSON), or the features of GeoJSON with their geometry as
 * WKT. A value that is a list or an object stays JSON. [DAT-17]
 */
type Record_ = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Record_ => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Read at once: what is larger comes a line each. */
const MOST_BYTES = 400_000_000
/** Records by which the columns are known. */
const LOOKED_AT = 5000
export const GEOMETRY = 'geometry'

export async function jsonSource(path: string, name: string): Promise<Result<Source, Refusal>> {
  if (/\.(?:ndjson|jsonl|geojsonl)$/i.test(name)) return lines(path)
  if ((await stat(path)).size > MOST_BYTES) return refuse({ code: 'file-too-large', data: { name, limit: MOST_BYTES / 1e6 } })
  let read: unknown
  try {
    read = parsedJson((await readFile(path, 'utf8')).replace(/^\ufeff/, ''))
  } catch {
    return refuse({ code: 'import-unreadable', data: { name, format: 'JSON' } })
  }
  const records = recordsIn(read)
  if (records === null || records.length === 0) return refuse({ code: 'import-empty' })
  const isGeo = isRecord(read) && read['type'] === 'FeatureCollection'
  const flat = records.map(flattened)
  const crs = isGeo ? saidCrs(read) : undefined
  return ok({ ...recordSource(isGeo ? 'geojson' : 'json', headOf(flat), flat), ...(crs === undefined ? {} : { crs }) })
}

/** GeoJSON has degrees alone since 2016; what programs wrote before says its system in a member of its own. @returns null: of none known here */
function saidCrs(read: unknown): string | null | undefined {
  const crs = isRecord(read) ? read['crs'] : undefined
  if (!isRecord(crs) || !isRecord(crs['properties'])) return undefined
  const said = crsOfUrn(String(crs['properties']['name'] ?? ''))
  return said === null ? null : crsName(said)
}

/** Answers of programs wrap their records: those of CKAN lie in `result.results`. */
const WRAPPED = 3

function recordsIn(read: unknown, within = WRAPPED): readonly unknown[] | null {
  if (Array.isArray(read)) return read
  if (!isRecord(read)) return null
  if (read['type'] === 'FeatureCollection' && Array.isArray(read['features'])) return read['features']
  const own = Object.values(read).find((value): value is unknown[] => Array.isArray(value) && value.some(isRecord))
  if (own !== undefined || within === 0) return own ?? null
  for (const value of Object.values(read)) {
    const inner = isRecord(value) ? recordsIn(value, within - 1) : null
    if (inner !== null) return inner
  }
  return null
}

/** A whole number of more figures than a double holds may stand in it. Asked first: a reviver costs several times the parsing. */
const LONG = /(?<![\d.])\d{16}/

/** A whole number beyond 2^53 stays as it is written: the nearest double is another number. [DAT-64] @throws SyntaxError */
const parsedJson = (text: string): unknown =>
  LONG.test(text)
    ? JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
        typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value,
      )
    : JSON.parse(text)

/** A feature as its properties and its geometry; a geometry that no column holds stays as it is, and is a bad cell. */
function flattened(record: unknown): Record_ | null {
  if (!isRecord(record)) return null
  if (record['type'] !== 'Feature') return record
  const properties = isRecord(record['properties']) ? record['properties'] : {}
  const given = record['geometry']
  const geometry = geometryOf(given)
  return { ...properties, [GEOMETRY]: geometry === null ? (given ?? null) : toWkt(geometry) }
}

const headOf = (records: readonly (Record_ | null)[]): readonly string[] => [
  ...new Set(records.slice(0, LOOKED_AT).flatMap((record) => (record === null ? [] : Object.keys(record)))),
]

export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const rowOf = (head: readonly string[], record: Record_ | null, at: number): SourceRow =>
  record === null
    ? { at, cells: [], bad: 'ragged' }
    : { at, cells: head.map((name) => cellOf(Object.hasOwn(record, name) ? record[name] : null)), bad: null }

/** A source of records that are there already. */
export const recordSource = (format: string, head: readonly string[], records: readonly (Record_ | null)[]): Source => ({
  format,
  encoding: null,
  delimiter: null,
  above: 0,
  asksHead: false,
  head,
  async *pieces() {
    for (let from = 0; from < records.length; from += 1000)
      yield { bytes: 0, rows: records.slice(from, from + 1000).map((record, i) => rowOf(head, record, from + i + 1)) }
  },
})

async function lines(path: string): Promise<Result<Source, Refusal>> {
  const beginning: (Record_ | null)[] = []
  for await (const line of linesOf(path)) {
    beginning.push(parsed(line))
    if (beginning.length === LOOKED_AT) break
  }
  const head = headOf(beginning)
  if (head.length === 0) return refuse({ code: 'import-empty' })
  return ok({
    ...recordSource('ndjson', head, []),
    async *pieces() {
      let rows: SourceRow[] = []
      let at = 0
      let bytes = 0
      for await (const line of linesOf(path)) {
        at += 1
        bytes += line.length + 1
        if (line.trim() !== '') rows.push(rowOf(head, parsed(line), at))
        if (rows.length < 1000) continue
        yield { bytes, rows }
        rows = []
      }
      yield { bytes, rows }
    },
  })
}

const linesOf = (path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })

function parsed(line: string): Record_ | null {
  try {
    return flattened(parsedJson(line))
  } catch {
    return null
  }
}
