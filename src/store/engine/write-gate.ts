/**
 * Lets commands pass, unless somebody holds the gate; the holder waits for those inside to leave.
 * PGlite has one connection, so a snapshot cannot be a long transaction: it is a time without writes, while reads go on.
 */
export interface WriteGate {
  /** @returns how to leave */
  enter(): Promise<() => void>
  hold<T>(work: () => Promise<T>): Promise<T>
}

export function writeGate(): WriteGate {
  let held: Promise<void> | null = null
  let inside = 0
  let emptied: (() => void) | null = null
  const leave = (): void => {
    inside -= 1
    if (inside === 0) emptied?.()
  }
  return {
    async enter() {
      while (held !== null) await held
      inside += 1
      return leave
    },
    async hold(work) {
      while (held !== null) await held
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      try {
        if (inside > 0) {
          await new Promise<void>((done) => {
            emptied = done
          })
        }
        return await work()
      } finally {
        emptied = null
        held = null
        resolve()
      }
    },
  }
}

/** For an engine whose snapshots stop nobody. */
export const openGate: WriteGate = { enter: async () => () => {}, hold: (work) => work() }
