import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { moveInput, moveOutput, moveTask } from './move-task.ts'
import type { TaskPorts } from './ports.ts'

/** Undoes a confirmation or a discarding, before assignment. */
export const taskReopen = operation({
  name: 'task.reopen',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Đưa nhiệm vụ về trạng thái đề xuất', en: 'Put a task back to proposed' },
  input: moveInput,
  output: moveOutput,
  rest: { method: 'POST', path: '/tasks/{id}/reopen' },
  run: (ports: TaskPorts & HistoryPorts, context, given) =>
    moveTask(ports, context, given, { from: ['confirmed', 'discarded'], to: 'proposed', verb: 'reopened' }),
})
