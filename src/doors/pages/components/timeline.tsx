import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { InstantText } from './reader.tsx'

/** What happened, newest first. A filled dot is an act of a body or a person; a hollow one a note of the system. */
export interface Happening {
  readonly key: string
  readonly icon: IconName
  readonly act: boolean
  readonly who: string
  readonly at: string
  readonly what: ReactNode
}

export const Timeline = ({ of }: { of: readonly Happening[] }) => (
  <ol className="hist">
    {of.map((it) => (
      <li key={it.key}>
        <span className={it.act ? 'mk0 on' : 'mk0'}>
          <Icon name={it.icon} />
        </span>
        <p className="row sp">
          <b>{it.who}</b>
          <InstantText of={it.at} />
        </p>
        <div className="md">{it.what}</div>
      </li>
    ))}
  </ol>
)
