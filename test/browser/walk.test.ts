import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses } from './addresses.ts'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** Every page, at two widths and in both themes: it answers, axe finds nothing, nothing overflows, the console is quiet. */
let node: Served
let browser: Browser
let sample = ''
let task = ''
let ofClass = ''
let unsure = ''
const filled = (pattern: string): string =>
  pattern.replace('{sample}', sample).replace('{task}', task).replace('{class}', ofClass).replace('{unsure}', unsure)

/** The JSON of an answer of ours; its form is the operation's. */
const answer = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T

beforeAll(async () => {
  node = await serve()
  browser = await openBrowser()
  const documents = await answer<{ items: { id: string; slug: string }[] }>(fetch(`${node.address}/api/v1/documents`))
  sample = documents.items[0]?.slug ?? ''
  const document = await answer<{ tasks: { id: string; version: number; lead: { isClass: boolean }[]; unsure: string | null }[] }>(
    fetch(`${node.address}/api/v1/documents/${sample}`),
  )
  const first = document.tasks.find((one) => one.lead.length === 1 && one.lead[0]?.isClass === false)
  ofClass = document.tasks.find((one) => one.lead.some((body) => body.isClass))?.id ?? ''
  unsure = document.tasks.find((one) => one.unsure !== null)?.id ?? ''
  const post = (path: string, body: object) => fetch(`${node.address}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body) })
  await post(`/tasks/${first?.id}/confirm`, { version: first?.version })
  const assigned = await answer<{ assigned: { code: string }[] }>(post(`/documents/${sample}/assign`, {}))
  task = assigned.assigned[0]?.code ?? ''
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

/** What the operator of a machine without accounts is told there; `entrance.test.ts` walks them as a person. */
const refused: Readonly<Record<string, number>> = {
  '/khong-co-trang-nay': 404,
  '/lam-viec/tai-khoan': 403,
  '/lam-viec/quan-tri/00000000-0000-0000-0000-000000000000': 404,
  '/thiet-lap': 410,
}

const renderings = [
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
] as const

describe.each(renderings)('$width px, $theme', ({ width, theme }) => {
  test.each(addresses)('%s', async (pattern) => {
    const path = filled(pattern)
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
    const page = await context.newPage()
    const errors = watch(page)
    const response = await page.goto(node.address + path)
    const faults = await faultsOf(page)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    await context.close()
    expect({ status: response?.status(), faults, errors, overflow }).toEqual({
      status: refused[path] ?? 200,
      faults: [],
      errors: [],
      overflow: 0,
    })
  })
})

test('nothing overflows at 360 px', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  const wide: string[] = []
  for (const pattern of addresses) {
    await page.goto(node.address + filled(pattern))
    if ((await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) !== 0) wide.push(pattern)
  }
  await context.close()
  expect(wide).toEqual([])
})

test('less than 200 kB of script, compressed, before anyone acts', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  let bytes = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') bytes += (await response.body()).length
  })
  await page.goto(`${node.address}/lam-viec/tiep-nhan/${sample}`, { waitUntil: 'networkidle' })
  await context.close()
  expect(bytes).toBeLessThan(200_000)
})
