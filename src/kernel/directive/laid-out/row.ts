import type { Day } from '../../period/day.ts'
import type { Rule } from '../extraction.ts'
import type { Piece } from '../text/sentences.ts'
import type { DeadlineAt } from '../time/deadlines.ts'

/** A row of a table of tasks, whichever way the table is laid out. */
export type Row = {
  work: Piece
  lead: Piece
  partners: Piece | null
  time: Piece | null
  deadline: (issued: Day | null) => DeadlineAt | null
  readonly rule: Rule
}
