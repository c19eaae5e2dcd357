import { join } from 'node:path'
import type { Hono } from 'hono'
import { contextAt } from '../doors/context.ts'
import { calendarDoor } from '../doors/ical/calendar.ts'
import { letterOf } from '../doors/mail/letter.ts'
import { folderPost, smtpPost } from '../doors/mail/post.ts'
import type { Clock, Daily } from '../jobs/daily.ts'
import { digestJob } from '../jobs/digest.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import type { Store } from '../operations/store.ts'
import type { Opened } from './open.ts'
import type { Settings } from './settings.ts'

/**
 * Letters and calendars of one node: what leaves it to people who do not have it open.
 *
 * @param reached where people reach it is read when something leaves: a port that the machine chooses is known once it listens
 */
export function lettersOf(
  store: Store,
  reached: Pick<Settings, 'data' | 'mail' | 'demo' | 'locality' | 'publicUrl'>,
  now: () => Date = () => new Date(),
): { readonly job: Daily; readonly close: () => void } {
  const { data, mail, demo, locality } = reached
  const post = mail.smtpUrl === null ? folderPost(join(data, 'mail'), mail.from, now) : smtpPost(mail.smtpUrl, mail.from)
  return {
    job: digestJob({
      store,
      samples: demo,
      asNode: () => contextAt(now(), 'vi', SYSTEM),
      send: ({ who, email, language }, digest, { today }) =>
        post.send(
          email,
          letterOf(digest, { language, name: who.name ?? '', today, locality, publicUrl: reached.publicUrl }),
          `${today}.${who.id}`,
        ),
      failed: (person, error) =>
        console.error(`Thư hằng ngày của ${person} chưa gửi được. / A daily letter did not leave. ${reasonOf(error)}`),
    }),
    close: post.close,
  }
}

/** What a mail server says may repeat the address; a log is no place for it. */
const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, 'code' in error ? String(error.code) : '', 'responseCode' in error ? String(error.responseCode) : ''].join(' ').trim()
    : ''

export const calendarsOf = ({ store, call }: Pick<Opened, 'store' | 'call'>, reached: Pick<Settings, 'demo' | 'publicUrl'>): Hono =>
  calendarDoor({
    call,
    publicUrl: () => reached.publicUrl,
    now: () => new Date(),
    async reader(secret, at) {
      const found = await store.calendarReader(secret, at)
      return found === null || (found.sample && !reached.demo) ? null : found
    },
  })

const HOURS_AHEAD = 7

/** Day and hour in Vietnam, which knows no summer time. */
export const vietnamClock: Clock = () => {
  const now = new Date()
  return { day: contextAt(now, 'vi', SYSTEM).today, hour: (now.getUTCHours() + HOURS_AHEAD) % 24, ms: now.getTime() }
}
