import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { engines, type Opened } from '../support/engines.ts'
import { HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** People are named where work and plans are shown, never numbered. 25-11-2026 */
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 91/UBND-TH
Đà Nẵng, ngày 02 tháng 3 năm 2026
Giao Sở Y tế chủ trì rà soát các trạm y tế, hoàn thành trước ngày 15/12/2026.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let assigner: Who
  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE)
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-5] who assigned work and who changed it last are shown by name, on the task and in its document', async () => {
    const code = (await office.letter(assigner, LETTER)).get('Sở Y tế') ?? ''
    const health = await office.person('Hồ Thị Y', 'ho.y', 'specialist', HEALTH)
    await office.act(health, 'acknowledge', code)
    const names = { assigner: 'Trần Thị Phòng', changedBy: 'Hồ Thị Y' }
    const task = await office.ask<{ document: { id: string } }>(health, 'task.get', { id: code })
    expect(task).toMatchObject(names)
    expect(await office.ask(assigner, 'document.get', { id: task.document.id })).toMatchObject({
      receivedBy: 'Trần Thị Phòng',
      tasks: [names],
    })
  })

  test('[ACC-5] who drafted a reorganisation is shown by name, when it is drafted and when it is read', async () => {
    const parts = [{ kind: 'merge', from: [HEALTH, 'so-cong-thuong-da-nang-origin'], to: [{ name: 'Sở Thử' }] }]
    const drafted = await office.ask<{ id: string }>(assigner, 'succession.plan', {
      name: 'Hợp nhất thử',
      basis: '9/NQ',
      day: '2026-03-01',
      parts,
    })
    for (const plan of [drafted, await office.ask(assigner, 'succession.get', { id: drafted.id })])
      expect(plan).toMatchObject({ changedBy: 'Trần Thị Phòng' })
    expect(await office.ask(assigner, 'succession.list')).toMatchObject({ items: [{ changedBy: 'Trần Thị Phòng' }] })
  })
})
