import type { Say } from '../../../../base/text/text.ts'
import { kindOfPeriod, parsePeriod } from '../../../../kernel/dataset/cell/period-text.ts'

const QUARTERS = ['period.quarter.1', 'period.quarter.2', 'period.quarter.3', 'period.quarter.4'] as const
const two = (n: number): string => String(n).padStart(2, '0')

/** `2024-Q1` → «Quý I/2024», as offices write it; it is read again as what it is. [DAT-141] */
export function periodWords(text: string, say: Say): string {
  const period = parsePeriod(text)
  if (period === null) return text
  const { year, from, to } = period
  switch (kindOfPeriod(period)) {
    case 'year':
      return say('period.year', { year })
    case 'half':
      return say(to === 6 ? 'period.half.first' : 'period.half.last', { year })
    case 'quarter':
      return say(QUARTERS[to / 3 - 1] ?? QUARTERS[0], { year })
    case 'month':
      return say('period.month', { month: two(from), year })
    case 'months':
      if (from === 1) return say('period.months.first', { n: to, year })
      return to === 12 ? say('period.months.last', { n: 13 - from, year }) : say('period.months', { from: two(from), to: two(to), year })
  }
}

/** Of a time under the axis of a chart, where there is little room: 2011-01 → 01/2011, 2024-Q1 → Q1/2024. */
export function timeWords(key: string, say: Say): string {
  const period = parsePeriod(key)
  const kind = period === null ? null : kindOfPeriod(period)
  if (period === null || kind === null || kind === 'year' || kind === 'month') return key.split('-').toReversed().join('/')
  const { year, from, to } = period
  if (kind === 'quarter') return `Q${to / 3}/${year}`
  return from === 1 ? say('period.short', { n: to, year }) : `${two(from)}–${two(to)}/${year}`
}
