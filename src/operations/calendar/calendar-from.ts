import type { Calendar } from '../../kernel/period/calendar.ts'
import { addDays, type Day } from '../../kernel/period/day.ts'
import type { CalendarPorts } from './ports.ts'

/** Three digits of working days, weekends and holidays between them, and a year that decisions may close: the longest term that can be written. */
const LONGEST_TERM_DAYS = 2_000

/** The exceptions of the working calendar in force over every term that begins on that day or after. */
export async function calendarFrom(ports: CalendarPorts, start: Day): Promise<Calendar> {
  const exceptions = await ports.calendar.days(start, addDays(start, LONGEST_TERM_DAYS))
  return new Map(exceptions.map((one) => [one.day, one.kind]))
}
