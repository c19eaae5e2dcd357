import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { type FgbHeader, MAGIC, readFgbFeature, readFgbHeader } from '../../../kernel/dataset/format/fgb.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { crsName } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfNumber } from '../../../kernel/dataset/shape/crs-said.ts'
import { toWkt } from '../../../kernel/dataset/shape/geometry.ts'
import { GEOMETRY, inPieces, recordSource } from './records.ts'
import type { Source } from './source.ts'

/**
 * Features of FlatGeobuf, one after another from the disk; the index is stepped over. The file is gone through once before
 * anything is shown of it: one that is cut short, or says more than it has, is refused whole. [DAT-46]
 */
const MOST_HEADER = 4 * 1024 * 1024
/** Held at once. A shape of two million points has as much. */
const MOST_FEATURE = 32 * 1024 * 1024
const PIECE = 1024 * 1024

export async function fgbSource(path: string, name: string): Promise<Result<Source, Refusal>> {
  const begun = await headerOf(path)
  if (begun === 'none') return refuse({ code: 'import-unreadable', data: { name, format: 'FlatGeobuf' } })
  if (begun === 'broken') return refuse({ code: 'file-broken', data: { name } })
  const { header, from } = begun
  let n = 0
  try {
    for await (const _ of features(path, from)) n += 1
  } catch (error) {
    if (error instanceof RangeError) return refuse({ code: 'file-broken', data: { name } })
    throw error
  }
  if (n === 0 && header.features === 0) return refuse({ code: 'import-empty' })
  if (header.features > 0 && n !== header.features) return refuse({ code: 'file-broken', data: { name } })
  const crs = header.epsg === null ? null : crsOfNumber(header.epsg)
  const pieces: Source['pieces'] = () => {
    let bytes = from
    async function* rows(): AsyncGenerator<SourceRow> {
      let at = 0
      for await (const feature of features(path, from)) {
        at += 1
        bytes += feature.length + 4
        yield rowOf(feature, header, at)
      }
    }
    return inPieces(rows(), () => bytes)
  }
  return ok({
    ...recordSource('flatgeobuf', [...header.columns.map((column) => column.name), GEOMETRY], pieces),
    shape: header.columns.length,
    shapes: [header.columns.length],
    heights: () => header.hasHeights,
    crs: crs === null ? null : crsName(crs),
  })
}

/** @returns `none`: it is another kind of file; `broken`: it begins like one, and is not */
async function headerOf(path: string): Promise<{ readonly header: FgbHeader; readonly from: number } | 'none' | 'broken'> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(12)
    const { bytesRead } = await file.read(start, 0, 12, 0)
    if (MAGIC.some((byte, i) => start[i] !== byte)) return 'none'
    const length = start.readUInt32LE(8)
    if (bytesRead < 12 || length > MOST_HEADER || length > size - 12) return 'broken'
    const bytes = Buffer.alloc(length)
    await file.read(bytes, 0, length, 12)
    const header = readFgbHeader(bytes)
    const from = 12 + length + header.indexSize
    return from > size ? 'broken' : { header, from }
  } catch (error) {
    if (error instanceof RangeError) return 'broken'
    throw error
  } finally {
    await file.close()
  }
}

/** @throws RangeError: the file ends in the middle of one, or one is larger than is held */
async function* features(path: string, from: number): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { start: from, highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    while (rest.length - at >= 4) {
      const size = rest.readUInt32LE(at)
      if (size > MOST_FEATURE) throw new RangeError('a feature is too large')
      if (rest.length - at - 4 < size) break
      yield rest.subarray(at + 4, at + 4 + size)
      at += 4 + size
    }
    rest = rest.subarray(at)
  }
  if (rest.length > 0) throw new RangeError('the file ends in the middle of a feature')
}

function rowOf(bytes: Uint8Array, header: FgbHeader, at: number): SourceRow {
  try {
    const { values, geometry } = readFgbFeature(bytes, header)
    const shape = geometry === null ? '' : geometry === 'unreadable' ? '?' : toWkt(geometry)
    return { at, cells: [...values, shape], bad: null }
  } catch (error) {
    if (error instanceof RangeError) return { at, cells: [], bad: 'ragged' }
    throw error
  }
}
