import { expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { description } from '../../src/operations/dataset/views.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Personal data go out only on somebody's word, and every word said of a dataset is in its history: 2026-11-27. */
const LIST = `Họ và tên,Số CCCD,Số điện thoại,Ngày sinh,Trợ cấp
Nguyễn Thị Hoa,048190001234,0905123456,12/03/1990,500000
Lê Văn Tám,048088005678,0914222333,25/01/1988,700000
Trần Bình,049201009876,0935111222,30/07/2001,600000
`
const KINDS = { ho_va_ten: 'name', so_cccd: 'id-number', so_dien_thoai: 'phone', ngay_sinh: 'birth-date', tro_cap: 'sensitive' }

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
  const marks = (columns: readonly { readonly name: string; readonly personal?: string | undefined }[]) =>
    Object.fromEntries(columns.flatMap(({ name, personal }) => (personal === undefined ? [] : [[name, personal]])))

  test('[DAT-121] a list of persons is opened on somebody’s word alone, by REST and on the page, and history keeps it', async () => {
    const read = await node.read('trợ cấp.csv', LIST)
    expect(marks(read.reading?.columns ?? [])).toEqual(KINDS)
    const shown = await page(`/lam-viec/du-lieu/${read.id}`)
    expect(shown).toContain('«Số CCCD» (số giấy tờ cá nhân)')
    expect(shown).toContain('name="du-lieu-ca-nhan"')
    for (const access of ['open', 'shared'])
      expect(await node.call(importCommit, node.at(), { id: read.id, title: 'Trợ cấp', access })).toMatchObject({
        refusal: { code: 'import-asks-personal', data: { n: 5 } },
      })
    const done = await node.commit(read.id, { title: 'Trợ cấp', access: 'open', personal: 'confirmed' })
    expect([done.state, await last(done.dataset ?? '')]).toMatchObject([
      'done',
      { personal: [null, ['Họ và tên', 'Số CCCD', 'Số điện thoại', 'Ngày sinh', 'Trợ cấp']] },
    ])
    // what was confirmed is not asked about again; a new column is
    await node.take('trợ cấp 2.csv', LIST.replace('Bình', 'An'), { dataset: done.dataset })
    const more = await node.read('trợ cấp 3.csv', LIST.replaceAll(/\n/g, ',0041000123456\n').replace(',0041000123456', ',Số tài khoản'), {
      dataset: done.dataset,
    })
    expect(await node.call(importCommit, node.at(), { id: more.id })).toMatchObject({
      refusal: { code: 'import-asks-personal', data: { columns: '«Số tài khoản» (số tài khoản)' } },
    })
  })

  test('[DAT-121] kept inside it asks nothing; opened later it asks, also of what came in before this was looked for', async () => {
    const one = await node.take('nội bộ.csv', LIST, { title: 'Trợ cấp nội bộ' })
    expect(marks(one.columns)).toEqual(KINDS)
    const describe = async (given: object) => node.call(datasetDescribe, node.at(), { id: one.id, version: 1, ...given })
    expect(await describe({ access: 'shared' })).toMatchObject({ refusal: { code: 'import-asks-personal' } })
    await node.engine.asOwner((owner) =>
      owner.query(
        "update dataset_version set columns = (select jsonb_agg(c - 'personal' order by i) from jsonb_array_elements(columns) with ordinality x (c, i)) where dataset_id = $1",
        [one.id],
      ),
    )
    expect(await describe({ access: 'open' })).toMatchObject({ refusal: { code: 'import-asks-personal', data: { n: 5 } } })
    const typed = { ten: 'Trợ cấp nội bộ', muc: 'open', version: '1' }
    expect(await page(`/lam-viec/mo-ta-du-lieu/${one.slug}`, typed)).toContain('tôi xác nhận có căn cứ')
    await page(`/lam-viec/mo-ta-du-lieu/${one.slug}`, { ...typed, 'du-lieu-ca-nhan': 'xac-nhan' })
    expect(got(await node.call(datasetGet, node.at(NOBODY), { id: one.id })).access).toBe('open')
    expect(await last(one.id)).toMatchObject({ access: ['internal', 'open'], personal: [null, expect.any(Array)] })
  })

  test('[DAT-122] each field of dataset.describe, and each property of a column, is told in history with what it was and is', async () => {
    const one = await node.take('mô tả.csv', 'Xã,Dân số (người)\nHòa Vang,120\n', { title: 'Mô tả' })
    const given = {
      title: 'Mô tả khác',
      description: 'Câu mô tả',
      custodian: 'so-y-te-da-nang-origin',
      basis: '05/QĐ-UBND',
      access: 'shared',
      licence: 'CC BY 4.0',
      attribution: 'Ghi nguồn',
      source: 'Báo cáo của xã',
      cadence: 'year',
      themes: ['society'],
      contents: ['indicators'],
      territory: 'Đà Nẵng',
    }
    expect(Object.keys(given).toSorted()).toEqual(Object.keys(description.shape).toSorted())
    const columns = [{ name: 'dan_so', unit: 'nghìn người', meaning: 'Dân số trung bình' }]
    got(await node.call(datasetDescribe, node.at(), { id: one.id, version: 1, ...given, columns }))
    const was: Readonly<Record<string, unknown>> = one
    expect(await last(one.id)).toEqual({
      ...Object.fromEntries(Object.entries(given).map(([field, value]) => [field, [was[field], value]])),
      columns: [
        [{ name: 'dan_so', label: 'Dân số (người)', unit: 'người', meaning: null }],
        [{ name: 'dan_so', label: 'Dân số (người)', unit: 'nghìn người', meaning: 'Dân số trung bình' }],
      ],
    })
    const shown = (await page('/lam-viec/nhat-ky?ban-ghi=dataset')).replaceAll(/<[^>]+>/g, '')
    for (const words of [
      'Dân số (người), đơn vị tính: người nghìn người',
      'Dân số (người), ý nghĩa: Dân số trung bình',
      'nguồn: Báo cáo của xã',
      'lĩnh vực: trống Dân cư, xã hội',
    ])
      expect(shown).toContain(words)
    expect(shown).not.toContain('hình thức tiếp nhận')
  })

  test('[DAT-122] columns that came and went are told by their headings', async () => {
    const one = await node.take('cột.csv', 'Mã,Sơ bộ 2024\n1,2\n', { title: 'Cột đổi', key: ['ma'] })
    await node.take('cột 2.csv', 'Mã,Năm 2024\n1,2\n', { dataset: one.id })
    expect(await last(one.id)).toMatchObject({ columnsAdded: [null, ['Năm 2024']], columnsRemoved: [['Sơ bộ 2024'], null] })
  })
})
