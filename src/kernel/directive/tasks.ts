import type { Day } from '../period/day.ts'
import type { DirectiveIdentity, Task } from './extraction.ts'
import type { Reading } from './reading.ts'

export function tasksIn(_reading: Reading, _identity: DirectiveIdentity, _issued: Day | null): Task[] {
  return []
}
