import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { meGet } from '../../src/operations/access/own-account.ts'
import { calendarMake } from '../../src/operations/notice/own-mail.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionRehearse } from '../../src/operations/succession/rehearse-succession.ts'
import { successionUndo } from '../../src/operations/succession/undo-succession.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { actAs } from '../../src/store/open-store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** The people of two departments before a merger, after it and after it is undone. 2026-11-26, from a walk through a merger. */
const letter = (number: number, day: number, order: string): string => `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: ${number}/UBND-TH
Đà Nẵng, ngày ${day} tháng 3 năm 2026
Giao ${order}, hoàn thành trước ngày 30/6/2026.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let health: Who
  let building: Who
  let leader: Who
  let secret: string
  let plan: string
  let heir: string
  const codes: Record<'health' | 'building' | 'merged', string> = { health: '', building: '', merged: '' }

  const on = async (at: string): Promise<void> => {
    office.clock.at = Date.parse(`${at}T02:00:00.000Z`)
    ;[health, building, leader] = (await Promise.all(['thi.an', 'van.binh', 'chu.tich'].map(office.signIn))) as [Who, Who, Who]
  }
  const sees = async (who: Who): Promise<readonly boolean[]> =>
    Promise.all(Object.values(codes).map(async (code) => (await office.call(taskGet, office.at(who), { id: code })).ok))
  /** The second wall, asked without any filter above it; and by the secret of a calendar. */
  const shownBy = async (who: Who): Promise<readonly unknown[]> => {
    const under = (db: Kysely<Tables>) => actAs(db, who).then(() => sql<{ code: string }>`select code from task order by code`.execute(db))
    return (await opened.engine.app.transaction().execute(under)).rows.map((row) => row.code)
  }
  const served = async (who: Who): Promise<unknown> =>
    got(await office.call(personGet, office.at(await office.signIn('quan.tri')), { id: who.id })).person.duties.map((one) => [
      one.organisation.name,
      one.serves?.name,
    ])

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    await office.person('Lê Thị An', 'thi.an', 'specialist', HEALTH)
    await office.person('Trần Văn Bình', 'van.binh', 'specialist', BUILDING)
    await office.person('Phạm Thị Chủ', 'chu.tich', 'leader', 'ubnd-p48-origin')
    await office.person('Võ Thị Phòng', 'thi.phong', 'office', OFFICE)
    await on('2026-03-10')
    secret =
      got(await office.call(calendarMake, office.at(building), {}))
        .path.split('/')
        .at(-1)
        ?.replace('.ics', '') ?? ''
    const assigner = await office.signIn('thi.phong')
    codes.health = [...(await office.letter(assigner, letter(1, 9, 'Sở Y tế chủ trì kiểm tra các trạm y tế'))).values()][0] ?? ''
    codes.building = [...(await office.letter(assigner, letter(2, 9, 'Sở Xây dựng chủ trì rà soát các cầu yếu'))).values()][0] ?? ''
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-20] before a merger the work of the other body is not there', async () => {
    expect([await sees(health), await sees(building)]).toEqual([
      [true, false, false],
      [false, true, false],
    ])
    expect(await shownBy(building)).toEqual([codes.building])
    expect(await served(building)).toEqual([['Sở Xây dựng', 'Sở Xây dựng']])
  })

  test('[ACC-20] after it the people of both see, take up and report the work of the new body and of both former ones', async () => {
    await on('2026-03-11')
    const merger = { kind: 'merge' as const, from: [HEALTH, BUILDING], to: [{ name: 'Sở Đô thị', abbreviation: 'SĐT' }] }
    const drafted = got(
      await office.call(successionPlan, office.at(leader), { name: 'Thử', basis: 'NQ 9/NQ-HĐND', day: '2026-03-11', parts: [merger] }),
    )
    plan = drafted.id
    heir = drafted.parts[0]?.to[0]?.id ?? ''
    const promised = got(await office.call(successionRehearse, office.at(leader), { id: plan })).duties
    expect(promised.map((one) => [one.role, one.toName])).toEqual([
      ['specialist', 'Sở Đô thị'],
      ['specialist', 'Sở Đô thị'],
    ])
    got(await office.call(successionCommit, office.at(leader), { id: plan, version: drafted.version }))
    await on('2026-03-11')
    const assigner = await office.signIn('thi.phong')
    codes.merged = [...(await office.letter(assigner, letter(3, 11, 'Sở Đô thị chủ trì lập danh mục bến thuyền'))).values()][0] ?? ''

    expect([await sees(health), await sees(building)]).toEqual([
      [true, true, true],
      [true, true, true],
    ])
    expect(await shownBy(building)).toEqual(Object.values(codes).toSorted())
    const reader = await office.store.calendarReader(secret, office.at(building))
    expect(reader?.who.bodies.toSorted()).toEqual(building.bodies.toSorted())
    expect([building.bodies.includes(heir), building.bodies.includes(HEALTH)]).toEqual([true, true])
    await office.act(health, 'acknowledge', codes.merged)
    await office.act(building, 'progress', codes.merged, { words: 'Đã kiểm tra 12 bến.', percent: 40 })
    await office.act(building, 'progress', codes.health, { words: 'Đã kiểm tra 5 trạm.', percent: 20 })
    const said = got(await office.call(taskEvents, office.at(leader), { id: codes.health })).items
    expect(said.map((one) => [one.kind, one.organisation])).toEqual([['progress', 'Sở Đô thị']])
    expect(await served(building)).toEqual([['Sở Xây dựng', 'Sở Đô thị']])
    expect(got(await office.call(meGet, office.at(health), {})).colleagues.map((one) => one.name)).toEqual(['Trần Văn Bình'])
  })

  test('[ACC-20] undone, each has his own body again, and nothing of the other', async () => {
    await on('2026-03-12')
    // what was given to the new body itself has nowhere to go back to
    const assigner = await office.signIn('thi.phong')
    await office.act(assigner, 'cancel', codes.merged, { words: 'Thôi hợp nhất', document: '10/NQ-HĐND' })
    got(await office.call(successionUndo, office.at(leader), { id: plan, basis: 'NQ 10/NQ-HĐND' }))
    await on('2026-03-12')
    expect([(await sees(health)).slice(0, 2), (await sees(building)).slice(0, 2)]).toEqual([
      [true, false],
      [false, true],
    ])
    await office.act(health, 'progress', codes.health, { words: 'Đã kiểm tra 9 trạm.', percent: 30 })
    expect(await served(building)).toEqual([['Sở Xây dựng', 'Sở Xây dựng']])
  })
})
