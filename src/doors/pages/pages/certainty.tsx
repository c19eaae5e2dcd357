import { Icon } from '../components/icon.tsx'
import { useSay } from '../components/reader.tsx'

/** How sure the register is; what is sure is said only where it is asked for. */
export function Certainty({ certain, always = false }: { certain: boolean; always?: boolean }) {
  const say = useSay()
  if (certain) return always ? say('certain.yes') : null
  return (
    <span className="unsure">
      <Icon name="circle-help" /> {say('certain.no')}
    </span>
  )
}
