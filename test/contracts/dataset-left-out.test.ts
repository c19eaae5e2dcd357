import { expect, test } from 'vitest'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { datasetChanges } from '../../src/operations/dataset/rows/list-changes.ts'
import { datasetDifferences } from '../../src/operations/dataset/rows/list-differences.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Rows that the version before has, and that come again so that they cannot be taken: neither there nor removed. */
onNodes((node) => {
  const next = async (dataset: string, text: string) => {
    const first = await node.read('tiếp.csv', text, { dataset })
    const done = await node.commit(first.id, { bad: 'leave-out' })
    expect([done.state, node.faults]).toEqual(['done', []])
  }
  const counts = async (id: string) => {
    const { n, rows, added, changed, removed, leftOut } = got(await node.call(datasetGet, node.at(), { id })).current
    return { n, rows, added, changed, removed, leftOut }
  }
  const told = async (id: string, from: number, to: number) => {
    const { items } = got(await node.call(datasetDifferences, node.at(), { id, from, to }))
    return items.map(({ kind, leftOut, before, after }) => [kind, leftOut, (before ?? after)?.['ma']])
  }
  const changes = async (id: string, since: number, to: number) => {
    const { items } = got(await node.call(datasetChanges, node.at(), { id, since, to }))
    return items.map(({ kind, leftOut, key, values }) => [kind, leftOut, key['ma'], values])
  }

  test('[DAT-112] a row whose cells are bad this time is told as left out, not as removed, from whichever version it is asked', async () => {
    const head = 'Mã,Số\n'
    const { id, slug } = await node.take('gốc.csv', `${head}a,1\nb,2\nc,3\nd,4\n`, { title: 'Để riêng', key: ['ma'] })
    await next(id, `${head}a,1\nb,hỏng\nd,5\n`)
    expect(await counts(id)).toEqual({ n: 2, rows: 2, added: 0, changed: 1, removed: 1, leftOut: 1 })
    expect(await told(id, 1, 2)).toEqual([
      ['removed', true, 'b'],
      ['removed', false, 'c'],
      ['changed', false, 'd'],
    ])
    // bad once more: nothing of it is new, and since the first version it is still left out
    await next(id, `${head}a,1\nb,hư\nd,5\n`)
    expect(await counts(id)).toEqual({ n: 3, rows: 2, added: 0, changed: 0, removed: 0, leftOut: 0 })
    expect([await told(id, 2, 3), (await told(id, 1, 3))[0]]).toEqual([[], ['removed', true, 'b']])
    // now it went, and was left out before
    await next(id, `${head}a,1\nd,5\n`)
    expect([(await told(id, 1, 4))[0], (await told(id, 1, 2))[0]]).toEqual([
      ['removed', false, 'b'],
      ['removed', true, 'b'],
    ])
    await next(id, `${head}a,1\nb,2\nd,5\n`)
    expect([await counts(id), await changes(id, 2, 5)]).toEqual([
      { n: 5, rows: 3, added: 1, changed: 0, removed: 0, leftOut: 0 },
      [['added', false, 'b', { ma: 'b', so: 2 }]],
    ])
    expect((await changes(id, 1, 2))[0]).toEqual(['removed', true, 'b', null])
    const site = siteOf(node, () => tester)
    const page = async (query: string) => (await site.request(`http://127.0.0.1/du-lieu/${slug}?${query}`)).text()
    expect(await page('xem=phien-ban')).toContain('bỏ 1, 1 dòng có trong tệp nhưng bị lỗi nên không lấy; còn 2 dòng')
    expect(await page('xem=phien-ban&khac=2')).toContain('có trong tệp nhưng bị lỗi')
    const { items } = got(await node.call(historyList, node.at(), { entity: 'dataset', id }))
    expect(items.filter(({ change }) => JSON.stringify(change).includes('leftOut')).map(({ change }) => change)).toMatchObject([
      { leftOut: 1, removed: 1 },
    ])
  })

  test('[DAT-112] a key that a good row has too, or that cannot be read, is not left out; a value that a schema wants once is', async () => {
    const schema = {
      fields: [
        { name: 'Mã', type: 'string' },
        { name: 'Số', type: 'integer', constraints: { unique: true } },
      ],
      primaryKey: 'Mã',
    }
    const first = await node.read('gốc.csv', 'Mã,Số\na,1\nb,2\nc,3\n', { schema })
    const { dataset } = await node.commit(first.id, { title: 'Một lần' })
    const id = dataset ?? ''
    await next(id, 'Mã,Số\na,hỏng\na,1\nb,1\n,9\n')
    expect(await counts(id)).toEqual({ n: 2, rows: 1, added: 0, changed: 0, removed: 1, leftOut: 1 })
    expect(await told(id, 1, 2)).toEqual([
      ['removed', true, 'b'],
      ['removed', false, 'c'],
    ])
  })

  test('[DAT-112] a version that replaces all has no trace of rows that could not be taken', async () => {
    const { id } = await node.take('gốc.csv', 'Mã,Số\na,1\nb,2\n', { title: 'Thay cả', key: ['ma'] })
    const first = await node.read('tiếp.csv', 'Mã,Số\na,1\nb,hỏng\n', { dataset: id })
    await node.commit(first.id, { bad: 'leave-out', key: ['so'] })
    expect([await counts(id), await node.rows(id)]).toEqual([
      { n: 2, rows: 1, added: null, changed: null, removed: null, leftOut: null },
      [{ ma: 'a', so: 1 }],
    ])
  })
})
