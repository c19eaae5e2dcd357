import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ok } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { type Context, operation } from '../../src/operations/operation.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import type { TaskPorts } from '../../src/operations/task/ports.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** What a page asks at once, on each engine; the transactions of the store are counted as they pass. */
const today = day('2026-11-25')
const asker = (): Context => ({ who: tester, today, now: '2026-11-25T02:00:00.000Z', language: 'vi' })

describe.each(engines)('$name', ({ name, open }) => {
  let opened: Opened
  let began = 0
  let call: ReturnType<typeof caller>
  beforeAll(async () => {
    opened = await open()
    const store = storeOver(opened.engine, 'Đà Nẵng')
    call = caller({
      transaction: (...asked) => {
        began += 1
        return store.transaction(...asked)
      },
    })
  })
  afterAll(async () => {
    await opened.close()
  })

  const moment = operation({
    name: 'test.moment',
    kind: 'query',
    access: 'signed-in',
    summary: { vi: 'Thời điểm', en: 'A moment' },
    input: z.strictObject({ fail: z.boolean().optional() }),
    output: z.strictObject({ at: z.string() }),
    rest: { method: 'GET', path: '/test' },
    async run(ports: TaskPorts, _context, given) {
      // of a transaction that is not there any more, or was broken by another question, the database would say so
      if (given.fail === true) await ports.tasks.list({ ...NONE, after: null, limit: -1 })
      return ok({ at: String((await ports.tasks.counts({ on: today, past: false })).total) })
    },
  })
  const NONE = { on: today, past: false, state: null, kind: null, document: null, q: '', sort: 'due' } as never as Parameters<
    TaskPorts['tasks']['list']
  >[0]

  test('[STO-25] what one asker asks in one breath is answered in one transaction; what he asks later, and what another asks, in others', async () => {
    const context = asker()
    began = 0
    const first = await Promise.all([call(moment, context, {}), call(moment, context, {}), call(moment, context, {})])
    expect(first).toEqual(Array(3).fill({ ok: true, value: { at: '0' } }))
    expect(began).toBe(1)
    await call(moment, context, {})
    await Promise.all([call(moment, context, {}), call(moment, asker(), {})])
    expect(began).toBe(4)
  })

  test('[STO-25] an accident of one question takes no other with it', async () => {
    const context = asker()
    const [before, broken, after] = await Promise.allSettled([
      call(moment, context, {}),
      call(moment, context, { fail: true }),
      call(moment, context, {}),
    ])
    expect(before).toMatchObject({ status: 'fulfilled', value: { ok: true } })
    expect(broken.status).toBe('rejected')
    expect(after).toMatchObject({ status: 'fulfilled', value: { ok: true } })
  })

  if (name === 'postgres')
    test('[STO-26] what is asked again and again is sent by name; what is asked seldom is not kept', async () => {
      const names = (often: number) =>
        opened.engine.app.connection().execute(async (db) => {
          for (let i = 0; i < often; i += 1) await sql`select ${i}::int as ${sql.ref(`often_${often}`)}`.execute(db)
          const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from pg_prepared_statements where statement like ${`%"often_${often}"%`}`.execute(db)
          return rows[0]?.n
        })
      expect(await names(3)).toBe(0)
      expect(await names(9)).toBe(1)
    })

  test('[STO-26] a column that another server adds beneath statements in use is an accident of nobody', async () => {
    const ask = () => call(taskGet, asker(), { id: 'NV-2022-0001' })
    const many = () => Promise.all(Array.from({ length: 12 }, ask))
    for (let i = 0; i < 8; i += 1) await many()
    await opened.engine.asOwner((owner) => owner.script('alter table task add column later int'))
    for (let i = 0; i < 4; i += 1)
      for (const answer of await many()) expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })
})
