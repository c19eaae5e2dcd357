import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import { app } from '../../src/doors/app.ts'
import { LOOPBACK } from '../../src/doors/guard.ts'
import { OPERATOR, type Who } from '../../src/kernel/access/who.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import type { EventView, TaskView } from '../../src/operations/task/views.ts'
import { engines, type Opened } from '../support/engines.ts'
import { entranceOver, got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'

/** What the life of given-out work must hold besides: joint work, reassigning, classes, numbers, occurrences. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof entranceOver>
  let door: ReturnType<typeof app>
  const who = { ...OPERATOR, name: 'người vận hành' }

  beforeAll(async () => {
    opened = await open()
    node = entranceOver(opened.engine)
    // the door of programs alone: pages have tests of their own
    door = app({
      pages: new Hono(),
      call: node.call,
      files: noFiles,
      whoOf: async () => who,
      now: () => new Date(node.clock.at),
      operations: registry,
      version: '0',
      allowedHosts: LOOPBACK,
      ready: async () => true,
      requestId: () => 'x',
      log: () => {},
    })
  })
  afterAll(async () => {
    await opened.close()
  })

  const answer = (name: string, given: object, by: Who = who) =>
    node.call(registry.find((one) => one.name === name) as AnyOperation, node.context(by), given)
  const ask = async <T = { version: number }>(name: string, given: object = {}): Promise<T> => got(await answer(name, given)) as T
  const refusal = async (name: string, given: object): Promise<Refusal | null> => {
    const said = await answer(name, given)
    return said.ok ? null : said.refusal
  }
  const task = (id: string, on?: string): Promise<TaskView> => ask('task.get', { id, ...(on === undefined ? {} : { on }) })
  const act = async (verb: string, id: string, said: object = {}): Promise<unknown> =>
    ask(`task.${verb}`, { id, version: (await task(id)).version, ...said })
  const propose = async (n: number, order: string): Promise<TaskView> => {
    const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n}/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\n${order}`
    const { id } = await ask<{ id: string }>('document.receive', { text })
    const [first] = (await ask<{ tasks: TaskView[] }>('document.get', { id })).tasks
    if (first === undefined) throw new Error('a task is proposed')
    return first
  }
  const give = async (n: number, order: string): Promise<string> => {
    const proposed = await propose(n, order)
    await ask('task.confirm', { id: proposed.id, version: proposed.version })
    await ask('document.assign', { id: proposed.document.id })
    return proposed.id
  }

  test('[TSK-24] work in which a body of another province holds a part is named as joint, and the board’s list of that province has it', async () => {
    const joint = await give(1, 'Giao Sở Y tế chủ trì, phối hợp với UBND thành phố Huế trao đổi số liệu dịch bệnh trước ngày 15/12/2026.')
    const own = await give(2, 'Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát trạm y tế trước ngày 15/12/2026.')
    expect([(await task(joint)).neighbours, (await task(own)).neighbours]).toEqual([['Huế'], []])
    const { items } = await ask<{ items: { id: string }[] }>('task.list', { neighbour: 'Huế' })
    expect(items.map((one) => one.id)).toEqual([joint])
  })

  test('[TSK-23] work that goes to another body takes no request for extension along: it is closed, and why is said', async () => {
    const id = await give(3, 'Giao Sở Y tế chủ trì lập danh mục thuốc trước ngày 15/6/2026.')
    await act('ask-extension', id, { day: '2026-07-15', words: 'Chờ danh mục của Bộ' })
    await act('reassign', id, { lead: 'Sở Công Thương', words: 'Đúng chức năng' })
    expect(await task(id)).toMatchObject({ askedDay: null, due: '2026-06-14', state: 'assigned' })
    const { items } = await ask<{ items: EventView[] }>('task.events', { id })
    expect(items.map(({ kind, words }) => [kind, words])).toEqual([
      ['reassigned', 'Đúng chức năng'],
      ['extension-refused', 'Giao lại cho cơ quan khác: Đúng chức năng'],
      ['extension-asked', 'Chờ danh mục của Bộ'],
    ])
    // the new lead may ask for one of its own
    await act('ask-extension', id, { day: '2026-07-20', words: 'Mới nhận việc' })
    expect((await task(id)).askedDay).toBe('2026-07-20')
    await act('reassign', await give(4, 'Giao Sở Y tế chủ trì lập danh mục vật tư trước ngày 15/6/2026.'), {
      lead: 'Sở Công Thương',
      words: 'Đúng chức năng',
    })
  })

  test('[TSK-20] leaving out a body that is no member is refused by name, and nothing changes', async () => {
    const { id, version } = await propose(5, 'Giao các sở, ban, ngành rà soát thủ tục hành chính trước ngày 15/12/2026.')
    const { items } = await ask<{ items: { organisation: string }[] }>('task.members', { id })
    const without = [items[0]?.organisation ?? '', 'so-khong-co']
    expect(await refusal('task.expand', { id, version, without, reason: 'không liên quan' })).toEqual({
      code: 'not-a-member',
      data: { name: 'so-khong-co' },
    })
    expect((await task(id)).version).toBe(version)
  })

  test('[TSK-24] an occurrence is late against its own first day', async () => {
    const id = await give(6, 'Giao Sở Y tế chủ trì, định kỳ hàng tháng báo cáo tình hình dịch bệnh trước ngày 21/3/2026.')
    expect((await task(id)).due).toBe('2026-03-20')
    await act('claim', id, { document: '1/BC-SYT' })
    got(await answer('task.accept', { id, version: (await task(id)).version }, { ...who, id: 'người khác' }))
    expect(await task(id, '2026-04-10')).toMatchObject({
      due: '2026-04-20',
      dueOriginal: '2026-04-20',
      lateness: 'due-soon',
      latenessOriginal: 'due-soon',
    })
    await act('ask-extension', id, { day: '2026-04-28', words: 'Chờ số liệu' })
    got(await answer('task.grant-extension', { id, version: (await task(id)).version }, { ...who, id: 'người khác' }))
    expect(await task(id, '2026-04-25')).toMatchObject({
      due: '2026-04-28',
      dueOriginal: '2026-04-20',
      lateness: 'due-soon',
      latenessOriginal: 'overdue',
    })
  })

  // 26-11-2026: the last day of all was an accident
  test('[PER-9] a day that no working calendar is kept for is refused by name', async () => {
    const said = { kind: 'closed', reason: 'nghỉ thử', basis: '9/QĐ' }
    for (const on of ['9999-12-31', '1999-12-31', '2101-01-01'])
      expect(await refusal('calendar.correct-day', { day: on, ...said })).toEqual({
        code: 'bad-value',
        data: { name: 'day', reason: 'lịch có từ năm 2000 đến năm 2100' },
      })
  })

  // 26-11-2026: an act on a proposal was told that there is no such task; on a task that was split it was done
  test('[TSK-14] an act on a proposal says that it is one; on work that was split that its parts carry it', async () => {
    const proposal = await propose(7, 'Giao Sở Y tế chủ trì lập danh mục dịch vụ trước ngày 15/12/2026.')
    for (const verb of ['acknowledge', 'progress', 'accept', 'decide'])
      expect(await refusal(`task.${verb}`, { id: proposal.id, version: proposal.version, words: 'thử' })).toEqual({
        code: 'wrong-state',
        data: { state: 'đề xuất' },
      })
    expect(await refusal('task.set-visibility', { id: proposal.id, version: proposal.version, visibility: 'public' })).toMatchObject({
      code: 'wrong-state',
    })
    const parent = await task(await give(8, 'Giao Sở Y tế, Sở Xây dựng rà soát danh mục thủ tục trước ngày 15/12/2026.'))
    const given = { id: parent.id, version: parent.version, words: 'thử', document: '9/UBND', day: '2027-01-01' }
    for (const verb of ['acknowledge', 'progress', 'claim', 'cancel', 'escalate', 'ask-extension'])
      expect([verb, (await refusal(`task.${verb}`, given))?.code]).toEqual([verb, 'task-split'])
    expect(await refusal('task.reassign', { id: parent.id, version: parent.version, lead: 'Sở Tư pháp', words: 'thử' })).toEqual({
      code: 'task-split',
    })
    expect(await ask('task.events', { id: parent.id })).toMatchObject({ items: [], acts: [] })
    expect((await task(parent.id)).version).toBe(parent.version)
  })

  test('[TSK-20] expanded twice, the second is told that it was changed, and then that nothing is left to be named', async () => {
    const { id, version } = await propose(9, 'Giao các sở, ban, ngành rà soát quy chế làm việc trước ngày 15/12/2026.')
    const both = await Promise.all([1, 2].map(() => answer('task.expand', { id, version })))
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).toSorted()).toEqual(['changed-meanwhile', 'ok'])
    expect(await refusal('task.expand', { id, version: version + 1 })).toEqual({ code: 'class-none' })
  })

  test('[TSK-11] a version that there never was is said to be none, not changed by nobody', async () => {
    const { id, version } = await propose(10, 'Giao Sở Y tế chủ trì lập danh mục phòng khám trước ngày 15/12/2026.')
    expect(await refusal('task.correct', { id, version: version + 5, title: 'việc khác' })).toEqual({ code: 'version-unknown' })
  })

  test('[ORG-18] «so ke hoach» finds Sở Kế hoạch và Đầu tư, though it is no more; a word of a name finds the bodies of today first', async () => {
    type Found = { items: { id: string; name: string; to: string | null; matched: { by: string } }[] }
    const searched = (await ask<{ organisations: Found }>('search.all', { q: 'so ke hoach' })).organisations.items
    expect(searched[0]).toMatchObject({ id: 'so-ke-hoach-va-dau-tu-da-nang-origin', to: '2025-03-01', matched: { by: 'beginning' } })
    const water = (await ask<Found>('organisation.resolve', { q: 'moi truong', limit: 100 })).items
    const gone = water.findIndex((one) => one.to !== null)
    expect(water[0]).toMatchObject({ name: 'Sở Nông nghiệp và Môi trường', to: null })
    expect(gone).toBeGreaterThan(0)
    expect(water.slice(gone).filter((one) => one.to === null)).toEqual([])
    expect((await ask<Found>('organisation.resolve', { q: 'Sở Tài chính', limit: 1 })).items[0]?.matched.by).toBe('name')
  })

  const post = async (path: string, body: unknown) => {
    const said = await door.request(`http://127.0.0.1:8080/api/v1${path}`, {
      method: 'POST',
      headers: { host: '127.0.0.1:8080', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { code, detail } = (await said.json()) as { code?: string; detail?: string }
    return { status: said.status, code, detail }
  }

  // 26-11-2026: null was 0 %, true was 1 %
  test.each([[null], [true], [false], [''], [' '], [[40]], ['0x28'], ['40 %'], [{}]])(
    '[ACC-18] over REST a percentage that is %j is refused, not made a number',
    async (percent) => {
      const { items } = await ask<{ items: { id: string; version: number }[] }>('task.list', { q: 'danh mục vật tư' })
      const [{ id, version } = { id: '', version: 0 }] = items
      expect(await post(`/tasks/${id}/progress`, { version, words: 'Đã làm', percent })).toEqual({
        status: 400,
        code: 'bad-value',
        detail: 'Giá trị của «percent» không đúng: sai kiểu, cần số nguyên.',
      })
      expect((await task(id)).version).toBe(version)
    },
  )

  test('[ACC-18] a version, a position, a limit likewise; the text of a number is one', async () => {
    const [one] = (await ask<{ items: { id: string; version: number; document: { id: string } }[] }>('task.list', { q: 'danh mục vật tư' }))
      .items
    for (const version of [true, null, [1]])
      expect(await post(`/tasks/${one?.id}/progress`, { version, words: 'Đã làm' })).toMatchObject({ code: 'bad-value' })
    expect(await post(`/documents/${one?.document.id}/tasks`, { title: 'việc', start: true, end: 9 })).toMatchObject({ code: 'bad-value' })
    const get = async (path: string): Promise<number> =>
      (await door.request(`http://127.0.0.1:8080/api/v1${path}`, { headers: { host: '127.0.0.1:8080' } })).status
    expect([
      await get('/tasks?limit='),
      await get('/tasks?limit=0x10'),
      await get('/tasks?limit=2'),
      await get('/tasks?limit=2&limit=3'),
    ]).toEqual([400, 400, 200, 400])
    expect(await post(`/tasks/${one?.id}/progress`, { version: String(one?.version), words: 'Đã làm', percent: '40' })).toMatchObject({
      status: 200,
    })
  })
})
