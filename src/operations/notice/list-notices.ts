import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { concernOf } from '../../kernel/notice/concern.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { asPerson } from '../access/refusals.ts'
import { operation } from '../operation.ts'
import { limit } from '../values.ts'
import type { NoticePorts } from './ports.ts'
import { markOf, slice, textOf } from './slice.ts'
import { markText, noticeView } from './views.ts'

/** More than these are not counted: a person reads «99+» and no further. */
const MOST = 100

/** What concerns me, newest first. [NOT-1] [NOT-2] */
export const noticeList = operation({
  name: 'notice.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Thông báo của tôi', en: 'What concerns me' },
  input: z.strictObject({
    only: z.enum(['all', 'unread']).optional().meta({ description: 'all, when absent' }),
    before: markText.optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({
    items: z.array(noticeView),
    next: z.string().nullable(),
    newest: z.string().meta({ description: 'to mark as read what this list begins with, and nothing that came later' }),
    unread: z.int().meta({ description: `counted up to ${MOST}` }),
  }),
  rest: { method: 'GET', path: '/me/notices' },
  async run(ports: NoticePorts & Pick<PeoplePorts, 'people'>, context, given) {
    const self = asPerson(context)
    if (!self.ok) return self
    const since = await ports.notices.since(self.value)
    const before = given.before === undefined ? null : markOf(given.before)
    const found = await slice(ports, context, {
      before,
      after: given.only === 'unread' ? since : null,
      since,
      limit: given.limit ?? 50,
    })
    return ok({
      items: [...found.items],
      next: found.next === null ? null : textOf(found.next),
      newest: textOf(found.newest),
      unread: await ports.notices.count(concernOf(context.who), self.value, since, MOST),
    })
  },
})

/** How many are unread: for the bell of every page. */
export const noticeCount = operation({
  name: 'notice.count',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Số thông báo chưa đọc', en: 'How many notices are unread' },
  input: z.strictObject({}),
  output: z.strictObject({ unread: z.int().meta({ description: `counted up to ${MOST}` }) }),
  rest: { method: 'GET', path: '/me/notices/count' },
  async run(ports: NoticePorts, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    return ok({ unread: await ports.notices.count(concernOf(context.who), self.value, await ports.notices.since(self.value), MOST) })
  },
})

/** Everything up to what was shown is read; what came meanwhile is not. [NOT-2] */
export const noticeMark = operation({
  name: 'notice.mark',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Đánh dấu đã đọc thông báo', en: 'Mark notices as read' },
  input: z.strictObject({ upTo: markText }),
  output: z.strictObject({ upTo: z.string() }),
  rest: { method: 'PUT', path: '/me/notices/mark' },
  async run(ports: NoticePorts, context, given) {
    const self = asPerson(context)
    if (!self.ok) return self
    await ports.notices.mark(self.value, markOf(given.upTo))
    return ok({ upTo: given.upTo })
  },
})
