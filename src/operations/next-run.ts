/**
 * The same question of many at once: while one run of it is under way, whoever asks waits for the next and shares it. [STO-21]
 *
 * The next run begins after he asked, so he sees what a run of his own would have shown him. However many ask, one counts; and
 * of different questions so many at once that the rest of the machine is left to those who open one record.
 */
export interface NextRuns {
  /** @param key all that the answer depends on; two questions of one key have answers of one type */
  shared<T>(key: string, run: () => Promise<T>): Promise<T>
}

type Lane = { running: Promise<unknown>; next: Promise<unknown> | null }

/** @param most runs at once, in the order in which they were asked for */
export function nextRuns(most: number): NextRuns {
  const lanes = new Map<string, Lane>()
  const slot = slots(most)
  const begin = <T>(key: string, lane: Lane, run: () => Promise<T>): Promise<T> => {
    const running = slot(run)
    const ended = (): void => {
      if (lane.next === null) lanes.delete(key)
    }
    lane.running = running.then(ended, ended)
    return running
  }
  return {
    shared<T>(key: string, run: () => Promise<T>): Promise<T> {
      const lane = lanes.get(key)
      if (lane === undefined) {
        const first: Lane = { running: Promise.resolve(), next: null }
        lanes.set(key, first)
        return begin(key, first, run)
      }
      lane.next ??= lane.running.then(() => {
        lane.next = null
        return begin(key, lane, run)
      })
      // the key names the operation, so what was run under it is of its type
      return lane.next as Promise<T>
    },
  }
}

/** Lets so many run at once; the others wait their turn. */
function slots(most: number): <T>(run: () => Promise<T>) => Promise<T> {
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
