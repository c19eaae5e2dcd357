import { z } from 'zod'
import { ok } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { dayFields, decideDays, decisionFields, recountFields } from './decide-days.ts'
import type { CalendarPorts, TermPorts } from './ports.ts'
import { calendarDayView } from './views.ts'

/**
 * An administrator says what one day is, by a document: a new version of that day; sums made before can be made again as they were.
 * Two who correct one day do not write over one another: the version seen is compared, and of two at once one is refused. [PER-9]
 */
export const calendarCorrectDay = operation({
  name: 'calendar.correct-day',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Sửa một ngày trong lịch làm việc', en: 'Correct a day of the working calendar' },
  input: z.strictObject({ ...dayFields, ...decisionFields }),
  output: z.strictObject({ ...calendarDayView.shape, ...recountFields }),
  rest: { method: 'PUT', path: '/calendar-days/{day}' },
  async run(ports: CalendarPorts & TermPorts & HistoryPorts, context, { day, kind, version, ...said }) {
    const decided = await decideDays(ports, context, { days: [{ day, kind, version }], ...said })
    if (!decided.ok) return decided
    const { days, ...terms } = decided.value
    const [after] = days
    if (after === undefined) throw new Error('a day that was corrected has a version')
    return ok({ ...after, ...terms })
  },
})
