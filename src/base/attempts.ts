/**
 * How often somebody may try. Counted in memory, in windows, in a table that never grows beyond its size: ten thousand
 * attempts cost ten thousand look-ups and no hashing. Each process counts for itself.
 */
export interface Attempts {
  /** Counts one more; `at-limit` the first time it is too many in this window, `over` after that. */
  count(key: string, limit: number): 'free' | 'at-limit' | 'over'
  forget(key: string): void
  /** Undoes one count: what came of it was no refusal. */
  takeBack(key: string): void
  readonly size: number
}

type Counted = { n: number; readonly until: number; readonly limit: number }

/**
 * @param now milliseconds
 * @param most keys held; the oldest that is not at its limit gives way. While all are, a new one is `over`: nobody is freed by noise
 */
export function attempts(now: () => number, windowMs: number, most: number): Attempts {
  const counted = new Map<string, Counted>()
  const madeRoom = (at: number): boolean => {
    for (const [key, { n, until, limit }] of counted) if (until <= at || n < limit) return counted.delete(key)
    return false
  }
  return {
    count(key, limit) {
      const at = now()
      const held = counted.get(key)
      if (held !== undefined && held.until > at) {
        held.n += 1
        return held.n <= limit ? 'free' : held.n === limit + 1 ? 'at-limit' : 'over'
      }
      counted.delete(key)
      if (counted.size >= most && !madeRoom(at)) return 'over'
      counted.set(key, { n: 1, until: at + windowMs, limit })
      return limit >= 1 ? 'free' : 'at-limit'
    },
    forget(key) {
      counted.delete(key)
    },
    takeBack(key) {
      const held = counted.get(key)
      if (held !== undefined) held.n -= 1
    },
    get size() {
      return counted.size
    },
  }
}
