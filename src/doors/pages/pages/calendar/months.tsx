import { addDays, type Day, dateOf, dayOf, weekday } from '../../../../kernel/period/day.ts'
import type { CalendarDay } from '../../../../operations/calendar/ports.ts'
import { useSay } from '../../components/reader.tsx'

/** Monday first, as calendars here are printed. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

type Cell = { readonly day: Day; readonly exception: CalendarDay | undefined; readonly isWeekend: boolean }

/** Twelve small tables: weekends quiet, closed and made-up days told by colour, by shape and in words. */
export function Months({ year, days, today }: { year: number; days: readonly CalendarDay[]; today: Day }) {
  const say = useSay()
  const exceptions = new Map(days.map((one) => [one.day, one]))
  return (
    <>
      <ul className="day-key" aria-hidden="true">
        {(['closed', 'worked'] as const).map((kind) => (
          <li key={kind}>
            <span className={`chip-day chip-day--${kind}`}>{say(`days.kind.${kind}`)}</span>
          </li>
        ))}
      </ul>
      <div className="months">
        {Array.from({ length: 12 }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the twelve months
          <table key={i} className="month">
            <caption>{say('days.month', { n: i + 1 })}</caption>
            <thead>
              <tr>
                {WEEKDAYS.map((one) => (
                  <th key={one} scope="col">
                    <abbr title={say(`days.weekday.${one}`)}>{say(`days.weekday.${one}.short`)}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, i + 1, exceptions).map((week) => (
                <tr key={week.find((cell) => cell !== null)?.day}>
                  {week.map((cell, column) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: seven columns
                    cell === null ? <td key={column} /> : <Square key={column} of={cell} isToday={cell.day === today} />,
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  )
}

function Square({ of: { day, exception, isWeekend }, isToday }: { of: Cell; isToday: boolean }) {
  const say = useSay()
  const kind = exception?.kind ?? 'ordinary'
  const look = kind === 'ordinary' ? (isWeekend ? 'weekend' : undefined) : `day--${kind}`
  return (
    <td className={look} aria-current={isToday ? 'date' : undefined} title={exception === undefined ? undefined : exception.reason}>
      <span>{dateOf(day)}</span>
      {kind === 'ordinary' ? null : <span className="vh">, {say(`days.kind.${kind}`)}</span>}
    </td>
  )
}

/** Rows of seven; null before the first and after the last of the month. */
function weeksOf(year: number, month: number, exceptions: ReadonlyMap<Day, CalendarDay>): readonly (readonly (Cell | null)[])[] {
  const first = dayOf(year, month, 1)
  if (first === null) return []
  const cells: (Cell | null)[] = Array.from({ length: (weekday(first) + 6) % 7 }, () => null)
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1))
    cells.push({ day, exception: exceptions.get(day), isWeekend: [0, 6].includes(weekday(day)) })
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7))
}
