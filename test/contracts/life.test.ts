import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RefusalCode } from '../../src/base/refusals.ts'
import type { Duty, Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { fileRecord } from '../../src/operations/file/record-file.ts'
import type { AnyOperation } from '../../src/operations/registry.ts'
import { registry } from '../../src/operations/registry.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { actAs, storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** The life of given-out work, as the people of two departments and the office live it. */
const LETTER = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 77/UBND-TH
Đà Nẵng, ngày 10 tháng 3 năm 2023
Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế, hoàn thành trước ngày 15/4/2023.
Giao Sở Công Thương thường xuyên kiểm tra các chợ.
Giao Sở Du lịch chủ trì lập danh mục điểm đến, hoàn thành trong quý II năm 2023.`
const MONTHLY = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 78/UBND-TH
Đà Nẵng, ngày 10 tháng 3 năm 2023
Giao Sở Y tế chủ trì, định kỳ hàng tháng báo cáo tình hình dịch bệnh trước ngày 21/4/2023.`

const duty = (role: Duty['role'], organisation: string, central = false, deputyFor: Duty['deputyFor'] = null): Duty => ({
  role,
  organisation,
  central,
  deputyFor,
})
const person = (id: string, ...duties: readonly Duty[]): Who => ({
  kind: 'person',
  id,
  duties,
  bodies: duties.map((one) => one.organisation),
})
const YTE = 'so-y-te-da-nang-origin'
const health = person('p-yte', duty('specialist', YTE))
const building = person('p-xd', duty('specialist', 'so-xay-dung-da-nang-origin'))
const trade = person('p-ct', duty('specialist', 'so-cong-thuong-da-nang-origin'))
const office = person('p-vp', duty('office', 'van-phong-ubnd-da-nang-origin', true))
const deputy = person('p-pct', duty('leader', 'ubnd-p48-origin', true, { person: 'p-ct', form: 'KT.' }))

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  const at = (who: Who, today = '2023-03-20') => ({ who, today: day(today), now: `${today}T02:00:00.000Z`, language: 'vi' }) as const
  const act = async (who: Who, verb: string, given: object, today?: string, key?: string) => {
    const operation = registry.find((one) => one.name === `task.${verb}`) as AnyOperation
    const answer = await call(operation, { ...at(who, today), ...(key === undefined ? {} : { key }) }, given)
    return answer.ok ? (answer.value as { version: number; state: string; event: string }) : (answer.refusal.code as RefusalCode)
  }
  const get = async (id: string, today?: string) => {
    const found = await call(taskGet, at(tester, today), { id })
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }
  const codes: Record<string, string> = {}
  const monthly: Record<string, string> = {}

  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const received = await call(documentReceive, at(tester, '2023-03-10'), { text: LETTER })
    if (!received.ok) throw new Error(received.refusal.code)
    const proposed = await call(taskList, at(tester), { state: 'proposed' })
    if (!proposed.ok) throw new Error(proposed.refusal.code)
    for (const task of proposed.value.items) await call(taskConfirm, at(tester), { id: task.id, version: 1 })
    const assigned = await call(documentAssign, at(tester, '2023-03-10'), { id: received.value.id })
    if (!assigned.ok) throw new Error(assigned.refusal.code)
    for (const one of assigned.value.assigned) codes[one.lead] = one.code
    const second = await call(documentReceive, at(tester, '2023-03-10'), { text: MONTHLY })
    if (!second.ok) throw new Error(second.refusal.code)
    const more = await call(taskList, at(tester), { state: 'proposed' })
    for (const task of more.ok ? more.value.items : []) await call(taskConfirm, at(tester), { id: task.id, version: 1 })
    const others = await call(documentAssign, at(tester, '2023-03-10'), { id: second.value.id })
    for (const one of others.ok ? others.value.assigned : []) monthly[one.lead] = one.code
  })
  afterAll(async () => {
    await opened.close()
  })
  /** Another letter, with work that recurs. */
  const given = (lead: string): string => monthly[lead] ?? `no task of ${lead}: ${Object.keys(monthly)}`
  const code = (lead: string): string => codes[lead] ?? `no task of ${lead}: ${Object.keys(codes)}`

  test('[ACC-4] a department sees its own work and what it helps with; a stranger and someone without a duty see none', async () => {
    const seen = async (who: Who) => {
      const found = await call(taskList, at(who), {})
      return found.ok ? found.value.items.map((one) => one.code).toSorted() : found.refusal.code
    }
    expect(await seen(health)).toEqual([code('Sở Y tế'), given('Sở Y tế')])
    expect(await seen(building)).toEqual([code('Sở Y tế')])
    expect(await seen(trade)).toEqual([code('Sở Công Thương')])
    expect(await seen(person('p-0'))).toEqual([])
    expect(await seen({ kind: 'nobody', id: '', duties: [], bodies: [] })).toBe('sign-in-needed')
    expect(await act(trade, 'acknowledge', { id: code('Sở Y tế'), version: 2 })).toBe('not-found')
  })

  test('[TSK-14] [TSK-15] from assigned to done: reported by the lead, helped by a coordinator, accepted by another', async () => {
    const id = code('Sở Y tế')
    let { version } = await get(id)
    const next = async (who: Who, verb: string, given: object = {}, today?: string) => {
      const done = await act(who, verb, { id, version, ...given }, today)
      if (typeof done !== 'string') version = done.version
      return typeof done === 'string' ? done : done.state
    }
    expect(await next(office, 'acknowledge')).toBe('not-the-lead')
    // of that body, in a role that does not report: [ACC-2] it is the role he lacks
    expect(await next(person('p-tb', duty('duty-officer', YTE)), 'acknowledge')).toBe('role-missing')
    expect(await next(health, 'acknowledge')).toBe('acknowledged')
    expect(await next(building, 'progress', { words: 'Đã xong phần xây dựng', percent: 50 })).toBe('not-the-lead')
    expect(await next(health, 'progress', { percent: 40 })).toBe('words-missing')
    expect(await next(health, 'progress', { words: 'Đã rà soát 40 trạm', percent: 140 })).toBe('bad-value')
    expect(await next(health, 'progress', { words: 'Đã rà soát 40 trạm', percent: 40 })).toBe('active')
    expect(await next(health, 'progress', { words: 'Sửa số liệu', percent: 35 })).toBe('progress-fell')
    expect(await next(health, 'progress', { words: 'Sửa số liệu', percent: 35, reason: 'Đếm trùng năm trạm' })).toBe('active')
    expect(await next(building, 'part', { words: 'Đã khảo sát kết cấu 12 trạm' })).toBe('active')
    expect(await next(building, 'claim')).toBe('not-the-lead')
    expect(await next(building, 'ask-extension', { day: '2023-06-30', words: 'Chưa kịp' })).toBe('not-the-lead')
    expect(await next(health, 'claim', { day: '2023-04-30', document: '98/BC-SYT' }, '2023-04-10')).toBe('day-outside')
    expect(await next(health, 'claim', { day: '2023-03-01', document: '98/BC-SYT' }, '2023-04-10')).toBe('day-outside')
    expect(await next(health, 'claim', { words: 'Xong', day: '2023-04-09' }, '2023-04-10')).toBe('evidence-missing')
    expect(await next(health, 'claim', { words: 'Xong', day: '2023-04-09', document: '98/BC-SYT' }, '2023-04-10')).toBe('claimed')
    expect(await next(health, 'accept')).toBe('not-the-assigner')
    // 26-11-2026: the office was told that this is for the office
    expect(await next(health, 'part', { words: 'Phần của Sở' })).toBe('not-a-coordinator')
    expect(await next(office, 'decide', { words: 'Đồng ý' })).toBe('not-the-leader')
    expect(await next(building, 'escalate', { words: 'Xin ý kiến' })).toBe('not-the-lead')
    expect(await next(office, 'return')).toBe('words-missing')
    expect(await next(office, 'return', { words: 'Thiếu báo cáo' }, '2023-04-11')).toBe('active')
    expect(await next(health, 'claim', { day: '2023-04-12', document: '99/BC-SYT' }, '2023-04-12')).toBe('claimed')
    expect(await next(office, 'accept', {}, '2023-04-20')).toBe('done')
    expect(await get(id, '2023-05-01')).toMatchObject({ state: 'done', closedOn: '2023-04-12', lateness: 'done-on-time', percent: 100 })
    expect(await next(health, 'progress', { words: 'Thêm' })).toBe('wrong-state')

    const said = await call(taskEvents, at(office), { id })
    const part = said.ok ? said.value.items.find((one) => one.kind === 'part') : undefined
    const update = said.ok ? said.value.items.find((one) => one.id === part?.under) : undefined
    expect([part?.organisation, update?.kind, update?.organisation]).toEqual(['Sở Xây dựng', 'progress', 'Sở Y tế'])
    expect(said.ok && said.value.items.map((one) => one.kind).toReversed()).toEqual([
      'acknowledged',
      'progress',
      'progress',
      'part',
      'claimed',
      'returned',
      'claimed',
      'accepted',
    ])
  })

  test('[TSK-15] whoever claimed does not accept, even when he may do both', async () => {
    const id = code('Sở Du lịch')
    const { version } = await get(id)
    const claimed = await act(tester, 'claim', { id, version, document: '12/BC-SDL' })
    expect(claimed).toMatchObject({ state: 'claimed' })
    expect(await act(tester, 'accept', { id, version: version + 1 })).toBe('same-person')
    expect(await act(office, 'return', { id, version: version + 1, words: 'Chưa đủ' })).toMatchObject({ state: 'active' })
  })

  test('[TSK-16] an extension keeps both days; late, earlier, and doubled requests are told why', async () => {
    const id = code('Sở Du lịch')
    const tourism = person('p-dl', duty('specialist', 'so-du-lich-da-nang-origin'))
    const { version, due } = await get(id)
    expect(due).toBe('2023-06-30')
    expect(await act(tourism, 'ask-extension', { id, version, day: '2023-06-30', words: 'Chưa kịp' })).toBe('extension-not-later')
    expect(await act(tourism, 'ask-extension', { id, version, words: 'Chưa kịp' })).toBe('day-missing')
    expect(await act(office, 'grant-extension', { id, version })).toBe('no-extension-open')
    // asked after the due day: recorded, and still overdue
    expect(await act(tourism, 'ask-extension', { id, version, day: '2023-09-30', words: 'Chưa kịp' }, '2023-07-03')).toMatchObject({
      state: 'active',
    })
    expect(await get(id, '2023-07-03')).toMatchObject({ lateness: 'overdue', askedDay: '2023-09-30' })
    expect(await act(tourism, 'ask-extension', { id, version: version + 1, day: '2023-10-30', words: 'Nữa' }, '2023-07-03')).toBe(
      'extension-open',
    )
    expect(await act(tourism, 'grant-extension', { id, version: version + 1 }, '2023-07-03')).toBe('not-the-assigner')
    expect(await act(deputy, 'grant-extension', { id, version: version + 1 }, '2023-07-04')).toMatchObject({ state: 'active' })
    expect(await get(id, '2023-07-04')).toMatchObject({
      due: '2023-09-30',
      dueOriginal: '2023-06-30',
      lateness: 'in-time',
      latenessOriginal: 'overdue',
      askedDay: null,
    })
    const said = await call(taskEvents, at(office), { id, limit: 1 })
    expect(said.ok && said.value.items[0]).toMatchObject({ kind: 'extension-granted', forPerson: 'p-ct', forForm: 'KT.' })
  })

  test('[TSK-17] standing work is not claimed; it is cancelled by a document', async () => {
    const id = code('Sở Công Thương')
    const { version, kind } = await get(id)
    expect(kind).toBe('standing')
    expect(await act(trade, 'claim', { id, version, document: '1/BC' })).toBe('standing-stays')
    expect(await act(office, 'cancel', { id, version, words: 'Đã giao nơi khác' })).toBe('document-missing')
    expect(await act(office, 'cancel', { id, version, words: 'Đã giao nơi khác', document: '80/UBND-KT' })).toMatchObject({
      state: 'cancelled',
    })
  })

  test('[TSK-10] a disputed task is given to another body: one lead at every instant, and the old one stays on record', async () => {
    const id = code('Sở Du lịch')
    const tourism = person('p-dl', duty('specialist', 'so-du-lich-da-nang-origin'))
    const { version } = await get(id)
    expect(await act(tourism, 'dispute', { id, version, words: 'Không thuộc chức năng' })).toMatch(/wrong-state|not-the-lead/)
    expect(await act(tourism, 'reassign', { id, version, lead: 'Sở Công Thương', words: 'Đúng chức năng' })).toBe('role-missing')
    expect(await act(office, 'reassign', { id, version, lead: 'các sở, ban, ngành', words: 'Đúng chức năng' })).toBe('class-unknown')
    expect(await act(office, 'reassign', { id, version, lead: 'Sở Du lịch', words: 'Đúng chức năng' })).toBe('lead-already')
    expect(await act(office, 'reassign', { id, version, lead: 'Sở Công Thương', words: 'Đúng chức năng' })).toMatchObject({
      version: version + 1,
    })
    const seen = await call(taskList, at(trade), {})
    expect(seen.ok && seen.value.items.map((one) => one.code)).toContain(id)
    expect(await act(trade, 'acknowledge', { id, version: version + 1 })).toMatchObject({ state: 'acknowledged' })
    expect(await act(tourism, 'progress', { id, version: version + 2, words: 'Vẫn làm' })).toMatch(/not-the-lead|not-found/)
    const held = await opened.engine.asOwner((owner) =>
      owner.query(
        "select a.name, a.to_day is null as now from assignment a join task t on t.id = a.task_id where t.code = $1 and role = 'lead' order by a.id",
        [id],
      ),
    )
    expect(held).toEqual([
      { name: 'Sở Du lịch', now: false },
      { name: 'Sở Công Thương', now: true },
    ])
  })

  test('[TSK-18] a double click is one report; the same key for something else is refused', async () => {
    const id = code('Sở Du lịch')
    const { version } = await get(id)
    const given = { id, version, words: 'Đã lập 30 điểm', percent: 30 }
    const [first, second] = await Promise.all([
      act(tester, 'progress', given, '2023-07-05', 'khóa-1'),
      act(tester, 'progress', given, '2023-07-05', 'khóa-1'),
    ])
    expect(first).toMatchObject({ version: version + 1 })
    expect(second).toEqual(first)
    expect((await get(id)).version).toBe(version + 1)
    expect(await act(tester, 'progress', { ...given, percent: 31 }, '2023-07-05', 'khóa-1')).toBe('key-reused')
    expect(await act(tester, 'progress', given)).toBe('changed-meanwhile')
  })

  // 25-11-2026: nothing on the page offered an extension, because the day was taken for one that was missing
  test('[TSK-16] the lead of work with a due day is offered to ask for an extension', async () => {
    const { due } = await get(given('Sở Y tế'))
    expect(due).not.toBeNull()
    // in this test nobody has a duty that is kept: the answers of bodies could be recorded [TSK-56]
    const said = await call(taskEvents, at(health), { id: given('Sở Y tế') })
    expect(said.ok && said.value.acts).toEqual(['acknowledge', 'dispute', 'progress', 'answer', 'claim', 'ask-extension', 'escalate'])
  })

  // 25-11-2026: a granted day moved every occurrence after it; papers of the first occurrence showed the second
  test('[TSK-17] an extension moves one occurrence; the next is due by its period, and needs papers of its own', async () => {
    const id = given('Sở Y tế')
    const does = async (who: Who, verb: string, said: object = {}): Promise<unknown> => {
      const done = await act(who, verb, { id, version: (await get(id)).version, ...said })
      return typeof done === 'string' ? done : 'ok'
    }
    expect((await get(id)).due).toBe('2023-04-20')
    expect(await does(health, 'ask-extension', { day: '2023-04-28', words: 'Chờ số liệu' })).toBe('ok')
    expect(await does(office, 'grant-extension')).toBe('ok')
    expect(await does(health, 'claim', { document: '12/BC-SYT' })).toBe('ok')
    expect(await does(office, 'accept')).toBe('ok')
    expect(await get(id)).toMatchObject({ state: 'active', due: '2023-05-20', percent: 0 })
    expect((await get(id)).dues.map(({ day: on, reason }) => [on, reason])).toEqual([
      ['2023-04-20', expect.any(String)],
      ['2023-04-28', 'extension'],
      ['2023-05-20', 'recurrence'],
    ])
    // what showed the first occurrence does not show the next
    expect(await does(health, 'claim')).toBe('evidence-missing')
    expect(await does(health, 'ask-extension', { day: '2023-05-30', words: 'Chờ số liệu' })).toBe('ok')
    expect(await does(health, 'claim', { document: '13/BC-SYT' })).toBe('ok')
    expect(await does(office, 'accept')).toBe('extension-open')
  })

  // 25-11-2026: an update of another task was taken, and one that is not there was an accident
  test('[TSK-14] a part stands under an update of its own task, and under nothing else', async () => {
    const id = given('Sở Y tế')
    const { version } = await get(id)
    const elsewhere = await call(taskEvents, at(office), { id: code('Sở Y tế') })
    const other = elsewhere.ok ? elsewhere.value.items.find((one) => one.kind === 'progress')?.id : ''
    expect(other).toMatch(/^\d+$/)
    for (const under of [other, '0', '999999999999999999'])
      expect(await act(tester, 'part', { id, version, words: 'Phần của Sở', under })).toBe('not-found')
    expect(await act(office, 'grant-extension', { id, version, under: other })).toBe('not-found')
  })

  // 25-11-2026
  test('[PAG-15] a name of a file turns nothing where it is shown', async () => {
    const id = given('Sở Y tế')
    const sha256 = 'ab'.repeat(32)
    const kept = await call(fileRecord, at(health), { sha256, size: 3, mediaType: 'text/plain' })
    expect(kept.ok).toBe(true)
    const { version } = await get(id)
    await act(office, 'return', { id, version, words: 'Nêu rõ hơn' })
    expect(
      await act(health, 'progress', { id, version: version + 1, words: 'Gửi tệp', files: [{ sha256, name: 'báo cáo\u202e\nfdp.txt' }] }),
    ).toMatchObject({ state: 'active' })
    const said = await call(taskEvents, at(office), { id, limit: 1 })
    expect(said.ok && said.value.items[0]?.files[0]?.name).toBe('báo cáo fdp.txt')
  })

  test('[TSK-10] the body that leads, by another of its names, leads already', async () => {
    const id = given('Sở Y tế')
    const { version } = await get(id)
    expect(await act(office, 'reassign', { id, version, lead: 'Sở Y tế thành phố', words: 'Ghi lại tên' })).toBe('lead-already')
  })

  test('[TSK-25] naming the sum of another’s file gains nothing, and does not tell whether it is there', async () => {
    const [own, foreign, absent] = ['5a', '5b', '5c'].map((two) => two.repeat(32)) as [string, string, string]
    expect((await call(fileRecord, at(trade), { sha256: foreign, size: 9, mediaType: 'text/plain' })).ok).toBe(true)
    const rows = await opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, health)
      return db.selectFrom('file').select('sha256').where('sha256', '=', foreign).execute()
    })
    expect(rows).toEqual([])
    const id = given('Sở Y tế')
    const { version } = await get(id)
    const named = (sha256: string) => act(health, 'progress', { id, version, words: 'Gửi tệp', files: [{ sha256, name: 'báo cáo.txt' }] })
    expect([await named(foreign), await named(absent)]).toEqual(['file-not-kept', 'file-not-kept'])
    // put by himself, though the bytes were there before; and again, and by whoever may see what it was shown with
    expect((await call(fileRecord, at(health), { sha256: own, size: 9, mediaType: 'text/plain' })).ok).toBe(true)
    expect((await call(fileRecord, at(health), { sha256: foreign, size: 9, mediaType: 'text/plain' })).ok).toBe(true)
    const both = [own, foreign].map((sha256) => ({ sha256, name: 'báo cáo.txt' }))
    expect(await act(health, 'progress', { id, version, words: 'Gửi tệp', files: both })).toMatchObject({ state: 'active' })
    const colleague = person('p-yte-2', duty('specialist', YTE))
    expect(await act(colleague, 'progress', { id, version: version + 1, words: 'Nhắc lại', files: both })).toMatchObject({
      state: 'active',
    })
  })

  test('[TSK-28] a body typed with a slip leads under the register’s name, and what was typed is told', async () => {
    const id = given('Sở Y tế')
    const { version } = await get(id)
    const done = await act(office, 'reassign', { id, version, lead: 'Sở Giáo dục và Đào tao', words: 'Đúng chức năng' })
    expect(done).toMatchObject({ lead: 'Sở Giáo dục và Đào tạo', typed: 'Sở Giáo dục và Đào tao' })
    const said = await call(taskEvents, at(office), { id, limit: 1 })
    expect(said.ok && said.value.items[0]?.reason).toContain('→ Sở Giáo dục và Đào tạo (Sở Giáo dục và Đào tao)')
    expect((await get(id)).holder?.name).toBe('Sở Giáo dục và Đào tạo')
  })
})
