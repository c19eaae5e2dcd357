import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM, type Who } from '../../src/kernel/access/who.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { dutyGive } from '../../src/operations/access/give-duty.ts'
import { personResetLink } from '../../src/operations/access/make-reset-link.ts'
import { meData, personErase } from '../../src/operations/access/personal-data.ts'
import { technicalRetire } from '../../src/operations/access/retire-technical.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, entranceOver, got, HERE, secretIn } from '../support/entrance.ts'

/** What is kept of a person: his to have, and to be erased by document, with the chain still whole. */
const PASSWORD = 'mưa xuân Sơn Trà'
const OFFICE = 'van-phong-ubnd-da-nang-origin'

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof entranceOver>
  let admin: Who
  let clerk: Who
  const cookie = (secret: string): Promise<Who> => node.whoWith({ cookie: `phien=${secret}` })
  async function person(name: string, login: string, role: string, email?: string): Promise<Who> {
    const by = node.context(admin)
    const { id } = got(await node.call(personAdd, by, { name, login, ...(email === undefined ? {} : { email }) }))
    const link = got(await node.call(personResetLink, by, { id }))
    got(await node.call(dutyGive, by, { person: id, role, organisation: OFFICE, basis: 'QĐ 1/QĐ-VP' }))
    return cookie(got(await node.entrance.setPassword(HERE, secretIn(link.path), PASSWORD)).secret)
  }
  const rows = (text: string): Promise<readonly Readonly<Record<string, unknown>>[]> => opened.engine.asOwner((owner) => owner.query(text))

  beforeAll(async () => {
    opened = await open()
    node = entranceOver(opened.engine)
    admin = { ...SYSTEM, id: 'lienvung' }
    const first = await person('Trần Thị Quản Trị', 'quan-tri', 'administrator')
    clerk = await person('Lê Văn Thư', 'van-thu', 'clerk', 'van-thu@danang.gov.vn')
    admin = first
    got(await node.call(documentReceive, node.context(clerk), { text: 'Giao Sở Y tế rà soát các trạm y tế trước ngày 15/4/2023.' }))
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-14] a person has what is kept of him in one answer, and of nobody else', async () => {
    const own = got(await node.call(meData, node.context(clerk), {}))
    expect(own.values).toEqual([
      { kind: 'email', value: 'van-thu@danang.gov.vn' },
      { kind: 'login', value: 'van-thu' },
      { kind: 'name', value: 'Lê Văn Thư' },
    ])
    expect(own.duties.map((duty) => duty.role)).toEqual(['clerk'])
    expect(own.acts.map((act) => act.verb)).toContain('received')
    expect(JSON.stringify(own)).not.toContain('Quản Trị')
    expect(codeOf(await node.call(meData, node.context(SYSTEM), {}))).toBe('person-needed')
  })

  test('[ACC-14] erased by document: no value is left anywhere, he signs in no more, his acts stay, the chain verifies', async () => {
    const before = got(await node.call(personGet, node.context(admin), { id: clerk.id }))
    const given = { id: clerk.id, version: before.person.version, basis: 'QĐ 12/QĐ-UBND' }
    expect(codeOf(await node.call(personErase, node.context(clerk), given))).toBe('role-missing')
    expect(got(await node.call(personErase, node.context(admin), given))).toMatchObject({ erased: 3 })
    expect(codeOf(await node.call(personErase, node.context(admin), { ...given, version: before.person.version + 1 }))).toBe(
      'erased-already',
    )
    const self = got(await node.call(personGet, node.context(admin), { id: admin.id }))
    expect(codeOf(await node.call(personErase, node.context(admin), { id: admin.id, version: self.person.version, basis: 'QĐ 13' }))).toBe(
      'last-administrator',
    )
    const words = /van-thu|Văn Thư/
    for (const table of [
      'personal_value',
      'account',
      'history',
      'history_row',
      'security_event',
      'session',
      'person',
      'receipt',
      'calendar_token',
      'mail_choice',
      'notice_mark',
    ])
      expect(JSON.stringify(await rows(`select to_jsonb(t) as row from ${table} t`)), table).not.toMatch(words)
    expect(codeOf(await node.entrance.signIn(HERE, 'van-thu', PASSWORD))).toBe('sign-in-refused')
    const done = got(await node.call(historyList, node.context(admin), { entity: 'document' }))
    expect(done.items[0]?.actor).toBe(clerk.id)
    expect(got(await node.call(historyVerify, node.context(admin), {}))).toMatchObject({ ok: true })
  })

  test('[ACC-15] what is only technical goes after its time, and nothing else', async () => {
    const count = async (): Promise<unknown> =>
      (await rows('select (select count(*)::int from session) as session, (select count(*)::int from history) as history'))[0]
    const before = await count()
    expect(got(await node.call(technicalRetire, node.context(SYSTEM), {})).gone).toMatchObject({ sessions: 0 })
    expect(await count()).toEqual(before)
    await opened.engine.asOwner((owner) =>
      owner.query("update session set expires_at = now() - interval '1 year', made_at = now() - interval '2 years'"),
    )
    await opened.engine.asOwner((owner) =>
      owner.query("update security_event set at = now() - interval '3 years' where kind = 'link-made'"),
    )
    const { gone } = got(await node.call(technicalRetire, { ...node.context(SYSTEM), now: new Date().toISOString() }, {}))
    expect(gone['sessions']).toBeGreaterThan(0)
    expect(gone['events']).toBeGreaterThan(0)
    expect(await sql`select 1`.execute(opened.engine.app)).toBeDefined()
  })
})
