import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedBoard } from '../../bench/board-seed.ts'
import { speaker } from '../../src/base/text/text.ts'
import type { Asked } from '../../src/doors/pages/page.ts'
import { totalOf } from '../../src/doors/pages/pages/board/bar.tsx'
import { boardFilePage } from '../../src/doors/pages/pages/board/file.ts'
import { windowed } from '../../src/doors/pages/pages/board/months.tsx'
import { type Behind, rowsHref } from '../../src/doors/pages/pages/board/rows.ts'
import { questionFrom } from '../../src/doors/pages/pages/task/question.ts'
import type { Duty, Who } from '../../src/kernel/access/who.ts'
import { addDays, day } from '../../src/kernel/period/day.ts'
import { lateness, latenesses } from '../../src/kernel/task/lateness.ts'
import { boardShow } from '../../src/operations/board/show-board.ts'
import { workShow } from '../../src/operations/board/show-work.ts'
import type { BoardView } from '../../src/operations/board/views.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { feedList } from '../../src/operations/feed/list-feed.ts'
import type { Operation } from '../../src/operations/operation.ts'
import type { Ports } from '../../src/operations/ports.ts'
import { searchAll } from '../../src/operations/search/search-all.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { bytesOf, unzipped } from '../support/unzip.ts'
import { tester } from '../support/who.ts'

/** The board over four years of seeded work, held against a count of its own made from the facts alone. */
const TODAY = day('2026-11-25')
const PAST = day('2026-05-05')
const at = (who: Who = tester) => ({ who, today: TODAY, now: `${TODAY}T02:00:00.000Z`, language: 'vi' }) as const
const duty = (organisation: string): Duty => ({ role: 'specialist', organisation, central: false, deputyFor: null })

/** Plain walks over the facts, without the queries that are under test. */
const FACTS = `
  select t.id, t.assigned_on, t.state = 'cancelled' as cancelled, t.closed_on,
    (select f.day from due_fact f where f.task_id = t.id and (f.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= $1 order by f.id desc limit 1) as due,
    (select coalesce(h.holder_id, a.organisation_id) from assignment a
      left join organisation_holder h on h.organisation_id = a.organisation_id and daterange(h.from_day, h.to_day) @> $1::date
      where a.task_id = t.id and a.role = 'lead' and a.from_day <= $1 and (a.to_day is null or a.to_day > $1)) as lead
  from task t
  where t.code is not null and t.assigned_on <= $1`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  /** By a body of today, those whose work came to it. */
  let came: ReadonlyMap<unknown, readonly Record<string, unknown>[]>
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const HELD = 'select organisation_id, holder_id from organisation_holder where daterange(from_day, to_day) @> $1::date'
    came = Map.groupBy(await opened.engine.asOwner((owner) => owner.query(HELD, [TODAY])), (row) => row['holder_id'])
    await seedBoard(opened.engine, TODAY, { documents: 60, tasks: 1500, events: 12_000 })
  }, 120_000)
  afterAll(async () => {
    await opened.close()
  })
  const bodiesOf = (organisation: string): readonly string[] => (came.get(organisation) ?? []).map((row) => String(row['organisation_id']))
  const specialist = (organisation: string): Who => ({
    kind: 'person',
    id: 'p-1',
    duties: [duty(organisation)],
    bodies: [organisation, ...bodiesOf(organisation)],
  })
  const board = async (given: object = {}, who?: Who): Promise<BoardView> => {
    const found = await call(boardShow, at(who), given)
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }
  const rows = async (given: object, who?: Who): Promise<number> => {
    const found = await call(taskList, at(who), { ...given, limit: 1 })
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value.total
  }

  test.each([TODAY, PAST, day('2024-02-29'), day('2020-01-01')])(
    '[BRD-1] [BRD-2] as of %s each class holds what the facts of that day say',
    async (on) => {
      const facts = await opened.engine.asOwner((owner) => owner.query(FACTS, [on]))
      const dayOf = (value: unknown) => (typeof value === 'string' ? day(value) : null)
      const gone = facts.filter((fact) => fact['cancelled'] === true && String(fact['closed_on']) <= on)
      const classes = facts
        .filter((fact) => !gone.includes(fact))
        .map((fact) => ({ lead: String(fact['lead']), of: lateness(dayOf(fact['due']), dayOf(fact['closed_on']), on) }))
      const said = await board({ on })
      for (const of of latenesses) expect([of, said.tally[of]]).toEqual([of, classes.filter((one) => one.of === of).length])
      for (const group of said.groups)
        for (const of of latenesses)
          expect([group.key, of, group.tally[of]]).toEqual([
            group.key,
            of,
            classes.filter((one) => one.lead === group.key && one.of === of).length,
          ])
      expect(said.reconciliation).toEqual({ given: facts.length, split: 0, cancelled: gone.length, counted: classes.length, gap: 0 })
      expect([said.total, said.groupsGap, said.moreGroups]).toEqual([classes.length, 0, 0])
      expect(said.onTime.of).toBe(said.tally['done-on-time'] + said.tally['done-late'] + said.tally.overdue)
    },
  )

  test('[BRD-5] of a past day that waits which was said and not answered by then', async () => {
    const events = await opened.engine.asOwner((owner) =>
      owner.query(`select task_id, kind from task_event where on_day <= $1 order by id`, [PAST]),
    )
    const claimed = new Set<unknown>()
    const extension = new Set<unknown>()
    for (const { task_id: task, kind } of events) {
      if (kind === 'claimed') claimed.add(task)
      if (kind === 'returned' || kind === 'accepted' || kind === 'cancelled') claimed.delete(task)
      if (kind === 'extension-asked') extension.add(task)
      if (kind === 'extension-granted' || kind === 'cancelled' || kind === 'accepted') extension.delete(task)
    }
    const { waiting } = await board({ on: PAST })
    expect([waiting.claimed, waiting.extension]).toEqual([claimed.size, extension.size])
    expect(await rows({ on: PAST, waiting: 'claimed' })).toBe(claimed.size)
    const shown = await call(taskList, at(), { on: PAST, waiting: 'claimed', limit: 200 })
    expect(shown.ok && shown.value.items.every((task) => task.state === 'claimed')).toBe(true)
  })

  test.each([TODAY, PAST])('[BRD-6] behind every number as of %s stand exactly that many rows', async (on) => {
    const byLead = await board({ on })
    for (const of of latenesses) expect([of, await rows({ on, lateness: of })]).toEqual([of, byLead.tally[of]])
    expect(await rows({ on, lateness: 'in-force' })).toBe(byLead.total)
    expect(await rows({ on, lateness: 'cancelled' })).toBe(byLead.reconciliation?.cancelled)
    for (const { key, tally, total } of byLead.groups.slice(0, 5)) {
      expect([key, await rows({ on, body: key, lateness: 'overdue' })]).toEqual([key, tally.overdue])
      expect([key, await rows({ on, body: key, lateness: 'in-force' })]).toEqual([key, total])
    }
    const byDocument = await board({ on, by: 'document', groups: 10 })
    for (const { key, tally } of byDocument.groups.slice(0, 4))
      expect([key, await rows({ on, document: key, lateness: 'done-late' })]).toEqual([key, tally['done-late']])
    expect(byDocument.groupsGap).toBe(byDocument.total - byDocument.groups.reduce((sum, group) => sum + group.total, 0))
    const byQuarter = await board({ on, by: 'period' })
    for (const { key, total } of byQuarter.groups.filter((group) => group.key !== '').slice(0, 4)) {
      const dueTo = addDays(day(nextQuarter(key)), -1)
      expect([key, await rows({ on, dueFrom: key, dueTo, lateness: 'in-force' })]).toEqual([key, total])
    }
    const byNeighbour = await board({ on, by: 'neighbour' })
    expect(byNeighbour.groups.length).toBeGreaterThan(2)
    for (const { key, total } of byNeighbour.groups)
      expect([key, await rows({ on, neighbour: key, lateness: 'in-force' })]).toEqual([key, total])
    for (const of of ['any', 'claimed', 'disputed', 'extension', 'escalated'] as const)
      expect([of, await rows({ on, waiting: of })]).toEqual([of, of === 'any' ? byLead.waiting.total : byLead.waiting[of]])
    for (const { month, tally } of byLead.months.slice(-8)) {
      const dueTo = addDays(day(nextMonth(month)), -1)
      expect([month, await rows({ on, dueFrom: month, dueTo, lateness: 'overdue' })]).toEqual([month, tally.overdue])
    }
  })

  test('[BRD-6] a narrowed board counts the narrowed rows, and does not pretend to reconcile the whole', async () => {
    const whole = await board()
    const body = whole.groups[0]?.key ?? ''
    const narrowed = await board({ body, by: 'period' })
    expect([narrowed.total, narrowed.reconciliation]).toEqual([whole.groups[0]?.total, null])
  })

  test.each([TODAY, PAST])('[BRD-6] every link of the board as of %s asks the list for exactly what its number counts', async (on) => {
    const behind = async (of: BoardView, what: Behind): Promise<number> => {
      const { input } = questionFrom(new URL(rowsHref(of, what), 'http://x').searchParams)
      return rows(input)
    }
    for (const by of ['lead', 'document', 'period', 'neighbour'] as const) {
      const of = await board({ on, by, groups: 6 })
      for (const { key, name, total, tally } of of.groups.slice(0, 6)) {
        expect([by, key, await behind(of, { group: { by, key, name } })]).toEqual([by, key, total])
        if (tally.overdue > 0)
          expect([by, key, await behind(of, { group: { by, key, name }, lateness: 'overdue' })]).toEqual([by, key, tally.overdue])
      }
    }
    const of = await board({ on })
    expect(await behind(of, { lateness: 'cancelled' })).toBe(of.reconciliation?.cancelled)
    expect(await behind(of, { waiting: 'any' })).toBe(of.waiting.total)
    let due = 0
    for (const { from, to, tally } of windowed(of)) {
      const dues = { ...(from === undefined ? {} : { dueFrom: from }), ...(to === undefined ? {} : { dueTo: to }) }
      expect([from, to, await behind(of, dues)]).toEqual([from, to, totalOf(tally)])
      due += totalOf(tally)
    }
    expect(due).toBe(of.total - of.tally['no-due'])
  })

  test('[BRD-12] what waits: of a department its own work, of the centre what it decides, of the leaders what was put before them', async () => {
    const work = async (who: Who) => {
      const found = await call(workShow, at(who), { limit: 50 })
      if (!found.ok) throw new Error(found.refusal.code)
      return found.value.queues
    }
    const whole = await board()
    const body = whole.groups[1]?.key ?? ''
    const own = await work(specialist(body))
    expect(own.map(({ queue }) => queue).filter((queue) => queue !== 'helping')).toEqual(['acknowledge', 'overdue', 'due-soon'])
    expect(own.find(({ queue }) => queue === 'overdue')?.total).toBe(whole.groups[1]?.tally.overdue)
    for (const { queue, items } of own)
      for (const task of items) expect([queue, task.holder?.id === body]).toEqual([queue, queue !== 'helping'])
    const central = (role: Duty['role']): Who => ({
      kind: 'person',
      id: 'p-2',
      duties: [{ role, organisation: 'ubnd-p48-2025-07-01', central: true, deputyFor: null }],
      bodies: [],
    })
    const totals = async (who: Who) => Object.fromEntries((await work(who)).map(({ queue, total }) => [queue, total]))
    const { claimed, extension, disputed, escalated } = whole.waiting
    const decided = { claimed, extension, disputed, overdue: whole.tally.overdue, 'due-soon': whole.tally['due-soon'] }
    const present = (counts: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))
    expect(await totals(central('office'))).toEqual(present(decided))
    expect(await totals(central('leader'))).toEqual(present({ escalated, ...decided }))
    expect(await work({ kind: 'person', id: 'p-3', duties: [], bodies: [] })).toEqual([])
  })

  test('[BRD-7] coordination with other localities: joint work, answers, and the days they took', async () => {
    const { answers, groups } = await board({ by: 'neighbour' })
    expect(answers.map((one) => [one.neighbour, one.joint]).toSorted()).toEqual(groups.map((group) => [group.key, group.total]).toSorted())
    for (const one of answers) expect(one.answered).toBeLessThanOrEqual(one.joint)
    expect(answers.some((one) => one.answered > 0 && one.days !== null && one.days >= 0)).toBe(true)
  })

  test('[BRD-8] whoever sees only his own work has the board of it', async () => {
    const whole = await board()
    const body = whole.groups[2]?.key ?? ''
    const own = await board({}, specialist(body))
    expect(own.groups.find((group) => group.key === body)?.tally).toEqual(whole.groups[2]?.tally)
    expect(own.total).toBeLessThan(whole.total)
    expect(await rows({ lateness: 'in-force' }, specialist(body))).toBe(own.total)
    expect(await call(boardShow, at({ kind: 'nobody', id: '', duties: [], bodies: [] }), {})).toEqual({
      ok: false,
      refusal: { code: 'sign-in-needed' },
    })
  })

  test('[BRD-10] the feed walks back over everything once, in order; a department meets only its own', async () => {
    const walk = async (who: Who, most: number) => {
      const met: { id: string; lead: string | null }[] = []
      for (let before: string | null | undefined; before !== null && met.length < most; ) {
        const page = await call(feedList, at(who), { limit: 300, ...(before === undefined ? {} : { before }) })
        if (!page.ok) throw new Error(page.refusal.code)
        met.push(...page.value.items.map((item) => ({ id: item.id, lead: item.task.id })))
        before = page.value.next
      }
      return met
    }
    const said = await opened.engine.asOwner((owner) => owner.query('select id, task_id from task_event order by id desc'))
    expect(await walk(tester, 900)).toEqual(said.slice(0, 900).map((row) => ({ id: String(row['id']), lead: row['task_id'] })))
    const body = (await board()).groups[3]?.key ?? ''
    const own = await opened.engine.asOwner((owner) =>
      owner.query('select distinct task_id from assignment where organisation_id = any ($1)', [specialist(body).bodies]),
    )
    const ids = new Set(own.map((row) => row['task_id']))
    const theirs = said.filter((row) => ids.has(row['task_id'])).map((row) => ({ id: String(row['id']), lead: row['task_id'] }))
    expect(theirs.length).toBeGreaterThan(100)
    expect(await walk(specialist(body), theirs.length + 1)).toEqual(theirs)
  })

  test('[BRD-11] search: words with marks or without, numbers and symbols, whole words first, and nothing that may not be seen', async () => {
    const search = async (q: string, who?: Who) => {
      const found = await call(searchAll, at(who), { q })
      if (!found.ok) throw new Error(found.refusal.code)
      return found.value
    }
    const titles = (found: Awaited<ReturnType<typeof search>>) => found.tasks.items.map((task) => task.title)
    const [marked, bare] = [await search('sạt lở bờ biển đợt 15'), await search('SAT LO bo bien dot 15')]
    expect(titles(marked).length).toBeGreaterThan(0)
    expect(titles(bare)).toEqual(titles(marked))
    expect(titles(marked)[0]).toMatch(/đợt 15$/)
    const code = (await search('đợt 15')).tasks.items[0]?.code ?? ''
    expect((await search(code.toLowerCase())).tasks.items.map((task) => task.code)).toEqual([code])
    for (const q of ['5/UBND-TH', '5/ubnd-th', '5 ubnd th']) expect((await search(q)).documents.items[0]?.number).toBe('5/UBND-TH')
    expect((await search('so tai chinh')).organisations.items[0]?.name).toBe('Sở Tài chính')
    expect((await search('hoa khanh')).places.items[0]?.name).toMatch(/Hòa Khánh/)
    expect((await search('sạt lở bờ biển')).tasks.more).toBe(true)
    expect(await search('/ - | & !')).toMatchObject({ tasks: { items: [] }, documents: { items: [] }, places: { items: [] } })
    const body = (await board()).groups[3]?.key ?? ''
    const [whole, own] = [await search('sạt lở'), await search('sạt lở', specialist(body))]
    expect(own.tasks.items.length).toBeGreaterThan(0)
    for (const task of own.tasks.items)
      expect(
        [...task.lead, ...((await call(taskGet, at(), { id: task.id })) as { value: { coordinating: unknown[] } }).value.coordinating].some(
          (one) => specialist(body).bodies.includes((one as { organisation: string }).organisation),
        ),
      ).toBe(true)
    expect(whole.tasks.items).not.toEqual(own.tasks.items)
  })

  test('[BRD-2] [BRD-4] what was split is counted by its parts; what has a code, no lead and no parts is a gap that is printed', async () => {
    const before = (await board()).reconciliation
    const insert = (n: number, parent: string, lead: string) => `
      insert into task (id, document_id, parent_id, position, origin, state, code, kind, title, quote, spans, corrections, named, open_class,
                        lead_name, search, assigned_on, recorded_at, changed_by, changed_at)
      select '00000000-0000-4000-8009-00000000000${n}', document_id, ${parent}, 0, 'manual', 'assigned', 'NV-X-${n}', 'once', 'việc', 'việc', '{}', '[]',
             '{"lead": []}', false, ${lead}, '', '2026-01-05', now(), 'người thử', now()
      from task limit 1`
    await opened.engine.asOwner(async (owner) => {
      await owner.script(insert(1, 'null', 'null'))
      await owner.script(insert(2, "'00000000-0000-4000-8009-000000000001'", "'Sở Y tế'"))
      await owner.script(insert(3, 'null', 'null'))
    })
    const { given = 0, split = 0, counted = 0 } = before ?? {}
    expect((await board()).reconciliation).toEqual({ ...before, given: given + 3, split: split + 1, counted: counted + 1, gap: 1 })
    expect((await board({ on: '2026-01-04' })).reconciliation?.gap).toBe(0)
    await opened.engine.asOwner((owner) => owner.script("delete from task where id::text like '00000000-0000-4000-8009-%'"))
  })

  test.each([TODAY, PAST])('[BRD-13] the workbook as of %s has as many rows as its first sheet says, and the board counts', async (on) => {
    const asked = {
      say: speaker('vi'),
      language: 'vi',
      context: at(),
      locality: 'Đà Nẵng',
      query: new URLSearchParams({ ngay: on, theo: 'quy' }),
      ask: <I, O>(operation: Operation<I, O, Ports>, input: unknown) => call(operation, at(), input),
    } as unknown as Asked
    const answer = await boardFilePage.get(asked)
    if (answer.kind !== 'download') throw new Error(answer.kind)
    const sheets = unzipped(await bytesOf(answer.bytes))
    const rowsOf = (n: number): readonly string[] => (sheets[`xl/worksheets/sheet${n}.xml`] ?? '').match(/<row .*?<\/row>/gs) ?? []
    const { total, tally } = await board({ on })
    expect(rowsOf(2)).toHaveLength(total + 1)
    expect(rowsOf(2).filter((row) => row.includes('>Quá hạn<'))).toHaveLength(tally.overdue)
    expect(rowsOf(1)[3]).toContain(`<v>${total}</v>`)
    expect(rowsOf(1)[6]).toContain(`<c r="C7" s="3"><v>${tally.overdue}</v></c>`)
  })

  test('[BRD-9] bad input is named', async () => {
    const refusal = async (given: object) => {
      const found = await call(boardShow, at(), given)
      return found.ok ? 'ok' : found.refusal
    }
    expect(await refusal({ on: '2026-02-30' })).toEqual({ code: 'bad-day', data: { value: '2026-02-30' } })
    expect(await refusal({ by: 'weather' })).toMatchObject({ code: 'bad-value', data: { name: 'by' } })
    expect(await refusal({ tag: 'x' })).toMatchObject({ code: 'unknown-parameter', data: { name: 'tag' } })
    // signs alone are held by no task, as the search says too; the board was the whole one until 26-11-2026
    expect((await board({ q: "' | & :*" })).total).toBe(0)
    expect((await board({ body: 'không-có' })).total).toBe(0)
  })
})

const nextQuarter = (first: string): string => monthAfter(first, 3)
const nextMonth = (first: string): string => monthAfter(first, 1)
function monthAfter(first: string, months: number): string {
  const then = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + months, 1))
  return then.toISOString().slice(0, 10)
}
