import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Who } from '../../src/kernel/access/who.ts'
import { engines, type Opened } from '../support/engines.ts'
import { noFiles } from '../support/no-files.ts'
import { OFFICE, officeOver } from '../support/office.ts'

/** Coordination by neighbour and period, on the page of the board. 27-11-2026 */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let office: Who
  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    office = await node.person('Lê Thị Giao', 'le.giao', 'office', OFFICE)
    for (const [n, day] of [
      [51, '15/5/2026'],
      [52, '20/5/2026'],
      [53, '15/8/2026'],
    ] as const)
      await node.letter(
        office,
        `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n}/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\nGiao Sở Y tế chủ trì, phối hợp với UBND thành phố Huế trao đổi số liệu dịch bệnh trước ngày ${day}.`,
      )
  })
  afterAll(() => opened.close())

  const rowsOf = async (query: string): Promise<{ text: string; html: string; status: number }> => {
    const door = pages({
      call: node.call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => office,
      files: noFiles,
      now: () => new Date(node.clock.at),
    })
    const answer = await door.request(`/lam-viec/dieu-hanh?theo=dia-phuong${query}`)
    const html = await answer.text()
    const body = /<tbody>[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? ''
    return { html, text: body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '), status: answer.status }
  }

  test('[BRD-7] joint work and its answers are counted by neighbour and quarter, and each number leads to the rows of that quarter', async () => {
    const all = await rowsOf('')
    expect(all.text).toMatch(/Huế 3 .* 0\/3/)
    expect(all.html).toContain('Quý III/2026')
    const second = await rowsOf('&quy=2026-04-01')
    expect(second.text).toMatch(/Huế 2 .* 0\/2/)
    expect(second.html).toMatch(/dia-phuong=Hu[^"]*han-tu=2026-04-01[^"]*han-den=2026-06-30/)
    expect((await rowsOf('&quy=2026-07-01')).text).toMatch(/Huế 1 .* 0\/1/)
  })

  test('[BRD-9] a quarter that is none narrows nothing, and the page says so', async () => {
    const odd = await rowsOf('&quy=2026-04-02')
    expect([odd.status, odd.html.includes('2026-04-02')]).toEqual([200, true])
    expect(odd.text).toMatch(/Huế 3 .* 0\/3/)
  })
})
