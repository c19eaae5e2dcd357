import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { moveInput, moveOutput, moveTask } from './move-task.ts'
import type { TaskPorts } from './ports.ts'

/** A person has looked: the proposal is right as it stands. */
export const taskConfirm = operation({
  name: 'task.confirm',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Xác nhận một nhiệm vụ được đề xuất', en: 'Confirm a proposed task' },
  input: moveInput,
  output: moveOutput,
  rest: { method: 'POST', path: '/tasks/{id}/confirm' },
  run: (ports: TaskPorts & HistoryPorts, context, given) =>
    moveTask(ports, context, given, { from: ['proposed'], to: 'confirmed', verb: 'confirmed' }),
})
