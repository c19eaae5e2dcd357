import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import type { TaskView } from '../../src/operations/task/views.ts'
import { engines, type Opened } from '../support/engines.ts'
import { OFFICE, officeOver } from '../support/office.ts'

/** A letter that another locality issued: its «Sở Y tế» is not ours. 27-11-2026 */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let assigner: Who
  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE)
  })
  afterAll(() => opened.close())

  const received = async (head: string, order: string): Promise<TaskView> => {
    const { id } = await office.ask<{ id: string }>(assigner, 'document.receive', { text: `${head}\n\n${order}` })
    const [task] = (await office.ask<{ tasks: TaskView[] }>(assigner, 'document.get', { id })).tasks
    if (task === undefined) throw new Error('a task is proposed')
    return task
  }
  const leadOf = (task: TaskView): string | null => task.lead[0]?.organisation ?? null
  const ORDER = 'Giao Sở Y tế chủ trì, phối hợp với UBND thành phố Đà Nẵng rà soát các trạm y tế trước ngày 15/12/2026.'

  test('[ORG-29] a bare name in it is none of ours; a name that says our locality is', async () => {
    const theirs = await received('UBND TỈNH ĐẮK LẮK\nSố: 12/UBND-KGVX\nĐắk Lắk, ngày 02 tháng 3 năm 2026', ORDER)
    expect(leadOf(theirs)).toBe(null)
    expect(theirs.coordinating[0]?.organisation).toBe('ubnd-p48-2025-07-01')
    const ours = await received('UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 12/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026', ORDER)
    expect(leadOf(ours)).toBe('so-y-te-da-nang-origin')
  })

  test('[ORG-29] of a locality that the register knows by its bodies, they are meant', async () => {
    const before = await received('UBND TỈNH QUẢNG NAM\nSố: 13/UBND-TH\nQuảng Nam, ngày 02 tháng 4 năm 2025', ORDER)
    expect(leadOf(before)).toBe('so-y-te-quang-nam-origin')
  })

  test('[ORG-29] a task that is corrected keeps it so', async () => {
    const theirs = await received('UBND TỈNH ĐẮK LẮK\nSố: 14/UBND-KGVX\nĐắk Lắk, ngày 02 tháng 3 năm 2026', ORDER)
    await office.ask(assigner, 'task.correct', { id: theirs.id, version: theirs.version, title: 'Rà soát trạm y tế' })
    expect(leadOf(await office.ask<TaskView>(assigner, 'task.get', { id: theirs.id }))).toBe(null)
  })
})
