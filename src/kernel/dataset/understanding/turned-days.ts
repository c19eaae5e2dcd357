import type { Form } from '../cell/column.ts'
import { readDay } from '../cell/day-text.ts'

/**
 * A list with «05/02/2023» and «25/02/2023», opened by a program that expects the month first: the first became 2 May, the second
 * stayed a text. What is left of it are days none of which is after the twelfth, beside texts all of which are. Whether they were
 * turned nobody can see, so it is asked. [DAT-108]
 */
export type TurnedDays = {
  /** Days that would be others, and the first of them: as it stands, and turned. */
  readonly n: number
  readonly is: string
  readonly turned: string
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})/
const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-]/
type Order = 'dmy' | 'mdy'

export function turnedSeen(): {
  /** A day, or a time, that the format says, or that is written as ISO 8601. */
  day(text: string): void
  /** One that is a text, in an order that it tells itself. */
  text(text: string, order: Order): void
  /** @param form of its texts @returns null: nothing speaks for it */
  found(form: Form | null): TurnedDays | null
} {
  let n = 0
  let isBeyond = false
  let first: Omit<TurnedDays, 'n'> | null = null
  const sure = { dmy: 0, mdy: 0 }
  return {
    day(text) {
      const [is = '', year, month, day] = ISO.exec(text) ?? []
      if (is === '') return
      if (Number(day) > 12) isBeyond = true
      if (isBeyond || Number(day) === Number(month)) return
      const [asIs, turned] = [is, `${year}-${day}-${month}`].map((one) => readDay(one, null))
      if (asIs == null || turned == null) return
      n += 1
      first ??= { is: asIs, turned }
    },
    text(text, order) {
      const [, one, two] = PARTS.exec(text) ?? []
      // 05/05/2022 is the same in both
      if (Number(one) !== Number(two)) sure[order] += 1
    },
    found: (form) => (first !== null && !isBeyond && (form === 'dmy' || form === 'mdy') && sure[form] > 0 ? { n, ...first } : null),
  }
}
