import { DatabaseSync } from 'node:sqlite'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { crsName } from '../../kernel/dataset/crs.ts'
import { crsOfNumber } from '../../kernel/dataset/crs-said.ts'
import { toWkt } from '../../kernel/dataset/geometry.ts'
import { readWkb } from '../../kernel/dataset/wkb.ts'
import { cellOf, recordSource } from './json.ts'
import type { Source } from './source.ts'

/**
 * The layer of a GeoPackage that was chosen, or has most rows, read through SQLite, which is what it is. [DAT-17]
 *
 * @source OGC 12-128r18: contents (1.1.3), geometry columns (2.1.5), the head of a geometry (2.1.3)
 */
export function gpkgSource(path: string, name: string, part: string | null): Result<Source, Refusal> {
  let db: DatabaseSync
  try {
    db = new DatabaseSync(path, { readOnly: true })
    const layers = db.prepare("select table_name as name from gpkg_contents where data_type in ('features', 'attributes')").all()
    const sized = layers.map((layer) => {
      const table = String(layer['name'])
      return { table, rows: Number(db.prepare(`select count(*) as n from ${quoted(table)}`).get()?.['n'] ?? 0) }
    })
    const best = sized.find(({ table }) => table === part) ?? sized.toSorted((a, b) => b.rows - a.rows)[0]
    if (best === undefined || best.rows === 0) {
      db.close()
      return refuse({ code: 'import-empty' })
    }
    const held = db.prepare('select * from gpkg_geometry_columns where table_name = ?').get(best.table)
    const geometry = held?.['column_name']
    const crs = crsOfNumber(Number(held?.['srs_id'] ?? Number.NaN))
    const head = db
      .prepare(`pragma table_info(${quoted(best.table)})`)
      .all()
      .map((column) => String(column['name']))
    db.close()
    return ok({
      ...recordSource('gpkg', head, []),
      parts: sized.map(({ table, rows }) => ({ name: table, rows })),
      part: best.table,
      ...(geometry === undefined ? {} : { crs: crs === null ? null : crsName(crs) }),
      async *pieces() {
        const reader = new DatabaseSync(path, { readOnly: true })
        try {
          let rows: { at: number; cells: readonly string[]; bad: null }[] = []
          let at = 0
          for (const row of reader.prepare(`select * from ${quoted(best.table)}`).iterate()) {
            at += 1
            rows.push({ at, cells: head.map((column) => (column === geometry ? shape(row[column]) : cellOf(row[column]))), bad: null })
            if (rows.length < 1000) continue
            yield { bytes: 0, rows }
            rows = []
          }
          yield { bytes: 0, rows }
        } finally {
          reader.close()
        }
      },
    })
  } catch {
    return refuse({ code: 'import-unreadable', data: { name, format: 'GeoPackage' } })
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const ENVELOPES = [0, 32, 48, 48, 64]

/** «GP», version, flags, system of coordinates, envelope, and then WKB. */
function shape(blob: unknown): string {
  if (!(blob instanceof Uint8Array) || blob[0] !== 0x47 || blob[1] !== 0x50) return ''
  const flags = blob[3] ?? 0
  if ((flags & 16) !== 0) return ''
  const geometry = readWkb(blob.subarray(8 + (ENVELOPES[(flags >> 1) & 7] ?? 0)))
  return geometry === null ? '?' : toWkt(geometry)
}
