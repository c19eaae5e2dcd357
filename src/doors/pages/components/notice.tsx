import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'

/** A sentence that stands out: information, done, a warning, a refusal. */
const icons = { i: 'info', o: 'circle-check', w: 'triangle-alert', e: 'circle-x' } as const satisfies Record<string, IconName>

export const Notice = ({ kind, children, live = false }: { kind: keyof typeof icons; children: ReactNode; live?: boolean }) => (
  <div className={`alert alert--${kind}`} role={live ? 'status' : undefined}>
    <Icon name={icons[kind]} />
    <div>{children}</div>
  </div>
)

/** What is absent, why, and one way out. */
export const Empty = ({ icon, title, children, action }: { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <Icon name={icon} />
    <b>{title}</b>
    {children === undefined ? null : <p>{children}</p>}
    {action}
  </div>
)
