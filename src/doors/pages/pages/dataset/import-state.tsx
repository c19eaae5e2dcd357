import type { ImportState as State } from '../../../../operations/dataset/import-ports.ts'
import { useSay } from '../../components/reader.tsx'

/** Where an import is: waiting for a person, at work, done, or over. */
const tints: Readonly<Record<State, string>> = {
  reading: '',
  asking: 'fl--xem',
  waiting: '',
  loading: '',
  choosing: 'fl--xem',
  switching: '',
  done: 'fl--ok',
  failed: 'fl--cho',
  cancelled: '',
}

export function ImportState({ of }: { of: State }) {
  const say = useSay()
  return <span className={`fl ${tints[of]}`.trim()}>{say(`import.state.${of}`)}</span>
}
