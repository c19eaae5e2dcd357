/**
 * The same question of many at once: whoever asks waits for a run that begins after he asked, and shares it. [STO-21]
 *
 * So he sees what a run of his own would have shown him; however many ask, one counts. Of different questions so many run at
 * once that the rest of the machine is left to those who open one record; slow ones stand in a line of their own, one at a
 * time, and keep nobody else waiting.
 */
export interface NextRuns {
  /** @param key all that the answer depends on; two questions of one key have answers of one type */
  shared<T>(key: string, run: () => Promise<T>, pace?: Pace): Promise<T>
}

export type Pace = 'quick' | 'slow'

/** `waiting` has not begun: whoever asks now may share it. */
type Lane = { running: Promise<unknown> | null; waiting: Promise<unknown> | null }

/** @param most quick runs at once, in the order in which they were asked for */
export function nextRuns(most: number): NextRuns {
  const lanes = new Map<string, Lane>()
  const slot: Readonly<Record<Pace, Slot>> = { quick: slots(most), slow: slots(1) }
  return {
    shared<T>(key: string, run: () => Promise<T>, pace: Pace = 'quick'): Promise<T> {
      const lane = lanes.get(key) ?? { running: null, waiting: null }
      lanes.set(key, lane)
      // the key names the operation, so what was run under it is of its type
      if (lane.waiting !== null) return lane.waiting as Promise<T>
      let begun = false
      const begin = (): Promise<T> =>
        slot[pace](() => {
          begun = true
          lane.waiting = null
          const answer = run()
          const ended = (): void => {
            lane.running = null
            if (lane.waiting === null) lanes.delete(key)
          }
          lane.running = answer.then(ended, ended)
          return answer
        })
      const answer = lane.running === null ? begin() : lane.running.then(begin)
      if (!begun) lane.waiting = answer
      return answer
    },
  }
}

type Slot = <T>(run: () => Promise<T>) => Promise<T>

/** Lets so many run at once; the others wait their turn. */
function slots(most: number): Slot {
  const waiting: (() => void)[] = []
  let free = most
  return async (run) => {
    if (free > 0) free -= 1
    else await new Promise<void>((turn) => waiting.push(turn))
    try {
      return await run()
    } finally {
      // the slot goes to the next in line, or is free again
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
