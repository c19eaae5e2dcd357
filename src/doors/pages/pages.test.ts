import { expect, test } from 'vitest'
import { noFiles } from '../../../test/support/no-files.ts'
import { OPERATOR } from '../../kernel/access/who.ts'
import { pages } from './pages.tsx'

/** Pages that ask nothing of a store: what is common to every page is proved on them, and in Chromium on the others. */
const door = pages({
  call: () => Promise.reject(new Error('these pages ask nothing')),
  settings: { locality: 'UBND tỉnh Mẫu', version: '0' },
  whoOf: async () => OPERATOR,
  files: noFiles,
  now: () => new Date('2026-09-01T02:00:00Z'),
  report: () => {},
})

test.each(['/thanh-phan', '/tro-giup', '/khong-co-trang-nay'])(
  '[PAG-8] %s holds no inline script, style element or style attribute',
  async (path) => {
    const html = await (await door.request(path)).text()
    expect(html).toContain('<html lang="vi"')
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc="\/)|\sstyle="|\son\w+="|(?:href|src)="(?:https?:)?\/\//)
  },
)

test('[PAG-3] what is not there is a page for people and a problem for programs', async () => {
  const page = await door.request('/khong-co-trang-nay', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  const problem = await door.request('/khong-co-trang-nay.json')
  expect([problem.status, await problem.json()]).toMatchObject([404, { code: 'not-found' }])
})

// 26-11-2026: these two answered 404, though every page was said to answer as JSON
test('[PAG-3] the help and the entrance answer programs too; the sheet has no JSON form', async () => {
  const [help, entrance, sheet] = await Promise.all(
    ['/tro-giup.json', '/dang-nhap.json', '/thanh-phan.json'].map(async (path) => door.request(path)),
  )
  expect([help?.status, await help?.json()]).toEqual([200, { steps: expect.any(Array), questions: expect.any(Array) }])
  expect([entrance?.status, await entrance?.json()]).toEqual([
    200,
    { locality: 'UBND tỉnh Mẫu', accounts: false, commonSignOn: false, samples: 0 },
  ])
  expect(sheet?.status).toBe(404)
})

// 26-11-2026: a day that is none was answered with the figures of today, and a program saw no sentence
test('[BRD-9] [PAG-3] a program is not answered of another day than it asked for', async () => {
  const answer = await door.request('/tro-giup.json?ngay=31/2/2022')
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'bad-day', data: { value: '31/2/2022' } }])
})

test('an accident shows a number to quote and nothing of its cause', async () => {
  const answer = await door.request('/van-ban')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('these pages ask nothing')
})

test('[PAG-9] the whole page is in the language that was chosen', async () => {
  const html = await (await door.request('/tro-giup', { headers: { cookie: 'ngon-ngu=en' } })).text()
  expect(html).toContain('<html lang="en"')
  expect(html).toContain('Receive directives')
})
