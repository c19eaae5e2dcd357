/**
 * Rows of Parquet that are decoded together: whole groups where they are small, for of a group every page is decoded again whenever
 * some of its rows are asked for, and parts of one that is too large to be held. [DAT-6]
 */
export const AT_ONCE = 5000
/** Programs write groups of a million rows: of five columns such a one is decoded three times. */
const MOST_CELLS = 2_000_000

/** @param groups rows of each group @returns where each slice begins, and where it ends */
export function slicesOf(groups: readonly number[], columns: number): readonly (readonly [from: number, to: number])[] {
  const most = Math.max(AT_ONCE, Math.floor(MOST_CELLS / Math.max(1, columns)))
  const slices: [number, number][] = []
  let begin = 0
  for (const rows of groups) {
    const end = begin + rows
    const last = slices.at(-1)
    if (last !== undefined && end - last[0] <= AT_ONCE) last[1] = end
    else for (let from = begin; from < end; from += most) slices.push([from, Math.min(end, from + most)])
    begin = end
  }
  return slices
}
