import { parsePeriod, writePeriod } from '../../kernel/dataset/cell/period-text.ts'

/**
 * A period stands as its first month with its last, `2024-01/03`, a month alone: so the order of texts is that of time, by when they
 * begin and, of those that begin together, the shorter first. It is given out as it is written, `2024-Q1`. [DAT-139]
 */
export function keptPeriod(text: string): string {
  const period = parsePeriod(text)
  if (period === null) return text
  const first = monthOf(period.year, period.from)
  return period.from === period.to ? first : `${first}/${two(period.to)}`
}

export function periodKept(text: string): string {
  const [, year, from, to] = /^(\d{4})-(\d\d)(?:\/(\d\d))?$/.exec(text) ?? []
  return year === undefined ? text : writePeriod({ year: Number(year), from: Number(from), to: Number(to ?? from) })
}

/** The months between which rows are asked for. */
export function monthsOf(text: string): { readonly first: string; readonly last: string } {
  const period = parsePeriod(text)
  return period === null ? { first: text, last: text } : { first: monthOf(period.year, period.from), last: monthOf(period.year, period.to) }
}

const two = (n: number): string => String(n).padStart(2, '0')
const monthOf = (year: number, month: number): string => `${year}-${two(month)}`
