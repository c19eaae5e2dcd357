import { expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { importFile } from '../../src/main/dataset-import.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { datasetChanges } from '../../src/operations/dataset/rows/list-changes.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** An office has a number of identity in its table, and publishes the rest: 2026-11-27. */
const LIST = `Mã hồ sơ,Họ và tên,Số CCCD,Xã,Số tiền
H1,Nguyễn Thị Hoa,048190001234,Hòa Vang,500000
H2,Lê Văn Tám,048088005678,Hòa Tiến,700000
H3,Trần Bình,049201009876,Bà Nà,600000
`
const OUT = [
  { name: 'ho_va_ten', leftOut: true },
  { name: 'so_cccd', leftOut: true },
]

onNodes((node) => {
  const last = async (id: string): Promise<unknown> =>
    got(await node.call(historyList, node.at(), { entity: 'dataset', limit: 100 })).items.find((one) => one.id === id)?.change
  const page = async (path: string, form?: Readonly<Record<string, string>>): Promise<string> =>
    (
      await siteOf(node, () => tester).request(
        `http://127.0.0.1${path}`,
        form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form), headers: { origin: 'http://127.0.0.1' } },
      )
    ).text()
  const import_ = (name: string, text: string, given: object = {}) => node.read(name, text, given)

  test('[DAT-104] a column that is left out is in no table, no dictionary and no reading that stays; its file is for the keepers, and nothing is asked of it', async () => {
    const one = await node.take('hồ sơ.csv', LIST, { title: 'Hồ sơ', access: 'open', key: ['ma_ho_so'], columns: OUT })
    expect(one.columns.map(({ name }) => name)).toEqual(['ma_ho_so', 'xa', 'so_tien'])
    expect(await node.rows(one.id)).toEqual([
      { ma_ho_so: 'H1', xa: 'Hòa Vang', so_tien: 500000 },
      { ma_ho_so: 'H2', xa: 'Hòa Tiến', so_tien: 700000 },
      { ma_ho_so: 'H3', xa: 'Bà Nà', so_tien: 600000 },
    ])
    const out = [
      { name: 'ho_va_ten', label: 'Họ và tên' },
      { name: 'so_cccd', label: 'Số CCCD' },
    ]
    expect([one.current.columnsLeftOut, one.current.fileMore]).toEqual([out, ['columns']])
    const taken = async (who = tester) => (await node.files.openData(node.at(who), { id: one.id, version: 1, of: 'file' })).ok
    expect([await taken(), await taken(NOBODY)]).toEqual([true, false])
    expect(await last(one.id)).toMatchObject({ columnsLeftOut: [null, ['Họ và tên', 'Số CCCD']] })
    const kept = await node.engine.asOwner((owner) =>
      owner.query("select (reading::text like '%048190001234%') as has from dataset_import where dataset_id = $1", [one.id]),
    )
    expect(kept).toEqual([{ has: false }])
    const shown = await page(`/du-lieu/${one.slug}`)
    expect(shown).toContain('Cột của tệp không lấy')
    expect(await page(`/du-lieu/${one.slug}?xem=phien-ban`)).toContain('Không lấy cột: Họ và tên, Số CCCD')
  })

  test('[DAT-104] the next version is proposed to leave it out again, and may take it; one between that lacks it changes nothing', async () => {
    const one = await node.take('nhớ.csv', LIST, { title: 'Nhớ cột bỏ', access: 'open', key: ['ma_ho_so'], columns: OUT })
    const lacks = LIST.split('\n')
      .map((line) =>
        line
          .split(',')
          .filter((_, i) => i !== 2)
          .join(','),
      )
      .join('\n')
    const second = await node.take('thiếu.csv', lacks.replace('500000', '510000'), { dataset: one.id })
    expect([second.current.columnsLeftOut.map(({ name }) => name), second.current.changed]).toEqual([['ho_va_ten'], 1])
    const read = await import_('lại.csv', LIST.replace('700000', '710000'), { dataset: one.id })
    expect(read.reading?.columns.map(({ leftOut }) => leftOut)).toEqual([undefined, 'before', 'before', undefined, undefined])
    expect(await page(`/lam-viec/du-lieu/${read.id}`)).toContain('phiên bản trước không lấy, lần này cũng đề xuất không lấy')
    const third = await node.commit(read.id)
    expect(third).toMatchObject({ state: 'done', result: 3 })
    const now = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([now.current.columnsLeftOut.map(({ name }) => name), now.current.added, now.current.changed, now.versions[0]?.columns]).toEqual([
      ['ho_va_ten', 'so_cccd'],
      0,
      2,
      { added: [], removed: [], retyped: [], renamed: [], labels: {} },
    ])
    const changes = got(await node.call(datasetChanges, node.at(), { id: one.id, since: 2, limit: 100 }))
    expect(JSON.stringify(changes)).not.toContain('0480')
    // taken again, it is asked about as any other
    const again = await import_('lấy lại.csv', LIST, { dataset: one.id })
    const columns = [{ name: 'so_cccd', leftOut: false }]
    expect(await node.call(importCommit, node.at(), { id: again.id, columns })).toMatchObject({
      refusal: { code: 'import-asks-personal', data: { n: 1 } },
    })
    await node.commit(again.id, { columns, personal: 'confirmed' })
    const fourth = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([fourth.columns.map(({ name }) => name), fourth.current.columnsLeftOut.map(({ name }) => name)]).toEqual([
      ['ma_ho_so', 'so_cccd', 'xa', 'so_tien'],
      ['ho_va_ten'],
    ])
  })

  test('[DAT-104] not all columns, and none of the key; of rows that add up others it is told by all their cells, bad rows have none of them', async () => {
    const read = await import_('khóa.csv', LIST)
    const commit = async (given: object) => node.call(importCommit, node.at(), { id: read.id, title: 'Khóa', ...given })
    expect(await commit({ key: ['Số CCCD'], columns: OUT })).toMatchObject({
      refusal: { code: 'import-out-key', data: { column: 'Số CCCD' } },
    })
    const all = (read.reading?.columns ?? []).map(({ name }) => ({ name, leftOut: true }))
    expect(await commit({ columns: all })).toMatchObject({ refusal: { code: 'import-out-all' } })
    const csv =
      'Họ tên,Số hộ,Ghi,Số,Khác\nHòa Vang,2,a,1,x\nBà Nà,3,b,không rõ,Cộng\nHòa Tiến,4,c,5,y\nHòa Khương,1,d,7,z\nTổng cộng,10,đ,13,t\n'
    const sums = await node.take('cộng.csv', csv, {
      title: 'Cộng',
      totals: 'leave-out',
      bad: 'leave-out',
      columns: [
        { name: 'ho_ten', leftOut: true },
        { name: 'so_ho', leftOut: true },
        { name: 'so', type: 'integer' },
      ],
    })
    expect([await node.rows(sums.id), sums.current.badRows]).toEqual([
      [
        { ghi: 'a', so: 1, khac: 'x' },
        { ghi: 'c', so: 5, khac: 'y' },
        { ghi: 'd', so: 7, khac: 'z' },
      ],
      1,
    ])
    const [row] = await node.engine.asOwner((owner) =>
      owner.query('select bad_sha256 from dataset_version where dataset_id = $1', [sums.id]),
    )
    const bad = node.kept(String(row?.['bad_sha256']))
    expect(bad.trim().split('\n').slice(1)).toEqual([
      expect.stringMatching(/^3,Số,.*,b,không rõ,Cộng$/),
      expect.stringMatching(/^6,,.*,đ,13,t$/),
    ])
    expect(bad).not.toContain('Bà Nà')
  })

  test('[DAT-104] the province by which communes are understood is not left out unseen; without it the file is read again', async () => {
    const csv = 'Tỉnh,Xã,Số hộ\nĐà Nẵng,Hòa Vang,10\nĐà Nẵng,Hòa Tiến,20\nĐà Nẵng,Bà Nà,30\n'
    const read = await import_('tỉnh.csv', csv)
    const places = [{ column: 'tinh' }, { column: 'xa' }]
    expect(read.reading?.places.map(({ column, within }) => [column, within])).toEqual([
      ['tinh', null],
      ['xa', 'tinh'],
    ])
    const columns = [{ name: 'tinh', leftOut: true }]
    expect(await node.call(importCommit, node.at(), { id: read.id, title: 'Tỉnh', places, columns })).toMatchObject({
      refusal: { code: 'import-out-within', data: { column: 'Tỉnh', of: 'Xã' } },
    })
    got(await node.call(importReread, node.at(), { id: read.id, columns }))
    await node.importer.idle()
    const again = await node.show(read.id)
    expect(again.reading?.places.map(({ column, within }) => [column, within])).toEqual([['xa', null]])
    const done = await node.commit(read.id, { title: 'Tỉnh', places: [{ column: 'xa' }] })
    expect(done.state).toBe('done')
    const one = got(await node.call(datasetGet, node.at(), { id: done.dataset }))
    expect(one.columns.map(({ name, role }) => [name, role])).toEqual([
      ['xa', 'place'],
      ['so_ho', undefined],
    ])
  })

  test('[DAT-104] coordinates that are left out make no point, and are not asked about; a system that is chosen for them is refused', async () => {
    const csv = 'Trạm,Kinh độ,Vĩ độ\na,108.2,16.05\nb,108.1,16.01\n'
    const columns = [{ name: 'kinh_do', leftOut: true }]
    const one = await node.take('trạm.csv', csv, { title: 'Trạm', columns })
    expect(one.columns.map(({ name }) => name)).toEqual(['tram', 'vi_do'])
    const read = await import_('trạm 2.csv', csv)
    expect(await node.call(importCommit, node.at(), { id: read.id, title: 'Trạm 2', columns, crs: 'wgs84' })).toMatchObject({
      refusal: { code: 'import-out-crs', data: { column: 'Kinh độ' } },
    })
    const shapes = await import_('vùng.csv', 'Tên,Hình\na,POINT(560000 1770000)\nb,POINT(561000 1771000)\n')
    expect(await node.call(importCommit, node.at(), { id: shapes.id, title: 'Vùng' })).toMatchObject({
      refusal: { code: 'import-asks-crs' },
    })
    expect((await node.commit(shapes.id, { title: 'Vùng', columns: [{ name: 'hinh', leftOut: true }] })).state).toBe('done')
  })

  test('[DAT-104] the page leaves columns out without script, and reads again where one is taken again', async () => {
    const read = await import_('trang.csv', LIST)
    const path = `/lam-viec/du-lieu/${read.id}`
    const shown = await page(path)
    expect(shown).toContain('name="bo-cot-2"')
    expect(shown).toContain('Không lấy cột này')
    const typed = { ten: 'Trang bỏ cột', muc: 'open', 'dong-loi': 'stop', khoa: 'ma_ho_so', 'bo-cot-1': '1', 'bo-cot-2': '1' }
    await page(path, { ...typed, viec: 'doc-lai' })
    await node.importer.idle()
    const again = await page(path)
    expect(again).not.toContain('Có cột trông như dữ liệu cá nhân')
    expect(again).toMatch(/name="bo-cot-2"[^>]*checked/)
    expect(again).toContain('Cột không lấy')
    await page(path, { ...typed, viec: 'nhap' })
    await node.importer.idle()
    const done = await node.show(read.id)
    expect(done).toMatchObject({ state: 'done' })
    // a tick that is taken away: what it says is seen first
    const next = await import_('trang 2.csv', LIST, { dataset: done.dataset })
    const there = `/lam-viec/du-lieu/${next.id}`
    await page(there, { 'dong-loi': 'stop', khoa: 'ma_ho_so', 'bo-cot-1': '1', viec: 'nhap' })
    await node.importer.idle()
    const seen = await node.show(next.id)
    expect([seen.state, seen.reading?.columns.map(({ leftOut }) => leftOut)]).toEqual([
      'asking',
      [undefined, 'before', undefined, undefined, undefined],
    ])
  })

  test('[DAT-104] the command line leaves columns out, tells them, and takes them again', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-bo-cot-'))
    const file = join(folder, 'lenh.csv')
    writeFileSync(file, LIST)
    const told: string[] = []
    const first = got(
      await importFile(
        node,
        file,
        { title: 'Lệnh bỏ cột', access: 'open', key: ['Mã hồ sơ'], columns: [...OUT.slice(1), { name: 'Họ và tên', leftOut: true }] },
        (line) => told.push(line),
      ),
    )
    expect([first, told.join('\n')]).toMatchObject([{ state: 'done' }, expect.stringContaining('Cột không lấy: Họ và tên, Số CCCD')])
    writeFileSync(file, LIST.replace('500000', '1'))
    told.length = 0
    const { slug } = first as { slug: string }
    const second = got(await importFile(node, file, { dataset: slug }, (line) => told.push(line)))
    expect([second, told.join('\n')]).toMatchObject([{ state: 'done', changed: 1 }, expect.stringContaining("--with 'Số CCCD'")])
    const third = got(
      await importFile(
        node,
        file,
        { dataset: slug, sameFile: 'take', personal: 'confirmed', columns: [{ name: 'Số CCCD', leftOut: false }] },
        () => {},
      ),
    )
    expect(third).toMatchObject({ state: 'done', told: expect.stringContaining('thêm cột «Số CCCD»') })
    rmSync(folder, { recursive: true, force: true })
  })
})
