import { expect, test } from 'vitest'
import { periodTotals, totalsSeen } from './totals.ts'

test('[DAT-65] rows that add up others are pointed out by their lines; a name that begins alike is none', () => {
  const found = (...rows: readonly (readonly string[])[]) => {
    const totals = totalsSeen()
    for (const [i, cells] of rows.entries()) totals.see({ at: i + 2, cells })
    return totals.found()
  }
  const plain = ['1', 'Sở Y tế', '10']
  expect(
    found(
      plain,
      ['2', 'Cộng đồng Hải Vân', '5'],
      ['3', 'Tổng công ty Điện lực', '7'],
      ['', 'Tổng cộng', '22'],
      ['', 'Cộng toàn tỉnh:', '22'],
    ),
  ).toEqual({
    n: 2,
    first: [
      { at: 5, value: 'Tổng cộng' },
      { at: 6, value: 'Cộng toàn tỉnh:' },
    ],
  })
  expect(found(plain, ['Cong', 'nghe', '1'])).toBeNull()
  expect(found(plain, plain, ['Tong cong', '', '1'])).toMatchObject({ n: 1 })
  // a column that says of every row whether it is a total is how rows are sorted
  expect(found(['Huế', 'Tổng số', '1'], ['Huế', 'Nam', '1'], ['Đà Nẵng', 'Tổng số', '1'])).toBeNull()
})

test('[DAT-143] a year beside its quarters holds them; years alone, a year of one quarter, and figures that add up from January on do not', () => {
  const found = (...texts: readonly string[]) => periodTotals('ky', new Map(texts.map((text, i) => [text, { at: i + 2, rows: 3 }])))
  const quarters = ['Quý I/2023', 'Quý II/2023', 'Quý III/2023', 'Quý IV/2023']
  expect(found(...quarters, 'Cả năm 2023', 'Quý I/2024', '6 tháng đầu năm 2023')).toEqual({
    n: 6,
    first: [
      { at: 6, value: 'Cả năm 2023' },
      { at: 8, value: '6 tháng đầu năm 2023' },
    ],
    periods: { column: 'ky', of: ['2023', '2023-H1'] },
  })
  expect(found(...quarters)).toBeNull()
  expect(found('Năm 2022', ...quarters)).toBeNull()
  expect(found('Quý I/2023', 'Quý I/2024', 'Năm 2023')).toBeNull()
  expect(found('Quý I/2024', '6 tháng đầu năm 2024', '9 tháng năm 2024', 'Cả năm 2024')).toBeNull()
})
