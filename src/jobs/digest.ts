import { ok } from '../base/result.ts'
import { isWorkingDay } from '../kernel/period/calendar.ts'
import { addDays } from '../kernel/period/day.ts'
import { composeDigest, type Digest } from '../operations/notice/compose-digest.ts'
import type { DigestReader } from '../operations/notice/ports.ts'
import type { Context } from '../operations/operation.ts'
import type { Store } from '../operations/store.ts'
import type { Daily } from './daily.ts'

/**
 * The daily letter of every person, on working days. A letter is taken in a transaction of its own before it goes out, so that
 * of several servers, and of starts after a fall, one sends it: rather one that never comes than one that comes twice. What
 * a lost letter told stands in the next one. [NOT-5]
 */
export type DigestDeps = {
  readonly store: Store
  /** As the node itself, now. */
  readonly asNode: () => Context
  /** Writes and sends; throws when the letter did not leave. */
  readonly send: (reader: DigestReader, digest: Digest, context: Context) => Promise<void>
  /** Told of each letter that did not leave, and whose it was. */
  readonly failed: (person: string, error: unknown) => void
  /** Whether people of --demo are written to. */
  readonly samples: boolean
}

/** The hour in Vietnam from which letters go out. */
const LETTERS_FROM = 7

export function digestJob(deps: DigestDeps): Daily {
  let done = ''
  return {
    from: LETTERS_FROM,
    done: (day) => done === day,
    async work(day) {
      const left = await sendAll(deps)
      // what did not leave is tried again when the clock is looked at next
      if (left > 0) throw new Error(`${left} letters did not leave`)
      done = day
    },
  }
}

/** @returns how many did not leave */
async function sendAll(deps: DigestDeps): Promise<number> {
  const context = deps.asNode()
  const readers = await within(deps.store, context, 'query', async (ports) => {
    const exceptions = await ports.calendar.days(context.today, addDays(context.today, 1))
    const works = isWorkingDay(new Map(exceptions.map((one) => [one.day, one.kind])), context.today)
    return works ? ports.mail.readers(context.today) : []
  })
  let left = 0
  for (const reader of readers) {
    if (reader.sample && !deps.samples) continue
    try {
      if ((await sendOne(deps, context, reader)) === 'later') left += 1
    } catch (error) {
      left += 1
      deps.failed(reader.who.id, error)
    }
  }
  return left
}

async function sendOne(deps: DigestDeps, context: Context, reader: DigestReader): Promise<'later' | 'over'> {
  const { store } = deps
  const { today } = context
  // seen as the person sees it: the second wall stands here too
  const digest = await within(store, { ...context, ...reader }, 'query', (ports) => composeDigest(ports, { ...context, who: reader.who }))
  if (digest === null) return 'over'
  const taken = await within(store, context, 'command', (ports) => ports.mail.take(reader.who.id, today, digest.upTo))
  if (taken !== 'taken') return taken
  const settle = (state: 'sent' | 'failed'): Promise<void> =>
    within(store, deps.asNode(), 'command', (ports) => ports.mail.settle(reader.who.id, today, state))
  try {
    await deps.send(reader, digest, context)
  } catch (error) {
    await settle('failed')
    throw error
  }
  await settle('sent')
  return 'over'
}

async function within<T>(
  store: Store,
  context: Context,
  kind: 'query' | 'command',
  work: (ports: Parameters<Parameters<Store['transaction']>[2]>[0]) => Promise<T>,
): Promise<T> {
  const answer = await store.transaction(context, kind, async (ports) => ok(await work(ports)))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
