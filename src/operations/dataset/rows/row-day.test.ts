import { expect, test } from 'vitest'
import { periodOf } from './row-day.ts'

test('[DAT-126] a text has a day only where it surely is that time', () => {
  expect(['2007-08', '1997-02', '03/2024', '07-17', 'quý 2'].map((text) => periodOf(text, true))).toEqual([null, null, null, null, null])
  expect(['2007', 'Quý II/2024', '2024-03', '2024-03-31'].map((text) => periodOf(text, true)?.last)).toEqual([
    ...['2007-12-31', '2024-06-30', '2024-03-31', '2024-03-31'],
  ])
  expect(periodOf('2007-08', false)).toEqual({ first: '2007-08-01', last: '2007-08-31' })
})
