import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { facts } from '../../kernel/task/life.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { dayText, id, instantText, limit } from '../values.ts'
import type { FeedPorts } from './ports.ts'

const feedItem = z
  .strictObject({
    id: z.string(),
    kind: z.enum(facts),
    at: instantText,
    on: dayText,
    actor: z.string(),
    organisation: z.string().nullable().meta({ description: 'the body spoken for, as it was called then; null: the assigner' }),
    percent: z.int().nullable(),
    words: z.string().nullable(),
    day: dayText.nullable().meta({ description: 'asked for, granted, or on which the work was finished' }),
    task: z.strictObject({ id, code: z.string(), title: z.string(), lead: z.string().nullable() }),
  })
  .meta({ id: 'FeedItem' })

export type FeedView = z.infer<typeof feedItem>

/** What was last said about work, newest first; each sees what is said of his own. [BRD-10] */
export const feedList = operation({
  name: 'feed.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Diễn biến mới nhất', en: 'What was last said about work' },
  input: z.strictObject({
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(feedItem), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/feed' },
  async run(ports: FeedPorts & PeoplePorts, _context, given) {
    const most = given.limit ?? 50
    const found = await ports.feed.newest(given.before ?? null, most + 1)
    const items = found.slice(0, most)
    const names = await ports.people.namesOf(items.map((item) => item.actor))
    return ok({
      items: items.map((item) => ({ ...item, actor: names.get(item.actor) ?? item.actor })),
      next: found.length > most ? (items.at(-1)?.id ?? null) : null,
    })
  },
})
