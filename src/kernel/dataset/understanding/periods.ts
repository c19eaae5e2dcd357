import type { Column, Form } from '../cell/column.ts'
import { type PeriodSign, periodSign } from '../cell/period-text.ts'
import { isCoded, isName, timeNamed } from './role.ts'

/** What a heading says of figures that may be a month and its year: `time` they are · `code` they number something. [DAT-138] */
export type PeriodHeading = 'time' | 'code' | 'other'

const TIME = /^(?:thoi_gian|thoi_ky|thoi_diem|giai_doan|period|time|date)(?:_|$)/

export function periodHeading(heading: Pick<Column, 'name' | 'label'>, isMarked: boolean): PeriodHeading {
  if (timeNamed(heading, isMarked) || TIME.test(heading.name)) return 'time'
  return isName(heading, isMarked) || isCoded({ ...heading, type: 'text' }) ? 'code' : 'other'
}

/** Counts the cells of a column that are periods. */
export function periodsSeen(heading: PeriodHeading): {
  /** @returns whether it is one, as its heading has it */
  see(text: string): boolean
  /** A number, which beside periods may be a year: «2023» under «Quý IV/2022». */
  number(text: string): void
  found(): { readonly n: number; readonly form: null; readonly asks: readonly Form[] }
} {
  const signs = new Map<PeriodSign, number>()
  let years = 0
  const of = (...some: readonly PeriodSign[]): number => some.reduce((n, sign) => n + (signs.get(sign) ?? 0), 0)
  return {
    see(text) {
      const sign = periodSign(text)
      // «12/2024» numbers a paper, «03/24» may be anything, unless the heading is one of a time
      const isOne = sign !== null && (heading === 'time' || !(sign === 'bare-short' || (heading === 'code' && sign !== 'sure')))
      if (isOne) signs.set(sign, (signs.get(sign) ?? 0) + 1)
      return isOne
    },
    number(text) {
      if (/^(?:19|20)\d\d$/.test(text)) years += 1
    },
    found() {
      const short = of('short', 'bare-short')
      const sure = of('sure', 'bare') + short
      // «2010-11» in every cell are two years each
      const n = sure === 0 && (signs.get('years') ?? 0) > 0 ? 0 : sure + of('years')
      return { n: n === 0 ? 0 : n + years, form: null, asks: short > 0 ? ['my-20', 'my-pivot'] : [] }
    },
  }
}
