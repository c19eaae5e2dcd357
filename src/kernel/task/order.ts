/** The order of the tasks of a document: where a person put them, else where their words stand; those typed by hand last. [TSK-30] */
export type Ordered = {
  readonly id: string
  readonly parent: string | null
  readonly orderAt: number | null
  readonly start: number | null
  readonly end: number | null
  readonly state: string
  readonly origin: string
}

const LAST = 1e9
const placeOf = (task: Pick<Ordered, 'orderAt' | 'start'>): number => task.orderAt ?? task.start ?? LAST

/** All of a document, parts too: as they are listed, and as their codes are drawn. */
export const inOrder = <T extends Pick<Ordered, 'orderAt' | 'start'>>(tasks: readonly T[]): readonly T[] =>
  tasks.toSorted((a, b) => placeOf(a) - placeOf(b))

/** Those that a person reviews; parts of a shared task belong to their parent, and are not in the list. What was divided or joined stands where the tasks that took its place do. */
export const reviewed = <T extends Ordered>(tasks: readonly T[]): readonly T[] =>
  inOrder(tasks).filter((task) => task.parent === null && !tasks.some((other) => replaces(other, task)))

/** Of two over the same words, one of them made by a person, the one that stands: nothing is hidden that has no successor in sight. */
const replaces = (other: Ordered, task: Ordered): boolean =>
  task.state === 'discarded' &&
  other.state !== 'discarded' &&
  (other.origin === 'manual' || task.origin === 'manual') &&
  task.start !== null &&
  task.end !== null &&
  other.start !== null &&
  other.end !== null &&
  other.start < task.end &&
  other.end > task.start

/** A place on the other side of the neighbour. @returns null: it is the first or the last already */
export function placeBetween(ordered: readonly Ordered[], id: string, to: 'up' | 'down'): number | null {
  const at = ordered.findIndex((task) => task.id === id)
  const step = to === 'up' ? -1 : 1
  const neighbour = ordered[at + step]
  if (at < 0 || neighbour === undefined) return null
  const beyond = ordered[at + 2 * step]
  const near = placeOf(neighbour)
  return beyond === undefined ? near + step : (near + placeOf(beyond)) / 2
}
