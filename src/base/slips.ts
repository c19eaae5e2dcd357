/** The number of letters added, lost or changed between two words, or `most + 1` when there are more. @cost O(length × most) */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    above = row
  }
  return above[b.length] ?? most + 1
}
