import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import type { Result } from '../../src/base/result.ts'
import type { Role } from '../../src/kernel/access/role.ts'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import type { Context } from '../../src/operations/operation.ts'
import { organisationSuccessors } from '../../src/operations/organisation/follow-organisation.ts'
import { organisationGet } from '../../src/operations/organisation/get-organisation.ts'
import { organisationList } from '../../src/operations/organisation/list-organisations.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionRehearse } from '../../src/operations/succession/rehearse-succession.ts'
import { successionUndo } from '../../src/operations/succession/undo-succession.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { loadRegisters } from '../../src/store/load-registers.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Merging, splitting, undoing, on each engine. The letters are our own; the bodies are the register's. */
const then: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }
const now: Context = { who: tester, today: day('2026-11-25'), now: '2026-11-25T02:00:00.000Z', language: 'vi' }

const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 71/UBND-TH
Đà Nẵng, ngày 01 tháng 3 năm 2023

1. Sở Y tế chủ trì, phối hợp với Sở Tư pháp kiểm tra các trạm y tế ven sông, báo cáo trước ngày 15/4/2023.

2. Sở Tư pháp chủ trì rà soát văn bản về hộ tịch trong quý III năm 2023.

3. Sở Thông tin và Truyền thông chủ trì tổ chức thông tin báo chí về quy hoạch thành phố.

4. Sở Thông tin và Truyền thông chủ trì xây dựng chính quyền số.

5. Sở Ngoại vụ chủ trì đón tiếp các đoàn khách quốc tế.
`

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

const code = <T>(result: Result<T, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)

const EDUCATION = 'so-giao-duc-va-dao-tao-da-nang-origin'
const INSPECTORATE = 'thanh-tra-da-nang-origin'
const differing = (before: readonly string[], after: readonly string[]): readonly unknown[] =>
  before.flatMap((one, i) => (one === after[i] ? [] : [[one.slice(0, 400), after[i]?.slice(0, 400)]]))

const HEALTH = 'so-y-te-da-nang-origin'
const JUSTICE = 'so-tu-phap-da-nang-origin'
const FOREIGN = 'so-ngoai-vu-da-nang-origin'
const merger = {
  name: 'Sáp nhập thử',
  basis: 'NQ 99/NQ-HĐND',
  day: '2026-09-01',
  parts: [{ kind: 'merge' as const, from: [HEALTH, JUSTICE], to: [{ name: 'Sở Y tế và Tư pháp', abbreviation: 'SYTTP' }] }],
}

const other = { ...merger, parts: [{ kind: 'merge' as const, from: [EDUCATION, INSPECTORATE], to: [{ name: 'Sở Giáo dục' }] }] }

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: ReturnType<typeof caller>
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const { id } = value(await call(documentReceive, then, { text: LETTER }))
    for (const task of value(await call(documentGet, then, { id })).tasks)
      await call(taskConfirm, then, { id: task.id, version: task.version })
    value(await call(documentAssign, then, { id }))
  })
  afterAll(async () => {
    await opened.close()
  })

  const ask = (text: string, parameters: readonly unknown[] = []) => opened.engine.asOwner((owner) => owner.query(text, parameters))
  const holderOf = async (body: string, on: string) => {
    const rows = await opened.engine.asOwner((owner) =>
      owner.query(
        `select holder_id from organisation_holder
         where organisation_id = $1 and daterange(from_day, to_day) @> $2::date`,
        [body, on],
      ),
    )
    return rows.map((row) => row['holder_id'])
  }
  /** What was printed for earlier periods: lists, one task, bodies, as of days before. */
  const printed = async (): Promise<readonly string[]> => {
    const answers: unknown[] = []
    for (const on of ['2023-06-30', '2025-12-31', '2026-08-31']) {
      const context = { ...now, today: day(on) }
      const list = value(await call(taskList, context, { state: 'assigned' }))
      answers.push(list)
      for (const task of list.items) answers.push(value(await call(taskGet, context, { id: task.id })))
      answers.push(value(await call(organisationList, context, { of: 'Đà Nẵng', on })))
      for (const id of [HEALTH, JUSTICE, FOREIGN]) {
        answers.push(value(await call(organisationGet, context, { id, on })))
        answers.push(value(await call(organisationSuccessors, context, { id, on })))
      }
    }
    return answers.map((answer) => JSON.stringify(answer))
  }

  test('[ORG-7] the register alone says who holds the work of a body of 2022 in 2026', async () => {
    expect([
      await holderOf('so-ke-hoach-va-dau-tu-da-nang-origin', '2025-02-28'),
      await holderOf('so-ke-hoach-va-dau-tu-da-nang-origin', '2026-11-25'),
      await holderOf('so-thong-tin-va-truyen-thong-da-nang-origin', '2026-11-25'),
      await holderOf('ubnd-d490-origin', '2026-11-25'),
    ]).toEqual([
      ['so-ke-hoach-va-dau-tu-da-nang-origin'],
      ['so-tai-chinh-da-nang-2025-03-01'],
      ['so-khoa-hoc-va-cong-nghe-da-nang-2025-03-01'],
      [null],
    ])
  })

  test('[ORG-12] [ORG-9] a merger and its undoing: what was printed for earlier days prints the same, byte for byte', async () => {
    const before = await printed()
    const plan = value(await call(successionPlan, now, merger))
    const heir = plan.parts[0]?.to[0]?.id ?? ''
    const shown = value(await call(successionRehearse, now, { id: plan.id }))
    expect([shown.open, shown.moving, shown.undecided, shown.duplicates]).toEqual([5, 2, 0, 1])
    expect(shown.before.map((one) => [one.name, one.count])).toEqual([
      ['Sở Tư pháp', 1],
      ['Sở Y tế', 1],
    ])
    expect(shown.after.map((one) => [one.name, one.count])).toEqual([['Sở Y tế và Tư pháp', 2]])
    const done = value(await call(successionCommit, now, { id: plan.id, version: plan.version }))
    expect([done.state, done.outcome?.open]).toEqual(['committed', 5])
    expect([await holderOf(HEALTH, '2026-08-31'), await holderOf(HEALTH, '2026-09-01')]).toEqual([[HEALTH], [heir]])
    const bodies = value(await call(organisationList, now, { of: 'Đà Nẵng', on: '2026-09-01' })).items.map((one) => one.id)
    expect([bodies.includes(HEALTH), bodies.includes(heir)]).toEqual([false, true])
    expect(value(await call(organisationSuccessors, now, { id: HEALTH })).items.map((one) => one.name)).toEqual(['Sở Y tế và Tư pháp'])
    expect(value(await call(organisationGet, now, { id: HEALTH })).to).toBe('2026-09-01')
    expect(differing(before, await printed())).toEqual([])

    const undone = value(await call(successionUndo, now, { id: plan.id, basis: 'NQ 100/NQ-HĐND' }))
    expect([undone.state, undone.undone?.on]).toEqual(['undone', '2026-11-25'])
    expect([await holderOf(HEALTH, '2026-10-01'), await holderOf(HEALTH, '2026-11-25')]).toEqual([[heir], [HEALTH]])
    expect(differing(before, await printed())).toEqual([])
    expect(value(await call(historyVerify, now, {}))).toMatchObject({ ok: true })
  })
  const person = (role: Role, central: boolean): Context => ({
    ...now,
    who: { kind: 'person', id: 'p1', duties: [{ role, organisation: HEALTH, central, deputyFor: null }], bodies: [HEALTH] },
  })

  test('[ORG-17] a leader commits, the office prepares, and nobody does either for whom the database hides work', async () => {
    const office = person('office', true)
    const plan = value(await call(successionPlan, office, { ...merger, day: '2026-11-26' }))
    expect([
      code(await call(successionCommit, office, { id: plan.id, version: 1 })),
      code(await call(successionUndo, office, { id: plan.id, basis: 'NQ 1' })),
      code(await call(successionPlan, person('office', false), merger)),
      code(await call(successionRehearse, person('leader', false), { id: plan.id })),
      code(await call(successionPlan, person('specialist', true), merger)),
      code(await call(successionRehearse, person('auditor', false), { id: plan.id })),
      code(await call(successionPlan, person('auditor', false), merger)),
      code(await call(successionRehearse, { ...now, who: NOBODY }, { id: plan.id })),
    ]).toEqual(['role-missing', 'role-missing', 'role-missing', 'role-missing', 'role-missing', 'ok', 'role-missing', 'sign-in-needed'])
    // a day that has not come is prepared, not done
    expect(code(await call(successionCommit, person('leader', true), { id: plan.id, version: 1 }))).toBe('succession-day-ahead')
  })

  test('[ORG-14] what cannot be is refused by name, and nothing is kept', async () => {
    const plans = async () => (await ask('select count(*)::int as n from succession_plan'))[0]
    const before = await plans()
    const refusal = async (given: object) => {
      const answer = await call(successionPlan, now, { ...other, ...given })
      return answer.ok ? 'ok' : [answer.refusal.code, answer.refusal.data?.['name'] ?? answer.refusal.data?.['reason'] ?? null]
    }
    const absorb = (from: string, to: string) => ({ kind: 'absorb', from: [from], to: [{ id: to }] })
    expect([
      await refusal({ day: '31-2-2026' }),
      await refusal({ parts: [absorb(EDUCATION, EDUCATION)] }),
      await refusal({ parts: [absorb(EDUCATION, INSPECTORATE), absorb(INSPECTORATE, EDUCATION)] }),
      await refusal({ parts: [absorb(EDUCATION, INSPECTORATE), absorb(EDUCATION, FOREIGN)] }),
      await refusal({ parts: [absorb(EDUCATION, 'so-thong-tin-va-truyen-thong-da-nang-origin')] }),
      await refusal({ day: '2025-06-01', parts: [absorb('so-van-hoa-the-thao-va-du-lich-da-nang-2025-04-26', EDUCATION)] }),
      await refusal({ parts: [{ kind: 'rename', from: [EDUCATION, INSPECTORATE], to: [{ name: 'Sở Mới' }] }] }),
      await refusal({ parts: [{ kind: 'rename', from: [EDUCATION], to: [{}] }] }),
      await refusal({ parts: [{ kind: 'rename', from: [EDUCATION], to: [{ name: 'sở xây dựng' }] }] }),
      await refusal({ basis: '' }),
    ]).toEqual([
      ['bad-day', null],
      ['succession-into-itself', 'Sở Giáo dục và Đào tạo'],
      ['succession-cycle', 'Sở Giáo dục và Đào tạo'],
      ['succession-twice', 'Sở Giáo dục và Đào tạo'],
      ['succession-not-there', 'Sở Thông tin và Truyền thông'],
      ['succession-too-early', 'Sở Văn hóa, Thể thao và Du lịch'],
      ['succession-shape', 'chỉ chọn một cơ quan cũ'],
      ['missing-parameter', 'to'],
      ['succession-name-taken', 'sở xây dựng'],
      ['bad-value', 'basis'],
    ])
    expect(await plans()).toEqual(before)
    const empty = value(await call(successionPlan, now, { ...other, parts: [] }))
    expect(code(await call(successionCommit, now, { id: empty.id, version: 1 }))).toBe('succession-empty')
  })

  test('[ORG-15] two commits at once, and one asked again, are one; one of an older version is refused', async () => {
    const plan = value(await call(successionPlan, now, { ...other, day: '2026-11-25' }))
    const rival = value(await call(successionPlan, now, { ...other, day: '2026-11-25' }))
    const commits = await Promise.all([1, 2].map(() => call(successionCommit, now, { id: plan.id, version: 1 })))
    expect(commits.map(code)).toEqual(['ok', 'ok'])
    expect(commits[0]).toEqual(commits[1])
    expect(code(await call(successionCommit, now, { id: plan.id, version: 1 }))).toBe('ok')
    expect(code(await call(successionCommit, now, { id: plan.id, version: 2 }))).toBe('succession-not-draft')
    const links = await ask('select count(*)::int as n from organisation_succession where plan_id = $1', [plan.id])
    expect(links).toEqual([{ n: 2 }])
    // another plan over the same bodies, drafted before, finds them gone
    expect(code(await call(successionCommit, now, { id: rival.id, version: 1 }))).toBe('succession-not-there')
  })

  test('[ORG-11] a register loaded anew leaves what this node entered, and a body it leads from though the register forgot it', async () => {
    const node = () =>
      ask(`select o.id, n.name, h.holder_id from organisation o join organisation_name n on n.organisation_id = o.id
        left join organisation_holder h on h.organisation_id = o.id and h.to_day is null
        where o.origin = 'node' or o.id in ('${HEALTH}', 'quên') order by o.id`)
    await opened.engine.asOwner((owner) =>
      owner.script(`
        insert into organisation select 'quên', kind, rank, of_place, from_day, to_day, basis, certainty from organisation where id = '${FOREIGN}';
        insert into organisation_name select 'quên', 'Sở Bị quên', '', from_day, to_day, 'so bi quen', 'sở bị quên', '', 'x'
          from organisation_name where organisation_id = '${FOREIGN}'`),
    )
    const plan = value(
      await call(successionPlan, now, { ...merger, day: '2026-11-25', parts: [{ kind: 'absorb', from: ['quên'], to: [{ id: FOREIGN }] }] }),
    )
    value(await call(successionCommit, now, { id: plan.id, version: 1 }))
    const before = await node()
    expect(before.find((row) => row['id'] === 'quên')?.['holder_id']).toBe(FOREIGN)
    await opened.engine.asOwner((owner) => owner.script("update register_load set sha256 = 'khác'"))
    await loadRegisters(opened.engine)
    expect(await node()).toEqual(before)
    const counted = await ask(`select count(*)::int as n from organisation where origin = 'register'`)
    await opened.engine.asOwner((owner) => owner.script("update register_load set sha256 = 'khác'"))
    await loadRegisters(opened.engine)
    expect(await ask(`select count(*)::int as n from organisation where origin = 'register'`)).toEqual(counted)
  }, 180_000)

  test('[ORG-9] what a later succession is built upon is not undone before it', async () => {
    const [first, second] = [FOREIGN, 'so-cong-thuong-da-nang-origin'] as const
    const rename = (from: string, name: string) => ({
      ...merger,
      day: '2026-11-25',
      parts: [{ kind: 'rename', from: [from], to: [{ name }] }],
    })
    const plan = value(await call(successionPlan, now, rename(second, 'Sở Công nghiệp và Thương mại')))
    value(await call(successionCommit, now, { id: plan.id, version: 1 }))
    const made = plan.parts[0]?.to[0]?.id ?? ''
    const tomorrow: Context = { ...now, today: day('2026-11-26'), now: '2026-11-26T02:00:00.000Z' }
    const later = value(
      await call(successionPlan, tomorrow, {
        ...merger,
        day: '2026-11-26',
        parts: [{ kind: 'absorb', from: [made], to: [{ id: first }] }],
      }),
    )
    value(await call(successionCommit, tomorrow, { id: later.id, version: 1 }))
    expect(code(await call(successionUndo, tomorrow, { id: plan.id, basis: 'NQ 1/NQ' }))).toBe('succession-built-upon')
    value(await call(successionUndo, tomorrow, { id: later.id, basis: 'NQ 1/NQ' }))
    value(await call(successionUndo, tomorrow, { id: plan.id, basis: 'NQ 1/NQ' }))
    expect(await holderOf(second, '2026-11-26')).toEqual([second])
  })
})
