import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionGet } from '../../src/operations/succession/list-successions.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionUndo } from '../../src/operations/succession/undo-succession.ts'
import { taskAdd } from '../../src/operations/task/add-task.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskReassign } from '../../src/operations/task/reassign-task.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** A succession is undone after work was given to the body it made. 2026-11-26, from a walk through a rename. */
const at = (on: string) => ({ who: tester, today: day(on), now: `${on}T02:00:00.000Z`, language: 'vi' }) as const
const HEALTH = 'so-y-te-da-nang-origin'
const JUSTICE = 'so-tu-phap-da-nang-origin'
const SCHOOLS = 'so-giao-duc-va-dao-tao-da-nang-origin'
const OFFICES = 'so-noi-vu-da-nang-2025-03-01'
const TRADE = 'so-cong-thuong-da-nang-origin'
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 95/UBND-KT
Đà Nẵng, ngày 02 tháng 3 năm 2026

Giao Sở Xây dựng chủ trì kiểm tra các chợ trước ngày 15/12/2026.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  let door: ReturnType<typeof pages>
  let document = ''
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    door = pages({
      call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => tester,
      files: noFiles,
      now: () => new Date('2026-11-20T02:00:00Z'),
    })
    document = got(await call(documentReceive, at('2026-03-10'), { text: LETTER })).id
  })
  afterAll(() => opened.close())

  const committed = async (kind: 'rename' | 'merge', from: readonly string[], name: string) => {
    const parts = [{ kind, from: [...from], to: [{ name }] }]
    const plan = got(
      await call(successionPlan, at('2026-09-01'), { name: `Sắp xếp ${name}`, basis: 'NQ 9/NQ-HĐND', day: '2026-09-01', parts }),
    )
    got(await call(successionCommit, at('2026-09-01'), { id: plan.id, version: plan.version }))
    return { id: plan.id, made: plan.parts[0]?.to[0]?.id ?? '' }
  }
  /** Work given out since, and handed to a body by its name. */
  const given = async (title: string, lead: string): Promise<string> => {
    const { id } = got(await call(taskAdd, at('2026-10-01'), { id: document, title, lead: ['Sở Xây dựng'], due: '2026-12-31' }))
    got(await call(taskConfirm, at('2026-10-01'), { id, version: 1 }))
    got(await call(documentAssign, at('2026-10-01'), { id: document, tasks: [id] }))
    const { version } = got(await call(taskGet, at('2026-10-01'), { id }))
    got(await call(taskReassign, at('2026-10-02'), { id, version, lead, words: 'Đúng chức năng' }))
    return id
  }
  const leads = async (task: string) =>
    (
      await opened.engine.asOwner((owner) =>
        owner.query(
          "select organisation_id, from_day, to_day, basis from assignment where task_id = $1 and role = 'lead' order by id desc limit 2",
          [task],
        ),
      )
    ).map((row) => [row['organisation_id'], row['from_day'], row['to_day'], `${row['basis']}`.startsWith('succession-undo:')])

  test('[ORG-22] a rename is undone: what was given under the new name goes to the body it was, by the same counter-entry', async () => {
    const { id, made } = await committed('rename', [TRADE], 'Sở Công nghiệp và Thương mại')
    const task = await given('Kiểm tra chợ đêm', 'Sở Công nghiệp và Thương mại')
    expect(got(await call(taskGet, at('2026-10-03'), { id: task })).holder?.id).toBe(made)
    expect(got(await call(successionGet, at('2026-10-03'), { id })).born).toMatchObject([{ task, sources: [TRADE] }])
    const form = await (await door.request(`/lam-viec/hop-nhat/${id}`)).text()
    expect(form).toContain('Về Sở Công Thương')
    got(await call(successionUndo, at('2026-11-20'), { id, basis: 'NQ 10/NQ-HĐND' }))
    expect(got(await call(taskGet, at('2026-11-20'), { id: task })).holder).toEqual({ id: TRADE, name: 'Sở Công Thương' })
    expect(await leads(task)).toEqual([
      [TRADE, '2026-11-20', null, true],
      [made, '2026-10-02', '2026-11-20', false],
    ])
    // what was before it was undone stays as it was
    expect(got(await call(taskGet, at('2026-11-20'), { id: task, on: '2026-10-15' })).holder?.id).toBe(made)
  })

  test('[ORG-22] [TSK-44] the part that a merged body has in the work of others goes to all it came of, and to nobody twice', async () => {
    const { id, made } = await committed('merge', [SCHOOLS, OFFICES], 'Sở Giáo dục và Nội vụ')
    const helped = async (title: string, coordinating: readonly string[]): Promise<string> => {
      const added = got(
        await call(taskAdd, at('2026-10-01'), { id: document, title, lead: ['Sở Xây dựng'], coordinating, due: '2026-12-31' }),
      ).id
      got(await call(taskConfirm, at('2026-10-01'), { id: added, version: 1 }))
      got(await call(documentAssign, at('2026-10-01'), { id: document, tasks: [added] }))
      return added
    }
    const task = await helped('Rà soát nhà vệ sinh ở chợ', ['Sở Giáo dục và Nội vụ', 'Sở Công Thương'])
    const led = await helped('Rà soát phòng cháy', ['Sở Giáo dục và Nội vụ'])
    const { version } = got(await call(taskGet, at('2026-10-01'), { id: led }))
    // one of those that were merged is led by what they became
    const merged = await given('Kiểm tra học đường', 'Sở Giáo dục và Nội vụ')
    const now = got(await call(taskGet, at('2026-10-03'), { id: merged })).version
    const refusedLead = await call(taskReassign, at('2026-10-03'), { id: merged, version: now, lead: 'Sở Nội vụ', words: 'Thử giao lại' })
    expect(refusedLead).toMatchObject({ refusal: { code: 'lead-already', data: { lead: 'Sở Giáo dục và Nội vụ (Sở Nội vụ)' } } })
    got(await call(taskReassign, at('2026-10-02'), { id: led, version, lead: 'Sở Công Thương', words: 'Đúng chức năng' }))
    const helpers = async (of: string, on: string) =>
      got(await call(taskGet, at('2026-11-20'), { id: of, on })).helpers.map((one) => one.holder.id)
    expect(await helpers(task, '2026-11-20')).toEqual([made, TRADE])
    got(await call(successionUndo, at('2026-11-20'), { id, basis: 'NQ 12/NQ-HĐND', back: [{ task: merged, to: OFFICES }] }))
    expect(await helpers(task, '2026-11-20')).toEqual([TRADE, SCHOOLS, OFFICES])
    expect(await helpers(led, '2026-11-20')).toEqual([SCHOOLS, OFFICES])
    // a day before that stays as it was
    expect((await helpers(task, '2026-10-15'))[0]).toBe(made)
    expect(got(await call(historyVerify, at('2026-11-20'), {}))).toMatchObject({ ok: true })
  })

  test('[ORG-22] a merger is undone: a person says to which of the former bodies each task goes, on the form; unsaid it is refused by code', async () => {
    const { id } = await committed('merge', [HEALTH, JUSTICE], 'Sở Y tế và Tư pháp')
    const [first, second] = [await given('Kiểm tra trạm y tế', 'Sở Y tế và Tư pháp'), await given('Rà soát hộ tịch', 'Sở Y tế và Tư pháp')]
    const code = got(await call(taskGet, at('2026-11-20'), { id: second })).code ?? ''
    const undo = (back: object) => call(successionUndo, at('2026-11-20'), { id, basis: 'NQ 11/NQ-HĐND', ...back })
    expect(await undo({})).toMatchObject({ refusal: { code: 'succession-back-unsaid', data: { count: 2 } } })
    const half = [
      { task: first, to: HEALTH },
      { task: second, to: TRADE },
    ]
    // one that it did not come of is no answer
    expect(await undo({ back: half })).toMatchObject({ refusal: { code: 'succession-back-unsaid', data: { count: 1, tasks: code } } })

    const address = `/lam-viec/hop-nhat/${id}`
    const form = await (await door.request(address)).text()
    expect(form.match(/<option value="so-(y-te|tu-phap)-da-nang-origin">[^<]*/g)).toHaveLength(4)
    // refused, the form is there as it was typed
    const halfTyped = new URLSearchParams({
      viec: 'huy',
      'can-cu': 'NQ 13/NQ-HĐND',
      ngay: '19/11/2026',
      'tra-ve': first,
      [`ve-${first}`]: HEALTH,
    })
    const again = await door.request(address, { method: 'POST', body: halfTyped })
    const typed = await again.text()
    expect([again.status, typed.includes('value="NQ 13/NQ-HĐND"'), typed.includes('value="19/11/2026"')]).toEqual([409, true, true])
    expect(typed).toMatch(new RegExp(`id="ve-${first}"[^>]*>(?:(?!</select>).)*<option value="${HEALTH}" selected`))
    const body = new URLSearchParams({ viec: 'huy', 'can-cu': 'NQ 11/NQ-HĐND', ngay: '20/11/2026' })
    for (const [task, to] of [
      [first, HEALTH],
      [second, JUSTICE],
    ] as const) {
      body.append('tra-ve', task)
      body.append(`ve-${task}`, to)
    }
    expect((await door.request(address, { method: 'POST', body })).status).toBe(303)
    const holder = async (task: string) => got(await call(taskGet, at('2026-11-20'), { id: task })).holder?.name
    expect([await holder(first), await holder(second)]).toEqual(['Sở Y tế', 'Sở Tư pháp'])
    expect(got(await call(historyVerify, at('2026-11-20'), {}))).toMatchObject({ ok: true })
  })
})
