import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { officeOver } from '../support/office.ts'

/** A duty is given by a name, and a bare name never means another locality's body. 27-11-2026, from a newcomer of another province. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: Awaited<ReturnType<typeof officeOver>>
  beforeAll(async () => {
    opened = await open()
    node = await officeOver(opened.engine)
  })
  afterAll(() => opened.close())

  let added = 0
  const given = async (locality: string, body: string): Promise<readonly string[]> => {
    const door = pages({
      call: node.call,
      settings: { locality, version: '0' },
      whoOf: async () => node.admin,
      files: noFiles,
      now: () => new Date(node.clock.at),
    })
    added += 1
    const { id } = got(await node.call(personAdd, node.at(node.admin), { name: 'Người Mới', login: `moi.${added}` }))
    await door.request(`/lam-viec/quan-tri/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ viec: 'giao', vai: 'specialist', 'co-quan': body, 'can-cu': 'QĐ 1/QĐ-UBND' }),
    })
    return got(await node.call(personGet, node.at(node.admin), { id })).person.duties.map((one) => one.organisation.id)
  }

  test('[ACC-24] a bare «Sở Y tế» on the node of another province is nobody’s here; a name that says its locality is found', async () => {
    expect(await given('UBND tỉnh Đắk Lắk', 'Sở Y tế')).toEqual([])
    expect(await given('UBND thành phố Đà Nẵng', 'Sở Y tế')).toEqual(['so-y-te-da-nang-origin'])
    expect(await given('UBND tỉnh Đắk Lắk', 'UBND thành phố Đà Nẵng')).toHaveLength(1)
  })
})
