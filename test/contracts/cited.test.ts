import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { taskSetVisibility } from '../../src/operations/task/set-visibility.ts'
import type { TaskView } from '../../src/operations/task/views.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** What letters cite is found, and old work names its holder of today. 2026-11-27, from a walk with letter 2415. */
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 61/UBND-TH
Đà Nẵng, ngày 05 tháng 5 năm 2022

Thực hiện Nghị quyết số 57/NQ-CP ngày 21/4/2022 của Chính phủ, UBND thành phố yêu cầu:
1. Giao Sở Kế hoạch và Đầu tư chủ trì lập danh mục dự án trước ngày 15/12/2022.
2. Giao Sở Y tế chủ trì rà soát các trạm y tế trước ngày 15/12/2022.`

type Found = { readonly documents: { readonly items: readonly { readonly number: string | null; readonly cites: string | null }[] } }

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let office: Who
  let plans = ''

  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    office = await node.person('Trần Văn Phòng', 'phong', 'office', OFFICE)
    // the department of planning was merged on 1-3-2025; the letter keeps its name
    plans = (await node.letter(office, LETTER)).get('Sở Kế hoạch và Đầu tư') ?? ''
  })
  afterAll(() => opened.close())

  const found = async (who: Who, q: string) =>
    (await node.ask<Found>(who, 'search.all', { q })).documents.items.map(({ number, cites }) => [number, cites])

  test('[BRD-11] a letter is found by what it cites, after those that are called so, and by nobody who may not see it', async () => {
    for (const q of ['57/NQ-CP', '57/nq-cp', '57 nq cp']) expect(await found(office, q)).toEqual([['61/UBND-TH', '57/NQ-CP']])
    expect(await found(office, '61/UBND-TH')).toEqual([['61/UBND-TH', null]])
    expect(await found(office, '571/NQ-CP')).toEqual([])
    const health = await node.person('Lê Thị Y', 'le.y', 'specialist', HEALTH)
    const builder = await node.person('Phạm Văn Dựng', 'dung', 'specialist', BUILDING)
    expect([await found(health, '57/NQ-CP'), await found(builder, '57/NQ-CP')]).toEqual([[['61/UBND-TH', '57/NQ-CP']], []])
    const { items } = await node.ask<{ items: readonly { number: string }[] }>(office, 'document.list', { q: '57/NQ-CP' })
    expect(items.map(({ number }) => number)).toEqual(['61/UBND-TH'])
  })

  test('[BRD-17] [BRD-14] public work names who holds it today beside whom the directive charged', async () => {
    const { id, version } = await node.ask<TaskView>(office, 'task.get', { id: plans })
    got(await node.call(taskSetVisibility, node.at(office), { id, version, visibility: 'public' }))
    const { items } = await node.ask<{ items: readonly { lead: string; holder: string }[] }>(NOBODY, 'public-task.list')
    expect(items.map(({ lead, holder }) => [lead, holder])).toEqual([['Sở Kế hoạch và Đầu tư', 'Sở Tài chính']])
  })
})
