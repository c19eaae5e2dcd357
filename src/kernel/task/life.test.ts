import { expect, test } from 'vitest'
import { OPERATOR } from '../access/who.ts'
import { day } from '../period/day.ts'
import { refusedAct, type Said, type Standing } from './life.ts'

const standing: Standing = {
  state: 'assigned',
  kind: 'once',
  due: day('2026-03-20'),
  percent: 0,
  askedDay: null,
  escalated: false,
  isSplit: false,
  issuedOn: day('2026-03-02'),
  saidBy: {},
  absent: 0,
  evidence: 1,
}
const said: Said = { words: null, reason: null, percent: null, day: null, document: null, files: 0 }

test('[TSK-27] finished before it was entered, and after the letter was issued, is a day of completion', () => {
  const claim = (on: string) => refusedAct('claim', standing, new Set(['lead']), OPERATOR, { ...said, day: day(on) }, day('2026-03-25'))
  expect(['2026-03-01', '2026-03-02', '2026-03-10', '2026-03-25', '2026-03-26'].map(claim)).toEqual([
    'day-outside',
    null,
    null,
    null,
    'day-outside',
  ])
})
