import { DESCRIBES, type Found, isRecord, type JsonRecord, made, Named } from './json-record.ts'
import { Exact } from './records.ts'

/**
 * Tables that a JSON holds otherwise than as a list of records: by columns, as records under their keys, as a cube. They are looked
 * for where there is no list, and their rows are made as they are read. [DAT-79]
 */
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null || value instanceof Exact
export const isScalars = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.every(isScalar)

/** 0, 1, 2 …: they count the rows, and say nothing of them. */
export const isCount = (keys: readonly unknown[]): boolean => keys.every((key, i) => String(key) === String(i))

export const tablesIn = (read: JsonRecord, name: string, units: unknown): Found | null =>
  byColumns(read, name, units) ?? byIndex(read, name) ?? byKey(read, name)

/** `{"time": […], "t": […]}`, as Open-Meteo and pandas (`list`) write it; the units stand beside it in `…_units`. */
function byColumns(read: JsonRecord, name: string, units: unknown): Found | null {
  const lists = Object.entries(read).flatMap(([label, list]) =>
    isScalars(list) && list.length > 0 && !DESCRIBES.has(label.toLowerCase()) ? [{ label, list }] : [],
  )
  const [length = 0] = [...Map.groupBy(lists, ({ list }) => list.length)].toSorted((a, b) => b[1].length - a[1].length)[0] ?? []
  const columns = lists.filter(({ list }) => list.length === length)
  if (columns.length < 2) return null
  const unitOf = (label: string): string => {
    const unit = isRecord(units) ? units[label] : undefined
    return typeof unit === 'string' && unit !== '' && !/^iso/i.test(unit) ? ` (${unit})` : ''
  }
  return {
    name,
    head: columns.map(({ label }) => `${label}${unitOf(label)}`),
    of: { record: read, own: columns.map(({ label }) => label) },
    records: made(length, function* () {
      for (let i = 0; i < length; i += 1) yield columns.map(({ list }) => list[i])
    }),
  }
}

/** `{"t": {"0": 1, "1": 2}, …}`, as pandas writes columns (`to_json` unless it is told otherwise): every column has the same whole numbers. */
function byIndex(read: JsonRecord, name: string): Found | null {
  const columns = Object.entries(read).flatMap(([label, cells]) => (isRecord(cells) ? [{ label, cells }] : []))
  const keys = Object.keys(columns[0]?.cells ?? {})
  const isColumn = ({ label, cells }: (typeof columns)[number]): boolean =>
    !/^\d+$/.test(label) &&
    Object.keys(cells).length === keys.length &&
    keys.every((key) => Object.hasOwn(cells, key) && isScalar(cells[key]))
  const isAll = columns.length === Object.keys(read).length && keys.length > 0 && keys.every((key) => /^\d+$/.test(key))
  if (!isAll || !columns.every(isColumn)) return null
  const own = isCount(keys) ? [] : [INDEX]
  return {
    name,
    head: [...own, ...columns.map(({ label }) => label)],
    of: { record: read, own: Object.keys(read) },
    records: made(keys.length, function* () {
      for (const key of keys) yield [...own.map(() => key), ...columns.map(({ cells }) => cells[key])]
    }),
  }
}

/** What pandas calls the names of its rows. */
export const INDEX = 'index'

/** `{"48": {…}, "49": {…}}`: records that have most of their fields in common, each under its key. */
function byKey(read: JsonRecord, name: string): Found | null {
  const entries = Object.entries(read)
  const records = entries.flatMap(([key, record]) => (isRecord(record) ? [[key, record] as const] : []))
  if (records.length < 2 || records.length < entries.length) return null
  const fields = new Map<string, number>()
  for (const [, record] of records) for (const field of Object.keys(record)) fields.set(field, (fields.get(field) ?? 0) + 1)
  const said = [...fields.values()].reduce((sum, n) => sum + n, 0)
  const isAlike = fields.size > 0 && said * 2 >= fields.size * records.length
  if (!isAlike || !records.every(([, record]) => Object.values(record).some(isScalar))) return null
  return {
    name,
    head: null,
    of: { record: read, own: entries.map(([key]) => key) },
    records: made(records.length, function* () {
      for (const [key, record] of records) yield new Named(key, record)
    }),
  }
}

/**
 * A cube of JSON-stat, a row for each figure that it has: codes, beside them what they are called, and the figure.
 *
 * @source json-stat.org 2.0, and 1.x, where the dataset has a name of its own and `dimension` holds `id` and `size`
 */
export function cubeIn(read: JsonRecord): Found | null {
  const within = Object.values(read).find((one) => isRecord(one) && isCube(one))
  const cube = isCube(read) ? read : isRecord(within) ? within : null
  const of = cube === null ? undefined : cube['dimension']
  if (cube === null || !isRecord(of)) return null
  const [ids, sizes] = [cube['id'] ?? of['id'], cube['size'] ?? of['size']]
  if (!isScalars(ids) || !isScalars(sizes) || ids.length === 0 || ids.length !== sizes.length) return null
  const dimensions = ids.map((id, i) => dimensionOf(String(id), of[String(id)], Number(sizes[i])))
  const { value } = cube
  const entries = Array.isArray(value) ? value.length : isRecord(value) ? Object.keys(value).length : 0
  return {
    name: '',
    head: [...dimensions.flatMap(({ head }) => head), 'value'],
    of: { record: cube, own: ['value', 'dimension', 'id', 'size'] },
    records: made(entries, function* () {
      for (const [at, figure] of Array.isArray(value) ? value.entries() : Object.entries(isRecord(value) ? value : {})) {
        let rest = Number(at)
        const cells: unknown[][] = []
        for (const { size, cellsAt } of dimensions.toReversed()) {
          cells.unshift(cellsAt(rest % size))
          rest = Math.floor(rest / size)
        }
        yield [...cells.flat(), figure]
      }
    }),
  }
}

const isCube = (given: unknown): boolean =>
  isRecord(given) && isRecord(given['dimension']) && (Array.isArray(given['value']) || isRecord(given['value']))

function dimensionOf(id: string, given: unknown, size: number) {
  const said = isRecord(given) ? given : {}
  const category = isRecord(said['category']) ? said['category'] : {}
  const { index, label } = category
  const names = isRecord(label) ? label : {}
  const codes = Array.isArray(index)
    ? index.map(String)
    : isRecord(index)
      ? Object.keys(index).toSorted((a, b) => Number(index[a]) - Number(index[b]))
      : Object.keys(names)
  const isNamed = codes.some((code) => names[code] !== undefined && names[code] !== code)
  const called = typeof said['label'] === 'string' && said['label'] !== id ? said['label'] : `${id} label`
  return {
    size: size > 0 ? size : 1,
    head: isNamed ? [id, called] : [id],
    cellsAt: (at: number): unknown[] => [codes[at], ...(isNamed ? [names[codes[at] ?? ''] ?? ''] : [])],
  }
}

/** What PX-Web answers with: keys and values of a row apart, under columns that are told by a code and a text. */
export function pxRows(read: JsonRecord): Found | null {
  const { columns, data } = read
  if (!Array.isArray(columns) || !Array.isArray(data) || data.length === 0) return null
  const head = columns.map((one: unknown) => (isRecord(one) ? (one['text'] ?? one['code']) : undefined))
  const isRow = (row: unknown): row is { readonly key: readonly unknown[]; readonly values: readonly unknown[] } =>
    isRecord(row) && Array.isArray(row['key']) && Array.isArray(row['values'])
  if (!head.every((one) => typeof one === 'string') || !data.every(isRow)) return null
  return {
    name: 'data',
    head,
    of: { record: read, own: ['columns', 'data'] },
    records: made(data.length, function* () {
      for (const { key, values } of data) yield [...key, ...values]
    }),
  }
}
