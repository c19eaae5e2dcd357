import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { crsName } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfPrj } from '../../../kernel/dataset/shape/crs-said.ts'
import { type Dbf, openDbf } from './dbf.ts'
import { GEOMETRY, inPieces, recordSource } from './records.ts'
import { countShapes, shapesOf, shapeText } from './shp.ts'
import type { Source } from './source.ts'
import { openZip, type Pieces, type Zip } from './zip.ts'

/**
 * A zipped Shapefile: the shapes of its .shp with the rows of its .dbf; of several the one that was chosen, or the largest. Both are
 * gone through once before anything is shown of it, and then read together, a row at a time. [DAT-17] [DAT-6]
 *
 * @source ESRI Shapefile Technical Description, July 1998
 */
export async function shapefileSource(path: string, name: string, part: string | null): Promise<Result<Source, Refusal>> {
  const zip = await openZip(path)
  if (zip === null) return refuse({ code: 'import-unreadable', data: { name, format: 'ZIP' } })
  try {
    const layers = await layersIn(zip)
    const best = layers.find((one) => one.name === part) ?? layers.toSorted((a, b) => b.shapes - a.shapes)[0]
    if (best === undefined) return refuse({ code: 'import-zip-without-shape', data: { name } })
    const rows = await zip.pieces(sibling(zip, best.shp, 'dbf'))
    const cpg = (await zip.read(sibling(zip, best.shp, 'cpg')))?.toString('latin1').trim().toLowerCase() ?? null
    const table = rows === null ? null : await openDbf(rows, cpg)
    const prj = (await zip.read(sibling(zip, best.shp, 'prj')))?.toString('utf8') ?? null
    const crs = prj === null ? null : crsOfPrj(prj)
    if (table !== null && table.count > best.shapes) return refuse({ code: 'file-broken', data: { name } })
    if (best.shapes === (table?.deleted ?? 0)) return refuse({ code: 'import-empty' })
    const fields = table?.fields ?? []
    return ok({
      ...recordSource('shapefile', [...fields, GEOMETRY], () => inPieces(rowsOf(best.pieces, table))),
      encoding: table?.encoding ?? null,
      shape: fields.length,
      shapes: [fields.length],
      heights: () => best.hasHeights,
      crs: crs === null ? null : crsName(crs),
      besides: besidesIn(zip, layers),
      ...(layers.length < 2 ? {} : { parts: layers.map((one) => ({ name: one.name, rows: one.shapes })), part: best.name }),
    })
  } catch (error) {
    if (error instanceof RangeError) return refuse({ code: 'import-unreadable', data: { name, format: 'Shapefile' } })
    throw error
  } finally {
    await zip.close()
  }
}

async function* rowsOf(shp: Pieces, table: Dbf | null): AsyncGenerator<SourceRow> {
  const rows = table?.rows()
  const none = table?.fields.map(() => '') ?? []
  let at = 0
  try {
    for await (const record of shapesOf(shp)) {
      at += 1
      const row = await rows?.next()
      const cells = row === undefined || row.done === true ? none : row.value
      // marked as deleted, until some program packs the file
      if (cells !== null) yield { at, cells: [...cells, shapeText(record)], bad: null }
    }
  } finally {
    await rows?.return(undefined)
  }
}

type Layer = {
  readonly name: string
  readonly shp: string
  readonly pieces: Pieces
  readonly shapes: number
  readonly hasHeights: boolean
}

/** What a program of Apple packs beside every file is none. @throws RangeError: together they are more than is gone through */
async function layersIn(zip: Zip): Promise<readonly Layer[]> {
  const layers: Layer[] = []
  let left = MOST_BYTES
  for (const shp of zip.names.filter((one) => /\.shp$/i.test(one) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(one)).slice(0, MOST_LAYERS)) {
    const pieces = await zip.pieces(shp)
    if (pieces === null) continue
    const counted = await countShapes(async function* () {
      for await (const piece of pieces()) {
        left -= piece.length
        if (left < 0) throw new RangeError('more than is gone through')
        yield piece
      }
    })
    layers.push({ name: shp.replace(/^.*\/|\.shp$/gi, ''), shp, pieces, ...counted })
  }
  return layers
}
const MOST_LAYERS = 50
/** Of all layers, unpacked: fifty may be the same bytes of the zip. */
const MOST_BYTES = 4_000_000_000

/** Files of the zip that belong to none of its layers. */
function besidesIn(zip: Zip, layers: readonly Layer[]): readonly string[] {
  const own = layers.map(({ shp }) => shp.replace(/shp$/i, '').toLowerCase())
  const isOwn = (name: string): boolean => own.some((stem) => name.toLowerCase().startsWith(stem) && OF_LAYER.test(name.slice(stem.length)))
  return zip.names.filter((one) => !one.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(one) && !isOwn(one))
}
/** What programs write beside a .shp: its table, index, letters, system; what is said of it may stand behind. */
const OF_LAYER = /^(?:shp|shx|dbf|prj|cpg|cst|sbn|sbx|qix|qpj|qmd|fbn|fbx|ain|aih|atx|ixs|mxs|shp\.xml)$/i

/** @returns the name of the file beside it; empty: there is none */
function sibling(zip: Zip, shp: string, ending: string): string {
  const wanted = shp.replace(/shp$/i, ending).toLowerCase()
  return zip.names.find((one) => one.toLowerCase() === wanted) ?? ''
}
