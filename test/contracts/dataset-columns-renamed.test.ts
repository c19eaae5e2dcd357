import { expect, test } from 'vitest'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { datasetDifferences } from '../../src/operations/dataset/rows/list-differences.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** «Số hộ» of one year is «Tổng số hộ» of the next: one went and one came, and every row was new: 2026-11-27. */
const FIRST = 'Mã,Số hộ (hộ),Sơ bộ 2024\na,1,10\nb,2,20\nc,3,30\n'
const SECOND = 'Mã,Tổng số hộ,Dân số 2024\na,1,10\nb,5,20\nc,3,30\n'

onNodes((node) => {
  const reread = async (id: string, columns: readonly object[]) => node.call(importReread, node.at(), { id, columns })

  test('[DAT-119] a column that is said to be one of before keeps its name, unit and cells; rows are compared by it, and it is remembered', async () => {
    const one = await node.take('hộ.csv', FIRST, { title: 'Hộ đổi tên cột', key: ['ma'] })
    const read = await node.read('hộ 2.csv', SECOND, { dataset: one.id })
    expect(read.reading?.gone.map(({ name }) => name)).toEqual(['so_ho', 'so_bo_2024'])
    expect(read.reading?.columns.map(({ name, likely }) => [name, likely])).toEqual([
      ['ma', undefined],
      ['tong_so_ho', 'so_ho'],
      ['dan_so_2024', undefined],
    ])
    expect(await reread(read.id, [{ name: 'tong_so_ho', was: 'ma' }])).toMatchObject({ refusal: { code: 'import-was-not-gone' } })
    const said = [
      { name: 'tong_so_ho', was: 'so_ho' },
      { name: 'dan_so_2024', was: 'so_bo_2024', meaning: 'Dân số sơ bộ' },
    ]
    expect(
      await reread(
        read.id,
        said.map((column) => ({ ...column, was: 'so_ho' })),
      ),
    ).toMatchObject({ refusal: { code: 'import-was-twice' } })
    got(await reread(read.id, said))
    await node.importer.idle()
    expect(
      (await node.show(read.id)).reading?.columns.map(({ name, label, unit, meaning, was }) => [name, label, unit, meaning, was?.label]),
    ).toEqual([
      ['ma', 'Mã', null, null, undefined],
      ['so_ho', 'Tổng số hộ', 'hộ', null, 'Số hộ (hộ)'],
      ['so_bo_2024', 'Dân số 2024', null, 'Dân số sơ bộ', 'Sơ bộ 2024'],
    ])
    await node.commit(read.id)
    const now = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([now.current.added, now.current.changed, now.current.removed, now.versions[0]?.columns]).toEqual([
      0,
      1,
      0,
      {
        added: [],
        removed: [],
        retyped: [],
        renamed: [
          { name: 'so_ho', before: 'Số hộ (hộ)', after: 'Tổng số hộ' },
          { name: 'so_bo_2024', before: 'Sơ bộ 2024', after: 'Dân số 2024' },
        ],
        labels: {},
      },
    ])
    const { items } = got(await node.call(datasetDifferences, node.at(), { id: one.id, to: 2, limit: 10 }))
    expect(items).toMatchObject([{ kind: 'changed', before: { so_ho: 2 }, after: { so_ho: 5 } }])
    const third = await node.take('hộ 3.csv', SECOND.replace('b,5', 'b,6'), { dataset: one.id })
    expect([third.columns.map(({ name }) => name), third.current.changed]).toEqual([['ma', 'so_ho', 'so_bo_2024'], 1])
    const fourth = await node.take('hộ 4.csv', FIRST.replace('b,2', 'b,7'), { dataset: one.id })
    expect([fourth.columns.map(({ name, label }) => [name, label]), fourth.current.changed]).toEqual([
      [
        ['ma', 'Mã'],
        ['so_ho', 'Số hộ (hộ)'],
        ['so_bo_2024', 'Sơ bộ 2024'],
      ],
      1,
    ])
  })

  test('[DAT-119] a key under another heading makes a difference; what cannot be the column is refused with the reason', async () => {
    const one = await node.take('khóa.csv', 'Mã trạm,Mực nước\nx,1\ny,2\n', { title: 'Khóa đổi tên', key: ['ma_tram'] })
    const read = await node.read('khóa 2.csv', 'Ký hiệu,Ghi chú\nx,cao\ny,thấp\n', { dataset: one.id })
    expect(await reread(read.id, [{ name: 'ghi_chu', was: 'muc_nuoc' }])).toMatchObject({
      refusal: { code: 'import-was-type', data: { column: 'Ghi chú', was: 'Mực nước', example: 'cao' } },
    })
    const next = await node.read('khóa 3.csv', 'Ký hiệu,Mực nước\nx,1\ny,3\nz,4\n', { dataset: one.id })
    got(await reread(next.id, [{ name: 'ky_hieu', was: 'ma_tram' }]))
    await node.importer.idle()
    await node.commit(next.id)
    const now = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([now.current.key, now.current.added, now.current.changed, now.current.removed]).toEqual([['ma_tram'], 1, 1, 0])
  })

  test('[DAT-119] years that roll are no columns renamed; the page proposes, reads again first, and can be told otherwise', async () => {
    const one = await node.take('năm.csv', 'Mã,Năm 2023,Số hộ\na,1,2\nb,2,3\n', { title: 'Năm trôi', key: ['ma'] })
    const read = await node.read('năm 2.csv', 'Mã,Năm 2024,Tổng số hộ\na,1,2\nb,2,3\n', { dataset: one.id })
    expect(read.reading?.columns.map(({ likely }) => likely)).toEqual([undefined, undefined, 'so_ho'])
    const site = siteOf(node, () => tester)
    const path = `http://127.0.0.1/lam-viec/du-lieu/${read.id}`
    const shown = await (await site.request(path)).text()
    expect(shown).toContain('Cột mới và cột không còn')
    expect(shown).toContain('có vẻ là cột “Số hộ” trước đây')
    const post = async (form: Readonly<Record<string, string>>) => {
      await site.request(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: 'http://127.0.0.1' } })
      await node.importer.idle()
      return node.show(read.id)
    }
    const form = { khoa: 'ma', 'dong-loi': 'stop', viec: 'nhap' }
    const seen = await post({ ...form, 'cot-cu-1': '', 'cot-cu-2': 'so_ho' })
    expect([seen.state, seen.reading?.columns.map(({ name }) => name)]).toEqual(['asking', ['ma', 'nam_2024', 'so_ho']])
    const undone = await post({ ...form, 'cot-cu-1': '', 'cot-cu-2': '' })
    expect([undone.state, undone.reading?.columns.map(({ name }) => name)]).toEqual(['asking', ['ma', 'nam_2024', 'tong_so_ho']])
  })
})
