import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** The entrance and what lies behind it, as a sample person of a node for show. */
let node: Served
let browser: Browser

beforeAll(async () => {
  node = await serve(['--demo'])
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

async function signedIn(name: string, width: number): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${node.address}/lam-viec/tai-khoan`)
  await page.getByRole('button', { name: `Đăng nhập với tên ${name}` }).click()
  return { context, page }
}

test('[ACC-12] a stranger is led to the entrance, and back to where he wanted to go', async () => {
  const { context, page } = await signedIn('Nguyễn Thị Kim (mẫu)', 1280)
  expect(new URL(page.url()).pathname).toBe('/lam-viec/tai-khoan')
  expect(await page.textContent('.me b')).toBe('Nguyễn Thị Kim (mẫu)')
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await page.goto(`${node.address}/lam-viec/tai-khoan`)
  expect(new URL(page.url()).pathname).toBe('/dang-nhap')
  await context.close()
})

test.each([390, 1440])('the pages of people at %s px: axe finds nothing, nothing overflows', async (width) => {
  const { context, page } = await signedIn('Hồ Văn Dũng (mẫu)', width)
  const errors = watch(page)
  const found: unknown[] = []
  const look = async (): Promise<void> => {
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    found.push([new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, ':id'), await faultsOf(page), overflow])
  }
  await look()
  await page.goto(`${node.address}/lam-viec/thong-bao`)
  await look()
  await page.goto(`${node.address}/lam-viec/quan-tri`)
  await look()
  await page.getByRole('link', { name: 'Nguyễn Thị Kim (mẫu)' }).click()
  await look()
  await page.fill('#co-quan', 'Sở Yte tê')
  await page.fill('#can-cu', 'QĐ 12/QĐ-UBND')
  await page.click('button[value=giao]')
  await look()
  expect(await page.locator('.errsum').count()).toBe(1)
  await page.fill('#co-quan', 'SYT')
  await page.selectOption('#vai', 'leader')
  await page.click('button[value=giao]')
  expect(await page.locator('tbody tr').count()).toBe(2)
  await page.click('button[value=duong-dan]')
  await look()
  expect(await page.textContent('.alert--o .hash')).toContain('/thiet-lap?ma=')
  expect({ found, errors }).toEqual({
    found: [
      ['/lam-viec/tai-khoan', [], 0],
      ['/lam-viec/thong-bao', [], 0],
      ['/lam-viec/quan-tri', [], 0],
      ['/lam-viec/quan-tri/:id', [], 0],
      ['/lam-viec/quan-tri/:id', [], 0],
      ['/lam-viec/quan-tri/:id', [], 0],
    ],
    errors: [],
  })
  await context.close()
})
