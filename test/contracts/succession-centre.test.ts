import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sightOf, type Who } from '../../src/kernel/access/who.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionRehearse } from '../../src/operations/succession/rehearse-succession.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { actAs } from '../../src/store/open-store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** 2026-11-26: a department that the office took in made all its people masters of the whole province. */
const COMMITTEE = 'ubnd-p48-origin'
const letter = (number: number, order: string): string => `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: ${number}/UBND-TH
Đà Nẵng, ngày 09 tháng 3 năm 2026
Giao ${order}, hoàn thành trước ngày 30/6/2026.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let leader: Who
  const codes: Record<'health' | 'building', string> = { health: '', building: '' }
  const shownTo = async (who: Who): Promise<readonly string[]> => {
    const under = (db: Kysely<Tables>) => actAs(db, who).then(() => sql<{ code: string }>`select code from task order by code`.execute(db))
    return (await opened.engine.app.transaction().execute(under)).rows.map((row) => row.code)
  }
  const plan = async (parts: readonly object[]) =>
    got(await office.call(successionPlan, office.at(leader), { name: 'Sắp xếp', basis: 'NQ 9/NQ-HĐND', day: '2026-03-10', parts }))

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    await office.person('Lê Thị Trưởng', 'y.te.truong', 'leader', HEALTH)
    await office.person('Lê Thị Thư', 'y.te.thu', 'clerk', HEALTH)
    await office.person('Võ Thị Phòng', 'thi.phong', 'office', OFFICE)
    leader = await office.person('Phạm Thị Chủ', 'chu.tich', 'leader', COMMITTEE)
    const assigner = await office.signIn('thi.phong')
    codes.health = [...(await office.letter(assigner, letter(1, 'Sở Y tế chủ trì kiểm tra các trạm y tế'))).values()][0] ?? ''
    codes.building = [...(await office.letter(assigner, letter(2, 'Sở Xây dựng chủ trì rà soát các cầu yếu'))).values()][0] ?? ''
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-23] [ORG-20] a rehearsal says which duties the centre would take in, those given after a day that is past too', async () => {
    // given today, and the plan is of a day before: they move all the same
    const drafted = got(
      await office.call(successionPlan, office.at(leader), {
        name: 'Sắp xếp',
        basis: 'NQ 9/NQ-HĐND',
        day: '2026-03-01',
        parts: [{ kind: 'absorb', from: [HEALTH], to: [{ id: OFFICE }] }],
      }),
    )
    const { duties } = got(await office.call(successionRehearse, office.at(leader), { id: drafted.id }))
    expect(duties.map((one) => [one.from, one.role, one.count, one.to, one.toCentre])).toEqual([
      ['Sở Y tế', 'clerk', 1, OFFICE, true],
      ['Sở Y tế', 'leader', 1, OFFICE, true],
    ])
    const beside = await plan([{ kind: 'absorb', from: [HEALTH], to: [{ id: BUILDING }] }])
    const other = got(await office.call(successionRehearse, office.at(leader), { id: beside.id })).duties
    expect(other.map((one) => one.toCentre)).toEqual([false, false])
  })

  test('[ACC-23] a body taken into the office brings its work, and no power over everybody’s', async () => {
    const { id, version } = await plan([{ kind: 'absorb', from: [HEALTH], to: [{ id: OFFICE }] }])
    got(await office.call(successionCommit, office.at(leader), { id, version }))
    const [head, clerk] = [await office.signIn('y.te.truong'), await office.signIn('y.te.thu')]
    expect([head, clerk].map((who) => [sightOf(who), who.duties.map((one) => one.central)])).toEqual([
      ['own', [false]],
      ['own', [false]],
    ])
    expect(await shownTo(head)).toEqual([codes.health])
    expect(codeOf(await office.call(taskGet, office.at(head), { id: codes.building }))).toBe('not-found')
    expect(codeOf(await office.call(documentReceive, office.at(clerk), { text: letter(3, 'Sở Y tế rà soát') }))).toBe('role-missing')
    expect(codeOf(await office.call(successionCommit, office.at(head), { id, version: version + 1 }))).toBe('role-missing')
    await office.act(head, 'acknowledge', codes.health)
    await office.act(head, 'progress', codes.health, { words: 'Đã kiểm tra 5 trạm.', percent: 20 })
  })

  test('[ACC-23] the office under another name is still the office, for whoever is given a duty there too', async () => {
    const drafted = await plan([{ kind: 'rename', from: [OFFICE], to: [{ name: 'Văn phòng Chính quyền thành phố' }] }])
    const heir = drafted.parts[0]?.to[0]?.id ?? ''
    const moved = got(await office.call(successionRehearse, office.at(leader), { id: drafted.id })).duties
    expect(moved.map((one) => [one.from, one.role, one.toCentre])).toEqual([
      ['Sở Y tế', 'clerk', true],
      ['Sở Y tế', 'leader', true],
      ['Văn phòng UBND thành phố', 'office', false],
    ])
    got(await office.call(successionCommit, office.at(leader), { id: drafted.id, version: drafted.version }))
    const people = [
      await office.signIn('thi.phong'),
      await office.person('Hồ Văn Mới', 'van.moi', 'office', heir),
      await office.signIn('y.te.truong'),
    ]
    expect(people.map(sightOf)).toEqual(['all', 'all', 'own'])
  })
})
