import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { searchAll } from '../../src/operations/search/search-all.ts'
import { datasetNode } from '../support/dataset-node.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

/** How datasets are found: by the search over everything, on both engines. */
const HEALTH = 'so-y-te-da-nang-origin'
const BUILDING = 'so-xay-dung-da-nang-2025-03-01'
const specialist = (organisation: string, n: number): Who => ({
  kind: 'person',
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name: 'Người thử',
  duties: [{ role: 'specialist', organisation, central: false, deputyFor: null }],
  bodies: [organisation],
})

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof datasetNode>
  beforeAll(async () => {
    opened = await open()
    node = datasetNode(opened.engine)
    const file = 'ma,Trạm,Mực nước (m)\n1,Ái Nghĩa,8.5\n'
    await node.take('a.csv', file, { title: 'Độ mặn sông Vĩnh Điện', access: 'open', description: 'Kèm mực nước tại trạm Tứ Câu.' })
    await node.take('b.csv', file, { title: 'Mực nước sông Vu Gia', access: 'internal' })
    await node.take('c.csv', file, { title: 'Giếng khoan, mực nước tĩnh', access: 'restricted', custodian: HEALTH })
  })
  afterAll(async () => {
    await node.close()
    await opened.close()
  })

  test('[DAT-52] the search over everything finds datasets by words with marks or without, those called so first', async () => {
    const titles = async (q: string, who?: Who) =>
      got(await node.call(searchAll, node.at(who), { q })).datasets.items.map(({ title }) => title)
    const all = ['Mực nước sông Vu Gia', 'Giếng khoan, mực nước tĩnh', 'Độ mặn sông Vĩnh Điện']
    expect(await titles('mực nước')).toEqual(all)
    expect(await titles('MUC NUOC')).toEqual(all)
    expect(await titles('vu gia song')).toEqual(['Mực nước sông Vu Gia'])
    expect(await titles('tứ câu')).toEqual(['Độ mặn sông Vĩnh Điện'])
    expect(await titles("100% o'brien_")).toEqual([])
    const found = got(await node.call(searchAll, node.at(), { q: 'muc nuoc', limit: 2 })).datasets
    expect([found.items.length, found.more, found.items[0]]).toMatchObject([2, true, { slug: 'muc-nuoc-song-vu-gia', by: null }])
    expect(found.items[1]).toMatchObject({ slug: 'gieng-khoan-muc-nuoc-tinh', access: 'restricted', by: 'Sở Y tế' })
  })

  test('[DAT-52] of what he may not see nothing is found, and a stranger does not search work', async () => {
    const titles = async (who: Who) =>
      got(await node.call(searchAll, node.at(who), { q: 'muc nuoc' })).datasets.items.map(({ title }) => title)
    expect(await titles(specialist(BUILDING, 1))).toEqual(['Mực nước sông Vu Gia', 'Độ mặn sông Vĩnh Điện'])
    expect(await titles(specialist(HEALTH, 2))).toEqual(['Mực nước sông Vu Gia', 'Giếng khoan, mực nước tĩnh', 'Độ mặn sông Vĩnh Điện'])
    expect(await node.call(searchAll, node.at(NOBODY), { q: 'muc nuoc' })).toMatchObject({ refusal: { code: 'sign-in-needed' } })
  })
})
