import { expect, test } from 'vitest'
import { readDayList } from './day-list.ts'

const run = ['2027-02-05', '2027-02-06', '2027-02-07']

test.each([
  ['01/01/2027', ['2027-01-01']],
  ['ngày 1/1/2027; 2027-01-02', ['2027-01-01', '2027-01-02']],
  ['05/02/2027 – 07/02/2027', run],
  ['05/02/2027 - 07/02/2027', run],
  ['05/02/2027-07/02/2027', run],
  ['từ ngày 5/2/2027 đến hết ngày 7/2/2027', run],
  ['2027-02-05 đến 2027-02-07\n\n30/04/2027, 3/5/2027\n', [...run, '2027-04-30', '2027-05-03']],
  ['', []],
])('[PER-13] %s', (text, days) => {
  expect(readDayList(text)).toEqual({ days })
})

test.each(['31/02/2027', 'mồng một Tết', '07/02/2027 – 05/02/2027', '01/01/2027 – 31/12/2027', '1/1/20277', '5/2/2027 – '])(
  '[PER-13] %s is no list of days, and the piece is named',
  (text) => {
    expect(readDayList(`01/01/2027\n${text}`)).toEqual({ bad: text.trim() })
  },
)
