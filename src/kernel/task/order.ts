/** The order of the tasks of a document: where a person put them, else where their words stand; those typed by hand last. [TSK-30] */
export type Ordered = {
  readonly id: string
  readonly parent: string | null
  readonly orderAt: number | null
  readonly start: number | null
  /** Discarded tasks that others took the place of are not in the list. */
  readonly state: string
}

const LAST = 1e9
const placeOf = (task: Pick<Ordered, 'orderAt' | 'start'>): number => task.orderAt ?? task.start ?? LAST

/** Parts of a shared task belong to their parent, and are not in the list. */
export const inOrder = <T extends Ordered>(tasks: readonly T[]): readonly T[] =>
  tasks.filter((task) => task.parent === null).toSorted((a, b) => placeOf(a) - placeOf(b))

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
