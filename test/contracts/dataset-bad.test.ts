import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importCancel } from '../../src/operations/dataset/import/cancel-import.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { placeOf } from '../../src/store/file/file-keep.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** Files as offices have them, and worse. */
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

onNodes((node) => {
  const failureOf = async (name: string, text: string | Uint8Array): Promise<unknown> => {
    const { state, failure } = await node.read(name, text)
    return [state, failure?.code]
  }

  test.each([
    ['headings only', 'a.csv', 'a,b,c\n', 'import-empty'],
    ['5,000 columns', 'a.csv', `${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(4999)}1\n`, 'import-too-wide'],
    ['a format that nobody knows', 'a.xyz', 'x', 'import-format-unknown'],
  ])('[DAT-4] %s is refused, and says why', async (_, name, text, code) => {
    expect(await failureOf(name, text)).toEqual(['failed', code])
  })

  test('[DAT-6] bytes that are no text are refused', async () => {
    expect(
      await failureOf(
        'a.csv',
        Uint8Array.from({ length: 4000 }, (_, i) => 128 + ((i * 7919) % 128)),
      ),
    ).toEqual(['failed', 'text-not-readable'])
  })

  test('[DAT-4] ragged rows, NUL, broken bytes, an open quote: each is a bad row, the others are taken', async () => {
    const broken = Uint8Array.from([...bytes('ma,ten\n1,tốt\n2\n3,a\0b\n4,'), 0xff, 0xfe, ...bytes('\n5,"mở\n6,"đóng"\n7,x,y\n8,cuối\n')])
    const first = await node.read('xấu.csv', broken)
    const waiting = await node.commit(first.id, { title: 'Xấu' })
    expect([waiting.state, waiting.rowsRead, waiting.bad]).toEqual([
      'choosing',
      3,
      [
        { at: 3, column: null, value: '2', bad: 'ragged' },
        { at: 4, column: 'ten', value: 'a␀b', bad: 'nul' },
        { at: 5, column: 'ten', value: '\ufffd\ufffd', bad: 'broken-text' },
        { at: 6, column: null, value: '5,"mở', bad: 'quote-open' },
        { at: 8, column: null, value: '7 | x | y', bad: 'ragged' },
      ],
    ])
    got(await node.call(importCancel, node.at(), { id: first.id }))
  })

  test('[DAT-5] headings that are said twice, or empty, get names of their own', async () => {
    const { reading } = await node.read('trùng.csv', 'Tên,Tên,,Số\na,b,c,1\n')
    expect(reading?.columns.map(({ name, renamed }) => [name, renamed])).toEqual([
      ['ten', false],
      ['ten_2', true],
      ['cot_3', true],
      ['so', false],
    ])
  })

  test('[DAT-6] a cell of 50 MB costs its row, in constant memory', async () => {
    async function* big(): AsyncGenerator<Uint8Array> {
      yield bytes('ma,ten\n1,a\n2,')
      for (let i = 0; i < 50; i += 1) yield new Uint8Array(1_000_000).fill(97)
      yield bytes('\n3,c\n')
    }
    const first = await node.read('lớn.csv', big())
    const waiting = await node.commit(first.id, { title: 'Lớn' })
    expect([waiting.state, waiting.rowsRead, waiting.bad.map(({ at, bad }) => [at, bad])]).toEqual(['choosing', 2, [[3, 'too-long']]])
    got(await node.call(importCancel, node.at(), { id: first.id }))
  }, 60_000)

  const HUE = 'mã,tên\n1,Thành phố Huế trực thuộc trung ương\n2,Ủy ban nhân dân tỉnh Quảng Ngãi\n'
  test.each([
    ['utf-16le', Uint8Array.from([0xff, 0xfe, ...Buffer.from(HUE, 'utf16le')])],
    ['utf-16be', Uint8Array.from([0xfe, 0xff, ...Buffer.from(HUE, 'utf16le').swap16()])],
    ['utf-8', bytes(`\ufeff${HUE}`)],
    // «Thµnh phè HuÕ», «Uû ban nh©n d©n»: TCVN3, as bytes
    [
      'tcvn3',
      Uint8Array.from(
        Buffer.from(
          'm\xb7,t\xaan\n1,Th\xb5nh ph\xe8 Hu\xd5 tr\xf9c thu\xe9c trung \xad\xa8ng\n2,\xf1y ban nh\xa9n d\xa9n t\xd8nh Qu\xb6ng Ng\xb7i\n',
          'latin1',
        ),
      ),
    ],
  ])('[DAT-6] the same rows in %s', async (encoding, file) => {
    const one = await node.read(`bảng mã ${encoding}.csv`, file)
    expect([one.failure, one.reading?.encoding, one.reading?.columns.map(({ name }) => name)]).toEqual([null, encoding, ['ma', 'ten']])
    if (encoding !== 'tcvn3') expect(one.reading?.preview[0]).toEqual(['1', 'Thành phố Huế trực thuộc trung ương'])
  })

  test.each([
    ['tcvn3', Buffer.from('T\xaan,S\xe8\nHu\xd5,1\n', 'latin1')],
    ['windows-1258', Buffer.from('T\xean,S\xf4\xec\nHu\xea\xec,1\n', 'latin1')],
    ['utf-16le', Buffer.from('Tên,Số\nHuế,1\n', 'utf16le')],
  ])('[DAT-6] a small file of cells without blanks, in %s', async (encoding, file) => {
    const one = await node.read(`nhỏ ${encoding}.csv`, file)
    expect([one.failure, one.reading?.encoding, one.reading?.columns.map(({ label }) => label), one.reading?.preview]).toEqual([
      null,
      encoding,
      ['Tên', 'Số'],
      [['Huế', '1']],
    ])
  })

  test('[DAT-6] letters of which no table makes words are no text, rather than broken text', async () => {
    const one = await node.read('lạ.csv', Buffer.from('T\xf0\x9fn,b\nx\xff,1\n', 'latin1'))
    expect(one.failure?.code).toBe('text-not-readable')
  })

  test('[DAT-1] a first row like the others is asked about', async () => {
    const first = await node.read('số.csv', '1,2\n3,4\n')
    expect(first.reading?.asksHead).toBe(true)
    await expect(node.commit(first.id, { title: 'Số trần' })).rejects.toThrow('import-asks-head')
    const done = await node.commit(first.id, { title: 'Số trần', hasHead: 'false' })
    expect((await node.rows(done.dataset ?? '')).length).toBe(2)
  })

  // /dev/full answers every write as a full disk does
  test.skipIf(!existsSync('/dev/full'))(
    '[DAT-8] a disk that is full in the middle of an import leaves nothing half visible, and the server lives',
    async () => {
      const first = await node.read('đầy.csv', 'ma,so\n1,1\n2,x,y\n3,3\n')
      const before = [await node.tables(), got(await node.call(datasetList, node.at(), {})).total]
      mkdirSync(join(node.data, 'files', 'making'), { recursive: true })
      symlinkSync('/dev/full', join(node.data, 'files', 'making', `${first.id}.csv`))
      const failed = await node.commit(first.id, { title: 'Đầy' })
      expect([failed.state, failed.failure?.code]).toEqual(['failed', 'disk-full'])
      expect([await node.tables(), got(await node.call(datasetList, node.at(), {})).total]).toEqual(before)
      node.faults.length = 0
    },
  )

  test('[DAT-8] a disk that fails in the middle leaves nothing that is seen, and no table', async () => {
    const first = await node.read('mất.csv', 'ma\n1\n2\n')
    const before = [await node.tables(), got(await node.call(datasetList, node.at(), {})).total]
    rmSync(placeOf(node.data, first.fileSha256))
    const failed = await node.commit(first.id, { title: 'Mất' })
    expect([failed.state, failed.failure?.code]).toEqual(['failed', 'import-broken'])
    expect([await node.tables(), got(await node.call(datasetList, node.at(), {})).total]).toEqual(before)
    node.faults.length = 0
  })
})
