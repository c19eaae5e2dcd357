import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Who } from '../../src/kernel/access/who.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import type { EventView, TaskView } from '../../src/operations/task/views.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** Work with bodies that have nobody here: their answers are letters. 2026-11-27, from a walk with a neighbour. */
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 51/UBND-KT
Đà Nẵng, ngày 02 tháng 3 năm 2026

1. Giao Sở Y tế chủ trì, phối hợp với UBND tỉnh Quảng Ngãi, Sở Xây dựng rà soát trạm y tế giáp ranh trước ngày 15/4/2026.
2. Giao Sở Tài chính chủ trì lập kế hoạch chung trước ngày 15/4/2026.`

type Board = {
  readonly answers: readonly {
    readonly neighbour: string
    readonly joint: number
    readonly answered: number
    readonly days: number | null
  }[]
}
type Said = { readonly items: readonly EventView[]; readonly acts: readonly string[]; readonly absent: readonly string[] }

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let door: ReturnType<typeof pages>
  let office: Who
  let health: Who
  let builder: Who
  let task = ''
  let plan = ''

  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    office = await node.person('Trần Văn Phòng', 'phong', 'office', OFFICE)
    health = await node.person('Lê Thị Y', 'le.y', 'specialist', HEALTH)
    builder = await node.person('Phạm Văn Dựng', 'dung', 'specialist', BUILDING)
    door = pages({
      call: node.call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => office,
      files: noFiles,
      now: () => new Date(node.clock.at),
    })
    const received = await node.ask<{ id: string }>(office, 'document.receive', { text: LETTER })
    const { tasks } = await node.ask<{ tasks: readonly TaskView[] }>(office, 'document.get', { id: received.id })
    for (const { id, version, lead } of tasks) {
      const isPlan = lead.some(({ name }) => name === 'Sở Tài chính')
      // outside the register, with and without the province in the name
      if (isPlan)
        await node.ask(office, 'task.correct', { id, version, coordinating: ['Sở Y tế thành phố Huế', 'Ban Quản lý chợ đầu mối'] })
      await node.ask(office, 'task.confirm', { id, version: isPlan ? version + 1 : version })
    }
    const { assigned } = await node.ask<{ assigned: readonly { lead: string; code: string }[] }>(office, 'document.assign', {
      id: received.id,
    })
    task = assigned.find(({ lead }) => lead === 'Sở Y tế')?.code ?? ''
    plan = assigned.find(({ lead }) => lead === 'Sở Tài chính')?.code ?? ''
  })
  afterAll(() => opened.close())

  const said = (who: Who, id: string) => node.ask<Said>(who, 'task.events', { id })
  const answer = async (who: Who, id: string, given: object) => {
    const { version } = await node.ask<TaskView>(office, 'task.get', { id })
    const operation = registry.find((one) => one.name === 'task.answer') as AnyOperation
    return node.call(operation, node.at(who), { id, version, document: '77/UBND-VX', ...given })
  }
  const answers = async (given: object = {}) =>
    (await node.ask<Board>(office, 'board.show', { by: 'neighbour', ...given })).answers.map(({ neighbour, joint, answered, days }) => [
      neighbour,
      joint,
      answered,
      days,
    ])

  test('[TSK-56] [BRD-7] the office records the answer of a neighbour, which is told as its own and counted from the day of its letter', async () => {
    expect(await answers()).toEqual([
      ['Huế', 1, 0, null],
      ['Quảng Ngãi', 1, 0, null],
    ])
    node.clock.at = Date.parse('2026-03-20T02:00:00.000Z')
    // a body with people here reports its own part
    expect([(await said(office, task)).absent, (await said(office, task)).acts.includes('answer')]).toEqual([
      ['UBND tỉnh Quảng Ngãi'],
      true,
    ])
    expect(codeOf(await answer(office, task, { body: 'Sở Xây dựng' }))).toBe('answer-whose')
    expect((await said(builder, task)).acts.includes('answer')).toBe(false)
    expect(codeOf(await answer(builder, task, {}))).toBe('not-the-lead')
    expect(codeOf(await answer(office, task, { document: undefined }))).toBe('document-missing')
    for (const day of ['2026-03-01', '2026-03-21']) expect(codeOf(await answer(office, task, { day }))).toBe('answer-day-outside')

    const { version } = await node.ask<TaskView>(office, 'task.get', { id: task })
    const way = `/lam-viec/nhiem-vu/${task}/tra-loi`
    const form = await (await door.request(way)).text()
    expect(form).toContain('<option value="UBND tỉnh Quảng Ngãi"')
    expect(form).not.toContain('<option value="Sở Xây dựng"')
    const sent = await door.request(way, {
      method: 'POST',
      body: new URLSearchParams({
        khoa: 'k',
        version: `${version}`,
        'co-quan': 'UBND tỉnh Quảng Ngãi',
        'van-ban': '77/UBND-VX',
        ngay: '16/3/2026',
      }),
    })
    expect(sent.status).toBe(303)
    const [last] = (await said(office, task)).items
    expect(last).toMatchObject({
      kind: 'answered',
      organisation: 'UBND tỉnh Quảng Ngãi',
      actor: 'Trần Văn Phòng',
      document: '77/UBND-VX',
      day: '2026-03-16',
      on: '2026-03-20',
    })
    expect(await (await door.request(`/lam-viec/nhiem-vu/${task}`)).text()).toContain('Trần Văn Phòng ghi nhận')
    expect(await answers()).toEqual([
      ['Huế', 1, 0, null],
      ['Quảng Ngãi', 1, 1, 6],
    ])
    // by what was known then
    expect(await answers({ on: '2026-03-19' })).toContainEqual(['Quảng Ngãi', 1, 0, null])
    expect(await node.ask<TaskView>(office, 'task.get', { id: task })).toMatchObject({ state: 'assigned', percent: 0 })
  })

  test('[TSK-56] so does the lead, whom neighbours write to; once somebody here speaks for the body nothing is recorded for it', async () => {
    expect(codeOf(await answer(health, task, { document: '80/UBND-VX' }))).toBe(null)
    await node.person('Võ Thị Ngãi', 'ngai', 'specialist', 'ubnd-p51-2025-07-01')
    expect(codeOf(await answer(office, task, {}))).toBe('nobody-absent')
    expect([(await said(office, task)).absent, (await said(office, task)).acts.includes('answer')]).toEqual([[], false])
  })

  test('[TSK-57] [TSK-24] a body outside the register is of the province its name says, and its answer is counted for it', async () => {
    expect((await node.ask<TaskView>(office, 'task.get', { id: plan })).neighbours).toEqual(['Huế'])
    expect((await node.ask<{ total: number }>(office, 'task.list', { neighbour: 'Huế' })).total).toBe(1)
    // nobody works for the department of finance here either
    expect((await said(office, plan)).absent.toSorted()).toEqual(['Ban Quản lý chợ đầu mối', 'Sở Tài chính', 'Sở Y tế thành phố Huế'])
    expect(codeOf(await answer(office, plan, {}))).toBe('answer-whose')
    expect(codeOf(await answer(office, plan, { body: 'Sở Y tế thành phố Huế', document: '9/SYT' }))).toBe(null)
    expect((await said(office, plan)).items[0]).toMatchObject({ organisation: 'Sở Y tế thành phố Huế', actor: 'Trần Văn Phòng' })
    expect(await answers()).toContainEqual(['Huế', 1, 1, 10])
  })
})
