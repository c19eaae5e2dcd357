import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { type Calendar, isWorkingDay } from '../../../../kernel/period/calendar.ts'
import { addDays, type Day, dayOf, parseDay, weekday, yearOf } from '../../../../kernel/period/day.ts'
import { calendarDecide } from '../../../../operations/calendar/decide-days.ts'
import { calendarDays } from '../../../../operations/calendar/list-days.ts'
import { FIRST_YEAR, LAST_YEAR } from '../../../../operations/calendar/views.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Notice } from '../../components/notice.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { Counted, sumAsked } from './counted.tsx'
import { type Decision, decisionOf, FIELDS } from './decision.ts'
import { DecisionForm } from './decision-form.tsx'
import { Exceptions } from './exceptions.tsx'
import { Months } from './months.tsx'

/** The working calendar of a year: what is closed, what is worked to make up, and by what; an administrator records decisions here. [PER-13] */
export const calendarPage: Page = {
  path: addresses.calendar,
  get: (asked) => show(asked, null, null),
  async post(asked, form) {
    // who may not is told so before what he typed is looked at
    const may = denied(asked.context.who, calendarDecide.access) === null ? null : await asked.ask(calendarDecide, {})
    if (may !== null && !may.ok) return refused(may.refusal)
    const decision = decisionOf(form, askedYear(asked), asked.language)
    if (!decision.ok) return show(asked, form, decision.refusal)
    const done = await asked.act(form.text('khoa'), calendarDecide, decision.value)
    if (!done.ok) return show(asked, form, done.refusal)
    const { days, moved } = done.value
    return redirect(withQuery(addresses.calendar, { nam: yearOfFirst(decision.value), ghi: days.length, doi: moved }))
  },
}

const yearOfFirst = ({ days: [first] }: Decision): number | null => (first === undefined ? null : yearOf(first.day))

/** A number that an address carries; what is none, or out of the years kept, is the year of today. */
function askedYear(asked: Asked): number {
  const typed = Number(asked.query.get('nam') ?? '')
  return Number.isInteger(typed) && typed >= FIRST_YEAR && typed <= LAST_YEAR ? typed : yearOf(asked.context.today)
}

async function show(asked: Asked, typed: Form | null, refusal: Refusal | null): Promise<Answer> {
  const { say, context } = asked
  const year = askedYear(asked)
  const found = await asked.ask(calendarDays, { year })
  if (!found.ok) return refused(found.refusal)
  const days = found.value.items.flatMap((one) => {
    const day = parseDay(one.day)
    return day === null ? [] : [{ ...one, day }]
  })
  const calendar: Calendar = new Map(days.map((one) => [one.day, one.kind]))
  const sum = await sumAsked(asked)
  const decides = denied(context.who, calendarDecide.access) === null
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('days.heading', { year: String(year) }),
    lede: say('days.lede', sums(calendar, year)),
    data: found.value,
    actions: <Years year={year} asked={asked} />,
    body: (
      <div className="stack">
        {refusal === null ? null : <ErrorSummary refusal={refusal} field={fieldOf(refusal)} />}
        <Recorded asked={asked} />
        {found.value.warnings.length === 0 ? null : (
          <Notice kind="w">{say(days.length === 0 ? 'days.undecided' : 'days.by-decisions', { year: String(year) })}</Notice>
        )}
        <div className="grid g-2-1">
          <div className="stack">
            <Card id="thang" title={say('days.months')}>
              <Months year={year} days={days} today={context.today} />
            </Card>
            <Exceptions of={days} />
          </div>
          <div className="stack">
            <Counted of={sum} asked={asked} year={year} />
            {decides ? <DecisionForm asked={asked} year={year} seen={days} typed={typed} /> : null}
          </div>
        </div>
      </div>
    ),
  })
}

const fieldOf = ({ data }: Refusal): string | null =>
  typeof data?.['field'] === 'string' ? data['field'] : (FIELDS.get(String(data?.['name'] ?? '')) ?? null)

/** Working days, weekdays that are closed, and days of a weekend that are worked. */
function sums(calendar: Calendar, year: number): { readonly worked: number; readonly closed: number; readonly madeUp: number } {
  const [first, end] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)]
  const sum = { worked: 0, closed: 0, madeUp: 0 }
  if (first === null || end === null) return sum
  for (let day: Day = first; day < end; day = addDays(day, 1)) {
    const works = isWorkingDay(calendar, day)
    const isWeekend = [0, 6].includes(weekday(day))
    if (works) sum.worked += 1
    if (works && isWeekend) sum.madeUp += 1
    if (!(works || isWeekend)) sum.closed += 1
  }
  return sum
}

function Years({ year, asked }: { year: number; asked: Asked }) {
  const years = [year - 1, year, year + 1].filter((one) => one >= FIRST_YEAR && one <= LAST_YEAR)
  return (
    <nav className="seg" aria-label={asked.say('days.years')}>
      {years.map((one) => (
        <a key={one} href={withQuery(addresses.calendar, { nam: one })} aria-current={one === year ? 'page' : undefined}>
          {one}
        </a>
      ))}
    </nav>
  )
}

/** After a decision was recorded: how many days, and how many tasks have another due day. */
function Recorded({ asked: { query, say } }: { asked: Asked }) {
  const [days, moved] = [Number(query.get('ghi')), Number(query.get('doi'))]
  if (!(Number.isInteger(days) && days > 0 && Number.isInteger(moved) && moved >= 0)) return null
  return (
    <Notice kind="o" live>
      {say(moved === 0 ? 'days.recorded.none' : 'days.recorded', { days, moved })}
    </Notice>
  )
}
