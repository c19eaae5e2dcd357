import { plainLetters } from '../../../base/fold.ts'
import { type Day, dayOf, lastOfMonth } from '../../period/day.ts'
import { centuryOf, type Form } from './column.ts'
import { EARLIEST, LATEST, PIVOT } from './day-text.ts'

/**
 * Periods of figures as offices write them — «Quý I/2024», «T3/2024», «6 tháng đầu năm 2024», «Cả năm 2024» — to one text each:
 * `2024-Q1`, `2024-03`, `2024-H1`, `2024`; other months that follow one another are an interval of ISO 8601, `2024-01/2024-09`.
 * Three months of a quarter are the quarter, however they are called. [DAT-67]
 *
 * What begins or ends within a month or in another year is none: a season, a week, a school year, a plan of five years stay texts.
 */
export type Period = { readonly year: number; readonly from: number; readonly to: number }

/**
 * How a period is written. `words`: «Quý I/2024», «Tháng 3/24», which say what they are · `marked`: «Q1/2024», «2024-Q1», «9T/2024» ·
 * `letter`: «T3/2024», «M1-2023», «H1-2019», as points, samples and flats are called too · `letter-short`: «T3/24», «M1-01», «Mar-24» · `iso`: «2024-03» · `years`: «2010-11», «1997-02», which may be two years · `bare`:
 * «03/2024», which may number a paper · `bare-short`: «03/24» · `range`: «07-17», which may be hours or a stretch of anything.
 */
export type PeriodSign = 'words' | 'marked' | 'letter' | 'letter-short' | 'iso' | 'years' | 'bare' | 'bare-short' | 'range'
export type Signed = {
  readonly sign: PeriodSign
  /** Its year has two figures. */
  readonly isShort: boolean
  /** The number that stands beside the year of figures alone; null: it is not of figures alone. */
  readonly n: number | null
  /** As it is written. */
  readonly year: string
}

const LONGEST = 40
/** Every period that a cell may be ends with the figures of a year or a month, or begins with those of a year: other texts cost nothing. */
const MAY_BE = /(?:^|\D)(?:\d\d){1,2}$|^\d{4}(?!\d)/
const WORDS: readonly string[] = ['mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai']
const NUMBERED = `\\d{1,2}|${WORDS.toReversed().join('|')}|gieng|chap`
const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ENGLISH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv']
/** Between a period and its year. */
const OF = '(?:\\s*[/.,-]\\s*|\\s+)(?:nam\\s+)?'
const YEAR = '(\\d{4}|\\d{2})'

const whole = /^(?:(?:ca\s+)?nam\s+|(?:whole\s+)?year\s+)?(\d{4})$/
const quarter = new RegExp(`^(?:quy|quarter|q)\\.?\\s*(iv|i{1,3}|0?[1-4])${OF}${YEAR}$`)
const half = new RegExp(`^h\\s*([12])${OF}${YEAR}$`)
const halfNamed = new RegExp(`^nua\\s+(?:nam\\s+)?(dau|cuoi)(?:\\s+nam)?${OF}${YEAR}$`)
const several = new RegExp(`^(${NUMBERED})\\s*(?:thang|t)(?:\\s+(dau|cuoi)(?:\\s+nam)?)?(?:${OF}|(?<=\\dt))${YEAR}$`)
const month = new RegExp(`^(?:thang|thg|month|t|m)\\.?\\s*(${NUMBERED})(${OF})${YEAR}$`)
const months = new RegExp(
  `^(?:tu\\s+)?(?:thang|months?)\\s*(\\d{1,2})\\s*(?:-|den|to)\\s*(?:thang\\s*)?(\\d{1,2})(?:${OF}|\\s+of\\s+)${YEAR}$`,
)
const halfEnglish = /^(first|second) half(?: of)?\s+(\d{4})$/
const severalEnglish = /^(first|last) (\d{1,2}) months(?: of)?\s+(\d{4})$/
const english = new RegExp(`^(${ENGLISH})\\.?${OF}${YEAR}$`)
const yearFirst = /^(\d{4})\s*[-/ ]?\s*(q|h|m)\s*(iv|i{1,3}|\d{1,2})$/
const figures = /^(\d{1,2})\s*([/-])\s*(\d{4}|\d{2})$/
const isoMonth = /^(\d{4})\s*[-/]\s*(\d{1,2})$/
const interval = /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/

type Found = { readonly year: string; readonly from: number; readonly to: number; readonly sign?: PeriodSign }
const of = (year: string | undefined, from: number, to: number = from): Found => ({ year: year ?? '', from, to })
const nth = (said: string | undefined, words: readonly string[]): number => {
  const at = words.indexOf(said ?? '')
  return at < 0 ? Number(said) : at + 1
}
const monthNumber = (said: string | undefined): number => (said === 'gieng' ? 1 : said === 'chap' ? 12 : nth(said, WORDS))
const ofQuarter = (year: string | undefined, n: number): Found => of(year, 3 * n - 2, 3 * n)
const ofHalf = (year: string | undefined, n: number): Found => of(year, 6 * n - 5, 6 * n)

function ofSeveral([, said, where, year]: readonly (string | undefined)[]): Found | null {
  const n = monthNumber(said)
  if (!(n >= 2 && n <= 12)) return null
  return where === 'cuoi' ? of(year, 13 - n, 12) : of(year, 1, n)
}

function ofMonth([, said, between, year]: RegExpExecArray): Found | null {
  const n = monthNumber(said)
  // «tháng … năm 2024» that nobody filled in
  if (said === 'nam' && (between ?? '').trim() === '') return null
  // «Tháng 9-12» are four months of any year
  return year?.length === 2 && (between ?? '').trim() === '-' && n < Number(year) && Number(year) <= 12 ? null : of(year, n)
}

/** What begins in one year and ends in the next or in another behind it, on either side of a century. */
const mayBeYears = (year: number, n: number): boolean => n > year % 100 || (year % 100 >= 90 && n <= 12)

function ofYearFirst([, year, kind, said]: RegExpExecArray): Found {
  const n = nth(said, ROMAN)
  return kind === 'q' ? ofQuarter(year, n) : kind === 'h' ? ofHalf(year, n) : of(year, n)
}

const ofInterval = ([, year, from, same, to]: RegExpExecArray): Found | null => (year === same ? of(year, Number(from), Number(to)) : null)

/** Each way of writing, and what it says. */
const ways: readonly (readonly [RegExp, (found: RegExpExecArray) => Found | null])[] = [
  [whole, ([, year]) => of(year, 1, 12)],
  [
    isoMonth,
    ([, year, said]) => ({
      ...of(year, Number(said)),
      sign: said?.length === 2 && mayBeYears(Number(year), Number(said)) ? 'years' : 'iso',
    }),
  ],
  [
    figures,
    ([, said, between, year]) => ({
      ...of(year, Number(said)),
      sign: year?.length === 4 ? 'bare' : between === '-' ? 'range' : 'bare-short',
    }),
  ],
  [quarter, ([, said, year]) => ofQuarter(year, nth(said, ROMAN))],
  [month, ofMonth],
  [several, ofSeveral],
  [months, ([, from, to, year]) => of(year, Number(from), Number(to))],
  [yearFirst, ofYearFirst],
  [half, ([, said, year]) => ofHalf(year, Number(said))],
  [halfNamed, ([, where, year]) => ofHalf(year, where === 'dau' ? 1 : 2)],
  [halfEnglish, ([, where, year]) => ofHalf(year, where === 'first' ? 1 : 2)],
  [severalEnglish, ([, where, said, year]) => ofSeveral(['', said ?? '', where === 'last' ? 'cuoi' : 'dau', year ?? ''])],
  [english, ([, said, year]) => of(year, MONTHS.indexOf((said ?? '').slice(0, 3)) + 1)],
  [interval, ofInterval],
]

const saidOf = (text: string): string => plainLetters(text).replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').trim()

function found(text: string): Found | null {
  if (text.length > LONGEST || !MAY_BE.test(text)) return null
  const said = saidOf(text)
  for (const [pattern, read] of ways) {
    const match = pattern.exec(said)
    const one = match === null ? null : read(match)
    if (one !== null) return one.from >= 1 && one.to <= 12 && one.from <= one.to ? one : null
  }
  return null
}

/** Words of three letters or more, but not months of English: «May 10» is a tailor's. */
const WORD = /quy|quarter|thang|thg|month|nam|nua|half|year/

/** Before its number. */
const LETTER = /^[tmh]/i

/** What the writing of a period says of it; null: it is none. A year alone is a number as well. */
export function periodSign(text: string): Signed | null {
  const one = found(text)
  if (one === null || (one.year.length === 4 && !isYear(Number(one.year)))) return null
  const isShort = one.year.length === 2
  const isNamed = one.sign === undefined && (WORD.test(plainLetters(text)) || (!isShort && english.test(saidOf(text))))
  return {
    sign: one.sign ?? (isNamed ? 'words' : isShort ? 'letter-short' : LETTER.test(text.trim()) ? 'letter' : 'marked'),
    isShort,
    n: one.sign === undefined ? null : one.from,
    year: one.year,
  }
}

const isYear = (year: number): boolean => year >= EARLIEST && year <= LATEST

/** Figures alone are quarters where their column has them so: «1/2024» under «Quý». [DAT-125] */
function inForm(one: Found | null, form: Form | null): Found | null {
  if (one?.sign === undefined || form?.startsWith('qy') !== true) return one
  return one.from <= 4 ? ofQuarter(one.year, one.from) : null
}

/** @returns `2024-Q1`; null: no period, or one of whose century nobody said which it is [DAT-138] */
export function readPeriod(text: string, form: Form | null): string | null {
  const one = inForm(found(text), form)
  const century = centuryOf(form)
  if (one === null || (one.year.length === 2 && century === null)) return null
  const year = one.year.length === 4 ? one.year : century === 'pivot' && Number(one.year) >= PIVOT ? `19${one.year}` : `20${one.year}`
  return isYear(Number(year)) ? writePeriod({ ...one, year: Number(year) }) : null
}

/** A period whose year has two figures. */
export const isShortPeriod = (text: string): boolean => periodSign(text)?.isShort === true

const two = (n: number): string => String(n).padStart(2, '0')

export function writePeriod(period: Period): string {
  const { year, from, to } = period
  switch (kindOfPeriod(period)) {
    case 'year':
      return `${year}`
    case 'half':
      return `${year}-H${to / 6}`
    case 'quarter':
      return `${year}-Q${to / 3}`
    case 'month':
      return `${year}-${two(from)}`
    case 'months':
      return `${year}-${two(from)}/${year}-${two(to)}`
  }
}

/** What a period is of; `months`: others that follow one another. */
export const periodKinds = ['month', 'quarter', 'half', 'months', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

export function kindOfPeriod({ from, to }: Period): PeriodKind {
  const n = to - from + 1
  if (n === 1) return 'month'
  return n === 12 ? 'year' : n === 6 && to % 6 === 0 ? 'half' : n === 3 && to % 3 === 0 ? 'quarter' : 'months'
}

const WRITTEN = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:\/\1-(\d\d))?))?$/

/** A period as `writePeriod` has it. @returns null: it is none */
export function parsePeriod(text: string): Period | null {
  const match = WRITTEN.exec(text)
  if (match === null) return null
  const [, year, q, h, from, to] = match
  const span = q !== undefined ? ofQuarter(year, Number(q)) : h !== undefined ? ofHalf(year, Number(h)) : null
  const [first, last] = span !== null ? [span.from, span.to] : from === undefined ? [1, 12] : [Number(from), Number(to ?? from)]
  return first >= 1 && first <= last && last <= 12 ? { year: Number(year), from: first, to: last } : null
}

export const firstDay = ({ year, from }: Period): Day | null => dayOf(year, from, 1)
export const lastDay = ({ year, to }: Period): Day | null => dayOf(year, to, lastOfMonth(year, to))

/** The one that follows, as long: of the last quarter the first of the next year. */
export function nextPeriod({ year, from, to }: Period): Period {
  const n = to - from + 1
  return to + n > 12 ? { year: year + 1, from: 1, to: n } : { year, from: to + 1, to: to + n }
}
