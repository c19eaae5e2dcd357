import { comparable } from '../../../../kernel/dataset/comparable.ts'
import type { Measure } from '../../../../kernel/place/carry.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { TableFrame } from '../../components/card.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { crsWords } from '../../crs-words.ts'

/** The dictionary: what each column says, in which unit, how it is read, and by which name programs read it. */
export function ColumnsView({ of }: { of: DatasetView }) {
  const say = useSay()
  const measures = new Map(comparable(of.columns)?.figures.map(({ column, measure }) => [column.name, measure]))
  return (
    <TableFrame label={say('table.of', { what: say('dataset.view.columns') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('column.label')}</th>
            <th scope="col">{say('column.meaning')}</th>
            <th scope="col">{say('column.type')}</th>
            <th scope="col">{say('column.unit')}</th>
            <th scope="col">{say('column.name')}</th>
          </tr>
        </thead>
        <tbody>
          {of.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row" className="lim">
                {column.label} {of.current.key.includes(column.name) ? <span className="tag">{say('column.key')}</span> : null}
              </th>
              <td data-l={say('column.meaning')}>{column.meaning ?? <span className="muted">{say('column.untold')}</span>}</td>
              <td data-l={say('column.type')}>
                {say(`type.${column.type}`)}
                {column.type === 'geometry' ? <Positions of={column} /> : null}
                <ReadAs of={column} measure={measures.has(column.name) ? (measures.get(column.name) ?? null) : column.measure} />
              </td>
              <td data-l={say('column.unit')}>{column.unit ?? ''}</td>
              <td data-l={say('column.name')}>
                <code>{column.name}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** In which system its positions were, how sure the way from it is, and how many shapes were repaired. [DAT-86] */
function Positions({ of: { crs, repaired } }: { of: DatasetView['columns'][number] }) {
  const say = useSay()
  return (
    <span className="sm muted">
      {' · '}
      {say('column.crs', { system: crsWords(crs ?? 'wgs84', say) })}
      {repaired === undefined ? null : `; ${say('column.repaired', { n: repaired })}`}
    </span>
  )
}

type ReadAsProps = { of: DatasetView['columns'][number]; measure: Measure | null | undefined }

/**
 * That it names places and of which day, that it is the year; of a figure what may be done with it where units are put together,
 * as tables by other units do. [PAG-47]
 */
function ReadAs({ of: { role, place }, measure }: ReadAsProps) {
  const say = useSay()
  return (
    <>
      {role === 'place' && place !== undefined ? (
        <small>
          <Sentence of="column.places" blanks={{ level: say(`level.${place.level}`) }} put={{ day: <DayText of={place.on} /> }} />
          {(place.unmatched ?? 0) === 0 ? null : `; ${say('column.places.unmatched', { n: place.unmatched ?? 0 })}`}
        </small>
      ) : null}
      {role === 'year' ? <small>{say('column.year')}</small> : null}
      {measure === undefined ? null : (
        <small>
          {say('column.measure')}: {say(`column.measure.${measure ?? 'untold'}`)}
        </small>
      )}
    </>
  )
}
