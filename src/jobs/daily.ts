/**
 * Work that is done once a calendar day (Asia/Ho_Chi_Minh) while the node runs, and once at its start for a day missed.
 * The clock is looked at every few minutes, because a laptop sleeps and a timer of a day does not count that; work that failed
 * is tried again an hour later.
 */
export type Daily = {
  /** The hour from which it is done; absent: as soon as the day begins. */
  readonly from?: number
  readonly done: (day: string) => boolean
  readonly work: (day: string) => Promise<void>
}

export type Clock = () => { readonly day: string; readonly hour: number; readonly ms: number }

const LOOK_MS = 300_000
const HOUR_MS = 3_600_000

/** @returns how to stop; work under way is not interrupted */
export function everyDay(jobs: readonly Daily[], clock: Clock, failed: (error: unknown) => void): () => void {
  const begin = looker(jobs, clock, failed)
  // each tells of its own failure; nobody waits for them
  const look = (): void => {
    Promise.all(begin()).catch(failed)
  }
  look()
  const timer = setInterval(look, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** One look at the clock: begins what is due, not done and not under way. */
export function looker(jobs: readonly Daily[], clock: Clock, failed: (error: unknown) => void): () => Promise<void>[] {
  const states = jobs.map((job) => ({ job, runs: false, notBefore: 0 }))
  return () => {
    const { day, hour, ms } = clock()
    return states
      .filter(({ job, runs, notBefore }) => !runs && ms >= notBefore && hour >= (job.from ?? 0) && !job.done(day))
      .map((state) => {
        state.runs = true
        return state.job
          .work(day)
          .catch((error: unknown) => {
            state.notBefore = ms + HOUR_MS
            failed(error)
          })
          .finally(() => {
            state.runs = false
          })
      })
  }
}
