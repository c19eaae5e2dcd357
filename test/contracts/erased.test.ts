import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, SYSTEM, type Who } from '../../src/kernel/access/who.ts'
import { personBindProvider, personUnbindProvider } from '../../src/operations/access/bind-provider.ts'
import { personCorrect } from '../../src/operations/access/correct-person.ts'
import { personDisable, personEnable } from '../../src/operations/access/disable-person.ts'
import { dutyEnd } from '../../src/operations/access/end-duty.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { deputyAppoint, dutyGive } from '../../src/operations/access/give-duty.ts'
import { personResetLink } from '../../src/operations/access/make-reset-link.ts'
import { meGet } from '../../src/operations/access/own-account.ts'
import { tokenList, tokenMake } from '../../src/operations/access/own-tokens.ts'
import { meData, personErase } from '../../src/operations/access/personal-data.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { calendarMake, mailChoose } from '../../src/operations/notice/own-mail.ts'
import { actAs } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, got, HERE, secretIn } from '../support/entrance.ts'
import { HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** 2026-11-26: who was erased came back by three ways, a token made itself anybody, and the last administrator could go. */
const PASSWORD = 'bão lũ miền Trung'
const ISSUER = 'https://sso.danang.gov.vn'

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let admin: Who
  const by = (who: Who) => office.at(who)
  const rows = (text: string): Promise<readonly Readonly<Record<string, unknown>>[]> => opened.engine.asOwner((owner) => owner.query(text))
  const versionOf = async (id: string): Promise<number> => got(await office.call(personGet, by(admin), { id })).person.version
  const withToken = async (who: Who): Promise<Who> =>
    office.whoWith({ authorization: `Bearer ${got(await office.call(tokenMake, by(who), { name: 'đồng bộ' })).secret}` })

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    admin = office.admin
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-6] a token makes no link, changes no e-mail and binds no account: it becomes nobody else', async () => {
    const other = await office.person('Lê Khác', 'le.khac', 'specialist', HEALTH)
    const robot = await withToken(admin)
    const version = await versionOf(other.id)
    expect([
      codeOf(await office.call(personResetLink, by(robot), { id: other.id })),
      codeOf(await office.call(personCorrect, by(robot), { id: other.id, version, email: 'toi@danang.gov.vn' })),
      codeOf(await office.call(personBindProvider, by(robot), { id: other.id, version, issuer: ISSUER, subject: 'toi' })),
      codeOf(await office.call(personCorrect, by(robot), { id: other.id, version, name: 'Lê Khác Hẳn' })),
    ]).toEqual(['session-needed', 'session-needed', 'session-needed', null])
  })

  test('[ACC-6] a password that is set or changed ends tokens and links that were not used', async () => {
    const who = await office.person('Hồ Quên', 'ho.quen', 'specialist', HEALTH)
    const robot = await withToken(who)
    const [one, two] = [
      got(await office.call(personResetLink, by(admin), { id: who.id })).path,
      got(await office.call(personResetLink, by(admin), { id: who.id })).path,
    ]
    const { secret } = got(await office.entrance.setPassword(HERE, secretIn(one), PASSWORD))
    expect(codeOf(await office.entrance.setPassword(HERE, secretIn(two), 'nắng hạ Mỹ Khê'))).toBe('link-spent')
    expect(codeOf(await office.call(tokenList, by(robot), {}))).toBeNull()
    const again = await office.whoWith({ cookie: `phien=${secret}` })
    expect(got(await office.call(tokenList, by(again), {})).items).toEqual([])
    const later = await withToken(again)
    const three = got(await office.call(personResetLink, by(admin), { id: who.id })).path
    expect(codeOf(await office.entrance.changePassword(HERE, again, PASSWORD, 'gió mùa đông bắc'))).toBeNull()
    expect(codeOf(await office.entrance.setPassword(HERE, secretIn(three), 'nắng hạ Mỹ Khê'))).toBe('link-spent')
    expect([later.id, got(await office.call(tokenList, by(again), {})).items]).toEqual([who.id, []])
  })

  test('[ACC-3] nobody acts in the place of a person who is held', async () => {
    const head = await office.person('Võ Trưởng', 'vo.truong', 'leader', HEALTH)
    const deputy = await office.person('Võ Phó', 'vo.pho', 'specialist', HEALTH)
    const given = { person: deputy.id, role: 'leader', organisation: HEALTH, form: 'KT.', basis: 'GUQ 1' }
    got(await office.call(deputyAppoint, by(head), given))
    const roles = async () => (await office.signIn('vo.pho')).duties.map((one) => one.role).toSorted()
    expect(await roles()).toEqual(['leader', 'specialist'])
    got(await office.call(personDisable, by(admin), { id: head.id, version: await versionOf(head.id) }))
    expect(await roles()).toEqual(['specialist'])
    const anew = { person: deputy.id, role: 'leader', organisation: HEALTH, deputyFor: head.id, form: 'TL.', basis: 'GUQ 2' }
    expect(codeOf(await office.call(dutyGive, by(admin), anew))).toBe('principal-without-duty')
    got(await office.call(personEnable, by(admin), { id: head.id, version: await versionOf(head.id) }))
    expect(await roles()).toEqual(['leader', 'specialist'])
  })

  test('[ACC-14] a person has all that is kept of him: acts of every kind, tokens, letters, calendar, sign-on, who takes his place', async () => {
    const head = await office.person('Tô Trưởng', 'to.truong', 'specialist', HEALTH, 'to@danang.gov.vn')
    const deputy = await office.person('Tô Phó', 'to.pho', 'specialist', HEALTH)
    got(
      await office.call(deputyAppoint, by(head), {
        person: deputy.id,
        role: 'specialist',
        organisation: HEALTH,
        form: 'TL.',
        basis: 'GUQ 3',
      }),
    )
    await withToken(head)
    got(await office.call(calendarMake, by(head), {}))
    got(await office.call(mailChoose, by(head), { digest: false, language: 'en' }))
    got(
      await office.call(personBindProvider, by(admin), { id: head.id, version: await versionOf(head.id), issuer: ISSUER, subject: 's-to' }),
    )
    const own = got(await office.call(meData, by(head), {}))
    expect({
      acts: own.acts.map((one) => [one.entity, one.verb]),
      tokens: own.tokens.map((one) => [one.name, one.revokedAt]),
      providers: own.providers.map((one) => one.issuer),
      mail: own.mail,
      calendar: own.calendar?.seenAt,
      deputies: own.deputies.map((one) => one.person.name),
    }).toEqual({
      acts: [['person', 'deputy-named']],
      tokens: [['đồng bộ', null]],
      providers: [ISSUER],
      mail: { digest: false, language: 'en' },
      calendar: null,
      deputies: ['Tô Phó'],
    })
    // of others' acts he is shown none but those on work of his body
    const shown = await opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, deputy)
      return (await sql<{ n: number }>`select count(*)::int as n from history`.execute(db)).rows[0]?.n
    })
    expect(shown).toBe(0)
    expect(JSON.stringify(own)).not.toContain('s-to')
  })

  test('[ACC-14] erased is final: no way back, his calendar is gone, nobody acts in his place, no answer keeps his name', async () => {
    const head = await office.person('Bùi Thị Xóa', 'bui.xoa', 'office', OFFICE, 'bui.xoa@danang.gov.vn')
    const deputy = await office.person('Đinh Văn Thay', 'dinh.thay', 'clerk', OFFICE)
    const later = { person: head.id, role: 'steward', organisation: OFFICE, from: '2026-09-01', basis: 'QĐ 2' }
    got(await office.call(dutyGive, by(admin), later))
    got(
      await office.call(deputyAppoint, by(head), { person: deputy.id, role: 'office', organisation: OFFICE, form: 'TL.', basis: 'GUQ 4' }),
    )
    const { path } = got(await office.call(calendarMake, by(head), {}))
    const secret = path.split('/').at(-1)?.replace('.ics', '') ?? ''
    got(await office.call(mailChoose, by(head), { digest: true, language: 'vi' }))
    const link = got(await office.call(personResetLink, by(admin), { id: head.id })).path
    // a command with a key keeps its answer
    got(
      await office.call(
        documentReceive,
        { ...by(head), key: 'k-1' },
        { text: 'Giao Sở Y tế kiểm tra các trạm y tế trước ngày 15/4/2026.' },
      ),
    )
    await opened.engine.asOwner((owner) =>
      owner.query(
        `insert into receipt (actor, key, operation, asked_sha256, answer, at)
         values ('x', 'k-2', 'x', '', '{"by": "Bùi Thị Xóa", "n": 1}', now()), ('x', 'k-3', 'x', '', '{"by": "do Bùi Thị Xóa ghi"}', now())`,
      ),
    )
    expect(await office.store.calendarReader(secret, by(head))).not.toBeNull()
    got(await office.call(personErase, by(admin), { id: head.id, version: await versionOf(head.id), basis: 'QĐ 12/QĐ-UBND' }))

    const id = head.id
    const version = await versionOf(id)
    expect([
      codeOf(await office.call(personEnable, by(admin), { id, version })),
      codeOf(await office.call(personCorrect, by(admin), { id, version, name: 'Bùi Thị Xóa', login: 'bui.xoa' })),
      codeOf(await office.call(personResetLink, by(admin), { id })),
      codeOf(await office.call(dutyGive, by(admin), { ...later, from: '2027-01-01' })),
      codeOf(await office.call(personBindProvider, by(admin), { id, version, issuer: ISSUER, subject: 's-bui' })),
    ]).toEqual(['erased-already', 'erased-already', 'erased-already', 'erased-already', 'erased-already'])
    expect(codeOf(await office.entrance.setPassword(HERE, secretIn(link), PASSWORD))).toBe('link-spent')
    expect(await office.store.calendarReader(secret, by(head))).toBeNull()
    const shown = got(await office.call(personGet, by(admin), { id }))
    expect(shown.person.duties.map((one) => [one.role, one.from, one.to])).toEqual([
      ['steward', '2026-09-01', '2026-09-01'],
      ['office', '2026-03-10', '2026-03-10'],
    ])
    expect(shown.deputies.map((one) => one.holds)).toEqual([false])
    expect((await office.signIn('dinh.thay')).duties.map((one) => one.role)).toEqual(['clerk'])
    for (const table of ['calendar_token', 'mail_choice', 'notice_mark', 'session', 'api_token', 'one_time_link'])
      expect(await rows(`select 1 from ${table} where person_id = '${id}'`), table).toEqual([])
    expect(await rows("select answer::text as is from receipt where key in ('k-2', 'k-3')")).toEqual([{ is: '{"n": 1, "by": ""}' }])
    expect(got(await office.call(historyVerify, by(admin), {}))).toMatchObject({ ok: true })
    // the second wall says the same
    const under = (text: string) =>
      opened.engine.app.transaction().execute(async (db) => {
        await actAs(db, admin, true)
        await sql.raw(text).execute(db)
      })
    for (const text of [
      `update person set disabled_at = null where id = '${id}'`,
      `insert into one_time_link (sha256, kind, person_id, made_at, expires_at) values ('x', 'password', '${id}', now(), now() + interval '1 day')`,
      `insert into session (sha256, person_id, agent, made_at, seen_at, expires_at) values ('x', '${id}', '', now(), now(), now())`,
      `update account set password = 'x', password_at = now() where person_id = '${id}'`,
    ])
      await expect(under(text), text).rejects.toThrow(/erased by document/)
  })

  test('[ACC-9] an administrator who leaves sooner, or has no way to sign in, is none to stay behind', async () => {
    const { id } = await office.person('Phan Phụ', 'phan.phu', 'specialist', OFFICE)
    const given = { person: id, role: 'administrator', organisation: OFFICE, basis: 'QĐ 5' }
    const [own] = got(await office.call(meGet, by(admin), {})).duties
    const relieved = async () => codeOf(await office.call(dutyEnd, by(admin), { id: own?.id, version: 1, basis: 'QĐ 6' }))
    const held = async () => codeOf(await office.call(personDisable, by(admin), { id: admin.id, version: await versionOf(admin.id) }))
    const short = got(await office.call(dutyGive, by(admin), { ...given, to: '2026-03-12' }))
    expect([await relieved(), await held()]).toEqual(['last-administrator', 'last-administrator'])
    got(await office.call(dutyEnd, by(admin), { id: short.id, version: 1, to: '2026-03-11', basis: 'QĐ 7' }))
    got(await office.call(dutyGive, by(admin), { ...given, from: '2026-03-11' }))
    // from tomorrow he stays; today he is none
    expect(await held()).toBe('last-administrator')
    await opened.engine.asOwner((owner) => owner.query(`update account set password = null, password_at = null where person_id = '${id}'`))
    expect(await relieved()).toBe('last-administrator')
    got(await office.call(personBindProvider, by(admin), { id, version: await versionOf(id), issuer: ISSUER, subject: 's-phan' }))
    expect(await relieved()).toBeNull()
    const unbound = { id, version: await versionOf(id), issuer: ISSUER }
    expect(codeOf(await office.call(personUnbindProvider, by(admin), unbound))).toBe('last-administrator')
  })

  test('[ACC-15] nobody but who keeps accounts ends what is technical, and not as of a day to come', async () => {
    const count = async () => (await rows('select count(*)::int as n from session'))[0]?.['n']
    const before = await count()
    const far = '2100-01-01T00:00:00Z'
    const retire = (who: Who | null) =>
      opened.engine.app.transaction().execute(async (db) => {
        if (who !== null) await actAs(db, who)
        return (await sql<{ gone: unknown }>`select retire_technical(${far}::timestamptz) as gone`.execute(db)).rows[0]?.gone
      })
    const clerk = await office.signIn('dinh.thay')
    for (const who of [null, NOBODY, clerk]) await expect(retire(who)).rejects.toThrow(/not his to keep/)
    await opened.engine.asOwner((owner) =>
      owner.query("update session set expires_at = now() - interval '1 day', made_at = now() - interval '2 days', ended_at = null"),
    )
    expect(await retire(SYSTEM)).toMatchObject({ sessions: 0 })
    expect(await count()).toBe(Number(before) + 1)
    const erase = opened.engine.app.transaction().execute((db) => sql`select erase_person(${admin.id}::uuid, 'x', now())`.execute(db))
    await expect(erase).rejects.toThrow(/not his to keep/)
  })
})
