import type { TextKey } from '../../../../base/text/text.ts'
import { warningsFor } from '../../../../operations/calendar/views.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { dayWords } from '../../dates.ts'
import type { Asked } from '../../page.ts'

/** How the words of a deadline were read, in one sentence: the words, the rule, the day. */
const rules: Readonly<Record<string, TextKey>> = {
  inclusive: 'due.rule.inclusive',
  before: 'due.rule.before',
  'before-hour': 'due.rule.before-hour',
  'end-of-month': 'due.rule.end-of-month',
  'end-of-quarter': 'due.rule.end-of-quarter',
  'end-of-half': 'due.rule.end-of-half',
  'end-of-year': 'due.rule.end-of-year',
  'days-from-issue': 'due.rule.days-from-issue',
  'working-days-from-issue': 'due.rule.working-days-from-issue',
  'months-from-issue': 'due.rule.months-from-issue',
  'relative-unknown-start': 'due.rule.relative-unknown-start',
  'year-not-stated': 'due.rule.year-not-stated',
  'report-period': 'due.rule.report-period',
  'period-day': 'due.rule.period-day',
  recounted: 'due.rule.recounted',
  typed: 'due.rule.typed',
  'by-document': 'due.rule.by-document',
  corrected: 'due.rule.corrected',
}

export function dueSentence({ say, language }: Pick<Asked, 'say' | 'language'>, due: TaskView['dues'][number] | undefined): string {
  if (due === undefined) return say('due.rule.not-stated')
  if (due.rule === 'not-stated')
    return due.words === null ? say('due.rule.not-stated') : say('due.rule.not-stated.words', { words: due.words })
  const key = rules[due.rule]
  if (key === undefined) return due.words ?? say(`due.reason.${due.reason}`)
  const sentence = say(key, { words: due.words ?? '', day: due.day === null ? '' : dayWords(due.day, language) })
  // counted in working days past the years of the register: what nobody has recorded yet is not left out
  const isCounted = counted.has(due.rule) && due.day !== null && warningsFor(due.day).length > 0
  return isCounted ? `${sentence} ${say('days.sum.outside')}` : sentence
}

const counted: ReadonlySet<string> = new Set(['working-days-from-issue', 'recounted', 'report-period'])

/** Of recurring work that has no day yet: by which words each period gets its own. */
export const periodSentence = ({ say }: Pick<Asked, 'say'>, { every, due, periodWords }: TaskView): string | null =>
  every === null || every === 'standing' || due !== null || periodWords === null ? null : say('due.by-period', { words: periodWords })
