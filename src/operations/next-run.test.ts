import { expect, test } from 'vitest'
import { nextRuns } from './next-run.ts'

/** A run that ends when it is told to, and says how many began before it. */
function counted() {
  let begun = 0
  const ends: (() => void)[] = []
  const run = (): Promise<number> => {
    begun += 1
    const n = begun
    return new Promise((done) => ends.push(() => done(n)))
  }
  return { run, end: () => ends.shift()?.(), begun: () => begun }
}
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

test('[STO-21] a hundred who ask while one is answered share one run, and it begins after they asked', async () => {
  const { shared } = nextRuns(2)
  const { run, end, begun } = counted()
  const first = shared('k', run)
  const others = Array.from({ length: 100 }, () => shared('k', run))
  expect(begun()).toBe(1)
  end()
  expect(await first).toBe(1)
  await settle()
  expect(begun()).toBe(2)
  const late = shared('k', run)
  end()
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]))
  await settle()
  end()
  expect(await late).toBe(3)
})

test('[STO-21] alone one waits for nobody; another key is another question', async () => {
  const { shared } = nextRuns(2)
  const { run, end, begun } = counted()
  const [one, other] = [shared('a', run), shared('b', run)]
  expect(begun()).toBe(2)
  end()
  end()
  expect(await Promise.all([one, other])).toEqual([1, 2])
  const again = shared('a', run)
  expect(begun()).toBe(3)
  end()
  expect(await again).toBe(3)
})

test('[STO-21] a run that fails fails for its own askers; the next runs for those who wait', async () => {
  const { shared } = nextRuns(2)
  const failed = shared('k', () => Promise.reject(new Error('away')))
  const next = shared('k', async () => 'here')
  await expect(failed).rejects.toThrow('away')
  expect(await next).toBe('here')
})

test('[STO-21] of different questions so many run at once, the others in their order; one that fails gives its place on', async () => {
  const { shared } = nextRuns(1)
  const { run, end, begun } = counted()
  const failing = shared('a', () => Promise.reject(new Error('away')))
  const [second, third] = [shared('b', run), shared('c', run)]
  await expect(failing).rejects.toThrow('away')
  await settle()
  expect(begun()).toBe(1)
  end()
  expect(await second).toBe(1)
  await settle()
  end()
  expect(await third).toBe(2)
})

test('[STO-21] a run that waits for its turn is shared by those who ask before it begins', async () => {
  const { shared } = nextRuns(1)
  const { run, end, begun } = counted()
  const busy = shared('a', run)
  const [one, other] = [shared('b', run), shared('b', run)]
  end()
  expect(await busy).toBe(1)
  await settle()
  expect(begun()).toBe(2)
  end()
  expect(await Promise.all([one, other])).toEqual([2, 2])
  await settle()
  expect(begun()).toBe(2)
})

test('[STO-21] slow questions stand in a line of their own, one at a time, and keep no quick one waiting', async () => {
  const { shared } = nextRuns(1)
  const { run, end, begun } = counted()
  const slow = [shared('a', run, 'slow'), shared('b', run, 'slow')]
  expect(begun()).toBe(1)
  const quick = shared('c', run)
  expect(begun()).toBe(2)
  end()
  expect(await slow[0]).toBe(1)
  await settle()
  expect(begun()).toBe(3)
  end()
  end()
  expect(await Promise.all([slow[1], quick])).toEqual([3, 2])
})
