import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** The whole way of a succession in Chromium, with script off and on: planned, refused, routed by a person, done, undone. */
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

const answer = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T
const post = (path: string, body: object) => fetch(`${node.address}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body) })

/** Gives a body one task that names no function. @returns its code */
async function given(body: string, number: string): Promise<string> {
  const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${number}\nĐà Nẵng, ngày 02 tháng 9 năm 2026\n\n${body} chủ trì đón tiếp các đoàn khách.`
  const { id } = await answer<{ id: string }>(post('/documents', { text }))
  const { tasks } = await answer<{ tasks: { id: string; version: number }[] }>(fetch(`${node.address}/api/v1/documents/${id}`))
  await post(`/tasks/${tasks[0]?.id}/confirm`, { version: tasks[0]?.version })
  const { assigned } = await answer<{ assigned: { code: string }[] }>(post(`/documents/${id}/assign`, {}))
  return assigned[0]?.code ?? ''
}

const today = (): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())

describe.each([
  { script: 'off', javaScriptEnabled: false, body: 'Sở Ngoại vụ', number: '81/UBND-TH' },
  { script: 'on', javaScriptEnabled: true, body: 'Sở Công Thương', number: '82/UBND-TH' },
])('with script $script', ({ javaScriptEnabled, body, number }) => {
  test('[PAG-2] [ORG-13] a body is split: planned, refused, what no rule decides chosen by a person, done, and undone', async () => {
    const code = await given(body, number)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled })
    const page = await context.newPage()
    const errors = watch(page)
    await page.goto(`${node.address}/lam-viec/hop-nhat`)
    await page.fill('#ten', `Chia tách ${body}`)
    await page.fill('#can-cu', '9/NQ-HĐND')
    await page.fill('#ngay', '31/02/2026')
    await page.click('#moi button[type=submit]')
    expect(await page.textContent('.errsum')).toContain('31/02/2026')
    expect(await page.inputValue('#ten')).toBe(`Chia tách ${body}`)
    await page.fill('#ngay', today())
    await page.click('#moi button[type=submit]')
    expect(await page.textContent('h1')).toBe(`Chia tách ${body}`)

    await page.selectOption('#loai', 'split')
    await page.fill('#tu', body)
    await page.fill('#ve', 'Sở Tư pháp')
    await page.click('form:has(#loai) button[type=submit]')
    expect(await page.textContent('.errsum')).toContain('chia tách')
    expect([await page.inputValue('#tu'), await page.inputValue('#ve')]).toEqual([body, 'Sở Tư pháp'])
    await page.fill('#ve', 'Sở Tư pháp: hòa giải\nSở Nội vụ: thi đua')
    await page.click('form:has(#loai) button[type=submit]')
    expect(await page.textContent('#dien-tap')).toContain(code)
    expect(await page.textContent('#phai-chon h2')).toContain('1')
    expect(await page.locator('#thuc-hien button').count()).toBe(0)
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])

    await page.selectOption('#phai-chon select', { label: 'Sở Nội vụ' })
    await page.click('#phai-chon button[type=submit]')
    expect(await page.textContent('#phai-chon')).toContain('Mọi nhiệm vụ đã có nơi về.')
    await page.click('#thuc-hien button')
    expect(await page.textContent('[role=status]')).toContain('Đã thực hiện phương án.')
    await page.goto(`${node.address}/lam-viec/nhiem-vu/${code}`)
    expect(await page.textContent('#thong-tin')).toContain('Sở Nội vụ')
    expect(await page.textContent('#lich-su')).toContain('Giao lại do sắp xếp cơ quan')

    await page.goBack()
    await page.fill('#can-cu-huy', '10/NQ-HĐND')
    await page.click('#huy button')
    expect(await page.textContent('.lede')).toContain('sau đó đã hủy bỏ')
    await page.goto(`${node.address}/lam-viec/nhiem-vu/${code}`)
    expect(await page.textContent('#lich-su')).toContain('Trả lại do hủy sắp xếp cơ quan')
    expect(errors).toEqual([])
    await context.close()
  }, 120_000)
})
