import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from '../cell/column.ts'
import { type TrackPoint, trackColumns, tracksIn } from './tracks.ts'

const column = (name: string, type: Column['type']): Column => ({ name, label: name, type, unit: null, meaning: null, form: null })
const hour = (n: number): string => new Date(Date.UTC(2020, 0, 1, n)).toISOString()
const point = (by: string, n: number, lon: number, lat: number): TrackPoint => ({ row: `${by}${n}`, by, time: hour(n), at: [lon, lat] })
const storm = (by: string, from: number): readonly TrackPoint[] =>
  Array.from({ length: 12 }, (_, i) => point(by, from + i * 6, 118 - i * 0.8, 12 + from / 100 + Math.sin(i)))

test('[DAT-66] what moves by short steps is a way, in the order of time whatever the rows come in', () => {
  const rows = [...storm('A', 0), ...storm('B', 300)]
  const tracks = tracksIn(rows.toReversed()) ?? []
  expect(tracks.map(({ by, points }) => [by, points.map(({ row }) => row)]).toSorted()).toEqual(
    ['A', 'B'].map((by) => [by, rows.filter((one) => one.by === by).map(({ row }) => row)]),
  )
  expect(tracks.map(({ stretches }) => stretches.length)).toEqual([1, 1])
})

test('[DAT-66] a way is parted where too long nothing is known of it', () => {
  const way = storm('A', 0)
  const [track] = tracksIn([...way.slice(0, 6), ...way.slice(6).map((one, i) => ({ ...one, time: hour(200 + i * 6) }))]) ?? []
  expect(track?.stretches.map(({ length }) => length)).toEqual([6, 6])
})

test('[DAT-66] stations, accidents of a road and several places at one time are no ways', () => {
  const times = Array.from({ length: 20 }, (_, i) => i)
  const stations = ['A', 'B'].flatMap((by, s) => times.map((n) => point(by, n, 108 + s, 16)))
  expect(tracksIn(stations)).toBe(null)
  const twice = storm('A', 0).map((one, i) => ({ ...one, time: hour(Math.floor(i / 2)) }))
  expect(tracksIn(twice)).toBe(null)
  expect(tracksIn(storm('A', 0).slice(0, 5))).toBe(null)
  expect(tracksIn([])).toBe(null)
  // many singles beside one way: the table is of something else
  expect(tracksIn([...storm('A', 0), ...times.map((n) => point(`x${n}`, n, 105 + n, 10))])).toBe(null)
  const somewhere = fc.record({ lon: fc.double({ min: 105, max: 109, noNaN: true }), lat: fc.double({ min: 10, max: 20, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(somewhere, { minLength: 60, maxLength: 60 }), (all) => {
      expect(tracksIn(all.map(({ lon, lat }, n) => point('Quốc lộ 1', n, lon, lat)))).toBe(null)
    }),
    { numRuns: 50, seed: 20_261_127 },
  )
})

test('[DAT-66] the key says which column names a way, else codes and names are tried; without a time or a place none does', () => {
  const storms = [
    column('so_hieu', 'text'),
    column('ten', 'text'),
    column('thoi_diem', 'instant'),
    column('cap', 'text'),
    column('vi_tri', 'geometry'),
  ]
  const by = (columns: readonly Column[], key: readonly string[]) => trackColumns(columns, key).map((one) => [one.by.name, one.time.name])
  expect(by(storms, ['so_hieu', 'thoi_diem'])).toEqual([['so_hieu', 'thoi_diem']])
  expect(by(storms, [])).toEqual(['so_hieu', 'ten', 'cap'].map((name) => [name, 'thoi_diem']))
  expect(by(storms, ['cap'])).toEqual(['so_hieu', 'ten'].map((name) => [name, 'thoi_diem']))
  expect([by(storms, ['so_hieu', 'ten', 'thoi_diem']), by(storms.slice(0, 4), []), by(storms.toSpliced(2, 1), [])]).toEqual([[], [], []])
})
