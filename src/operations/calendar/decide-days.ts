import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { addDays, type Day, formatDay, parseDay, yearOf } from '../../kernel/period/day.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { dayText } from '../values.ts'
import type { CalendarDay, CalendarPorts, TermPorts } from './ports.ts'
import { calendarDayView, FIRST_YEAR, LAST_YEAR } from './views.ts'

const outside = {
  vi: `lịch có từ năm ${FIRST_YEAR} đến năm ${LAST_YEAR}`,
  en: `the calendar runs from ${FIRST_YEAR} to ${LAST_YEAR}`,
} as const
const twice = (day: Day) => ({ vi: `${formatDay(day)} được ghi hai lần`, en: `${formatDay(day)} is named twice` })

/** Tết with the days in exchange is a fortnight; a decision for a whole year names some thirty days. */
const MOST_DAYS = 100

const kind = z.enum(['closed', 'worked', 'ordinary'])
const version = z.coerce
  .number()
  .int()
  .min(0)
  .max(2_147_483_647)
  .optional()
  .meta({ description: 'the version of the day that was seen; 0: the register’s, or none. Not compared when absent' })

/** What a document says of days: why, where it stands, and how sure it is. */
export const decisionFields = {
  reason: z.string().trim().min(3).max(200),
  basis: z.string().trim().min(3).max(200).meta({ description: 'the document that says so' }),
  certainty: z.enum(['seen', 'high', 'medium', 'low']).optional().meta({ description: 'seen, when absent: the document itself was read' }),
} as const
/** What is said of one day. */
export const dayFields = { day: dayText, kind, version } as const
export const recountFields = {
  touched: z.int().meta({ description: 'open tasks whose term in working days one of the days lies in' }),
  moved: z.int().meta({ description: 'those whose due day moved; only they are told' }),
} as const

/**
 * An administrator says what days are, by one document: a new version of each day, all or none; terms are counted anew once, so that
 * a holiday of nine days and the Saturday that makes up for it move a due day once and tell of it once. [PER-9, PER-13]
 */
export const calendarDecide = operation({
  name: 'calendar.decide',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Ghi quyết định về ngày nghỉ, ngày làm bù', en: 'Record a decision on days off and days worked' },
  input: z.strictObject({ days: z.array(z.strictObject(dayFields)).min(1).max(MOST_DAYS), ...decisionFields }),
  output: z.strictObject({ days: z.array(calendarDayView), ...recountFields }),
  rest: { method: 'POST', path: '/calendar-decisions' },
  run: (ports: CalendarPorts & TermPorts & HistoryPorts, context, given) => decideDays(ports, context, given),
})

type Decision = {
  readonly days: readonly { readonly day: string; readonly kind: CalendarDay['kind']; readonly version?: number | undefined }[]
  readonly reason: string
  readonly basis: string
  readonly certainty?: CalendarDay['certainty'] | undefined
}
type Decided = { readonly days: CalendarDay[]; readonly touched: number; readonly moved: number }

export async function decideDays(
  ports: CalendarPorts & TermPorts & HistoryPorts,
  context: Context,
  { days: said, reason, basis, certainty = 'seen' }: Decision,
): Promise<Result<Decided, Refusal>> {
  await ports.calendar.alone()
  const days: CalendarDay[] = []
  const named = new Set<Day>()
  for (const { day: text, kind, version } of said) {
    const day = parseDay(text)
    if (day === null) return refuse({ code: 'bad-day', data: { value: text } })
    if (yearOf(day) < FIRST_YEAR || yearOf(day) > LAST_YEAR)
      return refuse({ code: 'bad-value', data: { name: 'day', reason: outside[context.language] } })
    if (named.has(day)) return refuse({ code: 'bad-value', data: { name: 'day', reason: twice(day)[context.language] } })
    named.add(day)
    const [before] = await ports.calendar.days(day, addDays(day, 1))
    const after = await ports.calendar.correct({ day, kind, reason, basis, certainty }, version ?? before?.version ?? 0)
    if (after === null) return refuse(await stale(ports, 'calendar-day', day))
    ports.history.record({
      entity: 'calendar-day',
      id: day,
      verb: 'corrected',
      change: {
        dayKind: [before?.kind ?? 'ordinary', kind],
        basis: [before?.basis ?? null, basis],
        certainty: [before?.certainty ?? null, certainty],
      },
    })
    days.push(after)
  }
  const terms = await ports.terms.recount([...named], context.today)
  const [first] = days
  if (first !== undefined && terms.moved > 0)
    ports.history.record({ entity: 'calendar-day', id: first.day, verb: 'recounted', change: { moved: [0, terms.moved] } })
  return ok({ days, ...terms })
}
