import type { Refusal } from '../../../../base/refusals.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import { documentHref } from '../../addresses.ts'
import { DocumentNumber } from '../../components/document-number.tsx'
import { DayField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { DayText, InstantText, useLanguage, useSay } from '../../components/reader.tsx'
import { dayTyped } from '../../dates.ts'
import { refusalWords } from '../../field-words.ts'
import type { Form } from '../../page.ts'
import { DocumentSource } from './reading-notes.tsx'

/** What the document is, in one line, with what it does not say; and the form that corrects it. Its text stays. */
export interface IdentityTyped {
  readonly type: string
  readonly number: string
  readonly issuer: string
  readonly signedOn: string
  readonly abstract: string
}

export const identityOf = (document: DocumentView): IdentityTyped => ({
  type: document.type ?? '',
  number: document.number ?? '',
  issuer: document.issuer ?? '',
  signedOn: dayTyped(document.signedOn),
  abstract: document.abstract ?? '',
})

export const identityFrom = (form: Form): IdentityTyped => ({
  type: form.text('loai').trim(),
  number: form.text('so-hieu').trim(),
  issuer: form.text('co-quan').trim(),
  signedOn: form.text('ngay').trim(),
  abstract: form.text('trich-yeu').trim(),
})

/** Only what differs; an emptied field says that the document does not state it. */
export const identityChanges = (before: IdentityTyped, after: IdentityTyped): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    (['type', 'number', 'issuer', 'signedOn', 'abstract'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, after[field] === '' ? null : after[field]] as const),
  )

export function DocumentFacts(props: {
  readonly document: DocumentView
  readonly action: string
  readonly open: boolean
  readonly typed: IdentityTyped | null
  readonly refusal: Refusal | null
}) {
  const { document } = props
  const say = useSay()
  const isIncomplete = document.number === null || document.issuer === null || document.signedOn === null
  return (
    <section className="card docmeta" id="van-ban-la" aria-label={say('review.document')}>
      <dl>
        <Fact term={say('document.number')} missing={document.number === null ? say('review.number.missing') : null}>
          <DocumentNumber href={documentHref(document.slug)}>{document.number ?? ''}</DocumentNumber>
        </Fact>
        <Fact term={say('document.signed-on')} missing={document.signedOn === null ? say('review.date.missing') : null}>
          <DayText of={document.signedOn ?? ''} />
        </Fact>
        <Fact term={say('document.issuer')} missing={document.issuer === null ? say('review.issuer.missing') : null}>
          {document.issuer}
        </Fact>
        <Fact term={say('document.source')} missing={null}>
          <DocumentSource document={document} />
        </Fact>
        <Fact term={say('intake.received')} missing={null}>
          <InstantText of={document.receivedAt} />
        </Fact>
      </dl>
      <details open={props.open}>
        <summary>{isIncomplete ? <span className="asks">{say('review.complete-document')}</span> : say('review.correct-document')}</summary>
        <Correction {...props} />
      </details>
    </section>
  )
}

function Fact({ term, missing, children }: { term: string; missing: string | null; children: React.ReactNode }) {
  return (
    <div className={missing === null ? undefined : 'ask'}>
      <dt>{term}</dt>
      <dd>
        {missing === null ? (
          children
        ) : (
          <span className="asks">
            <Icon name="circle-help" />
            {missing}
          </span>
        )}
      </dd>
    </div>
  )
}

function Correction({ document, action, typed, refusal }: Parameters<typeof DocumentFacts>[0]) {
  const say = useSay()
  const language = useLanguage()
  const value = typed ?? identityOf(document)
  const dayError =
    refusal !== null && (refusal.code === 'bad-day' || refusal.data?.['name'] === 'signedOn') ? refusalWords(refusal, say, language) : null
  return (
    <form className="form" method="post" action={action}>
      <input type="hidden" name="viec" value="van-ban" />
      <input type="hidden" name="version" value={document.version} />
      <p className="hint">{say('review.ask')}</p>
      <div className="frow">
        <TextField id="loai" name="loai" label={say('document.type')} value={value.type} />
        <TextField id="so-hieu" name="so-hieu" label={say('document.number')} value={value.number} />
      </div>
      <div className="frow">
        <TextField id="co-quan" name="co-quan" label={say('document.issuer')} value={value.issuer} />
        <DayField id="ngay" name="ngay" label={say('document.signed-on')} value={value.signedOn} error={dayError} />
      </div>
      <TextField id="trich-yeu" name="trich-yeu" label={say('document.abstract')} value={value.abstract} optional />
      <p className="acts after">
        <button className="btn" type="submit">
          {say('review.save')}
        </button>
      </p>
    </form>
  )
}
