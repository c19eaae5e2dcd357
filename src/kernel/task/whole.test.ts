import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, fromDayNumber } from '../period/day.ts'
import { type Lateness, lateness, latenesses } from './lateness.ts'
import { openStates } from './task.ts'
import { type PartStanding, wholeOf } from './whole.ts'

const asOf = day('2026-04-21')
const part = (given: Partial<PartStanding>): PartStanding => ({
  state: 'assigned',
  due: day('2026-04-15'),
  dueOriginal: day('2026-04-15'),
  closedOn: null,
  percent: 0,
  ...given,
})
const done = (on: string, given: Partial<PartStanding> = {}) => part({ state: 'done', closedOn: day(on), percent: 100, ...given })

test('[TSK-55] of two parts done in time the whole is done in time, on the day of the last, whatever day it is', () => {
  expect(wholeOf([done('2026-04-10'), done('2026-04-14')], asOf)).toEqual({
    state: 'done',
    percent: 100,
    closedOn: '2026-04-14',
    due: '2026-04-15',
    dueOriginal: '2026-04-15',
    lateness: 'done-on-time',
    latenessOriginal: 'done-on-time',
    daysLeft: null,
    daysLate: null,
  })
})

test('[TSK-55] one part done late makes it done late; a part put off leaves it open, and as late as what is open', () => {
  expect(wholeOf([done('2026-04-10'), done('2026-04-18')], asOf)).toMatchObject({
    lateness: 'done-late',
    daysLate: 3,
    closedOn: '2026-04-18',
  })
  expect(wholeOf([done('2026-04-18'), part({ due: day('2026-06-30'), state: 'acknowledged', percent: 41 })], asOf)).toMatchObject({
    state: 'active',
    percent: 70,
    closedOn: null,
    due: '2026-06-30',
    dueOriginal: '2026-04-15',
    lateness: 'in-time',
    latenessOriginal: 'overdue',
    daysLeft: 70,
  })
})

test('[TSK-55] a class that waits to be named keeps it open; what was cancelled or discarded does not', () => {
  expect(wholeOf([done('2026-04-10'), part({ state: 'confirmed' })], asOf)).toMatchObject({
    state: 'active',
    lateness: 'overdue',
    daysLate: 6,
  })
  expect(wholeOf([part({}), part({ state: 'confirmed' })], asOf)?.state).toBe('assigned')
  const cancelled = part({ state: 'cancelled', closedOn: day('2026-04-20') })
  expect(wholeOf([done('2026-04-10'), cancelled, part({ state: 'discarded' })], asOf)?.state).toBe('done')
  expect(wholeOf([cancelled, part({ state: 'discarded' })], asOf)).toMatchObject({ state: 'cancelled', closedOn: '2026-04-20' })
  expect([wholeOf([], asOf), wholeOf([part({ state: 'discarded' })], asOf)]).toEqual([null, null])
})

/** What is told first of open parts, and of closed ones. */
const ORDER: readonly Lateness[] = ['overdue', 'due-soon', 'in-time', 'done-late', 'done-on-time', 'no-due']
const days = fc.integer({ min: 20_400, max: 20_700 }).map(fromDayNumber)
const parts = fc.array(
  fc
    .record({ due: fc.option(days), closed: fc.option(fc.nat(200)), state: fc.constantFrom(...openStates) })
    .map(({ due, closed, state }) =>
      closed === null
        ? part({ due, dueOriginal: due, state })
        : part({ due, dueOriginal: due, state: 'done', closedOn: addDays(asOf, -closed) }),
    ),
  { minLength: 1, maxLength: 8 },
)

test('[TSK-55] the class of the whole is the first among those of its open parts, or of all when none is open; it is closed when all are', () => {
  expect(ORDER.toSorted()).toEqual(latenesses.toSorted())
  fc.assert(
    fc.property(parts, (given) => {
      const whole = wholeOf(given, asOf)
      const open = given.filter(({ closedOn }) => closedOn === null)
      const classes = (open.length > 0 ? open : given).map(({ due, closedOn }) => lateness(due, closedOn, asOf))
      expect(whole?.lateness).toBe(ORDER.find((one) => classes.includes(one)))
      expect([whole?.state === 'done', whole?.closedOn !== null]).toEqual([open.length === 0, open.length === 0])
      expect(wholeOf(given.toReversed(), asOf)).toEqual(whole)
    }),
  )
})
