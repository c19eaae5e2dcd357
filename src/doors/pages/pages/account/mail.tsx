import type { z } from 'zod'
import type { mailGet } from '../../../../operations/notice/own-mail.ts'
import { addresses } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { InstantText, Sentence } from '../../components/reader.tsx'
import type { Asked } from '../../page.ts'

type Mail = z.infer<typeof mailGet.output>

/** The daily letter: where it goes, and whether it is taken. */
export const DailyLetter = ({ of, asked: { say, letters } }: { of: Mail; asked: Asked }) => (
  <Card id="thu-hang-ngay" title={say('account.mail')} note={say('account.mail.why')}>
    <div className="stack">
      {letters === 'sent' ? null : <Notice kind="w">{say('account.mail.folder')}</Notice>}
      <p>
        <b>{say(of.digest ? (of.email === null ? 'account.mail.on.no-address' : 'account.mail.on') : 'account.mail.off')}</b>.{' '}
        {of.email === null ? say('account.mail.no-address') : say('account.mail.to', { email: of.email })}
      </p>
      <form method="post" action={addresses.account}>
        <button className="btn" type="submit" name="viec" value={of.digest ? 'thoi-thu' : 'nhan-thu'}>
          {say(of.digest ? 'account.mail.leave' : 'account.mail.take')}
        </button>
      </form>
    </div>
  </Card>
)

/** The address from which a calendar program reads; shown once, when it is made. */
export const CalendarAddress = ({ of, made, asked: { say, from } }: { of: Mail; made: string | null; asked: Asked }) => (
  <Card id="lich-thoi-han" title={say('account.calendar')} note={say('account.calendar.why')}>
    <div className="stack">
      {made === null ? null : (
        <Notice kind="o" live>
          {say('account.calendar.copy')}
          <p className="hash">{`${from.origin}${made}`}</p>
        </Notice>
      )}
      <p className="md muted">
        {of.calendar === null ? (
          say('account.calendar.none')
        ) : (
          <Sentence
            of={of.calendar.seenAt === null ? 'account.calendar.made.unread' : 'account.calendar.made'}
            put={{ made: <InstantText of={of.calendar.madeAt} />, seen: <InstantText of={of.calendar.seenAt ?? of.calendar.madeAt} /> }}
          />
        )}
      </p>
      <form className="row" method="post" action={addresses.account}>
        <button className="btn" type="submit" name="viec" value="tao-lich">
          {say(of.calendar === null ? 'account.calendar.make' : 'account.calendar.renew')}
        </button>
        {of.calendar === null ? null : (
          <button className="btn btn--d" type="submit" name="viec" value="bo-lich">
            {say('account.calendar.revoke')}
          </button>
        )}
      </form>
    </div>
  </Card>
)
