import { kindOfPeriod, nextPeriod, type Period, type PeriodKind, parsePeriod, periodKinds, writePeriod } from './cell/period-text.ts'

/** More are not filled in: a slip of the hand (1024) would make an axis of nothing. */
const MOST = 400

/**
 * The periods of an axis, in order, with those between that no row is of: there the line breaks. Where a column has quarters and
 * whole years, those of which there are most are drawn, for the others hold the same once more; figures that add up from January
 * on («Quý I», «6 tháng», «9 tháng», «Cả năm») are one series, where most years have several of them. [DAT-142]
 *
 * @param keys as they are given out, in the order of time
 * @returns `left`: those that are not drawn
 */
export function drawnPeriods(keys: readonly string[]): { readonly drawn: readonly string[]; readonly left: readonly string[] } {
  const all = keys.flatMap((key) => {
    const period = parsePeriod(key)
    return period === null ? [] : [{ key, period, kind: kindOfPeriod(period) }]
  })
  const kinds = Map.groupBy(all, ({ kind }) => kind)
  if (kinds.size > 2 && addUp(all.map(({ period }) => period))) return { drawn: all.map(({ key }) => key), left: [] }
  const most = mostOf([...kinds].map(([kind, of]) => [kind, of.length]))
  const drawn = all.filter(({ kind }) => kind === most)
  const left = all.filter(({ kind }) => kind !== most).map(({ key }) => key)
  const [first, last] = [drawn[0]?.period, drawn.at(-1)?.period]
  const isRegular = most !== 'months' && first !== undefined && last !== undefined
  const filled = isRegular ? between(first, last) : null
  return { drawn: filled ?? drawn.map(({ key }) => key), left }
}

/** Periods from January on, of which most years have several: of whole years with one part of this year each is a figure by itself. */
function addUp(periods: readonly Period[]): boolean {
  const years = [...Map.groupBy(periods, ({ year }) => year).values()]
  const several = years.filter((own) => new Set(own.map(({ to }) => to)).size > 1)
  return periods.every(({ from }) => from === 1) && several.length * 2 > years.length
}

/** Of as many the shorter. */
const mostOf = (counts: readonly (readonly [PeriodKind, number])[]): PeriodKind | undefined =>
  counts.toSorted(([a, n], [b, m]) => m - n || periodKinds.indexOf(a) - periodKinds.indexOf(b))[0]?.[0]

function between(first: Period, last: Period): readonly string[] | null {
  const [end, found]: [string, string[]] = [writePeriod(last), []]
  for (let at = first; found.length < MOST; at = nextPeriod(at)) {
    found.push(writePeriod(at))
    if (found.at(-1) === end) return found
  }
  return null
}
