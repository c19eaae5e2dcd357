import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, documents, downloads } from './addresses.ts'
import { faultsOf, openBrowser, type Served, serve, watch } from './pages-support.ts'

/** Every page, at two widths and in both themes: it answers, axe finds nothing, nothing overflows, the console is quiet. */
let node: Served
let browser: Browser
let sample = ''
let task = ''
let ofClass = ''
let unsure = ''
let ended = ''
let plan = ''
const data = { dataset: '', asking: '', choosing: '', report: '', answer: 'x'.repeat(43) }
const filled = (pattern: string): string =>
  pattern
    .replace('{sample}', sample)
    .replace('{task}', task)
    .replace('{class}', ofClass)
    .replace('{unsure}', unsure)
    .replace('{ended}', ended)
    .replace('{plan}', plan)
    .replace('{dataset}', data.dataset)
    .replace('{asking}', data.asking)
    .replace('{choosing}', data.choosing)
    .replace('{report}', data.report)
    .replace('{answer}', data.answer)

/** A letter of our own with an order that has two readings. */
const DOUBTFUL = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 8/UBND-TH
Đà Nẵng, ngày 01 tháng 9 năm 2026

Sở Y tế kiểm tra cơ sở khám bệnh, chữa bệnh.

Đồng chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị tổng kết.
`

/** The JSON of an answer of ours; its form is the operation's. */
const answer = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T

beforeAll(async () => {
  node = await serve()
  browser = await openBrowser()
  const documents = await answer<{ items: { id: string; slug: string }[] }>(fetch(`${node.address}/api/v1/documents`))
  sample = documents.items[0]?.slug ?? ''
  const document = await answer<{ tasks: { id: string; version: number; lead: { isClass: boolean }[]; endedLeads: unknown[] }[] }>(
    fetch(`${node.address}/api/v1/documents/${sample}`),
  )
  const first = document.tasks.find((one) => one.lead.length === 1 && one.lead[0]?.isClass === false)
  ofClass = document.tasks.find((one) => one.lead.some((body) => body.isClass))?.id ?? ''
  ended = document.tasks.find((one) => one.id !== first?.id && one.endedLeads.length > 0)?.id ?? ''
  const post = (path: string, body: object) =>
    fetch(`${node.address}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await post(`/tasks/${first?.id}/confirm`, { version: first?.version })
  const assigned = await answer<{ assigned: { code: string }[] }>(post(`/documents/${sample}/assign`, {}))
  task = assigned.assigned[0]?.code ?? ''
  const { version } = await answer<{ version: number }>(fetch(`${node.address}/api/v1/tasks/${task}`))
  await post(`/tasks/${task}/visibility`, { version, visibility: 'public' })
  const { slug } = await answer<{ slug: string }>(post('/documents', { text: DOUBTFUL }))
  const doubtful = await answer<{ tasks: { id: string; unsure: string | null }[] }>(fetch(`${node.address}/api/v1/documents/${slug}`))
  unsure = doubtful.tasks.find((one) => one.unsure !== null)?.id ?? ''
  const drafted = await answer<{ id: string }>(
    post('/successions', {
      name: 'Sở Y tế nhận công việc của Sở Tài chính',
      basis: '8/NQ-HĐND',
      day: '2026-12-01',
      parts: [{ kind: 'absorb', from: ['so-tai-chinh-da-nang-2025-03-01'], to: [{ id: 'so-y-te-da-nang-origin' }] }],
    }),
  )
  plan = drafted.id
  await bringData(post)
  expect([sample, task, ofClass, unsure, ended, plan].filter((id) => id === '' || id === undefined)).toEqual([])
}, 120_000)

type Post = (path: string, body: object) => Promise<Response>

/** A dataset of two versions, an import with a question, and one with a bad row. */
async function bringData(post: Post): Promise<void> {
  const begin = async (text: string, given: object = {}): Promise<string> => {
    const url = `${node.address}/api/v1/dataset-files?name=dan-so.csv`
    const { sha256 } = await answer<{ sha256: string }>(fetch(url, { method: 'PUT', body: text }))
    const { id } = await answer<{ id: string }>(post('/dataset-imports', { file: sha256, name: 'dan-so.csv', ...given }))
    return id
  }
  const until = async (id: string, state: string): Promise<{ dataset: string }> => {
    for (;;) {
      const now = await answer<{ state: string; dataset: string }>(fetch(`${node.address}/api/v1/dataset-imports/${id}`))
      if (now.state === state) return now
      if (now.state === 'failed') throw new Error('the import failed')
    }
  }
  const first = await begin('ma,tinh,dan_so\n48,Đà Nẵng,1220190\n46,Huế,1166500\n')
  await until(first, 'asking')
  await post(`/dataset-imports/${first}/commit`, { title: 'Dân số', key: ['ma'], access: 'open', themes: ['society'] })
  const { dataset } = await until(first, 'done')
  const second = await begin('ma,tinh,dan_so\n48,Đà Nẵng,1245220\n51,Quảng Ngãi,1245600\n', { dataset })
  await until(second, 'asking')
  await post(`/dataset-imports/${second}/commit`, {})
  await until(second, 'done')
  const asking = await begin('ten,so\na,1.500\n')
  await until(asking, 'asking')
  const choosing = await begin('ma,so\n1,2\n2,ba\n')
  await until(choosing, 'asking')
  await post(`/dataset-imports/${choosing}/commit`, { title: 'Lỗi', columns: [{ name: 'so', type: 'integer' }] })
  await until(choosing, 'choosing')
  const words = 'Số dân năm 2024 theo Niên giám là 1.276.000 người, không phải 1.245.220.'
  await post('/datasets/dan-so/figure-reports', { words, column: 'dan_so', secret: data.answer })
  const reports = await answer<{ items: readonly { id: string }[] }>(fetch(`${node.address}/api/v1/figure-reports`))
  Object.assign(data, { dataset: 'dan-so', asking, choosing, report: reports.items[0]?.id ?? '' })
}

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

/** What the operator of a machine without accounts is told there; `entrance.test.ts` walks them as a person. */
const refused: Readonly<Record<string, number>> = {
  '/khong-co-trang-nay': 404,
  '/lam-viec/tai-khoan': 403,
  '/lam-viec/thong-bao': 403,
  '/lam-viec/hop-nhat/00000000-0000-0000-0000-000000000000': 404,
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

test.each(downloads)('%s is a workbook to keep, not a page', async (path) => {
  const response = await fetch(node.address + filled(path))
  const start = new Uint8Array(await response.arrayBuffer()).subarray(0, 2)
  expect([response.status, response.headers.get('content-type'), String.fromCharCode(...start)]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'PK',
  ])
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.xlsx/)
})

test.each(documents)('%s is a document of its own kind', async (path) => {
  const response = await fetch(node.address + filled(path))
  const { '@graph': graph } = (await response.json()) as { '@graph': readonly unknown[] }
  expect([response.status, response.headers.get('content-type'), graph.length > 0]).toEqual([
    200,
    'application/ld+json; charset=utf-8',
    true,
  ])
})

/** Cells of figures without a heading of their own, where rows have become cards; and days torn apart by figures of one width. */
const LOOKED = `({
  unnamed: [...document.querySelectorAll('.t--cards td.n, .agt td.n')]
    .filter((td) => ['none', '""', 'normal'].includes(getComputedStyle(td, '::before').content)).length,
  torn: [...document.querySelectorAll('time, input.in')]
    .filter((one) => one.closest('.n') === null && getComputedStyle(one).fontVariantNumeric.includes('tabular')).length,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})`

test('[PAG-21] [PAG-22] at 360 px nothing overflows, every figure keeps its heading, and no day is torn apart', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  const bad: unknown[] = []
  for (const pattern of addresses) {
    await page.goto(node.address + filled(pattern))
    const found = await page.evaluate<Record<string, number>>(LOOKED)
    if (Object.values(found).some((n) => n !== 0)) bad.push([pattern, found])
  }
  await context.close()
  expect(bad).toEqual([])
}, 120_000)

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
