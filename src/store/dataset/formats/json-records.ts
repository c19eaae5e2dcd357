import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import { crsName } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfUrn } from '../../../kernel/dataset/shape/crs-said.ts'
import { geometryOf, sayHeights, toWkt } from '../../../kernel/dataset/shape/geometry.ts'
import { esriCrs, esriRecords } from './esri-json.ts'
import { DESCRIBES, type Found, isRecord, type JsonRecord, made, Named } from './json-record.ts'
import { cubeIn, INDEX, isCount, isScalars, pxRows, tablesIn } from './json-tables.ts'
import { asJson, cellOf, GEOMETRY } from './records.ts'
import type { Source } from './source.ts'

/** Where the records of a JSON lie, and which columns they have. [DAT-17] */
/** Answers of programs wrap their records: those of CKAN lie in `result.results`, or in `result.records` beside their `fields`. */
const WRAPPED = 3
const NAMED: ReadonlySet<string> = new Set(['records', 'results', 'features', 'rows', 'items', 'data', 'value', 'values', 'observations'])

/** The lists of records that lie beside one another, the likeliest first; without any, the tables. @returns none: there are none */
export function recordsIn(read: unknown): readonly Found[] {
  const known = isRecord(read) ? (cubeIn(read) ?? pxRows(read)) : null
  if (known !== null) return [known]
  const lists = listsIn(read, WRAPPED)
  return lists.length > 0 ? lists : tablesWithin(read, '', undefined, WRAPPED)
}

/** The outermost tables, the longest first. */
function tablesWithin(read: unknown, name: string, units: unknown, within: number): readonly Found[] {
  if (!isRecord(read)) return []
  const own = tablesIn(read, name, units)
  if (own !== null || within === 0) return own === null ? [] : [own]
  return Object.entries(read)
    .flatMap(([key, value]) => tablesWithin(value, name === '' ? key : `${name}.${key}`, read[`${key}_units`], within - 1))
    .toSorted((a, b) => b.records.length - a.records.length)
    .slice(0, MOST_LISTS)
}

function listsIn(read: unknown, within: number): readonly Found[] {
  if (Array.isArray(read)) return [tableIn('', read, null) ?? { name: '', records: read, head: null }]
  if (!isRecord(read)) return []
  if (read['type'] === 'Feature') return [{ name: '', records: [read], head: null, of: { record: read, own: ['properties', 'geometry'] } }]
  const beside = headBeside(read)
  const lists = Object.entries(read).flatMap(([name, list]): readonly Found[] => {
    if (!Array.isArray(list) || DESCRIBES.has(name.toLowerCase())) return []
    const table = tableIn(name, list, beside)
    const of = { record: read, own: [name] }
    if (table !== null) return [{ ...(beside === null ? table : withIndex(table, read[INDEX])), of }]
    return list.some(isRecord) ? [{ name, records: esriRecords(read, list) ?? list, head: null, of }] : []
  })
  const isNamed = ({ name }: Found): number => (NAMED.has(name.toLowerCase().replace(/^.*\./, '')) ? 0 : 1)
  if (lists.length > 0 || within === 0) return lists.toSorted((a, b) => isNamed(a) - isNamed(b) || b.records.length - a.records.length)
  const inner = Object.entries(read).flatMap(([name, value]) =>
    isRecord(value) ? listsIn(value, within - 1).map((one) => ({ ...one, name: `${name}.${one.name}` })) : [],
  )
  return inner.toSorted((a, b) => isNamed(a) - isNamed(b) || b.records.length - a.records.length).slice(0, MOST_LISTS)
}
const MOST_LISTS = 100

/** @returns null: not all of its rows are lists, or nothing says what their cells are */
function tableIn(name: string, rows: readonly unknown[], beside: readonly string[] | null): Found | null {
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row))) return null
  if (beside !== null) return { name, records: rows, head: beside }
  const [first, ...rest] = rows
  const isHead = Array.isArray(first) && first.length > 0 && first.every((cell) => typeof cell === 'string')
  return isHead && rest.length > 0 ? { name, records: rest, head: first } : null
}

/** Names of rows, as pandas writes them beside the rows (`split`). */
function withIndex(table: Found, index: unknown): Found {
  if (table.head === null || !isScalars(index) || index.length !== table.records.length || isCount(index)) return table
  return {
    ...table,
    head: [INDEX, ...table.head],
    records: made(index.length, function* () {
      let i = 0
      for (const row of table.records) {
        yield [index[i], ...(Array.isArray(row) ? (row as readonly unknown[]) : [])]
        i += 1
      }
    }),
  }
}

function headBeside(read: JsonRecord): readonly string[] | null {
  for (const name of ['columns', 'fields', 'header', 'headers']) {
    const given = read[name]
    if (!Array.isArray(given) || given.length === 0) continue
    const names = given.map((one: unknown) => (isRecord(one) ? (one['name'] ?? one['id'] ?? one['label']) : one))
    if (names.every((one) => typeof one === 'string')) return names
  }
  return null
}

/**
 * The columns that records have together, learned from each of them, and the cells of one under these columns. A feature has its
 * properties, what it is called (`id`) where no property says the same, and its shape, whatever its properties are called.
 */
export function jsonColumns() {
  const names = new Set<string>()
  const is = { named: false, shaped: false, high: false }
  const besides = new Set<string>()
  const propertiesOf = (record: JsonRecord): JsonRecord =>
    record['type'] !== 'Feature' ? record : isRecord(record['properties']) ? record['properties'] : {}
  return {
    see(given: unknown): void {
      const [record, id] = given instanceof Named ? [given.record, given.id] : [given, isRecord(given) ? given['id'] : undefined]
      if (!isRecord(record)) return
      const properties = propertiesOf(record)
      for (const name of Object.keys(properties)) names.add(name)
      const isFeature = properties !== record
      if (isFeature) {
        is.shaped = true
        if (!is.high && isRecord(record['geometry'])) is.high = sayHeights(record['geometry'])
        for (const name of Object.keys(record)) if (!OF_FEATURE.has(name)) besides.add(name)
      }
      if (!isFeature && !(given instanceof Named)) return
      if (id !== undefined && id !== null && String(id) !== String(properties['id'])) is.named = true
    },
    head: (): readonly string[] => [...(is.named ? ['id'] : []), ...names, ...(is.shaped ? [GEOMETRY] : [])],
    shape(): Pick<Source, 'shape' | 'shapes' | 'heights'> {
      const at = names.size + (is.named ? 1 : 0)
      return is.shaped ? { shape: at, shapes: [at], heights: () => is.high } : {}
    },
    /** Members of features that are none of their columns. */
    besides: (): readonly string[] => [...besides],
    /** @returns null: it is no record */
    cells(given: unknown): readonly Cell[] | null {
      const record = given instanceof Named ? given.record : given
      if (!isRecord(record)) return null
      const properties = propertiesOf(record)
      const isFeature = properties !== record
      const own = [...names].map((name) => cellOf(Object.hasOwn(properties, name) ? properties[name] : null))
      return [
        ...(is.named ? [cellOf(given instanceof Named ? given.id : isFeature ? record['id'] : null)] : []),
        ...own,
        ...(is.shaped ? [isFeature ? shapeCell(record['geometry']) : ''] : []),
      ]
    },
  }
}

/** @source RFC 7946, 3.2; whatever else a feature has is foreign to it (6.1) */
const OF_FEATURE: ReadonlySet<string> = new Set(['type', 'id', 'geometry', 'properties', 'bbox'])

/** A geometry that no column holds stays as it is, and is a bad cell. */
function shapeCell(given: unknown): Cell {
  // coordinates with more figures than a double holds are doubles all the same
  const geometry = geometryOf(given) ?? geometryOf(JSON.parse(asJson(given ?? null) ?? 'null'))
  return geometry === null ? cellOf(given) : toWkt(geometry)
}

/** GeoJSON has degrees alone since 2016; what programs wrote before says its system in a member of its own. @returns null: of none known here */
function saidCrs(read: unknown): string | null | undefined {
  const crs = isRecord(read) ? read['crs'] : undefined
  if (!isRecord(crs) || !isRecord(crs['properties'])) return undefined
  const said = crsOfUrn(String(crs['properties']['name'] ?? ''))
  return said === null ? null : crsName(said)
}

/** What it is called, and the system of its coordinates as far as it says one. @param read what holds its records */
export function jsonKind(read: unknown): { readonly format: 'json' | 'geojson'; readonly crs?: string | null } {
  const isGeo = isRecord(read) && (read['type'] === 'FeatureCollection' || read['type'] === 'Feature')
  const crs = isGeo ? saidCrs(read) : esriCrs(read)
  return { format: isGeo ? 'geojson' : 'json', ...(crs === undefined ? {} : { crs }) }
}
