import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** A review in Chromium: tasks added from words, divided, joined, moved, undone; by keys; and what is typed is not lost. */
let node: Served
let browser: Browser
beforeAll(async () => {
  node = await serve(['--empty', '--no-first-data'])
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
    '1. Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ cập nhật danh mục công trình và báo cáo UBND tỉnh trước ngày 15-10-2026.',
    '2. Sở Nội vụ chủ trì rà soát biên chế.',
    'Căn cứ quy chế bến thuyền, Sở Tư pháp chủ trì kiểm tra bến thuyền trước ngày 20-11-2026.',
    '3. Sở Tư pháp chủ trì thẩm định dự thảo quy chế phối hợp.',
  ].join('\n')

async function opened(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; errors: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  return { page, context, errors: watch(page) }
}
async function receive(page: Page, number: string): Promise<void> {
  await page.goto(`${node.address}/lam-viec/tiep-nhan`)
  await page.fill('#van-ban', letter(number))
  await page.click('form[enctype] button[type=submit]')
  await page.waitForURL(/tiep-nhan\/./)
}
/** Keys are heard once the page's script runs, which is before it is loaded. */
async function press(page: Page, key: string): Promise<void> {
  await page.waitForLoadState('load')
  await page.keyboard.press(key)
}
const titles = (page: Page): Promise<readonly string[]> => page.locator('.tkl .ti').allTextContents()

test('[PAG-39] what ends the open task is seen in its pane, wherever its form is scrolled', async () => {
  const { page, context } = await opened({ viewport: { width: 1440, height: 600 } })
  await receive(page, '80/UBND-KT')
  await page.waitForLoadState('load')
  for (const down of [0, 150]) {
    const [pane, button] = await page.evaluate<readonly (readonly [number, number])[]>(`(() => {
      const pane = document.querySelector('.tkl')
      pane.scrollTop = ${down}
      return [pane, document.querySelector('button[value=xac-nhan]')].map((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return [top, bottom]
      })
    })()`)
    expect([(button?.[0] ?? 0) >= (pane?.[0] ?? 0), (button?.[1] ?? 0) <= (pane?.[1] ?? 0)]).toEqual([true, true])
  }
  expect(await faultsOf(page)).toEqual([])
  await context.close()
}, 60_000)

describe.each([
  { script: 'off', javaScriptEnabled: false, number: '81/UBND-KT' },
  { script: 'on', javaScriptEnabled: true, number: '82/UBND-KT' },
])('with script $script', ({ javaScriptEnabled, number }) => {
  test('[TSK-29] [TSK-30] [TSK-31] divided, joined, moved and undone from the page', async () => {
    const { page, context, errors } = await opened({ javaScriptEnabled })
    await receive(page, number)
    const before = await page.locator('.tk').count()
    await page.click('details.over summary')
    await page.fill('#cho-tach', 'báo cáo UBND tỉnh')
    await page.click('button[value=tach]')
    expect(await page.textContent('.flash')).toContain('Đã tách')
    expect(await page.locator('.tk').count()).toBe(before + 1)
    await page.click('.flash button')
    expect(await page.textContent('.flash')).toContain('Đã hoàn tác')
    expect(await page.locator('.tk').count()).toBe(before)

    await page.click('details.over summary')
    await page.click('button[value=gop]')
    expect(await page.textContent('.flash')).toContain('Đã gộp')
    expect(await page.locator('.tk').count()).toBe(before - 1)
    await page.click('.flash button')
    expect(await page.locator('.tk').count()).toBe(before)

    await page.click('details.over summary')
    await page.click('button[value=xuong]')
    expect(await page.textContent('.tk.open h3')).toContain('2')
    await page.click('.flash button')
    expect(await page.textContent('.tk.open h3')).toContain('1')

    await page.click('details.over summary')
    await page.fill('#cho-tach', 'chữ không có')
    await page.click('button[value=tach]')
    expect([await page.locator('.errsum').count(), await page.inputValue('#cho-tach')]).toEqual([1, 'chữ không có'])
    expect(errors).toEqual([])
    await context.close()
  }, 60_000)

  test('[TSK-32] a task is added from words copied out of the document, and they are its quote', async () => {
    const { page, context, errors } = await opened({ javaScriptEnabled })
    await receive(page, number.replace('UBND', 'VP'))
    await page.click('.tasks .hd a[href*="mo=them"]')
    await page.fill('#trich', 'Sở Tư pháp chủ trì   kiểm tra bến thuyền trước ngày 20-11-2026')
    await page.click('.look button')
    expect(await page.textContent('#them blockquote')).toContain('Sở Tư pháp chủ trì kiểm tra bến thuyền trước ngày 20-11-2026')
    expect([await page.inputValue('#chu-tri'), await page.inputValue('#han')]).toEqual(['Sở Tư pháp', '19/11/2026'])
    await page.click('button[value=them]')
    expect(await page.textContent('.flash')).toContain('Đã thêm nhiệm vụ')
    expect(await page.textContent('.tk.open blockquote')).toContain('Sở Tư pháp chủ trì kiểm tra')
    await page.click('.tasks .hd a[href*="mo=them"]')
    await page.fill('#trich', 'chữ không có trong văn bản')
    await page.click('.look button')
    expect([await page.textContent('#trich-loi'), await page.inputValue('#trich')]).toEqual([
      expect.stringContaining('Không thấy đoạn chữ này'),
      'chữ không có trong văn bản',
    ])
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  }, 60_000)
})

test('[TSK-32] words selected in the source begin a task, across marks and their letters', async () => {
  const { page, context, errors } = await opened()
  await receive(page, '83/UBND-KT')
  const places = await page.evaluate(`(() => {
    const p = [...document.querySelectorAll('.paper p')].find((one) => one.textContent.includes('quy chế bến thuyền'))
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
    let first = null, last = null
    for (let node = walker.nextNode(); node; node = walker.nextNode()) { first ??= node; last = node }
    const range = document.createRange()
    range.setStart(first, 0)
    range.setEnd(last, last.textContent.length)
    getSelection().addRange(range)
    return p.dataset.tu
  })()`)
  await page.waitForSelector('a[data-chon]:not([hidden])')
  expect(new URL((await page.getAttribute('a[data-chon]', 'href')) ?? '', node.address).searchParams.get('tu')).toBe(places)
  await page.click('a[data-chon]')
  expect(await page.textContent('#them blockquote')).toBe(
    '“Căn cứ quy chế bến thuyền, Sở Tư pháp chủ trì kiểm tra bến thuyền trước ngày 20-11-2026.”',
  )
  expect(await faultsOf(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('[PAG-19] a review from end to end by keys', async () => {
  const { page, context, errors } = await opened()
  await receive(page, '84/UBND-KT')
  await press(page, 'j')
  await page.waitForURL(/mo=/)
  expect(await page.textContent('.tk.open h3')).toContain('2')
  await press(page, 'k')
  await page.waitForSelector('.tk.open h3:has-text("Nhiệm vụ 1")')
  await press(page, 'x')
  await page.waitForSelector('.flash')
  expect(await page.textContent('.flash')).toContain('Đã xác nhận nhiệm vụ 1')
  await press(page, 'z')
  await page.waitForSelector('.flash:has-text("Đã hoàn tác")')
  await page.focus('#viec-phai-lam')
  await press(page, 'x')
  expect(await page.inputValue('#viec-phai-lam')).toContain('x')
  await press(page, 'Backspace')
  await press(page, 'Control+Enter')
  await page.waitForSelector('.flash:has-text("Đã xác nhận")')
  for (let left = 2; left > 0; left -= 1) {
    await page.waitForSelector(`.tk.open h3:has-text("Nhiệm vụ ${4 - left}")`)
    await press(page, 'x')
  }
  await page.waitForSelector('button:has-text("Giao 3")')
  await press(page, 'g')
  await press(page, 'Enter')
  await page.waitForSelector('.flash:has-text("Đã giao")')
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('[PAG-20] what is being typed survives a reload; another’s change is told, and nothing typed is lost', async () => {
  const { page, context } = await opened()
  await receive(page, '85/UBND-KT')
  const address = page.url().split('?')[0] ?? ''
  const before = await page.inputValue('#viec-phai-lam')
  await page.fill('#viec-phai-lam', 'Một việc đang gõ dở')
  await page.reload()
  expect(await page.inputValue('#viec-phai-lam')).toBe('Một việc đang gõ dở')
  expect(await page.textContent('[data-nhap-bao]')).toContain('Đã khôi phục')

  const other = await opened()
  await other.page.goto(address)
  expect(await other.page.inputValue('#viec-phai-lam')).toBe(before)
  await other.page.fill('#chu-tri', 'Sở Y tế')
  await other.page.click('button[value=luu]')

  await page.click('button[value=luu]')
  expect(await page.textContent('.errsum')).toContain('đã được')
  expect(await page.inputValue('#viec-phai-lam')).toBe('Một việc đang gõ dở')
  expect(await page.textContent('.tk.open .alert--w')).toContain('Sở Y tế')
  await page.click('button[value=luu]')
  expect(await page.textContent('.flash')).toContain('Đã lưu')
  await page.reload()
  expect(await page.isHidden('[data-nhap-bao]')).toBe(true)
  expect(await titles(page)).not.toContain(before)
  await other.context.close()
  await context.close()
}, 60_000)

test('[PAG-20] a lost connection is told where it is typed, nothing leaves the page, and it is sent again when asked', async () => {
  const { page, context } = await opened()
  await receive(page, '86/UBND-KT')
  await page.waitForLoadState('load')
  const address = page.url()
  await context.setOffline(true)
  await page.fill('#viec-phai-lam', 'Một việc gõ khi mất mạng')
  await page.click('button[value=luu]')
  await page.waitForSelector('[data-nhap-mat]:not([hidden])')
  expect([await page.textContent('[data-nhap-mat]'), await page.inputValue('#viec-phai-lam'), page.url()]).toEqual([
    expect.stringContaining('Không kết nối được với máy chủ'),
    'Một việc gõ khi mất mạng',
    address,
  ])
  expect(await faultsOf(page)).toEqual([])
  await context.setOffline(false)
  await page.click('[data-nhap-mat] button')
  await page.waitForSelector('.flash:has-text("Đã lưu")')
  const kept = (await (await page.request.get(`${address.split('?')[0]}.json`)).json()) as { tasks: readonly { title: string }[] }
  expect(kept.tasks.map(({ title }) => title)).toContain('Một việc gõ khi mất mạng')
  await context.close()
}, 60_000)

test('[PAG-20] who looks at a review that somebody else changes is told within twenty seconds', async () => {
  const { page, context } = await opened()
  await page.clock.install()
  await receive(page, '87/UBND-KT')
  await page.waitForLoadState('load')
  await page.clock.runFor(21_000)
  expect(await page.isHidden('[data-doi]')).toBe(true)
  const other = await opened()
  await other.page.goto(page.url())
  await other.page.fill('#chu-tri', 'Sở Y tế')
  await other.page.click('button[value=luu]')
  await other.page.waitForSelector('.flash')
  await page.clock.runFor(21_000)
  await page.waitForSelector('[data-doi]:not([hidden])')
  await page.click('[data-doi] a')
  expect(await page.inputValue('#chu-tri')).toBe('Sở Y tế')
  await other.context.close()
  await context.close()
}, 60_000)

test('[DIR-1] words of a program in a letter are words on the page, and marks of direction turn nothing around', async () => {
  const { page, context, errors } = await opened()
  await page.goto(`${node.address}/lam-viec/tiep-nhan`)
  const order = '1. Sở Y tế chủ trì <script>document.title = "x"</script> rà soát\u202e danh mục\u200f thuốc.'
  await page.fill('#van-ban', ['Số: 88/UBND-KT', 'Ngày 02 tháng 9 năm 2026', order].join('\n'))
  await page.click('form[enctype] button[type=submit]')
  await page.waitForURL(/tiep-nhan\/./)
  expect(await page.title()).not.toBe('x')
  expect(await page.inputValue('#chu-tri')).toBe('Sở Y tế')
  expect(await page.locator('.paper').textContent()).toContain('<script>document.title = "x"</script>')
  expect(await page.locator('.paper script').count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)
