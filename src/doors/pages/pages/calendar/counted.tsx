import { calendarAddWorkingDays } from '../../../../operations/calendar/add-working-days.ts'
import { addresses } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { DayField, TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence } from '../../components/reader.tsx'
import { dayTyped } from '../../dates.ts'
import { refusalWords } from '../../field-words.ts'
import type { Asked } from '../../page.ts'

type Sum = {
  readonly from: string
  readonly n: string
  readonly day: string | null
  readonly isCovered: boolean
  readonly error: string | null
}

/** The day a term ends on, when the address asks for one. */
export async function sumAsked(asked: Asked): Promise<Sum> {
  const [from = '', n = ''] = ['tu', 'cong'].map((name) => (asked.query.get(name) ?? '').trim())
  if (n === '') return { from: from === '' ? dayTyped(asked.context.today) : from, n, day: null, isCovered: true, error: null }
  const done = await asked.ask(calendarAddWorkingDays, { from, n })
  return done.ok
    ? { from, n, day: done.value.day, isCovered: done.value.warnings.length === 0, error: null }
    : { from, n, day: null, isCovered: true, error: refusalWords(done.refusal, asked.say, asked.language) }
}

/** «Trong n ngày làm việc kể từ ngày …»: on which day that ends, by the calendar in force. [PER-5] */
export function Counted({ of: { from, n, day, isCovered, error }, asked: { say }, year }: { of: Sum; asked: Asked; year: number }) {
  return (
    <Card id="tinh-han" title={say('days.sum')} note={say('days.sum.why')}>
      <form className="stack" method="get" action={`${addresses.calendar}#tinh-han`}>
        <input type="hidden" name="nam" value={year} />
        <DayField id="tu" name="tu" label={say('days.sum.from')} value={from} error={error} />
        <TextField id="cong" name="cong" label={say('days.sum.n')} value={n} figures required />
        <button className="btn" type="submit">
          {say('days.sum.go')}
        </button>
      </form>
      {day === null ? null : (
        <Notice kind={isCovered ? 'i' : 'w'} live>
          <Sentence of="days.sum.is" blanks={{ n }} put={{ day: <DayText of={day} /> }} />
          {isCovered ? null : ` ${say('days.sum.outside')}`}
        </Notice>
      )}
    </Card>
  )
}
