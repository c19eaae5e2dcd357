import { readFileSync } from 'node:fs'
import { ok } from '../base/result.ts'
import { contextAt } from '../doors/context.ts'
import { isCentral } from '../kernel/access/central.ts'
import { type Duty, SYSTEM, type Who } from '../kernel/access/who.ts'
import { addDays, type Day, formatDay } from '../kernel/period/day.ts'
import type { Act } from '../kernel/task/life.ts'
import { documentAssign } from '../operations/document/assign-tasks.ts'
import { documentGet } from '../operations/document/get-document.ts'
import { documentReceive } from '../operations/document/receive-document.ts'
import type { Context, Operation } from '../operations/operation.ts'
import type { Ports } from '../operations/ports.ts'
import type { Store } from '../operations/store.ts'
import { taskActs } from '../operations/task/acts.ts'
import { taskConfirm } from '../operations/task/confirm-task.ts'
import { taskGet } from '../operations/task/get-task.ts'
import { DAY_MS } from './demo.ts'
import type { Opened } from './open.ts'

/**
 * The work of `--demo`: a second sample letter, issued a hundred days ago whatever day it is, given out and worked on by the
 * sample people through the same operations as everybody’s, each on its day. So the board of a new demo has something late,
 * something that waits for each role, and a past. Letter, people and work are marked as a sample wherever they show.
 */
const LETTER = new URL('../../samples/thong-bao-thien-tai.txt', import.meta.url)
/** Whose letter it is: elsewhere its bodies would be others. */
export const SAMPLE_HOME = 'Đà Nẵng'

/** Days from today, whose deed, on the task of which item of the letter, what, and what was said; a day is days from today too. */
type Said = { readonly words?: string; readonly percent?: number; readonly document?: string; readonly day?: number }
type Step = readonly [days: number, who: string, item: number, act: Act, said: Said]

const XD = 'Đỗ Thị Giang (mẫu)'
const YT = 'Nguyễn Thị Kim (mẫu)'
const TC = 'Ngô Thị Oanh (mẫu)'
const NN = 'Bùi Văn Lâm (mẫu)'
const OFFICE = 'Trần Thị Bình (mẫu)'

const steps: readonly Step[] = [
  [-97, NN, 1, 'acknowledge', {}],
  [-96, XD, 2, 'acknowledge', {}],
  [-96, XD, 7, 'acknowledge', {}],
  [-95, YT, 3, 'acknowledge', {}],
  [-95, YT, 8, 'acknowledge', {}],
  [-94, TC, 4, 'acknowledge', {}],
  [-94, TC, 11, 'acknowledge', {}],
  [-93, NN, 9, 'acknowledge', {}],
  [-80, NN, 1, 'progress', { percent: 50, words: 'Đã rà soát xong các xã, phường ven sông; đang tổng hợp khu vực miền núi.' }],
  [-78, XD, 1, 'part', { words: 'Đã gửi danh sách công trình nằm trong hành lang thoát lũ.' }],
  [-66, NN, 1, 'claim', { document: '212/BC-SNNMT', words: 'Hoàn thành báo cáo rà soát khu vực nguy cơ sạt lở, ngập sâu.' }],
  [-64, OFFICE, 1, 'accept', { words: 'Báo cáo đầy đủ.' }],
  [-50, XD, 2, 'progress', { percent: 30, words: 'Đã khảo sát các cửa xả phía biển.' }],
  [-40, YT, 3, 'progress', { percent: 60, words: 'Đã nhập hóa chất; thuốc đang chờ kết quả đấu thầu.' }],
  [-26, YT, 3, 'claim', { document: '147/BC-SYT', words: 'Đã đủ cơ số thuốc, hóa chất theo phương án.' }],
  [-24, OFFICE, 3, 'accept', {}],
  [-22, XD, 2, 'progress', { percent: 60, words: 'Đã có phương án cho các tuyến chính; còn chờ ý kiến về kinh phí.' }],
  [-21, XD, 2, 'ask-extension', { day: 30, words: 'Cần thêm thời gian để thống nhất kinh phí với Sở Tài chính.' }],
  [-15, TC, 4, 'progress', { percent: 40, words: 'Đã tổng hợp nhu cầu của các sở; đang cân đối nguồn dự phòng.' }],
  [-14, NN, 4, 'part', { words: 'Đã gửi nhu cầu kinh phí cho các trạm đo mưa.' }],
  [-9, YT, 8, 'progress', { percent: 30, words: 'Đã làm việc lần đầu với Sở Y tế thành phố Huế.' }],
  [-6, XD, 7, 'claim', { document: '389/BC-SXD', words: 'Đã kiểm tra 46 công trình; các tồn tại được khắc phục tại chỗ.' }],
  [-4, NN, 9, 'progress', { percent: 50, words: 'Dự thảo quy chế đã gửi lấy ý kiến.' }],
  [-3, NN, 9, 'escalate', { words: 'Hai bên chưa thống nhất mức nước phải báo trước khi xả; đề nghị lãnh đạo cho ý kiến.' }],
]

/**
 * Receives the letter, gives all of it out, and says what is said of it, each on its day; once, before anything else is here.
 *
 * @throws Error when an operation refuses, which no rule should do
 */
export async function addSampleWork({ call, store }: Pick<Opened, 'call' | 'store'>, home: string, now: Date): Promise<void> {
  const at = (days: number, who: Who): Context => contextAt(new Date(now.getTime() + days * DAY_MS), 'vi', who)
  const today = at(0, SYSTEM).today
  const done = async <I, T>(operation: Operation<I, T, Ports>, context: Context, given: object): Promise<T> => {
    const answer = await call(operation, context, given)
    if (answer.ok) return answer.value
    throw new Error(`Chưa dựng được công việc mẫu (${operation.name}: ${answer.refusal.code}). / Sample work was refused.`)
  }
  const people = await samplePeople(store, at(0, SYSTEM), home)
  const who = (name: string): Who => people.get(name) ?? SYSTEM
  const { id } = await done(documentReceive, at(-100, SYSTEM), { text: letterOn(today), source: 'sample' })
  const { tasks } = await done(documentGet, at(-100, SYSTEM), { id })
  for (const task of tasks) await done(taskConfirm, at(-99, who(OFFICE)), { id: task.id, version: task.version })
  await done(documentAssign, at(-98, who(OFFICE)), { id })
  for (const [days, name, item, act, { day, ...said }] of steps) {
    const operation = taskActs.find((one) => one.name === `task.${act}`)
    const task = tasks[item - 1]
    if (operation === undefined || task === undefined) throw new Error(`Công văn mẫu không có mục ${item}. / No such item.`)
    const context = at(days, who(name))
    const { version } = await done(taskGet, context, { id: task.id })
    await done(operation, context, { ...said, id: task.id, version, ...(day === undefined ? {} : { day: addDays(today, day) }) })
  }
}

/** The letter as of a day: `{-20}` is the day twenty days before it. */
export const letterOn = (today: Day): string =>
  readFileSync(LETTER, 'utf8').replaceAll(/\{(ngày )?([+-]?\d+)\}/g, (_, spelt: string | undefined, days: string) => {
    const day = addDays(today, Number(days))
    const [year, month, date] = day.split('-')
    return spelt === undefined ? formatDay(day) : `ngày ${date} tháng ${month} năm ${year}`
  })

/** The people of `--demo` by name, as they act. */
async function samplePeople(store: Store, context: Context, home: string): Promise<ReadonlyMap<string, Who>> {
  const found = await store.transaction(context, 'query', async (ports) => {
    const bodies = new Map((await ports.organisations.candidates(context.today)).map((one) => [one.id, one]))
    const people = (await ports.people.all()).filter((one) => one.sample)
    return ok(
      await Promise.all(
        people.map(async ({ id, name }): Promise<[string, Who]> => {
          const duties = (await ports.people.duties({ person: id, on: context.today })).map(({ role, organisation }): Duty => {
            const body = bodies.get(organisation)
            return { role, organisation, central: body !== undefined && isCentral(body, home), deputyFor: null }
          })
          return [name ?? '', { kind: 'person', id, duties, bodies: duties.map((one) => one.organisation) }]
        }),
      ),
    )
  })
  return new Map(found.ok ? found.value : [])
}
