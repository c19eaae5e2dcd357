/** Where the times of an axis stand, and which of them are named. [PAG-33] */

/** Days as days, months as months: one that is missing leaves its room. Of years and names nothing is known of what lies between. */
function timeOf(key: string | null): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(key ?? '') ?? []
  if (year === undefined || month === undefined) return null
  return day === undefined ? Number(year) * 12 + Number(month) : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000
}

/** @returns shares of the axis, 0 to 100; null: they stand evenly */
export function placesOf(keys: readonly (string | null)[]): readonly number[] | null {
  const times = keys.map(timeOf)
  const [first, last] = [times[0] ?? null, times.at(-1) ?? null]
  const isOneKind = new Set(keys.map((key) => key?.length)).size === 1
  if (first === null || last === null || times.includes(null) || !isOneKind || last <= first) return null
  return times.map((time) => (((time ?? first) - first) * 100) / (last - first))
}

/** On which side of its place a name stands, so that it stays within the figure. */
export const anchorOf = (place: number): 'start' | 'middle' | 'end' => (place < 4 ? 'start' : place > 96 ? 'end' : 'middle')

/**
 * Those of the places of which the names, each so wide, do not touch on an axis of that room.
 *
 * @param among only of these, by their number
 */
export function namedOf(places: readonly number[], width: number, room: number, among: readonly number[]): readonly number[] {
  let free = Number.NEGATIVE_INFINITY
  return among.filter((i) => {
    const at = ((places[i] ?? 0) * room) / 100
    const from = at - { start: 0, middle: width / 2, end: width }[anchorOf(places[i] ?? 0)]
    if (from < free) return false
    free = from + width
    return true
  })
}
