import { expect, test } from 'vitest'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** The catalogue, narrowed by provinces and cities, and in the order that is asked for. */
const SETS = [
  ['Đo mặn', 'Thành phố Đà Nẵng và tỉnh QUẢNG NAM'],
  ['An toàn đập', 'Thừa Thiên – Huế; Quảng Nam'],
  ['Ấp văn hóa', 'Cả nước'],
  ['Dân số', null],
  ['Mưa ngày', 'huế, thành phố Hồ Chí Minh'],
  ['Bản đồ mưa', 'Lưu vực Thu Bồn'],
] as const

onNodes((node) => {
  const list = async (given: object = {}) => got(await node.call(datasetList, node.at(), given))
  const titles = async (given: object = {}) => (await list(given)).items.map(({ title }) => title)

  test('[DAT-96] a dataset is of the provinces and cities that its territory names, by their names of any day; each is offered with its number', async () => {
    for (const [title, territory] of SETS) await node.take(`${title}.csv`, 'a\n1\n', { title, territory, access: 'open' })
    const { facets } = await list()
    expect(facets.locality).toEqual([
      { of: 'Quảng Nam', label: 'Quảng Nam', n: 2 },
      ...['country', 'Đà Nẵng', 'Hồ Chí Minh', 'Huế', 'Thừa Thiên Huế'].map((of) => ({ of, label: of === 'country' ? null : of, n: 1 })),
    ])
    expect(await titles({ locality: 'Quảng Nam', order: 'title' })).toEqual(['An toàn đập', 'Đo mặn'])
    expect(await titles({ locality: 'Huế' })).toEqual(['Mưa ngày'])
    const narrowed = await list({ locality: 'Đà Nẵng' })
    expect([narrowed.total, narrowed.facets.locality.find(({ of }) => of === 'Quảng Nam')?.n]).toEqual([1, 2])
    const [one] = (await list({ q: 'dan so' })).items
    got(await node.call(datasetDescribe, node.at(), { id: one?.id, version: one?.version, territory: 'Hà Nội' }))
    expect(await titles({ locality: 'Hà Nội' })).toEqual(['Dân số'])
  })

  test('[DAT-97] datasets stand by what changed last, by title as a dictionary has them, or those called so first; pages go on in that order', async () => {
    const inPages = async (given: object): Promise<readonly string[]> => {
      const all: string[] = []
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page = got(await node.call(datasetList, node.at(), { limit: 2, ...given, ...(after === '' ? {} : { after }) })) as {
          items: readonly { title: string }[]
          next: string | null
        }
        all.push(...page.items.map(({ title }) => title))
        after = page.next ?? undefined
      }
      return all
    }
    const byTitle = ['An toàn đập', 'Ấp văn hóa', 'Bản đồ mưa', 'Dân số', 'Đo mặn', 'Mưa ngày']
    expect(await titles({ order: 'title' })).toEqual(byTitle)
    expect(await inPages({ order: 'title' })).toEqual(byTitle)
    expect((await inPages({})).toSorted()).toEqual(byTitle.toSorted())
    await node.take('mưa.csv', 'mưa\n1\n', { title: 'Trạm', description: 'Lượng mưa đo được', access: 'open' })
    const called = ['Mưa ngày', 'Bản đồ mưa', 'Trạm']
    expect(await titles({ q: 'mua', order: 'fit' })).toEqual(called)
    expect(await inPages({ q: 'mua', order: 'fit' })).toEqual(called)
    expect(await inPages({ order: 'fit' })).toHaveLength(7)
    const { next } = await list({ limit: 1 })
    expect(await node.call(datasetList, node.at(), { order: 'fit', q: 'mua', after: next })).toMatchObject({
      refusal: { code: 'bad-value', data: { name: 'after' } },
    })
  })

  test('[DAT-96] [DAT-97] the page has both in its address', async () => {
    const site = siteOf(node, () => tester)
    const shown = async (path: string): Promise<string> => (await site.request(`http://127.0.0.1/du-lieu${path}`)).text()
    const page = await shown('?dia-phuong=Quảng Nam&sap=ten')
    expect([page.indexOf('An toàn đập') < page.indexOf('Đo mặn'), page.includes('Dân số</a>')]).toEqual([true, false])
    const says = (of: string, ...texts: readonly string[]): void => expect(texts.filter((text) => !of.includes(text))).toEqual([])
    says(page, 'aria-current="true">Tên</b>', '/du-lieu?sap=ten&amp;dia-phuong=H%C3%A0+N%E1%BB%99i')
    says(await shown('?tim=mua'), 'aria-current="true">Phù hợp nhất</b>')
    says(await shown('?sap=khac'), 'khac')
  })

  test('[DAT-15] figures of the same day that come again are corrected, and are late when they would have been', async () => {
    const about = { title: 'Dân số hằng tháng', key: ['ma'], cadence: 'month', validOn: '2026-01-31' }
    const one = await node.take('tháng.csv', 'ma,so\n1,10\n', about)
    await node.take('tháng.csv', 'ma,so\n1,11\n', { dataset: one.id, validOn: '2026-01-31' })
    await node.engine.asOwner(async (owner) => {
      const came = 'update dataset_version set recorded_at = $3::timestamptz where dataset_id = $1 and n = $2'
      await owner.query(came, [one.id, 1, '2026-02-01T08:00:00+07'])
      await owner.query(came, [one.id, 2, '2026-03-01T08:00:00+07'])
    })
    const isLate = async (on: string) =>
      got(await node.call(datasetList, node.at(), { q: 'dan so hang thang', on })).items.map(({ late, current }) => [current.n, late])
    expect([await isLate('2026-02-28'), await isLate('2026-03-04'), await isLate('2026-03-09')]).toEqual([
      [[1, false]],
      [[2, false]],
      [[2, true]],
    ])
    await node.take('tháng.csv', 'ma,so\n1,12\n', { dataset: one.id, validOn: '2026-02-28' })
    await node.engine.asOwner((owner) =>
      owner.query("update dataset_version set recorded_at = '2026-03-08T08:00:00+07' where dataset_id = $1 and n = 3", [one.id]),
    )
    expect(await isLate('2026-03-09')).toEqual([[3, false]])
  })
})
