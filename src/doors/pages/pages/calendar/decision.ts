import type { Language, Refusal } from '../../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../../base/result.ts'
import { type Day, formatDay, yearOf } from '../../../../kernel/period/day.ts'
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
  readonly days: readonly { readonly day: Day; readonly kind: CalendarDay['kind']; readonly version: number }[]
  readonly reason: string
  readonly basis: string
  readonly certainty: 'seen' | 'high'
}

/**
 * What was typed, as the operation takes it. Each day is decided on the version that was seen: of a day of the year shown that had
 * no row, 0; a day of another year was not seen, and is refused by name. [PER-9]
 */
export function decisionOf(form: Form, year: number, language: Language): Result<Decision, Refusal> {
  const seen = new Map(form.all('phien-ban').flatMap((one) => (VERSION.test(one) ? [[one.slice(0, 10), Number(one.slice(11))]] : [])))
  const days: Decision['days'][number][] = []
  for (const { field, kind } of LISTS) {
    const list = readDayList(form.text(field))
    if ('bad' in list) return refuse({ code: 'bad-day', data: { value: list.bad, field } })
    for (const day of list.days) {
      if (yearOf(day) !== year)
        return refuse({ code: 'bad-value', data: { name: 'day', reason: ofAnotherYear(day, year)[language], field } })
      if (days.some((one) => one.day === day))
        return refuse({ code: 'bad-value', data: { name: 'day', reason: twice(day)[language], field } })
      days.push({ day, kind, version: seen.get(day) ?? 0 })
    }
  }
  if (days.length === 0) return refuse({ code: 'missing-parameter', data: { name: 'day' } })
  return ok({ days, reason: form.text('ly-do'), basis: form.text('can-cu'), certainty: form.text('da-doi-chieu') === '' ? 'high' : 'seen' })
}

const VERSION = /^\d{4}-\d\d-\d\d:\d{1,9}$/
const ofAnotherYear = (day: Day, year: number) => ({
  vi: `${formatDay(day)} không thuộc năm ${year}; ghi ở lịch của năm ấy`,
  en: `${formatDay(day)} is not of ${year}; record it in the calendar of its year`,
})
const twice = (day: Day) => ({ vi: `${formatDay(day)} được ghi hai lần`, en: `${formatDay(day)} is named twice` })
