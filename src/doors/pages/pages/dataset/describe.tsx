import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { type Measure, measures } from '../../../../kernel/place/carry.ts'
import { datasetDescribe } from '../../../../operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { addresses, datasetHref, describeHref } from '../../addresses.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { custodianTyped } from './custodian.ts'
import { DescribeFields, type DescribeTyped, described, describeTyped } from './describe-fields.tsx'
import { confirmed, isConfirmed, PersonalField } from './import/personal-field.tsx'
import { MeasureSelect } from './measure-select.tsx'
import { fieldOf, RetentionForm, type RetentionTyped, saveRetention } from './retention.tsx'

/** Says of a dataset what it is: title, who answers for it, who may see it; of each column its meaning and unit. */
export const describePage: Page = {
  path: `${addresses.describe}/:slug`,
  async get(asked) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    return found.ok ? show(asked, found.value, null) : refused(found.refusal)
  },
  async post(asked, form) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    if (!found.ok) return refused(found.refusal)
    const of = found.value
    return form.text('viec') === 'luu-giu'
      ? saveRetention(asked, of, form, (refusal, retention) => show(asked, of, null, { refusal, retention }))
      : save(asked, of, form)
  },
}

type Problem = {
  readonly refusal: Refusal
  readonly typed: DescribeTyped
  readonly unknownBody: boolean
  readonly columns: Said
  readonly personal?: boolean
}
type Said = readonly (Pick<DatasetView['columns'][number], 'name' | 'unit' | 'meaning'> & {
  readonly measure?: Measure | null | undefined
})[]

async function save(asked: Asked, of: DatasetView, form: Form): Promise<Answer> {
  const typed = describeTyped(form)
  const columns = of.columns.map(({ name, type, measure }, i) => ({
    name,
    // left as nobody said it, it is not said
    ...(isFigure(type) && form.text(`gop-${i}`) !== (measure ?? '')
      ? { measure: measures.find((one) => one === form.text(`gop-${i}`)) ?? null }
      : { measure }),
    unit: form.text(`don-vi-${i}`).trim() || null,
    meaning: form.text(`y-nghia-${i}`).trim() || null,
  }))
  const custodian = await custodianTyped(asked, typed.custodian)
  if (custodian === 'unknown')
    return show(asked, of, {
      refusal: { code: 'bad-value', data: { name: 'custodian', reason: typed.custodian } },
      typed,
      unknownBody: true,
      columns,
    })
  // its fields are those of columns by their place: of another version they would be said of others
  if (form.text('phien-ban') !== String(of.current.n))
    return show(asked, of, { refusal: { code: 'columns-meanwhile' }, typed, unknownBody: false, columns: of.columns })
  const done = await asked.ask(datasetDescribe, {
    id: of.id,
    version: form.text('version'),
    ...described(typed, custodian.id),
    ...confirmed(isConfirmed(form)),
    columns,
  })
  if (!done.ok) return show(asked, of, { refusal: done.refusal, typed, unknownBody: false, columns, personal: isConfirmed(form) })
  return redirect(datasetHref(of.slug, { xong: 'mo-ta' }))
}

function show(
  asked: Asked,
  of: DatasetView,
  problem: Problem | null,
  kept: { readonly refusal: Refusal; readonly retention: RetentionTyped } | null = null,
): Answer {
  const { say } = asked
  const refusal = problem?.refusal ?? kept?.refusal ?? null
  if (!of.mayKeep) return refused({ code: 'not-the-steward' })
  const typed = problem?.typed ?? {
    title: of.title,
    description: of.description ?? '',
    custodian: of.custodianName ?? '',
    basis: of.basis ?? '',
    access: of.access,
    licence: of.licence ?? '',
    attribution: of.attribution ?? '',
    source: of.source ?? '',
    cadence: of.cadence ?? '',
    themes: of.themes,
    contents: of.contents,
    territory: of.territory ?? '',
  }
  return view({
    heading: say('describe.heading'),
    crumbs: [
      { label: say('nav.datasets'), href: addresses.datasets },
      { label: of.title, href: datasetHref(of.slug) },
    ],
    lede: say('describe.lede'),
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    body: (
      <>
        {refusal === null ? null : (
          <ErrorSummary refusal={refusal} field={kept === null ? fieldAsked(problem) : fieldOf(refusal)} of="dataset" />
        )}
        <div className="stack">
          <form method="post" action={describeHref(of.slug)} className="stack">
            <input type="hidden" name="version" value={of.version} />
            <input type="hidden" name="phien-ban" value={of.current.n} />
            <Card id="bo-du-lieu" title={say('import.about')}>
              <DescribeFields of={typed} unknownBody={problem?.unknownBody === true} more={moreOf(of)} />
            </Card>
            <Card id="cac-cot" title={say('describe.columns')} flush>
              <Columns of={of} said={problem?.columns ?? of.columns} />
            </Card>
            <PersonalField of={of.columns} isAsked={refusal?.code === 'import-asks-personal'} confirmed={problem?.personal === true} />
            <p className="acts">
              <button className="btn btn--p" type="submit">
                {say('describe.save')}
              </button>
            </p>
          </form>
          <RetentionForm of={of} typed={kept?.retention ?? null} />
        </div>
      </>
    ),
  })
}

const fieldAsked = (problem: Problem | null): string =>
  problem?.unknownBody === true ? 'don-vi' : problem?.refusal.code === 'import-asks-personal' ? 'du-lieu-ca-nhan' : 'ten'

/** Of all its versions: each can be read. */
const moreOf = ({ versions }: DatasetView) => [
  ...new Set(versions.flatMap(({ fileMore, thinnedAt }) => (thinnedAt === null ? fileMore : []))),
]

const isFigure = (type: DatasetView['columns'][number]['type']): boolean => type === 'integer' || type === 'decimal'

function Columns({ of, said }: { of: DatasetView; said: Said }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('import.columns') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('column.label')}</th>
            <th scope="col">{say('column.meaning')}</th>
            <th scope="col">{say('column.unit')}</th>
            <th scope="col">{say('column.measure')}</th>
          </tr>
        </thead>
        <tbody>
          {of.columns.map((column, i) => (
            <tr key={column.name}>
              <th scope="row" className="lim">
                {column.label}
              </th>
              <td data-l={say('column.meaning')}>
                <input
                  className="in"
                  name={`y-nghia-${i}`}
                  aria-label={`${say('column.meaning')}: ${column.label}`}
                  defaultValue={said[i]?.meaning ?? ''}
                  maxLength={500}
                />
              </td>
              <td data-l={say('column.unit')}>
                <input
                  className="in in--s"
                  name={`don-vi-${i}`}
                  aria-label={`${say('column.unit')}: ${column.label}`}
                  defaultValue={said[i]?.unit ?? ''}
                  maxLength={40}
                />
              </td>
              <td data-l={say('column.measure')}>
                {isFigure(column.type) ? <MeasureSelect name={`gop-${i}`} label={column.label} value={said[i]?.measure ?? ''} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
