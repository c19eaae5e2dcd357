import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Who } from '../../src/kernel/access/who.ts'
import { engines, type Opened } from '../support/engines.ts'
import { noFiles } from '../support/no-files.ts'
import { HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** Whose name was erased stands on no page as an id of the database. 2026-11-27, from a walk after an erasure. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let gone: Who
  let code = ''

  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    gone = await node.person('Trần Văn Phòng', 'phong', 'office', OFFICE)
    const health = await node.person('Lê Thị Y', 'le.y', 'specialist', HEALTH)
    const letter = 'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 71/UBND-KT\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\nGiao Sở Y tế chủ trì rà soát trạm y tế.'
    code = (await node.letter(gone, letter)).get('Sở Y tế') ?? ''
    await node.act(health, 'claim', code, { document: '1/SYT' })
    await node.act(gone, 'return', code, { words: 'Thiếu số liệu' })
    await node.ask(node.admin, 'person.erase', { id: gone.id, version: 1, basis: 'QĐ 9/QĐ-UBND' })
  })
  afterAll(() => opened.close())

  test('[PAG-17] of work, its document and the feed no page shows his id, and each says that the name was erased', async () => {
    const office = await node.person('Đỗ Thị Mới', 'do.moi', 'office', OFFICE)
    const door = pages({
      call: node.call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => office,
      files: noFiles,
      now: () => new Date(node.clock.at),
    })
    for (const path of [`/lam-viec/nhiem-vu/${code}`, '/van-ban/71-ubnd-kt-2026', '/lam-viec']) {
      const text = await (await door.request(path)).text()
      expect([path, text.includes(gone.id)]).toEqual([path, false])
      if (path !== '/lam-viec') expect([path, text.includes('người đã xóa tên')]).toEqual([path, true])
    }
  })
})
