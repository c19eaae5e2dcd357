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
    /** The exceptions in force from `from` up to and without `to`, in order. */
    days(from: Day, to: Day): Promise<readonly CalendarDay[]>
    /** Adds a version of that day; earlier ones stay. @param seen the version it follows, 0 when there is none; null when another has followed it already */
    correct(day: Omit<CalendarDay, 'version'>, seen: number): Promise<CalendarDay | null>
  }
}
