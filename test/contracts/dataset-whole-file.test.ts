import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import { ok, type Result } from '../../src/base/result.ts'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH } from '../support/office.ts'
import { zipOf } from '../support/office-files.ts'
import { bookOf, rowsOf, sheetOf } from '../support/xlsx.ts'

/** What goes out to whom with the file of a dataset. A hidden sheet of salaries had gone to strangers with it: 2026-11-27. */
const person = (role: 'steward' | 'specialist' | 'auditor', organisation: string, n: number): Who => ({
  kind: 'person',
  id: `00000000-0000-4000-8000-00000000012${n}`,
  name: 'Người thử',
  duties: [{ role, organisation, central: false, deputyFor: null }],
  bodies: [organisation],
})
const steward = person('steward', HEALTH, 1)
const staff = person('specialist', HEALTH, 2)
const neighbour = person('steward', BUILDING, 3)
const auditor = person('auditor', BUILDING, 4)
const TABLE = rowsOf([
  ['Xã', 'Số hộ'],
  ['Hòa Vang', 120],
  ['Bà Nà', 80],
])
const SALARIES = sheetOf(
  rowsOf([
    ['Họ tên', 'Lương'],
    ['Nguyễn Thị Mật', 9],
  ]),
)
const FOR_KEEPERS = ['ok', 'file-holds-more', 'file-holds-more', 'ok', 'file-holds-more']
const FOR_ALL = ['ok', 'ok', 'ok', 'ok', 'ok']

onNodes((node) => {
  const open = { access: 'open', custodian: HEALTH }
  const fetched = async (id: string, of: 'file' | 'bad'): Promise<readonly string[]> =>
    Promise.all(
      [steward, staff, neighbour, auditor, NOBODY].map(async (who) => {
        const found = await node.files.openData(node.at(who), { id, version: 1, of })
        return found.ok ? 'ok' : found.refusal.code
      }),
    )
  const page = async (who: Who, path: string): Promise<string> => (await siteOf(node, () => who).request(`http://127.0.0.1${path}`)).text()

  test('[DAT-120] a workbook with another sheet goes to who keeps it and who audits alone, by every door; the table to everybody', async () => {
    const book = await bookOf(TABLE, { hidden: SALARIES })
    const one = await node.take('hộ.xlsx', book, { ...open, title: 'Hộ theo xã' })
    expect([one.current.fileMore, await fetched(one.id, 'file')]).toEqual([['parts'], FOR_KEEPERS])
    const address = `/api/v1/datasets/${one.id}/versions/1/file`
    for (const path of [`/du-lieu/${one.slug}`, `/du-lieu/${one.slug}?xem=phien-ban`]) {
      expect(await page(NOBODY, path)).not.toContain(address)
      expect(await page(steward, path)).toContain(address)
    }
    expect(await page(steward, `/du-lieu/${one.slug}`)).toContain('vì tệp còn có trang, lớp hoặc danh sách khác')
    for (const path of ['/du-lieu/catalog.jsonld', `/du-lieu/${one.slug}/dcat.jsonld`]) {
      expect(await page(NOBODY, path)).toContain(one.slug)
      expect(await page(NOBODY, path)).not.toContain(address)
    }
    expect(got(await node.call(datasetGet, node.at(NOBODY), { id: one.id })).mayTakeWhole).toBe(false)
    expect(await page(steward, `/lam-viec/mo-ta-du-lieu/${one.slug}`)).toContain('Tệp gốc còn có trang, lớp hoặc danh sách khác.')
  })

  test('[DAT-120] whoever sets who may see it is told before anything is taken; an empty sheet is nothing', async () => {
    const read = await node.read('hộ.xlsx', await bookOf(TABLE, { hidden: SALARIES }), {}, steward)
    expect(await page(steward, `/lam-viec/du-lieu/${read.id}`)).toContain('Tệp gốc còn có trang, lớp hoặc danh sách khác.')
    const plain = await node.take('một trang.xlsx', await bookOf(TABLE, { hidden: sheetOf([]) }), { ...open, title: 'Một trang' })
    expect([plain.current.fileMore, await fetched(plain.id, 'file')]).toEqual([[], FOR_ALL])
    expect(await page(NOBODY, `/du-lieu/${plain.slug}`)).toContain(`/api/v1/datasets/${plain.id}/versions/1/file`)
  })

  test('[DAT-120] hidden rows and columns, notes of cells, and other files of a zip are more than the table', async () => {
    const [head = '', first = '', ...others] = TABLE
    const hidden = await bookOf([head, first.replace('<row ', '<row hidden="1" '), ...others])
    expect((await node.take('ẩn.xlsx', hidden, { ...open, title: 'Dòng ẩn' })).current.fileMore).toEqual(['hidden'])
    const noted = zipOf({ 'xl/worksheets/sheet1.xml': sheetOf(TABLE), 'xl/comments1.xml': '<comments/>' })
    expect((await node.take('ghi chú.xlsx', noted, { ...open, title: 'Có ghi chú' })).current.fileMore).toEqual(['besides'])
    const lists = JSON.stringify({ ho: [{ xa: 'a' }, { xa: 'b' }], luong: [{ ten: 'c' }] })
    expect((await node.take('hai.json', lists, { ...open, title: 'Hai danh sách' })).current.fileMore).toEqual(['parts'])
  })

  test('[DAT-120] rows that were left out, and the file that has them, are not for strangers', async () => {
    const csv = 'Xã,Số hộ\nHòa Vang,120\nBà Nà,80\nHòa Tiến,90\nHòa Xuân,70\nHòa Khương,không rõ 0905123456\n'
    const one = await node.take('lỗi.csv', csv, {
      ...open,
      title: 'Hộ có dòng lỗi',
      bad: 'leave-out',
      columns: [{ name: 'so_ho', type: 'integer' }],
    })
    expect([one.current.badRows, one.current.fileMore]).toEqual([1, ['left-out']])
    expect([await fetched(one.id, 'file'), await fetched(one.id, 'bad')]).toEqual([FOR_KEEPERS, FOR_KEEPERS])
    expect(await page(NOBODY, `/du-lieu/${one.slug}?xem=phien-ban`)).not.toContain('/bad-rows')
    expect(await page(steward, `/du-lieu/${one.slug}?xem=phien-ban`)).toContain('/bad-rows')
  })

  test('[DAT-120] the database holds to it too, and what came in before is told from how it was read', async () => {
    const one = await node.take('tường.xlsx', await bookOf(TABLE, { hidden: SALARIES }), { ...open, title: 'Bức tường' })
    const plain = await node.take('tường.csv', 'Xã,Số hộ\na,1\n', { ...open, title: 'Không tường' })
    const known = async (who: Who): Promise<readonly boolean[]> =>
      got(
        await node.store.transaction(
          node.at(who),
          'query',
          async (ports): Promise<Result<readonly boolean[], Refusal>> =>
            ok(await Promise.all([one, plain].map(async ({ current }) => (await ports.files.ofData(current.fileSha256)) !== null))),
        ),
      )
    expect([await known(NOBODY), await known(steward)]).toEqual([
      [false, true],
      [true, true],
    ])
    const backfill = /update dataset_version v set .*?;\n/s.exec(
      readFileSync('src/store/migrations/0044_files_beyond_their_table.sql', 'utf8'),
    )?.[0]
    const more = async () =>
      node.engine.asOwner((owner) => owner.query('select file_sha256, format, file_more from dataset_version order by dataset_id, n'))
    // of a table alone its reading said all; what else a workbook or a JSON holds was not read then
    const before = (await more()).map((row) => {
      const known = (row['file_more'] as string[]).filter((it) => it !== 'besides')
      const isTable = ['csv', 'tsv', 'ndjson', 'flatgeobuf', 'parquet'].includes(String(row['format']))
      return { ...row, file_more: isTable ? known : ['unknown', ...known.filter((it) => it !== 'parts')] }
    })
    await node.engine.asOwner((owner) => owner.query("update dataset_version set file_more = '{}'"))
    await node.engine.asOwner((owner) => owner.query(backfill ?? ''))
    expect(await more()).toEqual(before)
    await node.engine.asOwner((owner) => owner.query('update dataset_import set reading = null'))
    await node.engine.asOwner((owner) => owner.query(backfill ?? ''))
    const { versions } = got(await node.call(datasetGet, node.at(NOBODY), { id: one.id }))
    expect(versions.map(({ fileMore }) => fileMore)).toEqual([['unknown']])
  })

  test('[DAT-120] a dataset that is opened later keeps its file for who keeps it', async () => {
    const one = await node.take('sau.xlsx', await bookOf(TABLE, { hidden: SALARIES }), { title: 'Mở sau', custodian: HEALTH })
    got(await node.call(datasetDescribe, node.at(steward), { id: one.id, version: one.version, access: 'open' }))
    expect(await fetched(one.id, 'file')).toEqual(FOR_KEEPERS)
  })
})
