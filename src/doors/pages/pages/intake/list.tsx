import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { documentList } from '../../../../operations/document/list-documents.ts'
import { documentReceive } from '../../../../operations/document/receive-document.ts'
import type { DocumentRow } from '../../../../operations/document/views.ts'
import { receiveFields } from '../../../reading/file-fields.ts'
import { addresses, reviewHref, withQuery } from '../../addresses.ts'
import { BroughtList } from '../../components/brought-list.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField, DayField } from '../../components/field.tsx'
import { DayText, InstantText, Sentence, useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'

/** Taking a directive in: paste it or choose a file; beside it what was received before, and how far each has come. */
export const intakeListPage: Page = {
  path: addresses.intake,
  get: (asked) => show(asked, null),
  post: receive,
}

interface Problem {
  readonly refusal: Refusal
  readonly text: string
  readonly issued: string
}

const PAGE = 20

async function show(asked: Asked, problem: Problem | null): Promise<Answer> {
  const after = asked.query.get('sau')
  const found = await asked.ask(documentList, { limit: PAGE, ...(after === null ? {} : { after }) })
  if (!found.ok) return refused(found.refusal)
  const { items, next } = found.value
  const waiting = items.filter((row) => row.counts.proposed > 0).length
  const receives = problem !== null || denied(asked.context.who, documentReceive.access) === null
  return view({
    heading: asked.say('intake.heading'),
    lede:
      next === null && after === null ? (
        <Sentence of="intake.lede" blanks={{ n: items.length, waiting }} put={{ day: <DayText of={asked.context.today} /> }} />
      ) : (
        <Sentence of="intake.lede.more" put={{ day: <DayText of={asked.context.today} /> }} />
      ),
    ...(problem === null ? {} : { status: statusOf(problem.refusal) }),
    sample: items.some((row) => row.sample),
    data: found.value,
    body: (
      <>
        {problem === null ? null : <ErrorSummary refusal={problem.refusal} field={fieldOf(problem.refusal)} />}
        <div className={receives ? 'napg' : undefined}>
          {receives ? <Start text={problem?.text ?? ''} issued={problem?.issued ?? ''} /> : null}
          <Received rows={items} next={next} />
        </div>
      </>
    ),
  })
}

const fieldOf = (refusal: Refusal): string =>
  refusal.code === 'bad-day' || refusal.data?.['name'] === 'issued' ? 'ngay-ban-hanh' : 'van-ban'

async function receive(asked: Asked, form: Form): Promise<Answer> {
  const typed = { text: form.text('van-ban'), issued: form.text('ngay-ban-hanh').trim() }
  if (form.refused !== null) return show(asked, { ...typed, refusal: form.refused })
  const file = await form.file('tep')
  const why = denied(asked.context.who, documentReceive.access)
  const read =
    file === null || why !== null
      ? { ok: true as const, value: { text: typed.text, source: 'pasted' } }
      : await receiveFields(asked.context, asked.files, file.name, file.bytes)
  if (!read.ok) return show(asked, { ...typed, refusal: read.refusal })
  const received = await asked.ask(documentReceive, {
    ...read.value,
    ...(typed.issued === '' ? {} : { issued: typed.issued }),
  })
  if (!received.ok) return show(asked, { ...typed, refusal: received.refusal })
  const { slug, existing, tasks, converted } = received.value
  const done = existing ? { xong: 'existing' } : { xong: 'received', so: tasks, ...(converted === null ? {} : { 'bang-ma': converted }) }
  return redirect(withQuery(reviewHref(slug), done))
}

function Start({ text, issued }: { text: string; issued: string }) {
  const say = useSay()
  return (
    <form className="card" method="post" action={addresses.intake} encType="multipart/form-data" aria-labelledby="h-nap">
      <div className="hd">
        <h2 id="h-nap">{say('intake.new')}</h2>
      </div>
      <div className="bd">
        <AreaField
          id="van-ban"
          name="van-ban"
          label={say('intake.text')}
          hint={say('intake.text.hint')}
          rows={14}
          className="naptext"
          value={text}
        />
        <div className="frow">
          <div className="f">
            <label htmlFor="tep">{say('intake.file')}</label>
            <span className="hint" id="tep-goi-y">
              {say('intake.file.hint')}
            </span>
            <div className="dropz">
              <input
                id="tep"
                name="tep"
                type="file"
                accept=".txt,.html,.htm,.docx,.pdf,.edxml,.xml,.zip,.png,.jpg,.jpeg,.tif,.tiff"
                aria-describedby="tep-goi-y"
              />
            </div>
          </div>
          <DayField id="ngay-ban-hanh" name="ngay-ban-hanh" label={say('intake.issued')} hint={say('intake.issued.hint')} value={issued} />
        </div>
        <p className="acts after">
          <button className="btn btn--p" type="submit">
            {say('intake.submit')}
          </button>
        </p>
      </div>
      <p className="ft">{say('intake.secret')}</p>
    </form>
  )
}

function Received({ rows, next }: { rows: readonly DocumentRow[]; next: string | null }) {
  const say = useSay()
  return (
    <BroughtList
      id="da-nhan"
      title={say('intake.list')}
      none={{ icon: 'file-input', title: say('intake.none'), why: say('intake.none.why') }}
      more={next === null ? null : { address: addresses.intake, next }}
      rows={rows.map((row) => ({
        key: row.id,
        href: reviewHref(row.slug),
        is: (
          <>
            <b>{row.number === null ? row.title : <DocumentNumber>{row.title}</DocumentNumber>}</b>
            <span className="md">{row.issuer ?? say('review.issuer.missing')}</span>
            <Progress counts={row.counts} />
            <small>
              {say('intake.received')} <InstantText of={row.receivedAt} />
            </small>
          </>
        ),
      }))}
    />
  )
}

/** How far a directive has come, in the words that matter most now. */
export function Progress({ counts }: { counts: DocumentRow['counts'] }) {
  const say = useSay()
  if (counts.proposed > 0) return <span className="fl fl--xem">{say('intake.progress.waiting', { n: counts.proposed })}</span>
  if (counts.confirmed > 0) return <span className="fl fl--cho">{say('intake.progress.confirmed', { n: counts.confirmed })}</span>
  if (counts.assigned > 0) return <span className="fl fl--ok">{say('intake.progress.assigned', { n: counts.assigned })}</span>
  return (
    <span className="fl">
      {counts.discarded > 0 ? say('intake.progress.discarded', { n: counts.discarded }) : say('intake.progress.none')}
    </span>
  )
}
