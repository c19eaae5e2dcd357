import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { addDays, parseDay, yearOf } from '../../kernel/period/day.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { dayText } from '../values.ts'
import type { CalendarPorts, TermPorts } from './ports.ts'
import { calendarDayView, FIRST_YEAR, LAST_YEAR } from './views.ts'

const outside = {
  vi: `lịch có từ năm ${FIRST_YEAR} đến năm ${LAST_YEAR}`,
  en: `the calendar runs from ${FIRST_YEAR} to ${LAST_YEAR}`,
} as const

/**
 * An administrator says what a day is, by a document: a new version of that day; sums made before can be made again as they were.
 * Two who correct one day do not write over one another: the version seen is compared, and of two at once one is refused. [PER-9]
 */
export const calendarCorrectDay = operation({
  name: 'calendar.correct-day',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Sửa một ngày trong lịch làm việc', en: 'Correct a day of the working calendar' },
  input: z.strictObject({
    day: dayText,
    kind: z.enum(['closed', 'worked', 'ordinary']),
    reason: z.string().trim().min(3).max(200),
    basis: z.string().trim().min(3).max(200).meta({ description: 'the document that says so' }),
    certainty: z
      .enum(['seen', 'high', 'medium', 'low'])
      .optional()
      .meta({ description: 'seen, when absent: the document itself was read' }),
    version: z.coerce
      .number()
      .int()
      .min(0)
      .max(2_147_483_647)
      .optional()
      .meta({ description: 'the version of the day that was seen; 0: the register’s, or none. Not compared when absent' }),
  }),
  output: z.strictObject({
    ...calendarDayView.shape,
    touched: z.int().meta({ description: 'open tasks whose term in working days this day lies in' }),
    moved: z.int().meta({ description: 'those whose due day moved; only they are told' }),
  }),
  rest: { method: 'PUT', path: '/calendar-days/{day}' },
  async run(ports: CalendarPorts & TermPorts & HistoryPorts, context, given) {
    const day = parseDay(given.day)
    if (day === null) return refuse({ code: 'bad-day', data: { value: given.day } })
    if (yearOf(day) < FIRST_YEAR || yearOf(day) > LAST_YEAR)
      return refuse({ code: 'bad-value', data: { name: 'day', reason: outside[context.language] } })
    const [before] = await ports.calendar.days(day, addDays(day, 1))
    const { kind, reason, basis, certainty = 'seen' } = given
    const seen = given.version ?? before?.version ?? 0
    const after = await ports.calendar.correct({ day, kind, reason, basis, certainty }, seen)
    if (after === null) return refuse(await stale(ports, 'calendar-day', day))
    ports.history.record({
      entity: 'calendar-day',
      id: day,
      verb: 'corrected',
      change: {
        kind: [before?.kind ?? 'ordinary', kind],
        basis: [before?.basis ?? null, basis],
        certainty: [before?.certainty ?? null, certainty],
      },
    })
    const terms = await ports.terms.recount(day, context.today)
    if (terms.moved > 0) ports.history.record({ entity: 'calendar-day', id: day, verb: 'recounted', change: { moved: [0, terms.moved] } })
    return ok({ ...after, ...terms })
  },
})
