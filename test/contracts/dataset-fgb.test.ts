import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FgbHeader, readFgbFeature, readFgbHeader } from '../../src/kernel/dataset/format/fgb.ts'
import { onNodes } from '../support/dataset-node.ts'
import { indexedFgb, projectedFgb } from '../support/fgb-files.ts'

/** FlatGeobuf as GDAL writes it, and as nobody should. */
const HEADER = 12
const headerLength = (bytes: Uint8Array): number => Buffer.from(bytes).readUInt32LE(8)
const changed = (bytes: Uint8Array, at: number, to: readonly number[]): Uint8Array => {
  const copy = new Uint8Array(bytes)
  copy.set(to, at)
  return copy
}
/** Where the features begin, in a file without an index. */
const featuresAt = (bytes: Uint8Array): number => HEADER + headerLength(bytes)

onNodes((node) => {
  test('[DAT-46] [DAT-17] a file with an index: types, whole numbers to their last figure, holes, shapes of several parts', async () => {
    const one = await node.take('trạm.fgb', indexedFgb(), { title: 'Trạm FlatGeobuf', columns: [{ name: 'so', type: 'integer' }] })
    expect([one.current.format, one.columns.map(({ name, type }) => [name, type])]).toEqual([
      'flatgeobuf',
      [
        ['ma', 'text'],
        ['ten', 'text'],
        ['so', 'integer'],
        ['muc', 'decimal'],
        ['ngay', 'instant'],
        ['dung', 'boolean'],
        ['geometry', 'geometry'],
      ],
    ])
    const rows = await node.rows(one.id, { sort: 'ma' })
    expect(rows.map(({ ma, ten, so, muc, dung, geometry }) => [ma, ten, so, muc, dung, geometry])).toEqual([
      ['T01', 'Trạm Cẩm Lệ', '9007199254740993', 1.5, true, 'POINT(108.2016 16.0624)'],
      ['T02', 'Ái Nghĩa', 2, null, false, 'POLYGON((108 16,108.5 16,108.5 16.5,108 16),(108.3 16.1,108.4 16.1,108.4 16.2,108.3 16.1))'],
      ['T03', null, -3, -0.25, null, 'MULTIPOLYGON(((107 15,107.5 15,107.5 15.5,107 15)),((109 17,109.5 17,109.5 17.5,109 17)))'],
    ])
  })

  test('[DAT-46] [DAT-22] the system of the header is taken, and its coordinates are brought to degrees; a row may have no place', async () => {
    const first = await node.read('tọa độ.fgb', projectedFgb())
    expect([first.reading?.coordinates?.crs, first.reading?.coordinates?.from]).toEqual(['vn2000-3:107.75', 'file'])
    const done = await node.commit(first.id, { title: 'Tọa độ FlatGeobuf' })
    const [placed, without] = await node.rows(done.dataset ?? '')
    const [, east = '', north = ''] = /^POINT\(([\d.]+) ([\d.]+)\)$/.exec(String(placed?.['geometry'])) ?? []
    // as GDAL was given it, within half a millimetre
    expect([Math.abs(Number(east) - 108.2016) < 5e-9, Math.abs(Number(north) - 16.0624) < 5e-9, without?.['geometry']]).toEqual([
      true,
      true,
      null,
    ])
  })

  test.each([
    ['a file of another kind', Buffer.from('không phải'), 'import-unreadable'],
    ['one that ends within its header', projectedFgb().slice(0, 200), 'file-broken'],
    ['one cut in the middle of a feature', projectedFgb().slice(0, -7), 'file-broken'],
    ['one cut between two features', indexedFgb().slice(0, 1000), 'file-broken'],
    ['a header that is longer than the file', changed(projectedFgb(), 8, [0xff, 0xff, 0xff, 0x7f]), 'file-broken'],
    ['a header whose tables lead out of it', changed(projectedFgb(), 12, [0xf0, 0xff, 0xff, 0x7f]), 'file-broken'],
    ['a feature of four gigabytes', changed(projectedFgb(), featuresAt(projectedFgb()), [0xff, 0xff, 0xff, 0xff]), 'file-broken'],
  ])('[DAT-46] %s is refused, and says why', async (_, bytes, code) => {
    const { state, failure } = await node.read('hỏng.fgb', new Uint8Array(bytes))
    expect([state, failure?.code]).toEqual(['failed', code])
  })

  test('[DAT-46] a feature that is none is a bad row; the others are taken', async () => {
    const bytes = projectedFgb()
    // the offset of the root table of the first feature leads out of it
    const first = await node.read('một hỏng.fgb', changed(bytes, featuresAt(bytes) + 4, [0xff, 0xff, 0xff, 0x0f]))
    const waiting = await node.commit(first.id, { title: 'Một hỏng', crs: 'wgs84' })
    expect([waiting.state, waiting.rowsRead, waiting.bad.map(({ at, bad }) => [at, bad])]).toEqual(['choosing', 1, [[1, 'ragged']]])
  })
})

/** What is read of a file with one thing changed: something, or that it cannot be read; never more than it has. */
const outcome = (bytes: Uint8Array): string => {
  try {
    const header: FgbHeader = readFgbHeader(bytes.subarray(HEADER, HEADER + headerLength(projectedFgb())))
    const at = featuresAt(projectedFgb()) + 4
    readFgbFeature(bytes.subarray(at), header)
    return 'read'
  } catch (error) {
    return error instanceof RangeError ? 'refused' : String(error)
  }
}

test('[DAT-46] whatever byte of a header or a feature is another, it is read or refused, and soon', () => {
  const bytes = projectedFgb()
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 - HEADER }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
      (changes) => {
        const copy = new Uint8Array(bytes)
        for (const [at, to] of changes) copy[at + HEADER] = to
        const started = performance.now()
        expect(['read', 'refused']).toContain(outcome(copy))
        expect(performance.now() - started).toBeLessThan(1000)
      },
    ),
    { numRuns: 500 },
  )
})
