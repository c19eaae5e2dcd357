import { measures } from '../../../../kernel/place/carry.ts'
import { useSay } from '../../components/reader.tsx'

/** What may be done with the figures of a column where units are put together; empty: nobody knows. [DAT-21] */
export function MeasureSelect({ name, label, value }: { name: string; label: string; value: string }) {
  const say = useSay()
  return (
    <select className="in in--s" name={name} aria-label={`${say('column.measure')}: ${label}`} defaultValue={value}>
      <option value="">{say('column.measure.untold')}</option>
      {measures.map((measure) => (
        <option key={measure} value={measure}>
          {say(`column.measure.${measure}`)}
        </option>
      ))}
    </select>
  )
}
