import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { geometryOf, toWkt } from '../../kernel/dataset/geometry.ts'
import type { SourceRow } from '../../kernel/dataset/reading.ts'
import { readWkb } from '../../kernel/dataset/wkb.ts'
import { cellOf, recordSource } from './json.ts'
import type { Source } from './source.ts'

/** Rows of Parquet, a group of rows at a time; columns of GeoParquet as WKT. [DAT-17] */
const GROUP = 5000

export async function parquetSource(path: string, name: string): Promise<Result<Source, Refusal>> {
  try {
    const file = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(file)
    const head = metadata.schema.slice(1).flatMap((one) => (one.num_children === undefined ? [one.name] : []))
    const total = Number(metadata.num_rows)
    const geo: unknown = JSON.parse(metadata.key_value_metadata?.find((one) => one.key === 'geo')?.value ?? '{}')
    const shapes = new Set(
      typeof geo === 'object' && geo !== null && 'columns' in geo && typeof geo.columns === 'object' ? Object.keys(geo.columns ?? {}) : [],
    )
    const cell = (column: string, value: unknown): string => {
      if (!shapes.has(column)) return value instanceof Uint8Array ? new TextDecoder().decode(value) : cellOf(value)
      // the reader makes GeoJSON of what it knows as WKB
      const geometry = value instanceof Uint8Array ? readWkb(value) : geometryOf(value)
      return geometry === null ? cellOf(value) : toWkt(geometry)
    }
    return ok({
      ...recordSource('parquet', head, []),
      async *pieces() {
        for (let rowStart = 0; rowStart < total; rowStart += GROUP) {
          const rowEnd = Math.min(total, rowStart + GROUP)
          const records = await parquetReadObjects({ file, metadata, rowStart, rowEnd })
          const rows = records.map(
            (record, i): SourceRow => ({ at: rowStart + i + 1, cells: head.map((column) => cell(column, record[column])), bad: null }),
          )
          yield { bytes: Math.floor((file.byteLength * rowEnd) / total), rows }
        }
      },
    })
  } catch {
    return refuse({ code: 'import-unreadable', data: { name, format: 'Parquet' } })
  }
}
