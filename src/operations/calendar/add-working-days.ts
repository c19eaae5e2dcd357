import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { addWorkingDays } from '../../kernel/period/calendar.ts'
import { addDays } from '../../kernel/period/day.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText } from '../values.ts'
import type { CalendarPorts } from './ports.ts'
import { warnings, warningsFor } from './views.ts'

/** A thousand working days later there must still be a year of four digits. */
const LAST = '9990-01-01'

/** The n-th working day after a day, by the calendar in force: make-up Saturdays and moved days included. */
export const calendarAddWorkingDays = operation({
  name: 'calendar.add-working-days',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Cộng ngày làm việc', en: 'Add working days' },
  input: z.strictObject({ from: dayText, n: z.coerce.number().int().min(0).max(1000) }),
  output: z.strictObject({ day: dayText, warnings }),
  rest: { method: 'GET', path: '/working-days' },
  async run(ports: CalendarPorts, context, given) {
    const from = dayOr(given.from, context.today)
    if (!from.ok) return from
    if (from.value > LAST) return refuse({ code: 'bad-day', data: { value: given.from } })
    // two days for one worked and a month for holidays, and as far again where a decision closes more
    for (let length = given.n * 2 + 30; ; length *= 2) {
      const end = addDays(from.value, length)
      const days = await ports.calendar.days(from.value, end)
      const day = addWorkingDays(new Map(days.map((one) => [one.day, one.kind])), from.value, given.n)
      if (day < end) return ok({ day, warnings: warningsFor(from.value, day) })
    }
  },
})
