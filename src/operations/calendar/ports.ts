import type { Day } from '../../kernel/period/day.ts'

export type CalendarDay = {
  readonly day: Day
  readonly version: number
  readonly kind: 'closed' | 'worked' | 'ordinary'
  readonly reason: string
  readonly certainty: string
  readonly basis: string
}

export interface CalendarPorts {
  readonly calendar: {
    /** From here to the end of the transaction no day is decided: who counts a term waits for a decision under way, and it for him. [PER-14] */
    steady(): Promise<void>
    /** From here to the end of the transaction nobody counts a term, and nobody else decides. */
    alone(): Promise<void>
    /** The exceptions in force from `from` up to and without `to`, in order. */
    days(from: Day, to: Day): Promise<readonly CalendarDay[]>
    /** Adds a version of that day; earlier ones stay. @param seen the version it follows, 0 when there is none; null when another has followed it already */
    correct(day: Omit<CalendarDay, 'version'>, seen: number): Promise<CalendarDay | null>
  }
}

/** Open work whose term counts working days. [PER-10] */
export interface TermPorts {
  readonly terms: {
    /** Counts anew, by the calendar in force, the terms that any of these days lies in; the days that differ are appended as due facts, and told. */
    recount(days: readonly Day[], on: Day): Promise<{ readonly touched: number; readonly moved: number }>
  }
}
