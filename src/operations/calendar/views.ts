import { z } from 'zod'
import { dayText } from '../values.ts'

/** The years that a working calendar is kept for. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100

/** An exception of the calendar: a closed day, a Saturday worked to make up, or a day put back to what its weekday says. */
export const calendarDayView = z
  .strictObject({
    day: dayText,
    version: z.int().meta({ description: '0: the register; then one a correction' }),
    kind: z.enum(['closed', 'worked', 'ordinary']),
    reason: z.string(),
    certainty: z.string(),
    basis: z.string(),
  })
  .meta({ id: 'CalendarDay' })

/** The years the register covers; a sum that leaves them says so. */
const COVERED = { from: '2020-01-01', to: '2027-01-01' } as const
export const warnings = z
  .array(z.enum(['outside-calendar']))
  .meta({ description: 'outside-calendar: days outside 2020–2026 are counted by their weekday alone' })
export const warningsFor = (...days: readonly string[]): 'outside-calendar'[] =>
  days.some((day) => day < COVERED.from || day >= COVERED.to) ? ['outside-calendar'] : []
