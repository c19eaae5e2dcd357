import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import type { Context } from '../../src/operations/operation.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskDiscard } from '../../src/operations/task/discard-task.ts'
import { actAs, storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }
const TEXT = `Giao Sở Y tế chủ trì rà soát các trạm y tế trước ngày 15/4/2023.
Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập danh mục công trình trong quý II năm 2023.
Thanh tra thành phố kiểm tra việc thực hiện, báo cáo UBND thành phố trước ngày 30/6/2023.`

/** Tables whose rows history keeps, with the columns it leaves out: derived, or named by their sum. */
const kept = { document: ['text', 'search'], citation: ['search'], task: ['search', 'due_key'], assignment: [], due_fact: [] } as const

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[HIS-6] history replayed gives the tables as they are', async () => {
    const call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const received = await call(documentReceive, context, { text: TEXT })
    if (!received.ok) throw new Error(received.refusal.code)
    const document = await call(documentGet, context, { id: received.value.id })
    if (!document.ok) throw new Error(document.refusal.code)
    const [first, second, third] = document.value.tasks
    if (first === undefined || second === undefined || third === undefined) throw new Error('three tasks are read')
    await call(taskCorrect, context, { id: first.id, version: 1, due: '2023-04-20', lead: ['Sở Y tế', 'Sở Tài chính'] })
    await call(taskConfirm, context, { id: first.id, version: 2 })
    await call(taskConfirm, context, { id: second.id, version: 1 })
    await call(taskDiscard, context, { id: third.id, version: 1 })
    const assigned = await call(documentAssign, context, { id: received.value.id })
    expect(assigned.ok).toBe(true)

    for (const [table, leftOut] of Object.entries(kept)) {
      const key = table === 'citation' ? "document_id || '/' || position" : 'id::text'
      const rows = await opened.engine.asOwner((owner) =>
        owner.query(`select ${key} as row_id, to_jsonb(t) - $1::text[] as row from ${table} t order by 1`, [leftOut]),
      )
      expect(rows.length, table).toBeGreaterThan(table === 'citation' ? -1 : 0)
      expect(await replayed(table)).toEqual(rows.map(({ row_id: id, row }) => [id, row]))
    }
    expect(await call(historyVerify, context, {})).toMatchObject({ ok: true, value: { ok: true } })
  })

  async function replayed(table: string): Promise<readonly unknown[]> {
    const changes = await opened.engine.asOwner((owner) =>
      owner.query('select row_id, before, after from history_row where record = $1 order by n', [table]),
    )
    const state = new Map<string, object>()
    for (const { row_id: id, before, after } of changes as readonly { row_id: string; before: object | null; after: object | null }[]) {
      if (after === null) state.delete(id)
      else state.set(id, before === null ? after : { ...state.get(id), ...after })
    }
    return [...state].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  test('[HIS-6] what is compared of a changed row is every column there is: a column added later is not forgotten', async () => {
    const tables = (await opened.engine.asOwner((owner) =>
      owner.query(`
        select c.relname as name, p.prosrc as source, array_agg(a.attname::text) as columns,
               string_to_array(encode(k.tgargs, 'escape'), '\\000') as args
        from pg_trigger t
        join pg_class c on c.oid = t.tgrelid
        join pg_proc p on p.oid = t.tgfoid
        join pg_trigger k on k.tgrelid = t.tgrelid and k.tgname = 'keep_added'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where t.tgname = 'keep_changed'
        group by c.relname, p.prosrc, k.tgargs`),
    )) as readonly { name: string; source: string; columns: readonly string[]; args: readonly [string, string] }[]
    expect(tables.length).toBeGreaterThan(10)
    for (const { name, source, columns, args } of tables) {
      const unkept = [...args[0].split(','), ...args[1].split(',')]
      expect(
        columns.filter((column) => !unkept.includes(column) && !source.includes(`'${column}'`)),
        name,
      ).toEqual([])
    }
  })

  test('[HIS-6] a row changed without an entry is refused', async () => {
    const silent = opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, tester, true)
      await db.updateTable('task').set({ title: 'đổi lén' }).execute()
    })
    await expect(silent).rejects.toThrow(/without an entry/)
    const nameless = opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, tester)
      await db.updateTable('task').set({ title: 'đổi lén' }).execute()
    })
    await expect(nameless).rejects.toThrow(/needs a command/)
  })

  test.each([
    [
      'a changed row',
      `update history_row set after = '{"title": "khác"}' where n = (select max(n) from history_row where record = 'task')`,
    ],
    ['a removed row', 'delete from history_row where n = (select max(n) from history_row)'],
    ['a row added', "insert into history_row (change_id, record, row_id) values (gen_random_uuid(), 'task', '1')"],
  ])('[HIS-1] %s is found', async (_, tampering) => {
    const call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    await opened.engine.asOwner((owner) =>
      owner.script(`create table kept as select * from history_row; alter table history_row disable trigger user; ${tampering}`),
    )
    const found = await call(historyVerify, context, {})
    await opened.engine.asOwner((owner) =>
      owner.script(
        'delete from history_row; insert into history_row overriding system value select * from kept; drop table kept; alter table history_row enable trigger user',
      ),
    )
    expect(found).toMatchObject({ ok: true, value: { ok: false, broken: { reason: 'rows' } } })
    expect(await call(historyVerify, context, {})).toMatchObject({ ok: true, value: { ok: true } })
  })
})
