import { randomUUID } from 'node:crypto'
import type { CalendarDay } from '../../../../operations/calendar/ports.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { AreaField, CheckField, TextField } from '../../components/field.tsx'
import type { Asked, Form } from '../../page.ts'
import { LISTS } from './decision.ts'

/** One decision with all its days, so that a due day moves once and is told of once. */
export function DecisionForm({
  asked: { say },
  year,
  seen,
  typed,
}: {
  asked: Asked
  year: number
  seen: readonly CalendarDay[]
  typed: Form | null
}) {
  return (
    <Card id="ghi-quyet-dinh" title={say('days.decide')} note={say('days.decide.why')}>
      <form className="stack" method="post" action={withQuery(addresses.calendar, { nam: year })}>
        <input type="hidden" name="khoa" value={randomUUID()} />
        {seen.map((one) => (
          <input key={one.day} type="hidden" name="phien-ban" value={`${one.day}:${one.version}`} />
        ))}
        {LISTS.map(({ field, kind }) => (
          <AreaField
            key={field}
            id={field}
            name={field}
            label={say(`days.decide.${kind}`)}
            hint={say(`days.decide.${kind}.hint`)}
            value={typed?.text(field) ?? ''}
            rows={kind === 'closed' ? 3 : 2}
            optional={kind !== 'closed'}
          />
        ))}
        <TextField
          id="ly-do"
          name="ly-do"
          label={say('days.reason')}
          hint={say('days.reason.hint')}
          value={typed?.text('ly-do') ?? ''}
          required
        />
        <TextField
          id="can-cu"
          name="can-cu"
          label={say('days.basis')}
          hint={say('days.basis.hint')}
          value={typed?.text('can-cu') ?? ''}
          required
        />
        <CheckField
          name="da-doi-chieu"
          label={say('days.checked')}
          note={say('days.checked.note')}
          checked={typed !== null && typed.text('da-doi-chieu') !== ''}
        />
        <button className="btn btn--p" type="submit">
          {say('days.decide.submit')}
        </button>
      </form>
    </Card>
  )
}
