import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { taskPropose } from '../../src/operations/task/propose-task.ts'
import { taskReassign } from '../../src/operations/task/reassign-task.ts'
import type { TaskView } from '../../src/operations/task/views.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** Letters that call a body by the name it bore before, or by the one that this node gave it. Found by a reviewer, 26-11-2026. */
const TODAY = '2026-11-26'
const context = { who: tester, today: day(TODAY), now: `${TODAY}T02:00:00.000Z`, language: 'vi' } as const
const CONSTRUCTION = 'so-xay-dung-da-nang-2025-03-01'

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  const value = <T>(answer: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    return answer.value
  }
  let number = 0
  const received = async (
    order: string,
    on = '20 tháng 11 năm 2026',
  ): Promise<{ readonly id: string; readonly tasks: readonly TaskView[] }> => {
    number += 1
    const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${number}/UBND-TH\nĐà Nẵng, ngày ${on}\n\n${order}`
    const { id } = value(await call(documentReceive, context, { text }))
    return { id, tasks: value(await call(documentGet, context, { id })).tasks }
  }
  const named = (tasks: readonly TaskView[]) =>
    tasks.map(({ lead, coordinating }) => [lead.map((body) => body.name), coordinating.map((body) => body.name)])

  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })

  test.each([
    ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính'],
    ['Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ'],
    ['Sở Lao động - Thương binh và Xã hội', 'Sở Nội vụ'],
  ])('[TSK-40] a letter that is newer than a merger and still says «%s» is led by %s', async (former, heir) => {
    const { id, tasks } = await received(`Giao ${former} chủ trì rà soát danh mục công trình trước ngày 31/12/2026.`)
    const [task] = tasks
    expect(task?.endedLeads.map((lead) => [lead.name, lead.holder?.name])).toEqual([[former, heir]])
    value(await call(taskConfirm, context, { id: task?.id ?? '', version: 1 }))
    value(await call(documentAssign, context, { id }))
    expect(value(await call(taskGet, context, { id: task?.id ?? '' })).holder).toMatchObject({ name: heir })
  })

  test('[TSK-40] the review says of a lead that no register knows that it is unknown, and of no other', async () => {
    const door = pages({
      call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => tester,
      files: noFiles,
      now: () => new Date(context.now),
    })
    const shown = async (order: string): Promise<string> => {
      const [task] = (await received(order)).tasks
      const [id, slug] = [task?.id ?? '', task?.document.slug ?? '']
      return (await door.request(`/lam-viec/tiep-nhan/${slug}?mo=${id}`)).text()
    }
    const note = 'Chưa có trong sổ đăng ký: Sở Vũ trụ. Kiểm tra tên cơ quan chủ trì trước khi giao.'
    expect(await shown('Giao Sở Vũ trụ, Sở Y tế chủ trì lập danh mục trạm quan sát trước ngày 31/12/2026.')).toContain(note)
    expect(await shown('Giao Sở Y tế chủ trì lập danh mục trạm cấp cứu trước ngày 31/12/2026.')).not.toContain('Chưa có trong sổ đăng ký')
  })

  test('[TSK-40] a district named after its end waits for a choice among its heirs; a name nobody ever bore is nobody', async () => {
    const [district, stranger] = (
      await received(
        '1. Giao UBND quận Hải Châu chủ trì kiểm tra các bến thuyền.\n2. Giao Sở Vũ trụ chủ trì lập danh mục công trình trước ngày 31/12/2026.',
      )
    ).tasks
    expect(district).toMatchObject({ blockedBy: 'lead-ended', lead: [{ organisation: 'ubnd-d492-origin' }] })
    expect(stranger).toMatchObject({ blockedBy: null, endedLeads: [], lead: [{ organisation: null }] })
  })

  test('[TSK-43] work is reassigned to one body; one that the register does not know is confirmed first', async () => {
    const { id: letter, tasks } = await received('Giao Sở Công Thương chủ trì kiểm tra các chợ trước ngày 31/12/2026.')
    value(await call(taskConfirm, context, { id: tasks[0]?.id ?? '', version: 1 }))
    value(await call(documentAssign, context, { id: letter }))
    const { id, version, code } = value(await call(taskGet, context, { id: tasks[0]?.id ?? '' }))
    const reassign = async (lead: string, unregistered?: boolean) => {
      const given = { id, version, lead, words: 'Không đúng chức năng', ...(unregistered === undefined ? {} : { unregistered }) }
      const answer = await call(taskReassign, context, given)
      return answer.ok ? answer.value.lead : answer.refusal.code
    }
    expect(
      await Promise.all(['Sở Vũ trụ', 'Ông Nguyễn Văn A', 'Sở Y tế, Sở Xây dựng', 'Sở Y tế; Sở Vũ trụ'].map((lead) => reassign(lead))),
    ).toEqual(['lead-unregistered', 'lead-unregistered', 'lead-several', 'lead-several'])
    expect(await reassign('Sở Y tế, Sở Xây dựng', true)).toBe('lead-several')
    expect(await reassign('Sở Vũ trụ', true)).toBe('Sở Vũ trụ')

    expect(value(await call(taskGet, context, { id: (code ?? '').toLowerCase() })).id).toBe(id)
    expect(value(await call(taskList, context, { q: '???' })).items).toEqual([])
    expect(value(await call(taskList, context, { q: ' ' })).items).not.toEqual([])
  })

  test('[TSK-40] [DIR-38] a name this node gave is read whole, from the day on which it is borne; the one before still finds its heir', async () => {
    const on = '2026-11-10'
    const plan = value(
      await call(successionPlan, context, {
        name: 'Đổi tên thử',
        basis: 'NQ 98/NQ-HĐND',
        day: on,
        parts: [{ kind: 'rename', from: [CONSTRUCTION], to: [{ name: 'Sở Xây dựng và Đô thị', abbreviation: 'SXDĐT' }] }],
      }),
    )
    value(await call(successionCommit, context, { id: plan.id, version: plan.version }))
    const order = 'Giao Sở Xây dựng và Đô thị chủ trì, phối hợp với Sở Y tế kiểm tra các cầu trước ngày 31/12/2026.'
    const { id, tasks } = await received(order)
    expect(named(tasks)).toEqual([[['Sở Xây dựng và Đô thị'], ['Sở Y tế']]])
    const heir = tasks[0]?.lead[0]?.organisation ?? ''
    expect(heir).toMatch(/^so-xay-dung-va-do-thi-2026-11-10/)
    expect(value(await call(taskPropose, context, { id, words: order })).lead).toEqual(['Sở Xây dựng và Đô thị'])
    const helping = (await received('Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng và Đô thị thành phố Đà Nẵng kiểm tra các trạm.')).tasks
    expect(helping[0]?.coordinating.map((body) => body.organisation)).toEqual([heir])
    const two = (await received('Giao Giám đốc Sở Xây dựng và Đô thị, Sở Y tế chủ trì kiểm tra các trạm.')).tasks
    expect(two[0]?.lead.map((body) => body.name)).toEqual(['Sở Xây dựng và Đô thị', 'Sở Y tế'])

    // on the very day of the renaming, by the name of the day before
    const [late] = (await received('Giao Sở Xây dựng chủ trì kiểm tra các bến xe.', '10 tháng 11 năm 2026')).tasks
    expect([late?.lead[0]?.organisation, late?.endedLeads[0]?.holder?.name]).toEqual([CONSTRUCTION, 'Sở Xây dựng và Đô thị'])
    // a letter older than the name is read as it was
    const [before] = (await received('Giao Sở Xây dựng chủ trì kiểm tra các bến xe cũ.', '01 tháng 10 năm 2026')).tasks
    expect(before?.lead[0]?.organisation).toBe(CONSTRUCTION)
  })

  test('[DIR-38] a merger named with «và» is one lead, and what is two departments before it stays two', async () => {
    const order = 'Giao Sở Y tế và Tư pháp chủ trì kiểm tra các trạm y tế trước ngày 31/12/2026.'
    expect(named((await received(order, '05 tháng 9 năm 2026')).tasks)).toEqual([[['Sở Y tế', 'Sở Tư pháp'], []]])
    const plan = value(
      await call(successionPlan, context, {
        name: 'Sáp nhập thử',
        basis: 'NQ 99/NQ-HĐND',
        day: '2026-11-12',
        parts: [
          {
            kind: 'merge',
            from: ['so-y-te-da-nang-origin', 'so-tu-phap-da-nang-origin'],
            to: [{ name: 'Sở Y tế và Tư pháp', abbreviation: '' }],
          },
        ],
      }),
    )
    value(await call(successionCommit, context, { id: plan.id, version: plan.version }))
    expect(named((await received(`${order} Gửi kết quả về UBND thành phố.`)).tasks)[0]).toEqual([['Sở Y tế và Tư pháp'], []])
  })
})
