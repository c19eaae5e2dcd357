import type { ReactNode } from 'react'

/** A block with a heading of its own; the heading names the region. */
export const Card = (props: {
  readonly id: string
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  readonly flush?: boolean
  readonly children: ReactNode
}) => (
  <section className="card" id={props.id} aria-labelledby={`h-${props.id}`}>
    <div className="hd">
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      {props.aside}
      {props.note === undefined ? null : <p>{props.note}</p>}
    </div>
    {props.flush === true ? props.children : <div className="bd">{props.children}</div>}
    {props.foot === undefined ? null : <div className="ft">{props.foot}</div>}
  </section>
)

/** Terms and what they are, the terms in a column of their own. */
export const Facts = ({ of }: { of: readonly { readonly term: ReactNode; readonly is: ReactNode }[] }) => (
  <dl className="kv kv--r">
    {of.map(({ term, is }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed order
      <div key={i}>
        <dt>{term}</dt>
        <dd>{is}</dd>
      </div>
    ))}
  </dl>
)

/** A table that scrolls by itself where it must, and is a named region for readers of the screen. */
export const TableFrame = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
  <section className="tw" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
