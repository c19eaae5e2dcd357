import { setImmediate } from 'node:timers/promises'

/** Work of many small steps rests between them, so that pages are answered meanwhile. */
const MOST_MS = 50

export function rests(): { isDue(): boolean; take(): Promise<void> } {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since > MOST_MS,
    async take() {
      await setImmediate()
      since = performance.now()
    },
  }
}
