import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Role } from '../../src/kernel/access/role.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { workShow } from '../../src/operations/board/show-work.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { actOperation } from '../../src/operations/task/act-on-task.ts'
import { taskAdd } from '../../src/operations/task/add-task.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { taskMove } from '../../src/operations/task/move-in-order.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** What a person reads where he answers, and to what he is led. On the first engine: it is the pages that say it. 2026-11-26, from a newcomer's walk. */
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 31/UBND-KT
Đà Nẵng, ngày 02 tháng 3 năm 2026

1. Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế trước ngày 10/3/2026.
2. Sở Xây dựng kiểm tra các chợ, định kỳ trước ngày 25 hằng tháng báo cáo kết quả.`
const HEALTH = 'so-y-te-da-nang-origin'
const BUILDING = 'so-xay-dung-da-nang-2025-03-01'
const CENTRE = 'van-phong-ubnd-da-nang-origin'

const person = (role: Role, organisation: string, central = false): Who => ({
  kind: 'person',
  id: `00000000-0000-4000-8000-00000000000${role.length % 10}`,
  duties: [{ role, organisation, central, deputyFor: null }],
  bodies: central ? [] : [organisation],
})
const at = (on: string, who: Who = tester) => ({ who, today: day(on), now: `${on}T02:00:00.000Z`, language: 'vi' }) as const
const act = (verb: 'claim' | 'ask-extension' | 'escalate') => actOperation(verb, verb, verb)

let opened: Opened
let call: Call
let site: ReturnType<typeof pages>
let who: Who = tester
let document = ''
let stations = ''
beforeAll(async () => {
  const [first] = engines
  if (first === undefined) throw new Error('there is an engine')
  opened = await first.open()
  call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  site = pages({
    call,
    settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
    whoOf: async () => who,
    files: noFiles,
    now: () => new Date('2026-03-16T02:00:00Z'),
  })
  document = got(await call(documentReceive, at('2026-03-12'), { text: LETTER })).id
  for (const task of got(await call(taskList, at('2026-03-12'), { state: 'proposed' })).items)
    got(await call(taskConfirm, at('2026-03-12'), { id: task.id, version: task.version }))
  got(await call(documentAssign, at('2026-03-12'), { id: document }))
  stations = got(await call(taskList, at('2026-03-12'), { q: 'trạm' })).items[0]?.id ?? ''
})
afterAll(() => opened.close())

const page = async (path: string): Promise<string> => (await site.request(path)).text()
const version = async (id: string): Promise<number> => got(await call(taskGet, at('2026-03-16'), { id })).version

test('[TSK-46] what was put before the leaders is read where it is answered, and a request for extension is not answered by it', async () => {
  got(
    await call(act('ask-extension'), at('2026-03-13'), {
      id: stations,
      version: await version(stations),
      day: '2026-04-30',
      words: 'Chờ mưa dứt',
    }),
  )
  got(await call(act('escalate'), at('2026-03-13'), { id: stations, version: await version(stations), words: 'Thiếu kinh phí rà soát' }))
  const decide = await page(`/lam-viec/nhiem-vu/${stations}/chi-dao`)
  expect(decide).toContain('Thiếu kinh phí rà soát')
  expect(decide).toContain('vẫn chờ trả lời riêng')
  const grant = await page(`/lam-viec/nhiem-vu/${stations}/cho-gia-han`)
  expect(grant).toContain('Chờ mưa dứt')
  expect(grant).not.toContain('vẫn chờ trả lời riêng')
})

test('[TSK-46] whoever accepts reads the claim with its document, and is told of a day of completion before the work was given out', async () => {
  const claim = { words: 'Đã rà soát 12 trạm', document: '45/BC-SYT', day: '2026-03-10' }
  got(await call(act('claim'), at('2026-03-14'), { id: stations, version: await version(stations), ...claim }))
  for (const slug of ['nghiem-thu', 'tra-lai']) {
    const form = await page(`/lam-viec/nhiem-vu/${stations}/${slug}`)
    expect(form).toContain('Đã rà soát 12 trạm')
    expect(form).toContain('45/BC-SYT')
    expect(form.replaceAll(/<[^>]*>/g, '')).toContain(
      'Ngày hoàn thành được khai là 10/03/2026, trước ngày giao 12/03/2026; báo cáo ngày 14/03/2026',
    )
  }
})

test('[TSK-47] the day that a period names is the day it is due, and the sentence says so', async () => {
  const [markets] = got(await call(taskList, at('2026-03-12'), { q: 'chợ' })).items
  const task = got(await call(taskGet, at('2026-03-12'), { id: markets?.id ?? '' }))
  expect([task.every, task.due, task.dues.at(-1)?.rule]).toEqual(['P1M', '2026-03-24', 'period-day'])
  expect(await page(`/lam-viec/nhiem-vu/${task.id}`)).toContain('nêu ngày của mỗi kỳ; kỳ này đến hạn ngày 24/03/2026')
})

test('[BRD-12] a body sees the open work of others that it has a part in; the clerk what was read and nobody checked', async () => {
  const queues = async (of: Who) => got(await call(workShow, at('2026-03-13', of), {})).queues
  const helping = (await queues(person('specialist', BUILDING))).find(({ queue }) => queue === 'helping')
  expect(helping?.items.map((task) => task.id)).toEqual([stations])
  expect((await queues(person('specialist', HEALTH))).some(({ queue }) => queue === 'helping')).toBe(false)
  const own = got(await call(taskList, at('2026-03-13', person('specialist', BUILDING)), { mine: 'help' }))
  expect([own.total, own.items[0]?.id]).toEqual([1, stations])
  got(await call(documentReceive, at('2026-03-12'), { text: LETTER.replace('31/UBND', '32/UBND') }))
  expect((await queues(person('clerk', CENTRE, true))).map(({ queue, total }) => [queue, total])).toEqual([['proposed', 2]])
})

test('[PAG-30] who takes nothing in is not led to where it is done', async () => {
  who = person('specialist', BUILDING)
  const home = await page('/')
  expect([home.includes('href="/lam-viec/tiep-nhan"'), home.includes('href="/lam-viec/hop-nhat"')]).toEqual([false, false])
  expect(await page('/lam-viec/tiep-nhan')).not.toContain('name="van-ban"')
  who = person('clerk', CENTRE, true)
  const clerk = await page('/')
  expect([clerk.includes('href="/lam-viec/tiep-nhan"'), clerk.includes('href="/lam-viec/hop-nhat"')]).toEqual([true, false])
  who = tester
})

test('[TSK-30] codes are drawn in the order of the review: as moved, and what was typed last', async () => {
  const { id } = got(await call(documentReceive, at('2026-03-12'), { text: LETTER.replace('31/UBND', '33/UBND') }))
  const typed = got(await call(taskAdd, at('2026-03-12'), { id, title: 'Lập danh mục thuốc', lead: ['Sở Y tế'], due: '2026-12-31' })).id
  const tasks = async () => got(await call(documentGet, at('2026-03-12'), { id })).tasks
  const [, second] = await tasks()
  got(await call(taskMove, at('2026-03-12'), { id: second?.id, version: second?.version, way: 'up' }))
  const order = (await tasks()).map((task) => task.id)
  expect([order[0], order.at(-1)]).toEqual([second?.id, typed])
  for (const task of await tasks()) got(await call(taskConfirm, at('2026-03-12'), { id: task.id, version: task.version }))
  got(await call(documentAssign, at('2026-03-12'), { id }))
  const codes = (await tasks()).map((task) => task.code ?? '')
  expect(codes).toEqual(codes.toSorted())
})
