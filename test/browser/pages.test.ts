import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** The way from a pasted directive to its assigned tasks, in Chromium, with script off and on. */
let node: Served
let browser: Browser

beforeAll(async () => {
  node = await serve()
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

const letter = (number: string): string =>
  [
    'ỦY BAN NHÂN DÂN TỈNH MẪU',
    `Số: ${number}`,
    'Ngày 02 tháng 9 năm 2026',
    '1. Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ cập nhật danh mục công trình, hoàn thành trước ngày 15-10-2026.',
    '2. Sở Nội vụ chủ trì, phối hợp với Sở Xây dựng rà soát biên chế.',
    '3. Sở Tư pháp chủ trì thẩm định dự thảo quy chế phối hợp.',
  ].join('\n')

async function opened(
  options: Parameters<Browser['newContext']>[0],
): Promise<{ page: Page; context: BrowserContext; errors: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  return { page, context, errors: watch(page) }
}

async function receive(page: Page, text: string): Promise<void> {
  await page.goto(`${node.address}/lam-viec/tiep-nhan`)
  await page.fill('#van-ban', text)
  await page.click('form[enctype] button[type=submit]')
}

describe.each([
  { script: 'off', javaScriptEnabled: false, number: '71/UBND-KT' },
  { script: 'on', javaScriptEnabled: true, number: '72/UBND-KT' },
])('with script $script', ({ javaScriptEnabled, number }) => {
  test('[PAG-2] a pasted directive becomes assigned tasks with their history', async () => {
    const { page, context, errors } = await opened({ javaScriptEnabled })
    await receive(page, letter(number))
    expect(await page.textContent('h1')).toContain(number)
    expect(await page.locator('.tk').count()).toBe(3)
    expect(await page.locator('.dp.cur mark').count()).toBeGreaterThan(1)

    await page.fill('#viec-phai-lam', 'Cập nhật danh mục công trình trọng điểm')
    await page.click('button[value=xac-nhan]')
    expect(await page.textContent('.flash')).toContain('Đã xác nhận nhiệm vụ 1')
    expect(await page.textContent('.tk.open h3')).toContain('2')
    await page.click('button[value=xac-nhan]')
    await page.click('button[value=bo]')
    await page.click('button[value=giao]')
    expect(await page.textContent('.flash')).toContain('Đã giao 2 nhiệm vụ')

    await page.click('.sticky-act a.btn')
    expect(await page.locator('tbody tr').count()).toBe(2)
    await page.click('text=Cập nhật danh mục công trình trọng điểm')
    expect(await page.textContent('blockquote.goc')).toContain('trước ngày 15-10-2026')
    expect(await page.locator('.hist > li').count()).toBe(3)
    expect(errors).toEqual([])
    await context.close()
  }, 60_000)
})

test('[PAG-5] what was typed is shown again, with what was refused and where; nothing on the way offends axe', async () => {
  const { page, context } = await opened({})
  await receive(page, letter('73/UBND-KT'))
  expect(await faultsOf(page)).toEqual([])
  await page.fill('#viec-phai-lam', 'Một việc đang gõ dở')
  await page.fill('#han', '31/02/2026')
  await page.click('button[value=luu]')
  expect(await page.textContent('.errsum')).toContain('31/02/2026')
  expect(await page.getAttribute('.errsum a', 'href')).toBe('#han')
  expect([await page.inputValue('#viec-phai-lam'), await page.inputValue('#han')]).toEqual(['Một việc đang gõ dở', '31/02/2026'])
  expect(await faultsOf(page)).toEqual([])
  await page.click('.tasks .hd a[href*="mo=them"]')
  expect(await faultsOf(page)).toEqual([])
  await context.close()
}, 60_000)

test('a discarded task is put back from the bar that tells of it', async () => {
  const { page, context } = await opened({})
  await receive(page, letter('74/UBND-KT'))
  await page.click('button[value=bo]')
  await page.click('.flash button')
  expect(await page.textContent('.flash')).toContain('Đã hoàn tác')
  await context.close()
}, 60_000)

test('[PAG-3] the same addresses answer as JSON', async () => {
  const listed: unknown = await (await fetch(`${node.address}/van-ban`, { headers: { accept: 'application/json' } })).json()
  const named: unknown = await (await fetch(`${node.address}/van-ban.json`)).json()
  expect(named).toEqual(listed)
  const missing = await fetch(`${node.address}/van-ban/khong-co.json`)
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

test('[PAG-10] a sample says so wherever it is shown, and nothing else does', async () => {
  const { page, context } = await opened({})
  await page.goto(`${node.address}/van-ban`)
  const sample = await page.getAttribute('tr:has(.tag) a', 'href')
  for (const path of ['/', '/lam-viec/tiep-nhan', '/van-ban', sample ?? '', (sample ?? '').replace('/van-ban', '/lam-viec/tiep-nhan')]) {
    await page.goto(node.address + path)
    expect(await page.locator('.sample').count(), path).toBe(1)
  }
  await receive(page, letter('75/UBND-KT'))
  expect(await page.locator('.sample').count()).toBe(0)
  await context.close()
}, 60_000)

test('the slash goes to the search, and the theme changes without loading the page again', async () => {
  const { page, context } = await opened({ colorScheme: 'light' })
  await page.goto(`${node.address}/tro-giup`)
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('tim')
  await page.evaluate('window.kept = true')
  await page.click('.theme-toi')
  expect(await page.evaluate('[document.documentElement.dataset.theme, window.kept]')).toEqual(['toi', true])
  await page.reload()
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('toi')
  await context.close()
}, 60_000)
