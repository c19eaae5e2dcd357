import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { addDays, parseDay } from '../../kernel/period/day.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { dayText } from '../values.ts'
import type { CalendarPorts } from './ports.ts'
import { calendarDayView } from './views.ts'

/** An administrator says what a day is, by a document: a new version of that day; sums made before can be made again as they were. */
export const calendarCorrectDay = operation({
  name: 'calendar.correct-day',
  kind: 'command',
  summary: { vi: 'Sửa một ngày trong lịch làm việc', en: 'Correct a day of the working calendar' },
  input: z.strictObject({
    day: dayText,
    kind: z.enum(['closed', 'worked', 'ordinary']),
    reason: z.string().trim().min(3).max(200),
    basis: z.string().trim().min(3).max(200).meta({ description: 'the document that says so' }),
  }),
  output: calendarDayView,
  rest: { method: 'PUT', path: '/calendar-days/{day}' },
  async run(ports: CalendarPorts & HistoryPorts, _context, given) {
    const day = parseDay(given.day)
    if (day === null) return refuse({ code: 'bad-day', data: { value: given.day } })
    const [before] = await ports.calendar.days(day, addDays(day, 1))
    const after = await ports.calendar.correct({ day, kind: given.kind, reason: given.reason, basis: given.basis, certainty: 'seen' })
    ports.history.record({
      entity: 'calendar-day',
      id: day,
      verb: 'corrected',
      change: { kind: [before?.kind ?? 'ordinary', given.kind], basis: [before?.basis ?? null, given.basis] },
    })
    return ok({ ...after })
  },
})
