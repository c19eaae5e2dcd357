import { expect, test } from 'vitest'
import { moreIn } from './whole-file.ts'

// 27-11-2026: a table with a column left empty for the eye closed its file to everybody
test('[DAT-120] parts that lie in the table that was taken are no more than it; a table beside it, or in another sheet, is', () => {
  const more = (part: string, parts: readonly { name: string; rows: number; beside?: true }[]) => moreIn({ parts, part }, false, false)
  const csv = [
    { name: 'A:E', rows: 9 },
    { name: 'A:B', rows: 9, beside: true as const },
    { name: 'D:E', rows: 9, beside: true as const },
  ]
  expect([more('A:E', csv), more('A:B', csv)]).toEqual([[], ['parts']])
  const book = [
    { name: 'T1!A:E', rows: 9 },
    { name: 'T1!A:B', rows: 9, beside: true as const },
  ]
  expect(more('T1!A:E', book)).toEqual([])
  expect(
    more('T1', [
      { name: 'T1', rows: 9 },
      { name: 'T1!A:B', rows: 9, beside: true },
      { name: 'T2', rows: 1 },
    ]),
  ).toEqual(['parts'])
  expect(
    more('T1', [
      { name: 'T1', rows: 9 },
      { name: 'T2', rows: 0 },
      { name: 'T2!A:B', rows: 1, beside: true },
    ]),
  ).toEqual(['parts'])
})
