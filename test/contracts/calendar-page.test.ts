import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { addWorkingDays, type Calendar } from '../../src/kernel/period/calendar.ts'
import { addDays, type Day, day } from '../../src/kernel/period/day.ts'
import { calendarAddWorkingDays } from '../../src/operations/calendar/add-working-days.ts'
import { calendarDecide } from '../../src/operations/calendar/decide-days.ts'
import { calendarDays } from '../../src/operations/calendar/list-days.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** Decisions on days off, recorded on the page of the year as an administrator does it in December. */
const LETTER = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 77/UBND-TH
Đà Nẵng, ngày 28 tháng 01 năm 2027
1. Giao Sở Y tế rà soát các trạm y tế trong vòng 10 ngày làm việc.
2. Giao Sở Y tế báo cáo kết quả trước ngày 26/02/2027.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  let who: Who = tester
  let site: ReturnType<typeof pages>
  const at = { who: tester, today: day('2027-01-28'), now: '2027-01-28T02:00:00.000Z', language: 'vi' } as const
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    site = pages({
      call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => who,
      files: noFiles,
      now: () => new Date(at.now),
      report: (error) => {
        throw error
      },
    })
    const { id } = got(await call(documentReceive, at, { text: LETTER }))
    for (const task of got(await call(taskList, at, { state: 'proposed' })).items)
      got(await call(taskConfirm, at, { id: task.id, version: task.version }))
    got(await call(documentAssign, at, { id }))
  })
  afterAll(() => opened.close())

  const page = async (query: string): Promise<string> => (await site.request(`/lich-lam-viec${query}`)).text()
  const send = (fields: Readonly<Record<string, string>>) =>
    site.request('/lich-lam-viec?nam=2027', { method: 'POST', body: new URLSearchParams(fields) })
  const inForce = async (): Promise<Calendar> =>
    new Map(got(await call(calendarDays, at, { year: 2027 })).items.map((one) => [one.day as Day, one.kind]))
  const counted = async () => {
    const [task] = got(await call(taskList, at, {})).items.filter((one) => one.title.includes('trạm'))
    if (task === undefined) throw new Error('one task is counted in working days')
    return task
  }
  const tet = { 'ngay-nghi': '05/02/2027 – 11/02/2027', 'ly-do': 'Nghỉ Tết Nguyên đán', 'can-cu': '100/TB-VPCP' }

  test('[PER-13] a year that the register does not cover says so, and who decides nothing has no form', async () => {
    who = NOBODY
    const html = await page('?nam=2027')
    expect(html).toContain('Lịch năm 2027 chưa có trong sổ kèm theo phần mềm')
    expect(html).not.toContain('name="ngay-nghi"')
    expect((await send(tet)).status).toBe(401)
    who = tester
    expect(await page('?nam=2027')).toContain('name="ngay-nghi"')
    expect(await page('?nam=2026')).not.toContain('chưa có trong sổ')
    // a year nobody keeps is the year of today
    expect(await page('?nam=1890')).toContain('Lịch làm việc năm 2027')
  })

  test('[PER-13] what is no day is named and nothing is recorded; a day named twice neither', async () => {
    const bad = await send({ ...tet, 'ngay-lam-bu': '31/02/2027' })
    expect(bad.status).toBe(400)
    const html = await bad.text()
    expect(html).toContain('31/02/2027')
    expect(html).toContain('05/02/2027 – 11/02/2027</textarea>')
    expect((await send({ ...tet, 'ngay-lam-bu': '06/02/2027' })).status).toBe(400)
    expect((await send({ 'ly-do': 'Nghỉ Tết', 'can-cu': '100/TB-VPCP' })).status).toBe(400)
    // a day of another year was not seen; each fault leads to its field
    const other = await (await send({ ...tet, 'ngay-lam-bu': '01/01/2028' })).text()
    expect(other).toContain('01/01/2028 không thuộc năm 2027')
    expect(other).toContain('href="#ngay-lam-bu"')
    expect((await inForce()).size).toBe(0)
  })

  test('[PER-13] a holiday with the Saturday that makes up for it moves a due day once and tells of it once', async () => {
    const before = await counted()
    const done = await send({ ...tet, 'ngay-lam-bu': '20/02/2027', khoa: 'mot-lan' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/lich-lam-viec?nam=2027&ghi=8&doi=1'])
    const after = await counted()
    expect(after.due).toBe(addWorkingDays(await inForce(), day('2027-01-28'), 10))
    expect(after.due).not.toBe(before.due)
    const said = got(await call(taskEvents, at, { id: after.id })).items.filter((event) => event.kind === 'recounted')
    expect(said.map((event) => event.day)).toEqual([after.due])
    expect(got(await call(taskGet, at, { id: after.id })).dues.map((due) => due.reason)).toEqual(['original', 'calendar'])
    const html = await page('?nam=2027&ghi=8&doi=1')
    expect(html).toContain('Đã ghi 8 ngày; 1 nhiệm vụ có hạn mới')
    expect(html).toContain('100/TB-VPCP')
    expect(html).toContain('Ngoài thứ Bảy, Chủ nhật, nghỉ 5 ngày; làm bù 1 ngày')
    expect(html).toContain('chỉ gồm những ngày đã ghi ở đây')
  })

  test('[PER-9] two who both saw a day without a row do not write over one another', async () => {
    const seen = { 'ly-do': 'Nghỉ lễ', 'can-cu': '102/TB-VPCP' }
    expect((await send({ ...seen, 'ngay-nghi': '30/04/2027', 'da-doi-chieu': '1' })).status).toBe(303)
    expect((await send({ ...seen, 'ngay-lam-bu': '30/04/2027' })).status).toBe(409)
    const day30 = got(await call(calendarDays, at, { year: 2027 })).items.find((one) => one.day === '2027-04-30')
    expect(day30).toMatchObject({ kind: 'closed', version: 1, certainty: 'seen' })
    // a number typed on the page is not taken for a document that was read
    expect(got(await call(calendarDays, at, { year: 2027 })).items.find((one) => one.day === '2027-02-08')?.certainty).toBe('high')
  })

  test('[PER-9] [PER-13] of two who decide one day the second is refused, and none of his other days stand', async () => {
    const seen = { 'phien-ban': '2027-02-05:1', 'ly-do': 'Đi làm lại', 'can-cu': '101/TB-VPCP' }
    expect((await send({ ...seen, 'nhu-thuong': '05/02/2027' })).status).toBe(303)
    expect((await send({ ...seen, 'nhu-thuong': '05/02/2027', 'ngay-nghi': '01/05/2027' })).status).toBe(409)
    const now = await inForce()
    expect([now.get(day('2027-02-05')), now.get(day('2027-05-01'))]).toEqual(['ordinary', undefined])
    expect((await counted()).due).toBe(addWorkingDays(now, day('2027-01-28'), 10))
  })

  test('[PER-5] the term that is counted on the page is the kernel’s', async () => {
    const due = addWorkingDays(await inForce(), day('2027-02-01'), 12)
    expect(await page('?nam=2027&tu=01/02/2027&cong=12')).toContain(`<time dateTime="${due}">`)
    expect(await page('?nam=2027&tu=31/02/2027&cong=12')).toContain('31/02/2027')
    expect(await page('?nam=2026&tu=24/11/2026&cong=30')).toContain('Có ngày ngoài sổ lịch')
    expect(await page('?nam=2026&tu=24/11/2026&cong=3')).not.toContain('Có ngày ngoài sổ lịch')
  })

  test('[PER-10] a closure of a hundred days moves every term it lies in, to a day that is worked', async () => {
    const from = day('2027-03-01')
    const days = Array.from({ length: 100 }, (_, i) => ({ day: addDays(from, i), kind: 'closed' }))
    const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 78/UBND-TH\nĐà Nẵng, ngày 26 tháng 02 năm 2027\n1. Giao Sở Y tế rà soát nhà thuốc trong vòng 5 ngày làm việc.\n2. Giao Sở Y tế rà soát phòng khám trong vòng 90 ngày làm việc.`
    const later = { ...at, today: day('2027-02-27'), now: '2027-02-27T02:00:00.000Z' }
    got(await call(documentReceive, later, { text }))
    got(await call(calendarDecide, later, { days, reason: 'đóng cửa phòng dịch', basis: 'QĐ thử' }))
    const found = got(await call(taskList, later, { state: 'proposed', limit: 100 })).items.map((one) => one.due)
    const now = await inForce()
    expect(found.toSorted()).toEqual([5, 90].map((n) => addWorkingDays(now, day('2027-02-26'), n)))
    expect(got(await call(calendarAddWorkingDays, later, { from: '2027-02-26', n: 1 })).day).toBe(addWorkingDays(now, day('2027-02-26'), 1))
    const back = days.map((one) => ({ ...one, kind: 'ordinary' }))
    got(await call(calendarDecide, later, { days: back, reason: 'thôi đóng cửa', basis: 'QĐ thử 2' }))
  })

  test('[PER-14] a letter received while days are decided is due by the calendar that both leave', async () => {
    const wrong: unknown[] = []
    for (let k = 0; k < 12; k += 1) {
      const n = 8 + k
      const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${200 + k}/UBND-TH\nĐà Nẵng, ngày 01 tháng 9 năm 2027\n1. Giao Sở Y tế rà soát việc số ${k} trong vòng ${n} ngày làm việc.`
      const later = { ...at, today: day('2027-09-01'), now: '2027-09-01T02:00:00.000Z' }
      const kind = k % 2 === 0 ? 'closed' : 'ordinary'
      const [letter] = await Promise.all([
        call(documentReceive, later, { text }),
        setTimeout(k * 3).then(async () =>
          got(await call(calendarDecide, later, { days: [{ day: '2027-09-10', kind }], reason: 'thử', basis: 'QĐ thử' })),
        ),
      ])
      const { id } = got(letter)
      const [task] = got(await call(taskList, later, { document: id, state: 'proposed' })).items
      const due = addWorkingDays(await inForce(), day('2027-09-01'), n)
      if (task?.due !== due) wrong.push([k, task?.due, due])
    }
    expect(wrong).toEqual([])
  })

  test('[ACC-18] a number within a list is asked for as one outside', async () => {
    for (const version of [null, [0], '0x0', ' ', true]) {
      const odd = await call(calendarDecide, at, { days: [{ day: '2027-11-20', kind: 'closed', version }], reason: 'thử', basis: 'QĐ thử' })
      expect([version, odd.ok ? 'ok' : odd.refusal.data?.['name']]).toEqual([version, 'days.0.version'])
    }
  })

  test('[PER-13] a decision names a hundred days at most; history stays whole', async () => {
    const days = Array.from({ length: 101 }, (_, i) => ({
      day: `2030-0${1 + Math.floor(i / 28)}-${String((i % 28) + 1).padStart(2, '0')}`,
      kind: 'closed',
    }))
    const many = await call(calendarDecide, at, { days, reason: 'quá nhiều', basis: 'QĐ thử' })
    expect(many.ok).toBe(false)
    expect(got(await call(historyVerify, at, {})).ok).toBe(true)
  })
})
