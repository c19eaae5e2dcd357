import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'

/** Work of many small steps rests between them, so that pages are answered meanwhile. */
const MOST_MS = 50

/** Whoever has work done that may be given up; throws when it is. Handed down beside the readers of files, which know of no import. */
const watching = new AsyncLocalStorage<() => Promise<void>>()

/** Each rest of that work asks whether it is still wanted. [DAT-7] */
export const watched = <T>(watch: () => Promise<void>, work: () => Promise<T>): Promise<T> => watching.run(watch, work)

/** Asks so between steps that cannot rest themselves. */
export async function stillWanted(): Promise<void> {
  await watching.getStore()?.()
}

export function rests(): { isDue(): boolean; take(): Promise<void> } {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since > MOST_MS,
    async take() {
      await setImmediate()
      await stillWanted()
      since = performance.now()
    },
  }
}
