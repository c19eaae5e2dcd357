import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { engines, type Opened } from '../support/engines.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** What a body did that an undone succession made, and what is asked of it afterwards. Found by a reviewer, 26-11-2026. */
const JUSTICE = 'so-tu-phap-da-nang-origin'
const TRADE = 'so-cong-thuong-da-nang-origin'
const letter = (number: number, on: string, order: string) =>
  `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${number}/UBND-KT\nĐà Nẵng, ngày ${on} tháng 3 năm 2026\n\n${order}`

type Task = { readonly holder: { readonly name: string } | null; readonly state: string; readonly id: string }
type Board = { readonly total: number; readonly groups: readonly { readonly name: string; readonly total: number }[] }

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    await office.person('Lãnh Đạo', 'lanh.dao', 'leader', OFFICE)
    await office.person('Văn Phòng', 'van.phong', 'office', OFFICE)
    await office.person('Y Tế', 'y.te', 'specialist', HEALTH)
    await office.person('Tư Pháp', 'tu.phap', 'specialist', JUSTICE)
    await office.person('Công Thương', 'cong.thuong', 'specialist', TRADE)
  })
  afterAll(() => opened.close())

  const go = (day: string) => {
    office.clock.at = Date.parse(`${day}T02:00:00.000Z`)
  }
  const committed = async (kind: 'rename' | 'merge', from: readonly string[], name: string, day: string) => {
    const leader = await office.signIn('lanh.dao')
    const parts = [{ kind, from: [...from], to: [{ name }] }]
    const plan = await office.ask<{ id: string; version: number; parts: { to: { id: string }[] }[] }>(leader, 'succession.plan', {
      name: `Sắp xếp ${name}`,
      basis: 'NQ 9/NQ-HĐND',
      day,
      parts,
    })
    await office.ask(leader, 'succession.commit', { id: plan.id, version: plan.version })
    return { id: plan.id, made: plan.parts[0]?.to[0]?.id ?? '' }
  }
  const undone = async (id: string) => office.ask(await office.signIn('lanh.dao'), 'succession.undo', { id, basis: 'NQ 10/NQ-HĐND' })
  /** Work that the doer claims and the office accepts on one day. */
  const finished = async (number: number, on: string, lead: string, login: string): Promise<string> => {
    const clerk = await office.signIn('van.phong')
    const code =
      [...(await office.letter(clerk, letter(number, on, `Giao ${lead} chủ trì kiểm tra các trạm trước ngày 15/12/2026.`))).values()][0] ??
      ''
    await office.act(await office.signIn(login), 'claim', code, { words: 'Đã làm xong', document: '1/QĐ' })
    await office.act(clerk, 'accept', code)
    return code
  }
  const seen = async (who: Who, id: string) => {
    const answer = await office.ask<Task>(who, 'task.get', { id }).catch(() => null)
    return answer?.state ?? 'not-found'
  }

  test('[ORG-25] [ORG-26] work closed under a new name stays with who did it once the renaming is undone; the name leads to who bore it', async () => {
    go('2026-03-10')
    const { id, made } = await committed('rename', [HEALTH], 'Sở Sức khỏe', '2026-03-10')
    const joined = await office.person('Người Mới', 'nguoi.moi', 'specialist', made)
    expect(joined.bodies).toContain(made)
    go('2026-03-12')
    const code = await finished(96, '11', 'Sở Sức khỏe', 'y.te')
    go('2026-03-20')
    await undone(id)
    const [doer, clerk, stranger] = [await office.signIn('y.te'), await office.signIn('van.phong'), await office.signIn('cong.thuong')]
    expect([await seen(doer, code), await seen(await office.signIn('nguoi.moi'), code), await seen(stranger, code)]).toEqual([
      'done',
      'done',
      'not-found',
    ])
    // a day inside the span is as it was, also for him
    const total = async (who: Who, on?: string) => (await office.ask<Board>(who, 'board.show', on === undefined ? {} : { on })).total
    expect([await total(doer), await total(doer, '2026-03-15')]).toEqual([1, 1])
    const groups = async (on?: string) =>
      (await office.ask<Board>(clerk, 'board.show', on === undefined ? {} : { on })).groups.map((one) => one.name)
    expect([await groups(), await groups('2026-03-15')]).toEqual([['Sở Y tế'], ['Sở Sức khỏe']])
    const heirs = await office.ask<{ items: { id: string; kind: string; basis: string }[] }>(clerk, 'organisation.successors', { id: made })
    expect(heirs.items).toMatchObject([{ id: HEALTH, kind: 'return', basis: 'NQ 10/NQ-HĐND' }])
    const resolved = await office.ask<{ items: { id: string }[] }>(clerk, 'organisation.resolve', { q: 'Sở Sức khỏe' })
    expect(resolved.items[0]?.id).toBe(HEALTH)

    // a letter that still says the name: its lead and its help are who bore it
    const order =
      '1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Sức khỏe kiểm tra các trạm mới trước ngày 15/12/2026.\n\n2. Giao Sở Sức khỏe chủ trì kiểm tra các chợ trước ngày 15/12/2026.'
    const given = await office.letter(clerk, letter(97, '20', order))
    const codes = [...given.values()]
    expect(codes).toHaveLength(2)
    const views = await Promise.all(
      codes.map((one) => office.ask<Task & { helpers: { holder: { id: string } }[] }>(clerk, 'task.get', { id: one })),
    )
    expect(views.map((one) => [one.holder?.name, one.helpers.map((helper) => helper.holder.id)])).toEqual([
      ['Sở Xây dựng', [HEALTH]],
      ['Sở Y tế', []],
    ])
    expect(await Promise.all(codes.map((one) => seen(doer, one)))).toEqual(['assigned', 'assigned'])
  })

  test('[ORG-25] [ORG-26] where it came of several each sees what was done, and a letter that still names it waits for a choice among them', async () => {
    go('2026-03-20')
    await office.person('Xây Dựng', 'xay.dung', 'specialist', BUILDING)
    const { id } = await committed('merge', [BUILDING, JUSTICE], 'Sở Hạ tầng', '2026-03-20')
    const code = await finished(98, '20', 'Sở Hạ tầng', 'xay.dung')
    go('2026-03-25')
    await undone(id)
    const people = [await office.signIn('xay.dung'), await office.signIn('tu.phap'), await office.signIn('cong.thuong')]
    expect(await Promise.all(people.map((who) => seen(who, code)))).toEqual(['done', 'done', 'not-found'])
    const clerk = await office.signIn('van.phong')
    const received = await office.ask<{ id: string }>(clerk, 'document.receive', {
      text: letter(99, '25', 'Giao Sở Hạ tầng chủ trì kiểm tra các cầu trước ngày 15/12/2026.'),
    })
    const [task] = (await office.ask<{ tasks: { id: string; blockedBy: string | null }[] }>(clerk, 'document.get', { id: received.id }))
      .tasks
    expect(task?.blockedBy).toBe('lead-ended')
    const { items } = await office.ask<{ items: { holder: string | null; heirs: { id: string }[] }[] }>(clerk, 'task.heirs', {
      id: task?.id,
    })
    expect(items.map((one) => [one.holder, one.heirs.map((heir) => heir.id).toSorted()])).toEqual([[null, [JUSTICE, BUILDING]]])
  })
})
