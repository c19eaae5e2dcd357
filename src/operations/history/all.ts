import { historyList } from './list-history.ts'
import { historyVerify } from './verify-history.ts'

export const historyOperations = [historyList, historyVerify] as const
