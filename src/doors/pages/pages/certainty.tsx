import { isTextKey } from '../../../base/text/text.ts'
import { Icon } from '../components/icon.tsx'
import { useSay } from '../components/reader.tsx'

/** How sure the register is of a chain of successions; nothing is said of one that is sure. */
export function Certainty({ certain }: { certain: boolean }) {
  const say = useSay()
  return certain ? null : <Unsure>{say('certain.no')}</Unsure>
}

/** How sure the register is of one record: its grade, a word of the register, in the reader's language. [PAG-14] */
export function Grade({ of }: { of: string }) {
  const say = useSay()
  const key = `certainty.${of}`
  if (!isTextKey(key)) return <Unsure>{say('certain.no')}</Unsure>
  return SURE.has(of) ? say(key) : <Unsure>{say(key)}</Unsure>
}

const SURE: ReadonlySet<string> = new Set(['seen', 'checked', 'high'])

const Unsure = ({ children }: { children: string }) => (
  <span className="unsure">
    <Icon name="circle-help" /> {children}
  </span>
)
