import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { operation } from '../operation.ts'
import type { HistoryPorts } from './ports.ts'

/** Walks the chain: every entry's hash is computed again from the one before it. */
export const historyVerify = operation({
  name: 'history.verify',
  kind: 'query',
  access: ['administrator', 'auditor'],
  summary: { vi: 'Kiểm tra chuỗi nhật ký', en: 'Verify the chain of history' },
  input: z.strictObject({}),
  output: z.strictObject({
    ok: z.boolean(),
    entries: z.string(),
    head: z.string().nullable().meta({ description: 'hash of the newest entry' }),
    broken: z.strictObject({ seq: z.string(), reason: z.string() }).nullable(),
  }),
  rest: { method: 'GET', path: '/history/verify' },
  async run(ports: HistoryPorts) {
    return ok(await ports.history.verify())
  },
})
