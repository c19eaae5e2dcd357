import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { wkbSaysHeights, wkbText } from '../../../kernel/dataset/format/wkb.ts'
import { crsName, DEGREES } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfNumber, crsOfUrn } from '../../../kernel/dataset/shape/crs-said.ts'
import { type Geometry, geometryOf, toWkt } from '../../../kernel/dataset/shape/geometry.ts'
import { rests } from '../rests.ts'
import { isRecord } from './json-record.ts'
import { asWhole, columnsOf, type ParquetColumn, parsers, readerOf } from './parquet-cell.ts'
import { AT_ONCE, slicesOf } from './parquet-slices.ts'
import { recordSource } from './records.ts'
import type { Source } from './source.ts'

/** How pages are packed; Snappy the library knows itself. */
const compressors = {
  GZIP: (bytes: Uint8Array): Uint8Array => gunzipSync(bytes),
  BROTLI: (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes),
  ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes),
}

const UNPACKED: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(compressors)])

/** Rows of Parquet, some groups of rows at a time; columns of GeoParquet as WKT, lists and structures as JSON. [DAT-17] */
export async function parquetSource(path: string, name: string): Promise<Result<Source, Refusal>> {
  try {
    const file = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(file)
    const shapes = shapesIn(metadata)
    const headings = columnsOf(metadata.schema).map((column) => ({ heading: column.name, isTaken: !isUnread(column) }))
    const head = headings.flatMap(({ heading, isTaken }) => (isTaken ? [heading] : []))
    const besides = headings.flatMap(({ heading, isTaken }) => (isTaken ? [] : [heading]))
    tellApart(metadata)
    const columns = columnsOf(metadata.schema).filter((column) => !isUnread(column))
    if (columns.length === 0) return refuse({ code: 'import-empty' })
    asWhole(metadata.schema)
    const total = Number(metadata.num_rows)
    if (total === 0) return refuse({ code: 'import-empty' })
    const packed = metadata.row_groups.flatMap((group) => group.columns.flatMap((one) => one.meta_data?.codec ?? []))
    const strange = packed.find((codec) => !UNPACKED.has(codec))
    if (strange !== undefined)
      return refuse({
        code: 'import-other-format',
        data: { name, format: `Parquet (${strange})`, instead: 'Parquet (Snappy, ZSTD, GZIP)' },
      })
    // how its pages are packed is known to be readable before anything is shown of it
    const read = (rowStart: number, rowEnd: number) =>
      // texts are made here, for a decimal of bytes is left as they are
      parquetReadObjects({ file, metadata, columns: columns.map((one) => one.name), rowStart, rowEnd, compressors, parsers, utf8: false })
    await read(0, 1)
    const heights = { seen: false }
    const readers = columns.map((column) => {
      const shape = shapes.get(column.name)
      return shape === undefined
        ? readerOf(column)
        : (value: unknown) => {
            heights.seen ||= hasHeights(value, shape.kind)
            return shapeCell(value, shape.kind)
          }
    })
    const slices = slicesOf(
      metadata.row_groups.map((group) => Number(group.num_rows)),
      columns.length,
    )
    const shaped = columns.flatMap(({ name: column }, at) => {
      const shape = shapes.get(column)
      return shape === undefined ? [] : [{ at, crs: shape.crs }]
    })
    const [firstShape] = shaped
    async function* pieces(): ReturnType<Source['pieces']> & AsyncGenerator<{ rows: readonly SourceRow[]; bytes: number }> {
      const rest = rests()
      for (const [from, to] of slices) {
        const records = await read(from, to)
        for (let rowStart = from; rowStart < to; rowStart += AT_ONCE) {
          const rowEnd = Math.min(to, rowStart + AT_ONCE)
          const rows = records.slice(rowStart - from, rowEnd - from).map((record, i): SourceRow => {
            const cells = columns.map((column, j) => readers[j]?.(record[column.name]) ?? '')
            return { at: rowStart + i + 1, cells, bad: null }
          })
          yield { bytes: Math.floor((file.byteLength * rowEnd) / total), rows }
          if (rest.isDue()) await rest.take()
        }
      }
    }
    return ok({
      ...recordSource('parquet', head, pieces),
      heights: () => heights.seen,
      ...(besides.length === 0 ? {} : { besides }),
      ...(firstShape === undefined ? {} : { crs: firstShape.crs, shapes: shaped.map(({ at }) => at), said: shaped }),
    })
  } catch {
    return refuse({ code: 'import-unreadable', data: { name, format: 'Parquet' } })
  }
}

/** Of kinds that the library does not read: the columns beside them are taken, and they are told. */
const isUnread = ({ converted_type: kind, children }: ParquetColumn): boolean =>
  kind === 'INTERVAL' || kind === 'BSON' || children.some(isUnread)

/** Records are read by the names of their columns: the second of one name gets one that no heading has. */
function tellApart({ schema, row_groups: groups }: FileMetaData): void {
  const met = new Set<string>()
  let leaf = -1
  let own: string | null = null
  let until = 0
  for (const [at, column] of schema.entries()) {
    if (at === 0) continue
    if (at >= until) {
      until = at + 1
      own = met.has(column.name) ? `${column.name}\0${at}` : null
      met.add(column.name)
      if (own !== null) column.name = own
    }
    until += column.num_children ?? 0
    if (column.num_children !== undefined) continue
    leaf += 1
    if (own !== null) for (const { columns } of groups) columns[leaf]?.meta_data?.path_in_schema.splice(0, 1, own)
  }
}

/** @param kind of columns that are lists and structures of x and y themselves; null: they are WKB */
function shapeCell(value: unknown, kind: Geometry['type'] | null): Cell {
  if (value === null || value === undefined) return ''
  if (kind === null) return value instanceof Uint8Array ? wkbText(value) : '?'
  const geometry = geometryOf({ type: kind, coordinates: paired(value) })
  return geometry === null ? '?' : toWkt(geometry)
}

/** [DAT-128] */
function hasHeights(value: unknown, kind: Geometry['type'] | null): boolean {
  if (kind === null) return value instanceof Uint8Array && wkbSaysHeights(value)
  let first = value
  while (Array.isArray(first)) first = first[0]
  return isRecord(first) && typeof first['z'] === 'number'
}

const paired = (given: unknown): unknown => (Array.isArray(given) ? given.map(paired) : isRecord(given) ? [given['x'], given['y']] : given)

/** @source geoparquet.org 1.1, encoding: of GeoArrow */
const NATIVE: ReadonlyMap<string, Geometry['type']> = new Map([
  ['point', 'Point'],
  ['linestring', 'LineString'],
  ['polygon', 'Polygon'],
  ['multipoint', 'MultiPoint'],
  ['multilinestring', 'MultiLineString'],
  ['multipolygon', 'MultiPolygon'],
])

type Shape = {
  /** Null: of none known here. */
  readonly crs: string | null
  readonly kind: Geometry['type'] | null
}

/**
 * Columns of shapes, each with the system it is in.
 *
 * @source geoparquet.org 1.1: without `crs` it is OGC:CRS84, with null it is not known; Parquet's own GEOMETRY likewise
 */
function shapesIn({ key_value_metadata: said, schema }: FileMetaData): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const { name, logical_type: logical } of schema)
    if (logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY') shapes.set(name, { crs: named(logical.crs), kind: null })
  const geo: unknown = JSON.parse(said?.find((one) => one.key === 'geo')?.value ?? '{}')
  const columns = isRecord(geo) && isRecord(geo['columns']) ? geo['columns'] : {}
  for (const [name, column] of Object.entries(columns)) {
    if (!isRecord(column)) continue
    const { crs } = column
    const id = isRecord(crs) ? (isRecord(crs['id']) ? crs['id'] : Array.isArray(crs['ids']) ? crs['ids'][0] : null) : null
    const known = crs === undefined ? 'OGC:CRS84' : isRecord(id) ? `${id['authority']}:${id['code']}` : ''
    shapes.set(name, { crs: named(known), kind: NATIVE.get(String(column['encoding']).toLowerCase()) ?? null })
  }
  return shapes
}

function named(said: string | undefined): string | null {
  const crs = said === undefined ? DEGREES : /^EPSG:\d+$/i.test(said) ? crsOfNumber(Number(said.slice(5))) : crsOfUrn(said)
  return crs === null ? null : crsName(crs)
}
