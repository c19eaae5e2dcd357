import type { z } from 'zod'
import type { Refusal } from '../../../../base/refusals.ts'
import { statusOf } from '../../../../base/refusals.ts'
import { type Result, refuse } from '../../../../base/result.ts'
import { dutyEnd } from '../../../../operations/access/end-duty.ts'
import { deputyAppoint } from '../../../../operations/access/give-duty.ts'
import { meGet } from '../../../../operations/access/own-account.ts'
import { sessionEnd, sessionEndAll, sessionList } from '../../../../operations/access/own-sessions.ts'
import { tokenList, tokenMake, tokenRevoke } from '../../../../operations/access/own-tokens.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import type { sessionView, tokenView } from '../../../../operations/access/views.ts'
import { calendarMake, calendarRevoke, mailChoose, mailGet } from '../../../../operations/notice/own-mail.ts'
import { noSessionCookie } from '../../../sign-in/cookies.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { ChoiceField, TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { InstantText, Sentence } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { Duties, type DutyShown, EndDuty, FormChoice, Term, termOf } from '../people/duties.tsx'
import { NewPassword } from '../sign-in/set-up.tsx'
import { CalendarAddress, DailyLetter } from './mail.tsx'

/** My account: my roles, who takes my place, my password, where I am signed in, what my programs sign in with. */
export const accountPage: Page = {
  path: addresses.account,
  get: (asked) => show(asked, null, null, {}),
  async post(asked, form) {
    const viec = form.text('viec')
    if (viec === 'tao-ma') {
      const made = await asked.ask(tokenMake, { name: form.text('dung-vao'), days: form.text('so-ngay') })
      return made.ok ? show(asked, null, null, { token: made.value.secret }) : show(asked, form, made.refusal, {})
    }
    if (viec === 'tao-lich') {
      const made = await asked.ask(calendarMake, {})
      return made.ok ? show(asked, null, null, { calendar: made.value.path }) : show(asked, form, made.refusal, {})
    }
    const done = await act(asked, viec, form)
    if (!done.ok) return show(asked, form, done.refusal, {})
    return viec === 'dang-xuat-het'
      ? redirect(addresses.signIn, [noSessionCookie(asked.from.secure)])
      : redirect(withQuery(addresses.account, { xong: viec }))
  },
}

async function act(asked: Asked, viec: string, form: Form): Promise<Result<unknown, Refusal>> {
  if (viec === 'mat-khau') {
    if (form.text('mat-khau') !== form.text('mat-khau-lai')) return refuse({ code: 'passwords-differ' })
    return asked.entrance.changePassword(asked.from, asked.context.who, form.text('mat-khau-cu'), form.text('mat-khau'))
  }
  if (viec === 'dong-phien') return asked.ask(sessionEnd, { id: form.text('phien') })
  if (viec === 'dang-xuat-het') return asked.ask(sessionEndAll, {})
  if (viec === 'thu-hoi') return asked.ask(tokenRevoke, { id: form.text('ma') })
  if (viec === 'nhan-thu' || viec === 'thoi-thu') return asked.ask(mailChoose, { digest: viec === 'nhan-thu' })
  if (viec === 'bo-lich') return asked.ask(calendarRevoke, {})
  if (viec === 'thoi') {
    const to = form.text('den').trim()
    const given = { id: form.text('vai-tro'), version: form.text('version'), basis: form.text('can-cu') }
    return asked.ask(dutyEnd, to === '' ? given : { ...given, to })
  }
  if (viec === 'cu') {
    const [role = '', ...body] = form.text('vai').split(' ')
    const given = { person: form.text('nguoi'), role, organisation: body.join(' '), form: form.text('hinh-thuc') }
    return asked.ask(deputyAppoint, { ...given, ...termOf(form) })
  }
  return refuse({ code: 'no-such-act' })
}

const told = ['mat-khau', 'dong-phien', 'thu-hoi', 'thoi', 'cu', 'nhan-thu', 'thoi-thu', 'bo-lich'] as const

/** What is shown once, when it was made. */
type Made = { readonly token?: string; readonly calendar?: string }

async function show(asked: Asked, typed: Form | null, refusal: Refusal | null, made: Made): Promise<Answer> {
  const { say, context } = asked
  const me = await asked.ask(meGet, {})
  if (!me.ok) return refused(me.refusal)
  const sessions = await asked.ask(sessionList, {})
  const tokens = await asked.ask(tokenList, {})
  if (!sessions.ok) return refused(sessions.refusal)
  if (!tokens.ok) return refused(tokens.refusal)
  const mail = await asked.ask(mailGet, {})
  if (!mail.ok) return refused(mail.refusal)
  const done = told.find((one) => one === asked.query.get('xong'))
  const own = me.value.duties.filter((duty) => duty.holds && duty.deputyFor === null)
  return view({
    heading: say('account.heading'),
    lede: say('account.lede', { name: me.value.person.name }),
    data: { ...me.value, sessions: sessions.value.items, tokens: tokens.value.items, mail: mail.value },
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    body: (
      <div className="grid g-2-1">
        <div className="stack">
          {refusal === null ? null : <ErrorSummary refusal={refusal} />}
          {done === undefined || refusal !== null ? null : (
            <Notice kind="o" live>
              {say(`account.done.${done}`)}
            </Notice>
          )}
          {made.token === undefined ? null : (
            <Notice kind="o" live>
              {say('account.token.made')}
              <p className="hash">{made.token}</p>
            </Notice>
          )}
          <Card id="vai-tro" title={say('account.duties')} flush>
            {me.value.duties.length === 0 ? (
              <p className="bd md muted">{say('account.no-duties')}</p>
            ) : (
              <Duties of={me.value.duties} label={say('account.duties')} />
            )}
          </Card>
          <Card id="lam-thay" title={say('account.deputies')} note={say('account.deputies.why')} flush>
            {me.value.deputies.length === 0 ? null : (
              <Duties
                of={me.value.deputies}
                label={say('account.deputies')}
                who
                act={(duty) => (duty.to === null || duty.to > context.today ? <EndDuty duty={duty} action={addresses.account} /> : null)}
              />
            )}
            {own.length === 0 || me.value.colleagues.length === 0 ? (
              <p className="bd md muted">{say('account.no-colleagues')}</p>
            ) : (
              <Appoint asked={asked} own={own} colleagues={me.value.colleagues} typed={typed} />
            )}
          </Card>
          <Sessions of={sessions.value.items} asked={asked} />
        </div>
        <div className="stack">
          {context.who.session === undefined ? null : (
            <Card id="doi-mat-khau" title={say('account.password')}>
              <form className="stack" method="post" action={addresses.account}>
                <TextField
                  id="mat-khau-cu"
                  name="mat-khau-cu"
                  type="password"
                  label={say('account.password.old')}
                  value=""
                  fill="current-password"
                  required
                />
                <NewPassword say={say} />
                <button className="btn" type="submit" name="viec" value="mat-khau">
                  {say('account.password.submit')}
                </button>
              </form>
            </Card>
          )}
          <DailyLetter of={mail.value} asked={asked} />
          <CalendarAddress of={mail.value} made={made.calendar ?? null} asked={asked} />
          <Tokens of={tokens.value.items} asked={asked} />
          <Card id="du-lieu-cua-toi" title={say('account.data')} note={say('account.data.why')}>
            <a className="btn" href="/api/v1/me/data" download="du-lieu-cua-toi.json">
              {say('account.data.do')}
            </a>
          </Card>
        </div>
      </div>
    ),
  })
}

function Appoint({
  asked: { say, language },
  own,
  colleagues,
  typed,
}: {
  asked: Asked
  own: readonly DutyShown[]
  colleagues: readonly { readonly id: string; readonly name: string }[]
  typed: Form | null
}) {
  return (
    <form className="bd stack" method="post" action={addresses.account}>
      <ChoiceField
        id="vai"
        name="vai"
        label={say('account.deputy.duty')}
        value={typed?.text('vai') ?? ''}
        choices={own.map((duty) => ({
          value: `${duty.role} ${duty.organisation.id}`,
          label: `${roleNames[duty.role][language]}, ${duty.organisation.name}`,
        }))}
      />
      <ChoiceField
        id="nguoi"
        name="nguoi"
        label={say('account.deputy.person')}
        value={typed?.text('nguoi') ?? ''}
        choices={colleagues.map((one) => ({ value: one.id, label: one.name }))}
      />
      <FormChoice typed={typed} none={false} />
      <Term typed={typed} />
      <button className="btn" type="submit" name="viec" value="cu">
        {say('account.deputy.submit')}
      </button>
    </form>
  )
}

const Sessions = ({ of, asked: { say } }: { of: readonly z.infer<typeof sessionView>[]; asked: Asked }) => (
  <Card id="phien" title={say('account.sessions')}>
    <ul className="list">
      {of.map((one) => (
        <li key={one.id} className="ends">
          <span>
            <b>{one.agent}</b>
            {one.current ? ` (${say('account.session.here')})` : ''}
            <br />
            <span className="md muted">
              <Sentence of="account.session.seen" put={{ made: <InstantText of={one.madeAt} />, seen: <InstantText of={one.seenAt} /> }} />
            </span>
          </span>
          <form method="post" action={addresses.account}>
            <input type="hidden" name="phien" value={one.id} />
            <button className="btn btn--s" type="submit" name="viec" value="dong-phien">
              {say('account.session.end')}
            </button>
          </form>
        </li>
      ))}
    </ul>
    <form method="post" action={addresses.account}>
      <button className="btn btn--d" type="submit" name="viec" value="dang-xuat-het">
        {say('account.sessions.end')}
      </button>
    </form>
  </Card>
)

const Tokens = ({ of, asked: { say } }: { of: readonly z.infer<typeof tokenView>[]; asked: Asked }) => (
  <Card id="ma-truy-cap" title={say('account.tokens')} note={say('account.tokens.why')}>
    {of.length === 0 ? null : (
      <ul className="list">
        {of.map((one) => (
          <li key={one.id} className="ends">
            <span>
              <b>{one.name}</b>
              <br />
              <span className="md muted">
                <Sentence of="account.token.until" put={{ until: <InstantText of={one.expiresAt} /> }} />
              </span>
            </span>
            <form method="post" action={addresses.account}>
              <input type="hidden" name="ma" value={one.id} />
              <button className="btn btn--s" type="submit" name="viec" value="thu-hoi">
                {say('account.token.revoke')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
    <form className="stack" method="post" action={addresses.account}>
      <TextField id="dung-vao" name="dung-vao" label={say('account.token.name')} hint={say('account.token.name.hint')} value="" required />
      <TextField id="so-ngay" name="so-ngay" label={say('account.token.days')} value="90" figures required />
      <button className="btn" type="submit" name="viec" value="tao-ma">
        {say('account.token.make')}
      </button>
    </form>
  </Card>
)
