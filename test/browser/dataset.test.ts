import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openBrowser, type Served, serve } from './pages-support.ts'

/** Bringing data in and looking at them, in Chromium, on a wide page and on a telephone. */
const WEATHER = '/du-lieu/thoi-tiet-theo-ngay-o-sau-thanh-pho-2023-den-thang-1-2025-mo-hinh'
const wide = { width: 1440, height: 900 }
const telephone = { width: 390, height: 844 }
let node: Served
let browser: Browser
beforeAll(async () => {
  node = await serve()
  browser = await openBrowser()
  // the data of a new node come in after it answers
  while ((await fetch(`${node.address}${WEATHER}`)).status !== 200) await new Promise((done) => setTimeout(done, 200))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

/** A file of one's own, as far as the page where it is asked about, or beyond. */
async function brought(page: Page, name: string, text: string, dataset = ''): Promise<void> {
  await page.goto(`${node.address}/lam-viec/du-lieu?bo=${dataset}`)
  await page.setInputFiles('#tep', { name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.click('form[data-gui-phan] button[type=submit]')
  await page.waitForSelector('h1:has-text("Chờ bạn xác nhận")')
}

/** Whether the whole of what a selector names is on the screen. */
const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(`(() => {
    const at = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect()
    return at !== undefined && at.top >= 0 && at.left >= 0 && at.bottom <= innerHeight && at.right <= innerWidth
  })()`)

/** How far the page, or a part of it, reaches beyond its own width. */
const beyond = (page: Page, selector: string): Promise<number> =>
  page.evaluate(`(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(${JSON.stringify(selector)}))`)

const heading = (i: number): string => `Chỉ tiêu ${i}: tỷ lệ hộ gia đình được sử dụng nước sạch đáp ứng quy chuẩn (%)`
const FORTY = [
  ['Mã xã', 'Ghi chú', ...Array.from({ length: 38 }, (_, i) => heading(i))].join(';'),
  ...Array.from({ length: 30 }, (_, row) => [`X${row}`, 'không', ...Array.from({ length: 38 }, (_, i) => `${row},${i}`)].join(';')),
].join('\n')

test('[PAG-31] [PAG-32] of a file of forty columns what ends the form is in sight, and no choice is cut off', async () => {
  const page = await browser.newPage({ viewport: wide })
  await brought(page, 'bộ chỉ tiêu.csv', FORTY)
  expect(await isInSight(page, 'button[value=nhap]')).toBe(true)
  expect(await beyond(page, '.tw:has(.t--ask)')).toBe(0)
  expect(
    await page.evaluate(`Math.max(...[...document.querySelectorAll('.t--ask select')].map((one) => one.scrollWidth - one.clientWidth))`),
  ).toBe(0)
  expect(await faultsOf(page)).toEqual([])
  await page.setViewportSize(telephone)
  expect([await isInSight(page, 'button[value=nhap]'), await beyond(page, 'html')]).toEqual([true, 0])
  await page.close()
})

test('[PAG-31] what is still asked is counted beside it and leads to the first; of bad rows the choice is in sight', async () => {
  const page = await browser.newPage({ viewport: wide })
  const rows = Array.from({ length: 90 }, (_, i) => `K${i};1.${100 + i};${i % 9 === 0 ? 'chưa đo' : `${i},5`}`)
  await brought(page, 'kênh.csv', ['Mã;Số hộ;Diện tích', ...rows].join('\n'))
  expect(await page.textContent('.sticky-act')).toContain('Còn 2 chỗ cần bạn trả lời')
  await page.click('.sticky-act a')
  expect(await isInSight(page, '#cach-1')).toBe(true)
  await page.selectOption('#cach-1', 'comma')
  await page.selectOption('#kieu-2', 'decimal')
  await page.click('button[value=nhap]')
  await page.waitForSelector('h1:has-text("Có dòng lỗi")')
  for (const size of [wide, telephone]) {
    await page.setViewportSize(size)
    expect([await isInSight(page, 'button[value=nhan]'), await isInSight(page, 'button[value=dung]'), await beyond(page, 'html')]).toEqual([
      true,
      true,
      0,
    ])
  }
  expect(await page.textContent('.sticky-act')).toContain('80 dòng tốt, 10 dòng lỗi.')
  await page.close()
})

test('[PAG-38] an import that was stopped says that nothing of it is kept, and a value without end breaks no page', async () => {
  const page = await browser.newPage({ viewport: wide })
  await brought(page, 'dài.csv', `Mã;Số\n${Array.from({ length: 30 }, (_, i) => `K${i};${i}`).join('\n')}\nK99;${'x'.repeat(900)}`)
  await page.selectOption('#kieu-1', 'integer')
  await page.click('button[value=nhap]')
  await page.waitForSelector('h1:has-text("Có dòng lỗi")')
  for (const size of [wide, telephone]) {
    await page.setViewportSize(size)
    expect([await beyond(page, '#dong-loi .tw'), await beyond(page, 'html')]).toEqual([0, 0])
  }
  await page.click('button[value=dung]')
  expect(await page.textContent('h1')).toBe('Đã dừng')
  expect(await page.textContent('#da-dung')).toContain('không dòng nào được ghi')
  expect(await faultsOf(page)).toEqual([])
  await page.close()
})

test('[PAG-38] the review of a new version says of which dataset, and begins where its page does; long headings take lines', async () => {
  const page = await browser.newPage({ viewport: wide })
  await brought(page, 'trạm đo.csv', `Mã;${heading(1)};${heading(2)};Số\nA;1;2;3\nB;4;5;6\n`)
  await page.click('button[value=nhap]')
  await page.waitForSelector('h1:has-text("Đã nhập xong")')
  expect(await page.locator('.lede a').count()).toBe(0)
  await page.click('#xong a.btn--p')
  await page.waitForSelector('.t--data')
  expect(await beyond(page, '.tw:has(.t--data)')).toBe(0)
  await brought(page, 'trạm đo 2.csv', `Mã;${heading(1)};${heading(2)};Số\nA;1;2;4\n`, 'tram-do')
  expect(await page.textContent('.lede')).toContain('Phiên bản mới của “trạm đo”')
  const [start, first] = [await page.locator('h1').boundingBox(), await page.locator('#cach-doc').boundingBox()]
  expect(Math.abs((first?.x ?? 0) - (start?.x ?? -1))).toBeLessThan(2)
  await page.close()
})

test('[PAG-33] [PAG-34] a chart of several rows a day has a line for each city, and every word of it is on the page', async () => {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(`${node.address}${WEATHER}?xem=bieu-do`)
  expect(await page.locator('.p-area .p-line').count()).toBe(6)
  expect(await page.textContent('figcaption b')).toContain('Nhiệt độ cao nhất (°C) theo tháng')
  for (const size of [wide, telephone]) {
    await page.setViewportSize(size)
    expect(await wordsCut(page)).toEqual([])
    expect(await beyond(page, 'figure')).toBe(0)
  }
  expect(await page.isVisible('.p-legend')).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`${node.address}${WEATHER}?xem=bieu-do&nhom=`)
  expect(await page.locator('.p-area .p-line').count()).toBe(1)
  await page.goto(`${node.address}/du-lieu/nha-may-dien-o-viet-nam?xem=bieu-do&truc=nha_may`)
  expect(await wordsCut(page)).toEqual([])
  await page.close()
})

const PROVINCES = '/du-lieu/dien-tich-dan-so-34-tinh-thanh-pho'

test('[PAG-35] [PAG-46] the row of a report is called by its name, and what stood in its cell is written as its table writes it', async () => {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(`${node.address}${PROVINCES}?sap=-dien_tich`)
  const named = await page.locator('th:has-text("Diện tích")').evaluate((one: { cellIndex: number }) => one.cellIndex)
  const row = page.locator('.t--data tbody tr').first()
  const shown = (await row.locator('td').nth(named).textContent()) ?? ''
  expect(shown).toMatch(/^\d{2}\.\d{3}/)
  const called = (await row.locator('td').nth(1).textContent()) ?? 'no name'
  await page.goto(`${node.address}${await row.locator('.rowact a').getAttribute('href')}&cot=dien_tich`)
  expect(await page.textContent('#so-lieu-sai .hd')).toContain(`Dòng: ${called}, `)
  expect(await page.locator('#so-lieu-sai dt:has-text("Diện tích (km²)") + dd').textContent()).toBe(shown)
  await page.fill('#dung', shown)
  await page.fill('#sai', 'Diện tích này khác với nghị quyết sắp xếp.')
  await page.click('main form button[type=submit]')
  expect(await page.textContent('.errsum')).toContain('đúng bằng giá trị đang có ở ô này')
  await page.fill('#dung', '')
  await page.fill('#sai', 'Diện tích này khác với nghị quyết sắp xếp.')
  await page.click('main form button[type=submit]')
  expect(await page.textContent('#da-bao')).toContain(`Giá trị khi đó${shown}`)
  expect(await page.textContent('#da-bao')).toContain('Diện tích (km²)')
  await page.goto(`${node.address}/lam-viec/so-lieu-sai`)
  await page.click('main tbody th a')
  expect(await page.textContent('#da-bao')).toContain(`Giá trị khi đó${shown}`)
  await page.click(`#da-bao a:has-text("${called}, ")`)
  expect(await page.locator('.t--data tbody tr').count()).toBe(1)
  expect(await page.textContent('.t--data tbody')).toContain(called)
  await page.close()
})

test('[PAG-45] a table is as wide as its page and says the units of its figures; columns beyond an edge are told by its shade', async () => {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(`${node.address}${PROVINCES}`)
  expect(await page.locator('.t--data th.n').allTextContents()).toContain('Diện tích (km²)')
  const [table, main] = [await page.locator('.tw:has(.t--data)').boundingBox(), await page.locator('main').boundingBox()]
  expect((table?.width ?? 0) / (main?.width ?? 1)).toBeGreaterThan(0.9)
  expect(await beyond(page, '.tw:has(.t--data)')).toBe(0)
  expect(await faultsOf(page)).toEqual([])
  await page.setViewportSize(telephone)
  expect(await beyond(page, 'html')).toBe(0)
  const moves = `getComputedStyle(document.querySelector('.tw:has(.t--data)')).backgroundAttachment`
  expect(await page.evaluate(moves)).toBe('local, local, scroll, scroll')
  await page.close()
})

test('[PAG-47] [PAG-48] the dictionary says how columns are read, and the map of a table of provinces what it can show', async () => {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(`${node.address}${PROVINCES}?xem=tu-dien`)
  expect(await page.textContent('tr:has-text("ma_tinh")')).toContain('đọc theo ngày 01/07/2025')
  expect(await page.textContent('tr:has-text("dien_tich")')).toContain('Khi gộp đơn vị: cộng được')
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`${node.address}${PROVINCES}?xem=ban-do`)
  expect(await page.textContent('.empty')).toContain('thể hiện bằng màu trên bản đồ tỉnh, thành phố')
  await page.goto(`${node.address}/ban-do?lop=nha-may-dien-o-viet-nam,duong-di-cua-bao-vao-gan-bo-bien-mien-trung-1990-2025`)
  expect(await page.textContent('.rmap-map .src')).not.toMatch(/\. *\./)
  await page.close()
})

test('[PAG-36] the map that is dragged has its symbols before it draws', async () => {
  const page = await browser.newPage({ viewport: wide })
  const without: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('could not be loaded')) without.push(message.text())
  })
  await page.goto(`${node.address}/ban-do?lop=nha-may-dien-o-viet-nam`)
  await page.waitForSelector('.is-live', { timeout: 60_000 })
  expect(without).toEqual([])
  await page.close()
}, 90_000)

test('[PAG-36] under a layer of thousands of points the islands are seen, over what lies there', async () => {
  const page = await browser.newPage({ viewport: wide, javaScriptEnabled: false })
  const storms = 'duong-di-cua-bao-vao-gan-bo-bien-mien-trung-1990-2025'
  for (const [query, least] of [
    ['', 300],
    [`&cham=${storms}`, 1000],
  ] as const) {
    await page.goto(`${node.address}/ban-do?lop=${storms}${query}`)
    const order = await page
      .locator('.ground :is(.spot, .track, .m-box, .m-isle, .m-name)')
      .evaluateAll((all: readonly { getAttribute(name: string): string | null }[]) => all.map((one) => one.getAttribute('class')))
    const last = order.findLastIndex((one) => one === 'spot' || one?.includes('track') === true)
    expect(last).toBeGreaterThan(least)
    for (const over of ['m-box', 'm-isle', 'm-name']) expect(order.indexOf(over)).toBeGreaterThan(last)
  }
  await page.close()
})

test('[PAG-37] what is shown for programs runs as it stands, and is read whole', async () => {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(`${node.address}${PROVINCES}?xem=api`)
  const shown = await page.locator('.codebox pre').allTextContents()
  expect(shown.length).toBeGreaterThan(4)
  for (const one of shown) expect((await fetch(/^curl '([^']+)'$/.exec(one)?.[1] ?? '')).status).toBe(200)
  for (const size of [wide, telephone]) {
    await page.setViewportSize(size)
    expect(
      await page.locator('.codebox').evaluateAll((all: readonly Sized[]) => all.map((one) => one.scrollWidth - one.clientWidth)),
    ).toEqual(shown.map(() => 0))
  }
  await page.close()
})
type Sized = { readonly scrollWidth: number; readonly clientWidth: number }

/** Words of a chart that reach beyond its figure, or over one another on the axis. */
const wordsCut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const box = (one) => one.getBoundingClientRect()
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0)
    const frame = box(document.querySelector('figure'))
    const cut = shown('figure text, figure span').filter((one) => box(one).left < frame.left || box(one).right > frame.right)
    const touching = shown('.p-area > text').filter((one, i, all) => i > 0 && box(one).left < box(all[i - 1]).right)
    return [...cut, ...touching].map((one) => one.textContent)
  })()`)

test('[PAG-55] the way to a dataset of a long name keeps to one line, on a wide page and on a telephone', async () => {
  const page = await browser.newPage()
  for (const size of [wide, telephone]) {
    await page.setViewportSize(size)
    await page.goto(`${node.address}${WEATHER}`)
    const [way, line] = [await page.locator('.crumbs').boundingBox(), await page.locator('.crumbs li').first().boundingBox()]
    expect([(way?.height ?? 99) - (line?.height ?? 0) < 4, await beyond(page, 'html')]).toEqual([true, 0])
  }
  await page.close()
})

const WARDS = 'Mã xã;Tên xã;Số hộ;Số CCCD người khai\n20194;Phường Hải Châu;12345;048201001234\n20195;Phường Hòa Cường;10221;048201001235\n'

test('[DAT-104] [DAT-119] a column is not taken, and one under another heading is the one it was, both without a script', async () => {
  const page = await browser.newPage({ viewport: wide })
  await brought(page, 'hộ các phường.csv', WARDS)
  const out = page.locator('label:has-text("Không lấy cột này")')
  await out.nth(3).click()
  await page.click('button[value=nhap]')
  await page.waitForSelector('h1:has-text("Đã nhập xong")')
  const slug = (await page.locator('a[href^="/du-lieu/"]').first().getAttribute('href'))?.split('/').at(-1) ?? ''
  await brought(page, 'hộ các phường.csv', WARDS.replace('Số hộ', 'Tổng số hộ').replace('12345', '12346'), slug)
  expect(await page.isChecked('tr:has-text("CCCD") input[type=checkbox]')).toBe(true)
  expect(await page.textContent('#cot-doi-ten')).toContain('có vẻ là cột “Số hộ” trước đây')
  for (const size of [wide, telephone]) {
    await page.setViewportSize(size)
    expect([await faultsOf(page), await beyond(page, 'html')]).toEqual([[], 0])
  }
  await page.click('button[value=nhap]')
  await page.waitForSelector('.sticky-act:has-text("Đã đọc lại theo những gì bạn chọn")')
  await page.click('button[value=nhap]')
  await page.waitForSelector('h1:has-text("Đã nhập xong")')
  await page.goto(`${node.address}/du-lieu/${slug}?xem=phien-ban`)
  expect(await page.textContent('main')).toContain('Đổi tên cột: Số hộ → Tổng số hộ')
  expect(await page.textContent('main')).toContain('Không lấy cột: Số CCCD người khai')
  expect(await page.textContent('main')).toContain('sửa 1')
  await page.close()
}, 90_000)
