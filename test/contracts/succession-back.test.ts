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
const CULTURE = 'so-van-hoa-the-thao-va-du-lich-da-nang-2025-04-26'
const FARMS = 'so-nong-nghiep-va-moi-truong-da-nang-2025-03-01'
const SCIENCE = 'so-khoa-hoc-va-cong-nghe-da-nang-2025-03-01'
const TRANSPORT = 'so-dan-toc-va-ton-giao-da-nang-2025-07-01'
const INSPECTORS = 'thanh-tra-da-nang-origin'
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

  const openOf = async (body: string) =>
    (
      await opened.engine.asOwner((owner) =>
        owner.query("select count(*)::int as n from assignment where organisation_id = $1 and role = 'lead' and to_day is null", [body]),
      )
    )[0]?.['n']

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

  /** As many more like a task as were given out the same day. */
  const manifold = (task: string, n: number): Promise<unknown> =>
    opened.engine.asOwner(async (owner) => {
      const columns = await owner.query(
        "select attname as name from pg_attribute where attrelid = 'task'::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
      )
      const names = columns.map((row) => `"${row['name']}"`)
      const own = names.map((name) => (name === '"id"' ? 'gen_random_uuid()' : name === '"code"' ? "t.code || '.' || n" : `t.${name}`))
      await owner.query(
        `insert into task (${names.join(', ')}) select ${own.join(', ')} from task t, generate_series(1, ${n}) n where t.id = $1`,
        [task],
      )
      await owner.query(
        `insert into assignment (task_id, organisation_id, name, role, from_day, to_day, basis)
         select t.id, a.organisation_id, a.name, a.role, a.from_day, a.to_day, a.basis
         from task had join task t on t.code like had.code || '.%' join assignment a on a.task_id = had.id
         where had.id = $1 order by a.id`,
        [task],
      )
    })

  test('[ORG-23] more than a form can list goes back all the same: of one source without a word, of several as is said of the body', async () => {
    const renamed = await committed('rename', [CULTURE], 'Sở Văn hóa mới')
    await manifold(await given('Kiểm tra nhà văn hóa', 'Sở Văn hóa mới'), 1100)
    const before = got(await call(successionGet, at('2026-11-20'), { id: renamed.id }))
    expect(before.bornOf).toEqual([{ body: renamed.made, name: 'Sở Văn hóa mới', count: 1101, sources: [CULTURE] }])
    expect(await (await door.request(`/lam-viec/hop-nhat/${renamed.id}`)).text()).toContain('Còn 1001 nhiệm vụ không hiện ở đây')
    got(await call(successionUndo, at('2026-11-20'), { id: renamed.id, basis: 'NQ 14/NQ-HĐND' }))
    expect(await openOf(CULTURE)).toBe(1101)

    const merged = await committed('merge', [FARMS, SCIENCE], 'Sở Nông nghiệp và Công nghệ')
    const single = await given('Kiểm tra phòng thí nghiệm', 'Sở Nông nghiệp và Công nghệ')
    await manifold(await given('Kiểm tra đê điều', 'Sở Nông nghiệp và Công nghệ'), 2)
    const undo = (rest: object) => call(successionUndo, at('2026-11-20'), { id: merged.id, basis: 'NQ 15/NQ-HĐND', ...rest })
    expect(await undo({ rest: [{ body: merged.made, to: TRADE }] })).toMatchObject({
      refusal: { code: 'succession-back-unsaid', data: { count: 4 } },
    })
    // said on the form, with one task said otherwise
    const body = new URLSearchParams({ viec: 'huy', 'can-cu': 'NQ 15/NQ-HĐND', ngay: '20/11/2026', 'con-lai': merged.made })
    body.append(`con-lai-${merged.made}`, FARMS)
    body.append('tra-ve', single)
    body.append(`ve-${single}`, SCIENCE)
    const done = await door.request(`/lam-viec/hop-nhat/${merged.id}`, { method: 'POST', body })
    expect(done.status).toBe(303)
    expect([await openOf(FARMS), await openOf(SCIENCE)]).toEqual([3, 1])
  }, 120_000)

  test('[ORG-24] one is not undone from a day on which a later one stood, though that was undone since', async () => {
    const first = await committed('merge', [TRANSPORT, INSPECTORS], 'Sở Dân tộc và Thanh tra')
    const parts = [{ kind: 'rename' as const, from: [first.made], to: [{ name: 'Sở Thanh tra và Dân tộc' }] }]
    const later = got(await call(successionPlan, at('2026-09-10'), { name: 'Đổi tên', basis: 'NQ 16/NQ-HĐND', day: '2026-09-10', parts }))
    got(await call(successionCommit, at('2026-09-10'), { id: later.id, version: later.version }))
    got(await call(successionUndo, at('2026-09-20'), { id: later.id, basis: 'NQ 17/NQ-HĐND' }))
    const undo = (on: string) => call(successionUndo, at('2026-09-25'), { id: first.id, basis: 'NQ 18/NQ-HĐND', on })
    expect(await undo('2026-09-15')).toMatchObject({ refusal: { code: 'succession-built-upon' } })
    expect(await undo('2026-09-20')).toMatchObject({ ok: true })
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
    expect(form.match(/<option value="so-(y-te|tu-phap)-da-nang-origin">[^<]*/g)).toHaveLength(6)
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
