import type { Refusal } from '../../../../base/refusals.ts'
import { statusOf } from '../../../../base/refusals.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import { noProviderCookie, noSessionCookie, providerCookie, providerStateOf, sessionCookie, sessionOf } from '../../../sign-in/cookies.ts'
import type { SamplePerson } from '../../../sign-in/identity.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { ownPath } from '../../choices.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { type Answer, type Asked, type Page, redirect, view } from '../../page.ts'

/** Where people sign in: by login and password, through the common sign-on, or as one of the sample people of a node for show. */
export const signInPage: Page = {
  path: addresses.signIn,
  get: (asked) => show(asked, asked.query.get('tro-lai') ?? '', '', refusalOf(asked.query.get('loi'))),
  async post(asked, form) {
    const backTo = form.text('tro-lai')
    const sample = form.text('nguoi-mau')
    const opened =
      sample === ''
        ? await asked.entrance.signIn(asked.from, form.text('ten-dang-nhap'), form.text('mat-khau'))
        : await asked.entrance.signInAsSample(asked.from, sample)
    if (!opened.ok) return show(asked, backTo, form.text('ten-dang-nhap').slice(0, 60), opened.refusal)
    // whoever was signed in here before is not any more
    await asked.entrance.signOut(asked.from, sessionOf(asked.request, asked.from.secure))
    return redirect(ownPath(backTo), [sessionCookie(opened.value.secret, asked.from.secure)])
  },
}

/** What the way back from the common sign-on may say; anything else typed into the address is nothing. */
const refusalOf = (code: string | null): Refusal | null => (code === 'provider-refused' || code === 'provider-away' ? { code } : null)

async function show(asked: Asked, backTo: string, login: string, refusal: Refusal | null): Promise<Answer> {
  const { say, entrance } = asked
  const samples = await entrance.samples()
  const isOpen = await entrance.asksForAccounts()
  return view({
    heading: say('sign-in.heading'),
    lede: say('sign-in.lede', { locality: asked.locality }),
    data: { locality: asked.locality, accounts: isOpen, commonSignOn: entrance.provider !== null, samples: samples.length },
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    body: (
      <div className="grid g-1-1">
        <div className="stack">
          {refusal === null ? null : <ErrorSummary refusal={refusal} />}
          {isOpen ? null : <Notice kind="i">{say('sign-in.no-accounts')}</Notice>}
          {samples.length === 0 ? (
            <Password asked={asked} backTo={backTo} login={login} />
          ) : (
            <Samples of={samples} asked={asked} backTo={backTo} />
          )}
        </div>
        {entrance.provider === null ? null : (
          <Card id="he-thong-chung" title={say('sign-in.common')}>
            <p className="md">{say('sign-in.common.why')}</p>
            <p>
              <a className="btn" href={withQuery(addresses.signInCommon, { 'tro-lai': backTo })}>
                {say('sign-in.common.go')}
              </a>
            </p>
          </Card>
        )}
      </div>
    ),
  })
}

const Password = ({ asked: { say }, backTo, login }: { asked: Asked; backTo: string; login: string }) => (
  <Card id="mat-khau-rieng" title={say('sign-in.password')}>
    <form className="stack" method="post" action={addresses.signIn}>
      <input type="hidden" name="tro-lai" value={backTo} />
      <TextField id="ten-dang-nhap" name="ten-dang-nhap" label={say('sign-in.login')} value={login} fill="username" required />
      <TextField
        id="mat-khau"
        name="mat-khau"
        type="password"
        label={say('sign-in.password.label')}
        value=""
        fill="current-password"
        required
      />
      <button className="btn btn--p" type="submit">
        {say('sign-in.submit')}
      </button>
      <p className="md muted">{say('sign-in.forgotten')}</p>
    </form>
  </Card>
)

const Samples = ({ of, asked: { say, language }, backTo }: { of: readonly SamplePerson[]; asked: Asked; backTo: string }) => (
  <Card id="nguoi-mau" title={say('sign-in.samples')} note={say('sign-in.samples.why')}>
    <form method="post" action={addresses.signIn}>
      <input type="hidden" name="tro-lai" value={backTo} />
      <ul className="list">
        {of.map((one) => (
          <li key={one.id} className="ends">
            <span>
              <b>{one.name}</b>
              <br />
              <span className="md muted">
                {one.role === null ? '' : `${roleNames[one.role][language]}, `}
                {one.body}
              </span>
            </span>
            <button className="btn btn--s" type="submit" name="nguoi-mau" value={one.id} aria-label={say('sign-in.as', { name: one.name })}>
              {say('sign-in.submit')}
            </button>
          </li>
        ))}
      </ul>
    </form>
  </Card>
)

/** To the common sign-on, and back from it. */
export const signInCommonPage: Page = {
  path: addresses.signInCommon,
  async get(asked) {
    const { provider } = asked.entrance
    if (provider === null) return redirect(addresses.signIn)
    const started = await provider.start(asked.from, asked.query.get('tro-lai') ?? '')
    return started.ok
      ? redirect(started.value.to, [providerCookie(started.value.kept, asked.from.secure)])
      : redirect(withQuery(addresses.signIn, { loi: started.refusal.code }))
  },
}

export const signInReturnPage: Page = {
  path: addresses.signInReturn,
  async get(asked) {
    const { provider } = asked.entrance
    if (provider === null) return redirect(addresses.signIn)
    const { secure } = asked.from
    const opened = await provider.finish(asked.from, new URL(asked.request.url), providerStateOf(asked.request, secure))
    const spent = noProviderCookie(secure)
    if (!opened.ok) return redirect(withQuery(addresses.signIn, { loi: opened.refusal.code }), [spent])
    await asked.entrance.signOut(asked.from, sessionOf(asked.request, secure))
    return redirect(ownPath(opened.value.backTo), [spent, sessionCookie(opened.value.secret, secure)])
  },
}

/** Signs out here; a form, because an address that signs out can be put into any page. */
export const signOutPage: Page = {
  path: addresses.signOut,
  get: async () => redirect(addresses.home),
  async post(asked) {
    await asked.entrance.signOut(asked.from, sessionOf(asked.request, asked.from.secure))
    return redirect(addresses.signIn, [noSessionCookie(asked.from.secure)])
  },
}
