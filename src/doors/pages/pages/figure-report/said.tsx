import { type Column, withUnit } from '../../../../kernel/dataset/cell/column.ts'
import type { ReportState } from '../../../../kernel/dataset/figure-report.ts'
import type { FollowedView } from '../../../../operations/figure-report/views.ts'
import { Facts } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import type { IconName } from '../../components/icon-shapes.tsx'
import { InstantText, useLanguage, useSay } from '../../components/reader.tsx'
import { textWords } from '../dataset/marks.tsx'
import type { NamedRow } from './row-named.ts'

/** How far a report is: a shape and a word. */
const marks: Readonly<Record<ReportState, IconName>> = {
  open: 'circle-help',
  accepted: 'check',
  corrected: 'circle-check',
  refused: 'circle-x',
}

export function StateMark({ of }: { of: ReportState }) {
  const say = useSay()
  return (
    <span className="tag">
      <Icon name={marks[of]} />
      {say(`figures.state.${of}`)}
    </span>
  )
}

type Reported = Pick<FollowedView, 'version' | 'row' | 'column' | 'valueThen' | 'words' | 'rightValue' | 'madeAt'>

/**
 * What a reader said, and what stood there when he did, as the table shows it. [PAG-35]
 *
 * @param column undefined: the dataset has it no more, or is not for whoever asks
 * @param row what the row is called; null: nobody knows any more
 * @param from who he is, for who answers him
 */
export function Said({ of, column, row, from }: { of: Reported; column: Column | undefined; row: NamedRow | null; from?: string }) {
  const say = useSay()
  const language = useLanguage()
  const then = of.valueThen !== null && column !== undefined ? textWords(of.valueThen, column, language, say) : of.valueThen
  return (
    <>
      <p className="pre said">{of.words}</p>
      <Facts
        of={[
          { term: say('figures.version'), is: of.version },
          ...(of.column === null ? [] : [{ term: say('figures.column'), is: column === undefined ? of.column : withUnit(column) }]),
          ...(of.row === null ? [] : [{ term: say('figures.row'), is: row === null ? of.row : <a href={row.href}>{row.words}</a> }]),
          ...(of.column === null || of.row === null ? [] : [{ term: say('figures.then'), is: then ?? say('figures.empty') }]),
          ...(of.rightValue === null ? [] : [{ term: say('figures.right-said'), is: of.rightValue }]),
          { term: say('figures.made-at'), is: <InstantText of={of.madeAt} /> },
          ...(from === undefined ? [] : [{ term: say('figures.from'), is: from }]),
        ]}
      />
    </>
  )
}
