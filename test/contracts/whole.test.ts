import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import type { TaskRow, TaskView } from '../../src/operations/task/views.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { HEALTH, OFFICE, officeOver } from '../support/office.ts'
import { tester } from '../support/who.ts'

/** Work that was split, from its giving out to its end. 2026-11-27, from a walk with a class of 93 bodies. */
const letter = (n: number, order: string): string =>
  `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n}/UBND-KT\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\n${order}`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let office: Who
  let health: Who

  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    office = await node.person('Trần Văn Phòng', 'phong', 'office', OFFICE)
    health = await node.person('Lê Thị Y', 'le.y', 'specialist', HEALTH)
  })
  afterAll(() => opened.close())

  const on = (day: string) => {
    node.clock.at = Date.parse(`${day}T02:00:00.000Z`)
  }
  const see = (id: string, given: object = {}) => node.ask<TaskView>(tester, 'task.get', { id, ...given })
  const howOf = ({ state, lateness, due, closedOn, daysLate }: TaskRow) => [state, lateness, due, closedOn, daysLate]
  const partsOf = ({ children }: TaskView) => children.map(({ lead, state, lateness }) => [lead, state, lateness])
  const found = async (code: string) => {
    const { tasks } = await node.ask<{ tasks: { items: readonly TaskRow[] } }>(tester, 'search.all', { q: code })
    return tasks.items.filter((row) => row.code === code)
  }
  const finish = async (who: Who, part: string): Promise<void> => {
    await node.act(who, 'claim', part, { document: '12/BC-SYT' })
    await node.act(who === tester ? office : tester, 'accept', part)
  }

  test('[TSK-55] two parts done in time are a whole done in time, on its page, in the search and in its document', async () => {
    const given = await node.letter(office, letter(41, 'Giao Sở Y tế, Sở Tài chính rà soát danh mục thủ tục trước ngày 16/3/2026.'))
    const [hers, theirs] = [given.get('Sở Y tế') ?? '', given.get('Sở Tài chính') ?? '']
    const { parent, document } = await see(hers)
    const whole = parent ?? ''
    expect(howOf(await see(whole))).toEqual(['assigned', 'due-soon', '2026-03-15', null, null])
    on('2026-03-12')
    await finish(health, hers)
    expect(howOf(await see(whole))).toEqual(['active', 'due-soon', '2026-03-15', null, null])
    on('2026-03-13')
    await finish(tester, theirs)
    on('2026-03-21')
    const done = await see(whole)
    expect([howOf(done), done.percent, done.latenessOriginal]).toEqual([
      ['done', 'done-on-time', '2026-03-15', '2026-03-13', null],
      100,
      'done-on-time',
    ])
    expect((await found(done.code ?? '')).map(howOf)).toEqual([howOf(done)])
    const { tasks } = await node.ask<{ tasks: readonly TaskView[] }>(tester, 'document.get', { id: document.slug })
    expect(tasks.filter((task) => task.id === whole).map(howOf)).toEqual([howOf(done)])
    // as of a past day by what was known then
    expect(howOf(await see(whole, { on: '2026-03-12' }))).toEqual(['active', 'due-soon', '2026-03-15', null, null])
    expect(partsOf(await see(whole, { on: '2026-03-12' }))).toEqual([
      ['Sở Tài chính', 'assigned', 'due-soon'],
      ['Sở Y tế', 'done', 'done-on-time'],
    ])
  })

  test('[TSK-55] [ACC-16] a class named afterwards: its bodies are parts of the whole, which ends with the last of them and is public with all', async () => {
    on('2026-03-21')
    const { id } = got(
      await node.call(documentReceive, node.at(tester), {
        text: letter(42, 'Giao Sở Y tế, Sở Tài chính và các sở, ban, ngành khác rà soát danh mục thủ tục trước ngày 11/4/2026.'),
      }),
    )
    for (const task of got(await node.call(documentGet, node.at(tester), { id })).tasks)
      got(await node.call(taskConfirm, node.at(tester), { id: task.id, version: task.version }))
    const first = got(await node.call(documentAssign, node.at(tester), { id })).assigned
    expect(first.map(({ lead }) => lead).toSorted()).toEqual(['Sở Tài chính', 'Sở Y tế'])
    const whole = (await see(first[0]?.code ?? '')).parent ?? ''
    const waiting = (await see(whole)).children.find((part) => part.code === null)
    expect([waiting?.lead, waiting?.state]).toEqual(['các sở, ban, ngành khác', 'confirmed'])
    for (const { code } of first) await finish(code === first.find(({ lead }) => lead === 'Sở Y tế')?.code ? health : tester, code)
    on('2026-04-20')
    // nobody answers for what the class has to do: it is late
    expect(howOf(await see(whole))).toEqual(['active', 'overdue', '2026-04-10', null, 10])

    const members = await node.ask<{ items: readonly { organisation: string; name: string }[] }>(tester, 'task.members', {
      id: waiting?.id,
    })
    const kept = members.items.slice(0, 3)
    const without = members.items.slice(3).map(({ organisation }) => organisation)
    await node.ask(tester, 'task.expand', { id: waiting?.id, version: 1, without, reason: 'Đã có văn bản riêng' })
    const expanded = await see(waiting?.id ?? '')
    if (expanded.state === 'proposed') await node.ask(tester, 'task.confirm', { id: expanded.id, version: expanded.version })
    const second = got(await node.call(documentAssign, node.at(tester), { id })).assigned
    expect(second.map(({ lead }) => lead).toSorted()).toEqual(kept.map(({ name }) => name).toSorted())
    expect((await see(whole)).children.map(({ lead }) => lead).toSorted()).toEqual([...first, ...second].map(({ lead }) => lead).toSorted())
    expect(
      partsOf(await see(whole, { on: '2026-03-31' }))
        .map(([, state]) => state)
        .toSorted(),
    ).toEqual(['confirmed', 'done', 'done'])

    const { version } = await see(whole)
    const shown = await node.ask<{ tasks: number }>(tester, 'task.set-visibility', { id: whole, version, visibility: 'public' })
    expect(shown.tasks).toBe(1 + first.length + 1 + second.length)
    expect((await Promise.all(second.map(({ code }) => see(code)))).map(({ visibility }) => visibility)).toEqual(second.map(() => 'public'))

    for (const { code } of second) await finish(tester, code)
    on('2026-05-04')
    const done = await see(whole)
    expect(howOf(done)).toEqual(['done', 'done-late', '2026-04-10', '2026-04-20', 10])
    expect(new Set(done.children.map(({ state }) => state))).toEqual(new Set(['done']))
    expect(howOf(await see(waiting?.id ?? ''))).toEqual(['done', 'done-late', '2026-04-10', '2026-04-20', 10])
  })
})
