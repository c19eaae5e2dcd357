import { concernOf } from '../../kernel/notice/concern.ts'
import { addDays, type Day } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import type { Context } from '../operation.ts'
import type { DueTask, MailPorts, Mark, NoticePorts, Since } from './ports.ts'
import { slice } from './slice.ts'
import type { NoticeView } from './views.ts'

/** What a person's daily letter tells: late, due soon, and what is new since the last letter and was not read meanwhile. [NOT-4] */
export type Digest = {
  readonly overdue: readonly DueTask[]
  readonly soon: readonly DueTask[]
  readonly news: readonly NoticeView[]
  /** Up to where it tells; the next begins there. */
  readonly upTo: Mark
}

/** «Sắp đến hạn» of a letter: what a person can still do something about this week and the next. */
export const LETTER_DAYS = 7
/** A letter of more is not read; the page has all. */
const MOST = 100

/** @returns null when there is nothing to tell */
export async function composeDigest(
  ports: NoticePorts & MailPorts & Pick<PeoplePorts, 'people'>,
  context: Pick<Context, 'who' | 'today'>,
): Promise<Digest | null> {
  const { who, today } = context
  const due = await ports.notices.due(concernOf(who).bodies, addDays(today, LETTER_DAYS), MOST)
  const read = await ports.notices.since(who.id)
  const told = await ports.mail.told(who.id)
  const found = await slice(ports, context, { before: null, after: laterOf(read, told, today), since: read, limit: MOST })
  if (due.length === 0 && found.items.length === 0) return null
  const all = await slice(ports, context, { before: null, after: null, since: read, limit: 1 })
  return {
    overdue: due.filter((task) => task.due < today),
    soon: due.filter((task) => task.due >= today),
    news: found.items,
    upTo: all.newest,
  }
}

/** After what was read and what a letter told; where no letter did, of the last week. */
function laterOf(read: Since, told: Mark | null, today: Day): Since {
  const week = addDays(today, -LETTER_DAYS)
  if (told === null) return { ...read, from: read.from !== null && read.from > week ? read.from : week }
  return {
    event: highest(read.event, told.event),
    given: highest(read.given, told.given),
    figure: highest(read.figure, told.figure),
    from: read.from,
  }
}

const highest = (a: bigint, b: bigint): bigint => (a > b ? a : b)
