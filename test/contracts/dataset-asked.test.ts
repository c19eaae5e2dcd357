import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { workbook } from '../../src/doors/xlsx/workbook.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { importFile } from '../../src/main/dataset-import.ts'
import { importHelp, OPTIONS, understandImport } from '../../src/main/dataset-import-asked.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCancel } from '../../src/operations/dataset/import/cancel-import.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importList } from '../../src/operations/dataset/import/list-imports.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { bytesOf } from '../support/unzip.ts'

/** What is asked before anything is taken, by each way a file comes in. */
const HEALTH = 'so-y-te-da-nang-origin'
const steward: Who = {
  kind: 'person',
  id: '00000000-0000-4000-8000-00000000000a',
  name: 'Người phụ trách',
  duties: [{ role: 'steward', organisation: HEALTH, central: false, deputyFor: null }],
  bodies: [HEALTH],
}

onNodes((node) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-asked-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const cancel = async (id: string): Promise<unknown> => got(await node.call(importCancel, node.at(), { id }))

  test('[DAT-43] one bad figure of three makes no column of text: it is asked, with the share that reads and the rows that do not', async () => {
    const text = 'mã,đo được,ghi chú,ngày\n1,"1.500,5",a,1/3/2024\n2,2,3,chưa rõ\n3,chưa đo,b,13/3/2024\n'
    const first = await node.read('đo.csv', text)
    expect(first.reading?.columns.map(({ type, nearly }) => [type, nearly])).toEqual([
      ['integer', undefined],
      ['text', { type: 'decimal', form: 'comma', asks: [], fits: 2, of: 3, misses: [{ at: 4, value: 'chưa đo' }] }],
      ['text', undefined],
      ['text', { type: 'day', form: 'dmy', asks: [], fits: 2, of: 3, misses: [{ at: 3, value: 'chưa rõ' }] }],
    ])
    expect(await node.call(importCommit, node.at(), { id: first.id, title: 'Đo nước' })).toEqual({
      ok: false,
      refusal: { code: 'import-asks-type', data: { column: 'đo được', type: 'decimal', fits: 2, of: 3, misses: '4 «chưa đo»' } },
    })
    const said = [
      { name: 'do_duoc', type: 'decimal' },
      { name: 'ngay', type: 'text' },
    ] as const
    const waiting = await node.commit(first.id, { title: 'Đo nước', columns: said })
    expect([waiting.state, waiting.bad]).toEqual(['choosing', [{ at: 4, column: 'đo được', value: 'chưa đo', bad: 'not-decimal' }]])
    await cancel(first.id)
    const asText = await node.take('đo chữ.csv', text, { columns: [{ ...said[0], type: 'text' }, said[1]] })
    expect((await node.rows(asText.id)).map((row) => row['do_duoc'])).toEqual(['1.500,5', '2', 'chưa đo'])
  })

  test('[DAT-43] half of a column, or a code with a leading zero, is text without a question', async () => {
    const { reading } = await node.read('nửa.csv', 'a,b\n1,01\nx,2\n2,x\ny,3\n')
    expect(reading?.columns.map(({ type, nearly }) => [type, nearly])).toEqual([
      ['text', undefined],
      ['text', undefined],
    ])
  })

  test('[DAT-43] what was said of columns stays when a file is read again, with those that are still there', async () => {
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, widths: [10, 10], frozen: 1 as const, rows: [...rows] })
    const bytes = await bytesOf(
      workbook([
        sheet('Một', [
          ['ma', 'so'],
          ['1', '2'],
          ['3', '4'],
          ['5', '6'],
        ]),
        sheet('Hai', [
          ['ma', 'ten'],
          ['1', 'a'],
          ['2', 'b'],
        ]),
      ]),
    )
    const first = await node.read('hai trang.xlsx', bytes)
    const reread = async (given: object): Promise<unknown> => {
      got(await node.call(importReread, node.at(), { id: first.id, ...given }))
      await node.importer.idle()
      const { reading } = await node.show(first.id)
      return reading?.columns.map(({ name, type, unit }) => [name, type, unit])
    }
    const said = [
      { name: 'ma', type: 'text' },
      { name: 'so', unit: 'm' },
    ]
    expect(await reread({ part: 'Hai', columns: said })).toEqual([
      ['ma', 'text', null],
      ['ten', 'text', null],
    ])
    expect(await reread({ part: 'Một' })).toEqual([
      ['ma', 'text', null],
      ['so', 'integer', 'm'],
    ])
    expect(await reread({ columns: [{ name: 'ma', type: 'decimal' }] })).toEqual([
      ['ma', 'decimal', null],
      ['so', 'integer', 'm'],
    ])
  })

  test('[DAT-47] what was typed of the dataset stays as it was typed when its file is read again, and is checked when it is taken', async () => {
    const first = await node.read('nháp.csv', 'ma,tinh\n1,Huế\n')
    const draft = {
      ...{ title: 'Tr', description: 'Mô tả', custodian: 'Sở nào đó', basis: '', access: 'open', licence: '', attribution: '' },
      ...{ source: 'Niên giám', cadence: 'year', themes: ['water'], contents: [], territory: '', key: ['ma', 'tinh'] },
      ...{ bad: 'leave-out', validOn: '31/2/2026', note: '', hasHead: '', places: [] },
    } as const
    got(await node.call(importReread, node.at(), { id: first.id, draft }))
    await node.importer.idle()
    expect((await node.show(first.id)).draft).toEqual(draft)
    // said nothing, it stays
    got(await node.call(importReread, node.at(), { id: first.id, encoding: 'utf-8' }))
    await node.importer.idle()
    expect((await node.show(first.id)).draft).toEqual(draft)
    expect(await node.call(importCommit, node.at(), { id: first.id, title: 'Trạm', validOn: draft.validOn })).toMatchObject({
      refusal: { code: 'bad-day' },
    })
  })

  test('[DAT-43] a file of rows is read in the letters, and parted by the sign, that a person says; so it is taken', async () => {
    const first = await node.read('hai dấu.csv', 'mã;tên,ghi chú\n1;a,x\n2;b,y\n')
    const reread = async (given: object): Promise<unknown> => {
      got(await node.call(importReread, node.at(), { id: first.id, ...given }))
      await node.importer.idle()
      const { reading } = await node.show(first.id)
      return [reading?.encoding, reading?.delimiter, reading?.columns.map(({ label }) => label)]
    }
    expect(await reread({ delimiter: ',' })).toEqual(['utf-8', ',', ['mã;tên', 'ghi chú']])
    expect(await reread({ delimiter: ';' })).toEqual(['utf-8', ';', ['mã', 'tên,ghi chú']])
    // what was said before stays, where nothing else is said
    expect(await reread({ columns: [{ name: 'ma', type: 'text' }] })).toEqual(['utf-8', ';', ['mã', 'tên,ghi chú']])
    const done = await node.commit(first.id, { title: 'Hai dấu' })
    expect(await node.rows(done.dataset ?? '')).toEqual([
      { ma: '1', ten_ghi_chu: 'a,x' },
      { ma: '2', ten_ghi_chu: 'b,y' },
    ])
    const other = await node.read('chữ.csv', 'mã,tên\n1,Huế\n')
    got(await node.call(importReread, node.at(), { id: other.id, encoding: 'windows-1258' }))
    await node.importer.idle()
    expect((await node.show(other.id)).reading?.encoding).toBe('windows-1258')
    const lines = await node.read('dòng.ndjson', '{"a":1}\n')
    expect(await node.call(importReread, node.at(), { id: lines.id, delimiter: ';' })).toMatchObject({ refusal: { code: 'bad-value' } })
  })

  test('[DAT-43] a title that a dataset has already is asked about: a new version of it, or another', async () => {
    const one = await node.take('trạm.csv', 'ma,ten\n1,a\n', { title: 'Trạm quan trắc', key: ['ma'] })
    const second = await node.read('lần hai.csv', 'ma,ten\n1,b\n2,c\n')
    expect(await node.call(importCommit, node.at(), { id: second.id, title: 'TRAM QUAN  TRAC' })).toEqual({
      ok: false,
      refusal: { code: 'import-same-title', data: { title: 'Trạm quan trắc', slug: one.slug } },
    })
    got(await node.call(importReread, node.at(), { id: second.id, dataset: one.slug }))
    await node.importer.idle()
    const done = await node.commit(second.id)
    expect([done.state, done.dataset, done.result]).toEqual(['done', one.id, 2])
    const other = await node.read('khác.csv', 'ma\n1\n')
    const made = await node.commit(other.id, { title: 'Trạm quan trắc', sameTitle: 'new' })
    expect([made.state, made.dataset === one.id]).toEqual(['done', false])
  })

  // 27-11-2026: by REST and on the page the same file again made an empty version, and nothing was said
  test('[DAT-43] the very file of the current version is told before it is confirmed, and makes a version only where that is said', async () => {
    const text = 'ma,so\n1,10\n2,20\n'
    const one = await node.take('cùng tệp.csv', text, { title: 'Cùng tệp', key: ['ma'] })
    const again = async (body = text) => node.read('cùng tệp.csv', body, { dataset: one.id })
    const commit = async (id: string, given: object = {}) => {
      const done = await node.call(importCommit, node.at(), { id, ...given })
      await node.importer.idle()
      return done.ok ? (await node.show(id)).result : done.refusal
    }
    const same = await again()
    expect([same.reading?.same, same.reading?.follows]).toEqual([true, 1])
    const refusal = { code: 'import-same-file', data: { n: 1 } }
    expect(await commit(same.id)).toEqual(refusal)
    expect(await commit(same.id, { columns: [{ name: 'so', unit: null }] })).toEqual(refusal)
    expect(await commit(same.id, { sameFile: 'take' })).toBe(2)
    // read otherwise, or of another day, it is something else
    expect(await commit((await again()).id, { columns: [{ name: 'so', unit: 'm' }] })).toBe(3)
    expect(await commit((await again()).id, { validOn: '2026-01-31' })).toBe(4)
    const other = await again(`${text}3,30\n`)
    expect([other.reading?.same, await commit(other.id)]).toEqual([undefined, 5])
    // the file of an earlier version is none of the current one: it goes back to it
    const back = await again()
    expect([back.reading?.same, await commit(back.id)]).toEqual([undefined, 6])
  })

  // 27-11-2026: with totals left out, another sheet, or texts that a person had settled, the same file made a version unasked
  test('[DAT-43] the very file is told also where totals are left out, a sheet was chosen, or texts of places were settled', async () => {
    const commit = async (id: string, given: object = {}) => {
      const done = await node.call(importCommit, node.at(), { id, ...given })
      await node.importer.idle()
      return done.ok ? (await node.show(id)).result : done.refusal
    }
    const refusal = { code: 'import-same-file', data: { n: 1 } }
    const totals = 'tinh,so\nHuế,10\nĐà Nẵng,20\nTổng cộng,30\n'
    const one = await node.take('cộng.csv', totals, { title: 'Có dòng cộng', totals: 'leave-out', places: [], validOn: '2026-01-31' })
    const again = async () => (await node.read('cộng.csv', totals, { dataset: one.id })).id
    expect(await commit(await again())).toMatchObject({ code: 'import-asks-totals' })
    expect(await commit(await again(), { totals: 'leave-out' })).toEqual(refusal)
    expect(await commit(await again(), { totals: 'leave-out', validOn: '2026-01-31' })).toEqual(refusal)
    expect(await commit(await again(), { totals: 'keep' })).toBe(2)
    expect(await commit(await again(), { totals: 'keep' })).toEqual({ code: 'import-same-file', data: { n: 2 } })

    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, widths: [10, 10], frozen: 1 as const, rows: [...rows] })
    const rows = (n: string) => [
      ['ma', 'so'],
      [n, '2'],
      ['9', '4'],
    ]
    const bytes = await bytesOf(workbook([sheet('Một', rows('1')), sheet('Hai', rows('5'))]))
    const readPart = async (part: string, dataset?: string) => {
      const { id } = await node.read('hai trang.xlsx', bytes, dataset === undefined ? {} : { dataset })
      got(await node.call(importReread, node.at(), { id, part }))
      await node.importer.idle()
      return id
    }
    const two = (await node.commit(await readPart('Hai'), { title: 'Trang hai' })).dataset ?? ''
    expect(await commit(await readPart('Hai', two))).toEqual(refusal)
    expect(await commit(await readPart('Một', two))).toBe(2)

    const names = 'Tên xã,Năm,Số thôn\nXã Tân Hiệp,2025,1\nPhường Ba Đình,2025,2\nPhường Sài Gòn,2025,3\n'
    const first = await node.read('xã.csv', names)
    const place = first.reading?.places[0]?.misses[0]?.candidates[0]?.id ?? ''
    const settled = { places: [{ column: 'ten_xa', is: [{ value: 'Xã Tân Hiệp', place }] }] }
    const three = (await node.commit(first.id, { title: 'Thôn đã chọn', ...settled })).dataset ?? ''
    expect(await commit((await node.read('xã.csv', names, { dataset: three })).id)).toEqual(refusal)
  })

  test('[DAT-43] [DAT-14] of a dataset that he may not see nobody is told that it has the title', async () => {
    await node.take('kín.csv', 'a\n1\n', { title: 'Kho vật tư kín', access: 'restricted' })
    const first = await node.read('của tôi.csv', 'a\n1\n', {}, steward)
    expect((await node.commit(first.id, { title: 'Kho vật tư kín', custodian: HEALTH, sameTitle: undefined }, steward)).state).toBe('done')
  })

  test('[DAT-43] an import of the command line that is refused, or whose rows are bad, is given up and not on the list', async () => {
    const file = join(folder, 'dòng lệnh.csv')
    const run = async (text: string, given: object = {}) => {
      writeFileSync(file, text)
      return importFile(node, file, { ...given }, () => {})
    }
    const listed = async (): Promise<number> =>
      got(await node.call(importList, node.at(), { limit: 100 })).items.filter((one) => one.fileName === 'dòng lệnh.csv').length
    expect(await run('ma,so\n1,1.500\n')).toMatchObject({ ok: false, refusal: { code: 'import-unanswered' } })
    expect(await run('ma,so\n')).toMatchObject({ ok: false, refusal: { code: 'import-empty' } })
    const bad = await run('ma,so\n1,x\n', { columns: [{ name: 'so', type: 'integer' }] })
    expect(bad).toMatchObject({ ok: true, value: { state: 'bad-rows', badRows: 1, bad: [{ at: 2 }] } })
    expect(await listed()).toBe(0)
    expect(await run('ma,so\n1,2\n')).toMatchObject({ ok: true, value: { state: 'done', rows: 1, slug: 'dong-lenh' } })
    expect(await run('ma,so\n1,2\n')).toMatchObject({ ok: false, refusal: { code: 'import-same-title' } })
    expect(await listed()).toBe(1)
  })

  test('[DAT-43] the command line says what may be said after it', () => {
    const help = importHelp()
    const flags = [...help.matchAll(/^ {2}(--[a-z-]+) /gm)].map(([, flag = '']) => flag)
    expect(flags).toEqual(Object.keys(OPTIONS).map((flag) => `--${flag}`))
    expect(understandImport(['a.csv', '--same-title', 'new', '--as', 'so=comma', '--valid-on', '2024-01-01'])).toEqual({
      file: 'a.csv',
      fields: { sameTitle: 'new', columns: [{ name: 'so', form: 'comma' }], validOn: '2024-01-01' },
    })
  })

  // 2026-11-27: «Nam (người)» was a column of years, and most of its rows were bad
  test.each([
    ['Xã,Nam (người),Nữ (người)\nA,1950,1\nB,2010,2\nC,5300,3\n', [undefined, 'sum']],
    ['Tỉnh,Nam,Nữ\nA,750123,1\nB,2010,2\n', [undefined, null]],
    ['Xã,Nam,Nữ\nA,1950,1\nB,2010,2\n', [undefined, null]],
    ['xa,nam,nu\nA,1950,1\nB,2010,2\nC,2020,2\nD,2021,2\nE,5300,3\n', [undefined, null]],
    ['tinh,nam,so\nA,2021,1\nB,2022,2\n', ['year', 'none']],
    ['Tỉnh,Năm,Số\nA,2021,1\nB,2022,2\n', ['year', 'none']],
    ['Tỉnh,Thu (tỷ đồng)\nA,21\nB,22\n', [undefined, 'sum']],
    ['Đội,Thứ\nA,1\nB,2\n', [undefined, 'none']],
  ] as const)('[DAT-57] what folding makes alike is told by its marks: %j', async (text, expected) => {
    const { id, reading } = await node.read('dấu.csv', text)
    const column = reading?.columns[1]
    expect([column?.role, column?.measure ?? null]).toEqual(expected)
    expect(await node.commit(id, { title: 'Đọc theo dấu', sameTitle: 'new' })).toMatchObject({ state: 'done', rowsBad: 0 })
  })

  // 2026-11-27: the same file with letters of several codes each took away all rows and added them again, and filters found none
  test('[DAT-62] letters of several codes each are the same text, in headings, cells, rules and filters', async () => {
    const text = 'Tỉnh,Có trường,Dân số\nThừa Thiên – Huế,có,1\nĐà Nẵng,không,\nQuảng Ngãi,có,không có\n'
    const one = await node.take('dựng sẵn.csv', text, { title: 'Tổ hợp', key: ['tinh'] })
    const two = await node.take('tổ hợp.csv', text.normalize('NFD'), { dataset: one.id })
    expect([two.current.added, two.current.changed, two.current.removed]).toEqual([0, 0, 0])
    expect(two.columns.map(({ label }) => label)).toEqual(['Tỉnh', 'Có trường', 'Dân số'])
    const fresh = await node.take('mới.csv', text.normalize('NFD'), { title: 'Tổ hợp mới' })
    expect(fresh.columns.map(({ label, type }) => [label, type])).toEqual(one.columns.map(({ label, type }) => [label, type]))
    const asked = ['tinh:eq:Thừa Thiên – Huế', 'tinh:has:đà n', 'tinh:eq:Quảng Ngãi'].flatMap((filter) => [filter, filter.normalize('NFD')])
    const found = await Promise.all(asked.map((filter) => node.rows(fresh.id, { filter })))
    expect(found.map((rows) => rows.map((row) => row['dan_so']))).toEqual([[1], [1], [null], [null], [null], [null]])
  })

  // 2026-11-27: a version of decimal commas, given out as CSV and brought in again, was a thousandfold of itself, and nothing was asked
  test.each([
    ['all can be read in two ways', ['1,125', '2,250'], ['1.125', '2.250'], true],
    ['some can, and one speaks against the version before', ['1,125', '12,5'], ['1.125', '12.5'], true],
    ['none can', ['3,75', '12,5'], ['3.75', '12.5'], false],
  ])('[DAT-63] a file of decimal points after one of decimal commas, where %s', async (_, commas, points, isAsked) => {
    const csv = (cells: readonly string[]): string => `ma,so\n${cells.map((cell, i) => `k${i},"${cell}"`).join('\n')}\n`
    const comma = { columns: [{ name: 'so', form: 'comma' }] } as const
    const one = await node.take('phẩy.csv', csv(commas), { ...comma, key: ['ma'] })
    const first = await node.read('chấm.csv', csv(points), { dataset: one.id })
    expect(first.reading?.columns[1]?.asks).toEqual(isAsked ? ['comma', 'point'] : [])
    if (isAsked) {
      const refusal = { code: 'import-unanswered', data: { column: 'so', forms: 'comma, point' } }
      expect(await node.call(importCommit, node.at(), { id: first.id })).toEqual({ ok: false, refusal })
    }
    const done = await node.commit(first.id, isAsked ? { columns: [{ name: 'so', form: 'point' }] } : {})
    expect([done.state, await node.rows(one.id)]).toEqual(['done', points.map((cell, i) => ({ ma: `k${i}`, so: Number(cell) }))])
    const { current } = got(await node.call(datasetGet, node.at(), { id: one.id }))
    expect([current.added, current.changed, current.removed]).toEqual([0, 0, 0])
  })

  // 2026-11-27: 9007199254740993 came in as 9007199254740992
  test.each(['json', 'ndjson', 'geojson'])('[DAT-64] a whole number beyond 2^53 comes in to its last figure: %s', async (kind) => {
    const record = (n: string): string => `{"ma":"${n}","so":${n},"le":0.12345678901234567}`
    const all = ['9007199254740993', '-12345678901234567', '7'].map(record)
    const point = '{"type":"Point","coordinates":[108.12345678901234567,16]}'
    const text = {
      json: `[${all.join()}]`,
      ndjson: all.join('\n'),
      geojson: `{"type":"FeatureCollection","features":[${all.map((each) => `{"type":"Feature","properties":${each},"geometry":${point}}`).join()}]}`,
    }[kind]
    const one = await node.take(`lớn.${kind}`, text ?? '', { key: ['ma'] })
    expect(one.columns.find(({ name }) => name === 'so')?.type).toBe('integer')
    expect((await node.rows(one.id)).map((row) => String(row['so']) === String(row['ma']))).toEqual([true, true, true])
    const found = await node.rows(one.id, { filter: 'so:eq:9007199254740993' })
    expect(found.map((row) => row['ma'])).toEqual(['9007199254740993'])
  })
})
