import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, OPERATOR, type Who } from '../../src/kernel/access/who.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { dutyGive } from '../../src/operations/access/give-duty.ts'
import { personResetLink } from '../../src/operations/access/make-reset-link.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { actAs } from '../../src/store/open-store.ts'
import { openTables } from '../../src/store/open-tables.ts'
import type { Tables } from '../../src/store/tables.ts'
import { engines, type Opened } from '../support/engines.ts'
import { entranceOver, got, HERE, secretIn } from '../support/entrance.ts'

/** The second wall behind the kernel: what a query that forgot its filter gives to people who signed in, on each engine. */
const PASSWORD = 'mưa xuân Sơn Trà'
const HEALTH = 'so-y-te-da-nang-origin'
/** Takes over the work of Kế hoạch và Đầu tư on 1-3-2025. */
const FINANCE = 'so-tai-chinh-da-nang-2025-03-01'

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof entranceOver>
  const people: Record<string, Who> = {}

  beforeAll(async () => {
    opened = await open()
    node = entranceOver(opened.engine)
    const { call, context, clock } = node
    // given out before the departments were merged
    clock.at = Date.parse('2025-01-10T02:00:00.000Z')
    for (const [n, lead] of ['Sở Y tế', 'Sở Kế hoạch và Đầu tư', 'Sở Xây dựng'].entries()) {
      const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n + 1}/UBND-KT\nĐà Nẵng, ngày 06 tháng 01 năm 2025\n\nGiao ${lead} chủ trì rà soát việc thứ ${n + 1} trước ngày 15/12/2026.`
      const { id } = got(await call(documentReceive, context(OPERATOR), { text }))
      const [task] = got(await call(documentGet, context(OPERATOR), { id })).tasks
      got(await call(taskConfirm, context(OPERATOR), { id: task?.id, version: task?.version }))
      got(await call(documentAssign, context(OPERATOR), { id }))
    }
    clock.at = Date.parse('2026-03-10T02:00:00.000Z')
    const given = { name: 'Nguyễn Văn Quản', login: 'quan.tri', password: PASSWORD }
    const first = got(await node.entrance.setUp(HERE, secretIn(await node.entrance.firstLink()), given))
    const admin = await node.whoWith({ cookie: `phien=${first.secret}` })
    people['quản trị'] = admin
    const duties = [
      ['không vai trò', null, ''],
      ['chuyên viên Sở Y tế', 'specialist', HEALTH],
      ['chuyên viên Sở Tài chính', 'specialist', FINANCE],
      ['kiểm tra', 'auditor', 'thanh-tra-da-nang-origin'],
      ['văn phòng', 'office', 'van-phong-ubnd-da-nang-origin'],
    ] as const
    for (const [n, [name, role, organisation]] of duties.entries()) {
      const { id } = got(await call(personAdd, context(admin), { name, login: `nguoi.${n}`, email: `nguoi.${n}@danang.gov.vn` }))
      if (role !== null) got(await call(dutyGive, context(admin), { person: id, role, organisation, basis: 'QĐ 1' }))
      const link = got(await call(personResetLink, context(admin), { id }))
      const { secret } = got(await node.entrance.setPassword(HERE, secretIn(link.path), PASSWORD))
      people[name] = await node.whoWith({ cookie: `phien=${secret}` })
    }
  })
  afterAll(async () => {
    await opened.close()
  })

  const who = (name: string): Who => people[name] ?? NOBODY
  const as = <T>(actor: Who, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, actor)
      return work(db)
    })
  const all = (actor: Who, text: string): Promise<readonly unknown[]> =>
    as(actor, async (db) => (await sql.raw<{ x: unknown }>(text).execute(db)).rows.map((row) => row.x))

  async function protectedTables(): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('r', 'p') and c.relrowsecurity and has_any_column_privilege(c.oid, 'select')
      order by 1`.execute(opened.engine.app)
    return rows.map((row) => row.name)
  }
  /** Rows of each table that a query without a filter gives; tables without rows are left out. */
  async function counted(actor: Who): Promise<Readonly<Record<string, number>>> {
    const found: Record<string, number> = {}
    for (const name of await protectedTables()) {
      // passwords are not read by name either: count(*) asks for no column
      const [n] = await all(actor, `select count(*)::int as x from ${name}`)
      if (Number(n) > 0) found[name] = Number(n)
    }
    return found
  }

  test('[ACC-4] a stranger gets nothing of any table but the open registers', async () => {
    expect(await counted(NOBODY)).toEqual({})
    expect((await protectedTables()).filter((name) => Object.hasOwn(openTables, name))).toEqual([])
  })

  test('[ACC-4] a person without a duty gets himself: his name and how he signs in, his session, what happened to him', async () => {
    expect(await counted(who('không vai trò'))).toEqual({ person: 1, personal_value: 3, session: 1, security_event: 3 })
  })

  test('[ACC-4] a specialist gets the work of his department and nothing of another’s', async () => {
    const { task, document, assignment, history_row: rows, account, setting } = await counted(who('chuyên viên Sở Y tế'))
    expect({ task, document, assignment, rows, account, setting }).toEqual({ task: 1, document: 1, assignment: 1 })
    expect(await all(who('chuyên viên Sở Y tế'), 'select lead_name as x from task')).toEqual(['Sở Y tế'])
    expect(await all(who('chuyên viên Sở Y tế'), 'select text as x from document')).toEqual([expect.stringContaining('Sở Y tế')])
    expect(await all(who('chuyên viên Sở Y tế'), 'select distinct entity as x from history')).toEqual(['task'])
  })

  test('[ACC-4] [ACC-7] what was given to a department that was merged is seen by the one that took its work', async () => {
    expect(await all(who('chuyên viên Sở Tài chính'), 'select lead_name as x from task')).toEqual(['Sở Kế hoạch và Đầu tư'])
  })

  test('[ACC-4] the centre, the administrator and the auditor get all of the work', async () => {
    for (const name of ['văn phòng', 'quản trị', 'kiểm tra']) {
      const { task, document } = await counted(who(name))
      expect([name, task, document]).toEqual([name, 3, 3])
    }
  })

  test('[ACC-4] [ACC-5] names are for whoever works here; logins, e-mails and sessions of others for who keeps accounts', async () => {
    const kinds = (name: string): Promise<readonly unknown[]> =>
      all(who(name), "select kind || ' ' || count(*) as x from personal_value group by kind order by kind")
    expect(await kinds('chuyên viên Sở Y tế')).toEqual(['email 1', 'login 1', 'name 6'])
    expect(await kinds('văn phòng')).toEqual(['email 1', 'login 1', 'name 6'])
    expect(await kinds('quản trị')).toEqual(['email 5', 'login 6', 'name 6'])
    const entrance = async (name: string): Promise<unknown> => {
      const { session = 0, account = 0, one_time_link: links = 0 } = await counted(who(name))
      return [session, account, links]
    }
    expect(await entrance('văn phòng')).toEqual([1, 0, 0])
    expect(await entrance('kiểm tra')).toEqual([1, 0, 0])
    expect(await entrance('quản trị')).toEqual([6, 6, 6])
  })

  test.each([
    [
      'make himself an administrator',
      "insert into duty (person_id, role, organisation_id, from_day, basis, recorded_at) select id, 'administrator', 'x', '2026-01-01', 'x', now() from person limit 1",
    ],
    ['add a person', 'insert into person (id, name_id, recorded_at) select gen_random_uuid(), id, now() from personal_value limit 1'],
    ['give another a password', 'insert into account (person_id) select id from person limit 1'],
    [
      'open a session for another',
      "insert into session (sha256, person_id, agent, made_at, seen_at, expires_at) select 'x', id, '', now(), now(), now() from person where id::text <> current_setting('lienvung.actor') limit 1",
    ],
  ])('[ACC-4] whoever keeps no accounts cannot %s', async (_, text) => {
    for (const name of ['chuyên viên Sở Y tế', 'văn phòng', 'kiểm tra'])
      await expect(all(who(name), text)).rejects.toThrow(/row-level security/)
  })

  test('[ACC-4] nor take back what happened at the entrance, nor change it', async () => {
    for (const text of [
      'delete from security_event',
      "update security_event set kind = 'signed-out'",
      'delete from person',
      'delete from duty',
    ])
      await expect(all(who('quản trị'), text)).rejects.toThrow(/permission denied/)
  })

  test('[ACC-4] another’s duty is not ended by an update without a filter', async () => {
    const changed = as(
      who('chuyên viên Sở Y tế'),
      async (db) => (await sql`update duty set to_day = '2026-12-31'`.execute(db)).numAffectedRows,
    )
    expect(await changed).toBe(0n)
  })
})
