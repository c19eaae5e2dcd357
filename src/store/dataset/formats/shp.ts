import { polygonsOf } from '../../../kernel/dataset/format/rings.ts'
import { type Geometry, type Position, toWkt } from '../../../kernel/dataset/shape/geometry.ts'
import { bytesRead } from './bytes-read.ts'
import type { Pieces } from './zip.ts'

/**
 * The shapes of a .shp, one after another: however many they are, one is held. [DAT-6]
 *
 * @source ESRI Shapefile Technical Description, July 1998
 */
/** Held at once. A shape of two million points has as much. */
const MOST_SHAPE = 32 * 1024 * 1024
const HEAD = 100

/** @throws RangeError: a shape is cut, has no length, or is larger than is held */
export async function* shapesOf(pieces: Pieces): AsyncGenerator<Buffer> {
  const bytes = bytesRead(pieces())
  try {
    await bytes.skip(HEAD)
    for (;;) {
      const head = await bytes.take(8)
      if (head.length < 8) return
      const length = lengthOf(head)
      const record = await bytes.take(length)
      if (record.length < length) throw new RangeError('cut')
      yield record
    }
  } finally {
    await bytes.close()
  }
}

/** How many there are: gone through whole, before anything is shown of it. @throws RangeError as {@link shapesOf} does */
export async function countShapes(pieces: Pieces): Promise<{ readonly shapes: number; readonly hasHeights: boolean }> {
  const bytes = bytesRead(pieces())
  try {
    const begin = await bytes.take(HEAD)
    for (let shapes = 0; ; shapes += 1) {
      const head = await bytes.take(8)
      if (head.length < 8) return { shapes, hasHeights: hasHeights(begin) }
      const length = lengthOf(head)
      if ((await bytes.skip(length)) < length) throw new RangeError('cut')
    }
  } finally {
    await bytes.close()
  }
}

function lengthOf(head: Buffer): number {
  const length = head.readInt32BE(4) * 2
  if (length < 4 || length > MOST_SHAPE) throw new RangeError('record')
  return length
}

/** Kinds are tens: 11, 13, 15, 18 have heights, 21 and on measures alone. [DAT-128] */
const hasHeights = (head: Buffer): boolean => head.length >= 36 && Math.floor(head.readInt32LE(32) / 10) === 1

/** @returns «?»: it does not hold what it says; empty: there is none */
export function shapeText(record: Buffer): string {
  try {
    const shape = readShape(record)
    return shape === null ? '' : toWkt(shape)
  } catch (error) {
    if (error instanceof RangeError) return '?'
    throw error
  }
}

function readShape(record: Buffer): Geometry | null {
  const kind = record.readInt32LE(0) % 10
  const position = (at: number): Position => [record.readDoubleLE(at), record.readDoubleLE(at + 8)]
  if (kind === 1) return { type: 'Point', coordinates: position(4) }
  if (kind === 8) {
    const points = held(record, 36, 16)
    return { type: 'MultiPoint', coordinates: Array.from({ length: points }, (_, i) => position(40 + i * 16)) }
  }
  if (kind !== 3 && kind !== 5) return null
  const parts = held(record, 36, 4)
  const points = held(record, 40, 16)
  const starts = Array.from({ length: parts }, (_, i) => record.readInt32LE(44 + i * 4))
  // parts that lie over each other would make millions of points of a few
  if (starts.some((start, i) => start < (starts[i - 1] ?? 0) || start > points)) throw new RangeError('parts')
  const base = 44 + parts * 4
  const lines = starts.map((start, i) =>
    Array.from({ length: (starts[i + 1] ?? points) - start }, (_, j) => position(base + (start + j) * 16)),
  )
  if (kind === 3) return { type: 'MultiLineString', coordinates: lines }
  return { type: 'MultiPolygon', coordinates: polygonsOf(lines) }
}

/** A number of things of so many bytes each, of which the record has as many. */
function held(record: Buffer, at: number, bytes: number): number {
  const n = record.readInt32LE(at)
  if (n < 0 || n * bytes > record.length) throw new RangeError('count')
  return n
}
