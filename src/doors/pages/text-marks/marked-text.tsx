import { useSay } from '../components/reader.tsx'
import type { DirectiveMark, EntityKind } from './directive-marks.ts'
import { markTree, type Node } from './mark-tree.ts'
import type { Paragraph } from './paragraphs.ts'

/** The names that colours use. */
const kindClass: Readonly<Record<EntityKind, string>> = {
  lead: 'chutri',
  coordinating: 'phoihop',
  due: 'han',
  period: 'ky',
  recipients: 'nhan',
  citation: 'vb',
}

interface Drawing {
  /** Where a mark leads; null when it leads nowhere. */
  href?(mark: DirectiveMark): string | null
  /** The task whose marks are outlined. */
  readonly open?: string | null
}

/** A stretch of the text with its marks. Each kind has a background, an underline and letters of its own, and words for readers of the screen. */
export function MarkedText({
  text,
  marks,
  window,
  ...drawing
}: Drawing & { text: string; marks: readonly DirectiveMark[]; window: readonly [number, number] }) {
  return <Nodes of={markTree(text, marks, window)} {...drawing} linked={false} />
}

function Nodes({ of, linked, ...drawing }: Drawing & { of: readonly Node<DirectiveMark>[]; linked: boolean }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
  return of.map((node, i) => ('text' in node ? node.text : <Marked key={i} node={node} linked={linked} {...drawing} />))
}

type MarkNode = Extract<Node<DirectiveMark>, { mark: DirectiveMark }>

function Marked({ node, linked, ...drawing }: Drawing & { node: MarkNode; linked: boolean }) {
  const say = useSay()
  const { mark, last } = node
  if (mark.kind === 'sentence')
    return (
      <span className="x-cau">
        <Nodes of={node.inside} linked={linked} {...drawing} />
      </span>
    )
  if (mark.kind === 'slip')
    return (
      <span className="loi" title={say('mark.slip', { read: mark.read ?? '' })}>
        <Nodes of={node.inside} linked={linked} {...drawing} />
        {last ? <span className="vh"> ({say('mark.slip', { read: mark.read ?? '' })})</span> : null}
      </span>
    )
  const href = linked ? null : (drawing.href?.(mark) ?? null)
  const inside = (
    <>
      <Nodes of={node.inside} linked={linked || href !== null} {...drawing} />
      {last ? <Letters kind={mark.kind} /> : null}
    </>
  )
  const on = drawing.open !== undefined && drawing.open !== null && mark.tasks.includes(drawing.open)
  const look = `x x--${kindClass[mark.kind]}${on ? ' on' : ''}`
  return (
    <mark data-viec={mark.tasks.join(' ') || undefined}>
      {href === null ? (
        <span className={look}>{inside}</span>
      ) : (
        <a className={look} href={href}>
          {inside}
        </a>
      )}
    </mark>
  )
}

function Letters({ kind }: { kind: EntityKind }) {
  const say = useSay()
  return (
    <>
      <span className="xt" aria-hidden="true">
        {say(`mark.${kind}.letters`)}
      </span>
      <span className="vh"> ({say(`mark.${kind}`)})</span>
    </>
  )
}

/** The whole text, a paragraph a row, each with its number; the paragraphs of the open task are lit. */
export function Paragraphs({
  text,
  paragraphs,
  marks,
  lit,
  machine = [],
  ...drawing
}: Drawing & {
  text: string
  paragraphs: readonly Paragraph[]
  marks: readonly DirectiveMark[]
  lit: ReadonlySet<number>
  /** What a machine recognised in a picture. */
  machine?: readonly (readonly [number, number])[]
}) {
  const say = useSay()
  const isMachine = (start: number, end: number): boolean => machine.some(([from, to]) => from < end && to > start)
  return paragraphs.map(({ n, start, end }) => (
    <div className={`dp${lit.has(n) ? ' cur' : ''}${isMachine(start, end) ? ' may' : ''}`} id={`d${n}`} key={n}>
      <span className="dn" aria-hidden="true">
        {say('mark.paragraph.short', { n })}
      </span>
      <p data-tu={start}>
        {isMachine(start, end) ? <span className="vh">({say('reading.machine')}) </span> : null}
        <MarkedText text={text} marks={inWindow(marks, start, end)} window={[start, end]} {...drawing} />
      </p>
    </div>
  ))
}

const inWindow = (marks: readonly DirectiveMark[], from: number, to: number): readonly DirectiveMark[] =>
  marks.filter((mark) => mark.start < to && mark.end > from)

/** What the marks mean, with how many there are. */
export function Legend({ counts }: { counts: Readonly<Record<EntityKind, number>> }) {
  const say = useSay()
  return (
    <ul className="xlegend" aria-label={say('mark.legend')}>
      {entityOrder
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <li key={kind} className="xl-b">
            <KindLetters kind={kind} />
            {say(`mark.${kind}.title`)}
            <span className="tn dim">{counts[kind]}</span>
          </li>
        ))}
    </ul>
  )
}

const entityOrder = ['lead', 'coordinating', 'due', 'period', 'recipients', 'citation'] as const

export const KindLetters = ({ kind }: { kind: EntityKind }) => {
  const say = useSay()
  return (
    <span className={`xk xk--${kindClass[kind]}`} aria-hidden="true">
      {say(`mark.${kind}.letters`)}
    </span>
  )
}
