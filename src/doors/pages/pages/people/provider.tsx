import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { InstantText, Sentence, useSay } from '../../components/reader.tsx'
import type { Form } from '../../page.ts'

/** Who a person is at the common sign-on: what is bound, and a form to bind it. The subject is never shown again. [ACC-17] */
export function Provider(props: {
  readonly bound: readonly { readonly issuer: string; readonly at: string }[]
  readonly version: number
  readonly action: string
  /** The one this node is set to; null: none. */
  readonly issuer: string | null
  readonly typed: Form | null
}) {
  const say = useSay()
  const { bound, version, action, issuer, typed } = props
  return (
    <Card id="dang-nhap-chung" title={say('provider.heading')} note={say('provider.note')}>
      {bound.map((one) => (
        <form key={one.issuer} className="stack" method="post" action={action}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="noi-cap" value={one.issuer} />
          <p className="md">
            <b className="hash">{one.issuer}</b> <Sentence of="provider.since" put={{ at: <InstantText of={one.at} /> }} />
          </p>
          <p>
            <button className="btn btn--d" type="submit" name="viec" value="go">
              {say('provider.unbind')}
            </button>
          </p>
        </form>
      ))}
      <form className="stack" method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        <TextField
          id="noi-cap"
          name="noi-cap"
          label={say('provider.issuer')}
          hint={issuer === null ? say('provider.issuer.none') : say('provider.issuer.hint', { issuer })}
          value={typed?.text('noi-cap') ?? issuer ?? ''}
          required
        />
        <TextField
          id="ma-nguoi"
          name="ma-nguoi"
          label={say('provider.subject')}
          hint={say('provider.subject.hint')}
          value={typed?.text('ma-nguoi') ?? ''}
          required
        />
        <button className="btn" type="submit" name="viec" value="gan">
          {say('provider.bind')}
        </button>
      </form>
    </Card>
  )
}
