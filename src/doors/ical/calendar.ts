import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { z } from 'zod'
import type { Language } from '../../base/refusals.ts'
import { type Say, speaker } from '../../base/text/text.ts'
import { NOBODY, type Who } from '../../kernel/access/who.ts'
import { addDays, parseDay } from '../../kernel/period/day.ts'
import type { Call } from '../../operations/call.ts'
import { dueList } from '../../operations/notice/list-due.ts'
import type { dueView } from '../../operations/notice/views.ts'
import type { Context } from '../../operations/operation.ts'
import { contextAt } from '../context.ts'
import { calendarText, type DayEvent } from './ical.ts'

/**
 * A person's due days for his calendar program, below an address that is a secret: such programs sign in nowhere. It opens this
 * one list and nothing else. Whatever is none goes on to the next door, and is answered like any address that is not there. [NOT-7]
 */
export interface CalendarDeps {
  readonly call: Call
  readonly now: () => Date
  /** Who has this secret; null: nobody. */
  readonly reader: (
    secret: string,
    at: Pick<Context, 'now' | 'today'>,
  ) => Promise<{ readonly who: Who; readonly language: Language } | null>
  /** Where people reach this node, without a slash at the end. */
  readonly publicUrl: () => string
}

export function calendarDoor({ call, now, reader, publicUrl }: CalendarDeps): Hono {
  const door = new Hono()
  door.get('/lich/:file{[A-Za-z0-9_-]{43}\\.ics}', async (c, next) => {
    const at = contextAt(now(), 'vi', NOBODY)
    const found = await reader(c.req.param('file').slice(0, -4), at)
    if (found === null) return next()
    const due = await call(dueList, { ...at, ...found }, {})
    if (!due.ok) return next()
    const say = speaker(found.language)
    const text = calendarText(
      say('calendar.name'),
      found.language,
      due.value.items.map((task) => eventOf(task, say, publicUrl())),
    )
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
    const headers = { etag, 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer' }
    return (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } })
  })
  return door
}

function eventOf(task: z.infer<typeof dueView>, say: Say, publicUrl: string): DayEvent {
  const url = `${publicUrl}/lam-viec/nhiem-vu/${encodeURIComponent(task.code)}`
  const day = parseDay(task.due)
  if (day === null) throw new TypeError(`${task.code} is due on no day`)
  return {
    uid: `${task.id}@lienvung`,
    sequence: task.version,
    changedAt: task.changedAt,
    day,
    next: addDays(day, 1),
    summary: `${task.code} ${task.title}`,
    description: [...(task.lead === null ? [] : [say('calendar.lead', { body: task.lead })]), url].join('\n'),
    url,
    category: say(`calendar.role.${task.role}`),
  }
}
