import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '../src/kernel/access/who.ts'
import { addWorkingDays, type Calendar } from '../src/kernel/period/calendar.ts'
import { addDays, type Day, day } from '../src/kernel/period/day.ts'
import { openNode } from '../src/main/open.ts'
import { calendarCorrectDay } from '../src/operations/calendar/correct-day.ts'
import { calendarDays } from '../src/operations/calendar/list-days.ts'
import type { Call } from '../src/operations/call.ts'
import type { Context } from '../src/operations/operation.ts'
import type { Engine } from '../src/store/engine/engine.ts'
import { atMost, type Figure, report, seen } from './report.ts'

/**
 * A holiday decided over a million open terms in working days: how long until every due day is right, and only those told.
 * Starts are spread over 300 days, terms over 5 to 34 working days. What moved is counted a second time by the kernel's sum.
 */
const TASKS = 1_000_000
const STARTS = 300
const TERMS = 30
const SHORTEST = 5
const FIRST = day('2026-01-02')
const CLOSED = day('2026-06-17')
const context: Context = { who: OPERATOR, today: day('2026-03-02'), now: '2026-03-02T02:00:00.000Z', language: 'vi' }

export async function bench(): Promise<void> {
  const figures: Record<string, Figure> = {}
  const data = mkdtempSync(join(tmpdir(), 'lienvung-calendar-'))
  try {
    const url = process.env['DATABASE_URL']
    if (url === undefined) console.log('Không có DATABASE_URL: chưa đo trên PostgreSQL. / No DATABASE_URL: PostgreSQL was not measured.')
    else await measure('postgres', { databaseUrl: url, databaseOwnerUrl: process.env['DATABASE_OWNER_URL'] ?? null }, data, figures, 10)
    if (!process.argv.includes('--postgres')) await measure('pglite', { databaseUrl: null, databaseOwnerUrl: null }, data, figures, null)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  report('calendar', figures)
}

type Where = { readonly databaseUrl: string | null; readonly databaseOwnerUrl: string | null }

async function measure(name: string, where: Where, data: string, figures: Record<string, Figure>, asked: number | null): Promise<void> {
  const node = await openNode({ data, locality: 'Đà Nẵng', ...where }, console.log)
  try {
    const before = await calendarOf(node.call)
    await seed(node.engine, before)
    const started = performance.now()
    const done = await node.call(calendarCorrectDay, context, {
      day: CLOSED,
      kind: 'closed',
      reason: 'nghỉ theo quyết định',
      basis: 'QĐ 1/QĐ-TTg',
    })
    const seconds = (performance.now() - started) / 1000
    if (!done.ok) throw new Error(done.refusal.code)
    const moved = movedBy(before, await calendarOf(node.call))
    if (done.value.moved !== moved) throw new Error(`${done.value.moved} moved, the kernel's sum moves ${moved}`)
    figures[`${name}_s`] = asked === null ? seen(seconds) : atMost(seconds, asked)
    figures[`${name}_touched`] = seen(done.value.touched)
    figures[`${name}_moved_and_told`] = seen(moved)
  } finally {
    await node.close()
  }
}

async function calendarOf(call: Call): Promise<Calendar> {
  const days = await call(calendarDays, context, { year: 2026 })
  if (!days.ok) throw new Error(days.refusal.code)
  return new Map(days.value.items.map((one) => [one.day as Day, one.kind]))
}

/** Every pair of a start and a term, with its last day. */
function* terms(calendar: Calendar): Iterable<{ readonly from: Day; readonly days: number; readonly due: Day }> {
  for (let s = 0; s < STARTS; s += 1)
    for (let t = 0; t < TERMS; t += 1) {
      const from = addDays(FIRST, s)
      const days = SHORTEST + t
      yield { from, days, due: addWorkingDays(calendar, from, days) }
    }
}

/** Each pair is held by as many tasks: the n-th task has the pair n modulo their number. */
function movedBy(before: Calendar, after: Calendar): number {
  const pairs = STARTS * TERMS
  const then = [...terms(after)]
  return [...terms(before)].reduce(
    (sum, one, i) => (one.due === then[i]?.due ? sum : sum + Math.floor(TASKS / pairs) + (i < TASKS % pairs ? 1 : 0)),
    0,
  )
}

async function seed(engine: Engine, calendar: Calendar): Promise<void> {
  await engine.asOwner(async (owner) => {
    await owner.script('create temporary table pair (n int primary key, term_from date, term_days int, due date)')
    await owner.copyIn(
      'pair (n, term_from, term_days, due)',
      [...terms(calendar)].map((one, i) => `${i}\t${one.from}\t${one.days}\t${one.due}\n`),
    )
    await owner.script(`
      insert into term (from_day, days, last_day) select term_from, term_days, due from pair;
      insert into document (id, slug, words_sha256, text, sha256, source, search, received_at, received_by)
      values ('00000000-0000-0000-0000-000000000001', 'bench', 'x', 'x', 'x', 'pasted', '', now(), 'bench');
      insert into task (code, document_id, position, origin, state, kind, title, quote, spans, corrections, named, open_class, due_day,
        due_original, term_from, term_days, lead_name, search, assigner, assigned_on, recorded_at, changed_by, changed_at)
      select 'B-' || g, '00000000-0000-0000-0000-000000000001', g, 'extracted', 'active', 'once', 'Rà soát công trình số ' || g,
        'Sở Xây dựng rà soát công trình số ' || g || ' trong vòng ' || t.term_days || ' ngày làm việc', '{}', '[]', '{}', false, t.due, t.due,
        t.term_from, t.term_days, 'Sở Xây dựng', '', 'bench', t.term_from, now(), 'bench', now()
      from generate_series(0, ${TASKS - 1}) g
      join pair t on t.n = g % ${STARTS * TERMS};
      analyze task, term`)
  })
}
