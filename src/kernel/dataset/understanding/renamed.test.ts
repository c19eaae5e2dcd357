import { expect, test } from 'vitest'
import type { Column } from '../cell/column.ts'
import { columnsChanged } from '../columns-changed.ts'
import { columnsOut, outMarks } from './columns-out.ts'
import { likelyPairs } from './likely-pairs.ts'
import { headingsOf } from './names.ts'
import { readAsBefore } from './read-as-before.ts'
import type { ReadColumn } from './reading.ts'
import { crossedIn, identities, renamedIn, type WasSaid } from './renamed.ts'

const column = (name: string, label: string, more: Partial<Column> = {}): Column => ({
  name,
  label,
  type: 'integer',
  unit: null,
  meaning: null,
  form: null,
  ...more,
})

/** The columns of a file of these headings, read as a version after those. */
function next(headings: readonly string[], before: readonly Column[], said: readonly WasSaid[] = []): readonly ReadColumn[] {
  const columns = headingsOf(headings).map(
    ({ name, label, repeated }): ReadColumn => ({
      ...column(name, label),
      asks: [],
      empty: 0,
      misfits: 0,
      examples: ['1'],
      renamed: repeated,
    }),
  )
  const names = identities(
    columns.map(({ name }) => name),
    before,
    said,
  )
  return readAsBefore(renamedIn({ columns, keys: [] }, names, before, said).columns, before)
}
const names = (columns: readonly Column[]) => columns.map(({ name, label }) => `${name}: ${label}`)

test('[DAT-98] of two columns of one heading the second is renamed and comes back under the old ones', () => {
  const first = next(['Mã', 'Tổng số', 'Tổng số'], [])
  const second = next(['Mã', 'Tổng số', 'Tổng số hộ'], first, [{ heading: 'tong_so_ho', is: 'tong_so_2' }])
  expect(second[2]).toMatchObject({ name: 'tong_so_2', headings: ['tong_so_2', 'tong_so_ho'], formerly: ['Tổng số'] })
  const third = next(['Mã', 'Tổng số', 'Tổng số hộ'], second)
  expect([names(third), columnsChanged(second, third).renamed]).toEqual([names(second), []])
  const fourth = next(['Mã', 'Tổng số', 'Tổng số'], third)
  expect(names(fourth)).toEqual(['ma: Mã', 'tong_so: Tổng số', 'tong_so_2: Tổng số'])
  const fifth = next(['Mã', 'Tổng số', 'Tổng số'], fourth)
  expect([names(fifth), columnsChanged(third, fourth).renamed, columnsChanged(fourth, fifth).renamed]).toEqual([
    names(fourth),
    [{ name: 'tong_so_2', before: 'Tổng số hộ', after: 'Tổng số' }],
    [],
  ])
})

test('[DAT-98] names that are exchanged or passed on are told; one that follows nothing of the kind is not', () => {
  const before = [column('so_nam', 'Số nam'), column('so_nu', 'Số nữ')]
  const crossed = (headings: readonly string[], said: readonly WasSaid[]) => crossedIn(identities(headings, before, said), said)
  expect(
    crossed(
      ['so_nam', 'so_nu'],
      [
        { heading: 'so_nam', is: 'so_nu' },
        { heading: 'so_nu', is: 'so_nam' },
      ],
    ),
  ).not.toBeNull()
  expect(
    crossed(
      ['so_nu', 'khac'],
      [
        { heading: 'so_nu', is: 'so_nam' },
        { heading: 'khac', is: 'so_nu' },
      ],
    ),
  ).not.toBeNull()
  expect(
    crossed(
      ['so_nam', 'khac'],
      [
        { heading: 'so_nam', is: null },
        { heading: 'khac', is: 'so_nam' },
      ],
    ),
  ).not.toBeNull()
  expect(crossed(['so_nu'], [{ heading: 'so_nu', is: 'so_nam' }])).toBeNull()
  expect(crossed(['khac', 'so_nu'], [{ heading: 'khac', is: 'so_nam' }])).toBeNull()
})

test('[DAT-98] the column that has a heading now goes before one that had it once; a file of names is read by names', () => {
  const second = next(['B'], next(['A'], []), [{ heading: 'b', is: 'a' }])
  const third = next(['B', 'A'], second)
  expect(names(third)).toEqual(['a: B', 'a_2: A'])
  expect(names(next(['A'], third))).toEqual(['a_2: A'])
  expect(names(next(['A', 'B'], third))).toEqual(['a_2: A', 'a: B'])
  expect(names(next(['a', 'a_2'], third))).toEqual(['a: B', 'a_2: A'])
  expect(names(next(['a', 'a_2', 'c'], third))).toEqual(['a: B', 'a_2: A', 'c: c'])
})

test('[DAT-98] what is said to be no column of before gets a name of none, also under a heading that names one; it stays so', () => {
  const before = [column('a', 'A'), column('a_2', 'Khác')]
  const second = next(['A'], before, [{ heading: 'a', is: null }])
  expect(names(second)).toEqual(['a_3: A'])
  expect(names(next(['A'], second))).toEqual(['a_3: A'])
})

test('[DAT-98] a label that was typed for a heading is no column renamed', () => {
  const first = [column('dan_so', 'Dân số trung bình năm')]
  const second = next(['Dân số'], first)
  expect([second[0]?.formerly, columnsChanged(first, second).renamed]).toEqual([undefined, []])
  const third = next(['Số dân'], first, [{ heading: 'so_dan', is: 'dan_so' }])
  expect([third[0]?.formerly, columnsChanged(first, third).renamed]).toEqual([
    undefined,
    [{ name: 'dan_so', before: 'Dân số trung bình năm', after: 'Số dân' }],
  ])
  expect(names(next(['Dân số'], third))).toEqual(['dan_so: Dân số'])
})

// 2026-11-28: a file that we gave out for people came in again with a new column, and without its own
test('[DAT-98] a file that bears the label a person typed is read as that column, unless its own heading stands beside it', () => {
  const first = [column('tl', 'Tỷ lệ hộ nghèo'), column('khac', 'Khác')]
  const second = next(['Tỷ lệ hộ nghèo', 'Khác'], first)
  expect([names(second), columnsChanged(first, second).renamed]).toEqual([['tl: Tỷ lệ hộ nghèo', 'khac: Khác'], []])
  expect(names(next(['TL', 'Khác'], second))).toEqual(['tl: Tỷ lệ hộ nghèo', 'khac: Khác'])
  expect(names(next(['TL', 'Tỷ lệ hộ nghèo'], first))).toEqual(['tl: Tỷ lệ hộ nghèo', 'ty_le_ho_ngheo: Tỷ lệ hộ nghèo'])
})

test('[DAT-99] a column that was renamed and left out is known by its headings, and one taken under another name is remembered no more', () => {
  const second = next(
    ['Số định danh', 'Mã'],
    [column('so_cccd', 'Số CCCD'), column('ma', 'Mã')],
    [{ heading: 'so_dinh_danh', is: 'so_cccd' }],
  )
  const out = columnsOut(second, [{ name: 'so_cccd', leftOut: true }], [])
  const before = second.filter(({ name }) => name === 'ma')
  const marks = (headings: readonly string[], of = out, said: readonly WasSaid[] = [], columns: readonly Column[] = before) => [
    ...outMarks(
      identities(
        headingsOf(headings).map(({ name }) => name),
        columns,
        said,
      ),
      [],
      of,
    ).keys(),
  ]
  expect(marks(['Số định danh', 'Mã'])).toEqual(['so_dinh_danh'])
  expect(marks(['Số CCCD', 'Mã'])).toEqual(['so_cccd'])
  expect(marks(['Số CCCD', 'Số định danh', 'Mã'])).toEqual(['so_dinh_danh'])
  const third = next(['Số định danh', 'Mã'], before).map((one, i) => (i === 0 ? { ...one, leftOut: 'before' as const } : one))
  expect(marks(['Số CCCD', 'Mã'], columnsOut(third, [], out))).toEqual(['so_cccd'])
  // left out, then taken as a column of before
  const dropped = [{ name: 'h', label: 'H', at: 1 }]
  const was = [{ heading: 'h', is: 'a' }]
  const taken = next(['H'], [column('a', 'A')], was)
  expect(marks(['H'], dropped, was, [column('a', 'A')])).toEqual(['a'])
  const now = columnsOut(taken, [{ name: 'a', leftOut: false }], dropped)
  expect([now, marks(['H'], now, [], taken)]).toEqual([[], []])
})

test('[DAT-119] likely pairs are looked for once for each heading, types only where words are alike, and not at all among very many', () => {
  let labels = 0
  let types = 0
  const many = (n: number, words: string) =>
    Array.from({ length: n }, (_, i) => {
      const one = { ...column(`${words}_${i}`, ''), asks: [], empty: 0, misfits: 0, examples: ['x'], renamed: false }
      const label = `${words} thứ ${i} của các hộ dân cư trên địa bàn`
      const counted = {
        get label() {
          labels += 1
          return label
        },
        get type() {
          types += 1
          return 'integer' as const
        },
      }
      return Object.defineProperties(one, Object.getOwnPropertyDescriptors(counted))
    })
  expect(likelyPairs(many(40, 'số lượng'), many(40, 'tổng số lượng')).size).toBe(40)
  expect([labels, types < 40 * 10]).toEqual([80, true])
  labels = 0
  expect([likelyPairs(many(60, 'số lượng'), many(60, 'tổng số lượng')).size, labels]).toEqual([0, 0])
})
