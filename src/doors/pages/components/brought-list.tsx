import type { ReactNode } from 'react'
import { withQuery } from '../addresses.ts'
import { Card } from './card.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { Empty } from './notice.tsx'
import { useSay } from './reader.tsx'

/** What came in before, newest first, each with how far it is: directives that were received, files that were imported. */
export function BroughtList({
  id,
  title,
  none,
  rows,
  more,
}: {
  id: string
  title: string
  /** Said while nothing came in. */
  none: { readonly icon: IconName; readonly title: string; readonly why: string }
  rows: readonly { readonly key: string; readonly href: string; readonly is: ReactNode }[]
  /** Address of the list and where its next page begins; null: this is the last. */
  more: { readonly address: string; readonly next: string } | null
}) {
  const say = useSay()
  if (rows.length === 0)
    return (
      <Card id={id} title={title}>
        <Empty icon={none.icon} title={none.title}>
          {none.why}
        </Empty>
      </Card>
    )
  return (
    <Card
      id={id}
      title={title}
      flush
      foot={
        more === null ? undefined : (
          <a href={withQuery(more.address, { sau: more.next })} rel="next">
            {say('pager.next')}
          </a>
        )
      }
    >
      <ul className="ways received">
        {rows.map(({ key, href, is }) => (
          <li key={key}>
            <a href={href}>
              <Icon name="file-text" />
              <span>{is}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
