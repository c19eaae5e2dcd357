import type { Column, Form } from '../cell/column.ts'
import { type PeriodSign, periodSign, type Signed } from '../cell/period-text.ts'
import { isCoded, isName, namesTime, timeNamed } from './role.ts'

/**
 * What a heading says of figures that may be a month and its year: `month` and `quarter` they are · `time` they are of a time, which
 * is no ordinal · `turn` they count months or quarters of a year, «Kỳ» · `ordinal` they count something else, «Tuần», «Đợt» ·
 * `years` they are of several years, «Giai đoạn» · `code` they number something · `other` nothing. [DAT-138]
 */
export type PeriodHeading = 'month' | 'quarter' | 'time' | 'turn' | 'ordinal' | 'years' | 'code' | 'other'

const YEARS = /(?:^|_)(?:giai_doan|nhiem_ky|nien_do|nam_hoc|nien_khoa|khoa)(?:_|$)/
const ORDINAL =
  /^(?:tuan|hoc_ky|dot|vu|mua|lan|ky_(?:hop|thi|kiem_tra|cong|tich)|so_(?:bao|tap_chi|phat_hanh|ky)|phien|week|issue|session)(?:_|$)/
const TIME = /^(?:thoi_gian|thoi_ky|thoi_diem|thoi_doan|ngay|period|time|date)(?:_|$)/
/** Papers and things that bear numbers: what names them is no time. */
const PAPER =
  /(?:^|_)(?:quyet_dinh|nghi_dinh|nghi_quyet|thong_tu|van_ban|cong_van|to_trinh|bien_ban|hop_dong|giay_phep|giay_chung_nhan|chung_tu|hoa_don|phieu|ho_so|so_hieu|ky_hieu|ki_hieu|seri|lo|model)(?:_|$)/
/** «Ngày hợp đồng» is a day. */
const OF_PAPER = /^(?:ngay|thang|nam|thoi_gian|thoi_diem|date)_/

export function periodHeading(heading: Pick<Column, 'name' | 'label'>, isMarked: boolean): PeriodHeading {
  const { name } = heading
  if (isCoded({ ...heading, type: 'text' }) || (PAPER.test(name) && !OF_PAPER.test(name))) return 'code'
  if (YEARS.test(name)) return 'years'
  if (ORDINAL.test(name)) return 'ordinal'
  const [isMonth, isQuarter] = [
    ['thang', 'month'].some((word) => namesTime(heading, word, isMarked)),
    ['quy', 'quarter'].some((word) => namesTime(heading, word, isMarked)),
  ]
  const isOnlyTime = !isMarked && (isMonth || isQuarter)
  if (isOnlyTime || timeNamed(heading, isMarked) || TIME.test(name)) {
    if (isMonth !== isQuarter) return isMonth ? 'month' : 'quarter'
    return isMonth || /^ky(?:_|$)/.test(name) ? 'turn' : 'time'
  }
  return isName(heading, isMarked) ? 'code' : 'other'
}

/** `turn`: months or quarters, of which that is asked where every one may be either. `quarter`: quarters, where they are four. */
type Verdict = 'yes' | 'ask' | 'no' | 'quarter' | 'turn'

/** What a text of each sign is under each heading. */
const verdicts: Readonly<Record<PeriodSign, Readonly<Record<PeriodHeading, Verdict>>>> = {
  words: { month: 'yes', quarter: 'yes', time: 'yes', turn: 'yes', ordinal: 'yes', years: 'yes', code: 'yes', other: 'yes' },
  marked: { month: 'yes', quarter: 'yes', time: 'yes', turn: 'yes', ordinal: 'ask', years: 'ask', code: 'no', other: 'ask' },
  letter: { month: 'yes', quarter: 'yes', time: 'yes', turn: 'yes', ordinal: 'ask', years: 'ask', code: 'no', other: 'no' },
  'letter-short': { month: 'yes', quarter: 'yes', time: 'yes', turn: 'yes', ordinal: 'no', years: 'no', code: 'no', other: 'no' },
  iso: { month: 'yes', quarter: 'quarter', time: 'yes', turn: 'turn', ordinal: 'no', years: 'no', code: 'no', other: 'ask' },
  years: { month: 'yes', quarter: 'quarter', time: 'yes', turn: 'turn', ordinal: 'no', years: 'no', code: 'no', other: 'ask' },
  bare: { month: 'yes', quarter: 'quarter', time: 'yes', turn: 'turn', ordinal: 'no', years: 'no', code: 'no', other: 'ask' },
  'bare-short': { month: 'yes', quarter: 'quarter', time: 'yes', turn: 'turn', ordinal: 'no', years: 'no', code: 'no', other: 'no' },
  range: { month: 'yes', quarter: 'quarter', time: 'no', turn: 'no', ordinal: 'no', years: 'no', code: 'no', other: 'no' },
}

const MOST_YEARS = 400
/** A month as the standard writes it, and as it is given out here: under «Kỳ» too it is one. [DAT-141] */
const PLAIN_MONTH = /^\d{4}-\d\d$/

type Found = {
  readonly n: number
  /** Whether they are periods is for a person to say. */
  readonly isAsked: boolean
  readonly form: Form | null
  readonly asks: readonly Form[]
}

/** Counts the cells of a column that are periods. */
export function periodsSeen(heading: PeriodHeading): {
  /** @returns whether it is one, as its heading has it */
  see(text: string): boolean
  /** A number, which beside periods may be a year: «2023» under «Quý IV/2022». */
  number(text: string): void
  found(): Found
} {
  const n = { all: 0, asked: 0, short: 0, years: 0, mayBeYears: 0, turns: 0, fifth: 0, numbers: 0 }
  /** Months of years that are met twice with another number: «1995-01», «1995-02». */
  const met = new Map<string, number | null>()
  const isOfMonths = (): boolean => [...met.values()].includes(null)
  const count = ({ sign, isShort, n: said, year }: Signed, verdict: Verdict): void => {
    n.all += 1
    if (verdict === 'ask') n.asked += 1
    if (isShort) n.short += 1
    if (verdict === 'turn' || verdict === 'quarter') n.turns += 1
    if ((said ?? 0) > 4) n.fifth += 1
    if (sign !== 'years') return
    n.mayBeYears += 1
    if (met.size < MOST_YEARS || met.has(year)) met.set(year, met.has(year) && met.get(year) !== said ? null : said)
  }
  return {
    see(text) {
      const signed = periodSign(text)
      if (signed === null) return false
      const verdict = verdicts[signed.sign][heading]
      if (verdict === 'no' || (verdict === 'quarter' && (signed.n ?? 0) > 4)) return false
      count(signed, verdict === 'turn' && PLAIN_MONTH.test(text.trim()) ? 'yes' : verdict)
      return true
    },
    number(text) {
      if (/^(?:19|20)\d\d$/.test(text)) n.numbers += 1
    },
    found() {
      // «2010-11» in every cell are two years each
      const areYears = n.all === n.mayBeYears && heading !== 'month' && !isOfMonths()
      if (n.all === 0 || areYears) return { n: 0, isAsked: false, form: null, asks: [] }
      const ways =
        n.turns === 0
          ? (['my'] as const)
          : heading === 'quarter'
            ? (['qy'] as const)
            : n.fifth > 0
              ? (['my'] as const)
              : (['my', 'qy'] as const)
      const forms = n.short === 0 ? ways : ways.flatMap((way) => [`${way}-20` as const, `${way}-pivot` as const])
      const [only] = forms.length === 1 ? forms : []
      return { n: n.all + n.numbers, isAsked: n.asked > 0, form: only === 'qy' ? only : null, asks: forms.length === 1 ? [] : forms }
    },
  }
}
