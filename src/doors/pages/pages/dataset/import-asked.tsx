import { Notice } from '../../components/notice.tsx'
import { useSay } from '../../components/reader.tsx'
import { columnAsks } from './import-columns.tsx'
import type { ImportTyped, Reading } from './import-form.tsx'

/** What is to be answered before anything is taken, first of all: it may stand far below, in a table of many columns. [DAT-1] */
export function AskedFirst({ reading, typed }: { reading: Reading; typed: ImportTyped | null }) {
  const say = useSay()
  const { asksHead, coordinates, columns } = reading
  const isCrsAsked = coordinates !== null && coordinates.crs === null && coordinates.columns.length === 1
  const asked = [
    ...(asksHead && (typed?.hasHead ?? '') === '' ? [{ id: 'dong-dau', label: say('import.head.ask') }] : []),
    ...(isCrsAsked && (typed?.crs ?? '') === '' ? [{ id: 'he-toa-do', label: say('import.crs.choose') }] : []),
    ...columns.flatMap((of, i) => {
      const asks = columnAsks({ of, typed: typed?.columns[i] })
      return asks === null ? [] : [{ id: asks === 'type' ? `kieu-${i}` : `cach-${i}`, label: of.label }]
    }),
  ]
  if (asked.length === 0) return null
  return (
    <Notice kind="w">
      {say('import.asked')}{' '}
      {asked.map(({ id, label }, i) => (
        <span key={id}>
          {i === 0 ? '' : ', '}
          <a href={`#${id}`}>{label}</a>
        </span>
      ))}
      .
    </Notice>
  )
}
