import type { ImportReading } from '../../../../../operations/dataset/import/views.ts'
import { Notice } from '../../../components/notice.tsx'
import { useSay } from '../../../components/reader.tsx'
import { columnAsks, isLeftOut } from './columns.tsx'
import type { ImportTyped } from './typed.ts'

type Given = { readonly reading: ImportReading; readonly typed: ImportTyped | null }

/** What of a file is to be answered before anything is taken, in the order of the page. */
function useAsked({ reading, typed }: Given): readonly { readonly id: string; readonly label: string }[] {
  const say = useSay()
  const { asksHead, coordinates, columns } = reading
  const isOut = (name: string | undefined): boolean =>
    columns.some((of, i) => of.name === name && isLeftOut({ of, typed: typed?.columns[i] }))
  const isCrsAsked = coordinates !== null && coordinates.crs === null && coordinates.columns.length === 1 && !isOut(coordinates.columns[0])
  return [
    ...(asksHead && (typed?.hasHead ?? '') === '' ? [{ id: 'dong-dau', label: say('import.head.ask') }] : []),
    ...(isCrsAsked && (typed?.crs ?? '') === '' ? [{ id: 'he-toa-do', label: say('import.crs.choose') }] : []),
    ...columns.flatMap((of, i) => {
      const asks = columnAsks({ of, typed: typed?.columns[i] })
      return asks === null || isOut(of.name) ? [] : [{ id: asks === 'type' ? `kieu-${i}` : `cach-${i}`, label: of.label }]
    }),
  ]
}

/** First of all: it may stand far below, in a table of many columns. [DAT-1] */
export function AskedFirst(given: Given) {
  const say = useSay()
  const asked = useAsked(given)
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

/** What ends the form, in sight however long it is, with how much is still asked. [PAG-31] */
export function Conclude({ isReadAgain, ...given }: Given & { isReadAgain: boolean }) {
  const say = useSay()
  const [first, ...others] = useAsked(given)
  return (
    <div className="sticky-act">
      <span className="md">
        {first === undefined ? (
          say(isReadAgain ? 'import.read-again' : 'import.nothing-yet')
        ) : (
          <a href={`#${first.id}`}>{say('import.asked.n', { n: others.length + 1 })}</a>
        )}
      </span>
      <span className="acts">
        <button className="btn btn--p" type="submit" name="viec" value="nhap">
          {say('import.commit')}
        </button>
        <button className="btn btn--d" type="submit" name="viec" value="dung" formNoValidate>
          {say('import.cancel')}
        </button>
      </span>
    </div>
  )
}
