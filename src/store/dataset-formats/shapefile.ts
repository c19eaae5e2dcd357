import { decode, decodeAs, type LegacyEncoding } from '../../base/encoding/encoding.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { crsName } from '../../kernel/dataset/crs.ts'
import { crsOfPrj } from '../../kernel/dataset/crs-said.ts'
import { type Geometry, type Position, toWkt } from '../../kernel/dataset/geometry.ts'
import { GEOMETRY, recordSource } from './json.ts'
import type { Source } from './source.ts'
import { openZip, type Zip } from './zip.ts'

/**
 * A zipped Shapefile: the shapes of its .shp with the rows of its .dbf, whose letters are those its .cpg says, or those under
 * which its words are Vietnamese. [DAT-17]
 *
 * @source ESRI Shapefile Technical Description, July 1998; dBASE III
 */
export async function shapefileSource(path: string, name: string): Promise<Result<Source, Refusal>> {
  const zip = await openZip(path)
  if (zip === null) return refuse({ code: 'import-unreadable', data: { name, format: 'ZIP' } })
  try {
    const shp = zip.names.find((one) => /\.shp$/i.test(one))
    if (shp === undefined) return refuse({ code: 'import-zip-without-shape', data: { name } })
    const beside = (ending: string): Promise<Buffer | null> => sibling(zip, shp, ending)
    const shapes = readShapes((await zip.read(shp)) ?? Buffer.alloc(0))
    const dbf = await beside('dbf')
    const cpg = (await beside('cpg'))?.toString('latin1').trim().toLowerCase() ?? null
    const table = dbf === null ? { encoding: null, fields: [], rows: [] } : readDbf(dbf, cpg)
    const prj = (await beside('prj'))?.toString('utf8') ?? null
    const crs = prj === null ? null : crsOfPrj(prj)
    const head = [...table.fields, GEOMETRY]
    const records = shapes.map((shape, i) => ({
      ...Object.fromEntries(table.fields.map((field, j) => [field, table.rows[i]?.[j] ?? ''])),
      [GEOMETRY]: shape === null ? null : toWkt(shape),
    }))
    return records.length === 0
      ? refuse({ code: 'import-empty' })
      : ok({ ...recordSource('shapefile', head, records), encoding: table.encoding, crs: crs === null ? null : crsName(crs) })
  } catch (error) {
    if (error instanceof RangeError) return refuse({ code: 'import-unreadable', data: { name, format: 'Shapefile' } })
    throw error
  } finally {
    await zip.close()
  }
}

const sibling = (zip: Zip, shp: string, ending: string): Promise<Buffer | null> => {
  const wanted = shp.replace(/shp$/i, ending).toLowerCase()
  return zip.read(zip.names.find((one) => one.toLowerCase() === wanted) ?? '')
}

function readShapes(shp: Buffer): readonly (Geometry | null)[] {
  const shapes: (Geometry | null)[] = []
  for (let at = 100; at + 12 <= shp.length; ) {
    const length = shp.readInt32BE(at + 4) * 2
    if (length < 4) throw new RangeError('record')
    shapes.push(readShape(shp.subarray(at + 8, at + 8 + length)))
    at += 8 + length
  }
  return shapes
}

function readShape(record: Buffer): Geometry | null {
  const kind = record.readInt32LE(0) % 10
  const position = (at: number): Position => [record.readDoubleLE(at), record.readDoubleLE(at + 8)]
  if (kind === 1) return { type: 'Point', coordinates: position(4) }
  if (kind === 8)
    return { type: 'MultiPoint', coordinates: Array.from({ length: record.readInt32LE(36) }, (_, i) => position(40 + i * 16)) }
  if (kind !== 3 && kind !== 5) return null
  const parts = record.readInt32LE(36)
  const points = record.readInt32LE(40)
  const starts = Array.from({ length: parts }, (_, i) => record.readInt32LE(44 + i * 4))
  const base = 44 + parts * 4
  const lines = starts.map((start, i) =>
    Array.from({ length: (starts[i + 1] ?? points) - start }, (_, j) => position(base + (start + j) * 16)),
  )
  if (kind === 3) return { type: 'MultiLineString', coordinates: lines }
  // an outer ring runs clockwise, and a hole follows the ring it is in
  const polygons: Position[][][] = []
  for (const ring of lines) {
    const last = polygons.at(-1)
    if (last === undefined || area(ring) <= 0) polygons.push([ring])
    else last.push(ring)
  }
  return { type: 'MultiPolygon', coordinates: polygons }
}

/** Twice the area; below zero: clockwise. */
const area = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)

type Table = { readonly encoding: string | null; readonly fields: readonly string[]; readonly rows: readonly (readonly string[])[] }

function readDbf(dbf: Buffer, cpg: string | null): Table {
  const count = dbf.readUInt32LE(4)
  const start = dbf.readUInt16LE(8)
  const size = dbf.readUInt16LE(10)
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
  const rows = Array.from({ length: count }, (_, i) => {
    const row = dbf.subarray(start + i * size, start + (i + 1) * size)
    return fields.map(({ type, from: at, length }) => {
      const cell = text(row.subarray(at, at + length))
        .replaceAll('\0', '')
        .trim()
      if (type === 'D') return /^\d{8}$/.test(cell) ? `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}` : cell
      if (type === 'L') return /^[YyTt]$/.test(cell) ? 'true' : /^[NnFf]$/.test(cell) ? 'false' : ''
      return /^\*+$/.test(cell) ? '' : cell
    })
  })
  return { encoding, fields: fields.map(({ name }) => text(name)), rows }
}

/** By what the file says, where it says what can be; else by the words. */
function lettersOf(sample: Buffer, cpg: string | null): { readonly encoding: string; readonly text: (bytes: Buffer) => string } {
  const said = cpg === null ? null : /utf-?8/.test(cpg) ? 'utf-8' : /1258/.test(cpg) ? 'windows-1258' : null
  const isUtf8 = !new TextDecoder('utf-8').decode(sample).includes('\ufffd')
  if (said === 'utf-8' || (said === null && isUtf8)) return { encoding: 'utf-8', text: (bytes) => new TextDecoder('utf-8').decode(bytes) }
  const legacy: LegacyEncoding | null = said === 'windows-1258' ? said : (decode(sample.filter((byte) => byte !== 0))?.legacy ?? null)
  if (legacy !== null) return { encoding: legacy, text: decodeAs[legacy] }
  return { encoding: 'windows-1252', text: (bytes) => new TextDecoder('windows-1252').decode(bytes) }
}
