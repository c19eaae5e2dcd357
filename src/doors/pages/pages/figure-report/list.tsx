import { figureReportList } from '../../../../operations/figure-report/list-figure-reports.ts'
import type { FigureReportView } from '../../../../operations/figure-report/views.ts'
import { addresses, figureReportHref, withQuery } from '../../addresses.ts'
import { askedChoice } from '../../asked-choice.ts'
import { TableFrame } from '../../components/card.tsx'
import { Empty } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { InstantText, useSay } from '../../components/reader.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { type Page, refused, view } from '../../page.ts'
import { StateMark } from './said.tsx'

/** What readers said is wrong in the data that a steward keeps; what waits for him first, all of it on request. [DAT-50] */
const PAGE = 50

export const figureReportListPage: Page = {
  path: addresses.figureReports,
  async get(asked) {
    const { say, query } = asked
    const { of: only, unknown } = askedChoice(query, 'xem', 'figures.show', [['tat-ca', 'all'] as const])
    const dataset = query.get('bo')
    const after = query.get('sau')
    const first = Math.max(1, Number.parseInt(query.get('tu') ?? '', 10) || 1)
    const found = await asked.ask(figureReportList, {
      only: only ?? 'waiting',
      limit: PAGE,
      ...(dataset === null ? {} : { dataset }),
      ...(after === null ? {} : { after }),
    })
    if (!found.ok) return refused(found.refusal)
    const { items, next, waiting } = found.value
    const here = { bo: dataset, xem: only === null ? null : 'tat-ca' }
    return view({
      heading: say('nav.figure-reports'),
      lede: say(waiting === 0 ? 'figures.list.none' : 'figures.list.lede', { n: waiting }),
      data: found.value,
      body: (
        <div className="stack">
          <UnknownChoices of={unknown} />
          <p className="shortcuts">
            <a
              className="chip"
              href={withQuery(addresses.figureReports, { bo: dataset })}
              aria-current={only === null ? 'true' : undefined}
            >
              {say('figures.waiting')}
            </a>
            <a
              className="chip"
              href={withQuery(addresses.figureReports, { bo: dataset, xem: 'tat-ca' })}
              aria-current={only === null ? undefined : 'true'}
            >
              {say('figures.all')}
            </a>
          </p>
          <section className="card" aria-label={say('nav.figure-reports')}>
            {items.length === 0 ? (
              <Empty icon="circle-check" title={say(only === null ? 'figures.none-waiting' : 'figures.none')} />
            ) : (
              <>
                <Rows of={items} />
                <Pager
                  first={first}
                  shown={items.length}
                  what={say('figures.what')}
                  firstHref={after === null ? null : withQuery(addresses.figureReports, here)}
                  nextHref={next === null ? null : withQuery(addresses.figureReports, { ...here, sau: next, tu: first + items.length })}
                />
              </>
            )}
          </section>
        </div>
      ),
    })
  },
}

function Rows({ of }: { of: readonly FigureReportView[] }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('figures.what') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('figures.state')}</th>
            <th scope="col">{say('figures.said')}</th>
            <th scope="col">{say('figures.dataset')}</th>
            <th scope="col" className="n">
              {say('figures.made-at')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map((one) => (
            <tr key={one.id}>
              <td>
                <StateMark of={one.state} />
              </td>
              <th scope="row" className="lim">
                <a href={figureReportHref(one.id)}>{say('figures.no', { no: one.no })}</a>
                <small className="sm muted lim3">{one.words}</small>
              </th>
              <td data-l={say('figures.dataset')}>{one.dataset.title}</td>
              <td className="n" data-l={say('figures.made-at')}>
                <InstantText of={one.madeAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
