import type { Day } from '../period/day.ts'

/** Work that went from one body to another, on a day; `undone`: from when on it is as if it had not, null: it stands. */
export type Passing = { readonly from: string; readonly to: string; readonly at: string; readonly undone: string | null }

/**
 * The bodies whose records a person's are: those he serves, and every one whose work came to them by that day, however long
 * the way. Where a body was split each part sees what the whole had: who has which work is said by the work, not here. [ACC-7]
 */
export function bodiesOf(serves: readonly string[], passings: readonly Passing[], on: Day): readonly string[] {
  const into = Map.groupBy(
    passings.filter((one) => one.at <= on && (one.undone === null || on < one.undone)),
    (one) => one.to,
  )
  const found = new Set(serves)
  // a set that grows while it is walked is walked to its end
  for (const body of found) for (const { from } of into.get(body) ?? []) found.add(from)
  return [...found]
}
