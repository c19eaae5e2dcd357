import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import type { Result } from '../../src/base/result.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import type { Context } from '../../src/operations/operation.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import type { RehearsalView } from '../../src/operations/succession/rehearse-succession.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Who helps with work once bodies were merged and split, and what of a succession is refused besides. The letter is our own. */
const on = (today: string, who: Who = tester): Context => ({ who, today: day(today), now: `${today}T02:00:00.000Z`, language: 'vi' })
const THEN = '2023-03-10'
const NOW = '2026-11-25'
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 74/UBND-TH
Đà Nẵng, ngày 01 tháng 3 năm 2023

1. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính rà soát vốn đầu tư công.

2. Sở Y tế chủ trì, phối hợp với Sở Thông tin và Truyền thông, Sở Khoa học và Công nghệ số hóa hồ sơ sức khỏe.

3. UBND quận Hải Châu chủ trì kiểm tra bến thuyền.
`
const [CAPITAL, RECORDS, BOATS] = ['NV-2023-0001', 'NV-2023-0002', 'NV-2023-0003']
const CULTURE = 'so-van-hoa-va-the-thao-da-nang-origin'
const SCIENCE = 'so-khoa-hoc-va-cong-nghe-da-nang-2025-03-01'
const INFORMATION = 'so-thong-tin-va-truyen-thong-da-nang-origin'

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
/** A specialist of a body to which the work of another came. */
const of = (organisation: string): Who => ({
  kind: 'person',
  id: `p-${organisation}`,
  duties: [{ role: 'specialist', organisation, inherits: [INFORMATION], central: false, deputyFor: null }],
  bodies: [organisation, INFORMATION],
})

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: ReturnType<typeof caller>
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const { id } = value(await call(documentReceive, on(THEN), { text: LETTER }))
    for (const task of value(await call(documentGet, on(THEN), { id })).tasks)
      await call(taskConfirm, on(THEN), { id: task.id, version: task.version })
    value(await call(documentAssign, on(THEN), { id }))
  })
  afterAll(async () => {
    await opened.close()
  })
  const asked = (name: string, given: object, context = on(NOW)) =>
    call(registry.find((one) => one.name === name) as AnyOperation, context, given)
  const codeOf = async (name: string, given: object, context = on(NOW)): Promise<string> => {
    const said = await asked(name, given, context)
    return said.ok ? 'ok' : said.refusal.code
  }
  const helpers = async (id: string | undefined, today: string) =>
    value(await call(taskGet, on(NOW), { id, on: today })).helpers.map(({ name, holder }) => [name, holder.name])

  test('[ORG-10] a coordinator that became one with the lead is dropped; two that became one are shown once; days before are as they were', async () => {
    expect(await helpers(CAPITAL, '2024-06-01')).toEqual([['Sở Tài chính', 'Sở Tài chính']])
    expect(await helpers(CAPITAL, NOW)).toEqual([])
    expect(await helpers(RECORDS, '2024-06-01')).toEqual([
      ['Sở Thông tin và Truyền thông', 'Sở Thông tin và Truyền thông'],
      ['Sở Khoa học và Công nghệ', 'Sở Khoa học và Công nghệ'],
    ])
    expect(await helpers(RECORDS, NOW)).toEqual([['Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ']])
  })

  test('[ORG-10] a coordinator that was split helps by whoever took the rest, not by one that took the press', async () => {
    const { version } = value(await call(taskGet, on(NOW), { id: RECORDS }))
    const part = { id: RECORDS, version, words: 'Đã số hóa phần của Sở' }
    expect(await codeOf('task.part', part, on(NOW, of(CULTURE)))).toBe('not-a-coordinator')
    expect(await codeOf('task.part', part, on(NOW, of(SCIENCE)))).toBe('ok')
  })

  test('[ORG-14] work that the plan does not decide piece by piece is routed nowhere', async () => {
    const plan = value(await asked('succession.known', { day: '1/7/2025' })) as { id: string }
    const { id } = value(await call(taskGet, on(NOW), { id: CAPITAL }))
    expect(await codeOf('succession.route', { id: plan.id, task: id, to: SCIENCE })).toBe('succession-not-routed')
  })

  test('[ORG-21] a draft goes with what was routed in it, by its maker or an administrator', async () => {
    const central = (role: 'leader' | 'administrator', id: string): Who => ({
      kind: 'person',
      id,
      duties: [{ role, organisation: 'van-phong-ubnd-da-nang-2025-07-01', inherits: [], central: true, deputyFor: null }],
      bodies: ['van-phong-ubnd-da-nang-2025-07-01'],
    })
    const [maker, other, admin] = [central('leader', 'p-1'), central('leader', 'p-2'), central('administrator', 'p-3')]
    const drafted = async () => {
      const plan = value(await asked('succession.known', { day: '1/7/2025' }, on(NOW, maker))) as { id: string; version: number }
      const shown = value(await asked('succession.rehearse', { id: plan.id, only: 'undecided' })) as RehearsalView
      const wards = value(await asked('organisation.successors', { id: 'ubnd-d492-origin' })) as { items: readonly { id: string }[] }
      value(await asked('succession.route', { id: plan.id, task: shown.tasks[0]?.id, to: wards.items[0]?.id ?? '' }, on(NOW, maker)))
      return value(await asked('succession.get', { id: plan.id })) as { id: string; version: number }
    }
    const { id, version } = await drafted()
    expect(await codeOf('succession.delete', { id, version }, on(NOW, other))).toBe('succession-not-yours')
    expect(await codeOf('succession.delete', { id, version: version + 7 }, on(NOW, maker))).toBe('changed-meanwhile')
    expect(await codeOf('succession.delete', { id, version }, on(NOW, maker))).toBe('ok')
    expect([await codeOf('succession.get', { id }), await codeOf('succession.delete', { id, version }, on(NOW, maker))]).toEqual([
      'not-found',
      'not-found',
    ])
    const kept = value(await asked('history.list', { entity: 'succession', id })) as { items: readonly { verb: string }[] }
    expect(kept.items.map((one) => one.verb)).toEqual(['deleted', 'routed', 'planned'])
    expect(value(await asked('history.verify', {}))).toMatchObject({ ok: true })

    const second = await drafted()
    expect(await codeOf('succession.delete', { id: second.id, version: second.version }, on(NOW, admin))).toBe('ok')
  })

  test('[ORG-9] what would leave work with nobody is not undone', async () => {
    const plan = value(await asked('succession.known', { day: '1/7/2025' })) as { id: string; version: number }
    const shown = value(await asked('succession.rehearse', { id: plan.id, only: 'undecided' })) as RehearsalView
    const [boats] = shown.tasks
    expect([shown.tasks.length, boats?.code]).toEqual([1, BOATS])
    const wards = value(await asked('organisation.successors', { id: 'ubnd-d492-origin' })) as { items: readonly { id: string }[] }
    value(await asked('succession.route', { id: plan.id, task: boats?.id, to: wards.items[0]?.id ?? '' }))
    const { version } = value(await asked('succession.get', { id: plan.id })) as { version: number }
    value(await asked('succession.commit', { id: plan.id, version }))
    expect(await codeOf('succession.undo', { id: plan.id, basis: 'QĐ 9/QĐ-UBND' })).toBe('succession-left-without')
    expect(value(await call(taskGet, on(NOW), { id: BOATS })).holder?.id).toBe(wards.items[0]?.id)
  })

  test('[ORG-21] what was committed is not deleted, in the database neither', async () => {
    const { items } = value(await asked('succession.list', {})) as { items: readonly { id: string; version: number; state: string }[] }
    const done = items.find((one) => one.state === 'committed')
    expect(await codeOf('succession.delete', { id: done?.id, version: done?.version })).toBe('succession-not-draft')
    const forced = opened.engine.asOwner((owner) => owner.query('delete from succession_plan where id = $1', [done?.id]))
    await expect(forced).rejects.toThrow(/committed plan stays/)
  })
})
