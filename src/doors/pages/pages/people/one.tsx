import { fold } from '../../../../base/fold.ts'
import type { Refusal } from '../../../../base/refusals.ts'
import { statusOf } from '../../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../../base/result.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { roles } from '../../../../kernel/access/role.ts'
import { isNamed } from '../../../../kernel/place/match.ts'
import { personBindProvider, personUnbindProvider } from '../../../../operations/access/bind-provider.ts'
import { personCorrect } from '../../../../operations/access/correct-person.ts'
import { personDisable, personEnable } from '../../../../operations/access/disable-person.ts'
import { dutyEnd } from '../../../../operations/access/end-duty.ts'
import { personGet } from '../../../../operations/access/get-person.ts'
import { dutyGive } from '../../../../operations/access/give-duty.ts'
import { personList } from '../../../../operations/access/list-people.ts'
import { personResetLink } from '../../../../operations/access/make-reset-link.ts'
import { personEndSessions } from '../../../../operations/access/own-sessions.ts'
import { personErase } from '../../../../operations/access/personal-data.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import { organisationResolve } from '../../../../operations/organisation/resolve-organisation.ts'
import { addresses, personHref, withQuery } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { ChoiceField, TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { InstantText, Sentence } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { Duties, type DutyShown, EndDuty, FormChoice, personName, Term, termOf, typedOf } from './duties.tsx'
import { Provider } from './provider.tsx'

/** One person: roles over terms, deputies, how he signs in, where he is signed in. */
export const personPage: Page = {
  path: `${addresses.people}/:id`,
  get: (asked) => show(asked, null, null, null),
  async post(asked, form) {
    const id = asked.param('id')
    const viec = form.text('viec')
    if (viec === 'duong-dan') {
      const made = await asked.ask(personResetLink, { id })
      return made.ok ? show(asked, null, null, made.value) : show(asked, null, made.refusal, null)
    }
    const done = await act(asked, id, viec, form)
    return done.ok ? redirect(withQuery(personHref(id), { xong: viec })) : show(asked, form, done.refusal, null)
  },
}

/** The acts of the page, by the button that was pressed. */
async function act(asked: Asked, id: string, viec: string, form: Form): Promise<Result<unknown, Refusal>> {
  const version = form.text('version')
  if (viec === 'sua') {
    return asked.ask(personCorrect, { id, version, ...typedOf(form, { name: 'ho-ten', login: 'ten-dang-nhap', email: 'thu-dien-tu' }) })
  }
  if (viec === 'giao') return give(asked, id, form)
  if (viec === 'thoi') return asked.ask(dutyEnd, { id: form.text('vai-tro'), version, ...typedOf(form, { to: 'den', basis: 'can-cu' }) })
  if (viec === 'tam-dung') return asked.ask(personDisable, { id, version })
  if (viec === 'mo-lai') return asked.ask(personEnable, { id, version })
  if (viec === 'dang-xuat') return asked.ask(personEndSessions, { id })
  if (viec === 'gan') return asked.ask(personBindProvider, { id, version, ...typedOf(form, { issuer: 'noi-cap', subject: 'ma-nguoi' }) })
  if (viec === 'go') return asked.ask(personUnbindProvider, { id, version, ...typedOf(form, { issuer: 'noi-cap' }) })
  if (viec === 'xoa') return asked.ask(personErase, { id, version, ...typedOf(form, { basis: 'can-cu-xoa' }) })
  return refuse({ code: 'no-such-act' })
}

async function give(asked: Asked, id: string, form: Form): Promise<Result<unknown, Refusal>> {
  const body = await bodyOf(asked, form.text('co-quan'))
  if (!body.ok) return body
  const deputy = typedOf(form, { deputyFor: 'thay', form: 'hinh-thuc' })
  return asked.ask(dutyGive, { person: id, role: form.text('vai'), organisation: body.value, ...termOf(form), ...deputy })
}

/** The body a name means today, our own first; nothing is guessed at here, also not the rest of a name, since a role is given by it. */
async function bodyOf(asked: Asked, name: string): Promise<Result<string, Refusal>> {
  if (name.trim() === '') return refuse({ code: 'missing-parameter', data: { name: asked.say('duty.organisation') } })
  const found = await asked.ask(organisationResolve, { q: name.slice(0, 300), limit: 5 })
  if (!found.ok) return found
  // a bare «Sở Y tế» is never another locality’s
  const isHere = (of: string): boolean => of === '' || [asked.locality, name].some((one) => fold(one).endsWith(fold(of)))
  const meant = found.value.items.find((one) => isNamed(one.matched) && isHere(one.of))
  if (meant !== undefined) return ok(meant.id)
  const near = found.value.items.map((one) => (isHere(one.of) ? one.name : `${one.name}, ${one.of}`)).join('; ')
  const what = `${asked.say('duty.organisation').toLowerCase()} «${name}»${near === '' ? '' : ` (${near}?)`}`
  return refuse({ code: 'not-found', data: { what } })
}

type Link = { readonly path: string; readonly expiresAt: string }

async function show(asked: Asked, typed: Form | null, refusal: Refusal | null, link: Link | null): Promise<Answer> {
  const { say, language } = asked
  const found = await asked.ask(personGet, { id: asked.param('id') })
  if (!found.ok) return refused(found.refusal)
  const { person, deputies, sessions } = found.value
  const action = personHref(person.id)
  const others = await asked.ask(personList, { limit: 500 })
  const name = personName(asked, person.name)
  // an auditor reads what he is; what changes it, and how he signs in, is not shown to him
  // of who was erased nothing is to be changed any more
  const keeps = person.name !== '' && denied(asked.context.who, personCorrect.access) === null
  return view({
    heading: name,
    crumbs: [{ label: say('people.heading'), href: addresses.people }],
    lede: say(person.sample ? 'people.sample' : person.disabled ? 'people.held' : 'people.open'),
    data: found.value,
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    body: (
      <div className="grid g-2-1">
        <div className="stack">
          {refusal === null ? null : <ErrorSummary refusal={refusal} />}
          {link === null ? null : (
            <Notice kind="o" live>
              <Sentence of="person.link.made" put={{ until: <InstantText of={link.expiresAt} /> }} />
              <p className="hash">{`${asked.from.origin}${link.path}`}</p>
            </Notice>
          )}
          <Card id="vai-tro" title={say('people.duties')} flush>
            {person.duties.length === 0 ? (
              <p className="bd md muted">{say('person.no-duties')}</p>
            ) : (
              <Duties
                of={person.duties}
                label={say('people.duties')}
                {...(keeps
                  ? {
                      act: (duty: DutyShown) =>
                        duty.holds || duty.from > asked.context.today ? <EndDuty duty={duty} action={action} /> : null,
                    }
                  : {})}
              />
            )}
          </Card>
          {deputies.length === 0 ? null : (
            <Card id="lam-thay" title={say('person.deputies')} flush>
              <Duties of={deputies} label={say('person.deputies')} who />
            </Card>
          )}
          {keeps ? (
            <Card id="giao-vai-tro" title={say('duty.give')} note={say('duty.give.why')}>
              <form className="stack" method="post" action={action}>
                <ChoiceField
                  id="vai"
                  name="vai"
                  label={say('duty.role')}
                  value={typed?.text('vai') ?? 'specialist'}
                  choices={roles.map((role) => ({ value: role, label: roleNames[role][language] }))}
                />
                <TextField
                  id="co-quan"
                  name="co-quan"
                  label={say('duty.organisation')}
                  hint={say('duty.organisation.hint')}
                  value={typed?.text('co-quan') ?? ''}
                  required
                />
                <Term typed={typed} />
                <FormChoice typed={typed} none />
                <ChoiceField
                  id="thay"
                  name="thay"
                  label={say('duty.principal')}
                  value={typed?.text('thay') ?? ''}
                  choices={[
                    { value: '', label: say('duty.form.none') },
                    ...(others.ok ? others.value.items : [])
                      .filter((one) => one.id !== person.id && !one.disabled)
                      .map((one) => ({ value: one.id, label: personName(asked, one.name) })),
                  ]}
                />
                <button className="btn btn--p" type="submit" name="viec" value="giao">
                  {say('duty.give')}
                </button>
              </form>
            </Card>
          ) : null}
        </div>
        {keeps ? (
          <div className="stack">
            <Card id="thong-tin" title={say('person.facts')}>
              <form className="stack" method="post" action={action}>
                <input type="hidden" name="version" value={person.version} />
                <TextField id="ho-ten" name="ho-ten" label={say('person.name')} value={person.name} required />
                <TextField id="ten-dang-nhap" name="ten-dang-nhap" label={say('sign-in.login')} value={found.value.login ?? ''} optional />
                <TextField
                  id="thu-dien-tu"
                  name="thu-dien-tu"
                  type="email"
                  label={say('person.email')}
                  hint={say('person.email.hint')}
                  value={found.value.email ?? ''}
                  optional
                />
                <button className="btn" type="submit" name="viec" value="sua">
                  {say('person.save')}
                </button>
              </form>
            </Card>
            <Card id="dang-nhap" title={say('person.entrance')}>
              <Facts
                of={[
                  { term: say('sign-in.password.label'), is: say(found.value.hasPassword ? 'person.has-password' : 'person.no-password') },
                  { term: say('person.sessions'), is: sessions.length },
                ]}
              />
              <form className="row gap" method="post" action={action}>
                <input type="hidden" name="version" value={person.version} />
                <button className="btn" type="submit" name="viec" value="duong-dan">
                  {say('person.link')}
                </button>
                <button className="btn" type="submit" name="viec" value="dang-xuat">
                  {say('person.end-sessions')}
                </button>
                {person.disabled ? (
                  <button className="btn" type="submit" name="viec" value="mo-lai">
                    {say('person.enable')}
                  </button>
                ) : (
                  <button className="btn btn--d" type="submit" name="viec" value="tam-dung">
                    {say('person.disable')}
                  </button>
                )}
              </form>
            </Card>
            {person.sample ? null : (
              <Provider
                bound={found.value.providers}
                version={person.version}
                action={action}
                issuer={asked.entrance.provider?.issuer ?? null}
                typed={typed?.text('viec') === 'gan' ? typed : null}
              />
            )}
            <Card id="xoa" title={say('person.erase')} note={say('person.erase.why')}>
              <form className="stack" method="post" action={action}>
                <input type="hidden" name="version" value={person.version} />
                <TextField
                  id="can-cu-xoa"
                  name="can-cu-xoa"
                  label={say('person.erase.basis')}
                  value={typed?.text('can-cu-xoa') ?? ''}
                  required
                />
                <button className="btn btn--d" type="submit" name="viec" value="xoa">
                  {say('person.erase.do')}
                </button>
              </form>
            </Card>
          </div>
        ) : null}
      </div>
    ),
  })
}
