import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Duty, Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** Work that goes to another body by a page, work asked for late, and the whole of work that was split. 2026-11-26, from a walk of the office. */
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 93/UBND-KT
Đà Nẵng, ngày 02 tháng 3 năm 2026

Giao Sở Tư pháp chủ trì lập danh mục điểm chợ trước ngày 15/4/2026.
Giao Sở Y tế, Sở Xây dựng, Sở Công Thương chủ trì kiểm tra các chợ trước ngày 15/4/2026.`
const TRADE = 'so-cong-thuong-da-nang-origin'
const person = (id: string, role: Duty['role'], organisation: string, central: boolean): Who => ({
  kind: 'person',
  id,
  duties: [{ role, organisation, central, deputyFor: null }],
  bodies: [organisation],
})
const office = person('00000000-0000-4000-8000-00000000000a', 'office', 'van-phong-ubnd-da-nang-2025-07-01', true)
const justice = person('00000000-0000-4000-8000-00000000000b', 'specialist', 'so-tu-phap-da-nang-origin', false)

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  let door: ReturnType<typeof pages>
  let who: Who = office
  let parent = ''
  let first = ''
  const at = (on: string, whose: Who = tester) => ({ who: whose, today: day(on), now: `${on}T02:00:00.000Z`, language: 'vi' }) as const
  const act = async (verb: string, on: string, given: object, whose?: Who) =>
    got(await call(registry.find((one) => one.name === `task.${verb}`) as AnyOperation, at(on, whose), given))
  const seen = async (id: string, on = '2026-05-02') => got(await call(taskGet, at(on), { id }))
  const page = async (path: string): Promise<readonly [number, string]> => {
    const answer = await door.request(path)
    return [answer.status, await answer.text()]
  }
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    door.request(path, { method: 'POST', body: new URLSearchParams(fields) })

  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    door = pages({
      call,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => who,
      files: noFiles,
      now: () => new Date('2026-05-02T02:00:00Z'),
    })
    const { id } = got(await call(documentReceive, at('2026-03-10'), { text: LETTER }))
    for (const one of got(await call(taskList, at('2026-03-10'), { state: 'proposed' })).items)
      got(await call(taskConfirm, at('2026-03-10'), { id: one.id, version: one.version }))
    got(await call(documentAssign, at('2026-03-10'), { id }))
    const given = got(await call(taskList, at('2026-03-10'), { document: id })).items
    first = given.find((one) => one.holder?.name === 'Sở Tư pháp')?.code ?? ''
    parent = given.find((one) => one.parent !== null)?.parent ?? ''
  })
  afterAll(() => opened.close())

  test('[TSK-41] disputed work goes to another body by a page: its way is in sight of whoever may, and only his', async () => {
    const { version } = await seen(first)
    await act('dispute', '2026-03-20', { id: first, version, words: 'Không đúng chức năng' }, justice)
    const way = `/lam-viec/nhiem-vu/${first}/giao-lai`
    const may = async (whose: Who) => got(await call(taskEvents, at('2026-05-02', whose), { id: first })).reassign
    expect([await may(office), await may(justice)]).toEqual([true, false])
    who = justice
    expect([(await page(`/lam-viec/nhiem-vu/${first}`))[1].includes(way), (await page(way))[0]]).toEqual([false, 403])
    who = office
    expect((await page(`/lam-viec/nhiem-vu/${first}`))[1]).toContain(`href="${way}"`)
    const [status, form] = await page(way)
    expect([status, form.includes('<option value="Sở Công Thương">'), form.includes('Đang chủ trì: Sở Tư pháp')]).toEqual([200, true, true])

    const fields = { khoa: 'a', version: `${version + 1}`, 'co-quan': 'Sở Tư pháp', 'noi-dung': 'Đúng chức năng' }
    const refused = await send(way, fields)
    expect([refused.status, /name="co-quan"[^>]*value="Sở Tư pháp"/.test(await refused.text())]).toEqual([409, true])
    // what the register does not know is asked about, and given once it is confirmed
    const outside = { ...fields, 'co-quan': 'Ban Quản lý chợ đầu mối', khoa: 'c' }
    const asks = await send(way, outside)
    expect([asks.status, (await asks.text()).includes('name="ngoai-so"')]).toEqual([422, true])
    expect((await send(way, { ...outside, khoa: 'd', 'ngoai-so': '1' })).status).toBe(303)
    fields.version = `${version + 2}`
    const done = await send(way, { ...fields, khoa: 'b', 'co-quan': 'Sở Công thuong' })
    expect(done.status).toBe(303)
    expect((await seen(first)).holder).toEqual({ id: TRADE, name: 'Sở Công Thương' })
    const [, after] = await page(done.headers.get('location') ?? '')
    expect(after).toContain('Ban Quản lý chợ đầu mối → Sở Công Thương (Sở Công thuong)')
    expect(after).not.toContain('Lý do giảm')
  })

  test('[TSK-16] a request made after the due day says by how many days, on the page and in its answer', async () => {
    const { version } = await seen(first)
    await act('ask-extension', '2026-04-10', { id: first, version, day: '2026-04-20', words: 'Chờ số liệu' })
    await act('grant-extension', '2026-04-11', { id: first, version: version + 1 }, office)
    await act('ask-extension', '2026-04-25', { id: first, version: version + 2, day: '2026-05-30', words: 'Vẫn chờ số liệu' })
    const asked = got(await call(taskEvents, at('2026-05-02'), { id: first })).items.filter((one) => one.kind === 'extension-asked')
    expect(asked.map((one) => [one.on, one.daysLate])).toEqual([
      ['2026-04-25', 5],
      ['2026-04-10', null],
    ])
    const [, said] = await page(`/lam-viec/nhiem-vu/${first}`)
    expect(said.match(/đề nghị sau hạn \d+ ngày/g)).toEqual(['đề nghị sau hạn 5 ngày'])
  })

  test('[TSK-42] the whole of work that was split says how many parts are done and late; what is late comes first, then by name', async () => {
    const part = async (name: string) => {
      const found = (await seen(parent)).children.find((child) => child.lead === name)
      return seen(found?.id ?? '')
    }
    const health = await part('Sở Y tế')
    await act('claim', '2026-04-10', { id: health.id, version: health.version, document: '9/BC-SYT', day: '2026-04-10' })
    await act('accept', '2026-04-12', { id: health.id, version: health.version + 1 }, office)
    const trade = await part('Sở Công Thương')
    await act('ask-extension', '2026-04-10', { id: trade.id, version: trade.version, day: '2026-06-30', words: 'Chợ đang sửa' })
    await act('grant-extension', '2026-04-11', { id: trade.id, version: trade.version + 1 }, office)
    const standing = async (on?: string) => (await seen(parent, on)).children.map((child) => [child.lead, child.state, child.lateness])
    expect(await standing()).toEqual([
      ['Sở Xây dựng', 'assigned', 'overdue'],
      ['Sở Công Thương', 'assigned', 'in-time'],
      ['Sở Y tế', 'done', 'done-on-time'],
    ])
    // as of the day before anything was said
    expect(got(await call(taskGet, at('2026-05-02'), { id: parent, on: '2026-04-01' })).children.map((child) => child.lateness)).toEqual([
      'due-soon',
      'due-soon',
      'due-soon',
    ])
    const [, shown] = await page(`/lam-viec/nhiem-vu/${parent}`)
    expect(shown).toContain('1/3 đã hoàn thành, 1 quá hạn')
  })
})
