import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { concernOf } from '../../kernel/notice/concern.ts'
import { asPerson } from '../access/refusals.ts'
import { operation } from '../operation.ts'
import type { NoticePorts } from './ports.ts'
import { dueView } from './views.ts'

/** A calendar of more is read by nobody, and some programs refuse it. */
const MOST = 2000

/** Open work of my bodies that has a day: what a calendar shows. [NOT-7] */
export const dueList = operation({
  name: 'due.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Thời hạn các việc của tôi', en: 'Due days of my work' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(dueView) }),
  rest: { method: 'GET', path: '/me/due-days' },
  async run(ports: NoticePorts, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    const found = await ports.notices.due(concernOf(context.who).bodies, null, MOST)
    return ok({ items: found.map((one) => ({ ...one })) })
  },
})
