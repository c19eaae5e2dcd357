import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { reviewed } from '../../src/kernel/task/order.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { taskAdd } from '../../src/operations/task/add-task.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskDivide } from '../../src/operations/task/divide-task.ts'
import { taskJoin } from '../../src/operations/task/join-tasks.ts'
import { taskMove } from '../../src/operations/task/move-in-order.ts'
import { taskPropose } from '../../src/operations/task/propose-task.ts'
import { taskSettle } from '../../src/operations/task/settle-task.ts'
import { taskUndo } from '../../src/operations/task/undo-task.ts'
import type { TaskView } from '../../src/operations/task/views.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** What a person does to proposals before they are given out, and takes back. */
const context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' } as const

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })

  const receive = async (text: string) => {
    const { id } = got(await call(documentReceive, context, { text }))
    const all = async (): Promise<readonly TaskView[]> => reviewed(got(await call(documentGet, context, { id })).tasks)
    const open = async (): Promise<readonly TaskView[]> => (await all()).filter(({ state }) => state !== 'discarded')
    const undo = async (task: string): Promise<unknown> => {
      const { version } = (await all()).find((one) => one.id === task) ?? { version: 0 }
      return call(taskUndo, context, { id: task, version })
    }
    return { id, all, open, undo }
  }

  test('[TSK-29] [TSK-31] divided in two, each with its own deadline; undone, the one is back as it was', async () => {
    const letter = await receive(
      'Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ lập danh mục thuốc và báo cáo UBND tỉnh trước ngày 15/4/2023.',
    )
    const [task] = await letter.open()
    if (task === undefined || task.start === null) throw new Error('a task is read')
    const at = task.start + task.quote.indexOf('báo cáo')
    const { parts } = got(await call(taskDivide, context, { id: task.id, version: task.version, at }))
    expect(
      (await letter.open()).map(({ lead, coordinating, recipients, due }) => [lead[0]?.name, coordinating.length, recipients.length, due]),
    ).toEqual([
      ['Sở Y tế', 1, 0, null],
      ['Sở Y tế', 0, 1, '2023-04-14'],
    ])
    expect(await call(taskDivide, context, { id: task.id, version: task.version + 1, at })).toMatchObject({
      refusal: { code: 'wrong-state' },
    })
    expect(await letter.undo(parts[1])).toEqual({ ok: true, value: { id: task.id, undone: 'divided' } })
    expect((await letter.open()).map(({ id, state, due }) => [id, state, due])).toEqual([[task.id, 'proposed', '2023-04-14']])
    expect(await letter.undo(task.id)).toMatchObject({ refusal: { code: 'nothing-to-undo' } })
  })

  test('[TSK-29] a part that was changed since is withdrawn too, and one side needs words', async () => {
    const letter = await receive('Giao Sở Tư pháp soạn quy chế, trình UBND tỉnh trước ngày 15/5/2023.')
    const [task] = await letter.open()
    if (task === undefined || task.start === null) throw new Error('a task is read')
    expect(await call(taskDivide, context, { id: task.id, version: 1, at: task.start })).toMatchObject({
      refusal: { code: 'no-place-to-divide' },
    })
    const at = task.start + task.quote.indexOf('trình')
    const { parts } = got(await call(taskDivide, context, { id: task.id, version: 1, at }))
    got(await call(taskConfirm, context, { id: parts[0], version: 1 }))
    got(await call(taskUndo, context, { id: task.id, version: 2 }))
    expect((await letter.open()).map(({ id }) => id)).toEqual([task.id])
  })

  test('[TSK-29] [TSK-31] two joined have both bodies and the earlier day; undone, both are back', async () => {
    const letter = await receive(
      'Giao Sở Xây dựng kiểm tra bến thuyền trước ngày 20/5/2023.\n\nGiao Sở Công Thương kiểm tra kho xăng trước ngày 10/5/2023.',
    )
    const [first, second] = await letter.open()
    if (first === undefined || second === undefined) throw new Error('two tasks are read')
    got(await call(taskConfirm, context, { id: second.id, version: 1 }))
    const given = { id: second.id, version: 2, other: first.id, otherVersion: 1 }
    const { joined } = got(await call(taskJoin, context, given))
    const [whole] = await letter.open()
    expect([whole?.id, whole?.lead.map(({ name }) => name), whole?.due, whole?.start, whole?.end]).toEqual([
      joined,
      ['Sở Xây dựng', 'Sở Công Thương'],
      '2023-05-09',
      first.start,
      second.end,
    ])
    expect(await call(taskJoin, context, { id: joined, version: 1, other: joined, otherVersion: 1 })).toMatchObject({
      refusal: { code: 'not-to-join' },
    })
    got(await call(taskUndo, context, { id: joined, version: 1 }))
    expect((await letter.open()).map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'proposed'],
      [second.id, 'confirmed'],
    ])
  })

  test('[TSK-31] acts are undone one after the other, back to what was read', async () => {
    const letter = await receive('Giao Sở Tài chính rà soát định mức trước ngày 15/6/2023.')
    const [read] = await letter.open()
    if (read === undefined) throw new Error('a task is read')
    got(await call(taskCorrect, context, { id: read.id, version: 1, due: '2023-06-30', lead: ['Sở Tài chính', 'Sở Nội vụ'], every: 'P3M' }))
    got(await call(taskCorrect, context, { id: read.id, version: 2, title: 'Rà soát định mức chi', due: null }))
    got(await call(taskConfirm, context, { id: read.id, version: 3 }))
    const standing = async () => {
      const [task] = await letter.open()
      return [task?.state, task?.title, task?.due, task?.dueWords, task?.lead.map(({ name }) => name), task?.every, task?.kind]
    }
    const two = ['Sở Tài chính', 'Sở Nội vụ']
    got((await letter.undo(read.id)) as Parameters<typeof got>[0])
    expect(await standing()).toEqual(['proposed', 'Rà soát định mức chi', null, null, two, 'P3M', 'recurring'])
    got((await letter.undo(read.id)) as Parameters<typeof got>[0])
    expect(await standing()).toEqual(['proposed', read.title, '2023-06-30', null, two, 'P3M', 'recurring'])
    got((await letter.undo(read.id)) as Parameters<typeof got>[0])
    expect(await standing()).toEqual(['proposed', read.title, '2023-06-14', read.dueWords, ['Sở Tài chính'], null, 'once'])
    expect(await letter.undo(read.id)).toMatchObject({ refusal: { code: 'nothing-to-undo' } })
  })

  test('[TSK-31] a reading that was chosen is open again, with the bodies where they stood', async () => {
    const letter = await receive('Giao Sở Y tế chủ trì lập danh mục vắc xin.\n\nĐồng chủ trì, phối hợp với Sở Nội vụ tổ chức tập huấn.')
    const unsure = (await letter.open()).find((task) => task.unsure !== null)
    if (unsure === undefined) throw new Error('a reading is unsure')
    got(await call(taskSettle, context, { id: unsure.id, version: 1, reading: 'co-lead', reason: 'hỏi lại cơ quan ban hành' }))
    got((await letter.undo(unsure.id)) as Parameters<typeof got>[0])
    const back = (await letter.open()).find(({ id }) => id === unsure.id)
    expect([back?.unsure, back?.coLead, back?.coordinating]).toEqual([unsure.unsure, unsure.coLead, unsure.coordinating])
  })

  test('[TSK-30] moved up and down, and typed ones too; what stands on the version meanwhile changed is refused', async () => {
    const letter = await receive('Giao Sở Y tế lập bản đồ trạm.\n\nGiao Sở Xây dựng lập bản đồ ngập.')
    const { id } = got(await call(taskAdd, context, { id: letter.id, title: 'Báo cáo chung', lead: ['Sở Nội vụ'] }))
    const names = async () => (await letter.open()).map(({ lead }) => lead[0]?.name)
    got(await call(taskMove, context, { id, version: 1, way: 'up' }))
    expect(await names()).toEqual(['Sở Y tế', 'Sở Nội vụ', 'Sở Xây dựng'])
    expect(await call(taskMove, context, { id, version: 1, way: 'up' })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    got(await call(taskMove, context, { id, version: 2, way: 'up' }))
    expect(await names()).toEqual(['Sở Nội vụ', 'Sở Y tế', 'Sở Xây dựng'])
    expect(await call(taskMove, context, { id, version: 3, way: 'up' })).toMatchObject({ refusal: { code: 'at-the-edge' } })
    got((await letter.undo(id)) as Parameters<typeof got>[0])
    expect(await names()).toEqual(['Sở Y tế', 'Sở Nội vụ', 'Sở Xây dựng'])
  })

  test('[TSK-32] words of the document are read as a task, by place or as they were copied; words that are not there are refused', async () => {
    const letter = await receive('Căn cứ quy chế kho thuốc, Sở Y tế chủ trì kiểm tra kho thuốc trước ngày 15/8/2023.')
    const words = 'Sở Y tế chủ trì  kiểm tra kho thuốc trước ngày 15/8/2023'
    const read = got(await call(taskPropose, context, { id: letter.id, words }))
    expect(read).toMatchObject({ title: expect.stringContaining('iểm tra kho thuốc'), lead: ['Sở Y tế'], due: '2023-08-14', start: 26 })
    expect(got(await call(taskPropose, context, { id: letter.id, start: read.start - 1, end: read.end }))).toEqual(read)
    expect(await call(taskPropose, context, { id: letter.id, words: 'không có' })).toMatchObject({ refusal: { code: 'words-not-found' } })
    expect(await call(taskPropose, context, { id: letter.id, start: 5, end: 9000 })).toMatchObject({ refusal: { code: 'words-not-found' } })
  })
})
