/**
 * Tables of FlatBuffers, read where they lie: each knows by a small table beside it which of its fields are there, and where.
 * Whatever the bytes say, nothing beyond them is read: that throws a RangeError, as `DataView` does.
 *
 * @source flatbuffers.dev, internals: offsets are little-endian and lead forward, so that no table holds itself
 */
export type FlatTable = {
  /** Null: the field is not there. Fields are counted from 0, as their schema lists them. */
  byte(field: number): number | null
  short(field: number): number | null
  int(field: number): number | null
  long(field: number): bigint | null
  text(field: number): string | null
  table(field: number): FlatTable | null
  tables(field: number): readonly FlatTable[]
  bytes(field: number): Uint8Array
  uints(field: number): readonly number[]
  doubles(field: number): readonly number[]
}

export function flatTable(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return tableAt(view, view.getUint32(0, true))
}

function tableAt(view: DataView, at: number): FlatTable {
  const fields = at - view.getInt32(at, true)
  const width = view.getUint16(fields, true)
  const find = (field: number): number | null => {
    const slot = 4 + field * 2
    const offset = slot + 2 > width ? 0 : view.getUint16(fields + slot, true)
    return offset === 0 ? null : at + offset
  }
  const read = <T>(field: number, of: (place: number) => T): T | null => {
    const place = find(field)
    return place === null ? null : of(place)
  }
  /** Where a list begins, and how many it has: all of them lie within the bytes. */
  const list = (field: number, size: number): { readonly from: number; readonly n: number } => {
    const place = find(field)
    if (place === null) return { from: 0, n: 0 }
    const from = place + view.getUint32(place, true)
    const n = view.getUint32(from, true)
    if (from + 4 + n * size > view.byteLength) throw new RangeError('a list is longer than its bytes')
    return { from: from + 4, n }
  }
  const each = <T>(field: number, size: number, of: (place: number) => T): readonly T[] => {
    const { from, n } = list(field, size)
    return Array.from({ length: n }, (_, i) => of(from + i * size))
  }
  const bytes = (field: number): Uint8Array => {
    const { from, n } = list(field, 1)
    return new Uint8Array(view.buffer, view.byteOffset + from, n)
  }
  return {
    byte: (field) => read(field, (place) => view.getUint8(place)),
    short: (field) => read(field, (place) => view.getUint16(place, true)),
    int: (field) => read(field, (place) => view.getInt32(place, true)),
    long: (field) => read(field, (place) => view.getBigUint64(place, true)),
    text: (field) => (find(field) === null ? null : new TextDecoder().decode(bytes(field))),
    table: (field) => read(field, (place) => tableAt(view, place + view.getUint32(place, true))),
    tables: (field) => each(field, 4, (place) => tableAt(view, place + view.getUint32(place, true))),
    bytes,
    uints: (field) => each(field, 4, (place) => view.getUint32(place, true)),
    doubles: (field) => each(field, 8, (place) => view.getFloat64(place, true)),
  }
}
