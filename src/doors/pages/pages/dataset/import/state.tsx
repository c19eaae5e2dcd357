import type { ImportState as State } from '../../../../../operations/dataset/import/ports.ts'
import { Icon } from '../../../components/icon.tsx'
import type { IconName } from '../../../components/icon-shapes.tsx'
import { useSay } from '../../../components/reader.tsx'

/** Where an import is: waiting for a person, at work, done, or over. A shape and a word, then a colour. */
const marks: Readonly<Record<State, readonly [tint: string, icon: IconName | null]>> = {
  reading: ['', null],
  asking: ['fl--xem', 'circle-help'],
  waiting: ['', null],
  loading: ['', null],
  choosing: ['fl--xem', 'triangle-alert'],
  switching: ['', null],
  done: ['fl--ok', 'circle-check'],
  failed: ['fl--hong', 'circle-x'],
  cancelled: ['', null],
}

export function ImportState({ of }: { of: State }) {
  const say = useSay()
  const [tint, icon] = marks[of]
  return (
    <span className={`fl ${tint}`.trim()}>
      {icon === null ? null : <Icon name={icon} />}
      {say(`import.state.${of}`)}
    </span>
  )
}
