import { expect, test } from 'vitest'
import { type Daily, everyDay, looker } from './daily.ts'

const HOUR_MS = 3_600_000
const fail = (error: unknown): never => {
  throw error
}
/** A job that remembers the days on which it was done, and fails as often as it is told. */
const recorded = (given: { from?: number; failures?: number } = {}) => {
  const tried: string[] = []
  let failures = given.failures ?? 0
  const done = new Set<string>()
  const job: Daily = {
    ...(given.from === undefined ? {} : { from: given.from }),
    done: (day) => done.has(day),
    work: async (day) => {
      tried.push(day)
      if (failures > 0) {
        failures -= 1
        throw new Error('not yet')
      }
      done.add(day)
    },
  }
  return { job, tried }
}

test('a day’s work is done at start when it is missing, and not again', () => {
  const { job, tried } = recorded()
  const clock = () => ({ day: '2026-11-25', hour: 0, ms: 0 })
  everyDay([job], clock, fail)()
  everyDay([job], clock, fail)()
  expect(tried).toEqual(['2026-11-25'])
})

test('work of an hour waits for it, is done once, and again the next day', async () => {
  const { job, tried } = recorded({ from: 7 })
  let at = { day: '2026-11-25', hour: 6, ms: 6 * HOUR_MS }
  const look = looker([job], () => at, fail)
  await Promise.all(look())
  expect(tried).toEqual([])
  at = { ...at, hour: 7 }
  await Promise.all(look())
  await Promise.all(look())
  at = { day: '2026-11-26', hour: 9, ms: 33 * HOUR_MS }
  await Promise.all(look())
  expect(tried).toEqual(['2026-11-25', '2026-11-26'])
})

test('work that failed is tried again an hour later, and is not begun while it is under way', async () => {
  const { job, tried } = recorded({ failures: 1 })
  const told: unknown[] = []
  let ms = 0
  const look = looker(
    [job],
    () => ({ day: '2026-11-25', hour: 8, ms }),
    (error) => told.push(error),
  )
  const first = look()
  expect(look()).toEqual([])
  await Promise.all(first)
  ms = HOUR_MS - 1
  expect(look()).toEqual([])
  ms = HOUR_MS
  await Promise.all(look())
  expect([tried.length, told.length, look().length]).toEqual([2, 1, 0])
})
