import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addWorkingDays, type Calendar } from '../../src/kernel/period/calendar.ts'
import { addDays, type Day, day } from '../../src/kernel/period/day.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { calendarDays } from '../../src/operations/calendar/list-days.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { actOperation } from '../../src/operations/task/act-on-task.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { publicTaskList } from '../../src/operations/task/list-public-tasks.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { taskSetVisibility } from '../../src/operations/task/set-visibility.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

const context = { who: tester, today: day('2026-03-02'), now: '2026-03-02T02:00:00.000Z', language: 'vi' } as const
const TERMS = [5, 10, 20, 45]
const cancel = actOperation('cancel', 'hủy', 'cancel')
const letter = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 15/UBND-TH
Đà Nẵng, ngày 02 tháng 3 năm 2026
${TERMS.map((n, i) => `${i + 1}. Giao Sở Y tế rà soát trạm y tế số ${i + 1} trong vòng ${n} ngày làm việc.`).join('\n')}
5. Giao Sở Y tế báo cáo kết quả trước ngày 20/3/2026.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  const value = <T>(answer: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value
  }
  const dues = async () =>
    value(await call(taskList, context, { limit: 100 })).items.map((one) => [/số (\d)/.exec(one.title)?.[1], one.due] as const)
  const calendar = async (): Promise<Calendar> => {
    const days = value(await call(calendarDays, context, { year: 2026 }))
    return new Map(days.items.map((one) => [one.day as Day, one.kind]))
  }
  const expected = async () => {
    const inForce = await calendar()
    return TERMS.map((n) => addWorkingDays(inForce, day('2026-03-02'), n))
  }
  const found = async () => {
    const all = new Map(await dues())
    return TERMS.map((_, i) => all.get(String(i + 1)))
  }

  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const { id } = value(await call(documentReceive, context, { text: letter }))
    for (const task of value(await call(taskList, context, { state: 'proposed', limit: 100 })).items)
      value(await call(taskConfirm, context, { id: task.id, version: 1 }))
    value(await call(documentAssign, context, { id }))
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[PER-10] a day closed later moves the terms it lies in, by the kernel’s own sum; the others stay, and only those are told', async () => {
    const before = await found()
    expect(before).toEqual(await expected())
    const closed = value(
      await call(calendarCorrectDay, context, { day: '2026-03-16', kind: 'closed', reason: 'nghỉ theo quyết định', basis: 'QĐ 9/QĐ-TTg' }),
    )
    // 5 and 10 working days end on 9-3 and 16-3: the second lies on the day closed
    expect(closed).toMatchObject({ touched: 3, moved: 3 })
    const after = await found()
    expect(after).toEqual(await expected())
    expect(after[0]).toBe(before[0])
    expect(after.slice(1).every((due, i) => due !== before[i + 1])).toBe(true)
    for (const [i, one] of value(await call(taskList, context, { limit: 100 }))
      .items.filter((task) => task.title.includes('trạm'))
      .entries()) {
      const said = value(await call(taskEvents, context, { id: one.id })).items.filter((event) => event.kind === 'recounted')
      const moved = one.due !== one.dueOriginal
      expect([i, said.map((event) => event.day)]).toEqual([i, moved ? [one.due] : []])
      if (moved) {
        const task = value(await call(taskGet, context, { id: one.id }))
        expect(task.dues.map((due) => due.reason)).toEqual(['original', 'calendar'])
      }
    }
  })

  test('[PER-10] a Saturday worked to make up moves them back, and a second decision changes only what it touches', async () => {
    const saturday = addDays(day('2026-03-16'), 5)
    const worked = value(await call(calendarCorrectDay, context, { day: saturday, kind: 'worked', reason: 'làm bù', basis: 'QĐ 9/QĐ-TTg' }))
    expect(worked).toMatchObject({ touched: 2, moved: 2 })
    expect(await found()).toEqual(await expected())
    const nothing = value(
      await call(calendarCorrectDay, context, { day: '2026-03-22', kind: 'closed', reason: 'chủ nhật', basis: 'QĐ 9/QĐ-TTg' }),
    )
    expect(nothing.moved).toBe(0)
  })

  test('[PER-10] [TSK-2] named and counted days stand in one order, page by page, and each class holds its own', async () => {
    const whole = value(await call(taskList, context, { limit: 100 }))
    const days = whole.items.map((one) => one.due ?? '')
    expect([days.length, days]).toEqual([TERMS.length + 1, days.toSorted()])
    const paged: string[] = []
    for (let after: string | undefined; ; ) {
      const page = value(await call(taskList, context, { limit: 2, ...(after === undefined ? {} : { after }) }))
      expect(page.total).toBe(whole.total)
      paged.push(...page.items.map((one) => one.id))
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(whole.items.map((one) => one.id))
    for (const lateness of ['overdue', 'due-soon', 'in-time'] as const) {
      const of = value(await call(taskList, { ...context, today: day('2026-03-12') }, { lateness, limit: 100 }))
      const all = value(await call(taskList, { ...context, today: day('2026-03-12') }, { limit: 100 })).items
      expect(of.items.map((one) => one.id)).toEqual(all.filter((one) => one.lateness === lateness).map((one) => one.id))
    }
  })

  test('[PER-10] [BRD-1] a past day knows the old last day; closed work keeps its day, whatever the calendar becomes', async () => {
    const before = await found()
    const [, , , cancelled] = value(await call(taskList, context, { limit: 100 })).items.filter((task) => task.title.includes('trạm'))
    if (cancelled === undefined) throw new Error('four are counted')
    value(await call(cancel, context, { id: cancelled.id, version: cancelled.version, words: 'không còn cần', document: '20/UBND-TH' }))
    const later = { ...context, today: day('2026-03-05'), now: '2026-03-05T02:00:00.000Z' }
    value(
      await call(calendarCorrectDay, later, { day: '2026-03-13', kind: 'closed', reason: 'nghỉ theo quyết định', basis: 'QĐ 10/QĐ-TTg' }),
    )
    const inForce = await expected()
    expect(await found()).toEqual([...inForce.slice(0, 3), before[3]])
    expect(inForce[3]).not.toBe(before[3])
    const then = value(await call(taskList, later, { on: '2026-03-04', limit: 100 })).items
    const old = new Map(then.map((one) => [/số (\d)/.exec(one.title)?.[1], one.due]))
    expect(TERMS.map((_, i) => old.get(String(i + 1)))).toEqual(before)
  })

  test('[PER-10] [ACC-16] the public reads the day in force, in one order with days that were named', async () => {
    const all = value(await call(taskList, context, { limit: 100, lateness: 'in-force' })).items
    for (const { id, version } of all) value(await call(taskSetVisibility, context, { id, version, visibility: 'public' }))
    const open = value(await call(publicTaskList, context, {}))
    expect(open.items.map((one) => [one.code, one.due])).toEqual(all.map((one) => [one.code, one.due]))
    expect(Object.values(open.byLateness).reduce((sum, n) => sum + n, 0)).toBe(all.length)
  })

  test('[HIS-6] history replayed gives the terms as they are, and its chain verifies', async () => {
    const rows = await opened.engine.asOwner((owner) =>
      owner.query("select from_day || '/' || days as id, last_day::text from term order by 1"),
    )
    const changes = (await opened.engine.asOwner((owner) =>
      owner.query("select row_id as id, after ->> 'last_day' as last_day from history_row where record = 'term' order by n"),
    )) as readonly { id: string; last_day: string }[]
    const state = new Map(changes.map((change) => [change.id, change.last_day]))
    expect([...state].toSorted().map(([id, last_day]) => ({ id, last_day }))).toEqual(rows)
    expect(changes.length).toBeGreaterThan(rows.length)
    expect(await call(historyVerify, context, {})).toMatchObject({ ok: true, value: { ok: true } })
  })
})
