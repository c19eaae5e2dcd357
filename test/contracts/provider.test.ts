import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { personBindProvider, personUnbindProvider } from '../../src/operations/access/bind-provider.ts'
import { personDisable, personEnable } from '../../src/operations/access/disable-person.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { securityList } from '../../src/operations/access/list-security-events.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, entranceOver, got, HERE, secretIn } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { CLIENT, type ProviderUnderTest, startProvider, walk } from '../support/provider.ts'

/** Signing in through the common sign-on, against a real provider in this process. */
const RETURN = `${HERE.origin}/dang-nhap/tra-ve`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let provider: ProviderUnderTest
  let node: ReturnType<typeof entranceOver>
  let admin: Who
  let mai = ''

  beforeAll(async () => {
    provider = await startProvider(RETURN)
    opened = await open()
    node = entranceOver(opened.engine, { provider: { issuer: provider.issuer, ...CLIENT } })
    // the provider's own clock is the machine's
    node.clock.at = Date.now()
    const given = { name: 'Nguyễn Văn Quản', login: 'quan.tri', password: 'mưa xuân Sơn Trà' }
    const { secret } = got(await node.entrance.setUp(HERE, secretIn(await node.entrance.firstLink()), given))
    admin = await node.whoWith({ cookie: `phien=${secret}` })
    mai = got(await node.call(personAdd, node.context(admin), { name: 'Trần Thị Mai', email: 'Mai.TT@danang.gov.vn' })).id
  })
  afterAll(async () => {
    await opened.close()
    await provider.close()
  })

  const door = () => {
    if (node.entrance.provider === null) throw new Error('a provider is set')
    return node.entrance.provider
  }
  /** There and back as somebody; what the return says. */
  async function through(
    person: ProviderUnderTest['person'],
    change: (back: URL, kept: string) => readonly [URL, string | null] = (back, kept) => [back, kept],
  ) {
    provider.person = person
    const started = got(await door().start(HERE, '/lam-viec/nhiem-vu?x=1'))
    const back = await walk(started.to, RETURN)
    return door().finish(HERE, ...change(back, started.kept))
  }
  const asMai = { subject: 'cccd-mai', email: 'mai.tt@danang.gov.vn', verified: true } as const

  test('[ACC-11] nobody is let in by an e-mail that is not verified, not entered here, or not told', async () => {
    expect([
      codeOf(await through({ ...asMai, verified: false })),
      codeOf(await through({ subject: 'ai-do', email: 'ai.do@danang.gov.vn', verified: true })),
      codeOf(await through({ subject: 'ai-do', email: null, verified: false })),
    ]).toEqual(['provider-refused', 'provider-refused', 'provider-refused'])
  })

  test('[ACC-11] by the verified e-mail an administrator entered the first time, by issuer and subject from then on', async () => {
    const first = got(await through(asMai))
    expect(first.backTo).toBe('/lam-viec/nhiem-vu?x=1')
    expect(await node.whoWith({ cookie: `phien=${first.secret}` })).toMatchObject({ kind: 'person', id: mai, name: 'Trần Thị Mai' })
    // an address that changed at the provider changes nothing here
    const second = got(await through({ ...asMai, email: 'khac@danang.gov.vn' }))
    expect((await node.whoWith({ cookie: `phien=${second.secret}` })).id).toBe(mai)
    const kinds = got(await node.call(securityList, node.context(admin), { person: mai })).items.map((one) => one.kind)
    expect(kinds).toEqual(['signed-in', 'signed-in', 'provider-linked'])
  })

  test('[ACC-11] another subject with that address does not take the account over', async () => {
    expect(codeOf(await through({ ...asMai, subject: 'ke-gian' }))).toBe('provider-refused')
  })

  test('[ACC-11] what is kept here names neither subject nor address', async () => {
    const rows = await opened.engine.asOwner((owner) =>
      owner.query('select to_jsonb(p) as p, to_jsonb(a) as a from account_provider p, account a'),
    )
    expect(JSON.stringify(rows)).toContain(provider.issuer)
    expect(JSON.stringify(rows)).not.toMatch(/cccd-mai|danang\.gov\.vn/i)
  })

  test.each([
    ['another state', (back: URL, kept: string) => [with_(back, 'state', 'x'), kept] as const],
    ['a code that is none', (back: URL, kept: string) => [with_(back, 'code', 'x'), kept] as const],
    ['another issuer', (back: URL, kept: string) => [with_(back, 'iss', 'https://evil.example'), kept] as const],
    ['an answer that is a refusal', (back: URL, kept: string) => [with_(back, 'error', 'access_denied'), kept] as const],
    ['no cookie of the start', (back: URL) => [back, null] as const],
    ['a cookie that is none', (back: URL) => [back, 'x'] as const],
    ['another nonce', (back: URL, kept: string) => [back, changed(kept, 'nonce')] as const],
    ['another proof key', (back: URL, kept: string) => [back, changed(kept, 'verifier')] as const],
  ])('[ACC-11] a return with %s opens nothing', async (_, change) => {
    expect(codeOf(await through(asMai, change))).toBe('provider-refused')
  })

  test('[ACC-11] a return works once', async () => {
    provider.person = asMai
    const started = got(await door().start(HERE, ''))
    const back = await walk(started.to, RETURN)
    expect(codeOf(await door().finish(HERE, back, started.kept))).toBeNull()
    expect(codeOf(await door().finish(HERE, back, started.kept))).toBe('provider-refused')
  })

  test('[ACC-9] [ACC-11] a held account does not come in this way either', async () => {
    got(await node.call(personDisable, node.context(admin), { id: mai, version: 1 }))
    expect(codeOf(await through(asMai))).toBe('provider-refused')
    got(await node.call(personEnable, node.context(admin), { id: mai, version: 2 }))
    expect(codeOf(await through(asMai))).toBeNull()
  })

  test('[ACC-17] bound by issuer and subject, without an e-mail; unbound, he comes in no more and what he had open is closed', async () => {
    const at = () => node.context(admin)
    const lan = got(await node.call(personAdd, at(), { name: 'Lê Thị Lan', login: 'lan.lt' })).id
    const asLan = { subject: 'cccd-lan', email: null, verified: false } as const
    const bind = (id: string, version: number, subject: string, issuer = provider.issuer) =>
      node.call(personBindProvider, at(), { id, version, issuer, subject })
    expect(codeOf(await through(asLan))).toBe('provider-refused')
    got(await bind(lan, 1, 'cccd-lan'))
    const { secret } = got(await through(asLan))
    expect(await node.whoWith({ cookie: `phien=${secret}` })).toMatchObject({ id: lan })
    const shown = got(await node.call(personGet, at(), { id: lan }))
    expect(shown.providers).toEqual([{ issuer: provider.issuer, at: expect.any(String) }])
    expect(JSON.stringify(shown)).not.toContain('cccd-lan')

    expect([
      codeOf(await bind(lan, 2, 'cccd-khac')),
      codeOf(await bind(lan, 1, 'x', 'https://khac.example')),
      codeOf(await bind(lan, 2, 'x', 'javascript:alert(1)')),
      codeOf(await bind(mai, 3, 'cccd-lan', 'https://khac.example')),
    ]).toEqual(['provider-bound', 'changed-meanwhile', 'bad-value', null])
    const other = got(await node.call(personAdd, at(), { name: 'Ngô Văn Khác', login: 'khac.nv' })).id
    expect(codeOf(await bind(other, 1, 'cccd-lan'))).toBe('provider-taken')

    expect(got(await node.call(personUnbindProvider, at(), { id: lan, version: 2, issuer: provider.issuer }))).toMatchObject({ ended: 1 })
    expect(await node.whoWith({ cookie: `phien=${secret}` })).toEqual(NOBODY)
    expect(codeOf(await through(asLan))).toBe('provider-refused')
    expect(codeOf(await node.call(personUnbindProvider, at(), { id: lan, version: 3, issuer: provider.issuer }))).toBe('provider-unbound')
    expect(got(await node.call(securityList, at(), { person: lan })).items.map((one) => one.kind)).toEqual([
      'provider-unlinked',
      'signed-in',
      'provider-linked',
    ])
    const told = await node.call(historyList, at(), { entity: 'person', id: lan })
    expect(got(told).items.map(({ verb, change }) => [verb, change])).toEqual([
      ['provider-unbound', { provider: [provider.issuer, null] }],
      ['provider-bound', { provider: [null, provider.issuer] }],
      ['added', {}],
    ])
  })

  test('[ACC-11] the way back leads to a path of ours', async () => {
    provider.person = asMai
    const started = got(await door().start(HERE, 'https://evil.example/'))
    expect(got(await door().finish(HERE, await walk(started.to, RETURN), started.kept)).backTo).toBe('/')
  })

  test('[ACC-11] through the pages: there by a link, back with a session', async () => {
    provider.person = asMai
    const { entrance, call } = node
    const files = noFiles
    const site = pages({
      call,
      files,
      entrance,
      whoOf: entrance.whoOf,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      now: () => new Date(node.clock.at),
    })
    const ask = (url: string, cookie = ''): Promise<Response> =>
      Promise.resolve(site.request(url, { headers: { host: '127.0.0.1:8080', ...(cookie === '' ? {} : { cookie }) } }))
    expect(await (await ask(`${HERE.origin}/dang-nhap`)).text()).toContain('/dang-nhap/he-thong-chung')
    const there = await ask(`${HERE.origin}/dang-nhap/he-thong-chung?tro-lai=%2Ftro-giup`)
    const kept = there.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const back = await walk(there.headers.get('location') ?? '', RETURN)
    const answer = await ask(back.href, kept)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tro-giup'])
    const [spent, session] = answer.headers.getSetCookie()
    expect(spent).toBe('dang-nhap-chung=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
    expect((await node.whoWith({ cookie: session?.split(';')[0] ?? '' })).id).toBe(mai)
    const refused = await ask(`${RETURN}?error=access_denied&state=x`, kept)
    expect(refused.headers.get('location')).toBe('/dang-nhap?loi=provider-refused')
    expect((await ask(`${HERE.origin}/dang-nhap?loi=provider-refused`)).status).toBe(401)
  })

  test('[ACC-11] a provider that is away is said to be away, and asked again by the next', async () => {
    const other = entranceOver(opened.engine, { provider: { issuer: 'http://127.0.0.1:9', ...CLIENT } })
    const started = await other.entrance.provider?.start(HERE, '')
    expect(started === undefined ? null : codeOf(started)).toBe('provider-away')
    expect(other.reported).toHaveLength(1)
    expect(await other.whoWith()).toEqual(NOBODY)
  })
})

function with_(url: URL, name: string, value: string): URL {
  const changed = new URL(url)
  changed.searchParams.set(name, value)
  return changed
}

function changed(kept: string, field: 'nonce' | 'verifier'): string {
  const held: Record<string, string> = JSON.parse(Buffer.from(kept, 'base64url').toString())
  return Buffer.from(JSON.stringify({ ...held, [field]: 'x'.repeat(43) })).toString('base64url')
}
