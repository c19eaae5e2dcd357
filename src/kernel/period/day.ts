import type { Brand } from '../../base/brand.ts'

/**
 * A calendar day in Asia/Ho_Chi_Minh, as `YYYY-MM-DD`; not an instant. Plain text order is time order.
 * Days are counted from 1970-01-01 (`dayNumber`), so that sums need no clock and no time zone.
 */
export type Day = Brand<string, 'Day'>

const MS = 86_400_000

const build = (year: number, month: number, date: number): Day | null => {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1 || date > lastOfMonth(year, month)) return null
  const pad = (n: number): string => String(n).padStart(2, '0')
  return `${year}-${pad(month)}-${pad(date)}` as Day
}

/** The number of days in a month (1–12). */
export const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Reads `2025-07-01`, `1/7/2025`, `01-07-2025`, `1.7.2025`; null when it is no day (31-2-2022). Day before month. */
export function parseDay(text: string): Day | null {
  const t = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t)
  if (iso) return build(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const vi = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(t)
  if (vi) return build(Number(vi[3]), Number(vi[2]), Number(vi[1]))
  return null
}

/** A day written in the program itself. @throws RangeError when it is none */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`not a day: ${text}`)
  return parsed
}

export const dayOf = (year: number, month: number, date: number): Day | null => build(year, month, date)
export const yearOf = (d: Day): number => Number(d.slice(0, 4))
export const monthOf = (d: Day): number => Number(d.slice(5, 7))
export const dateOf = (d: Day): number => Number(d.slice(8, 10))
/** Days since 1970-01-01. */
export const dayNumber = (d: Day): number => Date.UTC(yearOf(d), monthOf(d) - 1, dateOf(d)) / MS
export const fromDayNumber = (n: number): Day => new Date(n * MS).toISOString().slice(0, 10) as Day
export const addDays = (d: Day, n: number): Day => fromDayNumber(dayNumber(d) + n)
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)
/** 0 = Sunday … 6 = Saturday. */
export const weekday = (d: Day): number => new Date(dayNumber(d) * MS).getUTCDay()

/** Month ends clamp: 31 Aug + 6 months = 28 or 29 Feb. [PER-3] */
export function addMonths(d: Day, n: number): Day {
  const months = yearOf(d) * 12 + monthOf(d) - 1 + n
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return build(year, month, Math.min(dateOf(d), lastOfMonth(year, month))) ?? d
}

/** `05/12/2022`, as people here write it. */
export const formatDay = (d: Day): string => `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`

/** The calendar day of an instant in Asia/Ho_Chi_Minh (UTC+7 all year, no summer time since 1975). */
export const dayAt = (instant: Date): Day => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as Day
