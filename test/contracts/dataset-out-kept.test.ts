import { expect, test } from 'vitest'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

onNodes((node) => {
  /** All that is kept of an import that was taken. */
  const kept = async (dataset: string): Promise<string> => {
    const rows = await node.engine.asOwner((owner) =>
      owner.query(
        'select (reading::text || coalesce(asked::text, $2) || choices::text || bad::text) as said from dataset_import where dataset_id = $1',
        [dataset, ''],
      ),
    )
    return JSON.stringify(rows)
  }

  test('[DAT-104] of a row that has more cells than headings nothing is repeated where a column is left out', async () => {
    const csv = 'Mã,Số CCCD,Số\nA,048190001234,1\nB,048190005678,x,2\nC,048190009999,3\nD,"048190007777,4\n'
    const columns = [{ name: 'so_cccd', leftOut: true }]
    const read = await node.read('thừa ô.csv', csv)
    const asked = await node.commit(read.id, { title: 'Thừa ô', columns })
    expect(asked.state).toBe('choosing')
    expect(asked.bad.map(({ at, column, value, bad }) => [at, column, value, bad])).toEqual([
      [3, null, '', 'ragged'],
      [5, null, '', 'quote-open'],
    ])
    const bad = node.kept(asked.badFile)
    expect(bad.trim().split('\n').slice(1)).toEqual([
      expect.stringMatching(/^3,,.*,ragged,.*xem dòng này trong tệp gốc\.$/),
      expect.stringMatching(/^5,,.*,quote-open,.*xem dòng này trong tệp gốc\.$/),
    ])
    expect(bad + JSON.stringify(asked.bad)).not.toContain('0481')
  })

  test('[DAT-132] of a file without headings nobody is told its first row: columns are called by their place, taken and left out alike', async () => {
    const csv = 'Nguyễn Văn An,048201001234,12\nTrần Bình,048088005678,7\nLê Tám,049201009876,9\n'
    const read = await node.read('không tiêu đề.csv', csv)
    const second = read.reading?.columns[1]?.name ?? ''
    const choices = { title: 'Không tiêu đề', hasHead: 'false', personal: 'confirmed' }
    const done = await node.commit(read.id, { ...choices, columns: [{ name: second, leftOut: true }] })
    const one = got(await node.call(datasetGet, node.at(), { id: done.dataset }))
    expect([one.columns.map(({ name, label }) => [name, label]), one.current.columnsLeftOut]).toEqual([
      [
        ['cot_1', 'Cột 1'],
        ['cot_3', 'Cột 3'],
      ],
      [{ name: 'cot_2', label: 'Cột 2' }],
    ])
    expect(await node.rows(one.id)).toHaveLength(3)
    expect(await kept(one.id)).not.toContain('048201001234')
    // the next one leaves it out too, though its first row is another
    const next = await node.read('không tiêu đề 2.csv', csv.replace('Nguyễn Văn An,048201001234,12\n', ''), { dataset: one.id })
    await node.commit(next.id, { hasHead: 'false', personal: 'confirmed' })
    const now = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([now.columns.map(({ name }) => name), now.current.columnsLeftOut.map(({ name }) => name), now.current.rows]).toEqual([
      ['cot_1', 'cot_3'],
      ['cot_2'],
      2,
    ])
  })

  test('[DAT-104] what was understood, and asked, of a column that is left out does not stay with its import', async () => {
    const csv = `Mã,Nơi ở,Số\n${[...Array(40).keys()].map((i) => `${i},${i === 7 ? 'Kín Đáo' : 'Đà Nẵng'},${i}`).join('\n')}\n`
    const read = await node.read('nơi ở.csv', csv)
    expect(JSON.stringify(read.reading?.places)).toContain('Kín Đáo')
    const draft = {
      ...{ title: '', description: '', custodian: '', basis: '', access: '', licence: '', attribution: '', source: '', cadence: '' },
      ...{ themes: [], contents: [], territory: '', bad: 'stop', validOn: '', note: '', hasHead: '' },
      places: [{ column: 'noi_o', taken: true, is: [{ value: 'Kín Đáo', place: '' }] }],
    }
    const done = await node.commit(read.id, { title: 'Nơi ở', columns: [{ name: 'noi_o', leftOut: true, meaning: 'Kín Đáo' }], draft })
    expect(done).toMatchObject({ state: 'done', reading: { places: [] } })
    expect(await kept(done.dataset ?? '')).not.toContain('Kín Đáo')
    expect(Object.keys(done.reading?.columns[1] ?? {}).length).toBeGreaterThan(0)
    expect(done.reading?.columns[1]).toMatchObject({ name: 'noi_o', label: 'Nơi ở', type: 'text', leftOut: 'asked', examples: [] })
  })

  test('[DAT-104] of a file of points whose coordinates are left out no place of a point stays', async () => {
    const csv = 'Trạm,Kinh độ,Vĩ độ\na,108.2,16.05\nb,108.1,16.01\nc,31.7654,51.1234\n'
    const columns = ['kinh_do', 'vi_do'].map((name) => ({ name, leftOut: true }))
    const one = await node.take('điểm kín.csv', csv, { title: 'Điểm kín', columns })
    expect(await kept(one.id)).not.toMatch(/31\.7654|51\.1234/)
  })

  test('[DAT-133] of a version nothing is said of the dataset itself; a title is measured without the blanks around it', async () => {
    const one = await node.take('mô tả.csv', 'Mã,Số\na,1\n', { title: '  Mô tả riêng  ' })
    expect(one.title).toBe('Mô tả riêng')
    const next = await node.read('mô tả 2.csv', 'Mã,Số\na,2\n', { dataset: one.id })
    const commit = async (given: object) => node.call(importCommit, node.at(), { id: next.id, ...given })
    expect(await commit({ access: 'open' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'access' } } })
    expect(await commit({ title: 'Tên khác' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'title' } } })
    const fresh = await node.read('trống.csv', 'Mã,Số\na,3\n')
    expect((await node.call(importCommit, node.at(), { id: fresh.id, title: '   a   ' })).ok).toBe(false)
  })
})
