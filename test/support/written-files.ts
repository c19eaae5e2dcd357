import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Builder } from 'flatbuffers'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { zipOf } from './office-files.ts'

/** The same rows in the formats that other programs write, and nobody takes along from here. */
export type Written = {
  readonly ma: string
  readonly ten: string | null
  readonly so: number | null
  readonly nguyen: number | null
  readonly ngay: string | null
  /** ISO 8601, with its fraction. */
  readonly luc: string | null
  readonly dung: boolean | null
  readonly x: number
  readonly y: number
}

const HEAD = ['ma', 'ten', 'so', 'nguyen', 'ngay', 'luc', 'dung'] as const
const wktOf = ({ x, y }: Written): string => `POINT(${x} ${y})`

/** Little-endian WKB of a point. */
export function wkbPoint(x: number, y: number, z?: number): Uint8Array {
  const bytes = Buffer.alloc(z === undefined ? 21 : 29)
  bytes.writeUInt8(1, 0)
  bytes.writeUInt32LE(z === undefined ? 1 : 1001, 1)
  if (z !== undefined) bytes.writeDoubleLE(z, 21)
  bytes.writeDoubleLE(x, 5)
  bytes.writeDoubleLE(y, 13)
  return bytes
}

function tsv(rows: readonly Written[]): Uint8Array {
  const cell = (value: unknown): string => {
    const text = value === null ? '' : String(value)
    return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = rows.map((row) => [...HEAD.map((name) => row[name]), wktOf(row)].map(cell).join('\t'))
  return Buffer.from(`\ufeff${[[...HEAD, 'vi_tri'].join('\t'), ...lines].join('\r\n')}\r\n`, 'utf16le')
}

const ndjson = (rows: readonly Written[]): Uint8Array =>
  Buffer.from(rows.map(({ x, y, ...row }) => JSON.stringify({ ...row, vi_tri: `POINT(${x} ${y})` })).join('\n'))

const microsOf = (iso: string): bigint =>
  BigInt(Date.parse(`${iso.slice(0, 19)}Z`)) * 1000n + BigInt((/\.(\d+)/.exec(iso)?.[1] ?? '').padEnd(6, '0'))

function parquet(rows: readonly Written[]): Uint8Array {
  const column = <K extends keyof Written>(name: K) => rows.map((row) => row[name])
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: 'ma', data: column('ma') },
      { name: 'ten', data: column('ten') },
      { name: 'so', data: column('so') },
      { name: 'nguyen', data: column('nguyen') },
      { name: 'ngay', data: column('ngay').map((day) => (day === null ? null : new Date(`${day}T00:00:00Z`))) },
      { name: 'luc', data: column('luc').map((at) => (at === null ? null : microsOf(at))) },
      { name: 'dung', data: column('dung') },
      { name: 'vi_tri', data: rows.map(({ x, y }) => wkbPoint(x, y)) },
    ],
    schema: [
      { name: 'root', num_children: 8 },
      { name: 'ma', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'ten', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'so', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
      { name: 'nguyen', type: 'INT32', repetition_type: 'OPTIONAL' },
      { name: 'ngay', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
      { name: 'luc', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' },
      { name: 'dung', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
      { name: 'vi_tri', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
    ],
    kvMetadata: [{ key: 'geo', value: JSON.stringify({ columns: { vi_tri: { encoding: 'WKB' } } }) }],
  })
  return new Uint8Array(bytes)
}

function gpkg(rows: readonly Written[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-gpkg-'))
  const path = join(folder, 'a.gpkg')
  try {
    const db = new DatabaseSync(path)
    db.exec(`
      create table gpkg_contents (table_name text, data_type text);
      create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
      create table lop (ma text, ten text, so real, nguyen integer, ngay date, luc datetime, dung boolean, vi_tri point);
      insert into gpkg_contents values ('lop', 'features');
      insert into gpkg_geometry_columns values ('lop', 'vi_tri', 4326)`)
    const add = db.prepare('insert into lop values (?, ?, ?, ?, ?, ?, ?, ?)')
    for (const row of rows)
      add.run(
        row.ma,
        row.ten,
        row.so,
        row.nguyen,
        row.ngay,
        row.luc,
        row.dung === null ? null : Number(row.dung),
        Buffer.concat([Buffer.from([0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0]), wkbPoint(row.x, row.y)]),
      )
    db.close()
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const PRJ = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'
const FIELDS = [
  ['ma', 'C', 12],
  ['ten', 'C', 200],
  ['so', 'N', 20],
  ['nguyen', 'N', 12],
  ['ngay', 'D', 8],
  ['luc', 'C', 30],
  ['dung', 'L', 1],
] as const

function shapefile(rows: readonly Written[]): Uint8Array {
  const points = rows.map(({ x, y }, i) => {
    const record = Buffer.alloc(28)
    record.writeInt32BE(i + 1, 0)
    record.writeInt32BE(10, 4)
    record.writeInt32LE(1, 8)
    record.writeDoubleLE(x, 12)
    record.writeDoubleLE(y, 20)
    return record
  })
  const width = 1 + FIELDS.reduce((sum, [, , length]) => sum + length, 0)
  const head = Buffer.alloc(32)
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(33 + FIELDS.length * 32, 8)
  head.writeUInt16LE(width, 10)
  const fields = FIELDS.map(([name, type, length]) => {
    const field = Buffer.alloc(32)
    field.write(name, 0, 'latin1')
    field.write(type, 11, 'latin1')
    field.writeUInt8(length, 16)
    return field
  })
  const lines = rows.map((row) => {
    const line = Buffer.alloc(width, 0x20)
    let at = 1
    for (const [name, type, length] of FIELDS) {
      const value = row[name]
      const text =
        value === null ? '' : type === 'D' ? String(value).replaceAll('-', '') : type === 'L' ? (value === true ? 'T' : 'F') : String(value)
      line.write(type === 'N' ? text.padStart(length) : text, at, length, 'utf8')
      at += length
    }
    return line
  })
  return zipOf({
    'lop.shp': Buffer.concat([Buffer.alloc(100), ...points]),
    'lop.dbf': Buffer.concat([head, ...fields, Buffer.from([13]), ...lines]),
    'lop.cpg': 'UTF-8',
    'lop.prj': PRJ,
  })
}

/** Numbers of the types of columns, and of the fields of the tables: header.fbs, feature.fbs of FlatGeobuf 3. */
const TYPES = { ma: 11, ten: 11, so: 10, nguyen: 5, ngay: 11, luc: 13, dung: 2 } as const

function flatGeobuf(rows: readonly Written[]): Uint8Array {
  const sized = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from(Uint32Array.of(bytes.length).buffer), bytes])
  const head = new Builder()
  const columns = HEAD.map((name) => {
    const label = head.createString(name)
    head.startObject(11)
    head.addFieldOffset(0, label, 0)
    head.addFieldInt8(1, TYPES[name], 0)
    return head.endObject()
  })
  head.startVector(4, columns.length, 4)
  for (const column of columns.toReversed()) head.addOffset(column)
  const list = head.endVector()
  const org = head.createString('EPSG')
  head.startObject(6)
  head.addFieldOffset(0, org, 0)
  head.addFieldInt32(1, 4326, 0)
  const crs = head.endObject()
  head.startObject(14)
  head.addFieldInt8(2, 1, 0)
  head.addFieldOffset(7, list, 0)
  head.addFieldInt64(8, BigInt(rows.length), 0n)
  head.addFieldInt16(9, 0, 16)
  head.addFieldOffset(10, crs, 0)
  head.finish(head.endObject())
  const features = rows.map((row) => {
    const feature = new Builder()
    feature.startVector(8, 2, 8)
    feature.addFloat64(row.y)
    feature.addFloat64(row.x)
    const xy = feature.endVector()
    feature.startObject(8)
    feature.addFieldOffset(1, xy, 0)
    const shape = feature.endObject()
    const properties = feature.createByteVector(propertiesOf(row))
    feature.startObject(3)
    feature.addFieldOffset(0, shape, 0)
    feature.addFieldOffset(1, properties, 0)
    feature.finish(feature.endObject())
    return sized(feature.asUint8Array())
  })
  return Buffer.concat([Buffer.from([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0]), sized(head.asUint8Array()), ...features])
}

function propertiesOf(row: Written): Uint8Array {
  const parts = HEAD.flatMap((name, i): readonly Buffer[] => {
    const value = row[name]
    if (value === null) return []
    const bytes = Buffer.alloc(8)
    if (typeof value === 'string') {
      bytes.writeUInt32LE(Buffer.byteLength(value))
      return [Buffer.from([i, 0]), bytes.subarray(0, 4), Buffer.from(value)]
    }
    if (typeof value === 'boolean') return [Buffer.from([i, 0, Number(value)])]
    if (TYPES[name] === 10) bytes.writeDoubleLE(value)
    else bytes.writeInt32LE(value)
    return [Buffer.from([i, 0]), bytes.subarray(0, TYPES[name] === 10 ? 8 : 4)]
  })
  return Buffer.concat(parts)
}

export const written = { tsv, ndjson, parquet, gpkg, zip: shapefile, fgb: flatGeobuf } as const
