import type { Day } from '../../kernel/period/day.ts'
import { proposalsOf } from '../../kernel/task/proposal.ts'
import { calendarFrom } from '../calendar/calendar-from.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import type { Context } from '../operation.ts'
import type { TaskPorts } from '../task/ports.ts'
import type { DocumentPorts } from './ports.ts'
import { readLetter } from './read-letter.ts'

/**
 * When the day of issue of a directive is corrected, what was counted from it is counted anew, of work that is not given out:
 * what was given out has its day from whoever gave it. A day that a person typed stays. [TSK-6]
 *
 * @returns how many due days moved
 */
export async function redateTasks(
  ports: TaskPorts & CalendarPorts & HistoryPorts & Pick<DocumentPorts, 'bodies'>,
  { today }: Context,
  document: { readonly id: string; readonly text: string },
  issued: Day | null,
): Promise<number> {
  const calendar = await calendarFrom(ports, issued ?? today)
  const proposals = proposalsOf(await readLetter(ports, document.text, { issued, today }), issued, calendar)
  let moved = 0
  for (const task of await ports.tasks.ofDocument(document.id, today)) {
    const last = task.dues.at(-1)
    if (task.code !== null || task.state === 'discarded' || last === undefined || !FROM_ISSUE.has(last.rule)) continue
    const same = proposals.find((one) => one.start === task.start && one.end === task.end && one.due.words === last.words)
    if (same === undefined || same.due.day === task.due) continue
    await ports.tasks.change(task.id, task.version, { due: { ...same.due, reason: 'correction' } })
    ports.history.record({ entity: 'task', id: task.id, verb: 'corrected', change: { due: [task.due, same.due.day] } })
    moved += 1
  }
  return moved
}

const FROM_ISSUE: ReadonlySet<string> = new Set([
  'working-days-from-issue',
  'days-from-issue',
  'months-from-issue',
  'relative-unknown-start',
])
