import type { ReactNode } from 'react'
import { comparable } from '../../../../kernel/dataset/comparable.ts'
import { answersFor } from '../../../../kernel/dataset/describe.ts'
import { datasetGet } from '../../../../operations/dataset/get-dataset.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { figureReportList } from '../../../../operations/figure-report/list-figure-reports.ts'
import { addresses, datasetHref, describeHref, reportFigureHref, withQuery } from '../../addresses.ts'
import { Icon } from '../../components/icon.tsx'
import type { IconName } from '../../components/icon-shapes.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { StatusMark } from '../../components/status.tsx'
import { type Answer, type Asked, type Page, refused, view } from '../../page.ts'
import { About } from './about.tsx'
import { ApiView } from './api-view.tsx'
import { ColumnsView } from './columns-view.tsx'
import { AccessMark } from './marks.tsx'
import { versionsView } from './versions-view.tsx'
import { carriedView } from './view/carried-view.tsx'
import { chartView } from './view/chart-view.tsx'
import { mapView } from './view/map-view.tsx'
import { rowsView } from './view/rows-view.tsx'

/** One dataset: its rows, what its columns mean, its versions and how they differ, how a program reads it. */
const views = ['table', 'chart', 'map', 'carried', 'columns', 'versions', 'api'] as const
export type DatasetViewName = (typeof views)[number]
/** As they stand in the address. */
const words: Readonly<Record<DatasetViewName, string>> = {
  table: '',
  chart: 'bieu-do',
  map: 'ban-do',
  carried: 'dia-gioi',
  columns: 'tu-dien',
  versions: 'phien-ban',
  api: 'api',
}
const icons: Readonly<Record<DatasetViewName, IconName>> = {
  table: 'table',
  chart: 'chart-line',
  map: 'map',
  carried: 'arrow-right-left',
  columns: 'book-open',
  versions: 'clipboard-list',
  api: 'code',
}

export const datasetPage: Page = {
  path: `${addresses.datasets}/:slug`,
  async get(asked) {
    const found = await asked.ask(datasetGet, { id: asked.param('slug') })
    if (!found.ok) return refused(found.refusal)
    const dataset = found.value
    const chosen = views.find((name) => words[name] === (asked.query.get('xem') ?? '')) ?? 'table'
    const shown =
      chosen === 'table'
        ? await rowsView(asked, dataset)
        : chosen === 'versions'
          ? await versionsView(asked, dataset)
          : chosen === 'chart'
            ? await chartView(asked, dataset)
            : chosen === 'map'
              ? await mapView(asked, dataset)
              : chosen === 'carried'
                ? await carriedView(asked, dataset)
                : {
                    body: chosen === 'columns' ? <ColumnsView of={dataset} /> : <ApiView of={dataset} origin={asked.from.origin} />,
                  }
    return 'kind' in shown ? shown : page(asked, dataset, chosen, shown.body, await waitingReports(asked, dataset))
  },
}

/** How many readers' reports wait, for who answers them; of others' it is nobody's business. */
async function waitingReports(asked: Asked, { id, custodian }: DatasetView): Promise<number> {
  if (!answersFor(asked.context.who, custodian)) return 0
  const found = await asked.ask(figureReportList, { dataset: id, limit: 1 })
  return found.ok ? found.value.waiting : 0
}

function page(asked: Asked, dataset: DatasetView, chosen: DatasetViewName, body: ReactNode, reports: number): Answer {
  const { say } = asked
  return view({
    heading: dataset.title,
    crumbs: [{ label: say('nav.datasets'), href: addresses.datasets }],
    lede: (
      <>
        {dataset.description === null ? null : <p>{dataset.description}</p>}
        <p className="dsm">
          <AccessMark of={dataset.access} />
          <Punctual of={dataset} />
          {dataset.custodianName === null && dataset.source === null ? null : (
            <span>
              <Icon name="landmark" />
              {dataset.custodianName ?? dataset.source}
            </span>
          )}
        </p>
      </>
    ),
    actions: (
      <>
        <a className="btn" href="#tai-ve">
          <Icon name="download" />
          {say('download.title')}
        </a>
        <a className="btn" href={reportFigureHref(dataset.slug)}>
          <Icon name="flag" />
          {say('figures.report')}
        </a>
        {dataset.mayKeep ? (
          <>
            <a className="btn" href={describeHref(dataset.slug)}>
              <Icon name="square-pen" />
              {say('about.edit')}
            </a>
            <a className="btn btn--p" href={withQuery(addresses.imports, { bo: dataset.slug })}>
              <Icon name="file-up" />
              {say('about.new-version')}
            </a>
          </>
        ) : null}
      </>
    ),
    sample: dataset.sample,
    data: dataset,
    body: (
      <>
        {asked.query.get('xong') === 'mo-ta' ? (
          <Notice kind="o" live>
            {say('describe.saved')}
          </Notice>
        ) : null}
        {reports === 0 ? null : (
          <Notice kind="w">
            {say('figures.waiting-here', { n: reports })}{' '}
            <a href={withQuery(addresses.figureReports, { bo: dataset.slug })}>{say('figures.open-them')}</a>
          </Notice>
        )}
        <div className="stack">
          <section className="card" aria-label={say('dataset.views')}>
            <Tabs of={dataset} chosen={chosen} />
            {body}
          </section>
          <About of={dataset} />
        </div>
      </>
    ),
  })
}

function Tabs({ of, chosen }: { of: DatasetView; chosen: DatasetViewName }) {
  const say = useSay()
  return (
    <nav className="tabs" aria-label={say('dataset.views')}>
      {views
        .filter((name) => name !== 'carried' || name === chosen || comparable(of.columns) !== null)
        .map((name) => (
          <a key={name} href={datasetHref(of.slug, { xem: words[name] })} aria-current={name === chosen ? 'page' : undefined}>
            <Icon name={icons[name]} />
            {say(`dataset.view.${name}`)}
          </a>
        ))}
    </nav>
  )
}

function Punctual({ of }: { of: DatasetView }) {
  const say = useSay()
  const day = <DayText of={of.current.recordedAt.slice(0, 10)} />
  if (of.late)
    return (
      <span className="late">
        <StatusMark of="overdue" />
        {say('dataset.late')}
      </span>
    )
  return (
    <span>
      <Icon name="circle-check" />
      <Sentence of={of.cadence === null || of.cadence === 'irregular' ? 'dataset.updated-on' : 'dataset.on-time'} put={{ day }} />
    </span>
  )
}
