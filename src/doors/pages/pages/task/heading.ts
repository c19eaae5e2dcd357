import type { Say } from '../../../../base/text/text.ts'

/** The heading of the tasks states the finding, not the page's name. [PAG-12] */
export function headingOf(say: Say, total: number, overdue: number, soon: number): string {
  if (total === 0) return say('tasks.heading.none')
  if (overdue === 0 && soon === 0) return say('tasks.heading.calm')
  if (soon === 0) return say('tasks.heading.overdue', { overdue })
  if (overdue === 0) return say('tasks.heading.soon', { soon })
  return say('tasks.heading.both', { overdue, soon })
}
