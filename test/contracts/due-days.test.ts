import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import type { EventView, TaskView } from '../../src/operations/task/views.ts'
import { engines, type Opened } from '../support/engines.ts'
import { HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** A due day put off by a document, and one that was recorded wrongly put right. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let office: Who
  let health: Who
  let code: string

  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    office = await node.person('Lê Thị Giao', 'le.giao', 'office', OFFICE)
    health = await node.person('Trần Văn Y', 'tran.y', 'specialist', HEALTH)
    const given = await node.letter(
      office,
      'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 41/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\nGiao Sở Y tế lập danh mục thuốc trước ngày 06/3/2026.',
    )
    code = given.get('Sở Y tế') ?? ''
  })
  afterAll(() => opened.close())

  const task = (on?: string): Promise<TaskView> => node.ask(office, 'task.get', { id: code, ...(on === undefined ? {} : { on }) })
  const refused = async (who: Who, verb: string, said: object): Promise<string> => {
    try {
      await node.act(who, verb, code, said)
      return 'done'
    } catch (error) {
      return (error as Error).message
    }
  }

  test('[TSK-48] work is put off by a document without being asked, to a later day; the first day stays and is told against', async () => {
    expect(await task()).toMatchObject({ due: '2026-03-05', lateness: 'overdue' })
    expect(await refused(health, 'extend', { day: '2026-04-30', document: '50/UBND-TH' })).toBe('not-the-assigner')
    expect(await refused(office, 'extend', { day: '2026-04-30' })).toBe('document-missing')
    expect(await refused(office, 'extend', { day: '2026-03-01', document: '50/UBND-TH' })).toBe('extension-not-later')
    expect(await refused(office, 'extend', { day: '2126-04-30', document: '50/UBND-TH' })).toBe('day-far')
    await node.act(health, 'ask-extension', code, { day: '2026-03-20', words: 'Chờ số liệu' })
    expect(await refused(office, 'extend', { day: '2026-04-30', document: '50/UBND-TH' })).toBe('extension-open')
    expect(await refused(office, 'correct-due', { day: '2026-04-30', words: 'Ghi nhầm' })).toBe('extension-open')
    await node.act(office, 'refuse-extension', code, { words: 'Sẽ có văn bản chung' })
    await node.act(office, 'extend', code, { day: '2026-04-30', document: '50/UBND-TH' })
    expect(await task()).toMatchObject({
      due: '2026-04-30',
      dueOriginal: '2026-03-05',
      lateness: 'in-time',
      latenessOriginal: 'overdue',
      state: 'assigned',
    })
    expect((await task()).dues.at(-1)).toMatchObject({ reason: 'extension', rule: 'by-document', words: '50/UBND-TH' })
  })

  test('[TSK-16] an extension is not asked for a day that has passed', async () => {
    expect(await refused(health, 'ask-extension', { day: '2026-03-09', words: 'Chờ số liệu' })).toBe('extension-past')
  })

  test('[TSK-48] a correction that takes work out of being overdue names a document; standing work has no day to correct', async () => {
    const letter = (n: number, order: string) =>
      node.letter(office, `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n}/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\n${order}`)
    const late = (await letter(42, 'Giao Sở Y tế kiểm tra kho vắc xin trước ngày 06/3/2026.')).get('Sở Y tế') ?? ''
    const correct = async (of: string, said: object): Promise<string> => {
      const shown = await node.ask<TaskView>(office, 'task.get', { id: of })
      return node.ask(office, 'task.correct-due', { id: of, version: shown.version, ...said }).then(
        () => 'done',
        (error: Error) => error.message,
      )
    }
    expect(await correct(late, { day: '2026-06-05', words: 'Ghi nhầm tháng' })).toBe('correction-unproved')
    expect(await correct(late, { day: '2026-03-06', words: 'Ghi nhầm ngày' })).toBe('done')
    expect(await correct(late, { day: '2026-06-05', words: 'Ghi nhầm tháng', document: '42/UBND-TH' })).toBe('done')
    const standing = (await letter(43, 'Giao Sở Y tế thường xuyên kiểm tra bếp ăn tập thể.')).get('Sở Y tế') ?? ''
    expect(await correct(standing, { day: '2026-06-05', words: 'Ghi nhầm' })).toBe('standing-stays')
  })

  test('[BRD-1] a day given later to work that had none leaves the boards of days before as they were', async () => {
    const given = await node.letter(
      office,
      'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 44/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\nGiao Sở Y tế khẩn trương kiểm tra trạm y tế các xã.',
    )
    const id = given.get('Sở Y tế') ?? ''
    const board = () => node.ask(office, 'board.show', { on: '2026-03-10' })
    node.clock.at += 24 * 3600 * 1000
    office = await node.signIn('le.giao')
    health = await node.signIn('tran.y')
    const before = await board()
    const { version, due } = await node.ask<TaskView>(office, 'task.get', { id })
    expect(due).toBe(null)
    await node.ask(office, 'task.correct-due', { id, version, day: '2026-03-05', words: 'Văn bản có nêu ngày' })
    expect(await board()).toEqual(before)
    expect(await node.ask(office, 'task.get', { id, on: '2026-03-10' })).toMatchObject({ due: null, dueOriginal: null, lateness: 'no-due' })
  })

  test('[TSK-48] a due day recorded wrongly is put right with a reason: lateness is told by the right one, the first too, and the wrong one stays in sight', async () => {
    expect(await refused(health, 'correct-due', { day: '2026-06-05', words: 'Ghi nhầm tháng' })).toBe('not-the-assigner')
    expect(await refused(office, 'correct-due', { day: '2026-06-05' })).toBe('words-missing')
    expect(await refused(office, 'correct-due', { day: '2026-04-30', words: 'Như cũ' })).toBe('due-same')
    expect(await refused(office, 'correct-due', { day: '2026-03-01', words: 'Trước ngày ban hành' })).toBe('day-far')
    node.clock.at += 24 * 3600 * 1000
    office = await node.signIn('le.giao')
    await node.act(office, 'correct-due', code, { day: '2026-06-05', words: 'Văn bản ghi tháng 6' })
    expect(await task()).toMatchObject({ due: '2026-06-05', dueOriginal: '2026-06-05', lateness: 'in-time', latenessOriginal: 'in-time' })
    expect((await task()).dues.map(({ day, reason }) => [day, reason])).toEqual([
      ['2026-03-05', 'original'],
      ['2026-04-30', 'extension'],
      ['2026-06-05', 'correction'],
    ])
    // as of the day before it stands as it was known then
    expect(await task('2026-03-11')).toMatchObject({ due: '2026-04-30', dueOriginal: '2026-03-05', latenessOriginal: 'overdue' })
    const { items } = await node.ask<{ items: EventView[] }>(office, 'task.events', { id: code, limit: 2 })
    expect(items[0]).toMatchObject({ kind: 'due-corrected', day: '2026-06-05', words: 'Văn bản ghi tháng 6', actor: 'Lê Thị Giao' })
  })
})
