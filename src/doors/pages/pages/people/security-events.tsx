import type { z } from 'zod'
import type { securityEventView } from '../../../../operations/access/views.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { InstantText } from '../../components/reader.tsx'
import type { Asked } from '../../page.ts'
import { personName } from './duties.tsx'

interface EventPage {
  readonly items: readonly z.infer<typeof securityEventView>[]
  readonly next: string | null
}

/** What happened at the entrance: who came in, who was refused, which links and tokens were made. */
export const SecurityEvents = ({ of, asked }: { of: EventPage; asked: Asked }) => {
  const { say } = asked
  return (
    <Card id="dang-nhap" title={say('security.heading')} note={say('security.why')} flush>
      <TableFrame label={say('table.of', { what: say('security.what') })}>
        <table className="t t--cards">
          <thead>
            <tr>
              <th scope="col">{say('history.when')}</th>
              <th scope="col">{say('history.what')}</th>
              <th scope="col">{say('history.who')}</th>
              <th scope="col">{say('security.from')}</th>
            </tr>
          </thead>
          <tbody>
            {of.items.map((event) => (
              <tr key={event.id}>
                <td className="nw top" data-l={say('history.when')}>
                  <InstantText of={event.at} />
                </td>
                <th scope="row" className="top">
                  {say(`security.${event.kind}`)}
                </th>
                <td className="top" data-l={say('history.who')}>
                  {event.person === null ? say('security.nobody') : personName(asked, event.person.name)}
                  {event.actor === null ? null : <span className="heir muted">{say('security.by', { name: event.actor.name })}</span>}
                </td>
                <td className="top" data-l={say('security.from')}>
                  {event.address ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {of.next === null ? null : (
        <p className="bd">
          <a className="btn btn--s" href={withQuery(addresses.people, { truoc: of.next }, 'dang-nhap')}>
            {say('pager.next')}
          </a>
        </p>
      )}
    </Card>
  )
}
