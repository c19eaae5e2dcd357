import type { Refusal } from '../../base/refusals.ts'
import type { TaskState } from '../../kernel/task/task.ts'
import type { Context } from '../operation.ts'

export const noTask = (context: Context): Refusal => ({
  code: 'not-found',
  data: { what: context.language === 'vi' ? 'nhiệm vụ' : 'task' },
})

const words = {
  vi: { proposed: 'đề xuất', confirmed: 'đã xác nhận', discarded: 'đã bỏ', assigned: 'đã giao' },
  en: { proposed: 'proposed', confirmed: 'confirmed', discarded: 'discarded', assigned: 'assigned' },
} as const

export const wrongState = (context: Context, state: TaskState): Refusal => ({
  code: 'wrong-state',
  data: { state: words[context.language][state] },
})
