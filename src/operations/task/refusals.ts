import type { Refusal } from '../../base/refusals.ts'
import type { TaskState } from '../../kernel/task/task.ts'
import type { Context } from '../operation.ts'

export const noTask = (context: Context): Refusal => ({
  code: 'not-found',
  data: { what: context.language === 'vi' ? 'nhiệm vụ' : 'task' },
})

const words = {
  vi: {
    proposed: 'đề xuất',
    confirmed: 'đã xác nhận',
    discarded: 'đã bỏ',
    assigned: 'đã giao',
    acknowledged: 'đã tiếp nhận',
    disputed: 'có ý kiến về việc giao',
    active: 'đang thực hiện',
    claimed: 'chờ nghiệm thu',
    done: 'hoàn thành',
    cancelled: 'đã hủy',
  },
  en: {
    proposed: 'proposed',
    confirmed: 'confirmed',
    discarded: 'discarded',
    assigned: 'assigned',
    acknowledged: 'acknowledged',
    disputed: 'disputed',
    active: 'active',
    claimed: 'claimed',
    done: 'done',
    cancelled: 'cancelled',
  },
} as const

export const wrongState = (context: Context, state: TaskState): Refusal => ({
  code: 'wrong-state',
  data: { state: words[context.language][state] },
})
