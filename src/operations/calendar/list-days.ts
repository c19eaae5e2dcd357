import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { dayOf } from '../../kernel/period/day.ts'
import { operation } from '../operation.ts'
import type { CalendarPorts } from './ports.ts'
import { calendarDayView, FIRST_YEAR, LAST_YEAR, warnings, warningsFor } from './views.ts'

/** The days of a year that are not what their weekday says: holidays, days off in exchange, Saturdays worked. */
export const calendarDays = operation({
  name: 'calendar.days',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Ngày nghỉ, ngày làm bù của một năm', en: 'Closed and made-up days of a year' },
  input: z.strictObject({ year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR) }),
  output: z.strictObject({ items: z.array(calendarDayView), warnings }),
  rest: { method: 'GET', path: '/calendar/{year}' },
  async run(ports: CalendarPorts, _context, { year }) {
    const [from, to] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)]
    if (from === null || to === null) return refuse({ code: 'bad-day', data: { value: year } })
    return ok({ items: (await ports.calendar.days(from, to)).map((one) => ({ ...one })), warnings: warningsFor(from) })
  },
})
