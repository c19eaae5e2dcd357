import type { Unknown } from '../asked-choice.ts'
import { Notice } from './notice.tsx'
import { useSay } from './reader.tsx'

/** Says of each filter whose value nobody knows that the list is not narrowed by it; nothing when there is none. */
export function UnknownChoices({ of }: { of: readonly Unknown[] }) {
  const say = useSay()
  return of.map(({ label, value }) => (
    <Notice key={label} kind="w">
      {say('filter.unknown', { label: say(label), value })}
    </Notice>
  ))
}
