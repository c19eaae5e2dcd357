import type { Refusal } from '../../../../base/refusals.ts'
import { statusOf } from '../../../../base/refusals.ts'
import { sessionCookie } from '../../../sign-in/cookies.ts'
import { addresses } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { TextField } from '../../components/field.tsx'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../page.ts'

/** What a one-time link opens: making the first administrator, or setting a password of one's own. */
export const setUpPage: Page = {
  path: addresses.setUp,
  get: (asked) => show(asked, asked.query.get('ma') ?? '', { name: '', login: '' }, null),
  async post(asked, form) {
    const link = form.text('ma')
    const typed = { name: form.text('ho-ten').slice(0, 120), login: form.text('ten-dang-nhap').slice(0, 60) }
    const password = form.text('mat-khau')
    if (password !== form.text('mat-khau-lai')) return show(asked, link, typed, { code: 'passwords-differ' })
    const held = await asked.entrance.link(link)
    const opened =
      held?.kind === 'first'
        ? await asked.entrance.setUp(asked.from, link, { ...typed, password })
        : await asked.entrance.setPassword(asked.from, link, password)
    if (!opened.ok) return show(asked, link, typed, opened.refusal)
    return redirect(held?.kind === 'first' ? addresses.people : addresses.account, [sessionCookie(opened.value.secret, asked.from.secure)])
  },
}

type Typed = { readonly name: string; readonly login: string }

async function show(asked: Asked, link: string, typed: Typed, refusal: Refusal | null): Promise<Answer> {
  const { say } = asked
  const held = await asked.entrance.link(link)
  if (held === null) return refused({ code: 'link-spent' })
  const isFirst = held.kind === 'first'
  return view({
    heading: say(isFirst ? 'set-up.first' : 'set-up.password'),
    lede: isFirst ? say('set-up.first.lede') : say('set-up.password.lede', { name: held.name ?? '' }),
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    body: (
      <div className="grid g-1-1">
        <div className="stack">
          {refusal === null ? null : <ErrorSummary refusal={refusal} />}
          <Card id="thiet-lap" title={say(isFirst ? 'set-up.first.form' : 'set-up.password')}>
            <form className="stack" method="post" action={addresses.setUp}>
              <input type="hidden" name="ma" value={link} />
              {isFirst ? (
                <>
                  <TextField id="ho-ten" name="ho-ten" label={say('person.name')} value={typed.name} fill="name" required />
                  <TextField
                    id="ten-dang-nhap"
                    name="ten-dang-nhap"
                    label={say('sign-in.login')}
                    hint={say('person.login.hint')}
                    value={typed.login}
                    fill="username"
                    required
                  />
                </>
              ) : null}
              <NewPassword say={say} />
              <button className="btn btn--p" type="submit">
                {say(isFirst ? 'set-up.first.submit' : 'set-up.password.submit')}
              </button>
            </form>
          </Card>
        </div>
      </div>
    ),
  })
}

/** A new password, typed twice. */
export const NewPassword = ({ say }: Pick<Asked, 'say'>) => (
  <>
    <TextField
      id="mat-khau"
      name="mat-khau"
      type="password"
      label={say('set-up.new')}
      hint={say('set-up.new.hint')}
      value=""
      fill="new-password"
      required
    />
    <TextField id="mat-khau-lai" name="mat-khau-lai" type="password" label={say('set-up.again')} value="" fill="new-password" required />
  </>
)
