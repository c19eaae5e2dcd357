import { expect, test } from 'vitest'
import { day } from '../period/day.ts'
import { bodiesOf } from './bodies.ts'
import { isCentral } from './central.ts'

const passings = [
  { from: 'so-khdt', to: 'so-tai-chinh-2025', at: '2025-03-01', undone: null },
  { from: 'so-tai-chinh', to: 'so-tai-chinh-2025', at: '2025-03-01', undone: null },
  { from: 'so-cu', to: 'so-khdt', at: '2010-01-01', undone: null },
  { from: 'so-tai-chinh-2025', to: 'so-kinh-te', at: '2027-01-01', undone: null },
  { from: 'so-kinh-te', to: 'so-cu', at: '2027-01-01', undone: null },
  { from: 'so-xay-dung', to: 'so-tai-chinh-2025', at: '2025-06-01', undone: '2025-09-01' },
]

test('[ACC-7] records of every body whose work came here are seen, from the day it came', () => {
  expect(bodiesOf(['so-tai-chinh-2025'], passings, day('2025-02-28'))).toEqual(['so-tai-chinh-2025'])
  expect(bodiesOf(['so-tai-chinh-2025'], passings, day('2025-03-01'))).toEqual(['so-tai-chinh-2025', 'so-khdt', 'so-tai-chinh', 'so-cu'])
})

test('[ACC-7] what came by a succession that was undone is seen until the day it was undone', () => {
  expect(bodiesOf(['so-tai-chinh-2025'], passings, day('2025-08-31'))).toContain('so-xay-dung')
  expect(bodiesOf(['so-tai-chinh-2025'], passings, day('2025-09-01'))).not.toContain('so-xay-dung')
})

test('[ACC-7] a way that leads back to its beginning ends', () => {
  expect(bodiesOf(['so-kinh-te'], passings, day('2027-01-01'))).toHaveLength(5)
})

test('[ACC-4] the centre is the committee of this locality and its office, not one of another, nor of a ward', () => {
  const body = { rank: 'so', of: 'Đà Nẵng', name: 'Văn phòng UBND thành phố' }
  const all = [
    body,
    { ...body, rank: 'province', name: 'UBND thành phố Đà Nẵng' },
    { ...body, of: 'Quảng Nam' },
    { ...body, name: 'Sở Y tế' },
    { ...body, rank: 'commune', name: 'UBND phường Hải Châu' },
  ]
  expect(all.map((one) => isCentral(one, 'Đà Nẵng'))).toEqual([true, true, false, false, false])
})
