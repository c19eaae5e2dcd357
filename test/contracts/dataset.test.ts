import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCancel } from '../../src/operations/dataset/import/cancel-import.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importLeaveOut } from '../../src/operations/dataset/import/leave-out.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { datasetDifferences } from '../../src/operations/dataset/rows/list-differences.ts'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import { datasetSummary } from '../../src/operations/dataset/rows/summarise-rows.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { actAs } from '../../src/store/open-store.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** A file from its bytes to rows that are read, and back: on both engines. */
const POPULATION = `Mã,Tỉnh,"Dân số (người)",Diện tích (km2),Ngày
01,Hà Nội,8.435.700,"3.359,8",31/12/2022
48,Đà Nẵng,1.220.190,"1.284,7",31/12/2022
79,TP. Hồ Chí Minh,9.456.700,"2.095,4",31/12/2022
`

const person = (duties: Who['duties'], id = '00000000-0000-4000-8000-00000000000a'): Who => ({
  kind: 'person',
  id,
  name: 'Người thử',
  duties,
  bodies: duties.map((duty) => duty.organisation),
})
const HEALTH = 'so-y-te-da-nang-origin'
const BUILDING = 'so-xay-dung-da-nang-2025-03-01'
const steward = person([{ role: 'steward', organisation: HEALTH, central: false, deputyFor: null }])
const neighbour = person(
  [{ role: 'steward', organisation: BUILDING, central: false, deputyFor: null }],
  '00000000-0000-4000-8000-00000000000c',
)
const reader = person(
  [{ role: 'specialist', organisation: BUILDING, central: false, deputyFor: null }],
  '00000000-0000-4000-8000-00000000000b',
)

onNodes((node) => {
  test('[DAT-1] what is understood is shown before anything is kept of it: types, units, forms, keys', async () => {
    const { state, reading } = await node.read('dân số.csv', POPULATION)
    expect(state).toBe('asking')
    expect(reading?.columns.map(({ name, type, unit, form, asks }) => [name, type, unit, form, asks])).toEqual([
      ['ma', 'text', null, null, []],
      ['tinh', 'text', null, null, []],
      ['dan_so', 'integer', 'người', 'comma', []],
      ['dien_tich', 'decimal', 'km2', 'comma', []],
      ['ngay', 'day', null, 'dmy', []],
    ])
    expect([reading?.keys, reading?.encoding, reading?.delimiter, reading?.rows]).toEqual([
      ['ma', 'tinh', 'dan_so', 'dien_tich'],
      'utf-8',
      ',',
      3,
    ])
    expect(await node.tables()).toBe(0)
  })

  test('[DAT-1] the ambiguous is asked, and nothing is taken until it is answered', async () => {
    const first = await node.read('mơ hồ.csv', 'ten,so,ngay\na,1.500,01/02/2023\nb,2.300,03/04/2023\n')
    expect(first.reading?.columns.map(({ asks }) => asks)).toEqual([[], ['comma', 'point'], ['dmy', 'mdy']])
    const refused = await node.call(importCommit, node.at(), { id: first.id, title: 'Mơ hồ' })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'import-unanswered', data: { column: 'so' } } })
    const done = await node.commit(first.id, {
      title: 'Mơ hồ',
      columns: [
        { name: 'so', form: 'comma' },
        { name: 'ngay', form: 'dmy' },
      ],
    })
    expect(await node.rows(done.dataset ?? '')).toEqual([
      { ten: 'a', so: 1500, ngay: '2023-02-01' },
      { ten: 'b', so: 2300, ngay: '2023-04-03' },
    ])
  })

  test('[DAT-8] a key is named by the heading of its column, as people know it, or by its name', async () => {
    const one = await node.take('tram-do.csv', 'Mã trạm,Mưa (mm)\nA1,12\nA2,7\n', { title: 'Trạm đo mưa', key: ['Mã trạm'] })
    expect([one.current.key, one.current.rows]).toEqual([['ma_tram'], 2])
  })

  test('[DAT-8] rows are read as they are, by key, in any order, narrowed; the file is kept byte for byte', async () => {
    const one = await node.take('dan-so.csv', POPULATION, { title: 'Dân số các tỉnh', key: ['ma'] })
    expect([one.slug, one.current.rows, one.current.key, one.access]).toEqual(['dan-so-cac-tinh', 3, ['ma'], 'internal'])
    expect(await node.rows(one.slug, { sort: '-dan_so' })).toEqual([
      { ma: '79', tinh: 'TP. Hồ Chí Minh', dan_so: 9456700, dien_tich: 2095.4, ngay: '2022-12-31' },
      { ma: '01', tinh: 'Hà Nội', dan_so: 8435700, dien_tich: 3359.8, ngay: '2022-12-31' },
      { ma: '48', tinh: 'Đà Nẵng', dan_so: 1220190, dien_tich: 1284.7, ngay: '2022-12-31' },
    ])
    expect((await node.rows(one.slug, { filter: 'tinh:has:da nang' })).map((row) => row['ma'])).toEqual(['48'])
    expect((await node.rows(one.slug, { filter: ['dan_so:ge:1.220.190', 'dien_tich:lt:2100'] })).map((row) => row['ma'])).toEqual([
      '48',
      '79',
    ])
    const pages: unknown[] = []
    let after: string | undefined
    do {
      const page = got(
        await node.call(datasetRows, node.at(), { id: one.id, sort: 'ngay', limit: 1, ...(after === undefined ? {} : { after }) }),
      )
      pages.push(...page.items.map(({ values }) => values['ma']))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(pages).toEqual(['01', '48', '79'])
    expect(node.kept(one.current.fileSha256)).toBe(POPULATION)
  })

  test.each([
    ['an unknown column', { filter: 'khong_co:eq:1' }, 'filter'],
    ['an unknown operator', { filter: 'dan_so:~:1' }, 'filter'],
    ['no value of the column', { filter: 'dan_so:eq:một' }, 'filter'],
    ['an order by what is no column', { sort: 'c1; drop table dataset' }, 'sort'],
    ['a key that no page gave', { after: 'xyz' }, 'after'],
  ])('[DAT-10] %s is refused by name', async (_, given, name) => {
    expect(await node.call(datasetRows, node.at(), { id: 'dan-so-cac-tinh', ...given })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-value', data: { name } },
    })
  })

  test('[DAT-9] imported again with its key it is a difference; an earlier version reads as it was', async () => {
    const before = got(await node.call(datasetGet, node.at(), { id: 'dan-so-cac-tinh' }))
    const next = POPULATION.replace('1.220.190', '1.245.220')
      .replace(/^01.*\n/m, '')
      .concat('92,Cần Thơ,1.252.348,"1.440,4",31/12/2022\n')
    const after = await node.take('dan-so-2.csv', next, { dataset: before.id })
    expect([after.current.n, after.current.rows, after.current.added, after.current.changed, after.current.removed]).toEqual([
      2, 3, 1, 1, 1,
    ])
    expect((await node.rows(before.id)).map((row) => [row['ma'], row['dan_so']])).toEqual([
      ['48', 1245220],
      ['79', 9456700],
      ['92', 1252348],
    ])
    expect((await node.rows(before.id, { version: 1 })).map((row) => [row['ma'], row['dan_so']])).toEqual([
      ['01', 8435700],
      ['48', 1220190],
      ['79', 9456700],
    ])
    const { items, comparable } = got(await node.call(datasetDifferences, node.at(), { id: before.id }))
    expect([
      comparable,
      items.map(({ kind, before: was, after: is }) => [kind, (is ?? was)?.['ma'], was?.['dan_so'], is?.['dan_so']]),
    ]).toEqual([
      true,
      [
        ['removed', '01', 8435700, undefined],
        ['changed', '48', 1220190, 1245220],
        ['added', '92', undefined, 1252348],
      ],
    ])
  })

  test('[DAT-9] without a key it replaces all, and the version before reads as it was', async () => {
    const one = await node.take('khong-khoa.csv', 'a,b\n1,x\n2,y\n', { title: 'Không khóa' })
    const two = await node.take('khong-khoa.csv', 'a,b,c\n3,z,2022-01-01\n', { dataset: one.id })
    expect([two.current.n, two.current.added]).toEqual([2, null])
    expect(await node.rows(one.id)).toEqual([{ a: 3, b: 'z', c: '2022-01-01' }])
    expect(await node.rows(one.id, { version: 1 })).toEqual([
      { a: 1, b: 'x' },
      { a: 2, b: 'y' },
    ])
    expect(got(await node.call(datasetDifferences, node.at(), { id: one.id }))).toMatchObject({ comparable: false, items: [] })
  })

  const BAD = 'ma,so,ngay\n1,5,2022-01-01\n2,năm,2022-01-02\n3,7\n4,8,20222-01-04\n5,9,2022-01-05\n5,10,2022-01-06\n'
  const typed = {
    columns: [
      { name: 'so', type: 'integer' },
      { name: 'ngay', type: 'day' },
    ],
    key: ['ma'],
  }

  test('[DAT-4] every bad row is said with its line, column, value and reason; all or nothing is the first choice', async () => {
    const first = await node.read('lỗi.csv', BAD)
    const stopped = await node.commit(first.id, { title: 'Có dòng lỗi', ...typed })
    expect([stopped.state, stopped.rowsRead, stopped.rowsBad]).toEqual(['choosing', 2, 4])
    expect(stopped.bad).toEqual([
      { at: 3, column: 'so', value: 'năm', bad: 'not-integer' },
      { at: 4, column: null, value: '3 | 7', bad: 'ragged' },
      { at: 5, column: 'ngay', value: '20222-01-04', bad: 'not-day' },
      { at: 7, column: 'ma', value: '5', bad: 'repeated-key' },
    ])
    expect(got(await node.call(datasetList, node.at(), { q: 'co dong loi' })).total).toBe(0)
    const tables = await node.tables()
    got(await node.call(importCancel, node.at(), { id: first.id }))
    await node.importer.idle()
    expect(await node.tables()).toBe(tables - 1)
  })

  test('[DAT-4] or the good rows are taken, and the bad are kept in a file to be mended', async () => {
    const first = await node.read('lỗi.csv', BAD)
    const waiting = await node.commit(first.id, { title: 'Có dòng lỗi', ...typed })
    got(await node.call(importLeaveOut, node.at(), { id: first.id }))
    await node.importer.idle()
    const done = await node.show(first.id)
    expect([waiting.state, done.state]).toEqual(['choosing', 'done'])
    const one = got(await node.call(datasetGet, node.at(), { id: done.dataset }))
    expect([one.current.rows, one.current.badRows]).toEqual([2, 4])
    expect(node.kept(done.badFile)).toBe(
      '\ufeffdong,cot,ly_do,ma_ly_do,gia_tri,ma,so,ngay\n3,so,không phải số nguyên,not-integer,năm,2,năm,2022-01-02\n4,,số ô khác số cột,ragged,3 | 7,3,7\n5,ngay,"không phải ngày, hoặc năm ngoài 1700–2200",not-day,20222-01-04,4,8,20222-01-04\n7,ma,khóa trùng với dòng trước,repeated-key,5,5,10,2022-01-06\n',
    )
  })

  test('[DAT-4] [DAT-49] rows whose key an earlier row has stand in the file too, in hands before anything is taken; nobody else has it', async () => {
    const first = await node.read('trùng.csv', 'tram,ngay,so\nA,1,"5,5"\nA,2,6\nA,1,"7,5"\nB,1,8\nB,1,"9,5"\n', {}, steward)
    const columns = [{ name: 'so', type: 'decimal', form: 'comma' }]
    const waiting = await node.commit(first.id, { title: 'Trùng khóa', columns, key: ['tram', 'ngay'] }, steward)
    expect(waiting.bad).toEqual([
      { at: 4, column: 'tram + ngay', value: 'A + 1', bad: 'repeated-key' },
      { at: 6, column: 'tram + ngay', value: 'B + 1', bad: 'repeated-key' },
    ])
    const opened = got(await node.files.openBadRows(node.at(steward), first.id))
    expect([opened.name, await new Response(opened.bytes).text()]).toEqual([
      'dong-loi-trùng.csv',
      'dong,cot,ly_do,ma_ly_do,gia_tri,tram,ngay,so\n4,tram + ngay,khóa trùng với dòng trước,repeated-key,A + 1,A,1,"7,5"\n6,tram + ngay,khóa trùng với dòng trước,repeated-key,B + 1,B,1,"9,5"\n',
    ])
    const clean = await node.read('sạch.csv', 'a\n1\n')
    expect(await node.files.openBadRows(node.at(), clean.id)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await node.files.openBadRows(node.at(NOBODY), first.id)).toMatchObject({ refusal: { code: 'sign-in-needed' } })
    // 2026-11-27: of a steward of one body they were not found before the import was done
    expect(await node.files.openBadRows(node.at(neighbour), first.id)).toMatchObject({ refusal: { code: 'not-found' } })
    got(await node.call(importCancel, node.at(steward), { id: first.id }))
    await node.importer.idle()
  })

  test('[DAT-7] two imports of one dataset at once: the second is refused while the first is under way', async () => {
    const one = await node.take('hai-lan.csv', 'ma,so\n1,1\n', { title: 'Hai lần', key: ['ma'] })
    const [a, b] = [
      await node.read('a.csv', 'ma,so\n1,x\n2,2\n', { dataset: one.id }),
      await node.read('b.csv', 'ma,so\n1,3\n', { dataset: one.id }),
    ]
    const choices = { columns: [{ name: 'so', type: 'integer' }] }
    expect((await node.commit(a.id, choices)).state).toBe('choosing')
    expect(await node.call(importCommit, node.at(), { id: b.id })).toMatchObject({ ok: false, refusal: { code: 'import-under-way' } })
    got(await node.call(importCancel, node.at(), { id: a.id }))
    expect((await node.commit(b.id)).state).toBe('done')
  })

  test('[DAT-7] an import that died in the middle begins again, and nothing of it is seen before it is whole', async () => {
    const first = await node.read('chet.csv', 'ma,so\n1,1\n2,2\n')
    await node.engine.asOwner((owner) =>
      owner.query("update dataset_import set state = 'loading', store = null, choices = $2 where id = $1", [
        first.id,
        JSON.stringify({
          columns: first.reading?.columns,
          hasHead: true,
          key: [],
          bad: 'stop',
          sample: false,
          validOn: null,
          note: null,
          description: {
            title: 'Chết giữa chừng',
            description: null,
            custodian: null,
            basis: null,
            access: 'open',
            licence: null,
            attribution: null,
            source: null,
            cadence: null,
            themes: [],
            contents: [],
            territory: null,
          },
        }),
      ]),
    )
    await node.importer.idle()
    expect(node.faults).toEqual([])
    const done = await node.show(first.id)
    expect([done.state, await node.rows(done.dataset ?? '', {}, NOBODY)]).toEqual([
      'done',
      [
        { ma: 1, so: 1 },
        { ma: 2, so: 2 },
      ],
    ])
  })

  test('[DAT-7] a file by which the server ended three times, in whichever step, is left; a step that ends counts no try', async () => {
    const triesOf = (id: string): Promise<number> =>
      node.engine
        .asOwner((owner) => owner.query('select tries from dataset_import where id = $1', [id]))
        .then(([row]) => Number(row?.['tries']))
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},${i * 3}`).join('\n')
    const first = await node.read('lon.csv', `ma,so\n${rows}\n`)
    expect(await triesOf(first.id)).toBe(0)
    got(await node.call(importCommit, node.at(), { id: first.id, title: 'Tệp lớn' }))
    let midst = await node.show(first.id)
    for (let i = 0; i < 2000 && midst.state === 'waiting'; i += 1) {
      await delay(2)
      midst = await node.show(first.id)
    }
    // red 2026-11-27: saying that it is loading forgot the try, so that a file that ends the process there was taken up for ever
    expect([midst.state, await triesOf(first.id)]).toEqual(['loading', 1])
    await node.importer.idle()
    expect([(await node.show(first.id)).state, await triesOf(first.id)]).toEqual(['done', 0])

    const second = await node.read('chet-nguoi.csv', 'ma,so\n1,1\n')
    await node.engine.asOwner((owner) =>
      owner.query("update dataset_import set state = 'loading', tries = 3, runner = $2 where id = $1", [second.id, randomUUID()]),
    )
    await node.engine.asOwner((owner) => owner.query("update dataset_import set changed_at = '2026-03-01' where id = $1", [second.id]))
    await node.importer.idle()
    expect(await node.show(second.id)).toMatchObject({
      state: 'failed',
      failure: { code: 'import-ends-server', data: { name: 'chet-nguoi.csv', tries: 3 } },
    })
  })

  test('[DAT-14] what one may not see does not exist: description, rows, list; open data stand before the wall, others behind it', async () => {
    const secret = await node.take('han-che.csv', 'a\n1\n', { title: 'Danh mục hạn chế', access: 'restricted', custodian: HEALTH })
    const inner = await node.take('noi-bo.csv', 'a\n1\n', { title: 'Danh mục nội bộ', access: 'internal' })
    const open = await node.take('mo.csv', 'a\n1\n', { title: 'Danh mục mở', access: 'open' })
    const seen = async (who: Who): Promise<unknown> => ({
      list: got(await node.call(datasetList, node.at(who), { q: 'danh muc' }))
        .items.map((one) => one.slug.replace(/-[0-9a-f]{8}$/, '-…'))
        .toSorted(),
      rows: await Promise.all([secret, inner, open].map(async (one) => (await node.call(datasetRows, node.at(who), { id: one.id })).ok)),
    })
    const [own, neighbour, stranger] = [await seen(steward), await seen(reader), await seen(NOBODY)]
    expect(own).toEqual({ list: ['danh-muc-han-che-…', 'danh-muc-mo', 'danh-muc-noi-bo'], rows: [true, true, true] })
    expect(neighbour).toEqual({ list: ['danh-muc-mo', 'danh-muc-noi-bo'], rows: [false, true, true] })
    expect(stranger).toEqual({ list: ['danh-muc-mo'], rows: [false, false, true] })
    const walls = await node.engine.asOwner((owner) =>
      owner.query(
        `select regexp_replace(d.slug, '-[0-9a-f]{8}$', '-…') as slug, c.relrowsecurity as walled from dataset d join dataset_version v on v.dataset_id = d.id join pg_class c on c.relname = v.store
         where d.slug like 'danh-muc-%' order by 1`,
      ),
    )
    expect(walls).toEqual([
      { slug: 'danh-muc-han-che-…', walled: true },
      { slug: 'danh-muc-mo', walled: false },
      { slug: 'danh-muc-noi-bo', walled: true },
    ])
    // the class changes, the wall with it
    got(await node.call(datasetDescribe, node.at(), { id: open.id, version: 1, access: 'restricted' }))
    expect(await node.call(datasetGet, node.at(NOBODY), { id: open.id })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    const [wall] = await node.engine.asOwner((owner) =>
      owner.query(
        'select relrowsecurity as walled from pg_class where relname = (select store from dataset_version where dataset_id = $1)',
        [open.id],
      ),
    )
    expect(wall).toEqual({ walled: true })
  })

  test('[DAT-13] [DAT-60] a steward of one body brings in what it keeps, also without naming it, and nothing of others; others bring in nothing', async () => {
    const first = await node.read('y-te.csv', 'a\n1\n', {}, steward)
    expect(await node.call(importCommit, node.at(steward), { id: first.id, title: 'Trạm y tế', custodian: BUILDING })).toMatchObject({
      ok: false,
      refusal: { code: 'not-the-steward' },
    })
    const done = await node.commit(first.id, { title: 'Trạm y tế', custodian: HEALTH }, steward)
    expect(done.state).toBe('done')
    const unnamed = await node.read('y-te-2.csv', 'a\n1\n', {}, steward)
    const own = await node.commit(unnamed.id, { title: 'Trạm y tế, không ghi đơn vị' }, steward)
    expect(got(await node.call(datasetGet, node.at(steward), { id: own.dataset })).custodian).toBe(HEALTH)
    const mine = { id: done.dataset, version: 1, description: 'Danh sách trạm y tế' }
    expect(await node.call(datasetDescribe, node.at(reader), mine)).toMatchObject({ ok: false, refusal: { code: 'role-missing' } })
    expect((await node.call(datasetDescribe, node.at(steward), mine)).ok).toBe(true)
    expect(await node.call(datasetDescribe, node.at(steward), mine)).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } })
  })

  test('[DAT-13] also past the operations the database lets nobody change a dataset but who keeps it', async () => {
    const one = await node.take('trạm.csv', 'a\n1\n', { title: 'Trạm cấp cứu', custodian: HEALTH, access: 'open' })
    const changed = async (who: Who): Promise<unknown> => {
      let counts: readonly number[] = []
      const undone = node.engine.app.transaction().execute(async (db) => {
        await actAs(db, who, true)
        const dataset = await db.updateTable('dataset').set({ title: 'Khác' }).where('id', '=', one.id).executeTakeFirst()
        const version = await db.updateTable('dataset_version').set({ columns: '[]' }).where('dataset_id', '=', one.id).executeTakeFirst()
        counts = [Number(dataset.numUpdatedRows), Number(version.numUpdatedRows)]
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      return counts
    }
    const auditor = { ...reader, duties: reader.duties.map((duty) => ({ ...duty, role: 'auditor' as const })) }
    expect([await changed(NOBODY), await changed(reader), await changed(neighbour), await changed(auditor)]).toEqual(Array(4).fill([0, 0]))
    expect(await changed(steward)).toEqual([1, 1])
  })

  test('[DAT-43] of two that are confirmed while no dataset has their title one is made, unless another was said to be another', async () => {
    const title = 'Cùng một tên'
    const [a, b, c] = [await node.read('một.csv', 'a\n1\n'), await node.read('hai.csv', 'a\n2\n'), await node.read('ba.csv', 'a\n3\n')]
    for (const { id } of [a, b]) got(await node.call(importCommit, node.at(), { id, title }))
    await node.importer.idle()
    const ends = await Promise.all([a, b].map(async ({ id }) => node.show(id)))
    expect(ends.map(({ state, failure }) => [state, failure?.code]).toSorted()).toEqual([
      ['done', undefined],
      ['failed', 'import-same-title'],
    ])
    expect((await node.commit(c.id, { title, sameTitle: 'new' })).state).toBe('done')
  })

  test('[DAT-84] rates are not added up, by whatever way it is asked', async () => {
    const one = await node.take('hộ nghèo.csv', 'Xã,Năm,Tỷ lệ hộ nghèo (%)\nA,2024,5.6\nB,2024,4.5\n')
    const ask = (measure: string) => node.call(datasetSummary, node.at(), { id: one.id, by: 'nam', of: 'ty_le_ho_ngheo', measure })
    expect(await ask('sum')).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'measure' } } })
    expect(got(await ask('avg')).items).toEqual([{ key: '2024', line: null, value: 5.05, rows: 2 }])
  })

  test('[DAT-19] rows are summarised by a column: names by their measure, times as they follow', async () => {
    const one = await node.take('mua.csv', 'tinh,ngay,mua\nHuế,2022-01-05,10.5\nHuế,2022-06-05,20\nĐà Nẵng,2022-06-07,5\n', {
      title: 'Mưa',
    })
    const ask = async (given: object) => got(await node.call(datasetSummary, node.at(), { id: one.id, ...given }))
    expect((await ask({ by: 'tinh', of: 'mua', measure: 'sum' })).items).toEqual([
      { key: 'Huế', line: null, value: 30.5, rows: 2 },
      { key: 'Đà Nẵng', line: null, value: 5, rows: 1 },
    ])
    expect(await ask({ by: 'ngay', of: 'mua' })).toMatchObject({
      step: 'month',
      items: [
        { key: '2022-01', value: 10.5 },
        { key: '2022-06', value: 12.5 },
      ],
    })
    expect(await node.call(datasetSummary, node.at(), { id: one.id, by: 'tinh', of: 'tinh' })).toMatchObject({
      refusal: { code: 'bad-value' },
    })
  })

  test('[DAT-11] a number that JSON holds to its last figure is one; another is text', async () => {
    const one = await node.take('so.csv', 'a,b\n0.1,9007199254740993\n12345678901234567.89,12\n1.50,-3\n', { title: 'Số lớn' })
    expect(await node.rows(one.id)).toEqual([
      { a: 0.1, b: '9007199254740993' },
      { a: '12345678901234567.89', b: 12 },
      { a: 1.5, b: -3 },
    ])
  })

  test('[HIS-6] the chain holds after all of this', async () => {
    expect(await node.call(historyVerify, node.at(), {})).toMatchObject({ ok: true, value: { ok: true } })
  })
})
