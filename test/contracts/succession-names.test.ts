import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionUndo } from '../../src/operations/succession/undo-succession.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Two bodies of one locality under one name. Found by a reviewer, 26-11-2026. */
const at = (on: string) => ({ who: tester, today: day(on), now: `${on}T02:00:00.000Z`, language: 'vi' }) as const
const TRADE = 'so-cong-thuong-da-nang-origin'
const JUSTICE = 'so-tu-phap-da-nang-origin'
const HEALTH = 'so-y-te-da-nang-origin'
const SCHOOLS = 'so-giao-duc-va-dao-tao-da-nang-origin'

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(() => opened.close())

  const renamed = async (from: string, name: string, on: string) => {
    const parts = [{ kind: 'rename' as const, from: [from], to: [{ name }] }]
    const plan = await call(successionPlan, at('2026-11-01'), { name: `Đổi tên ${name}`, basis: 'NQ 9/NQ-HĐND', day: on, parts })
    return plan.ok ? call(successionCommit, at('2026-11-01'), { id: plan.value.id, version: plan.value.version }) : plan
  }

  test('[ORG-27] undoing does not bring back a name that another bears since; nor is one given that is borne from a later day', async () => {
    const first = got(await renamed(TRADE, 'Sở Công nghiệp', '2026-03-01'))
    const second = got(await renamed(JUSTICE, 'Sở Công Thương', '2026-04-01'))
    const undo = (id: string) => call(successionUndo, at('2026-11-02'), { id, basis: 'NQ 10/NQ-HĐND' })
    expect(await undo(first.id)).toMatchObject({
      refusal: { code: 'succession-name-back', data: { name: 'Sở Công Thương', on: '02/11/2026', day: '02/11/2026' } },
    })
    got(await undo(second.id))
    expect(await undo(first.id)).toMatchObject({ ok: true })

    got(await renamed(HEALTH, 'Sở Sức khỏe', '2026-06-01'))
    expect(await renamed(SCHOOLS, 'Sở Sức khỏe', '2026-05-01')).toMatchObject({
      refusal: { code: 'succession-name-taken', data: { name: 'Sở Sức khỏe', day: '01/06/2026' } },
    })
  })

  test('[ORG-28] a name that two bear all the same is nobody’s, and the work says why', async () => {
    await opened.engine.asOwner(async (owner) => {
      await owner.query(
        `insert into organisation (id, kind, rank, of_place, from_day, basis, certainty, origin)
         select 'second', kind, rank, of_place, from_day, basis, certainty, origin from organisation where id = $1`,
        [SCHOOLS],
      )
      await owner.query(
        `insert into organisation_name (organisation_id, name, abbreviation, from_day, to_day, folded, plain, folded_abbreviation, sort_key, origin)
         select 'second', name, abbreviation, from_day, to_day, folded, plain, folded_abbreviation, sort_key, origin
         from organisation_name where organisation_id = $1`,
        [SCHOOLS],
      )
    })
    const fresh = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const text =
      'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 98/UBND-KT\nĐà Nẵng, ngày 04 tháng 11 năm 2026\n\nGiao Sở Giáo dục và Đào tạo chủ trì kiểm tra các trường trước ngày 15/12/2026.'
    const { id } = got(await fresh(documentReceive, at('2026-11-04'), { text }))
    const [task] = got(await fresh(documentGet, at('2026-11-04'), { id })).tasks
    expect(task?.lead).toMatchObject([{ name: 'Sở Giáo dục và Đào tạo', organisation: null }])
    expect(task?.check).toContain('Nhiều cơ quan cùng mang một tên')
  })
})
