import { expect, test } from 'vitest'
import { onTimeOf } from './views.ts'

test('[BRD-3] a percentage is two numbers: done on time, of what is done or overdue; what is not due yet and what has no day are in neither', () => {
  const tally = { overdue: 1, 'due-soon': 5, 'in-time': 7, 'done-on-time': 6, 'done-late': 1, 'no-due': 40 }
  expect(onTimeOf(tally)).toEqual({ n: 6, of: 8 })
  expect(onTimeOf({ ...tally, overdue: 0, 'done-on-time': 0, 'done-late': 0 })).toEqual({ n: 0, of: 0 })
})
