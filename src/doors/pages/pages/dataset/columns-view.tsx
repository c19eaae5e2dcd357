import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { TableFrame } from '../../components/card.tsx'
import { useSay } from '../../components/reader.tsx'
import { crsWords } from '../../crs-words.ts'

/** The dictionary: what each column says, in which unit, and by which name programs read it. */
export function ColumnsView({ of }: { of: DatasetView }) {
  const say = useSay()
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
