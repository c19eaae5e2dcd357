import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller } from '../../src/operations/call.ts'
import { organisationGet } from '../../src/operations/organisation/get-organisation.ts'
import { organisationList } from '../../src/operations/organisation/list-organisations.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionUndo } from '../../src/operations/succession/undo-succession.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH, officeOver } from '../support/office.ts'

/** 2026-11-26: a second server on the same database went on with the register as it was when it started. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[STO-24] what one server commits and undoes another knows at its next request, of bodies and of people', async () => {
    const leader = await office.person('Phạm Thị Chủ', 'chu.tich', 'leader', 'ubnd-p48-origin')
    await office.person('Trần Văn Bình', 'van.binh', 'specialist', BUILDING)
    const secret = got(
      await office.entrance.signIn(
        { address: '10.0.0.9', secure: false, agent: 'x', origin: 'http://127.0.0.1:8080' },
        'van.binh',
        'mưa xuân Sơn Trà',
      ),
    ).secret
    const second = storeOver(opened.engine, 'Đà Nẵng')
    const there = caller(second)
    const day = '2026-03-10'
    const known = async () => {
      const listed = got(await there(organisationList, office.at(leader), { of: 'Đà Nẵng', rank: 'so', on: day, limit: 200 })).items
      const who = (await second.whoOf('session', secret, office.at(leader)))?.who
      return [listed.some((one) => one.name === 'Sở Đô thị'), who?.duties.map((one) => one.organisation)]
    }
    expect(await known()).toEqual([false, [BUILDING]])

    const parts = [{ kind: 'merge', from: [HEALTH, BUILDING], to: [{ name: 'Sở Đô thị' }] }]
    const plan = got(await office.call(successionPlan, office.at(leader), { name: 'Thử', basis: 'NQ 9/NQ-HĐND', day, parts }))
    const heir = plan.parts[0]?.to[0]?.id ?? ''
    got(await office.call(successionCommit, office.at(leader), { id: plan.id, version: plan.version }))
    expect(await known()).toEqual([true, [heir]])
    expect(got(await there(organisationGet, office.at(leader), { id: heir })).name).toBe('Sở Đô thị')

    // undone by the second, known to the first
    got(await there(successionUndo, office.at(leader), { id: plan.id, basis: 'NQ 10/NQ-HĐND' }))
    expect(await known()).toEqual([false, [BUILDING]])
    expect((await office.store.whoOf('session', secret, office.at(leader)))?.who.duties.map((one) => one.organisation)).toEqual([BUILDING])
  })
})
