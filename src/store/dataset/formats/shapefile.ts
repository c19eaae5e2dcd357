import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { polygonsOf } from '../../../kernel/dataset/format/rings.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { crsName } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfPrj } from '../../../kernel/dataset/shape/crs-said.ts'
import { type Geometry, type Position, toWkt } from '../../../kernel/dataset/shape/geometry.ts'
import { readDbf } from './dbf.ts'
import { GEOMETRY, inPieces, recordSource } from './records.ts'
import type { Source } from './source.ts'
import { openZip, type Zip } from './zip.ts'

/**
 * A zipped Shapefile: the shapes of its .shp with the rows of its .dbf; of several the one that was chosen, or the largest.
 * [DAT-17]
 *
 * @source ESRI Shapefile Technical Description, July 1998
 */
export async function shapefileSource(path: string, name: string, part: string | null): Promise<Result<Source, Refusal>> {
  const zip = await openZip(path)
  if (zip === null) return refuse({ code: 'import-unreadable', data: { name, format: 'ZIP' } })
  try {
    const layers = await layersIn(zip)
    const best = layers.find((one) => one.name === part) ?? layers.toSorted((a, b) => b.shapes.length - a.shapes.length)[0]
    if (best === undefined) return refuse({ code: 'import-zip-without-shape', data: { name } })
    const dbf = await sibling(zip, best.shp, 'dbf')
    const cpg = (await sibling(zip, best.shp, 'cpg'))?.toString('latin1').trim().toLowerCase() ?? null
    const table = dbf === null ? { encoding: null, fields: [], rows: [] } : readDbf(dbf, cpg)
    const prj = (await sibling(zip, best.shp, 'prj'))?.toString('utf8') ?? null
    const crs = prj === null ? null : crsOfPrj(prj)
    if (table.rows.length > best.shapes.length) return refuse({ code: 'file-broken', data: { name } })
    const rows = best.shapes.flatMap((shape, i): readonly SourceRow[] => {
      const cells = table.rows[i]
      // marked as deleted, until some program packs the file
      if (cells === null) return []
      return [{ at: i + 1, cells: [...(cells ?? table.fields.map(() => '')), shape === null ? '' : toWkt(shape)], bad: null }]
    })
    if (rows.length === 0) return refuse({ code: 'import-empty' })
    return ok({
      ...recordSource('shapefile', [...table.fields, GEOMETRY], () => inPieces(rows)),
      encoding: table.encoding,
      shape: table.fields.length,
      shapes: [table.fields.length],
      heights: () => best.hasHeights,
      crs: crs === null ? null : crsName(crs),
      besides: besidesIn(zip, layers),
      ...(layers.length < 2 ? {} : { parts: layers.map((one) => ({ name: one.name, rows: one.shapes.length })), part: best.name }),
    })
  } catch (error) {
    if (error instanceof RangeError) return refuse({ code: 'import-unreadable', data: { name, format: 'Shapefile' } })
    throw error
  } finally {
    await zip.close()
  }
}

type Layer = { readonly name: string; readonly shp: string; readonly shapes: readonly (Geometry | null)[]; readonly hasHeights: boolean }

/** What a program of Apple packs beside every file is none. */
async function layersIn(zip: Zip): Promise<readonly Layer[]> {
  const layers: Layer[] = []
  for (const shp of zip.names.filter((one) => /\.shp$/i.test(one) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(one)).slice(0, MOST_LAYERS)) {
    const bytes = (await zip.read(shp)) ?? Buffer.alloc(0)
    layers.push({ name: shp.replace(/^.*\/|\.shp$/gi, ''), shp, shapes: readShapes(bytes), hasHeights: hasHeights(bytes) })
  }
  return layers
}
const MOST_LAYERS = 50

/** Files of the zip that belong to none of its layers. */
function besidesIn(zip: Zip, layers: readonly Layer[]): readonly string[] {
  const own = layers.map(({ shp }) => shp.replace(/shp$/i, '').toLowerCase())
  const isOwn = (name: string): boolean => own.some((stem) => name.toLowerCase().startsWith(stem) && OF_LAYER.test(name.slice(stem.length)))
  return zip.names.filter((one) => !one.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(one) && !isOwn(one))
}
/** What programs write beside a .shp: its table, index, letters, system; what is said of it may stand behind. */
const OF_LAYER = /^(?:shp|shx|dbf|prj|cpg|cst|sbn|sbx|qix|qpj|qmd|fbn|fbx|ain|aih|atx|ixs|mxs|shp\.xml)$/i

const sibling = (zip: Zip, shp: string, ending: string): Promise<Buffer | null> => {
  const wanted = shp.replace(/shp$/i, ending).toLowerCase()
  return zip.read(zip.names.find((one) => one.toLowerCase() === wanted) ?? '')
}

/** Kinds are tens: 11, 13, 15, 18 have heights, 21 and on measures alone. [DAT-128] */
const hasHeights = (shp: Buffer): boolean => shp.length >= 36 && Math.floor(shp.readInt32LE(32) / 10) === 1

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
  return { type: 'MultiPolygon', coordinates: polygonsOf(lines) }
}
