/**
 * Work that is done once a calendar day (Asia/Ho_Chi_Minh) while the node runs, and once at its start for a day missed.
 * The clock is looked at every hour, because a laptop sleeps and a timer of a day does not count that.
 */
export type Daily = { readonly done: (day: string) => boolean; readonly work: (day: string) => Promise<void> }

const HOUR_MS = 3_600_000

/** @returns how to stop; work under way is not interrupted */
export function everyDay(jobs: readonly Daily[], today: () => string, failed: (error: unknown) => void): () => void {
  const look = (): void => {
    const day = today()
    for (const job of jobs) if (!job.done(day)) job.work(day).catch(failed)
  }
  look()
  const timer = setInterval(look, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}
