import { compare, parseDecimal } from '../../base/decimal.ts'
import { readerOf } from './cell/cell-reader.ts'
import type { Column, Form } from './cell/column.ts'

/** A wrong figure that a reader points out: `open` until its steward answers, `accepted` until a version corrects it. [DAT-50] */
export const reportStates = ['open', 'accepted', 'corrected', 'refused'] as const
export type ReportState = (typeof reportStates)[number]

/** What a steward may answer. */
export const reportAnswers = ['accepted', 'corrected', 'refused'] as const satisfies readonly ReportState[]
export type ReportAnswer = (typeof reportAnswers)[number]

/** Whether that answer may follow: corrected and refused are final, and what was accepted is not accepted again. */
export const mayFollow = (state: ReportState, answer: ReportAnswer): boolean =>
  state === 'open' || (state === 'accepted' && answer !== 'accepted')

/**
 * Whether what is said to be right is what stands there already, however it is written. [PAG-46]
 *
 * @param form how whoever says it writes numbers; days are read day first
 */
export function saysTheSame(right: string, then: string, { type, unit }: Column, form: Form): boolean {
  const read = readerOf({ type, unit, form: type === 'day' || type === 'instant' ? 'dmy' : form })(right)
  if (right === then || read === then) return true
  const [a, b] = [parseDecimal(typeof read === 'string' ? read : ''), parseDecimal(then)]
  return a !== null && b !== null && compare(a, b) === 0
}
