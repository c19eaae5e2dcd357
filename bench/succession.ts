import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '../src/base/refusals.ts'
import type { Result } from '../src/base/result.ts'
import { contextAt } from '../src/doors/context.ts'
import { OPERATOR } from '../src/kernel/access/who.ts'
import { REST } from '../src/kernel/organisation/scope.ts'
import { openNode } from '../src/main/open.ts'
import { caller } from '../src/operations/call.ts'
import { successionCommit } from '../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../src/operations/succession/plan-succession.ts'
import { successionRehearse } from '../src/operations/succession/rehearse-succession.ts'
import { successionUndo } from '../src/operations/succession/undo-succession.ts'
import type { Engine } from '../src/store/engine/engine.ts'
import { storeOver } from '../src/store/open-store.ts'
import { seeded } from './random.ts'
import { atMost, type Figure, report, seen } from './report.ts'

/**
 * One of sixty bodies with 100,000 open tasks is split in two, task by task, and that undone; then the sixty merge into one, and
 * that is undone. After each every task has a holder, and the totals before and after are equal. On PGlite always; on PostgreSQL with DATABASE_URL and DATABASE_OWNER_URL.
 */
const BODIES = 60
const TASKS = 100_000
const ASKED_S = 5

export async function bench(): Promise<void> {
  const figures: Record<string, Figure> = {}
  const data = mkdtempSync(join(tmpdir(), 'lienvung-succession-'))
  try {
    const own = await openNode({ data, databaseUrl: null, databaseOwnerUrl: null, locality: 'Đà Nẵng' }, console.log)
    Object.assign(figures, await measured(own.engine, 'pglite', null))
    await own.close()
    const url = process.env['DATABASE_URL']
    if (url === undefined) console.log('Không có DATABASE_URL: chưa đo trên PostgreSQL. / No DATABASE_URL: PostgreSQL was not measured.')
    else {
      const node = await openNode(
        { data, databaseUrl: url, databaseOwnerUrl: process.env['DATABASE_OWNER_URL'] ?? null, locality: 'Đà Nẵng' },
        console.log,
      )
      Object.assign(figures, await measured(node.engine, 'postgres', ASKED_S))
      await node.close()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  report('succession', figures)
}

async function measured(engine: Engine, name: string, asked: number | null): Promise<Readonly<Record<string, Figure>>> {
  await seed(engine)
  const context = contextAt(new Date(), 'vi', OPERATOR)
  const call = caller(storeOver(engine, 'Đà Nẵng'))
  const timed = async <T>(work: () => Promise<Result<T, Refusal>>): Promise<readonly [T, number]> => {
    const started = performance.now()
    const answer = await work()
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    return [answer.value, (performance.now() - started) / 1000]
  }
  const common = { basis: 'NQ 1/NQ-HĐND', day: context.today }
  const [splitting] = await timed(() =>
    call(successionPlan, context, {
      ...common,
      name: 'Chia tách',
      parts: [
        {
          kind: 'split',
          from: [bodyOf(0)],
          to: [
            { name: 'Sở Mới', scope: REST },
            { name: 'Sở Báo chí', scope: 'báo chí' },
          ],
        },
      ],
    }),
  )
  const [done, split] = await timed(() => call(successionCommit, context, { id: splitting.id, version: 1 }))
  await check(engine)
  const [, undoSplit] = await timed(() => call(successionUndo, context, { id: splitting.id, basis: 'NQ 2/NQ-HĐND' }))
  await check(engine)
  // the day on which the split was undone is a row of the body: the merger comes after it
  const tomorrow = contextAt(new Date(Date.now() + 86_400_000), 'vi', OPERATOR)
  const [merger] = await timed(() =>
    call(successionPlan, tomorrow, {
      ...common,
      day: tomorrow.today,
      name: 'Hợp nhất',
      parts: [{ kind: 'merge', from: Array.from({ length: BODIES }, (_, n) => bodyOf(n)), to: [{ name: 'Sở Hợp nhất' }] }],
    }),
  )
  const [, rehearse] = await timed(() => call(successionRehearse, tomorrow, { id: merger.id }))
  const [merged, merge] = await timed(() => call(successionCommit, tomorrow, { id: merger.id, version: 1 }))
  await check(engine)
  const total = (rows: readonly { readonly count: number }[] = []): number => rows.reduce((sum, { count }) => sum + count, 0)
  if (total(merged.outcome?.before) !== TASKS || total(merged.outcome?.after) !== TASKS) throw new Error('the totals differ')
  const [, undoMerge] = await timed(() => call(successionUndo, tomorrow, { id: merger.id, basis: 'NQ 3/NQ-HĐND' }))
  await check(engine)
  return {
    [`${name}_rehearse_s`]: seen(rehearse),
    [`${name}_merge_s`]: asked === null ? seen(merge) : atMost(merge, asked),
    [`${name}_undo_merge_s`]: seen(undoMerge),
    [`${name}_split_tasks`]: seen(done.outcome?.routed ?? 0),
    [`${name}_split_s`]: seen(split),
    [`${name}_undo_split_s`]: seen(undoSplit),
  }
}

const bodyOf = (n: number): string => `bench-${n}`

/** Every open task is held by one body on the last day. */
async function check(engine: Engine): Promise<void> {
  const rows = await engine.asOwner((owner) =>
    owner.query(`
      select count(*)::int as held, count(*) filter (where h.holder_id is null)::int as orphans
      from task t
      join assignment a on a.task_id = t.id and a.role = 'lead' and a.to_day is null
      join organisation_holder h on h.organisation_id = a.organisation_id and h.to_day is null
      where t.code like 'BENCH-%' and t.closed_on is null`),
  )
  const { held, orphans } = rows[0] ?? {}
  if (held !== TASKS || orphans !== 0) throw new Error(`${held} of ${TASKS} tasks are held, ${orphans} by nobody`)
}

/** Rows of a bench: no history is kept of them. The same from the same seed. */
async function seed(engine: Engine): Promise<void> {
  const random = seeded(20_250_301)
  const pick = (): number => Math.floor(random() * BODIES)
  const leads = Array.from({ length: TASKS }, pick)
  const [document, ...tasks] = uuids(TASKS + 1, 4)
  await engine.asOwner(async (owner) => {
    await owner.script(`
      insert into organisation (id, kind, rank, of_place, basis, certainty)
        select 'bench-' || n, 'internal', 'so', 'Đà Nẵng', 'thử', 'seen' from generate_series(0, ${BODIES - 1}) n;
      insert into organisation_name (organisation_id, name, abbreviation, folded, plain, folded_abbreviation, sort_key)
        select 'bench-' || n, 'Sở Thử ' || n, '', 'so thu ' || n, 'sở thử ' || n, '', 'x' from generate_series(0, ${BODIES - 1}) n;
      insert into organisation_holder (organisation_id, holder_id)
        select 'bench-' || n, 'bench-' || n from generate_series(0, ${BODIES - 1}) n;
      insert into document (id, slug, words_sha256, text, sha256, source, search, received_at, received_by)
        values ('${document}', 'bench', 'x', 'x', 'x', 'pasted', 'x', now(), 'bench')`)
    await owner.trusting(async () => {
      await owner.copyIn(
        `task (id, code, document_id, position, origin, state, kind, title, quote, spans, corrections, named, open_class, lead_name, lead_id,
          search, assigned_on, recorded_at, changed_by, changed_at)`,
        leads.map((lead, n) => {
          const title = n % 10 === 0 ? 'Tổ chức thông tin báo chí về quy hoạch' : 'Rà soát quy hoạch thành phố'
          const named = `{"lead": [], "coLead": [], "coordinating": [], "recipients": []}`
          return `${tasks[n]}\tBENCH-${n}\t${document}\t${n}\tmanual\tassigned\tonce\t${title}\t${title}\t{}\t[]\t${named}\tf\tSở Thử ${lead}\t${bodyOf(lead)}\tx\t2023-03-01\t2023-03-01\tbench\t2023-03-01\n`
        }),
      )
      await owner.copyIn(
        'assignment (task_id, organisation_id, name, role, from_day, basis)',
        leads.flatMap((lead, n) => {
          const line = (body: number, role: string): string => `${tasks[n]}\t${bodyOf(body)}\tSở Thử ${body}\t${role}\t2023-03-01\tbench\n`
          return n % 4 === 0 ? [line(lead, 'lead'), line(pick(), 'coordinator')] : [line(lead, 'lead')]
        }),
      )
    })
    await owner.script('analyze task; analyze assignment')
  })
}

/** As random as those the database makes: an index over ids that differ in their last digits alone is another index. */
function uuids(count: number, seed: number): readonly string[] {
  const random = seeded(seed)
  const hex = (digits: number): string =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return Array.from({ length: count }, () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`)
}
