import { z } from 'zod'
import { latenesses } from '../../kernel/task/lateness.ts'
import { taskRow } from '../task/views.ts'
import { dayText } from '../values.ts'
import type { Tally } from './ports.ts'
import { waitings } from './ports.ts'

/** How the board is shown. Every percentage is two numbers; whoever prints it divides, and prints both. [BRD-3] */
export const tallyView = z
  .strictObject({
    overdue: z.int(),
    'due-soon': z.int(),
    'in-time': z.int(),
    'done-on-time': z.int(),
    'done-late': z.int(),
    'no-due': z.int(),
  })
  .meta({ id: 'Tally', description: 'how many given-out tasks stand in each class; they add up' })

const shareView = z.strictObject({ n: z.int(), of: z.int() }).meta({ id: 'Share', description: 'done on time, of what is done or overdue' })

export const groupView = z
  .strictObject({
    key: z.string().meta({ description: 'body, slug of a document, first day of a quarter, or province; empty: none known' }),
    name: z.string(),
    total: z.int(),
    tally: tallyView,
    original: tallyView.meta({ description: 'against the first due day' }),
    onTime: shareView,
    onTimeOriginal: shareView,
  })
  .meta({ id: 'BoardGroup' })

const reconciliationView = z
  .strictObject({
    given: z.int().meta({ description: 'everything with a code' }),
    split: z.int().meta({ description: 'split into parts, which are counted instead' }),
    cancelled: z.int(),
    counted: z.int().meta({ description: 'in one of the six classes' }),
    gap: z.int().meta({ description: 'given less the other three; 0, or something is wrong' }),
  })
  .meta({ id: 'Reconciliation' })

const reason = z.enum(waitings).exclude(['any'])

export const boardView = z.strictObject({
  on: dayText,
  past: z.boolean().meta({ description: 'true: as things stood by the facts known on that day' }),
  soonDays: z.int(),
  total: z.int(),
  tally: tallyView,
  original: tallyView.meta({ description: 'against the first due day' }),
  onTime: shareView,
  onTimeOriginal: shareView,
  /** null: the board is narrowed, and the whole is not its sum. */
  reconciliation: reconciliationView.nullable(),
  groups: z.array(groupView).meta({ description: 'most overdue first' }),
  moreGroups: z.int().meta({ description: 'groups beyond those listed' }),
  groupsGap: z
    .int()
    .nullable()
    .meta({ description: 'total less the sum of the groups listed; null: work may stand in several, or in none' }),
  months: z.array(z.strictObject({ month: dayText, tally: tallyView })).meta({ description: 'by the month of the due day' }),
  waiting: z.strictObject({
    total: z.int(),
    claimed: z.int(),
    disputed: z.int(),
    extension: z.int(),
    escalated: z.int(),
    items: z.array(z.strictObject({ task: taskRow, for: z.array(reason) })),
  }),
  answers: z
    .array(
      z.strictObject({
        neighbour: z.string(),
        joint: z.int(),
        answered: z.int(),
        days: z.int().nullable().meta({ description: 'from being asked to the first part, the middle; null: none was sent' }),
      }),
    )
    .meta({ description: 'of groups by neighbour' }),
})

export type TallyView = z.infer<typeof tallyView>
export type BoardView = z.infer<typeof boardView>
export type GroupView = z.infer<typeof groupView>

export function tallied(tally: Tally): TallyView {
  const of = (name: keyof TallyView): number => tally[latenesses.indexOf(name)] ?? 0
  return {
    overdue: of('overdue'),
    'due-soon': of('due-soon'),
    'in-time': of('in-time'),
    'done-on-time': of('done-on-time'),
    'done-late': of('done-late'),
    'no-due': of('no-due'),
  }
}

export const sumOf = (tally: Tally): number => tally.reduce((sum, n) => sum + n, 0)

/** Done on time, of everything whose day has come: done, or overdue. */
export const onTimeOf = (tally: TallyView): { n: number; of: number } => ({
  n: tally['done-on-time'],
  of: tally['done-on-time'] + tally['done-late'] + tally.overdue,
})
