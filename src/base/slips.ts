/**
 * The number of letters added, lost or changed between two words, or `most + 1` when there are more.
 *
 * Only the band of cells that can still be within `most` is filled: a register of ten thousand names is walked for each word
 * that is not found, so this is the one loop here where it counts. @cost O(length × most)
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const beyond = most + 1
  let above = new Array<number>(b.length + 1).fill(beyond)
  let row = new Array<number>(b.length + 1).fill(beyond)
  for (let j = 0; j <= Math.min(b.length, most); j += 1) above[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    const [first, last] = [Math.max(0, i - most), Math.min(b.length, i + most)]
    let least = beyond
    for (let j = first; j <= last; j += 1) {
      const added = j > first ? (row[j - 1] ?? beyond) + 1 : beyond
      const lost = j < i + most ? (above[j] ?? beyond) + 1 : beyond
      const changed = j > 0 ? (above[j - 1] ?? beyond) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1) : beyond
      const cost = Math.min(added, lost, changed, beyond)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return beyond
    ;[above, row] = [row, above]
  }
  return Math.min(above[b.length] ?? beyond, beyond)
}
