import { centuryOf, type Form, isTurned, orderOf } from './column.ts'

/** Days and instants as people write them, to ISO 8601. [DAT-3] */
const ISO = /^(\d{4,5})-(\d{1,2})-(\d{1,2})$/
const THREE = /^(\d{1,5})[/.-](\d{1,2})[/.-](\d{2,5})$/
/** «ngày 31 tháng 12 năm 2024», as letters have it. */
const WORDS = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4,5})$/i
const TIME = /^(.{6,12}?)(?:T| |, )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2}(?::\d{2})?)?$/
/** Years of which records are. */
export const EARLIEST = 1700
export const LATEST = 2200

/** @returns `2022-12-31`; null: no day of that form, or of a year that no record is of (20222) */
export function readDay(text: string, form: Form | null): string | null {
  const iso = ISO.exec(text)
  if (iso !== null) return isTurned(form) ? dayOf(iso[1], iso[3], iso[2]) : dayOf(iso[1], iso[2], iso[3])
  const words = WORDS.exec(text)
  if (words !== null) return dayOf(yearOf(words[3]), words[2], words[1])
  const [, first, second, third] = THREE.exec(text) ?? []
  const order = orderOf(form)
  if (order === 'dmy') return dayOf(yearOf(third, form), second, first)
  if (order === 'mdy') return dayOf(yearOf(third, form), first, second)
  return order === 'ymd' ? dayOf(yearOf(first), second, third) : null
}

/** A time without a zone is one of Vietnam. @returns ISO 8601 with seconds, their fraction to six figures, and the zone where one is said */
export function readInstant(text: string, form: Form | null): string | null {
  const [, date = '', hour = '', minute = '', second = '00', fraction = '', zone = ''] = TIME.exec(text) ?? []
  const day = readDay(date, form)
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${fractionOf(fraction)}${zone}`
}

/** As fine as the database holds it: what is finer is cut, for rounded up it might be of the next day. Empty: there is none. */
const fractionOf = (figures: string): string => {
  const said = figures.slice(0, 6).replace(/0+$/, '')
  return said === '' ? '' : `.${said}`
}

/** From here on a year of two figures is of the last century, as spreadsheets read it. */
export const PIVOT = 30

/** Of which century two figures are, a person says. [DAT-137] */
function yearOf(year: string | undefined, form: Form | null = null): string | undefined {
  const century = centuryOf(form)
  if (year?.length === 2 && century !== null) return century === 'pivot' && Number(year) >= PIVOT ? `19${year}` : `20${year}`
  return year?.length === 4 ? year : undefined
}

/** «23/01/24», «23.01.24»; «1.2.24» numbers a paragraph. */
const SHORT = /^(?:\d{1,2}\/\d{1,2}\/|\d{2}([.-])\d{2}\1)\d{2}$/
/** A day, or a time, whose year has two figures. */
export const hasShortYear = (text: string): boolean =>
  SHORT.test(TIME.exec(text)?.[1] ?? text) && (daySign(text) ?? instantSign(text)) !== null

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < EARLIEST || y > LATEST || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** What the writing of a day says of its form. `either`: «01/02/2023» may be of January and of February. `-short`: its year has two figures. */
type Order = 'dmy' | 'mdy' | 'either'
export type DaySign = 'iso' | 'ymd' | Order | `${Order}-short` | null

export function daySign(text: string): DaySign {
  if (ISO.test(text) || WORDS.test(text)) return 'iso'
  const [, first = '', second = '', third = ''] = THREE.exec(text) ?? []
  if (first.length === 4) return readDay(text, 'ymd') === null ? null : 'ymd'
  if (third.length === 2) return shortSign(text, first, second)
  if (third.length !== 4) return /^(?:\d{1,2}[/.-]){2}\d{5}$/.test(text) ? 'either' : null
  const dmy = readDay(text, 'dmy') !== null
  const mdy = readDay(text, 'mdy') !== null
  // 05/05/2022 is the same day in both
  return dmy && mdy ? (Number(first) === Number(second) ? 'dmy' : 'either') : dmy ? 'dmy' : mdy ? 'mdy' : null
}

function shortSign(text: string, first: string, second: string): DaySign {
  if (!SHORT.test(text)) return null
  const dmy = readDay(text, 'dmy-20') !== null
  const mdy = readDay(text, 'mdy-20') !== null
  return dmy && mdy ? (Number(first) === Number(second) ? 'dmy-short' : 'either-short') : dmy ? 'dmy-short' : mdy ? 'mdy-short' : null
}

export function instantSign(text: string): DaySign {
  const date = TIME.exec(text)?.[1]
  return date === undefined ? null : daySign(date)
}
