import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { workbook } from '../../src/doors/xlsx/workbook.ts'
import { importFile, isTaken } from '../../src/main/dataset-import.ts'
import { answerTo } from '../../src/main/dataset-import-answers.ts'
import { OPTIONS, understandImport } from '../../src/main/dataset-import-asked.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { questionsOf } from '../../src/operations/dataset/import/questions.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { importStart } from '../../src/operations/dataset/import/start-import.ts'
import { placeResolve } from '../../src/operations/place/resolve-place.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { bytesOf } from '../support/unzip.ts'

/** Every answer that the pages of an import can give is given on the command line too. */
onNodes((node) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-command-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = async (name: string, bytes: string | Uint8Array, ...argv: readonly string[]) => {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const understood = understandImport([file, '--same-title', 'new', ...argv])
    if ('fault' in understood) throw new Error(understood.fault)
    return importFile(node, file, understood.fields, () => {})
  }
  const made = async (...given: Parameters<typeof run>) => {
    const { slug } = got(await run(...given)) as { slug?: string }
    return got(await node.call(datasetGet, node.at(), { id: slug }))
  }

  // 2026-11-27: it said «bad-rows» and ended with 0, and of a folder it told the system's own word
  test('[DAT-107] where nothing was taken the command does not end as if it were; a folder is no file', async () => {
    const repeated = got(await run('trùng mã.csv', 'Mã,Số\na,1\na,2\n', '--key', 'Mã'))
    expect([repeated, isTaken(repeated)]).toMatchObject([{ state: 'bad-rows', badRows: 1 }, false])
    expect(isTaken(got(await run('đúng mã.csv', 'Mã,Số\na,1\nb,2\n', '--key', 'Mã')))).toBe(true)
    expect(await importFile(node, folder, {}, () => {})).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  // 28-11-2026: a newcomer answered all that was asked, and the column was new with every cell
  test('[DAT-119] a column that seems to be one under another heading is asked about, and either answer is taken', async () => {
    const { slug } = got(await run('hộ cũ.csv', 'Mã,Số hộ\na,1\nb,2\n', '--key', 'Mã')) as { slug: string }
    const next = 'Mã,Tổng số hộ\na,1\nb,5\n'
    const asked = await run('hộ mới.csv', next, '--dataset', slug)
    expect(asked).toMatchObject({ refusal: { code: 'import-asks-renamed', data: { column: 'Tổng số hộ', was: 'Số hộ' } } })
    if (!asked.ok) expect(answerTo(asked.refusal)).toContain("--was 'Tổng số hộ=Số hộ' hoặc / or --was 'Tổng số hộ=none'")
    expect(got(await run('hộ mới.csv', next, '--dataset', slug, '--was', 'Tổng số hộ=Số hộ'))).toMatchObject({ changed: 1, added: 0 })
    const other = got(await run('hộ khác.csv', 'Mã,Số hộ nghèo\na,0\nb,1\n', '--dataset', slug, '--was', 'Số hộ nghèo=none'))
    expect(other).toMatchObject({ state: 'done' })
    expect(got(await node.call(datasetGet, node.at(), { id: slug })).columns.map(({ name }) => name)).toEqual(['ma', 'so_ho_ngheo'])
  })

  test('[DAT-95] letters, the sign between cells, a sheet, headings or none, types, forms, units and meanings, by headings', async () => {
    const text = Buffer.from('mã;số đo;ngày=\n1;1.500;1/2/2024\n2;2.300;3/4/2024\n', 'utf16le')
    const one = await made(
      ...(['đo.csv', text, '--encoding', 'utf-16le', '--delimiter', ';', '--key', 'mã', '--title', 'Đo lệnh', '--access', 'open'] as const),
      ...['--as', 'số đo=comma', '--as', 'số đo=decimal', '--as', 'ngày==dmy', '--unit', 'số đo=m3/s', '--meaning', 'mã=mã trạm = số'],
      ...['--content', 'indicators', '--theme', 'water'],
    )
    expect([one.title, one.access, one.contents, one.themes, one.current.key]).toEqual([
      'Đo lệnh',
      'open',
      ['indicators'],
      ['water'],
      ['ma'],
    ])
    expect(one.columns.map(({ label, type, unit, meaning }) => [label, type, unit, meaning])).toEqual([
      ['mã', 'integer', null, 'mã trạm = số'],
      ['số đo', 'decimal', 'm3/s', null],
      ['ngày=', 'day', null, null],
    ])
    expect(await node.rows(one.id)).toEqual([
      { ma: 1, so_do: 1500, ngay: '2024-02-01' },
      { ma: 2, so_do: 2300, ngay: '2024-04-03' },
    ])
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, widths: [10, 10], frozen: 1 as const, rows: [...rows] })
    const book = await bytesOf(
      workbook([
        sheet('Một', [['a'], ['x'], ['y'], ['z']]),
        sheet('Hai', [
          ['b', 'c'],
          ['u', 'v'],
        ]),
      ]),
    )
    expect(await node.rows((await made('sổ tay.xlsx', book, '--part', 'Hai')).id)).toEqual([{ b: 'u', c: 'v' }])
    const plain = 'x,y\nu,v\n'
    expect((await made('không đầu.csv', plain, '--has-head', 'false')).current.rows).toBe(2)
  })

  test('[DAT-109] the command line says what stands around a table, as the page does', async () => {
    const file = join(folder, 'thu.csv')
    writeFileSync(file, 'THU NGÂN SÁCH XÃ;;\nĐVT: triệu đồng;;\nXã;Thu;Chi\nA;1;2\nAn Hải;1250;1100\nHòa Cường;2300;2200\n')
    const told: string[] = []
    got(await importFile(node, file, { title: 'Thu của xã', sameTitle: 'new' }, (text) => told.push(text)))
    expect(told[0]?.split('\n')).toEqual([
      'Dòng phía trên tên cột, không nhận: dòng 1 “THU NGÂN SÁCH XÃ”; dòng 2 “ĐVT: triệu đồng”',
      'Tiêu đề trong tệp: dòng 1: “THU NGÂN SÁCH XÃ”; đề xuất làm tên bộ dữ liệu',
      'Đơn vị tính chung: dòng 2: “ĐVT: triệu đồng”; đề xuất cho cột số chưa ghi đơn vị, xem lại ở từng cột',
      'Dòng đánh số cột: dòng 4, không nhận',
      'Thu: đơn vị đề xuất theo dòng 2 của tệp',
      'Chi: đơn vị đề xuất theo dòng 2 của tệp',
    ])
  })

  // 2026-11-28: it told the proposed title, and then took the name of the file; it told of no key
  test('[DAT-106] without a title that of the file is taken, else its name; the key that is proposed is told with its option', async () => {
    const file = join(folder, 'thu-2025.csv')
    const rows = 'Mã xã;Thu\nA1;10\nA2;20\nA3;30\n'
    const told: string[] = []
    const taken = async (text: string, fields: object = {}) => {
      writeFileSync(file, text)
      told.length = 0
      const done = got(await importFile(node, file, { sameTitle: 'new', ...fields }, (line) => told.push(line))) as { slug?: string }
      const { title, current } = got(await node.call(datasetGet, node.at(), { id: done.slug }))
      return [title, current.key, told.some((line) => line.includes("--key 'Mã xã'"))]
    }
    expect(await taken(`Thu ngân sách các xã;\n${rows}`)).toEqual(['Thu ngân sách các xã', [], true])
    expect(await taken(`Thu ngân sách các xã;\n${rows}`, { title: 'Thu của tôi', key: ['Mã xã'] })).toEqual([
      'Thu của tôi',
      ['ma_xa'],
      false,
    ])
    expect(await taken(rows)).toEqual(['thu-2025', [], true])
  })

  test('[DAT-95] a column is of places, or of none; what a text of it means is settled; coordinates get their system', async () => {
    const text = 'Tỉnh,Số\nQuảng Nam,1\nXứ Quảng,2\n'
    const { items } = got(await node.call(placeResolve, node.at(), { q: 'Quảng Nam', on: '2025-06-30' }))
    const unit = items[0]?.id ?? ''
    const one = await made('tỉnh.csv', text, '--place', 'Tỉnh=2025-06-30', '--settle', `Tỉnh:Xứ Quảng=${unit}`)
    expect([one.columns[0]?.place?.on, one.columns[0]?.place?.unmatched]).toEqual(['2025-06-30', 0])
    const communes = 'Xã,Năm,Số\nXã Tân Hiệp,2025,1\nXã Phú Thuận,2025,2\nXã Trà Tân,2025,3\n'
    const within = await made('các xã.csv', communes, '--within', 'Xã=Quảng Nam', '--place', 'Xã=2025-12-31').catch((error: unknown) =>
      String(error),
    )
    expect(within).toContain('not-found')
    const own = await made('các xã.csv', communes, '--within', 'Xã=Đà Nẵng')
    expect([own.columns[0]?.place?.province?.slice(0, 3), own.columns[0]?.place?.unmatched]).toEqual(['p48', 0])
    const any = await made('xã khác.csv', communes, '--within', 'Xã=none')
    expect([any.columns[0]?.place?.province, any.columns[0]?.place?.unmatched]).toEqual([undefined, 3])
    const none = await made('không tỉnh.csv', 'Tỉnh,Năm,Số\nQuảng Nam,2020,1\nHà Nội,2020,2\n', '--place', 'Tỉnh=none')
    expect(none.columns[0]?.place).toBe(undefined)
    const points = 'tên,x,y\na,546000,1774000\nb,547000,1775000\nc,548000,1773000\n'
    const metres = await made('mốc.csv', points, '--crs', 'vn2000-3:107.75')
    expect(metres.columns.at(-1)).toMatchObject({ type: 'geometry', crs: 'vn2000-3:107.75' })
    expect((await made('mốc số.csv', points, '--crs', 'none')).columns).toHaveLength(3)
  })

  test('[DAT-95] bad rows stop an import, or are left out; where they stop it they can be taken away by its number', async () => {
    const text = 'mã,số\n1,x\n2,3\n'
    const stopped = got(await run('lỗi.csv', text, '--as', 'số=integer')) as { state: string; import: string }
    expect([stopped.state, (await node.files.openBadRows(node.at(), stopped.import)).ok]).toEqual(['bad-rows', true])
    expect((await made('lỗi.csv', text, '--as', 'số=integer', '--bad', 'leave-out')).current).toMatchObject({ rows: 1, badRows: 1 })
  })

  test('[DAT-95] what is asked is refused with the option that answers it, as it is typed', async () => {
    await made('có rồi.csv', 'a\n1\n')
    const answers = async (name: string, text: string, ...argv: readonly string[]): Promise<string | null> => {
      const file = join(folder, name)
      writeFileSync(file, text)
      const understood = understandImport([file, ...argv])
      const done = await importFile(node, file, 'fields' in understood ? understood.fields : {}, () => {})
      return done.ok ? null : answerTo(done.refusal)
    }
    expect(await answers('hỏi.csv', "mã,số 'lẻ'\n1,1.500\n")).toContain("--as 'số '\\''lẻ'\\''=comma'")
    expect(await answers('hỏi.csv', 'mã,số\n1,1\n2,2\n3,x\n')).toContain("--as 'số=integer'")
    expect(await answers('hỏi.csv', '1,2\n3,4\n')).toContain('--has-head true')
    expect(await answers('có rồi.csv', 'a\n1\n')).toContain('--dataset co-roi')
    expect(await answers('hỏi.csv', 'a\n1\n', '--crs', 'sai', '--access', 'kín')).toContain('--access open|shared|internal|restricted')
    expect(answerTo({ code: 'import-asks-crs' })).toContain('--crs vn2000-3:107.75')
    expect(answerTo({ code: 'import-empty' })).toBe(null)
    expect(await run('hỏi.csv', 'a\n1\n', '--unit', 'b=m')).toMatchObject({ refusal: { code: 'import-no-column', data: { column: 'b' } } })
  })

  // 27-11-2026: a day was offered comma and point, and each run asked one question
  test('[DAT-106] all that a file asks is told at once, each with the forms of its type', async () => {
    const file = join(folder, 'hỏi nhiều.csv')
    writeFileSync(file, 'mã,số,ngày\n1,1.500,1/2/2024\n2,2.300,3/4/2024\n')
    const told: string[] = []
    const asked = async (...argv: readonly string[]) => {
      told.length = 0
      const understood = understandImport([file, ...argv])
      if ('fault' in understood) throw new Error(understood.fault)
      const done = await importFile(node, file, understood.fields, (line) => told.push(line))
      return done.ok ? done.value : [...told, answerTo(done.refusal)].join('\n')
    }
    const both = await asked()
    expect(both).toContain("--as 'số=comma' hoặc / or --as 'số=point' hoặc / or --as 'số=text'")
    expect(both).toContain("--as 'ngày=dmy' hoặc / or --as 'ngày=mdy' hoặc / or --as 'ngày=text'")
    expect(await asked('--as', 'số=point')).not.toContain('số')
    writeFileSync(file, 'xã,số hộ,ngày\nA,1.500,1/2/2024\nB,2.300,3/4/2024\nTổng cộng,3.800,\n')
    const three = String(await asked())
    expect([three.includes('--totals leave-out'), three.includes("'số hộ=comma'"), three.includes("'ngày=dmy'")]).toEqual([
      true,
      true,
      true,
    ])
    writeFileSync(file, 'mã,số,ngày\n1,1.500,1/2/2024\n2,2.300,3/4/2024\n')
    expect(await asked('--as', 'số=point', '--as', 'ngày=dmy')).toMatchObject({ state: 'done', rows: 2 })
  })

  test('[DAT-106] what the questions are is what a commit refuses', async () => {
    const first = await node.read('hỏi như trang.csv', 'mã,số,ngày\n1,1.500,1/2/2024\n2,2.300,3/4/2024\n')
    if (first.reading === null) throw new Error('not read')
    const [question] = questionsOf(first.reading, { columns: [] })
    expect(await node.call(importCommit, node.at(), { id: first.id, title: 'Hỏi như trang' })).toEqual({ ok: false, refusal: question })
  })

  test('[DAT-107] a later version says what it changed, and that it changed nothing', async () => {
    const one = await made('lần một.csv', 'mã,tên\n1,a\n2,b\n3,c\n', '--key', 'mã')
    const again = async (text: string) => got(await run('lần hai.csv', text, '--dataset', one.slug))
    expect(await again('mã,tên\n1,a\n2,sửa\n4,d\n')).toMatchObject({ version: 2, added: 1, changed: 1, removed: 1 })
    // other bytes, the same rows
    expect(await again('mã,tên\n1,a\n2,"sửa"\n4,d\n')).toMatchObject({ version: 3, told: expect.stringContaining('Không có gì khác') })
    const same = ['lần hai.csv', 'mã,tên\n1,a\n2,"sửa"\n4,d\n', '--dataset', one.slug] as const
    const refused = await run(...same)
    if (refused.ok) throw new Error('taken unasked')
    expect(answerTo(refused.refusal)).toContain('--same-file take')
    expect(got(await run(...same, '--same-file', 'take'))).toMatchObject({ version: 4, told: expect.stringContaining('Không có gì khác') })
    // red 2026-11-27: a column that went and one that came were «nothing differs»
    expect(await again('mã,Tên gọi\n1,a\n2,sửa\n4,d\n')).toMatchObject({
      told: expect.stringContaining('thêm cột «Tên gọi»; bỏ cột «tên».'),
    })
    const bare = await made('không khóa.csv', 'tên\na\n')
    expect(got(await run('không khóa.csv', 'tên\nb\n', '--dataset', bare.slug))).toMatchObject({
      told: expect.stringContaining('thay toàn bộ'),
    })
  })

  test('[DAT-95] the custodian is said by name, abbreviation or id; one that nobody bears is refused', async () => {
    const by = async (name: string, said: string) => (await made(name, 'a\n1\n', '--custodian', said)).custodian
    const id = await by('giữ một.csv', 'Sở Tài chính thành phố Đà Nẵng')
    expect(id).not.toBe(null)
    expect(await by('giữ hai.csv', String(id))).toBe(id)
    expect(await run('giữ ba.csv', 'a\n1\n', '--custodian', 'Sở Không Có')).toMatchObject({
      refusal: { code: 'bad-value', data: { name: 'custodian', reason: expect.stringContaining('Sở Không Có') } },
    })
  })

  test('[DAT-95] whatever the operations of an import take, an option says', () => {
    const one = (flag: string, is: string): readonly string[] => {
      const value = { as: 'a=comma', unit: 'a=m', meaning: 'a=b', place: 'a=2025-01-01', settle: 'a:b=c' }[flag] ?? is
      return [`--${flag}`, value]
    }
    const understood = understandImport(['a.csv', ...Object.entries(OPTIONS).flatMap(([flag, { is }]) => one(flag, is))])
    const said = 'fields' in understood ? Object.keys(understood.fields) : []
    const taken = [importStart, importReread, importCommit].flatMap(({ input }) =>
      Object.keys(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties ?? {}),
    )
    // the page alone keeps what was half typed
    const ours = new Set([...said, 'id', 'file', 'name', 'draft'])
    expect(taken.filter((field) => !ours.has(field))).toEqual([])
  })
})
