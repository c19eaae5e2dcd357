import { Icon } from './icon.tsx'
import { useSay } from './reader.tsx'

/** Ways to take a page along: on paper, where script can ask for it, and as a workbook. */
export function Taking({ href }: { href: string }) {
  const say = useSay()
  return (
    <>
      <button className="btn" type="button" data-in="" hidden>
        <Icon name="printer" />
        {say('take.print')}
      </button>
      <a className="btn" href={href} download="">
        <Icon name="file-text" />
        {say('take.xlsx')}
      </a>
    </>
  )
}
