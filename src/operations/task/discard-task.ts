import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { moveInput, moveOutput, moveTask } from './move-task.ts'
import type { TaskPorts } from './ports.ts'

/** The proposal is no task. It stays on record and can be put back. */
export const taskDiscard = operation({
  name: 'task.discard',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Bỏ một nhiệm vụ được đề xuất', en: 'Discard a proposed task' },
  input: moveInput,
  output: moveOutput,
  rest: { method: 'POST', path: '/tasks/{id}/discard' },
  run: (ports: TaskPorts & HistoryPorts, context, given) =>
    moveTask(ports, context, given, { from: ['proposed', 'confirmed'], to: 'discarded', verb: 'discarded' }),
})
