import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, OPERATOR, type Who } from '../../src/kernel/access/who.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { personCorrect } from '../../src/operations/access/correct-person.ts'
import { personDisable, personEnable } from '../../src/operations/access/disable-person.ts'
import { dutyEnd } from '../../src/operations/access/end-duty.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { deputyAppoint, dutyGive } from '../../src/operations/access/give-duty.ts'
import { personList } from '../../src/operations/access/list-people.ts'
import { securityList } from '../../src/operations/access/list-security-events.ts'
import { personResetLink } from '../../src/operations/access/make-reset-link.ts'
import { meGet } from '../../src/operations/access/own-account.ts'
import { sessionEnd, sessionEndAll, sessionList } from '../../src/operations/access/own-sessions.ts'
import { tokenList, tokenMake, tokenRevoke } from '../../src/operations/access/own-tokens.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentList } from '../../src/operations/document/list-documents.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, entranceOver, got, HERE, secretIn } from '../support/entrance.ts'

/** From a machine without accounts to people who sign in, on each engine. */
const PASSWORD = 'mưa xuân Sơn Trà'
const HEALTH = 'so-y-te-da-nang-origin'
const FINANCE = 'so-tai-chinh-da-nang-2025-03-01'

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof entranceOver>
  let admin: Who

  const cookie = (secret: string): Promise<Who> => node.whoWith({ cookie: `phien=${secret}` })
  const signIn = async (login: string, password = PASSWORD): Promise<Who> =>
    cookie(got(await node.entrance.signIn(HERE, login, password)).secret)
  /** Somebody new, with a password and a duty; signed in. */
  async function person(name: string, login: string, role: string | null, organisation = HEALTH): Promise<Who> {
    const { id } = got(await node.call(personAdd, node.context(admin), { name, login }))
    const link = got(await node.call(personResetLink, node.context(admin), { id }))
    if (role !== null) got(await node.call(dutyGive, node.context(admin), { person: id, role, organisation, basis: 'QĐ 1/QĐ-SYT' }))
    return cookie(got(await node.entrance.setPassword(HERE, secretIn(link.path), PASSWORD)).secret)
  }
  const rows = (text: string): Promise<readonly Readonly<Record<string, unknown>>[]> => opened.engine.asOwner((owner) => owner.query(text))

  beforeAll(async () => {
    opened = await open()
    node = entranceOver(opened.engine)
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-1] while nobody has an account whoever sits at the machine is its operator, and nobody else is', async () => {
    expect(await node.whoWith()).toEqual(OPERATOR)
    const others = [
      { host: 'dieuhanh.danang.gov.vn' },
      { 'x-forwarded-for': '203.0.113.9' },
      { forwarded: 'for=203.0.113.9' },
      { authorization: 'Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    ]
    for (const headers of others) expect(await node.whoWith(headers)).toEqual(NOBODY)
    const elsewhere = [{ host: '0.0.0.0' }, { proxy: true }, { hosts: ['dieuhanh.danang.gov.vn'] }]
    for (const settings of elsewhere) expect(await entranceOver(opened.engine, settings).whoWith()).toEqual(NOBODY)
  })

  test('[ACC-8] a link that works once makes the first administrator; from then on a stranger is nobody', async () => {
    // an operator who adds somebody else would lock himself out
    expect(codeOf(await node.call(personAdd, node.context(OPERATOR), { name: 'Ai Đó', login: 'ai.do' }))).toBe('first-administrator')
    const link = secretIn(await node.entrance.firstLink())
    const given = { name: 'Nguyễn Văn Quản', login: 'quan.tri', password: PASSWORD }
    expect(codeOf(await node.entrance.setUp(HERE, link, { ...given, password: 'ngan' }))).toBe('password-weak')
    expect(codeOf(await node.entrance.setUp(HERE, link, { ...given, login: 'a b' }))).toBe('login-unusable')
    expect(codeOf(await node.entrance.setUp(HERE, link, { ...given, name: ' ' }))).toBe('name-unusable')
    expect(codeOf(await node.entrance.setUp(HERE, 'khong-co', given))).toBe('link-spent')
    admin = await cookie(got(await node.entrance.setUp(HERE, link, given)).secret)
    expect(admin).toMatchObject({
      kind: 'person',
      name: 'Nguyễn Văn Quản',
      bodies: ['ubnd-p48-2025-07-01', 'ubnd-p48-origin', 'ubnd-p49-origin'],
    })
    expect(admin.duties).toMatchObject([{ role: 'administrator', central: true, deputyFor: null }])
    expect(await node.whoWith()).toEqual(NOBODY)
    expect(await node.entrance.firstLink()).toBeNull()
    expect(codeOf(await node.entrance.setUp(HERE, link, given))).toBe('link-spent')
  })

  test('[ACC-8] a link that makes the first administrator is worth nothing once there is one, or after a day', async () => {
    const late = await open()
    const other = entranceOver(late.engine)
    const given = { name: 'Lê Thị Hai', login: 'hai', password: PASSWORD }
    const [first, second] = [secretIn(await other.entrance.firstLink()), secretIn(await other.entrance.firstLink())]
    other.clock.at += 24 * 3600_000 + 1
    expect(codeOf(await other.entrance.setUp(HERE, first, given))).toBe('link-spent')
    other.clock.at -= 3600_000
    expect(codeOf(await other.entrance.setUp(HERE, first, given))).toBeNull()
    expect(codeOf(await other.entrance.setUp(HERE, second, { ...given, login: 'ba.nam' }))).toBe('link-spent')
    await late.close()
  })

  test('[ACC-6] signed in, seen, signed out: the session is refused from that moment', async () => {
    const { secret } = got(await node.entrance.signIn(HERE, ' Quan.Tri ', PASSWORD))
    const who = await cookie(secret)
    expect([who.id, who.session === undefined]).toEqual([admin.id, false])
    await node.entrance.signOut(HERE, secret)
    expect(await cookie(secret)).toEqual(NOBODY)
    expect(codeOf(await node.call(sessionList, node.context(await cookie(secret)), {}))).toBe('sign-in-needed')
  })

  test('[ACC-6] a session ends when it lies unused for two hours, and after half a day in any case', async () => {
    const used = got(await node.entrance.signIn(HERE, 'quan.tri', PASSWORD)).secret
    const unused = got(await node.entrance.signIn(HERE, 'quan.tri', PASSWORD)).secret
    const started = node.clock.at
    for (const hours of [1.5, 3, 4.5, 6, 7.5, 9, 10.5]) {
      node.clock.at = started + hours * 3600_000
      expect((await cookie(used)).id).toBe(admin.id)
    }
    expect(await cookie(unused)).toEqual(NOBODY)
    node.clock.at = started + 12 * 3600_000
    expect(await cookie(used)).toEqual(NOBODY)
    node.clock.at = started
    admin = await signIn('quan.tri')
  })

  test('[ACC-6] only sums of secrets are kept', async () => {
    const { secret } = got(await node.entrance.signIn(HERE, 'quan.tri', PASSWORD))
    // with a key that asks for the same answer again: a secret is not among what is given twice
    const token = got(await node.call(tokenMake, { ...node.context(admin), key: 'k1' }, { name: 'báo cáo tuần' }))
    const kept = JSON.stringify([
      await rows('select * from receipt'),
      await rows('select * from session'),
      await rows('select * from api_token'),
      await rows('select * from one_time_link'),
      await rows('select * from account'),
    ])
    expect([secret, token.secret, PASSWORD].filter((one) => kept.includes(one))).toEqual([])
    expect(kept).toContain('$argon2id$')
  })

  test('[ACC-6] signing out everywhere ends every session, a changed password every other', async () => {
    const who = await person('Trần Thị Mai', 'tran.mai', 'specialist')
    const [one, two] = [await signIn('tran.mai'), got(await node.entrance.signIn(HERE, 'tran.mai', PASSWORD)).secret]
    expect(got(await node.call(sessionList, node.context(one), {})).items.filter((it) => it.current)).toHaveLength(1)
    expect(codeOf(await node.entrance.changePassword(HERE, one, 'sai rồi', 'nắng hạ Mỹ Khê'))).toBe('password-wrong')
    expect(codeOf(await node.entrance.changePassword(HERE, one, PASSWORD, 'tran.mai 2026'))).toBe('password-weak')
    expect(codeOf(await node.entrance.changePassword(HERE, one, PASSWORD, 'nắng hạ Mỹ Khê'))).toBeNull()
    expect(await cookie(two)).toEqual(NOBODY)
    expect(codeOf(await node.entrance.signIn(HERE, 'tran.mai', PASSWORD))).toBe('sign-in-refused')
    const again = got(await node.entrance.signIn(HERE, 'tran.mai', 'nắng hạ Mỹ Khê')).secret
    expect(got(await node.call(sessionEndAll, node.context(await cookie(again)), {})).ended).toBe(2)
    expect(await cookie(again)).toEqual(NOBODY)
    expect(who.id).toBe(one.id)
  })

  test('[ACC-6] nobody ends the session of another', async () => {
    const an = await person('Lê An', 'le.an', 'specialist')
    const theirs = admin.session ?? ''
    expect(codeOf(await node.call(sessionEnd, node.context(an), { id: theirs }))).toBe('not-found')
    expect(codeOf(await node.call(sessionEnd, node.context(an), { id: 'khong-phai-uuid' }))).toBe('not-found')
    expect(codeOf(await node.call(sessionEnd, node.context(an), { id: an.session }))).toBeNull()
  })

  test('[ACC-6] a token acts as its maker until it is revoked, and makes no other', async () => {
    const made = got(await node.call(tokenMake, node.context(admin), { name: 'đồng bộ', days: 1 }))
    const bearer = { authorization: `Bearer ${made.secret}` }
    const who = await node.whoWith(bearer)
    expect([who.id, who.session]).toEqual([admin.id, undefined])
    expect(codeOf(await node.call(tokenMake, node.context(who), { name: 'nữa' }))).toBe('session-needed')
    expect(codeOf(await node.entrance.changePassword(HERE, who, PASSWORD, 'khác hẳn lần trước'))).toBe('session-needed')
    expect(await cookie(made.secret)).toEqual(NOBODY)
    node.clock.at += 86_400_000
    expect(await node.whoWith(bearer)).toEqual(NOBODY)
    node.clock.at -= 86_400_000
    expect(codeOf(await node.call(tokenRevoke, node.context(admin), { id: made.id }))).toBeNull()
    expect(await node.whoWith(bearer)).toEqual(NOBODY)
    expect(got(await node.call(tokenList, node.context(admin), {})).items.map((one) => one.name)).not.toContain('đồng bộ')
  })

  test('[ACC-8] unknown login, wrong password, held account: one refusal, and no sooner than any other', async () => {
    const held = await person('Đỗ Tạm', 'do.tam', 'specialist')
    got(await node.call(personDisable, node.context(admin), { id: held.id, version: 1 }))
    node.clock.slept = []
    const answers = [
      await node.entrance.signIn(HERE, 'khong.co.ai', PASSWORD),
      await node.entrance.signIn(HERE, 'quan.tri', 'sai mật khẩu'),
      await node.entrance.signIn(HERE, 'do.tam', PASSWORD),
      await node.entrance.signIn(HERE, 'x'.repeat(5000), PASSWORD),
    ]
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(codeOf(answers[0] ?? { ok: true, value: null })).toBe('sign-in-refused')
    expect(node.clock.slept).toEqual([400, 400, 400, 400])
  })

  test('[ACC-8] who tries too often is refused the right password too, from that address and for that login, for a quarter of an hour', async () => {
    const from = { ...HERE, address: '198.51.100.4' }
    for (let n = 0; n < 8; n += 1) await node.entrance.signIn(from, 'le.an', 'sai')
    const elsewhere = { ...HERE, address: '198.51.100.5' }
    expect(codeOf(await node.entrance.signIn(elsewhere, 'le.an', PASSWORD))).toBe('sign-in-refused')
    for (let n = 0; n < 30; n += 1) await node.entrance.signIn(from, `ai.do.${n}`, 'sai')
    expect(codeOf(await node.entrance.signIn(from, 'quan.tri', PASSWORD))).toBe('sign-in-refused')
    node.clock.at += 15 * 60_000
    expect(codeOf(await node.entrance.signIn(elsewhere, 'le.an', PASSWORD))).toBeNull()
    expect(codeOf(await node.entrance.signIn(from, 'quan.tri', PASSWORD))).toBeNull()
  })

  test('[ACC-8] an office behind one address signs in at eight in the morning: only what is refused is counted', async () => {
    const from = { ...HERE, address: '198.51.100.7' }
    for (let n = 0; n < 40; n += 1) expect(codeOf(await node.entrance.signIn(from, 'quan.tri', PASSWORD))).toBeNull()
  }, 60_000)

  test('[ACC-8] ten thousand attempts from one address cost thirty sums and as many rows', async () => {
    const before = Number((await rows('select count(*) as n from security_event'))[0]?.['n'])
    const from = { ...HERE, address: '198.51.100.99' }
    const answers = await Promise.all(Array.from({ length: 10_000 }, (_, n) => node.entrance.signIn(from, `thu.${n}`, 'sai mật khẩu')))
    expect(answers.filter((one) => one.ok)).toEqual([])
    const after = Number((await rows('select count(*) as n from security_event'))[0]?.['n'])
    // thirty refused, one that says the limit was reached
    expect(after - before).toBe(31)
  }, 60_000)

  test('[ACC-5] history names people by id; their names, logins and addresses are nowhere in it', async () => {
    const { id } = got(
      await node.call(personAdd, node.context(admin), { name: 'Hoàng Thị Riêng', login: 'rieng.tu', email: 'rieng@danang.gov.vn' }),
    )
    got(await node.call(personCorrect, node.context(admin), { id, version: 1, name: 'Hoàng Thị Riêng Tư' }))
    const kept = JSON.stringify([await rows('select change from history'), await rows('select before, after from history_row')])
    expect(['Hoàng', 'rieng.tu', 'rieng@'].filter((one) => kept.includes(one))).toEqual([])
    const entries = got(await node.call(historyList, node.context(admin), { entity: 'person', id })).items
    expect(entries.map((one) => [one.verb, one.actor, one.actorName])).toEqual([
      ['corrected', admin.id, 'Nguyễn Văn Quản'],
      ['added', admin.id, 'Nguyễn Văn Quản'],
    ])
    expect(codeOf(await node.call(personAdd, node.context(admin), { name: 'Khác', login: 'RIENG.TU' }))).toBe('login-taken')
    expect(codeOf(await node.call(personAdd, node.context(admin), { name: 'Khác', email: 'Rieng@Danang.gov.vn' }))).toBe('email-taken')
    expect(codeOf(await node.call(personAdd, node.context(admin), { name: 'Khác' }))).toBe('missing-parameter')
    const { items } = got(await node.call(personList, node.context(admin), { q: 'rieng' }))
    expect(items.map((one) => one.name)).toEqual(['Hoàng Thị Riêng Tư'])
  })

  test('[ACC-5] a change on a version that is no longer current is refused with the name of who made it', async () => {
    const [first] = got(await node.call(personList, node.context(admin), { q: 'riêng' })).items
    const stale = await node.call(personCorrect, node.context(admin), { id: first?.id, version: 1, name: 'Khác' })
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile', data: { by: 'Nguyễn Văn Quản' } } })
  })

  test('[ACC-3] a duty holds over its term, and no longer', async () => {
    const who = await person('Phạm Kỳ Hạn', 'ky.han', null)
    const day = (text: string): void => {
      node.clock.at = Date.parse(`${text}T02:00:00.000Z`)
    }
    const give = (given: object): Promise<string | null> =>
      node
        .call(dutyGive, node.context(admin), { person: who.id, role: 'specialist', organisation: FINANCE, basis: 'QĐ 9', ...given })
        .then(codeOf)
    expect(who).toMatchObject({ duties: [], bodies: [] })
    expect(await give({ from: '2026-04-01', to: '01/05/2026' })).toBeNull()
    expect(await give({ from: '2026-04-15' })).toBe('duty-overlaps')
    expect(await give({ from: '2026-06-01', to: '2026-06-01' })).toBe('term-empty')
    expect(await give({ organisation: 'khong-co' })).toBe('not-found')
    expect(await give({ from: '2026-02-31' })).toBe('bad-day')
    expect(await give({ person: 'khong-phai-uuid' })).toBe('not-found')
    const bodies: string[][] = []
    for (const text of ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01']) {
      day(text)
      bodies.push([...(await signIn('ky.han')).bodies])
    }
    const served = ['da-nang', 'quang-nam'].flatMap((of) => [
      `so-ke-hoach-va-dau-tu-${of}-origin`,
      `so-tai-chinh-${of}-2025-03-01`,
      `so-tai-chinh-${of}-origin`,
    ])
    expect(bodies.map((one) => one.toSorted())).toEqual([[], served.toSorted(), served.toSorted(), []])
    day('2026-03-10')
  })

  test('[ACC-3] [ACC-21] a deputy is a colleague and acts in the place of somebody while that one holds the role, and history says for whom', async () => {
    const chief = await person('Võ Giám Đốc', 'giam.doc', 'administrator', FINANCE)
    const deputy = await person('Bùi Phó', 'pho', 'specialist', FINANCE)
    const appoint = { person: deputy.id, role: 'administrator', organisation: FINANCE, form: 'KT.', basis: 'QĐ 5/QĐ-STC' }
    expect(codeOf(await node.call(deputyAppoint, node.context(chief), { ...appoint, role: 'leader' }))).toBe('principal-without-duty')
    expect(codeOf(await node.call(deputyAppoint, node.context(deputy), { ...appoint, person: chief.id }))).toBe('principal-without-duty')
    expect(codeOf(await node.call(deputyAppoint, node.context(chief), appoint))).toBeNull()
    const stranger = await person('Cao Khác', 'cao.khac', 'specialist', HEALTH)
    expect(codeOf(await node.call(deputyAppoint, node.context(chief), { ...appoint, person: stranger.id }))).toBe('deputy-not-colleague')
    const acting = await signIn('pho')
    expect(new Map(acting.duties.map(({ role, deputyFor }) => [role, deputyFor]))).toEqual(
      new Map([
        ['specialist', null],
        ['administrator', { person: chief.id, form: 'KT.' }],
      ]),
    )
    expect(got(await node.call(meGet, node.context(chief), {})).deputies.map((one) => one.person.name)).toEqual(['Bùi Phó'])

    const [held] = got(await node.call(meGet, node.context(chief), {})).duties
    got(await node.call(dutyEnd, node.context(admin), { id: held?.id, version: 1, to: '2026-03-11', basis: 'QĐ 6' }))
    node.clock.at += 86_400_000
    expect((await signIn('pho')).duties.map(({ role }) => role)).toEqual(['specialist'])
    node.clock.at -= 86_400_000
  })

  test('[ACC-3] nobody ends another’s duty but who keeps accounts, or whose place it takes', async () => {
    const mine = await person('Lý Một', 'ly.mot', 'specialist')
    const other = await person('Lý Hai', 'ly.hai', 'specialist')
    const [duty] = got(await node.call(meGet, node.context(mine), {})).duties
    const end = { id: duty?.id, version: 1, basis: 'QĐ 7' }
    expect(codeOf(await node.call(dutyEnd, node.context(other), end))).toBe('not-found')
    expect(codeOf(await node.call(dutyEnd, node.context(mine), end))).toBe('not-found')
    expect(codeOf(await node.call(dutyEnd, node.context(admin), { ...end, to: '2026-03-09' }))).toBe('term-empty')
    expect(codeOf(await node.call(dutyEnd, node.context(admin), end))).toBeNull()
    expect(codeOf(await node.call(dutyEnd, node.context(admin), { ...end, version: 2, to: '2027-01-01' }))).toBe('duty-ended')
  })

  test('[ACC-3] a duty given by mistake ends on the day it was given, and holds no more', async () => {
    const mistaken = await person('Lý Nhầm', 'ly.nham', 'office')
    const [duty] = got(await node.call(meGet, node.context(mistaken), {})).duties
    const end = { id: duty?.id, version: 1, basis: 'QĐ 8' }
    expect(codeOf(await node.call(dutyEnd, node.context(admin), { ...end, to: '2026-03-09' }))).toBe('term-empty')
    expect(codeOf(await node.call(dutyEnd, node.context(admin), { ...end, to: '2026-03-10' }))).toBeNull()
    expect((await signIn('ly.nham')).duties).toEqual([])
  })

  test('[ACC-9] the last administrator who can sign in is neither held nor relieved', async () => {
    const late = await open()
    const other = entranceOver(late.engine)
    const given = { name: 'Cao Một Mình', login: 'mot.minh', password: PASSWORD }
    const { secret } = got(await other.entrance.setUp(HERE, secretIn(await other.entrance.firstLink()), given))
    const only = await other.whoWith({ cookie: `phien=${secret}` })
    expect(codeOf(await other.call(personDisable, other.context(only), { id: only.id, version: 1 }))).toBe('last-administrator')
    const [duty] = got(await other.call(meGet, other.context(only), {})).duties
    expect(codeOf(await other.call(dutyEnd, other.context(only), { id: duty?.id, version: 1, basis: 'QĐ 8' }))).toBe('last-administrator')
    await late.close()
  })

  test('[ACC-9] a held account is signed out everywhere at once, its tokens too, and may come back', async () => {
    const who = await person('Hồ Rời', 'ho.roi', 'specialist')
    const token = got(await node.call(tokenMake, node.context(who), { name: 'thử' }))
    const secret = got(await node.entrance.signIn(HERE, 'ho.roi', PASSWORD)).secret
    got(await node.call(personDisable, node.context(admin), { id: who.id, version: 1 }))
    expect([await cookie(secret), await node.whoWith({ authorization: `Bearer ${token.secret}` })]).toEqual([NOBODY, NOBODY])
    expect(codeOf(await node.call(personResetLink, node.context(admin), { id: who.id }))).toBe('not-found')
    got(await node.call(personEnable, node.context(admin), { id: who.id, version: 2 }))
    expect(await cookie(secret)).toEqual(NOBODY)
    expect((await signIn('ho.roi')).id).toBe(who.id)
  })

  test('[ACC-8] a link to set a password works once, and ends what was open', async () => {
    const who = await person('Mạc Quên', 'mac.quen', 'specialist')
    const before = got(await node.entrance.signIn(HERE, 'mac.quen', PASSWORD)).secret
    const { path } = got(await node.call(personResetLink, node.context(admin), { id: who.id }))
    expect(await node.entrance.link(secretIn(path))).toEqual({ kind: 'password', name: 'Mạc Quên' })
    expect(codeOf(await node.entrance.setPassword(HERE, secretIn(path), 'bão lũ miền Trung'))).toBeNull()
    expect(await cookie(before)).toEqual(NOBODY)
    expect(codeOf(await node.entrance.setPassword(HERE, secretIn(path), 'bão lũ miền Trung'))).toBe('link-spent')
    expect(codeOf(await node.entrance.signIn(HERE, 'mac.quen', 'bão lũ miền Trung'))).toBeNull()
  })

  test('[ACC-10] what happens at the entrance is read by administrators and auditors, and by nobody else', async () => {
    const auditor = await person('Tạ Kiểm', 'ta.kiem', 'auditor')
    const { items } = got(await node.call(securityList, node.context(auditor), { limit: 500 }))
    expect(new Set(items.map((one) => one.kind))).toEqual(
      new Set([
        'signed-in',
        'signed-out',
        'refused',
        'limited',
        'password-set',
        'link-made',
        'token-made',
        'token-revoked',
        'sessions-ended',
      ]),
    )
    const mai = items.find((one) => one.person?.name === 'Trần Thị Mai' && one.kind === 'link-made')
    expect([mai?.actor?.name, mai?.address]).toEqual(['Nguyễn Văn Quản', null])
    const clerk = await person('Tô Thư', 'to.thu', 'clerk')
    expect(codeOf(await node.call(securityList, node.context(clerk), {}))).toBe('role-missing')
    expect(codeOf(await node.call(securityList, node.context(auditor), { person: 'khong-phai-uuid' }))).toBeNull()
  })

  test('[ACC-5] who received a document is shown by the name he has now', async () => {
    const clerk = await person('Đặng Văn Thư', 'van.thu', 'clerk', 'van-phong-ubnd-da-nang-origin')
    const { id } = got(
      await node.call(documentReceive, node.context(clerk), { text: 'Giao Sở Y tế chủ trì rà soát trước ngày 15/4/2026.' }),
    )
    got(await node.call(personCorrect, node.context(admin), { id: clerk.id, version: 1, name: 'Đặng Văn Thư Mới' }))
    expect(got(await node.call(documentGet, node.context(clerk), { id })).receivedBy).toBe('Đặng Văn Thư Mới')
    expect(got(await node.call(documentList, node.context(clerk), {})).items.map((one) => one.receivedBy)).toEqual(['Đặng Văn Thư Mới'])
    expect(await rows(`select received_by from document where id = '${id}'`)).toEqual([{ received_by: clerk.id }])
  })

  test('[ACC-3] [ACC-22] an auditor reads all and changes nothing; how others sign in is not told to him', async () => {
    const auditor = await signIn('ta.kiem')
    const shown = got(await node.call(personGet, node.context(auditor), { id: admin.id }))
    expect([
      shown.person.duties.map((one) => one.role),
      shown.login,
      shown.email,
      shown.hasPassword,
      shown.providers,
      shown.sessions,
    ]).toEqual([['administrator'], null, null, null, [], []])
    expect(codeOf(await node.call(personList, node.context(auditor), {}))).toBeNull()
    const day = { day: '2026-09-01', kind: 'closed', reason: 'nghỉ bù', basis: 'TB 1' }
    expect(codeOf(await node.call(calendarCorrectDay, node.context(auditor), day))).toBe('role-missing')
  })

  test('the chain is whole after all of it', async () => {
    expect(await node.call(historyVerify, node.context(admin), {})).toMatchObject({ ok: true, value: { ok: true } })
  })

  test('[ACC-6] the function that finds who holds a secret gives nothing for anything else', async () => {
    const found = await sql`select * from holder_of('session', 'không phải', now(), '2026-03-10', interval '2 hours')`.execute(
      opened.engine.app,
    )
    expect(found.rows).toEqual([])
    await expect(sql`select password from account`.execute(opened.engine.app)).rejects.toThrow(/permission denied/)
  })
})
