import type { DatasetRow } from '../../../../../operations/dataset/views.ts'
import { datasetHref } from '../../../addresses.ts'
import { Icon } from '../../../components/icon.tsx'
import { DayText, NumberText, useSay } from '../../../components/reader.tsx'
import { AccessMark } from '../marks.tsx'

/** One dataset of the catalogue. @param past as of a past day: the version of then is what is opened */
export function Item({ of, past }: { of: DatasetRow; past: boolean }) {
  const say = useSay()
  return (
    <li>
      <div>
        <h2>
          <a href={datasetHref(of.slug, past ? { 'phien-ban': of.current.n } : {})}>{of.title}</a>{' '}
          {of.sample ? <span className="tag">{say('document.sample')}</span> : null}
        </h2>
        {of.description === null ? null : <p className="lim3">{of.description}</p>}
        <p className="dsm">
          <AccessMark of={of.access} />
          {of.custodianName === null && of.source === null ? null : (
            <span>
              <Icon name="landmark" />
              {of.custodianName ?? of.source}
            </span>
          )}
          {of.territory === null ? null : (
            <span>
              <Icon name="map-pin" />
              {of.territory}
            </span>
          )}
        </p>
      </div>
      <dl className="dsr">
        <div>
          <dt>{say('datasets.cadence')}</dt>
          <dd>{of.cadence === null ? say('datasets.untold') : say(`cadence.${of.cadence}`)}</dd>
        </div>
        <div>
          <dt>{say('datasets.updated')}</dt>
          <dd>
            <DayText of={of.current.recordedAt.slice(0, 10)} />
            {of.late ? <small className="late">{say('dataset.late')}</small> : null}
          </dd>
        </div>
        <div>
          <dt>{say('datasets.rows')}</dt>
          <dd>
            <NumberText of={of.current.rows} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
