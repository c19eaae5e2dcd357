import type { Say } from '../../../../base/text/text.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { datasetBytesHref, datasetFileHref } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { DayText, NumberText, useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { moreWords } from './import/more-words.ts'
import { PathOfData } from './path.tsx'
import { MOST_SHEET_ROWS } from './sheets.ts'

/**
 * Below the data, which have the width of the page: what it is, who answers for it and where it comes from; beside that, what may
 * be taken along and how good it is. [PAG-45]
 */
export function About({ of }: { of: DatasetView }) {
  return (
    <div className="grid g-task">
      <div className="stack">
        <Described of={of} />
        <PathOfData of={of} />
      </div>
      <div className="stack">
        <Downloads of={of} />
        <Quality of={of} />
      </div>
    </div>
  )
}

function Downloads({ of }: { of: DatasetView }) {
  const say = useSay()
  const language = useLanguage()
  const { n } = of.current
  const file = (dang: string, more: Readonly<Record<string, string>> = {}): string =>
    datasetFileHref(of.slug, { dang, 'phien-ban': n, ...more })
  const ways = [
    { href: file('csv'), name: 'CSV', what: say('download.csv') },
    { href: file('csv', { for: 'spreadsheet' }), name: say('download.csv-sheet'), what: say('download.csv-sheet.why') },
    ...(of.current.rows <= MOST_SHEET_ROWS ? [{ href: file('xlsx'), name: 'XLSX', what: say('download.xlsx') }] : []),
    { href: file('json'), name: 'JSON', what: say('download.json') },
    ...(of.columns.some(({ type }) => type === 'geometry')
      ? [{ href: file('geojson'), name: 'GeoJSON', what: say('download.geojson') }]
      : []),
    ...(of.current.fileMore.length > 0 && !of.mayTakeWhole
      ? []
      : [{ href: datasetBytesHref(of.id, n, 'file'), name: say('download.original'), what: originalWords(of, say) }]),
  ]
  return (
    <Card id="tai-ve" title={say('download.title')} note={say('download.version', { n: numberWords(n, language) })} flush>
      <ul className="dls">
        {ways.map(({ href, name, what }) => (
          <li key={name}>
            <a href={href} download>
              <Icon name="download" />
              <b>{name}</b>
              <span className="sm muted">{what}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** That it is not for all who see the dataset, told to whom it is offered. [DAT-120] */
const originalWords = ({ current: { fileName, fileMore } }: DatasetView, say: Say): string =>
  fileMore.length === 0 ? fileName : `${fileName}; ${say('download.original.kept', { more: moreWords(fileMore, say) })}`

function Described({ of }: { of: DatasetView }) {
  const say = useSay()
  const told = (text: string | null) => text ?? <span className="muted">{say('datasets.untold')}</span>
  return (
    <Card id="thong-tin" title={say('about.title')}>
      <Facts
        of={[
          { term: say('about.custodian'), is: told(of.custodianName) },
          { term: say('about.source'), is: told(of.source) },
          { term: say('about.basis'), is: told(of.basis) },
          { term: say('about.cadence'), is: told(of.cadence === null ? null : say(`cadence.${of.cadence}`)) },
          ...(of.current.validOn === null ? [] : [{ term: say('about.valid-on'), is: <DayText of={of.current.validOn} /> }]),
          { term: say('about.territory'), is: told(of.territory) },
          ...(of.current.columnsLeftOut.length === 0
            ? []
            : [{ term: say('about.columns-left-out'), is: of.current.columnsLeftOut.map(({ label }) => label).join(', ') }]),
          { term: say('about.rows'), is: <NumberText of={of.current.rows} /> },
          { term: say('about.licence'), is: told(of.licence) },
          ...(of.attribution === null ? [] : [{ term: say('about.attribution'), is: of.attribution }]),
          ...(of.contents.length === 0
            ? []
            : [{ term: say('about.contents'), is: of.contents.map((one) => say(`content.${one}`)).join('; ') }]),
          { term: say('about.who'), is: say(`access.${of.access}.who`) },
        ]}
      />
    </Card>
  )
}

/** A score, and why it is not higher. */
function Quality({ of: { quality } }: { of: DatasetView }) {
  const say = useSay()
  const language = useLanguage()
  const shown = (n: number | undefined): string => numberWords(n ?? 0, language)
  return (
    <Card id="chat-luong" title={say('quality.title')} note={say('quality.score', { n: quality.score })}>
      <svg className="bar qbar" role="img" aria-label={say('quality.score', { n: quality.score })} width="100%" height="10">
        <rect className="qtrack" width="100%" height="10" rx="3" />
        <rect className="qfill" width={`${quality.score}%`} height="10" rx="3" />
      </svg>
      {quality.lost.length === 0 ? (
        <p className="md">{say('quality.full')}</p>
      ) : (
        <ul className="qlost">
          {quality.lost.map(({ reason, points, n, of }) => (
            <li key={reason}>
              <span>{say(`quality.lost.${reason}`, { n: shown(n), of: shown(of) })}</span>
              <span className="tn muted">{say('quality.points', { n: points })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
