import { reviewed } from '../../../../kernel/task/order.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import type { TaskView } from '../../../../operations/task/views.ts'

/** The tasks a person reviews, in their order. */
export const reviewedTasks = (document: Pick<DocumentView, 'tasks'>): readonly TaskView[] => reviewed(document.tasks)

/** The next task that waits for a person: after the one just done, then from the top; null when none does. [PAG-4] */
export function nextWaiting(tasks: readonly Pick<TaskView, 'id' | 'state'>[], after: string | null): string | null {
  const from = tasks.findIndex((task) => task.id === after)
  const waiting = [...tasks.slice(from + 1), ...tasks.slice(0, from + 1)].find((task) => task.state === 'proposed' && task.id !== after)
  return waiting?.id ?? null
}

/** Which task a mark leads to: of several the next after the one that is open, round and round; null when it belongs to none. [PAG-13] */
export function taskOfMark(belongsTo: readonly string[], tasks: readonly Pick<TaskView, 'id'>[], open: string | null): string | null {
  const ordered = tasks.map((task) => task.id).filter((id) => belongsTo.includes(id))
  return ordered[(ordered.indexOf(open ?? '') + 1) % Math.max(1, ordered.length)] ?? null
}

/** How many tasks stand where, as the page says it. */
export function countsOf(tasks: readonly Pick<TaskView, 'state' | 'code'>[]): {
  confirmed: number
  waiting: number
  discarded: number
  assigned: number
} {
  const of = (state: TaskView['state']): number => tasks.filter((task) => task.state === state).length
  // given out is given out, however far the work has come since
  const assigned = tasks.filter(({ code }) => code !== null).length
  return { confirmed: of('confirmed'), waiting: of('proposed'), discarded: of('discarded'), assigned }
}
