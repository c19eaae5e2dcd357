import { randomBytes } from 'node:crypto'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { figureReportAdd } from '../../../../operations/figure-report/add-figure-report.ts'
import { addresses, datasetHref, followHref, reportFigureHref } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField, ChoiceField, TextField } from '../../components/field.tsx'
import { Sentence } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { rowNamed } from './row-named.ts'

/** Where a reader says which figure is wrong: of the dataset, of a row of it, of a cell. No account is needed. [DAT-50] */
export const figureReportPage: Page = {
  path: `${addresses.datasets}/:slug/bao-sai`,
  async get(asked) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    return found.ok ? show(asked, found.value, typedIn(asked), null) : refused(found.refusal)
  },
  async post(asked, form) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    return found.ok ? send(asked, found.value, form) : refused(found.refusal)
  },
}

/** So many cells of a row are in sight before it is opened. */
const FEW_CELLS = 8

/** Fields as they are typed; `secret` is made where the form is shown, so that a double click is one report. */
type Typed = {
  readonly secret: string
  readonly version: string
  readonly row: string
  readonly column: string
  readonly words: string
  readonly rightValue: string
  readonly contact: string
}

const freshSecret = (): string => randomBytes(32).toString('base64url')

const typedIn = ({ query }: Asked): Typed => ({
  secret: freshSecret(),
  version: query.get('phien-ban') ?? '',
  row: query.get('dong') ?? '',
  column: query.get('cot') ?? '',
  words: '',
  rightValue: '',
  contact: '',
})

async function send(asked: Asked, of: DatasetView, form: Form): Promise<Answer> {
  const typed: Typed = {
    secret: form.text('khoa'),
    version: form.text('phien-ban'),
    row: form.text('dong').trim(),
    column: form.text('cot'),
    words: form.text('sai'),
    rightValue: form.text('dung'),
    contact: form.text('lien-he'),
  }
  const given = Object.entries(typed).filter(([, value]) => value.trim() !== '')
  const done = await asked.ask(figureReportAdd, { id: of.id, ...Object.fromEntries(given) })
  if (!done.ok) return show(asked, of, typed, done.refusal)
  return redirect(followHref(done.value.secret, { xong: 'da-gui' }))
}

/** The field of the form that a refusal names. */
const fields: Readonly<Record<string, string>> = { words: 'sai', rightValue: 'dung', contact: 'lien-he', column: 'cot', row: 'dong' }

async function show(asked: Asked, of: DatasetView, typed: Typed, refusal: Refusal | null): Promise<Answer> {
  const { say } = asked
  const row = await rowNamed(asked, of, Number(typed.version) || of.current.n, typed.row)
  const stranger = asked.context.who.kind !== 'person'
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('figures.heading'),
    crumbs: [
      { label: say('nav.datasets'), href: addresses.datasets },
      { label: of.title, href: datasetHref(of.slug) },
    ],
    lede: say('figures.lede', { who: of.custodianName ?? say('figures.keeper') }),
    sample: of.sample,
    data: of,
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} field={fields[String(refusal.data?.['name'])] ?? null} />}
        <Card
          id="so-lieu-sai"
          title={say('figures.form')}
          note={row === null ? undefined : <Sentence of="figures.row.named" put={{ row: <a href={row.href}>{row.words}</a> }} />}
        >
          {row === null ? null : (
            <details open={row.cells.length <= FEW_CELLS}>
              <summary>{say('figures.row.cells')}</summary>
              <Facts of={row.cells} />
            </details>
          )}
          <form method="post" action={reportFigureHref(of.slug)} className="stack">
            <input type="hidden" name="khoa" value={typed.secret} />
            <input type="hidden" name="phien-ban" value={typed.version === '' ? of.current.n : typed.version} />
            <ChoiceField
              id="cot"
              name="cot"
              label={say('figures.column')}
              optional
              value={typed.column}
              choices={[{ value: '', label: say('figures.column.none') }, ...of.columns.map(({ name, label }) => ({ value: name, label }))]}
            />
            {row === null ? (
              <TextField
                id="dong"
                name="dong"
                label={say('figures.row')}
                hint={say('figures.row.hint')}
                optional
                figures
                value={typed.row}
              />
            ) : (
              <input type="hidden" name="dong" value={typed.row} />
            )}
            <AreaField
              id="sai"
              name="sai"
              label={say('figures.words')}
              hint={say('figures.words.hint')}
              rows={5}
              required
              value={typed.words}
            />
            <TextField id="dung" name="dung" label={say('figures.right')} optional value={typed.rightValue} />
            {stranger ? (
              <TextField
                id="lien-he"
                name="lien-he"
                label={say('figures.contact')}
                hint={say('figures.contact.hint')}
                optional
                value={typed.contact}
              />
            ) : null}
            <p className="row gap">
              <button type="submit" className="btn btn--p">
                {say('figures.send')}
              </button>
              <a className="btn btn--q" href={datasetHref(of.slug)}>
                {say('figures.back')}
              </a>
            </p>
          </form>
        </Card>
      </div>
    ),
  })
}
