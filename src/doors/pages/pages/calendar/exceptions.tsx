import { weekday } from '../../../../kernel/period/day.ts'
import type { CalendarDay } from '../../../../operations/calendar/ports.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { Empty } from '../../components/notice.tsx'
import { DayText, useSay } from '../../components/reader.tsx'
import { Grade } from '../certainty.tsx'
import { WEEKDAYS } from './months.tsx'

/** Every day of the year that is not what its weekday says, with the reason and the document. */
export function Exceptions({ of }: { of: readonly CalendarDay[] }) {
  const say = useSay()
  return (
    <Card id="ngay-khac" title={say('days.exceptions')} flush>
      {of.length === 0 ? (
        <Empty icon="calendar-days" title={say('days.exceptions.none')}>
          {say('days.exceptions.none.why')}
        </Empty>
      ) : (
        <TableFrame label={say('table.of', { what: say('days.exceptions').toLowerCase() })}>
          <table className="t t--cards">
            <thead>
              <tr>
                <th scope="col">{say('days.day')}</th>
                <th scope="col">{say('days.kind')}</th>
                <th scope="col">{say('days.reason')}</th>
                <th scope="col">{say('days.basis')}</th>
                <th scope="col">{say('place.certainty')}</th>
              </tr>
            </thead>
            <tbody>
              {of.map((one) => (
                <tr key={one.day}>
                  <th scope="row" className="top nowrap">
                    {say(`days.weekday.${WEEKDAYS[(weekday(one.day) + 6) % 7] ?? 'mon'}`)} <DayText of={one.day} />
                  </th>
                  <td className="top nowrap" data-l={say('days.kind')}>
                    <span className={`chip-day chip-day--${one.kind}`}>{say(`days.kind.${one.kind}`)}</span>
                  </td>
                  <td className="top" data-l={say('days.reason')}>
                    {one.reason}
                  </td>
                  <td className="top" data-l={say('days.basis')}>
                    {one.basis}
                  </td>
                  <td className="top" data-l={say('place.certainty')}>
                    <Grade of={one.certainty} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Card>
  )
}
