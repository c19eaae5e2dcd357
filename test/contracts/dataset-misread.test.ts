import { expect, test } from 'vitest'
import { onNodes } from '../support/dataset-node.ts'
import { bookOf, inline } from '../support/xlsx.ts'

/** Tables that came in otherwise than they were meant, without a word: 2026-11-27. */
onNodes((node) => {
  const day = (at: string, serial: number) => `<c r="${at}" s="1"><v>${serial}</v></c>`
  /** 5-2-2023 and 6-3-2023 that a program for the month first made 2-5 and 3-6, and two days that it left as texts. */
  const turnedBook = () =>
    bookOf([
      `<row r="1">${inline('A1', 'Mã')}${inline('B1', 'Ngày cấp')}</row>`,
      `<row r="2">${inline('A2', 'a')}${day('B2', 45048)}</row>`,
      `<row r="3">${inline('A3', 'b')}${inline('B3', '25/02/2023')}</row>`,
      `<row r="4">${inline('A4', 'c')}${day('B4', 45080)}</row>`,
      `<row r="5">${inline('A5', 'd')}${inline('B5', '31/03/2023')}</row>`,
    ])

  test('[DAT-108] days none of which is after the twelfth, beside texts all of which are: it is asked whether they were turned', async () => {
    const { id, reading } = await node.read('cấp.xlsx', await turnedBook())
    expect(reading?.columns[1]).toMatchObject({
      type: 'day',
      form: null,
      asks: ['dmy', 'dmy-turned'],
      turned: { n: 2, is: '2023-05-02', turned: '2023-02-05' },
    })
    await expect(node.commit(id, { title: 'Ngày cấp' })).rejects.toThrow('import-unanswered')
    const days = async (title: string, form: string) => {
      const one = await node.take('cấp.xlsx', await turnedBook(), { title, key: ['ma'], columns: [{ name: 'ngay_cap', form }] })
      return { one, days: (await node.rows(one.id)).map((row) => row['ngay_cap']) }
    }
    expect((await days('Ngày như tệp', 'dmy')).days).toEqual(['2023-05-02', '2023-02-25', '2023-06-03', '2023-03-31'])
    const { one, days: turned } = await days('Ngày đảo lại', 'dmy-turned')
    expect(turned).toEqual(['2023-02-05', '2023-02-25', '2023-03-06', '2023-03-31'])
    // of a new version it is asked again, and of one that is not turned nothing is turned
    expect((await node.read('cấp.xlsx', await turnedBook(), { dataset: one.id })).reading?.columns[1]?.asks).toEqual(['dmy', 'dmy-turned'])
    const next = await node.take('sau.csv', 'Mã,Ngày cấp\na,2023-02-05\nb,01/03/2023\n', { dataset: one.id })
    expect((await node.rows(next.id)).map((row) => row['ngay_cap'])).toEqual(['2023-02-05', '2023-03-01'])
  })

  test('[DAT-108] nothing is asked where a day speaks against it; in a column that was turned such a day is a bad cell', async () => {
    const of = async (text: string) => (await node.read('ngày.csv', `Mã,Ngày\n${text}`)).reading?.columns[1]
    expect(await of('a,2023-05-02\nb,25/02/2023\n')).toMatchObject({ asks: ['dmy', 'dmy-turned'] })
    expect(await of('a,2023-05-02\nb,2023-05-20\nc,25/02/2023\n')).toMatchObject({ form: 'dmy', asks: [] })
    expect(await of('a,2023-05-05\nb,25/02/2023\n')).toMatchObject({ form: 'dmy', asks: [] })
    expect(await of('a,2023-05-02 07:30\nb,25/02/2023 07:30\n')).toMatchObject({ type: 'instant', asks: ['dmy', 'dmy-turned'] })
    const said = { columns: [{ name: 'ngay', form: 'dmy-turned' }] }
    const waiting = await node.read('ngày.csv', 'Mã,Ngày\na,2023-05-02\nb,2023-05-20\nc,25/02/2023\n')
    const done = await node.commit(waiting.id, { title: 'Ngày lẫn', ...said })
    expect(done.bad.map(({ at, value, bad }) => [at, value, bad])).toEqual([[3, '2023-05-20', 'not-turned']])
  })

  test('[DAT-137] of years of two figures it is asked of which century they are, and the next version is read as it was answered', async () => {
    const of = async (...days: readonly string[]) =>
      (await node.read('ngày.csv', `Mã,Ngày\n${days.map((text, i) => `${i},${text}\n`).join('')}`)).reading?.columns[1]
    const dmy = ['dmy-20', 'dmy-pivot']
    expect(await of('23/01/24', '02/03/85')).toMatchObject({ type: 'day', form: null, asks: dmy })
    expect(await of('01/02/24')).toMatchObject({ type: 'day', asks: [...dmy, 'mdy-20', 'mdy-pivot'] })
    expect(await of('01/23/24', '2/1/24')).toMatchObject({ asks: ['mdy-20', 'mdy-pivot'] })
    expect(await of('23/01/24', '24/01/2024')).toMatchObject({ asks: dmy })
    expect(await of('23.01.24 07:30')).toMatchObject({ type: 'instant', asks: dmy })
    // paragraphs are numbered so
    expect(await of('1.2.24', '1.2.25')).toMatchObject({ type: 'text', asks: [] })
    const file = 'Mã,Ngày\na,23/01/24\nb,02/03/85\nc,01/02/2003\n'
    const days = async (form: string) => {
      const one = await node.take('ngày.csv', file, { title: form, key: ['ma'], columns: [{ name: 'ngay', form }] })
      return { one, days: (await node.rows(one.id)).map((row) => row['ngay']) }
    }
    expect((await days('dmy-20')).days).toEqual(['2024-01-23', '2085-03-02', '2003-02-01'])
    const { one, days: read } = await days('dmy-pivot')
    expect(read).toEqual(['2024-01-23', '1985-03-02', '2003-02-01'])
    const next = await node.take('sau.csv', 'Mã,Ngày\na,24/01/30\n', { dataset: one.id })
    expect((await node.rows(next.id)).map((row) => row['ngay'])).toEqual(['1930-01-24'])
    // taken as days of four figures they are bad, and the reason says why
    const first = await node.read('ngày.csv', file)
    const done = await node.commit(first.id, { title: 'Năm bốn chữ số', columns: [{ name: 'ngay', form: 'dmy' }] })
    expect(done.bad.map(({ at, bad }) => [at, bad])).toEqual([
      [2, 'short-year'],
      [3, 'short-year'],
    ])
    const four = await node.take('bốn.csv', 'Mã,Ngày\na,23/01/2024\n', { title: 'Bốn chữ số', key: ['ma'] })
    expect((await node.read('hai.csv', 'Mã,Ngày\na,23/01/24\n', { dataset: four.id })).reading?.columns[1]).toMatchObject({ asks: dmy })
  })

  test('[DAT-137] [DAT-108] days of a workbook beside texts with years of two figures: both are asked at once', async () => {
    const cells = [day('B2', 45048), inline('B3', '25/02/23'), day('B4', 45080), inline('B5', '31/03/23')]
    const rows = cells.map((cell, i) => `<row r="${i + 2}">${inline(`A${i + 2}`, 'abcd'.charAt(i))}${cell}</row>`)
    const book = await bookOf([`<row r="1">${inline('A1', 'Mã')}${inline('B1', 'Ngày cấp')}</row>`, ...rows])
    const { reading } = await node.read('cấp.xlsx', book)
    expect(reading?.columns[1]).toMatchObject({
      type: 'day',
      asks: ['dmy-20', 'dmy-pivot', 'dmy-20-turned', 'dmy-pivot-turned'],
      turned: { n: 2, is: '2023-05-02', turned: '2023-02-05' },
    })
    const one = await node.take('cấp.xlsx', book, { key: ['ma'], columns: [{ name: 'ngay_cap', form: 'dmy-20-turned' }] })
    expect((await node.rows(one.id)).map((row) => row['ngay_cap'])).toEqual(['2023-02-05', '2023-02-25', '2023-03-06', '2023-03-31'])
  })

  test('[DAT-43] [DAT-77] lines whose unit keeps them from being numbers are named, and the unit of those that read stays', async () => {
    const column = async (cells: string) => (await node.read('đo.csv', `Mã;Đo\n${cells}`)).reading?.columns[1]
    expect((await column('a;3\nb;5 km\nc;7\nd;9\n'))?.nearly).toMatchObject({ fits: 3, of: 4, misses: [{ at: 3, value: '5 km' }] })
    const kept = await column('a;3 km\nb;4 km\nc;5 km\nd;gần cầu\n')
    expect([kept?.unit, kept?.nearly]).toMatchObject(['km', { type: 'integer', fits: 3, misses: [{ at: 5, value: 'gần cầu' }] }])
    const first = await node.read('đo.csv', 'Mã;Đo\na;3 km\nb;4 km\nc;5 km\nd;gần cầu\n')
    const done = await node.commit(first.id, { title: 'Đo độ dài', bad: 'leave-out', columns: [{ name: 'do', type: 'integer' }] })
    expect((await node.rows(done.dataset ?? '')).map((row) => row['do'])).toEqual([3, 4, 5])
  })

  test('[DAT-111] a lone «x», «no» or «có» is what it is until a person says that it is a truth', async () => {
    const types = async (file: string) => (await node.read('dấu.csv', file)).reading?.columns.map(({ type }) => type)
    expect(await types('a,b,c,d,e\nx,no,có,true,có\n,No,,,không\nx,,có,true,\n')).toEqual(['text', 'text', 'text', 'boolean', 'boolean'])
    const told = await node.take('dấu.csv', 'Xã,Đạt\nHòa Vang,x\nHòa Tiến,\n', {
      title: 'Xã đạt chuẩn',
      places: [],
      columns: [{ name: 'dat', type: 'boolean' }],
    })
    expect((await node.rows(told.id)).map((row) => row['dat'])).toEqual([true, null])
  })
})
