import type { TaskView } from '../../../../operations/task/views.ts'
import type { Asked } from '../../page.ts'

/** Who answers today for a body named in a task, when it is another one. */
export interface Heir {
  readonly id: string
  readonly name: string
  /** Since when, when the register knows. */
  readonly day: string | null
  readonly certain: boolean
}

/** By the id of the organisation that was named. */
export type Heirs = ReadonlyMap<string, readonly Heir[]>

export async function heirsOf(_asked: Asked, _task: TaskView): Promise<Heirs> {
  return new Map()
}
