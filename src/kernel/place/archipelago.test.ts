import { expect, test } from 'vitest'
import { archipelagoAt } from './archipelago.ts'

test.each([
  ['Phú Lâm', 112.34, 16.84, 'Quần đảo Hoàng Sa'],
  ['Tri Tôn', 111.2, 15.783, 'Quần đảo Hoàng Sa'],
  ['Trường Sa Lớn', 111.92, 8.645, 'Quần đảo Trường Sa'],
  ['Song Tử Tây', 114.33, 11.43, 'Quần đảo Trường Sa'],
  ['Phú Quý, of the mainland’s province', 108.94, 10.53, null],
  ['Lý Sơn', 109.12, 15.38, null],
  ['between the two', 112, 14, null],
])('[PLA-16] %s is known by the limits of its archipelago', (_, longitude, latitude, name) => {
  expect(archipelagoAt(longitude, latitude)).toBe(name)
})
