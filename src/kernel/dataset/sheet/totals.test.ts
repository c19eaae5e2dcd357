import { expect, test } from 'vitest'
import { totalsSeen } from './totals.ts'

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
