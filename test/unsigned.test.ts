import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app } from '../src/doors/app.ts'
import { LOOPBACK } from '../src/doors/guard.ts'
import { allPages } from '../src/doors/pages/pages/all.ts'
import { pages } from '../src/doors/pages/pages.tsx'
import { SYSTEM } from '../src/kernel/access/who.ts'
import { filesIn } from '../src/main/files.ts'
import { documentAssign } from '../src/operations/document/assign-tasks.ts'
import { documentReceive } from '../src/operations/document/receive-document.ts'
import { registry } from '../src/operations/registry.ts'
import { engines, type Opened } from './support/engines.ts'
import { entranceOver, got, HERE, secretIn } from './support/entrance.ts'

/**
 * What an attacker sees who has not signed in: every page and every operation, with its answer. Written as data: what is
 * added to the software is added here too, by somebody who has thought about it.
 */
const SIGN_IN = '303 /dang-nhap'

/** Pages: what a stranger gets for GET, and for a form sent to it; null: it takes no form. */
const pageAnswers: Readonly<Record<string, readonly [get: string, post: string | null]>> = {
  '/': [SIGN_IN, null],
  '/dang-nhap': ['200', '401'],
  '/dang-nhap/he-thong-chung': [SIGN_IN, null],
  '/dang-nhap/tra-ve': [SIGN_IN, null],
  '/dang-xuat': ['303 /', SIGN_IN],
  '/dia-gioi': ['200', null],
  '/dia-gioi/:id': ['404', null],
  '/thanh-phan': ['200', null],
  '/tien-do': ['200', null],
  '/tien-do/:document': ['404', null],
  '/thiet-lap': ['410', '410'],
  '/ban-do': ['200', null],
  '/du-lieu': ['200', null],
  '/du-lieu/:slug': ['404', null],
  '/du-lieu/:slug/tai-ve': ['404', null],
  '/lich-lam-viec': ['200', '401'],
  '/du-lieu/catalog.jsonld': ['200', null],
  '/du-lieu/:slug/dcat.jsonld': ['404', null],
  '/du-lieu/:slug/bao-sai': ['404', '404'],
  '/tra-loi-so-lieu/:secret': ['404', null],
  '/lam-viec': [SIGN_IN, null],
  '/tim': [SIGN_IN, null],
  '/to-chuc': ['200', null],
  '/to-chuc/:id': ['404', null],
  '/tro-giup': ['200', null],
  '/van-ban': [SIGN_IN, null],
  '/van-ban/:slug': [SIGN_IN, null],
}

/** Operations a stranger may ask: the public registers, and sums of days. All others answer that one must sign in. */
const openOperations = [
  'calendar.add-working-days',
  'calendar.days',
  'dataset.carry',
  'dataset.changes',
  'dataset.differences',
  'dataset.get',
  'dataset.list',
  'dataset.rows',
  'dataset.summary',
  'figure-report.add',
  'figure-report.follow',
  'organisation.get',
  'organisation.list',
  'organisation.predecessors',
  'organisation.resolve',
  'organisation.successors',
  'place.carry',
  'place.get',
  'place.list',
  'place.outlines',
  'place.predecessors',
  'place.resolve',
  'place.successors',
  'public-task.list',
  'region.list',
]

/** What is neither a page nor an operation. */
const otherAnswers: readonly (readonly [string, string, string])[] = [
  ['GET', '/health/live', '200'],
  ['GET', '/health/ready', '200'],
  ['GET', '/metrics', '401'],
  ['GET', '/api/openapi.json', '200'],
  ['GET', '/api/v1/khong-co', '404'],
  ['GET', '/khong-co', '404'],
  ['GET', '/lam-viec', SIGN_IN],
  ['GET', '/lam-viec/khong-co', SIGN_IN],
  ['POST', '/lam-viec/khong-co', '401'],
  ['PUT', '/api/v1/files?name=a.txt', '401'],
  ['GET', `/api/v1/files/${'0'.repeat(64)}`, '401'],
  ['PUT', '/api/v1/dataset-files?name=a.csv', '401'],
  ['POST', '/api/v1/dataset-uploads?name=a.csv', '401'],
  ['GET', '/api/v1/dataset-uploads/khong-co', '401'],
  ['DELETE', '/api/v1/dataset-uploads/khong-co', '401'],
  ['GET', '/api/v1/datasets/khong-co/versions/1/file', '404'],
  ['GET', '/api/v1/datasets/khong-co/versions/1/bad-rows', '404'],
  ['GET', '/api/v1/dataset-imports/khong-co/bad-rows', '401'],
  ['POST', '/giao-dien', '303 /'],
]

describe.each(engines.filter(({ name }) => name === 'pglite'))('$name', ({ open }) => {
  let opened: Opened
  let door: ReturnType<typeof app>
  let slug = ''
  const data = mkdtempSync(join(tmpdir(), 'lienvung-unsigned-'))

  beforeAll(async () => {
    opened = await open()
    const { entrance, call, context } = entranceOver(opened.engine)
    const received = got(
      await call(documentReceive, context(SYSTEM), { text: 'Giao Sở Y tế chủ trì rà soát các trạm y tế trước ngày 15/4/2026.' }),
    )
    slug = received.slug
    await call(documentAssign, context(SYSTEM), { id: received.id })
    await entrance.setUp(HERE, secretIn(await entrance.firstLink()), {
      name: 'Nguyễn Văn Quản',
      login: 'quan.tri',
      password: 'mưa xuân Sơn Trà',
    })
    const now = (): Date => new Date('2026-03-10T02:00:00Z')
    const files = filesIn(data, call)
    const { whoOf } = entrance
    const common = { whoOf, call, files, now }
    door = app({
      ...common,
      operations: registry,
      version: '0',
      allowedHosts: LOOPBACK,
      ready: async () => true,
      requestId: () => 'x',
      log: () => {},
      pages: pages({ ...common, entrance, settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' }, report: () => {} }),
    })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(data, { recursive: true })
  })

  const ask = async (method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    door.request(`http://127.0.0.1:8080${path}`, {
      method,
      headers: { host: '127.0.0.1:8080', ...headers },
      ...(['GET', 'DELETE'].includes(method) ? {} : { body: headers['content-type'] === 'application/json' ? '{}' : 'x=1' }),
    })
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
  const told = (answer: Response): string => {
    const to = answer.headers.get('location')
    return `${answer.status}${to === null ? '' : ` ${new URL(to, 'http://127.0.0.1').pathname}`}`
  }
  const filled = (path: string): string => path.replace(/[:{]\w+\}?(\{[^}]*\})?/g, 'khong-co')

  test('[ACC-12] every page: those of work lead to the entrance, the public ones answer', async () => {
    const found: [string, readonly [string, string | null]][] = []
    for (const page of allPages) {
      const get = told(await ask('GET', filled(page.path)))
      const post = page.post === undefined ? null : told(await ask('POST', filled(page.path), FORM))
      found.push([page.path, [get, post]])
    }
    const work = ([path]: (typeof found)[number]): boolean => path.startsWith('/lam-viec/')
    expect(Object.fromEntries(found.filter((one) => !work(one)))).toEqual(pageAnswers)
    expect(found.filter(work).filter(([, [get, post]]) => get !== SIGN_IN || (post !== null && post !== '401'))).toEqual([])
  })

  test('[ACC-12] a page that is there answers like one that is not', async () => {
    const [there, not] = [await ask('GET', `/van-ban/${slug}`), await ask('GET', '/van-ban/khong-co')]
    expect([told(there), told(not)]).toEqual([SIGN_IN, SIGN_IN])
    const json = await Promise.all([ask('GET', `/van-ban/${slug}.json`), ask('GET', '/van-ban/khong-co.json')])
    expect(await Promise.all(json.map(async (one) => [one.status, ((await one.json()) as { code?: string }).code]))).toEqual([
      [401, 'sign-in-needed'],
      [401, 'sign-in-needed'],
    ])
  })

  test('[ACC-2] [ACC-12] every operation: the registers answer, all others ask to sign in', async () => {
    const open: string[] = []
    const odd: unknown[] = []
    for (const { name, rest } of registry) {
      const answer = await ask(
        rest.method,
        `/api/v1${filled(rest.path)}`,
        rest.method === 'GET' ? {} : { 'content-type': 'application/json' },
      )
      const { code } = (await answer.json()) as { code?: string }
      if (answer.status !== 401) open.push(name)
      else if (code !== 'sign-in-needed' || answer.headers.get('www-authenticate') !== 'Bearer') odd.push([name, code])
    }
    expect({ open: open.toSorted(), odd }).toEqual({ open: openOperations, odd: [] })
  })

  test.each(otherAnswers)('[ACC-12] %s %s: %s', async (method, path, expected) => {
    expect(told(await ask(method, path, method === 'POST' ? FORM : {}))).toBe(expected)
  })

  // 26-11-2026: it led to the entrance, and what was typed was lost
  test('[ACC-12] a form that comes without a session is given back as it was typed, to be sent again; passwords are not', async () => {
    const path = '/lam-viec/nhiem-vu/NV-2026-0001/tien-do?x=1'
    const send = (fields: Readonly<Record<string, string>>, headers = {}): Promise<Response> =>
      Promise.resolve(
        door.request(`http://127.0.0.1:8080${path}`, {
          method: 'POST',
          headers: { host: '127.0.0.1:8080', ...FORM, ...headers },
          body: new URLSearchParams(fields),
        }),
      )
    const words = 'Đã rà soát <b>40</b> trạm.\r\nCòn 12 trạm ở hai xã miền núi.'
    const page = await send({ version: '3', 'noi-dung': words, 'mat-khau': 'mưa xuân Sơn Trà' })
    const html = await page.text()
    expect([page.status, page.headers.get('cache-control')]).toEqual([401, 'no-store'])
    expect(html).toContain(`action="${path}"`)
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
    expect(html).toContain('Đã rà soát &lt;b&gt;40&lt;/b&gt; trạm.\nCòn 12 trạm ở hai xã miền núi.</textarea>')
    expect(html).not.toContain('mưa xuân')
    const problem = await send({ version: '3' }, { accept: 'application/json' })
    expect([problem.status, await problem.json()]).toMatchObject([401, { code: 'sign-in-needed' }])
    const files = new FormData()
    files.append('noi-dung', 'Có tệp kèm theo')
    files.append('minh-chung', new File(['%PDF-1.7'], 'a.pdf'))
    const withFile = await door.request(`http://127.0.0.1:8080${path}`, {
      method: 'POST',
      headers: { host: '127.0.0.1:8080' },
      body: files,
    })
    expect([withFile.status, await withFile.text()]).toEqual([401, expect.stringMatching(/type="file"[^>]* name="minh-chung"/)])
  })

  test('[ACC-12] the entrance leads back to a path of ours and nowhere else', async () => {
    const asked = await ask('GET', '/lam-viec/nhiem-vu?trang-thai=qua-han')
    expect(asked.headers.get('location')).toBe('/dang-nhap?tro-lai=%2Flam-viec%2Fnhiem-vu%3Ftrang-thai%3Dqua-han')
    const back = async (to: string): Promise<string | null> => {
      const answer = await door.request('http://127.0.0.1:8080/dang-nhap', {
        method: 'POST',
        headers: { host: '127.0.0.1:8080', ...FORM },
        body: new URLSearchParams({ 'ten-dang-nhap': 'quan.tri', 'mat-khau': 'mưa xuân Sơn Trà', 'tro-lai': to }),
      })
      return answer.headers.get('location')
    }
    expect(await back('/lam-viec/nhiem-vu?trang-thai=qua-han')).toBe('/lam-viec/nhiem-vu?trang-thai=qua-han')
    expect([await back('//evil.example/'), await back('https://evil.example/'), await back('/\\evil.example')]).toEqual(['/', '/', '/'])
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without a name', { origin: 'null' }],
    ['another site, in a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('[ACC-12] a form of %s is refused, at the entrance and behind it', async (_, headers) => {
    for (const path of ['/dang-nhap', '/dang-xuat', '/thiet-lap', '/lam-viec/tai-khoan', '/lam-viec/quan-tri', '/api/v1/me/tokens'])
      expect([path, (await ask('POST', path, { ...FORM, ...headers })).status]).toEqual([path, 403])
  })

  test('[ACC-6] the cookie is kept from scripts and from forms of others, and bound to the host where the way is encrypted', async () => {
    const signIn = (url: string): Promise<Response> =>
      Promise.resolve(
        door.request(url, {
          method: 'POST',
          headers: { host: '127.0.0.1:8080', ...FORM },
          body: new URLSearchParams({ 'ten-dang-nhap': 'quan.tri', 'mat-khau': 'mưa xuân Sơn Trà' }),
        }),
      )
    const plain = (await signIn('http://127.0.0.1:8080/dang-nhap')).headers.get('set-cookie') ?? ''
    expect(plain.replace(/=[\w-]{43};/, '=…;')).toBe('phien=…; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax')
    const secure = (await signIn('https://127.0.0.1:8080/dang-nhap')).headers.get('set-cookie') ?? ''
    expect(secure.replace(/=[\w-]{43};/, '=…;')).toBe('__Host-phien=…; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure')
    const secret = /phien=([\w-]{43})/.exec(plain)?.[1] ?? ''
    const asked = async (url: string, name: string): Promise<number> =>
      (await door.request(url, { headers: { host: '127.0.0.1:8080', cookie: `${name}=${secret}` } })).status
    expect([
      await asked('http://127.0.0.1:8080/api/v1/me', 'phien'),
      await asked('https://127.0.0.1:8080/api/v1/me', '__Host-phien'),
      // planted from an unencrypted page of the same name
      await asked('https://127.0.0.1:8080/api/v1/me', 'phien'),
    ]).toEqual([200, 200, 401])
  })
})
