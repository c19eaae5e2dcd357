import type { Refusal } from '../../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../../base/result.ts'
import type { Day } from '../../../../kernel/period/day.ts'
import { readDayList } from '../../../../kernel/period/day-list.ts'
import type { CalendarDay } from '../../../../operations/calendar/ports.ts'
import type { Form } from '../../page.ts'

/** The fields of the form that hold days, and what the decision makes of them. */
export const LISTS = [
  { field: 'ngay-nghi', kind: 'closed' },
  { field: 'ngay-lam-bu', kind: 'worked' },
  { field: 'nhu-thuong', kind: 'ordinary' },
] as const satisfies readonly { readonly field: string; readonly kind: CalendarDay['kind'] }[]

/** Fields of the operation, as the form has them: where a refusal points. */
export const FIELDS: ReadonlyMap<string, string> = new Map([
  ['day', 'ngay-nghi'],
  ['reason', 'ly-do'],
  ['basis', 'can-cu'],
])

export type Decision = {
  readonly days: readonly { readonly day: Day; readonly kind: CalendarDay['kind']; readonly version?: number }[]
  readonly reason: string
  readonly basis: string
}

/** What was typed, as the operation takes it. A day of the year that was shown is decided on the version that was seen. [PER-9] */
export function decisionOf(form: Form): Result<Decision, Refusal> {
  const seen = new Map(form.all('phien-ban').map((one) => [one.slice(0, 10), Number(one.slice(11))]))
  const days: Decision['days'][number][] = []
  for (const { field, kind } of LISTS) {
    const list = readDayList(form.text(field))
    if ('bad' in list) return refuse({ code: 'bad-day', data: { value: list.bad, name: 'day' } })
    for (const day of list.days) {
      const version = seen.get(day)
      days.push({ day, kind, ...(version === undefined ? {} : { version }) })
    }
  }
  if (days.length === 0) return refuse({ code: 'missing-parameter', data: { name: 'day' } })
  return ok({ days, reason: form.text('ly-do'), basis: form.text('can-cu') })
}
