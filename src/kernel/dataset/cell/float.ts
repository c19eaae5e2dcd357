/** The shortest figures that are this number of four bytes: 0.1, not 0.10000000149011612. @returns empty: it is no number */
export function singleText(n: number): string {
  for (let figures = 6; figures < 9; figures += 1)
    if (Math.fround(Number(n.toPrecision(figures))) === n) return finiteText(Number(n.toPrecision(figures)))
  return finiteText(n)
}

export const finiteText = (n: number): string => (Number.isFinite(n) ? String(n) : '')
