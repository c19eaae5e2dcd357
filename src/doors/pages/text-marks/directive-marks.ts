import type { CitationView } from '../../../operations/document/views.ts'
import type { TaskView } from '../../../operations/task/views.ts'
import type { Mark } from './mark-tree.ts'

/** What a directive's words are marked as. `sentence` is the sentence of the task that is open; `slip` a slip of the pen. */
export const entityKinds = ['lead', 'coordinating', 'due', 'period', 'recipients', 'citation'] as const
export type EntityKind = (typeof entityKinds)[number]
export type DirectiveMark = Mark<EntityKind | 'sentence' | 'slip'> & {
  /** Ids of the tasks these words belong to, in the order of the text. */
  readonly tasks: readonly string[]
  /** For a slip: how it was read. */
  readonly read?: string
}

type Marked = Pick<TaskView, 'id' | 'start' | 'end' | 'spans' | 'corrections' | 'state' | 'parent'>

/**
 * Every mark of a directive, each stretch of words once: a body that leads three tasks is one mark of three tasks.
 * Discarded tasks mark nothing, and neither do the children of a task given to several bodies: their parent does.
 */
export function directiveMarks(
  tasks: readonly Marked[],
  citations: readonly Pick<CitationView, 'start' | 'end'>[],
  open: string | null,
): readonly DirectiveMark[] {
  const marks = new Map<string, { start: number; end: number; kind: DirectiveMark['kind']; tasks: string[]; read?: string }>()
  const put = (kind: DirectiveMark['kind'], start: number, end: number, task: string | null, read?: string): void => {
    const key = `${start}–${end}–${kind}`
    const mark = marks.get(key) ?? { start, end, kind, tasks: [], ...(read === undefined ? {} : { read }) }
    if (task !== null && !mark.tasks.includes(task)) mark.tasks.push(task)
    marks.set(key, mark)
  }
  for (const task of tasks) {
    if (task.parent !== null || task.state === 'discarded') continue
    if (task.id === open && task.start !== null && task.end !== null) put('sentence', task.start, task.end, task.id)
    for (const kind of ['lead', 'coordinating', 'due', 'period', 'recipients'] as const)
      for (const [start, end] of task.spans[kind]) put(kind, start, end, task.id)
    for (const { start, end, read } of task.corrections) put('slip', start, end, task.id, read)
  }
  for (const { start, end } of citations) put('citation', start, end, null)
  return [...marks.values()]
}

/** How many marks there are of each kind, for the legend. */
export const countKinds = (marks: readonly DirectiveMark[]): Readonly<Record<EntityKind, number>> => {
  const counts = { lead: 0, coordinating: 0, due: 0, period: 0, recipients: 0, citation: 0 }
  for (const { kind } of marks) if (kind !== 'sentence' && kind !== 'slip') counts[kind] += 1
  return counts
}
