import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Duty, Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { filesIn } from '../../src/main/files.ts'
import { boardShow } from '../../src/operations/board/show-board.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentCorrect } from '../../src/operations/document/correct-document.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { feedList } from '../../src/operations/feed/list-feed.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Days, persons and sums where they were once taken on trust. */
const TODAY = '2026-11-26'
const duty = (role: Duty['role'], organisation: string, deputyFor: Duty['deputyFor'] = null): Duty => ({
  role,
  organisation,
  central: true,
  deputyFor,
})
const OFFICE = 'van-phong-ubnd-da-nang-2025-07-01'
const person = (id: string, ...duties: readonly Duty[]): Who => ({
  kind: 'person',
  id,
  duties,
  bodies: duties.map((one) => one.organisation),
})

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  const at = (who: Who = tester) => ({ who, today: day(TODAY), now: `${TODAY}T02:00:00.000Z`, language: 'vi' }) as const
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })
  const value = <T>(
    answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { readonly code: string } },
  ): T => {
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value
  }
  const letter = async (number: number, orders: string): Promise<string> =>
    value(
      await call(documentReceive, at(), {
        text: `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${number}/UBND-KT\nĐà Nẵng, ngày 20 tháng 11 năm 2026\n\n${orders}`,
      }),
    ).id
  const tasks = async (document: string) => value(await call(documentGet, at(), { id: document })).tasks
  const act = async (who: Who, verb: string, given: object): Promise<string> => {
    const operation = registry.find((one) => one.name === `task.${verb}`) as AnyOperation
    const answer = await call(operation, at(who), given)
    return answer.ok ? (answer.value as { state: string }).state : answer.refusal.code
  }

  test('[TSK-35] [TSK-6] the day of issue is corrected: what was counted from it moves, what a person typed stays', async () => {
    const document = await letter(
      1,
      'Giao Sở Y tế rà soát các trạm y tế trong vòng 15 ngày làm việc kể từ ngày ban hành.\nGiao Sở Xây dựng lập danh mục công trình trong vòng 15 ngày làm việc kể từ ngày ban hành.',
    )
    const [counted, typed] = await tasks(document)
    expect([counted?.due, typed?.due]).toEqual(['2026-12-11', '2026-12-11'])
    value(await call(taskCorrect, at(), { id: typed?.id, version: typed?.version, due: '2026-12-31' }))
    expect(await call(documentCorrect, at(), { id: document, version: 1, signedOn: '2099-01-01' })).toMatchObject({
      refusal: { code: 'day-ahead' },
    })
    const ahead = { text: 'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 9/UBND-KT\nĐà Nẵng, ngày 20 tháng 11 năm 2072\n\nGiao Sở Y tế rà soát.' }
    const slip = value(await call(documentReceive, at(), ahead)).id
    expect(value(await call(documentGet, at(), { id: slip })).signedOn).toBe(null)
    expect(await call(documentReceive, at(), { text: 'Giao Sở Y tế rà soát trạm.', issued: '2099-01-01' })).toMatchObject({
      refusal: { code: 'day-ahead' },
    })
    expect(value(await call(documentCorrect, at(), { id: document, version: 1, signedOn: '2026-11-02' })).moved).toBe(1)
    const after = await tasks(document)
    expect(after.map((task) => task.due)).toEqual(['2026-11-23', '2026-12-31'])
    expect(after[0]?.dues.at(-1)).toMatchObject({ term: { from: '2026-11-02', days: 15 }, reason: 'correction' })
  })

  test('[TSK-35] a document without a day of issue says nothing of the first day', async () => {
    const answer = value(
      await call(documentReceive, at(), { text: 'Giao Sở Tư pháp thẩm định dự thảo quy chế bến thuyền trước ngày 20-11-2026.' }),
    )
    const [task] = await tasks(answer.id)
    const corrected = await call(taskCorrect, at(), { id: task?.id, version: task?.version, due: '2026-10-01' })
    expect(corrected).toMatchObject({ ok: true })
  })

  test('[TSK-35] a due day before the day of issue, or generations after it, is told as a slip', async () => {
    const [task] = await tasks(await letter(2, 'Giao Sở Công Thương kiểm tra các chợ trước ngày 15/12/2026.'))
    for (const due of ['1000-01-01', '2026-11-19', '9999-12-31'])
      expect(await call(taskCorrect, at(), { id: task?.id, version: task?.version, due })).toMatchObject({ refusal: { code: 'day-far' } })
    value(await call(taskConfirm, at(), { id: task?.id, version: task?.version }))
    value(await call(documentAssign, at(), { id: task?.document.id }))
    const given = value(await call(taskGet, at(), { id: task?.id }))
    const asked = { id: given.id, version: given.version, words: 'Chưa xong' }
    expect(await act(tester, 'ask-extension', { ...asked, day: '9999-12-31' })).toBe('day-far')
    expect(await act(tester, 'ask-extension', { ...asked, day: '2027-01-15' })).toBe('assigned')
    expect(await act(tester, 'escalate', { ...asked, version: given.version + 1 })).toBe('assigned')
    // done, it waits for no answer any more
    expect(await act(tester, 'claim', { ...asked, version: given.version + 2, document: '9/BC-SCT' })).toBe('claimed')
    expect(await act(person('p-khac', duty('office', OFFICE)), 'accept', { ...asked, version: given.version + 3 })).toBe('done')
    expect(value(await call(taskGet, at(), { id: given.id }))).toMatchObject({ state: 'done', askedDay: null, escalated: false })
  })

  test('[TSK-19] a file named in an act must be what its name there says too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-mended-'))
    const bytes = new Response('@echo off').body
    if (bytes === null) throw new Error('bytes')
    const { sha256 } = value(await filesIn(folder, call).keep(at(), 'a.txt', bytes))
    const document = await letter(5, 'Giao Sở Xây dựng lập danh mục công trình trước ngày 15/12/2026.')
    const [task] = await tasks(document)
    value(await call(taskConfirm, at(), { id: task?.id, version: task?.version }))
    value(await call(documentAssign, at(), { id: document }))
    const { id, version } = value(await call(taskGet, at(), { id: task?.id }))
    for (const [name, code] of [
      ['bao-cao.pdf.bat', 'file-runs'],
      ['hop-dong.pdf', 'file-misnamed'],
      ['ghi chép.txt', 'active'],
    ])
      expect([name, await act(tester, 'progress', { id, version, words: 'Xong', files: [{ sha256, name }] })]).toEqual([name, code])
    rmSync(folder, { recursive: true, force: true })
  })

  test('[TSK-15] who claimed accepts neither himself nor through a deputy, and no deputy what he claimed for another', async () => {
    const document = await letter(3, 'Giao Văn phòng UBND thành phố tổng hợp danh sách các đơn vị trước ngày 15/12/2026.')
    const [task] = await tasks(document)
    value(await call(taskConfirm, at(), { id: task?.id, version: task?.version }))
    value(await call(documentAssign, at(), { id: document }))
    const { id, version, holder } = value(await call(taskGet, at(), { id: task?.id }))
    const binh = person('p-binh', duty('office', holder?.id ?? ''))
    const cuc = person('p-cuc', duty('leader', holder?.id ?? '', { person: 'p-binh', form: 'KT.' }))
    expect(await act(binh, 'claim', { id, version, document: '9/BC-VP' })).toBe('claimed')
    expect(await act(cuc, 'accept', { id, version: version + 1 })).toBe('same-person')
    expect(await act(binh, 'return', { id, version: version + 1, words: 'Xem lại' })).toBe('active')
    expect(await act(cuc, 'claim', { id, version: version + 2, document: '9/BC-VP' })).toBe('claimed')
    expect(await act(binh, 'accept', { id, version: version + 3 })).toBe('same-person')
  })

  test('[TSK-38] whoever asked, disputed or escalated does not answer it, neither in another’s place nor through one', async () => {
    const document = await letter(6, 'Giao Văn phòng UBND thành phố lập danh sách các đơn vị trước ngày 15/12/2026.')
    const [task] = await tasks(document)
    value(await call(taskConfirm, at(), { id: task?.id, version: task?.version }))
    value(await call(documentAssign, at(), { id: document }))
    const { id, version: first, holder } = value(await call(taskGet, at(), { id: task?.id }))
    const binh = person('p-binh', duty('leader', holder?.id ?? ''))
    const cuc = person('p-cuc', duty('leader', holder?.id ?? '', { person: 'p-binh', form: 'KT.' }))
    const dung = person('p-dung', duty('leader', holder?.id ?? ''))
    let version = first
    const does = async (who: Who, verb: string, given: object = {}): Promise<string> => {
      const said = await act(who, verb, { id, version, words: 'Có lý do', ...given })
      if (!said.includes('-') && said !== 'refused') version += 1
      return said
    }
    const offered = async (who: Who) => value(await call(taskEvents, at(who), { id })).acts
    const lead = { lead: 'Sở Y tế' }
    expect(await does(binh, 'dispute')).toBe('disputed')
    expect([
      await does(binh, 'uphold'),
      await does(cuc, 'uphold'),
      await does(binh, 'reassign', lead),
      await does(cuc, 'reassign', lead),
    ]).toEqual(Array.from({ length: 4 }, () => 'own-request'))
    expect([(await offered(cuc)).includes('uphold'), (await offered(dung)).includes('uphold')]).toEqual([false, true])
    expect(await does(dung, 'uphold')).toBe('assigned')

    expect(await does(cuc, 'ask-extension', { day: '2027-01-15' })).toBe('assigned')
    expect([await does(cuc, 'grant-extension'), await does(binh, 'grant-extension')]).toEqual(['own-request', 'own-request'])
    // taken back by himself, and asked again by another
    expect(await does(binh, 'refuse-extension')).toBe('assigned')
    expect(await does(dung, 'ask-extension', { day: '2027-01-15' })).toBe('assigned')
    expect(await does(binh, 'grant-extension')).toBe('assigned')

    // of two who escalated, neither answers
    expect([await does(binh, 'escalate'), await does(dung, 'escalate')]).toEqual(['assigned', 'assigned'])
    expect([await does(binh, 'decide'), await does(cuc, 'decide'), await does(dung, 'decide')]).toEqual([
      'own-request',
      'own-request',
      'own-request',
    ])
    expect(await does(person('p-em', duty('leader', holder?.id ?? '')), 'decide')).toBe('assigned')
  })

  test('[PER-10] a proposal moves with the calendar, and nobody is told of it', async () => {
    const document = await letter(4, 'Giao Sở Du lịch khảo sát các điểm đến trong vòng 8 ngày làm việc kể từ ngày ban hành.')
    const before = (await tasks(document))[0]?.due
    const said = value(
      await call(calendarCorrectDay, at(), { day: '2026-12-01', kind: 'closed', reason: 'nghỉ bão', basis: 'CĐ 1/CĐ-TTg' }),
    )
    expect(said).toMatchObject({ touched: 0, moved: 0 })
    expect([before, (await tasks(document))[0]?.due]).toEqual(['2026-12-02', '2026-12-03'])
    const feed = value(await call(feedList, at(), {}))
    expect(feed.items.filter((item) => item.kind === 'recounted')).toEqual([])
  })

  test('[BRD-4] [BRD-15] a kept sum that is not true is a gap on the board', async () => {
    const whole = value(await call(boardShow, at(), {}))
    expect(whole.reconciliation?.gap).toBe(0)
    await opened.engine.asOwner((owner) =>
      owner.script("insert into closed_by_month (month, class, first, n) values ('2020-01-01', 'done-on-time', 'done-on-time', 9)"),
    )
    expect(value(await call(boardShow, at(), {})).reconciliation?.gap).toBe(-9)
  })
})
