import type { TextKey } from '../../../base/text/text.ts'
import { addresses, withQuery } from '../addresses.ts'
import { Card } from '../components/card.tsx'
import { AreaField, TextField } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { type Asked, type Form, type View, view } from '../page.ts'

/**
 * A form that came without a session: nothing of it was done, and all of it is here, to be sent again once its sender has signed
 * in beside it. What people type is shown; what the page itself had put in goes along unseen. Passwords are not given back. [ACC-12]
 */
export const sessionOver = (asked: Asked, form: Form): View => {
  const { say } = asked
  const fields = form.names
    .filter((name) => !name.startsWith(SECRET))
    .flatMap((name) => form.all(name).map((value, i) => ({ id: `${name}-${i}`, name, value })))
  return view({
    status: 401,
    heading: say('session-over.heading'),
    lede: say('session-over.lede'),
    body: (
      <div className="stack form-page">
        <Card id="dang-nhap-lai" title={say('shell.sign-in')}>
          <p>{say('session-over.first')}</p>
          <p>
            <a className="btn btn--p" href={addresses.signIn} target="_blank" rel="noopener">
              {say('session-over.open')}
            </a>
          </p>
          <p>{say('session-over.then')}</p>
        </Card>
        <Card id="da-nhap" title={say('session-over.typed')}>
          <form
            method="post"
            action={withQuery(asked.path, Object.fromEntries(asked.query))}
            encType={form.files.length === 0 ? undefined : 'multipart/form-data'}
            className="stack"
          >
            {fields.map((field) => (
              <Typed key={field.id} of={field} asked={asked} />
            ))}
            {form.names.some((name) => name.startsWith(SECRET)) ? <Notice kind="w">{say('session-over.secret')}</Notice> : null}
            {form.files.length === 0 ? null : <Notice kind="w">{say('session-over.files')}</Notice>}
            {form.files.map((name) => (
              <div className="f" key={name}>
                <label htmlFor={name}>{say('field.files')}</label>
                <input id={name} name={name} type="file" multiple className="in" />
              </div>
            ))}
            <p>
              <button type="submit" className="btn btn--p">
                {say('session-over.send')}
              </button>
            </p>
          </form>
        </Card>
      </div>
    ),
  })
}

const SECRET = 'mat-khau'

/** What the forms of work call the fields that people type into. */
const labels: Readonly<Record<string, TextKey>> = {
  'noi-dung': 'field.words',
  'ly-do': 'field.reason',
  'tien-do': 'field.percent',
  ngay: 'field.day',
  'van-ban': 'field.document',
  'viec-phai-lam': 'field.title',
  'chu-tri': 'field.lead',
  'dong-chu-tri': 'field.coLead',
  'phoi-hop': 'field.coordinating',
  'noi-nhan': 'field.recipients',
  han: 'field.due',
  'can-cu': 'field.basis',
  ten: 'field.name',
  tu: 'succession.from',
  ve: 'succession.to',
  'so-hieu': 'field.number',
  'co-quan': 'field.issuer',
  'trich-yeu': 'field.abstract',
  'ngay-ban-hanh': 'field.issued',
}

function Typed({ of, asked: { say } }: { of: { readonly id: string; readonly name: string; readonly value: string }; asked: Asked }) {
  const label = labels[of.name]
  if (label === undefined || of.value === '') return <input type="hidden" name={of.name} value={of.value} />
  const words = say(label)
  const called = words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
  const rows = Math.min(16, of.value.split('\n').length + 1)
  return of.value.length > SHORT || rows > 2 ? (
    <AreaField id={of.id} name={of.name} label={called} rows={rows} value={of.value} />
  ) : (
    <TextField id={of.id} name={of.name} label={called} value={of.value} />
  )
}
/** Longer is read better in an area. */
const SHORT = 60
