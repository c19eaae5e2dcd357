/**
 * The same question of many at once: while one run of it is under way, whoever asks waits for the next and shares it. [STO-21]
 *
 * The next run begins after he asked, so he sees what a run of his own would have shown him. Nobody waits for more than the end
 * of one run and the whole of another, and however many ask, one counts.
 */
export interface NextRuns {
  /** @param key all that the answer depends on; two questions of one key have answers of one type */
  shared<T>(key: string, run: () => Promise<T>): Promise<T>
}

type Lane = { running: Promise<unknown>; next: Promise<unknown> | null }

export function nextRuns(): NextRuns {
  const lanes = new Map<string, Lane>()
  const begin = <T>(key: string, lane: Lane, run: () => Promise<T>): Promise<T> => {
    const running = run()
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
