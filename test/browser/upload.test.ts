import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page, Request, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** A large file in Chromium, over a connection that breaks. */
const folder = mkdtempSync(join(tmpdir(), 'lienvung-upload-'))
const file = join(folder, 'mực nước.csv')
let node: Served
let browser: Browser
beforeAll(async () => {
  writeFileSync(file, `ma,ten,so\n${Array.from({ length: 120_000 }, (_, i) => `${i},Trạm đo số ${i},${i}`).join('\n')}\n`)
  node = await serve(['--empty', '--no-first-data'])
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await node?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The page of imports, with the file chosen, and small files taken for large ones. */
async function chosen(page: Page): Promise<void> {
  await page.goto(`${node.address}/lam-viec/du-lieu`)
  await page.waitForLoadState('load')
  await page.evaluate(`document.querySelector('form[data-gui-phan]').dataset.guiPhan = '1000'`)
  await page.setInputFiles('#tep', file)
}
const isPart = (request: Request): boolean => request.method() === 'PATCH'
const offsetOf = (request: Request): number => Number(request.headers()['upload-offset'])

test('[DAT-42] a part that is lost is sent again from where the server is, by itself, and the import begins', async () => {
  const page = await browser.newPage()
  const errors = watch(page)
  const sent: number[] = []
  await page.route('**/api/v1/dataset-uploads/*', async (route: Route) => {
    if (isPart(route.request())) sent.push(offsetOf(route.request()))
    await (isPart(route.request()) && sent.length === 2 ? route.abort('connectionreset') : route.continue())
  })
  await chosen(page)
  await page.click('form[data-gui-phan] button[type=submit]')
  await page.waitForURL(/du-lieu\/[0-9a-f-]{36}$/)
  expect([sent.length >= 3, sent[0], sent[1], sent[2] === sent[1]]).toEqual([true, 0, 1024 * 1024, true])
  await page.waitForSelector('text=Chờ bạn xác nhận')
  expect(await page.textContent('main')).toContain('mực nước.csv')
  expect(errors.filter((error) => !error.includes('ERR_CONNECTION_RESET'))).toEqual([])
  await page.close()
})

test('[DAT-42] without a connection the page says that what was sent is kept; after it was closed the same file goes on', async () => {
  const page = await browser.newPage()
  let parts = 0
  await page.route('**/api/v1/dataset-uploads/*', async (route) => {
    if (isPart(route.request())) parts += 1
    await (isPart(route.request()) && parts > 1 ? route.abort('internetdisconnected') : route.continue())
  })
  await chosen(page)
  await page.click('form[data-gui-phan] button[type=submit]')
  await page.waitForSelector('text=Mất kết nối. Phần đã gửi được giữ')
  expect(await faultsOf(page)).toEqual([])
  await page.unroute('**/api/v1/dataset-uploads/*')
  await chosen(page)
  const first = page.waitForRequest(isPart)
  await page.click('form[data-gui-phan] button[type=submit]')
  expect(offsetOf(await first)).toBeGreaterThanOrEqual(1024 * 1024)
  await page.waitForURL(/du-lieu\/[0-9a-f-]{36}$/)
  await page.close()
})
