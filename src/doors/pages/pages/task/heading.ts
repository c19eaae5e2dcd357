import type { Say } from '../../../../base/text/text.ts'

/** The heading of the tasks states the finding, not the page's name. [PAG-12] */
export function headingOf(say: Say, total: number, late: number, near: number, shown: (n: number) => string = String): string {
  const [overdue, soon] = [shown(late), shown(near)]
  if (total === 0) return say('tasks.heading.none')
  if (late === 0 && near === 0) return say('tasks.heading.calm')
  if (near === 0) return say('tasks.heading.overdue', { overdue })
  if (late === 0) return say('tasks.heading.soon', { soon })
  return say('tasks.heading.both', { overdue, soon })
}
