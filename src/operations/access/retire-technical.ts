import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { operation } from '../operation.ts'
import type { PersonalPorts } from './personal-ports.ts'

/** Sessions, tokens, links, receipts and notes of the entrance past their time. Done daily by the node; by hand it may be done too. [ACC-15] */
export const technicalRetire = operation({
  name: 'technical.retire',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Dọn dữ liệu kỹ thuật quá thời hạn lưu', en: 'Let go technical data past its time' },
  input: z.strictObject({}),
  output: z.strictObject({ gone: z.record(z.string(), z.int()) }),
  rest: { method: 'POST', path: '/technical/retire' },
  async run(ports: PersonalPorts) {
    return ok({ gone: { ...(await ports.personal.retire()) } })
  },
})
