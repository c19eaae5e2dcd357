import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { actAs, storeOver } from '../../src/store/open-store.ts'
import { openTables } from '../../src/store/open-tables.ts'
import type { Tables } from '../../src/store/tables.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** The second wall: what the database itself refuses, when a filter is forgotten above. */
const protectedTables = [
  'document',
  'citation',
  'task',
  'assignment',
  'due_fact',
  'closed_by_lead',
  'closed_by_month',
  'task_wait',
  'task_code',
  'task_event',
  'task_event_file',
  'file',
  'file_put',
  'dataset',
  'dataset_version',
  'dataset_place',
  'dataset_left_out',
  'dataset_import',
  'figure_report',
  'figure_report_event',
  'receipt',
  'history',
  'history_head',
  'history_row',
  'personal_value',
  'calendar_token',
  'digest',
  'mail_choice',
  'notice_mark',
  'setting',
  'person',
  'duty',
  'account',
  'account_provider',
  'session',
  'api_token',
  'one_time_link',
  'security_event',
  'succession_plan',
  'succession_route',
]

/** Of no use to anyone but the functions that keep history: the restricted role may not even ask. */
const closedTables = ['history_open']

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    const call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' } as const
    await call(documentReceive, context, { text: 'Giao Sở Y tế chủ trì rà soát các trạm y tế trước ngày 15/4/2023.' })
  })
  afterAll(async () => {
    await opened.close()
  })

  const as = <T>(actor: Who, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, actor)
      return work(db)
    })
  const count = (table: string, db: Kysely<Tables>): Promise<number> =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db).then(({ rows }) => rows[0]?.n ?? -1)
  const attempt = (text: string): Promise<unknown> => as(tester, (db) => sql.raw(text).execute(db))

  test.each(protectedTables)('[STO-2] nobody sees a row of %s without saying for whom', async (table) => {
    expect([await count(table, opened.engine.app), await as(NOBODY, (db) => count(table, db))]).toEqual([0, 0])
  })

  test.each(closedTables)('[STO-2] %s is closed to the restricted role', async (table) => {
    await expect(count(table, opened.engine.app)).rejects.toThrow(/permission denied/)
  })

  test('[STO-2] for somebody the rows are there, and the name is gone after the transaction', async () => {
    expect(await as(tester, (db) => count('document', db))).toBe(1)
    expect(await count('document', opened.engine.app)).toBe(0)
  })

  test('[STO-2] open registers are seen by everyone', async () => {
    expect(await count('place', opened.engine.app)).toBeGreaterThan(10_000)
  })

  test('[STO-2] the server works as a role that owns nothing and is not exempt', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select r.rolname as name, r.rolsuper as super, r.rolbypassrls as exempt,
             (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
             (select count(*)::int from pg_auth_members m where m.member = r.oid) as "memberOf"
      from pg_roles r
      where r.rolname = current_user
    `.execute(opened.engine.app)
    expect(rows).toEqual([{ name: 'lienvung_app', super: false, exempt: false, owned: 0, memberOf: 0 }])
  })

  test('[STO-2] the owner of the tables is no superuser either', async () => {
    const rows = await opened.engine.asOwner((owner) =>
      owner.query(`select rolname as name, rolsuper as super, rolbypassrls as exempt from pg_roles where rolname = current_user`),
    )
    expect(rows).toEqual([{ name: 'lienvung_owner', super: false, exempt: false }])
  })

  test.each([
    ['change the history', "update history set actor = 'khác'"],
    ['take from the history', 'delete from history'],
    [
      'write into the history beside the chain',
      "insert into history select seq + 1, at, actor, null, entity, entity_id, verb, change, hash, 'x', null, null from history",
    ],
    ['move the head of the chain', 'update history_head set seq = 0'],
    ['write a row of history by hand', "insert into history_row (change_id, record, row_id) values (gen_random_uuid(), 'task', '1')"],
    ['change a due fact', "update due_fact set day = '2030-01-01'"],
    ['take away a document', 'delete from document'],
    ['change a register', "update place set name = 'khác'"],
    ['empty a table', 'truncate document'],
    ['make a table', 'create table mine (id int)'],
    ['make a function', "create function mine() returns int language sql as 'select 1'"],
    ['read the server’s files', "select pg_read_file('/etc/hostname')"],
    ['copy the server’s files', "copy setting from '/etc/hostname'"],
    ['turn policies off', 'alter table document disable row level security'],
    ['step out of the references', 'set session_replication_role = replica'],
  ])('[STO-2] the restricted role cannot %s', async (_, text) => {
    await expect(attempt(text)).rejects.toThrow(/permission denied|must be owner|must be superuser/)
  })

  const tables = (): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    opened.engine.asOwner((owner) =>
      owner.query(`
        select c.relname as "table",
               c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as walled,
               c.relforcerowsecurity as forced
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        where c.relkind in ('r', 'p')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        order by 1`),
    )
  const unwalled = async (): Promise<readonly unknown[]> =>
    (await tables()).filter((row) => row['walled'] === false).map((row) => row['table'])

  test('[STO-9] every table is open in the one list, or under a policy; none is forced', async () => {
    expect(await unwalled()).toEqual(Object.keys(openTables).sort())
    const rows = await tables()
    expect(rows.filter((row) => row['walled'] === true).map((row) => row['table'])).toEqual(
      [...protectedTables, ...closedTables].toSorted(),
    )
    expect(rows.filter((row) => row['forced'] === true)).toEqual([])
  })

  test('[STO-9] a forgotten table is seen', async () => {
    await opened.engine.asOwner((owner) => owner.script('create table forgotten (n int)'))
    const found = await unwalled()
    await opened.engine.asOwner((owner) => owner.script('drop table forgotten'))
    expect(found).toContain('forgotten')
  })
})
