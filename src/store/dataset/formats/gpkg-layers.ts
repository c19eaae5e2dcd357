import type { DatabaseSync } from 'node:sqlite'
import { endsSoon } from './gpkg-view.ts'

/**
 * Which tables and views of a GeoPackage may be asked for rows. Everybody waits while SQLite answers: what answers may be an ordinary
 * table, or a view that ends soon, and not a table that a module makes of whatever the file says. [DAT-150]
 */
export type Layers = {
  /** Those that are registered and may be read. */
  readonly sized: readonly { readonly table: string; readonly isView: boolean; readonly rows: number }[]
  /** Names of those that are not taken. */
  readonly besides: readonly string[]
}

const MOST_TABLES = 2000
const MOST_VIEWS = 50
const MOST_OF_VIEW = 10_000_000

/** @throws the tables that say what it holds are none */
export function layersIn(db: DatabaseSync): Layers {
  const known = new Map(
    db
      .prepare("select name, type, sql from sqlite_master where type in ('table', 'view')")
      .all()
      .map(({ name, type, sql }) => [folded(String(name)), { name: String(name), isView: type === 'view', sql: String(sql) }]),
  )
  for (const name of ['gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys'])
    if (known.has(name) && !isOrdinary(db, name)) throw new Error(`${name} is no table`)
  const modules = [...known.values()].filter(({ isView, sql }) => !isView && !IS_TABLE.test(sql)).map(({ name }) => name)
  const asked = [...modules, ...[...known.values()].filter(({ isView }) => isView).map(({ name }) => name)]
  const sized: Layers['sized'][number][] = []
  const met = new Set<string>()
  const registered = new Set<string>()
  let views = 0
  for (const row of db.prepare('select table_name as name, data_type as type from gpkg_contents').iterate()) {
    const table = String(row['name'])
    const held = known.get(folded(table))
    registered.add(folded(table))
    if (!['features', 'attributes'].includes(String(row['type'])) || held === undefined || met.has(folded(table))) continue
    met.add(folded(table))
    if (met.size > MOST_TABLES) break
    if (held.isView) {
      views += 1
      const others = asked.filter((name) => name !== held.name)
      if (views > MOST_VIEWS || names(held.sql, others) || !endsSoon(db, table)) continue
    } else if (!IS_TABLE.test(held.sql)) continue
    const counted = held.isView ? `(select 1 from ${quoted(table)} limit ${MOST_OF_VIEW})` : quoted(table)
    const [rows] = db.prepare(`select count(*) as n from ${counted}`).all()
    sized.push({ table, isView: held.isView, rows: Number(rows?.['n'] ?? 0) })
  }
  const taken = new Set(sized.map(({ table }) => folded(table)))
  const besides = [...known].flatMap(([at, { name, isView }]) =>
    taken.has(at) || ITS_OWN.test(name) || (isView && !registered.has(at)) || isShadow(name, modules) ? [] : [name],
  )
  return { sized, besides }
}

/** Columns of one of them, in order. `isTaken`: not one that is reckoned whenever it is read, by whatever functions. */
export const columnsIn = (
  db: DatabaseSync,
  table: string,
): readonly { readonly name: string; readonly type: string; readonly isTaken: boolean }[] =>
  db
    .prepare(`pragma table_xinfo(${quoted(table)})`)
    .all()
    .map(({ name, type, hidden }) => ({ name: String(name), type: String(type), isTaken: hidden === 0 || hidden === STORED }))

/** Reckoned when the row was written, and kept with it. @source sqlite.org/pragma.html, table_xinfo */
const STORED = 3

function isOrdinary(db: DatabaseSync, name: string): boolean {
  const held = db.prepare("select name, sql from sqlite_master where type = 'table' and lower(name) = ?").get(name)
  return held !== undefined && IS_TABLE.test(String(held['sql'])) && columnsIn(db, name).every(({ isTaken }) => isTaken)
}

/** As SQLite writes it down, whatever it was given; one of a module is «CREATE VIRTUAL TABLE». */
const IS_TABLE = /^create table /i

/** Tables of the format itself, and of how programs draw it. */
const ITS_OWN = /^(?:gpkg_|rtree_|sqlite_|layer_styles$|ogr_empty_table$)/i

/** In which a module keeps what it knows. */
const SHADOW = /_(?:data|idx|content|docsize|config|segments|segdir|stat|node|rowid|parent)$/i
const isShadow = (name: string, modules: readonly string[]): boolean =>
  SHADOW.test(name) && modules.some((one) => folded(one) === folded(name.replace(SHADOW, '')))

/**
 * Whether a view may speak of one of these. By its words, for to ask SQLite is too late: of a module it first reads the tables in which
 * that keeps what it knows, and they too may be endless views.
 */
function names(sql: string, others: readonly string[]): boolean {
  const text = folded(sql)
  const words = new Set(text.match(/[\w$\u0080-\uffff]+/g))
  return others.some((name) =>
    /^[\w$\u0080-\uffff]+$/.test(name) ? words.has(folded(name)) : /["`\]']/.test(name) || text.includes(folded(name)),
  )
}

/** As SQLite compares names. */
const folded = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
