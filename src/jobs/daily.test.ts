import { expect, test } from 'vitest'
import { everyDay } from './daily.ts'

test('a day’s work is done at start when it is missing, and not again', () => {
  const done = new Set<string>()
  const job = {
    done: (day: string) => done.has(day),
    work: async (day: string) => {
      done.add(day)
    },
  }
  const fail = (error: unknown): never => {
    throw error
  }
  everyDay([job], () => '2026-11-25', fail)()
  everyDay([job], () => '2026-11-25', fail)()
  expect([...done]).toEqual(['2026-11-25'])
})
