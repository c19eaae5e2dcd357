import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDay, isShortPeriod, lastDay, nextPeriod, parsePeriod, periodSign, readPeriod, writePeriod } from './period-text.ts'

const period = fc
  .tuple(fc.integer({ min: 1700, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, a, b]) => ({ year, from: Math.min(a, b), to: Math.max(a, b) }))

test.each([
  ['2024-Q1', 'Quý I/2024', 'Quý 1 năm 2024', 'quý I năm 2024', 'QUÝ I - 2024', 'Q1/2024', 'Q1-2024', 'Q.I/2024', 'Q1 2024', '2024Q1'],
  ['2024-Q1', '2024-Q1', '2024/Q1', '2024 Q1', '3 tháng đầu năm 2024', 'Quy I/2024', 'Quý IV/2024'.replace('IV', 'I'), '2024-01/2024-03'],
  ['2023-Q2', 'Quý II/2023', 'Quý 2 năm 2023', 'Quý II năm 2023', 'Quý 02/2023'],
  ['2023-Q4', 'Quý IV/2023', 'Quý 4, 2023', '3 tháng cuối năm 2023', 'quarter 4 2023'],
  ['2024-03', 'Tháng 3/2024', 'Tháng 03 năm 2024', 'tháng 3-2024', 'T3/2024', 'T03-2024', 'T.3/2024', '03/2024', '3/2024', '03-2024'],
  ['2024-03', '2024-03', '2024/3', '2024M03', '2024-M3', 'Tháng Ba năm 2024', 'Mar 2024', 'March 2024', 'Mar-2024', 'Thang 3/2024'],
  ['2024-12', 'Tháng mười hai năm 2024', 'Tháng Chạp/2024', 'T12/2024'],
  ['2024-05', 'Tháng năm năm 2024', 'Tháng 5/2024'],
  [
    '2024-H1',
    '6 tháng đầu năm 2024',
    '6 tháng năm 2024',
    'Sáu tháng đầu năm 2024',
    '6T/2024',
    '6T2024',
    'H1/2024',
    '2024H1',
    'Nửa đầu năm 2024',
  ],
  ['2024-H2', '6 tháng cuối năm 2024', 'Nửa cuối năm 2024', '2024-H2', '06 tháng cuối năm 2024'],
  ['2024-01/2024-09', '9 tháng năm 2024', '9 tháng đầu năm 2024', 'Chín tháng năm 2024', '9T/2024', '2024-01/2024-09', 'Tháng 1 - 9/2024'],
  ['2024', 'Năm 2024', 'Cả năm 2024', '12 tháng năm 2024', '2024', 'CẢ NĂM 2024'],
])('[DAT-67] %s is read of every way in which offices write it', (is, ...texts) => {
  for (const text of texts) expect([text, readPeriod(text, null)]).toEqual([text, is])
})

test.each([
  ...[
    'Vụ Đông Xuân 2023-2024',
    'Tuần 12/2024',
    'Năm học 2023-2024',
    'Giai đoạn 2021-2025',
    '2021-2025',
    'Quý V/2024',
    'Quý I',
    'Tháng 13/2024',
  ],
  ...[
    'Tháng năm 2024',
    '2023-24',
    'Sơ bộ quý I/2024',
    '20222-01',
    'Quý I/20222',
    'Quý I/1024',
    '31/12/2024',
    'T3',
    '1 tháng 2024',
    '0/2024',
  ],
  ...['15/2024', '2024-13', '2024-01/2025-03', '2024-09/2024-01', 'Q12024', '', '2024-', 'Q0/2024'],
])('[DAT-67] «%s» is no period', (text) => {
  expect(readPeriod(text, null)).toBe(null)
})

test('[DAT-138] of a year of two figures a person says the century', () => {
  expect(['03/24', 'T3/24', 'Quý I/98', 'Mar-24'].map((text) => [readPeriod(text, null), isShortPeriod(text)])).toEqual([
    [null, true],
    [null, true],
    [null, true],
    [null, true],
  ])
  expect(['03/24', 'T3/24', 'Quý I/98', 'Mar-24'].map((text) => readPeriod(text, 'my-20'))).toEqual([
    '2024-03',
    '2024-03',
    '2098-Q1',
    '2024-03',
  ])
  expect(['03/24', 'Quý I/98', '3/2024'].map((text) => readPeriod(text, 'my-pivot'))).toEqual(['2024-03', '1998-Q1', '2024-03'])
  expect(['Q1/2024', '03/2024', '2010-11', '2010-12', '03/24', 'T3/24', '24/3', '1/2/24'].map((text) => periodSign(text)?.sign)).toEqual([
    ...['marked', 'bare', 'years', 'years', 'bare-short', 'letter-short'],
    ...[undefined, undefined],
  ])
  expect(
    ['Quý I/24', 'Mar 2024', '2024-03', '2024-12', '2001-05', '1997-02', '07-17', 'May 10'].map((text) => periodSign(text)?.sign),
  ).toEqual([...['words', 'words', 'iso', 'iso', 'years', 'years', 'range', 'letter-short']])
})

test('[DAT-125] figures alone are quarters where their column has them so', () => {
  expect(['1/2024', '4/2024', '5/2024', '2024-2', 'Tháng 3/2024', 'Quý I/2024', '2/24'].map((text) => readPeriod(text, 'qy'))).toEqual([
    ...['2024-Q1', '2024-Q4', null, '2024-Q2', '2024-03', '2024-Q1', null],
  ])
  expect([readPeriod('2/24', 'qy-20'), readPeriod('2/98', 'qy-pivot'), readPeriod('2/2024', 'my')]).toEqual([
    '2024-Q2',
    '1998-Q2',
    '2024-02',
  ])
})

test('[DAT-141] what pages say in English is read again', () => {
  expect(
    [
      'First half of 2024',
      'Second half of 2024',
      'First 9 months of 2024',
      'Last 4 months of 2024',
      'Months 1–9 of 2024',
      'Months 04 to 05 of 2024',
    ].map((text) => readPeriod(text, null)),
  ).toEqual(['2024-H1', '2024-H2', '2024-01/2024-09', '2024-09/2024-12', '2024-01/2024-09', '2024-04/2024-05'])
  expect([readPeriod('Q1 2024', null), readPeriod('Year 2024', null), readPeriod('03/2024', null)]).toEqual(['2024-Q1', '2024', '2024-03'])
})

test('[DAT-67] what is written is read as the same period, which begins before it ends', () => {
  fc.assert(
    fc.property(period, (one) => {
      const text = writePeriod(one)
      expect(parsePeriod(text)).toEqual(one)
      expect(readPeriod(text, null)).toBe(text)
      const [first, last] = [firstDay(one) ?? '', lastDay(one) ?? '']
      expect([first < last, first.slice(5, 7), last.slice(5, 7)]).toEqual([
        true,
        String(one.from).padStart(2, '0'),
        String(one.to).padStart(2, '0'),
      ])
    }),
  )
  expect([firstDay({ year: 2024, from: 1, to: 3 }), lastDay({ year: 2024, from: 1, to: 2 })]).toEqual(['2024-01-01', '2024-02-29'])
  expect(writePeriod(nextPeriod({ year: 2024, from: 10, to: 12 }))).toBe('2025-Q1')
})
