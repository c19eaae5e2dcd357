import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ok } from '../../src/base/result.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import type { Column } from '../../src/kernel/dataset/cell/column.ts'
import { caller } from '../../src/operations/call.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { datasetCarry } from '../../src/operations/dataset/rows/carry-dataset.ts'
import { figureReportAdd } from '../../src/operations/figure-report/add-figure-report.ts'
import { figureReportFollow } from '../../src/operations/figure-report/follow-figure-report.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { badWriter } from '../../src/store/dataset/import/bad-rows.ts'
import { fillStore } from '../../src/store/dataset/import/fill.ts'
import { importerOver } from '../../src/store/dataset/import/importer.ts'
import { GivenUp } from '../../src/store/dataset/import/working.ts'
import { makeStore } from '../../src/store/dataset/tables.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH } from '../support/office.ts'
import { person, withPeople } from '../support/people.ts'
import { tester } from '../support/who.ts'

/** What comes one after another in the life of a dataset: read again, described meanwhile, given up, a server that loses its database. Red 2026-11-27. */
const LIST = `Họ và tên,Số CCCD,Số điện thoại
Nguyễn Thị Hoa,048190001234,0905123456
Lê Văn Tám,048088005678,0914222333
Trần Bình,049201009876,0935111222
`
const stewards = [person(1, 'steward', HEALTH), person(2, 'steward', HEALTH)]
const ofDaNang = readFileSync(new URL('../../datasets/xa-phuong.csv', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split(','))
  .filter(([, , , , province]) => province === 'Đà Nẵng')
  .map(([, name]) => name ?? '')
const listOf = (names: readonly string[], year = 2025): string =>
  `Tên xã,Năm,Số thôn\n${names.map((name, i) => `${name},${year},${i + 1}\n`).join('')}`

onNodes((node) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-sequences-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const page = async (path: string, form: Readonly<Record<string, string>>): Promise<string> =>
    (
      await siteOf(node, () => tester).request(`http://127.0.0.1${path}`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: 'http://127.0.0.1' },
      })
    ).text()
  const describe = async (id: string, version: number, given: object) => node.call(datasetDescribe, node.at(), { id, version, ...given })
  const last = async (id: string): Promise<unknown> =>
    got(await node.call(historyList, node.at(), { entity: 'dataset', limit: 100 })).items.find((one) => one.id === id)?.change
  /** Confirmed, and no server goes on with it yet. */
  const confirm = async (id: string, given: object = {}) => got(await caller(node.store)(importCommit, node.at(), { id, ...given }))

  test('[DAT-117] a province that was proposed is still proposed when its file is read again; one that was said stays', async () => {
    const { id, reading } = await node.read('94 xã.csv', listOf(ofDaNang))
    const [read] = reading?.places ?? []
    const form = { 'dia-gioi-0': '1', 'dia-gioi-ngay-0': '31/12/2025', viec: 'doc-lai' }
    const again = async (province: string) => {
      await page(`/lam-viec/du-lieu/${id}`, { ...form, 'dia-gioi-tinh-0': province })
      await node.importer.idle()
      return (await node.show(id)).reading?.places[0]?.province ?? null
    }
    const own = read?.province?.id ?? ''
    expect(await again(own)).toMatchObject({ name: 'Thành phố Đà Nẵng', from: 'names' })
    expect(await again('none')).toBe(null)
    // the form shows that none was said, and says no more
    expect(await again('none')).toBe(null)
    expect(await again(own)).toMatchObject({ from: 'asked' })
    expect(await again(own)).toMatchObject({ from: 'asked' })
  })

  test('[DAT-116] what was settled is found again after a version of a day on which its unit was not there', async () => {
    const names = ['Xã Tân Hiệp', 'Phường Ba Đình', 'Phường Sài Gòn', 'Phường Hoàn Kiếm']
    const first = await node.read('thôn.csv', listOf(names))
    const place = first.reading?.places[0]?.misses.find(({ value }) => value === 'Xã Tân Hiệp')?.candidates[0]?.id ?? ''
    const is = [{ value: 'Xã Tân Hiệp', place }]
    const dataset = String((await node.commit(first.id, { title: 'Thôn qua năm', places: [{ column: 'ten_xa', is }] })).dataset)
    const old = await node.read('thôn cũ.csv', listOf(['Xã Tân Hiệp', 'Phường Phúc Xá', 'Phường Trúc Bạch', 'Xã Hòa Tiến'], 2024), {
      dataset,
    })
    expect(old.reading?.places.map(({ column, on }) => [column, on])).toEqual([['ten_xa', '2024-12-31']])
    await node.commit(old.id)
    const next = await node.read('thôn mới.csv', listOf(names), { dataset })
    expect(next.reading?.places[0]?.misses.map(({ value, settled }) => [value, settled])).toEqual([['Xã Tân Hiệp', place]])
    await node.commit(next.id, { places: [{ column: 'ten_xa', is: [{ value: 'Xã Tân Hiệp', place: null }] }] })
    expect(got(await node.call(datasetGet, node.at(), { id: dataset })).columns[0]?.place?.settled ?? []).toEqual([])
  })

  test('[DAT-121] persons of an earlier version are asked about when a dataset is opened, for it is read there', async () => {
    const one = await node.take('có người.csv', LIST, { title: 'Có người, rồi không' })
    await node.take('không người.csv', 'Xã,Số suất\nHòa Vang,3\n', { dataset: one.id })
    await node.engine.asOwner((owner) =>
      owner.query(
        "update dataset_version set columns = (select jsonb_agg(c - 'personal' order by i) from jsonb_array_elements(columns) with ordinality x (c, i)) where dataset_id = $1",
        [one.id],
      ),
    )
    expect(await describe(one.id, 1, { access: 'open' })).toMatchObject({ refusal: { code: 'import-asks-personal', data: { n: 3 } } })
    expect(await describe(one.id, 1, { access: 'open', personal: 'confirmed' })).toMatchObject({ ok: true })
  })

  test('[DAT-121] a dataset that is opened while an import of persons waits does not tell them unasked', async () => {
    const one = await node.take('suất.csv', 'Xã,Số suất\nHòa Vang,3\n', { title: 'Mở giữa chừng' })
    const next = await node.read('có tên.csv', LIST, { dataset: one.id })
    await confirm(next.id)
    got(await describe(one.id, 1, { access: 'open' }))
    await node.importer.idle()
    const ended = await node.show(next.id)
    expect([ended.state, ended.failure?.code]).toEqual(['failed', 'import-asks-personal'])
    expect(got(await node.call(datasetGet, node.at(), { id: one.id })).current.n).toBe(1)
    // confirmed of a wide one, nothing more is asked
    const again = await node.read('có tên.csv', LIST, { dataset: one.id })
    expect((await node.commit(again.id, { personal: 'confirmed' })).state).toBe('done')
  })

  test('[DAT-21] [DAT-122] what may be done with a figure is said later too, by REST and on the page, and history keeps it', async () => {
    const one = await node.take('thu nhập.csv', 'Tỉnh,Thu nhập\nHuế,120\nĐà Nẵng,130\n', { title: 'Thu nhập' })
    expect(one.columns.map(({ measure }) => measure)).toEqual([undefined, undefined])
    const said = (measure: string | null) => [{ name: 'thu_nhap', unit: null, meaning: null, measure }]
    got(await describe(one.id, 1, { columns: said('mean') }))
    expect(await last(one.id)).toEqual({
      columns: [[{ name: 'thu_nhap', label: 'Thu nhập', measure: null }], [{ name: 'thu_nhap', label: 'Thu nhập', measure: 'mean' }]],
    })
    const measures = async () => got(await node.call(datasetGet, node.at(), { id: one.id })).columns.map(({ measure }) => measure)
    expect(await measures()).toEqual([undefined, 'mean'])
    // absent it stays, null takes it away, and a column of texts has none
    got(await describe(one.id, 2, { columns: [{ name: 'thu_nhap', unit: 'triệu đồng', meaning: null }] }))
    expect(await measures()).toEqual([undefined, 'mean'])
    got(await describe(one.id, 3, { columns: said(null) }))
    expect([await measures(), await last(one.id)]).toMatchObject([
      [undefined, null],
      { columns: [[{ measure: 'mean' }], [{ measure: null }]] },
    ])
    const refused = async (column: object) => describe(one.id, 4, { columns: [{ unit: null, meaning: null, ...column }] })
    expect(await refused({ name: 'tinh', measure: 'sum' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'measure' } } })
    expect(await refused({ name: 'khong_co' })).toMatchObject({ refusal: { code: 'import-no-column' } })
    await page(`/lam-viec/mo-ta-du-lieu/${one.slug}`, { ten: 'Thu nhập', muc: 'internal', version: '4', 'gop-1': 'greatest' })
    expect(await measures()).toEqual([undefined, 'greatest'])
    // the next version has it, also one that was read before it was said [DAT-131]
    const next = await node.read('thu nhập 2.csv', 'Tỉnh,Thu nhập\nHuế,125\nĐà Nẵng,130\n', { dataset: one.id })
    await confirm(next.id)
    got(await describe(one.id, 5, { columns: said('least') }))
    await node.importer.idle()
    expect(await measures()).toEqual([undefined, 'least'])
  })

  test('[DAT-1] a form of another reading, in another tab, says nothing of columns that it did not show', async () => {
    const { id } = await node.read('hai tab.csv', 'Mã,Số đo\n1,2\n3,4\n')
    const shown = async () => (await siteOf(node, () => tester).request(`http://127.0.0.1/lam-viec/du-lieu/${id}`)).text()
    const markOf = (html: string) => /name="ban-doc" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const first = markOf(await shown())
    got(await node.call(importReread, node.at(), { id, delimiter: ';' }))
    await node.importer.idle()
    const form = { ten: 'Hai tab', muc: 'internal', viec: 'nhap', 'kieu-0': 'text', 'don-vi-0': 'm' }
    const refused = await page(`/lam-viec/du-lieu/${id}`, { ...form, 'ban-doc': first })
    expect(refused).toContain('các cột có thể không còn như lúc đó')
    expect(refused).toContain('value="Hai tab"')
    expect((await node.show(id)).state).toBe('asking')
    await page(`/lam-viec/du-lieu/${id}`, { ...form, 'ban-doc': markOf(refused) })
    await node.importer.idle()
    expect((await node.show(id)).state).toBe('done')
  })

  test('[DAT-122] a description that was opened before a version of other columns came says nothing of them', async () => {
    const one = await node.take('cột cũ.csv', 'Mã,Mực nước\n1,2\n', { title: 'Cột đổi giữa chừng' })
    await node.take('cột mới.csv', 'Mã,Lượng mưa\n1,2\n', { dataset: one.id })
    const form = { ten: 'Cột đổi giữa chừng', muc: 'internal', version: '1', 'phien-ban': '1', 'y-nghia-1': 'Mực nước lúc 7 giờ' }
    expect(await page(`/lam-viec/mo-ta-du-lieu/${one.slug}`, form)).toContain('các cột có thể không còn như lúc đó')
    expect(got(await node.call(datasetGet, node.at(), { id: one.id })).columns.map(({ meaning }) => meaning)).toEqual([null, null])
  })

  test('[DAT-21] a measure that was proposed and that nobody knows is taken as not determined', async () => {
    const { id, reading } = await node.read('dân số.csv', 'Tỉnh,Dân số (người)\nHuế,120\nĐà Nẵng,130\n')
    expect(reading?.columns[1]?.measure).toBe('sum')
    await page(`/lam-viec/du-lieu/${id}`, { ten: 'Dân số chưa rõ', muc: 'internal', viec: 'nhap', 'gop-1': '', 'don-vi-1': 'người' })
    await node.importer.idle()
    const { dataset } = await node.show(id)
    expect(got(await node.call(datasetGet, node.at(), { id: String(dataset) })).columns[1]?.measure).toBeNull()
  })

  test('[DAT-7] a database that is away spends no try of a file', async () => {
    const { id } = await node.read('lỡ.csv', 'a\n1\n')
    await confirm(id, { title: 'Lỡ kết nối' })
    let away = false
    let times = 0
    const gone = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const engine = {
      ...node.engine,
      app: new Proxy(node.engine.app, {
        get(app, name) {
          if (name === 'transaction' && away) throw gone()
          const own: unknown = Reflect.get(app, name)
          return typeof own === 'function' ? own.bind(app) : own
        },
      }),
      asOwner: (async (work) => {
        times += 1
        if (times > 4) return node.engine.asOwner(work)
        away = true
        throw gone()
      }) as typeof node.engine.asOwner,
    }
    const { store, data } = node
    const importer = importerOver({ engine, store, data, home: 'Đà Nẵng', now: () => new Date('2026-03-10T03:00:00Z'), report: () => {} })
    for (let i = 0; i < 5; i += 1) {
      away = false
      await importer.idle()
    }
    const { state, failure } = await node.show(id)
    expect([state, failure]).toEqual(['done', null])
    await importer.stop()
  })

  test('[DAT-7] given up while every row is bad, an import ends without reading to the end of its file', async () => {
    const columns: Column[] = [{ name: 'a', label: 'a', type: 'integer', unit: null, meaning: null, form: null }]
    const store = await makeStore(node.engine, randomUUID(), columns, 1)
    let given = 0
    const source = {
      ...{ format: 'csv', encoding: null, delimiter: null, above: 0, asksHead: false, head: ['a'] },
      async *pieces() {
        for (; given < 300; given += 1)
          yield { bytes: given, rows: Array.from({ length: 2000 }, (_, i) => ({ at: given * 2000 + i + 2, cells: ['x'], bad: null })) }
      },
    }
    const bad = badWriter(join(folder, 'hỏng.csv'), columns, ['a'])
    const filled = fillStore(node.engine, {
      ...{ store, source, columns, key: [], keepsKeys: false, bad, totals: undefined, found: null, head: source.head, names: ['a'] },
      places: { any: false, of: async () => '', unmatched: () => ({}) },
      told: async () => {
        throw new GivenUp()
      },
    })
    await expect(filled).rejects.toThrow(GivenUp)
    await bad.close()
    expect(given).toBeLessThan(300)
  })

  test('[DAT-40] a weight of a unit that is there on neither day is named as its table names it', async () => {
    const one = await node.take('tỷ lệ.csv', 'Tỉnh,Năm,Tỷ lệ\nĐà Nẵng,2025,10\nQuảng Nam,2025,20\n', { title: 'Tỷ lệ có quyền số' })
    const people = await node.take('dân.csv', 'Tỉnh,Năm,Dân số\nThừa Thiên Huế,2024,5\nĐà Nẵng,2024,1\nQuảng Nam,2024,3\n', {
      title: 'Dân có quyền số',
    })
    const asked = { id: one.id, day: '2025-06-30', on: '2025-07-01', of: 'ty_le', weights: `${people.id}:dan_so`, weightsAt: '2024' }
    expect(got(await node.call(datasetCarry, node.at(), asked)).weightsUnread).toEqual([
      { n: 1, place: 'Thừa Thiên Huế', reason: 'unknown' },
    ])
  })

  test('[DAT-50] an answer whose version cannot be made to name the report is not given', async () => {
    const member = person(7, 'specialist', HEALTH)
    await withPeople(node, [member, ...stewards])
    const one = await node.take('sai.csv', 'Mã,Số\n1,5\n', { title: 'Có số sai', access: 'open', custodian: HEALTH })
    await node.take('sửa.csv', 'Mã,Số\n1,6\n', { dataset: one.id })
    const secret = randomBytes(32).toString('base64url')
    const report = { id: one.id, version: 1, words: 'Số này phải là 6, theo niên giám.', secret }
    got(await node.call(figureReportAdd, { ...node.at(), from: '192.0.2.77' }, report))
    const state = async () => got(await node.call(figureReportFollow, node.at(), { secret })).state
    // the wall lets a body answer what is reported of it, and only its stewards change a version
    const answer = node.store.transaction(node.at(member), 'command', async (ports) => {
      const { items } = await ports.figureReports.list({ dataset: one.id, waiting: true, after: null, limit: 1 })
      const [open] = items
      if (open === undefined) throw new Error('a report is there')
      return ok(await ports.figureReports.answer(open, { state: 'corrected', answer: 'Đã sửa.', correctedBy: 2 }))
    })
    await expect(answer).rejects.toThrow('the version that corrects a report')
    expect(await state()).toBe('open')
  })

  test('[DAT-7] of two stewards who confirm a version of one dataset the second is told that one is under way', async () => {
    const [one, other] = stewards
    const made = await node.take('hai người.csv', 'a,b\n1,2\n', { title: 'Hai người nhập', custodian: HEALTH })
    const files = [
      await node.read('một.csv', 'a,b\n1,3\n', { dataset: made.id }, one),
      await node.read('hai.csv', 'a,b\n1,4\n', { dataset: made.id }, other),
    ]
    const say = (who: Who | undefined, id: string | undefined) => caller(node.store)(importCommit, node.at(who), { id })
    expect(await say(one, files[0]?.id)).toMatchObject({ ok: true })
    expect(await say(other, files[1]?.id)).toEqual({ ok: false, refusal: { code: 'import-under-way' } })
    await node.importer.idle()
    expect(got(await node.call(datasetGet, node.at(), { id: made.id })).current.n).toBe(2)
  })

  test('[DAT-13] a dataset that came to another body meanwhile gets no version from who kept it', async () => {
    const [one] = stewards
    const made = await node.take('chuyển.csv', 'a,b\n1,2\n', { title: 'Chuyển cơ quan', custodian: HEALTH })
    const { id } = await node.read('sau.csv', 'a,b\n1,3\n', { dataset: made.id }, one)
    got(await describe(made.id, 1, { custodian: BUILDING }))
    expect(await node.call(importCommit, node.at(one), { id })).toEqual({ ok: false, refusal: { code: 'not-the-steward' } })
  })

  test('[DAT-43] who makes a dataset holds its title until it is made', async () => {
    const order: string[] = []
    const hold = (title: string, name: string, then: () => Promise<unknown>) =>
      node.store.transaction(node.at(), 'command', async (ports) => {
        await ports.datasets.holdTitle(title)
        order.push(name)
        await then()
        for (let i = 0; i < 5; i += 1) await ports.datasets.titled('không có bộ nào')
        order.push(`${name} ends`)
        return ok(null)
      })
    let second: Promise<unknown> = Promise.resolve()
    await hold('Trạm đo mưa', 'first', async () => {
      second = hold('TRAM  ĐO MƯA', 'second', async () => {})
    })
    await second
    expect(order).toEqual(['first', 'first ends', 'second', 'second ends'])
  })

  test('[DAT-14] the address of a dataset tells nobody that a restricted one has its title', async () => {
    const kept = await node.take('kín.csv', 'a\n1\n', { title: 'Kho vật tư dự trữ', access: 'restricted' })
    const open = await node.take('mở.csv', 'a\n1\n', { title: 'Kho vật tư dự trữ', access: 'open' })
    expect([kept.slug.startsWith('kho-vat-tu-du-tru-'), open.slug]).toEqual([true, 'kho-vat-tu-du-tru'])
  })
})
