import { z } from 'zod'
import { ok } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { PersonalPorts } from './personal-ports.ts'

/** Sessions, tokens, links, receipts, notes of the entrance and contacts of figure reports past their time. Done daily by the node; by hand it may be done too. [ACC-15] */
export const technicalRetire = operation({
  name: 'technical.retire',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Dọn dữ liệu kỹ thuật quá thời hạn lưu', en: 'Let go technical data past its time' },
  input: z.strictObject({}),
  output: z.strictObject({ gone: z.record(z.string(), z.int()) }),
  rest: { method: 'POST', path: '/technical/retire' },
  async run(ports: PersonalPorts & HistoryPorts) {
    const gone = await ports.personal.retire()
    const contacts = gone['contacts'] ?? 0
    if (contacts > 0) ports.history.record({ entity: 'personal-value', id: 'contact', verb: 'retired', change: { n: contacts } })
    return ok({ gone: { ...gone } })
  },
})
