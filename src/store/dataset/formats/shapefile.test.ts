import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { shapefileSource } from './shapefile.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienvung-shp-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A zip of one .shp. */
function zipped(shp: Buffer): string {
  const [packed, name] = [deflateRawSync(shp), Buffer.from('a.shp')]
  const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
  local.writeUInt32LE(0x0403_4b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt16LE(name.length, 28)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  const path = join(folder, `${Math.random()}.zip`)
  writeFileSync(path, Buffer.concat([local, name, packed, central, name, end]))
  return path
}

const recordOf = (content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeInt32BE(content.length / 2, 4)
  return Buffer.concat([head, content])
}
const point = Buffer.alloc(20)
point.writeInt32LE(1, 0)
point.writeDoubleLE(108.2, 4)
point.writeDoubleLE(16, 12)

// red 28-11-2026: two megabytes of points without number ended the process, and two million of them held everybody up for 7.5 s
test('[DAT-6] the shapes of a Shapefile are read one after another, and others have their turn meanwhile', async () => {
  const path = zipped(Buffer.concat([Buffer.alloc(100), ...Array.from({ length: 60_000 }, () => recordOf(point))]))
  const turns = { n: 0, isOver: false }
  const turn = (): void => {
    turns.n += 1
    if (!turns.isOver) setImmediate(turn)
  }
  const source = await shapefileSource(path, 'a.zip', null)
  setImmediate(turn)
  let rows = 0
  let most = 0
  if (source.ok)
    for await (const piece of source.value.pieces()) {
      rows += piece.rows.length
      most = Math.max(most, piece.rows.length)
    }
  turns.isOver = true
  expect([source.ok, rows, most, turns.n > 10]).toEqual([true, 60_000, 1000, true])
})

// red 28-11-2026: of parts that lie over each other a thousand points became half a million
test('[DAT-6] a shape that says more than it holds, or whose parts lie over each other, is a bad cell, and those beside it come in', async () => {
  const line = (parts: readonly number[], points: number, said = points): Buffer => {
    const bytes = Buffer.alloc(44 + parts.length * 4 + points * 16)
    bytes.writeInt32LE(3, 0)
    bytes.writeInt32LE(parts.length, 36)
    bytes.writeInt32LE(said, 40)
    for (const [i, start] of parts.entries()) bytes.writeInt32LE(start, 44 + i * 4)
    return bytes
  }
  const over = line(
    Array.from({ length: 1000 }, (_, i) => (i % 2) * 1000),
    1000,
  )
  const shapes = [point, over, line([0], 2), line([0], 2, 2_000_000_000), line([-1], 2), point.subarray(0, 8)]
  const source = await shapefileSource(zipped(Buffer.concat([Buffer.alloc(100), ...shapes.map(recordOf)])), 'a.zip', null)
  const cells: unknown[] = []
  if (source.ok) for await (const { rows } of source.value.pieces()) cells.push(...rows.map((row) => row.cells[0]))
  expect(cells).toEqual(['POINT(108.2 16)', '?', 'MULTILINESTRING((0 0,0 0))', '?', '?', '?'])
})
