import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import { figureReportFollow } from '../../../../operations/figure-report/follow-figure-report.ts'
import type { FollowedView } from '../../../../operations/figure-report/views.ts'
import { addresses, datasetHref, followHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { InstantText, Sentence, useSay } from '../../components/reader.tsx'
import { type Page, refused, view } from '../../page.ts'
import { rowNamed } from './row-named.ts'
import { Said, StateMark } from './said.tsx'

/** What became of a report, at an address that nobody guesses: who has it reads the answer, signed in or not. [DAT-50] */
export const followPage: Page = {
  path: `${addresses.followReport}/:secret`,
  async get(asked) {
    const { say } = asked
    const secret = asked.param('secret')
    const found = await asked.ask(figureReportFollow, { secret })
    if (!found.ok) return refused(found.refusal)
    const of = found.value
    const dataset = of.dataset === null ? null : await asked.ask(datasetGet, { id: of.dataset.slug })
    const column = dataset?.ok === true ? dataset.value.columns.find(({ name }) => name === of.column) : undefined
    const row = dataset?.ok === true ? await rowNamed(asked, dataset.value, of.version, of.row) : null
    return view({
      heading: say('figures.no', { no: of.no }),
      crumbs: [
        { label: say('nav.datasets'), href: addresses.datasets },
        ...(of.dataset === null ? [] : [{ label: of.dataset.title, href: datasetHref(of.dataset.slug) }]),
      ],
      lede: say(`figures.state.${of.state}.lede`),
      data: of,
      body: (
        <div className="stack form-page">
          {asked.query.get('xong') === 'da-gui' ? (
            <Notice kind="o" live>
              {say('figures.sent')} <code className="sum">{`${asked.from.origin}${followHref(secret)}`}</code>
            </Notice>
          ) : null}
          <Answered of={of} />
          <Card id="da-bao" title={say('figures.said')} aside={<StateMark of={of.state} />}>
            <Said of={of} column={column} row={row} />
          </Card>
          {of.dataset === null ? <p className="md muted">{say('figures.closed')}</p> : null}
        </div>
      ),
    })
  },
}

function Answered({ of }: { of: FollowedView }) {
  const say = useSay()
  if (of.answer === null) return null
  return (
    <Card
      id="tra-loi"
      title={say('figures.answer')}
      note={of.answeredAt === null ? undefined : <Sentence of="figures.answered-at" put={{ at: <InstantText of={of.answeredAt} /> }} />}
    >
      <p className="pre">{of.answer}</p>
      {of.correctedBy === null || of.dataset === null ? null : (
        <p className="md after">
          <a href={datasetHref(of.dataset.slug, { xem: 'phien-ban', khac: of.correctedBy }, 'khac-biet')}>
            {say('figures.corrected-by', { n: of.correctedBy })}
          </a>
        </p>
      )}
    </Card>
  )
}
