import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { mayFollow, type ReportAnswer, reportAnswers } from '../../../../kernel/dataset/figure-report.ts'
import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { figureReportAnswer } from '../../../../operations/figure-report/answer-figure-report.ts'
import { figureReportGet } from '../../../../operations/figure-report/list-figure-reports.ts'
import { addresses, datasetHref, figureReportHref, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField, ChoiceField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { InstantText, useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../page.ts'
import { rowNamed } from './row-named.ts'
import { Said, StateMark } from './said.tsx'

/** One report, and where its steward answers it: with the reason, and the version that corrects it. [DAT-50] */
type Report = z.infer<typeof figureReportGet.output>
type Typed = { readonly outcome: string; readonly reason: string; readonly version: string }

export const figureReportOnePage: Page = {
  path: `${addresses.figureReports}/:id`,
  get: (asked) => show(asked, null, null),
  async post(asked, form) {
    const typed = { outcome: form.text('ket-qua'), reason: form.text('ly-do'), version: form.text('phien-ban') }
    const done = await asked.act(form.text('khoa'), figureReportAnswer, {
      id: asked.param('id'),
      outcome: typed.outcome,
      reason: typed.reason,
      ...(typed.outcome === 'corrected' && typed.version !== '' ? { version: Number(typed.version) } : {}),
    })
    return done.ok ? redirect(withQuery(figureReportHref(asked.param('id')), { xong: 'da-tra-loi' })) : show(asked, done.refusal, typed)
  },
}

async function show(asked: Asked, refusal: Refusal | null, typed: Typed | null): Promise<Answer> {
  const { say } = asked
  const found = await asked.ask(figureReportGet, { id: asked.param('id') })
  if (!found.ok) return refused(found.refusal)
  const of = found.value
  const dataset = await asked.ask(datasetGet, { id: of.dataset.slug })
  if (!dataset.ok) return refused(dataset.refusal)
  const column = dataset.value.columns.find(({ name }) => name === of.column)
  const row = await rowNamed(asked, dataset.value, of.version, of.row)
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('figures.no', { no: of.no }),
    crumbs: [
      { label: say('nav.figure-reports'), href: addresses.figureReports },
      { label: of.dataset.title, href: datasetHref(of.dataset.slug) },
    ],
    data: of,
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} field={refusal.data?.['name'] === 'reason' ? 'ly-do' : 'phien-ban'} />}
        {asked.query.get('xong') === 'da-tra-loi' && refusal === null ? (
          <Notice kind="o" live>
            {say('figures.answer.done')}
          </Notice>
        ) : null}
        <Card id="da-bao" title={say('figures.said')} aside={<StateMark of={of.state} />} foot={<Cell of={of} />}>
          <Said of={of} column={column} row={row} from={of.person?.name ?? of.contact ?? say('figures.from.unknown')} />
        </Card>
        {of.answer === null ? null : (
          <Card id="tra-loi" title={say('figures.answer')} note={of.answeredAt === null ? undefined : <InstantText of={of.answeredAt} />}>
            <p className="pre">{of.answer}</p>
          </Card>
        )}
        {of.mayAnswer ? <AnswerForm of={of} dataset={dataset.value} typed={typed} /> : null}
      </div>
    ),
  })
}

/** The way to what the reader saw. */
function Cell({ of }: { of: Report }) {
  const say = useSay()
  return <a href={datasetHref(of.dataset.slug, { 'phien-ban': of.version })}>{say('figures.see', { n: of.version })}</a>
}

function AnswerForm({ of, dataset, typed }: { of: Report; dataset: DatasetView; typed: Typed | null }) {
  const say = useSay()
  const outcomes = reportAnswers.filter((outcome) => mayFollow(of.state, outcome))
  if (outcomes.length === 0) return null
  const later = dataset.versions.filter(({ n }) => n > of.version)
  const offered = outcomes.filter((outcome): outcome is ReportAnswer => outcome !== 'corrected' || later.length > 0)
  return (
    <Card
      id="viet-tra-loi"
      title={say('figures.answer.do')}
      note={later.length === 0 ? say(of.state === 'accepted' ? 'figures.answer.bring-version' : 'figures.answer.no-version') : undefined}
    >
      <form method="post" className="stack">
        <input type="hidden" name="khoa" value={randomUUID()} />
        <ChoiceField
          id="ket-qua"
          name="ket-qua"
          label={say('figures.outcome')}
          value={typed?.outcome ?? ''}
          choices={[
            { value: '', label: say('figures.outcome.choose') },
            ...offered.map((outcome) => ({ value: outcome, label: say(`figures.outcome.${outcome}`) })),
          ]}
        />
        {later.length === 0 ? null : (
          <ChoiceField
            id="phien-ban"
            name="phien-ban"
            label={say('figures.outcome.version')}
            hint={say('figures.outcome.version.hint')}
            value={typed?.version ?? String(dataset.current.n)}
            choices={later.map(({ n, note }) => ({ value: String(n), label: note === null ? String(n) : `${n} · ${note}` }))}
          />
        )}
        <AreaField
          id="ly-do"
          name="ly-do"
          label={say('figures.reason')}
          hint={say('figures.reason.hint')}
          rows={4}
          required
          value={typed?.reason ?? ''}
        />
        <p className="row gap">
          <button type="submit" className="btn btn--p">
            {say('figures.answer.send')}
          </button>
          <a className="btn btn--q" href={addresses.figureReports}>
            {say('figures.back-list')}
          </a>
        </p>
      </form>
    </Card>
  )
}
