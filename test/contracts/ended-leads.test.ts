import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { taskChooseHeirs, taskHeirs } from '../../src/operations/task/choose-heirs.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskDiscard } from '../../src/operations/task/discard-task.ts'
import { taskExpand } from '../../src/operations/task/expand-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskReassign } from '../../src/operations/task/reassign-task.ts'
import { taskSettle } from '../../src/operations/task/settle-task.ts'
import { taskUndo } from '../../src/operations/task/undo-task.ts'
import type { TaskView } from '../../src/operations/task/views.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** A letter of 2022 that is given out in 2026: its departments were merged, its districts are no more. */
const TODAY = '2026-11-26'
const context = { who: tester, today: day(TODAY), now: `${TODAY}T02:00:00.000Z`, language: 'vi' } as const
const DISTRICT = 'ubnd-d492-origin'
const WARDS = ['ubnd-c20242-2025-07-01', 'ubnd-c20257-2025-07-01']

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  const value = <T>(answer: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value
  }
  let number = 0
  /** The one task of a letter of 2022. */
  const task = async (order: string): Promise<TaskView> => {
    number += 1
    const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${number}/UBND-TH\nĐà Nẵng, ngày 05 tháng 5 năm 2022\n\n${order}`
    const { id } = value(await call(documentReceive, context, { text }))
    const [one] = value(await call(documentGet, context, { id })).tasks
    if (one === undefined) throw new Error(`no task in ${order}`)
    return one
  }
  const confirmed = async (order: string): Promise<TaskView> => {
    const { id, version } = await task(order)
    value(await call(taskConfirm, context, { id, version }))
    return value(await call(taskGet, context, { id }))
  }
  const seen = async (id: string): Promise<TaskView> => value(await call(taskGet, context, { id }))
  const names = (one: Pick<TaskView, 'lead'>): readonly string[] => one.lead.map((body) => body.name)

  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[TSK-36] a lead that was merged since is named as the letter names it, its heir is in sight before, and leads', async () => {
    const before = await confirmed('Giao Sở Kế hoạch và Đầu tư chủ trì lập danh mục dự án trước ngày 31/12/2026.')
    const heir = { id: 'so-tai-chinh-da-nang-2025-03-01', name: 'Sở Tài chính' }
    expect([before.blockedBy, before.endedLeads]).toEqual([
      null,
      [{ organisation: 'so-ke-hoach-va-dau-tu-da-nang-origin', name: 'Sở Kế hoạch và Đầu tư', holder: heir }],
    ])
    value(await call(documentAssign, context, { id: before.document.id }))
    const given = await seen(before.id)
    expect([given.state, names(given), given.holder, given.endedLeads]).toEqual(['assigned', ['Sở Kế hoạch và Đầu tư'], heir, []])
  })

  test('[TSK-36] what a district of then was charged with is not given out before a person has said which ward has it', async () => {
    const before = await confirmed('Giao UBND quận Hải Châu chủ trì kiểm tra các bến thuyền trước ngày 31/12/2026.')
    const { id } = before
    expect([before.blockedBy, before.endedLeads.map((lead) => lead.holder)]).toEqual(['lead-ended', [null]])
    expect(await call(documentAssign, context, { id: before.document.id })).toMatchObject({
      refusal: { code: 'nothing-to-assign', data: { left: 1, why: expect.stringContaining('phải chọn cơ quan kế thừa') } },
    })
    const { items } = value(await call(taskHeirs, context, { id }))
    expect(items.map((one) => [one.organisation, one.holder, one.heirs.map((heir) => heir.id).toSorted()])).toEqual([
      [DISTRICT, null, WARDS],
    ])

    const choose = (organisation: string, heirs: readonly string[], version = before.version) =>
      call(taskChooseHeirs, context, { id, version, choices: [{ organisation, heirs }] })
    expect(await choose(DISTRICT, ['so-y-te-da-nang-origin'])).toMatchObject({ refusal: { code: 'not-an-heir' } })
    expect(await choose('so-y-te-da-nang-origin', WARDS)).toMatchObject({ refusal: { code: 'lead-not-ended' } })
    const { version } = value(await choose(DISTRICT, WARDS))
    expect(await choose(DISTRICT, WARDS)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    const chosen = await seen(id)
    expect([chosen.blockedBy, chosen.lead.map((body) => body.organisation).toSorted(), chosen.quote]).toEqual([null, WARDS, before.quote])

    // saved again, the wards stay who they are, though the letter is older than they
    value(await call(taskCorrect, context, { id, version, title: 'Kiểm tra bến thuyền', lead: names(chosen) }))
    expect((await seen(id)).lead.map((body) => body.organisation).toSorted()).toEqual(WARDS)
    value(await call(taskUndo, context, { id, version: version + 1 }))
    value(await call(taskUndo, context, { id, version: version + 2 }))
    expect(await seen(id)).toMatchObject({ blockedBy: 'lead-ended', lead: before.lead })

    value(await choose(DISTRICT, WARDS, version + 3))
    const { assigned, left } = value(await call(documentAssign, context, { id: before.document.id }))
    expect([assigned.map((one) => one.lead).toSorted(), left]).toEqual([['UBND phường Hòa Cường', 'UBND phường Hải Châu'], []])
  })

  test('[TSK-36] beside others a district holds all of it up, and the answer says why', async () => {
    const both = await confirmed('Giao Sở Y tế, UBND quận Hải Châu chủ trì kiểm tra các bến thuyền trước ngày 31/12/2026.')
    const other = value(await call(documentGet, context, { id: both.document.id })).tasks.length
    expect([both.blockedBy, other]).toEqual(['lead-ended', 1])
    value(
      await call(taskChooseHeirs, context, {
        id: both.id,
        version: both.version,
        choices: [{ organisation: DISTRICT, heirs: WARDS.slice(0, 1) }],
      }),
    )
    const { assigned } = value(await call(documentAssign, context, { id: both.document.id }))
    expect(assigned.map((one) => one.lead).toSorted()).toEqual(['Sở Y tế', 'UBND phường Hải Châu'])
  })

  test('[TSK-36] a ward that is typed into a letter older than itself is that ward', async () => {
    const { id, version } = await task('Giao Sở Y tế chủ trì kiểm tra các bến thuyền trước ngày 31/12/2026.')
    value(await call(taskCorrect, context, { id, version, lead: ['UBND phường Hải Châu'] }))
    expect((await seen(id)).lead[0]?.organisation).toBe(WARDS[0])
  })

  test('[TSK-36] work is reassigned to whoever has the work of a body that is no more; to nobody where its heirs share it', async () => {
    const before = await confirmed('Giao Sở Y tế chủ trì kiểm tra các bến thuyền trước ngày 31/12/2026.')
    value(await call(documentAssign, context, { id: before.document.id }))
    const { id, version } = await seen(before.id)
    const reassign = (lead: string) => call(taskReassign, context, { id, version, lead, words: 'Việc của quận' })
    expect(await reassign('UBND quận Hải Châu')).toMatchObject({
      refusal: { code: 'lead-ended', data: { name: 'UBND quận Hải Châu', heirs: expect.stringContaining('UBND phường Hải Châu') } },
    })
    expect(value(await reassign('Sở Kế hoạch và Đầu tư'))).toMatchObject({ lead: 'Sở Tài chính', typed: 'Sở Kế hoạch và Đầu tư' })
  })

  test('[TSK-36] every task of the letter that a new node offers can be given out today', async () => {
    const text = readFileSync('samples/cong-van-2415-ubnd-th.txt', 'utf8')
    const { id } = value(await call(documentReceive, context, { text }))
    const all = async (): Promise<readonly TaskView[]> => value(await call(documentGet, context, { id })).tasks
    for (const { id: one, version, unsure } of await all())
      if (unsure !== null) value(await call(taskSettle, context, { id: one, version, reading: 'lead', reason: 'Theo câu trước' }))
    for (const { id: one, version, lead } of await all())
      if (lead.some((body) => body.isClass)) {
        // «các đơn vị» are to report their difficulties: nobody is charged by name, and a person discards it
        const isNamed = (await call(taskExpand, context, { id: one, version })).ok
        if (!isNamed) value(await call(taskDiscard, context, { id: one, version }))
      }
    const kept = async () => (await all()).filter((one) => one.state !== 'discarded')
    for (const { id: one, version } of await kept()) value(await call(taskConfirm, context, { id: one, version }))
    for (const { id: one, version, blockedBy } of await kept()) {
      if (blockedBy !== 'lead-ended') continue
      const { items } = value(await call(taskHeirs, context, { id: one }))
      const choices = items.flatMap(({ organisation, holder, heirs }) =>
        holder === null ? [{ organisation, heirs: heirs.slice(0, 1).map((heir) => heir.id) }] : [],
      )
      value(await call(taskChooseHeirs, context, { id: one, version, choices }))
    }
    const { left } = value(await call(documentAssign, context, { id }))
    expect(left).toEqual([])
    expect([(await kept()).filter((one) => one.code === null), (await all()).length - (await kept()).length]).toEqual([[], 1])
  })
})
