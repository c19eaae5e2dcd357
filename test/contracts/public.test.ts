import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app } from '../../src/doors/app.ts'
import { LOOPBACK } from '../../src/doors/guard.ts'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import { taskSetVisibility } from '../../src/operations/task/set-visibility.ts'
import type { TaskRow, TaskView } from '../../src/operations/task/views.ts'
import { actAs } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** Work that was made public: what everybody may know of it, and nothing else, on each engine. */
const letter = (n: number, orders: readonly string[]): string =>
  `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n}/UBND-KT\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\n${orders.join('\n\n')}`

type List = { readonly items: readonly Record<string, unknown>[]; readonly total: number; readonly byLateness: Record<string, number> }

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  let door: ReturnType<typeof app>
  let office: Who
  let health: Who
  let builder: Who
  const code = new Map<string, string>()

  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
    office = await node.person('Trần Văn Phòng', 'phong', 'office', OFFICE)
    health = await node.person('Lê Thị Y', 'le.y', 'specialist', HEALTH)
    builder = await node.person('Phạm Văn Dựng', 'dung', 'specialist', BUILDING)
    const given = [
      ...(await node.letter(
        office,
        letter(1, [
          '1. Giao Sở Y tế chủ trì trả lời bà con qua số 0905.123.456 về trạm y tế trước ngày 15/3/2026.',
          '2. Giao Sở Xây dựng chủ trì rà soát quy hoạch cấp nước trước ngày 15/12/2026.',
          '3. Giao Sở Tư pháp chủ trì khẩn trương thẩm định dự thảo.',
        ]),
      )),
      ...(await node.letter(office, letter(2, ['Giao Sở Nội vụ chủ trì báo cáo biên chế trước ngày 20/3/2026.']))),
    ]
    for (const [lead, one] of given) code.set(lead, one)
    const { whoOf } = node.entrance
    const common = { whoOf, call: node.call, files: noFiles, now: () => new Date(node.clock.at) }
    door = app({
      ...common,
      operations: registry,
      version: '0',
      allowedHosts: LOOPBACK,
      ready: async () => true,
      requestId: () => 'x',
      log: () => {},
      pages: pages({ ...common, entrance: node.entrance, settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' } }),
    })
  })
  afterAll(async () => {
    await opened.close()
  })

  const of = (lead: string): string => code.get(lead) ?? ''
  const see = (given: object = {}): Promise<List> => node.ask<List>(NOBODY, 'public-task.list', given)
  const set = async (who: Who, lead: string, given: object) => {
    const { version } = await node.ask<TaskView>(office, 'task.get', { id: of(lead) })
    return node.call(taskSetVisibility, node.at(who), { id: of(lead), version, ...given })
  }
  const page = (path: string): Promise<Response> =>
    Promise.resolve(door.request(`http://127.0.0.1:8080${path}`, { headers: { host: '127.0.0.1:8080' } }))

  test('[ACC-16] nothing is public by itself; a letter without public work is as one that is not there', async () => {
    expect(await see()).toMatchObject({ items: [], total: 0 })
    for (const path of ['/tien-do/1-ubnd-kt-2026', '/tien-do/khong-co']) expect([path, (await page(path)).status]).toEqual([path, 404])
  })

  test('[ACC-16] of public work everybody knows these fields and no other, without a telephone number', async () => {
    got(await set(office, 'Sở Y tế', { visibility: 'public' }))
    expect((await see()).items).toEqual([
      {
        code: of('Sở Y tế'),
        title: expect.stringMatching(/^Trả lời bà con qua số \[…\] về trạm y tế/),
        lead: 'Sở Y tế',
        holder: 'Sở Y tế',
        kind: 'once',
        every: null,
        due: '2026-03-14',
        dueOriginal: '2026-03-14',
        closedOn: null,
        percent: 0,
        lateness: 'due-soon',
        daysLate: null,
        document: {
          slug: '1-ubnd-kt-2026',
          title: 'Công văn 1/UBND-KT',
          number: '1/UBND-KT',
          issuer: expect.any(String),
          signedOn: '2026-03-02',
        },
        sample: false,
      },
    ])
    const text = await (await page('/tien-do')).text()
    expect(text).toContain('Sở Y tế')
    expect(text).not.toMatch(/0905|Sở Xây dựng|Trần Văn Phòng|1\. Giao/)
    expect([(await page('/tien-do/1-ubnd-kt-2026')).status, (await page('/tien-do/2-ubnd-kt-2026')).status]).toEqual([200, 404])
  })

  test('[ACC-4] [ACC-16] its row stays with those who see the work: a query without a filter, a list and the board', async () => {
    const rows = (who: Who): Promise<unknown> =>
      opened.engine.app.transaction().execute(async (db) => {
        await actAs(db, who)
        return (await sql<{ lead: string }>`select lead_name as lead from task`.execute(db)).rows.map((row) => row.lead)
      })
    expect([await rows(NOBODY), await rows(builder)]).toEqual([[], ['Sở Xây dựng']])
    expect(await node.ask<{ items: readonly TaskRow[]; total: number }>(builder, 'task.list')).toMatchObject({ total: 1 })
    expect(await node.ask(builder, 'task.counts')).toMatchObject({ total: 1, leads: ['Sở Xây dựng'] })
    const operation = registry.find((one) => one.name === 'task.get') as AnyOperation
    expect(codeOf(await node.call(operation, node.at(builder), { id: of('Sở Y tế') }))).toBe('not-found')
  })

  test('[ACC-16] the classes are those of the kernel, whatever becomes of the work', async () => {
    for (const lead of ['Sở Xây dựng', 'Sở Tư pháp', 'Sở Nội vụ']) got(await set(office, lead, { visibility: 'public' }))
    await node.act(health, 'claim', of('Sở Y tế'), { document: '12/BC-SYT' })
    await node.act(office, 'accept', of('Sở Y tế'))
    await node.act(office, 'cancel', of('Sở Tư pháp'), { words: 'Không còn cần', document: '9/UBND' })
    for (const month of ['03', '04', '11', '12']) {
      node.clock.at = Date.parse(`2026-${month}-18T02:00:00.000Z`)
      const shown = await see()
      const kernel = await Promise.all(shown.items.map((one) => node.ask<TaskView>(office, 'task.get', { id: one['code'] })))
      const told = kernel.map(({ lateness, daysLate }) => ({ lateness, daysLate }))
      expect([month, shown.items.map(({ lateness, daysLate }) => ({ lateness, daysLate }))]).toEqual([month, told])
      expect(Object.values(shown.byLateness).reduce((sum, n) => sum + n, 0)).toBe(3)
      const late = await see({ lateness: 'overdue' })
      expect([late.items.length, late.total]).toEqual([shown.byLateness['overdue'], shown.byLateness['overdue']])
    }
  })

  test('[ACC-16] pages by key, and a key made by hand is refused: a list that began again would be read for ever', async () => {
    const first = await see({ limit: 2 })
    const { next } = first as unknown as { next: string }
    const rest = await see({ limit: 2, after: next })
    expect([...first.items, ...rest.items].map((one) => one['code'])).toEqual((await see()).items.map((one) => one['code']))
    const made = Buffer.from(JSON.stringify(['2026-99-99', '00000000-0000-0000-0000-000000000001'])).toString('base64url')
    const list = registry.find((one) => one.name === 'public-task.list') as AnyOperation
    for (const after of [made, 'zzz'])
      expect(await node.call(list, node.at(NOBODY), { limit: 2, after })).toMatchObject({
        refusal: { code: 'bad-value', data: { name: 'after' } },
      })
  })

  test('[ACC-16] taken back with a reason; both stand in the history, and a change meanwhile is not passed over', async () => {
    expect(codeOf(await set(office, 'Sở Nội vụ', { visibility: 'internal' }))).toBe('words-missing')
    expect(codeOf(await set(office, 'Sở Nội vụ', { visibility: 'public' }))).toBe('visibility-already')
    expect(codeOf(await set(health, 'Sở Nội vụ', { visibility: 'internal', reason: 'không có quyền' }))).toBe('role-missing')
    const { version, id } = await node.ask<TaskView>(office, 'task.get', { id: of('Sở Nội vụ') })
    got(await set(node.admin, 'Sở Nội vụ', { visibility: 'internal', reason: 'Công khai nhầm' }))
    expect(codeOf(await node.call(taskSetVisibility, node.at(office), { id, version, visibility: 'public' }))).toBe('changed-meanwhile')
    expect((await see()).items.map((one) => one['lead'])).toEqual(['Sở Y tế', 'Sở Xây dựng'])
    const { items } = await node.ask<{ items: readonly { verb: string; change: unknown }[] }>(office, 'history.list', {
      entity: 'task',
      id,
    })
    expect(items.slice(0, 2).map(({ verb, change }) => [verb, change])).toEqual([
      ['made-internal', { visibility: ['public', 'internal'], reason: [null, 'Công khai nhầm'] }],
      ['made-public', { visibility: ['internal', 'public'] }],
    ])
  })

  test('[ACC-16] work that was split goes with its parts', async () => {
    const given = await node.letter(office, letter(3, ['Giao Sở Y tế, Sở Xây dựng rà soát danh mục thủ tục trước ngày 15/12/2026.']))
    const part = await node.ask<TaskView>(office, 'task.get', { id: [...given.values()][0] })
    const parent = await node.ask<TaskView>(office, 'task.get', { id: part.parent })
    const done = await node.call(taskSetVisibility, node.at(office), { id: parent.id, version: parent.version, visibility: 'public' })
    expect(got(done)).toMatchObject({ tasks: parent.children.length + 1 })
    expect((await see({ document: '3-ubnd-kt-2026' })).items.map((one) => one['lead']).toSorted()).toEqual(['Sở Xây dựng', 'Sở Y tế'])
  })
})
