import { expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { searchAll } from '../../src/operations/search/search-all.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** Datasets looked for by who keeps them, by what their columns mean, and by the places that their rows are of. */
const ENVIRONMENT = 'so-tai-nguyen-va-moi-truong-da-nang-origin'
const AGRICULTURE = 'so-nong-nghiep-va-moi-truong-da-nang-2025-03-01'
const HEALTH = 'so-y-te-da-nang-origin'
const specialist: Who = {
  kind: 'person',
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Người thử',
  duties: [{ role: 'specialist', organisation: HEALTH, central: false, deputyFor: null }],
  bodies: [HEALTH],
}

onNodes((node) => {
  const list = async (q: string, given: object = {}, who?: Who) =>
    got(await node.call(datasetList, node.at(who), { q, order: 'fit', ...given }))
  const titles = async (q: string, given: object = {}, who?: Who) => (await list(q, given, who)).items.map(({ title }) => title)
  const everywhere = async (q: string) => got(await node.call(searchAll, node.at(), { q })).datasets.items.map(({ title }) => title)

  test('[DAT-88] a dataset is found by who keeps it, by what that body was called before and became, whole or in short', async () => {
    await node.take('a.csv', 'ma,so\n1,2\n', { title: 'Trữ lượng cát', access: 'open', custodian: ENVIRONMENT })
    await node.take('b.csv', 'ma,so\n1,3\n', { title: 'Rừng ngập mặn', access: 'open', custodian: AGRICULTURE })
    await node.take('c.csv', 'ma,so\n1,4\n', { title: 'Trạm cấp cứu', access: 'restricted', custodian: HEALTH })
    const both = ['Rừng ngập mặn', 'Trữ lượng cát']
    // of those that came in at one moment the order is of no meaning
    const kept = async (q: string) => (await titles(q)).toSorted()
    for (const q of [
      'Sở Tài nguyên và Môi trường',
      'so nong nghiep va moi truong',
      'Sở TN&MT',
      'STNMT',
      'sở nông nghiệp và môi trường Đà Nẵng',
      'tài nguyên mô',
    ])
      expect([q, await kept(q)]).toEqual([q, both])
    expect(await titles('cát tài nguyên')).toEqual(['Trữ lượng cát'])
    expect(await titles('sở y tế')).toEqual(['Trạm cấp cứu'])
    expect((await everywhere('Sở Tài nguyên và Môi trường')).toSorted()).toEqual(both)
    // what is called so goes before what is kept by who is called so
    await node.take('d.csv', 'ma,so\n1,5\n', { title: 'Hồ sơ Sở Tài nguyên và Môi trường', access: 'open', custodian: HEALTH })
    expect((await titles('Sở Tài nguyên và Môi trường'))[0]).toBe('Hồ sơ Sở Tài nguyên và Môi trường')
    expect(await kept('Sở Tài nguyên và Môi trường')).toEqual(['Hồ sơ Sở Tài nguyên và Môi trường', ...both])
  })

  test('[DAT-88] facets count what was found so, pages go on, and of what is hidden nothing is told', async () => {
    const { total, facets } = await list('so tai nguyen va moi truong')
    expect([total, facets.custodian.map(({ of, n }) => [of, n]).toSorted(), facets.access]).toEqual([
      3,
      [
        [AGRICULTURE, 1],
        [ENVIRONMENT, 1],
        [HEALTH, 1],
      ],
      [{ of: 'open', label: null, n: 3 }],
    ])
    expect((await list('tài nguyên', { custodian: AGRICULTURE })).total).toBe(1)
    const first = await list('tài nguyên môi trường', { limit: 2 })
    const second = await list('tài nguyên môi trường', { limit: 2, after: first.next })
    expect([...first.items, ...second.items].map(({ title }) => title).toSorted()).toEqual([
      'Hồ sơ Sở Tài nguyên và Môi trường',
      'Rừng ngập mặn',
      'Trữ lượng cát',
    ])
    const hidden = await list('sở y tế', {}, NOBODY)
    expect([hidden.items.map(({ title }) => title), hidden.total, hidden.facets.access]).toEqual([
      ['Hồ sơ Sở Tài nguyên và Môi trường'],
      1,
      [{ of: 'open', label: null, n: 1 }],
    ])
    expect(await titles('cấp cứu', {}, specialist)).toEqual(['Trạm cấp cứu'])
  })

  test('[DAT-89] a dataset is found by units that its rows are of and by those above them, by names of any day', async () => {
    const places = [{ column: 'huyen' }]
    const file = 'Huyện,Năm,Số hộ\nNúi Thành,2024,10\nTam Kỳ,2024,20\nThăng Bình,2024,4\nTiên Phước,2024,5\nHiệp Đức,2024,6\n'
    const one = await node.take('e.csv', file, { title: 'Nhà ở dột nát', access: 'open', places })
    for (const q of ['Quảng Nam', 'quang nam', 'huyện Núi Thành', 'nhà ở núi thành', 'thành phố Tam Kỳ', 'TP Tam Kỳ', 'tỉnh Quảng Nam'])
      expect([q, await titles(q)]).toEqual([q, ['Nhà ở dột nát']])
    for (const q of ['Quảng Ngãi', 'Điện Bàn', 'quận Núi Thành']) expect([q, await titles(q)]).toEqual([q, []])
    expect(await everywhere('núi thành')).toEqual(['Nhà ở dột nát'])
    await node.take('f.csv', 'Huyện,Năm,Số hộ\nPhú Vang,2023,10\nA Lưới,2023,9\n', {
      title: 'Giếng đào',
      access: 'restricted',
      custodian: HEALTH,
      places,
    })
    for (const q of ['Huế', 'Thừa Thiên Huế', 'thành phố Huế']) expect([q, await titles(q)]).toEqual([q, ['Giếng đào']])
    expect(await titles('Thừa Thiên Huế', {}, NOBODY)).toEqual([])
    // of a new version those of its own rows
    await node.take('e.csv', 'Huyện,Năm,Số hộ\nTam Kỳ,2024,21\nPhú Ninh,2024,5\n', { dataset: one.id })
    expect([await titles('Núi Thành'), await titles('Tam Kỳ')]).toEqual([[], ['Nhà ở dột nát']])
  })

  test('[DAT-89] and by what its columns mean, as they are described', async () => {
    const one = await node.take('g.csv', 'ma,q\n1,2\n', { title: 'Hồ chứa', access: 'open' })
    expect(await titles('lưu lượng xả')).toEqual([])
    got(
      await node.call(datasetDescribe, node.at(), {
        id: one.id,
        version: one.version,
        columns: [{ name: 'q', unit: null, meaning: 'Lưu lượng xả qua tràn' }],
      }),
    )
    expect(await titles('luu luong xa')).toEqual(['Hồ chứa'])
  })
})
