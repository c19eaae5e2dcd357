import { expect, test } from 'vitest'
import { provinceSaid } from './province-said.ts'

const provinces = [
  { name: 'Huế', committee: 'UBND thành phố Huế' },
  { name: 'Quảng Trị', committee: 'UBND tỉnh Quảng Trị' },
  { name: 'Hà Nam', committee: 'UBND tỉnh Hà Nam' },
]

test('[TSK-57] a body outside the register is of the province that its name says', () => {
  const of = (name: string) => provinceSaid(name, provinces)
  expect(
    ['Sở Y tế thành phố Huế', 'Sở Y tế TP. Huế', 'Sở Y tế tỉnh Quảng Trị', 'Sở Y tế Quảng Trị', 'Chi cục Kiểm lâm tỉnh Hà Nam'].map(of),
  ).toEqual(['Huế', 'Huế', 'Quảng Trị', 'Quảng Trị', 'Hà Nam'])
  expect(['Bệnh viện Hà Nam', 'Sở Y tế', 'Ban Quản lý chợ đầu mối', 'Trường Quốc học Huế', 'Hà Nam'].map(of)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  // before 1-1-2025 Huế was a city of Thừa Thiên Huế
  expect(provinceSaid('UBND thành phố Huế', [{ name: 'Thừa Thiên Huế', committee: 'UBND tỉnh Thừa Thiên Huế' }])).toBe(null)
})
