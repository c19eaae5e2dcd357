import { expect, test } from 'vitest'
import { importFile } from '../../src/main/dataset-import.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Columns that are known by their headings, also where these are exchanged, said twice, or left out: 2026-11-27. */
onNodes((node) => {
  const site = siteOf(node, () => tester)
  const reread = (id: string, columns: readonly object[], more: object = {}) => node.call(importReread, node.at(), { id, columns, ...more })
  const again = async (id: string, columns: readonly object[], more: object = {}) => {
    got(await reread(id, columns, more))
    await node.importer.idle()
    return node.show(id)
  }
  const post = async (id: string, form: Readonly<Record<string, string>>): Promise<string> => {
    const path = `http://127.0.0.1/lam-viec/du-lieu/${id}`
    const answer = await site.request(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: 'http://127.0.0.1' } })
    await node.importer.idle()
    return answer.text()
  }
  const form = { khoa: 'ma', 'dong-loi': 'stop' }

  test('[DAT-98] of two columns of one heading the figures stay in their own, whichever headings come', async () => {
    const csv = (second: string, n: number) => `Mã,Tổng số,${second}\na,1,${n}\nb,2,20\n`
    const one = await node.take('hai.csv', csv('Tổng số', 10), { title: 'Hai tổng số', key: ['ma'] })
    const read = await node.read('hai 2.csv', csv('Tổng số hộ', 11), { dataset: one.id })
    await again(read.id, [{ name: 'tong_so_ho', was: 'tong_so_2' }])
    await node.commit(read.id)
    await node.take('hai 3.csv', csv('Tổng số hộ', 12), { dataset: one.id })
    const fourth = await node.take('hai 4.csv', csv('Tổng số', 13), { dataset: one.id })
    expect([await node.rows(one.id), fourth.current.changed, fourth.versions[0]?.columns?.renamed]).toEqual([
      [
        { ma: 'a', tong_so: 1, tong_so_2: 13 },
        { ma: 'b', tong_so: 2, tong_so_2: 20 },
      ],
      1,
      [{ name: 'tong_so_2', before: 'Tổng số hộ', after: 'Tổng số' }],
    ])
  })

  test('[DAT-98] headings that would be exchanged, or passed on, are refused for one reason, by programs, page and command line', async () => {
    const first = 'Mã,Số nam,Số nữ\na,1,2\nb,3,4\n'
    const one = await node.take('giới.csv', first, { title: 'Nam nữ', key: ['ma'] })
    const read = await node.read('giới 2.csv', first.replace('a,1', 'a,5'), { dataset: one.id })
    const crossed = { refusal: { code: 'import-was-crossed', data: { column: 'Số nam', was: 'Số nữ' } } }
    const swap = [
      { name: 'so_nam', was: 'so_nu' },
      { name: 'so_nu', was: 'so_nam' },
    ]
    expect(await reread(read.id, swap)).toMatchObject(crossed)
    const told = await post(read.id, { ...form, viec: 'doc-lai', 'cot-cu-1': 'so_nu', 'cot-cu-2': 'so_nam' })
    expect(told).toContain('Cột «Số nam» không thể là «Số nữ»: tiêu đề mới của cột này')
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-cheo-'))
    writeFileSync(join(folder, 'a.csv'), first.replace('a,1', 'a,6'))
    const columns = [
      { name: 'Số nam', was: 'Số nữ' },
      { name: 'Số nữ', was: 'Số nam' },
    ]
    expect(await importFile(node, join(folder, 'a.csv'), { dataset: one.slug, columns }, () => {})).toMatchObject(crossed)
    rmSync(folder, { recursive: true, force: true })
    const chain = await node.read('giới 3.csv', first.replace('Số nam,Số nữ', 'Số nữ,Khác'), { dataset: one.id })
    const passed = [
      { name: 'so_nu', was: 'so_nam' },
      { name: 'khac', was: 'so_nu' },
    ]
    expect(await reread(chain.id, passed)).toMatchObject({ refusal: { code: 'import-was-crossed' } })
  })

  test('[DAT-98] what is said to be no old column is none, also under the heading of one; the page does not propose it again', async () => {
    const one = await node.take('cũ.csv', 'Mã,Số hộ\na,1\nb,2\n', { title: 'Không phải cột cũ', key: ['ma'] })
    const read = await node.read('cũ 2.csv', 'Mã,Số hộ\na,7\nb,8\n', { dataset: one.id })
    const none = await again(read.id, [{ name: 'so_ho', was: null }])
    expect(none.reading?.columns.map(({ name, likely }) => [name, likely])).toEqual([
      ['ma', undefined],
      ['so_ho_2', undefined],
    ])
    await post(read.id, { ...form, viec: 'nhap', 'cot-cu-1': '' })
    expect((await node.show(read.id)).state).toBe('done')
    const now = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([now.columns.map(({ name }) => name), now.versions[0]?.columns?.removed]).toEqual([['ma', 'so_ho_2'], ['so_ho']])
    const third = await node.take('cũ 3.csv', 'Mã,Số hộ\na,7\nb,9\n', { dataset: one.id })
    expect([third.columns.map(({ name }) => name), third.current.changed]).toEqual([['ma', 'so_ho_2'], 1])
  })

  test('[DAT-98] what was said of one dataset is not said of another, as which the file is then read', async () => {
    const one = await node.take('một.csv', 'Mã,Số hộ\na,1\n', { title: 'Bộ thứ nhất', key: ['ma'] })
    const other = await node.take('hai bộ.csv', 'Mã,Số hộ\na,chữ\n', { title: 'Bộ thứ hai', key: ['ma'] })
    const read = await node.read('mới.csv', 'Mã,Tổng\na,1\n', { dataset: one.id })
    await again(read.id, [{ name: 'tong', was: 'so_ho' }])
    const moved = await again(read.id, [], { dataset: other.id })
    expect(moved.reading?.columns.map(({ name, was }) => [name, was])).toEqual([
      ['ma', undefined],
      ['tong', undefined],
    ])
  })

  test('[DAT-98] a label that was typed is no column renamed in the next version', async () => {
    const csv = 'Mã,Dân số\na,1\nb,2\n'
    const columns = [{ name: 'dan_so', label: 'Dân số trung bình năm' }]
    const one = await node.take('nhãn.csv', csv, { title: 'Nhãn gõ tay', key: ['ma'], columns })
    const next = await node.take('nhãn 2.csv', csv.replace('a,1', 'a,3'), { dataset: one.id })
    expect([next.versions[0]?.columns?.renamed, next.columns[1]?.formerly]).toEqual([[], undefined])
    expect(next.columns[1]?.label).toBe('Dân số trung bình năm')
  })

  test('[DAT-98] what is given out for people under typed labels comes in again as no difference', async () => {
    const columns = [{ name: 'tl', label: 'Tỷ lệ hộ nghèo', unit: '%' }]
    const one = await node.take('nhãn ra.csv', 'Mã,TL\na,1.5\nb,2\n', { title: 'Nhãn ra', key: ['ma'], columns })
    const given = await (await site.request(`/du-lieu/${one.slug}/tai-ve?dang=csv&for=spreadsheet`)).text()
    expect(given).toContain('Tỷ lệ hộ nghèo (%)')
    const next = await node.take('nhãn vào.csv', given, { dataset: one.id })
    const told = ({ columns }: typeof one) => columns.map(({ name, label, unit, headings }) => ({ name, label, unit, headings }))
    expect([told(next), next.current.added, next.current.changed, next.current.removed]).toEqual([told(one), 0, 0, 0])
  })

  test('[DAT-99] a column that was renamed and left out is proposed to be left out under either heading', async () => {
    const csv = (heading: string, n = 1) => `Mã,${heading},Số tiền\na,048190001234,${n}\nb,048088005678,2\n`
    const given = { title: 'Định danh', key: ['ma'], access: 'open', personal: 'confirmed' }
    const one = await node.take('cccd.csv', csv('Số CCCD'), given)
    const read = await node.read('cccd 2.csv', csv('Số định danh', 5), { dataset: one.id })
    await again(read.id, [{ name: 'so_dinh_danh', was: 'so_cccd', leftOut: true }])
    await node.commit(read.id)
    for (const heading of ['Số định danh', 'Số CCCD']) {
      const next = await node.read('cccd 3.csv', csv(heading, 6), { dataset: one.id })
      expect(next.reading?.columns.map(({ leftOut }) => leftOut)).toEqual([undefined, 'before', undefined])
    }
  })

  test('[DAT-1] a form that was shown for another reading, or that does not say for which, is not taken', async () => {
    const csv = 'Mã,Số hộ,Số tiền\na,1,3\nb,2,4\n'
    const one = await node.take('dấu.csv', csv, { title: 'Dấu bản đọc', key: ['ma'] })
    const read = await node.read('dấu 2.csv', csv.replace('a,1', 'a,2'), { dataset: one.id })
    const page = async () => (await site.request(`http://127.0.0.1/lam-viec/du-lieu/${read.id}`)).text()
    const mark = async () => /name="ban-doc" value="([^"]+)"/.exec(await page())?.[1] ?? ''
    const first = await mark()
    await again(read.id, [{ name: 'so_tien', leftOut: true }])
    const second = await mark()
    const meanwhile = 'các cột có thể không còn như lúc đó'
    for (const stale of ['', first]) expect(await post(read.id, { ...form, viec: 'nhap', 'ban-doc': stale })).toContain(meanwhile)
    await again(read.id, [{ name: 'so_ho', type: 'decimal' }])
    expect(await post(read.id, { ...form, viec: 'nhap', 'ban-doc': second, 'bo-cot-2': '1' })).toContain(meanwhile)
    await post(read.id, { ...form, viec: 'nhap', 'bo-cot-2': '1' })
    expect((await node.show(read.id)).state).toBe('done')
    const path = `http://127.0.0.1/lam-viec/mo-ta-du-lieu/${one.slug}`
    const body = new URLSearchParams({ ten: 'Dấu bản đọc', muc: 'internal', version: '1', 'phien-ban': '' })
    const unsaid = await site.request(path, { method: 'POST', body, headers: { origin: 'http://127.0.0.1' } })
    expect(await unsaid.text()).toContain(meanwhile)
  })
})
