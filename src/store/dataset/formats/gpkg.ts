import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { wkbSaysHeights, wkbText } from '../../../kernel/dataset/format/wkb.ts'
import { crsName } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfNumber } from '../../../kernel/dataset/shape/crs-said.ts'
import { columnsIn, layersIn, quoted } from './gpkg-layers.ts'
import { cellOf, inPieces, recordSource } from './records.ts'
import type { Source } from './source.ts'

/**
 * The layer of a GeoPackage that was chosen, or has most rows, read through SQLite, which is what it is. [DAT-17]
 *
 * @source OGC 12-128r18: contents (1.1.3), geometry columns (2.1.5), the head of a geometry (2.1.3)
 */
export function gpkgSource(path: string, name: string, part: string | null): Result<Source, Refusal> {
  let db: DatabaseSync
  try {
    db = opened(path)
    const { sized, besides } = layersIn(db)
    // a view shows again what tables have
    const best =
      sized.find(({ table }) => table === part) ??
      sized.toSorted((a, b) => Number(a.isView) - Number(b.isView) || b.rows - a.rows).find(({ rows }) => rows > 0)
    if (best === undefined || best.rows === 0) {
      db.close()
      return refuse({ code: 'import-empty' })
    }
    const held = db.prepare('select column_name, srs_id from gpkg_geometry_columns where table_name = ?').get(best.table)
    const geometry = held?.['column_name']
    const crs = crsOfNumber(numberOf(db, Number(held?.['srs_id'] ?? Number.NaN)))
    const all = columnsIn(db, best.table)
    const columns = all
      .filter(({ isTaken }) => isTaken)
      .map(({ name: column, type }): GpkgColumn => {
        const isShape = geometry !== undefined && column.toLowerCase() === String(geometry).toLowerCase()
        return { name: column, is: isShape ? 'shape' : kindOf(type) }
      })
    const head = columns.map((column) => column.name)
    const reckoned = all.filter(({ isTaken }) => !isTaken).map((column) => `${best.table}.${column.name}`)
    db.close()
    const heights = { seen: false }
    return ok({
      besides: [...besides, ...reckoned],
      ...recordSource('gpkg', head, () => inPieces(rowsOf(path, best.table, columns, heights))),
      heights: () => heights.seen,
      parts: sized.map(({ table, rows }) => ({ name: table, rows })),
      part: best.table,
      shapes: columns.flatMap(({ is }, i) => (is === 'shape' ? [i] : [])),
      ...(geometry === undefined ? {} : { crs: crs === null ? null : crsName(crs) }),
    })
  } catch {
    return refuse({ code: 'import-unreadable', data: { name, format: 'GeoPackage' } })
  }
}

/** The number in the register of EPSG of a system that the file numbers in its own way. */
function numberOf(db: DatabaseSync, srs: number): number {
  try {
    const said = db.prepare(
      "select organization_coordsys_id as n from gpkg_spatial_ref_sys where srs_id = ? and upper(organization) = 'EPSG'",
    )
    return Number(said.get(srs)?.['n'] ?? srs)
  } catch {
    // without that table it is no GeoPackage to the letter, and readable all the same
    return srs
  }
}

type GpkgColumn = { readonly name: string; readonly is: 'shape' | 'truth' | 'other' }
const kindOf = (type: string): 'truth' | 'other' => (/^bool/i.test(type) ? 'truth' : 'other')

function* rowsOf(path: string, table: string, columns: readonly GpkgColumn[], heights: Heights): Generator<SourceRow> {
  const reader = opened(path)
  try {
    const all = reader.prepare(`select ${columns.map(selected).join(', ')} from ${quoted(table)}`)
    // a number beyond 2^53 is another one as a double
    all.setReadBigInts(true)
    let at = 0
    for (const row of all.iterate()) {
      at += 1
      yield { at, cells: columns.map(({ name, is }) => cellIn(row[name], is, heights)), bad: null }
    }
  } finally {
    reader.close()
  }
}

/** Whether some shape read so far had them. */
type Heights = { seen: boolean }

function cellIn(value: unknown, is: GpkgColumn['is'], heights: Heights): Cell {
  if (is === 'shape') return value === '?' ? value : shape(value, heights)
  return is === 'truth' && typeof value === 'bigint' ? { is: 'boolean', text: String(value !== 0n) } : cellOf(value)
}

/** As it lies there: a file of another program is not written to, nor is a journal made beside it. */
function opened(path: string): DatabaseSync {
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, { readOnly: true })
}

/** Of texts and bytes beyond what a cell holds not more is read than says so. In bytes, of which a letter has four at most. */
const MOST_TEXT = 4_000_004
const MOST_SHAPE = 64_000_000

function selected({ name, is }: GpkgColumn): string {
  const of = quoted(name)
  if (is === 'shape') return `case when length(${of}) > ${MOST_SHAPE} then '?' else ${of} end as ${of}`
  // counted in bytes: a text ends at U+0000 where its letters are counted, or a part of it is asked for
  const bytes = `cast(${of} as blob)`
  const text = `case when length(${bytes}) > ${MOST_TEXT} then cast(substr(${bytes}, 1, ${MOST_TEXT}) as text) else ${of} end`
  return `case typeof(${of}) when 'blob' then '(' || length(${of}) || ' byte)' when 'text' then ${text} else ${of} end as ${of}`
}

const ENVELOPES = [0, 32, 48, 48, 64]

/** «GP», version, flags, system of coordinates, envelope, and then WKB. */
function shape(blob: unknown, heights: Heights): string {
  if (!(blob instanceof Uint8Array) || blob[0] !== 0x47 || blob[1] !== 0x50) return ''
  const flags = blob[3] ?? 0
  if ((flags & 16) !== 0) return ''
  const bytes = blob.subarray(8 + (ENVELOPES[(flags >> 1) & 7] ?? 0))
  if (!heights.seen) heights.seen = wkbSaysHeights(bytes)
  return wkbText(bytes)
}
