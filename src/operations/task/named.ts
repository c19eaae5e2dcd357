import type { PeoplePorts } from '../access/ports.ts'
import type { TaskView } from './views.ts'

/** Tasks with the names people have now in place of their ids; one question for all of them. */
export async function named(ports: PeoplePorts, tasks: readonly TaskView[]): Promise<readonly TaskView[]> {
  const names = await ports.people.namesOf(tasks.flatMap((task) => [task.changedBy, task.assigner ?? '']))
  return tasks.map((task) => ({
    ...task,
    changedBy: names.get(task.changedBy) ?? task.changedBy,
    assigner: task.assigner === null ? null : (names.get(task.assigner) ?? task.assigner),
  }))
}
