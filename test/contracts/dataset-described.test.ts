import { expect, test } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

onNodes((node) => {
  const TABLE = 'Mã,Tỉnh,Số hộ\nA,Đà Nẵng,1\nB,Huế,2\n'
  const columns = async (id: string) => got(await node.call(datasetGet, node.at(), { id })).columns
  const found = async (q: string) => got(await node.call(datasetList, node.at(), { q })).items.map(({ title }) => title)

  test('[DAT-21] that nothing is determined of how figures are put together is kept by the next version, which proposes something', async () => {
    const one = await node.take('chưa rõ.csv', TABLE, { title: 'Gộp chưa rõ', key: ['ma'], columns: [{ name: 'so_ho', measure: null }] })
    expect(one.columns[2]?.measure).toBe(null)
    await node.take('chưa rõ.csv', TABLE.replace('A,Đà Nẵng,1', 'A,Đà Nẵng,5'), { dataset: one.id })
    expect((await columns(one.id))[2]?.measure).toBe(null)
    const other = await node.take('chưa rõ 2.csv', TABLE, { title: 'Gộp chưa rõ 2', key: ['ma'] })
    expect(other.columns[2]?.measure).toBe('sum')
    const said = [{ name: 'so_ho', unit: null, meaning: null, measure: null }]
    got(await node.call(datasetDescribe, node.at(), { id: other.id, version: other.version, columns: said }))
    const next = await node.read('chưa rõ 2.csv', TABLE.replace('1', '7'), { dataset: other.id })
    await node.commit(next.id)
    expect((await columns(other.id))[2]?.measure).toBe(null)
  })

  test('[DAT-131] who describes a dataset while a version of it is shown comes before it', async () => {
    const one = await node.take('giữ.csv', TABLE, { title: 'Giữ mô tả', key: ['ma'] })
    const next = await node.read('giữ.csv', TABLE.replace('1', '9'), { dataset: one.id })
    const isAlone = node.engine.kind === 'pglite'
    const done = await node.store.transaction(node.at(), 'command', async ({ datasets, history }) => {
      const before = await datasets.get(one.id)
      const said = (before?.current.columns ?? []).map((column) =>
        column.name === 'so_ho' ? { ...column, meaning: 'Số hộ nghèo đếm lại' } : column,
      )
      if (before === null || !(await datasets.describe(one.id, { version: one.version, of: 1 }, before, said))) throw new Error('stale')
      await datasets.describeColumns(one.id, 1, said)
      history.record({ entity: 'dataset', id: one.id, verb: 'described', change: {} })
      if (!isAlone) got(await node.call(importCommit, node.at(), { id: next.id }))
      // until the version waits for this transaction
      for (let i = 0; i < 100 && !isAlone; i += 1) {
        const [held] = await node.engine.asOwner((owner) => owner.query('select count(*)::int as n from pg_locks where not granted'))
        if (Number(held?.['n']) > 0) break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return ok(null)
    })
    expect(done.ok).toBe(true)
    if (isAlone) await node.commit(next.id)
    await node.importer.idle()
    const [now] = (await columns(one.id)).filter(({ name }) => name === 'so_ho')
    expect([(await node.show(next.id)).state, now?.meaning]).toEqual(['done', 'Số hộ nghèo đếm lại'])
    expect(await found('hộ nghèo đếm lại')).toEqual(['Giữ mô tả'])
  })

  test('[DAT-89] columns are found by what they are called, however long the meanings before them are', async () => {
    const head = [...Array(60).keys()].map((i) => `Cột số ${i + 1}`)
    const one = await node.take('dài.csv', `${head.join(',')},Trạm quan trắc ngọc\n${head.map(() => 'x').join(',')},y\n`, {
      title: 'Nghĩa dài',
    })
    const said = one.columns.slice(0, 60).map(({ name }, i) => ({ name, unit: null, meaning: `${i} ${'nước ngầm '.repeat(40)}`.trim() }))
    got(await node.call(datasetDescribe, node.at(), { id: one.id, version: one.version, columns: said }))
    expect(await found('quan trắc ngọc')).toEqual(['Nghĩa dài'])
  })

  test('[DAT-89] a dataset is not found by the unit of a row that was taken out; by the others also where an earlier release loaded them', async () => {
    const csv = 'Mã,Tỉnh,Số\nA,Đà Nẵng,1\nB,Huế,2\nA,Cà Mau,3\n'
    const read = await node.read('lặp khóa.csv', csv)
    const places = (read.reading?.places ?? []).map(({ column }) => ({ column }))
    expect(places).toHaveLength(1)
    const done = await node.commit(read.id, { title: 'Lặp khóa', key: ['ma'], bad: 'leave-out', places })
    expect(done.state).toBe('done')
    const units = await node.engine.asOwner((owner) =>
      owner.query(
        "select distinct p.name from dataset_place d join place p on p.id = d.place_id where d.dataset_id = $1 and p.level = 'province' order by 1",
        [done.dataset],
      ),
    )
    expect(units.map(({ name }) => String(name).replace(/^(?:Thành phố|Tỉnh) /, ''))).toEqual(['Huế', 'Đà Nẵng'].toSorted())
  })
})
