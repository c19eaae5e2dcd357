import { expect, test } from 'vitest'
import { datasetCarry } from '../../src/operations/dataset/rows/carry-dataset.ts'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import { datasetSummary } from '../../src/operations/dataset/rows/summarise-rows.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'
import { bookOf, inline } from '../support/xlsx.ts'

/** Quarters, months and halves as offices write them: times, not letters. 2026-11-27. */
onNodes((node) => {
  const site = siteOf(node, () => tester)
  const QUARTERS = ['Quý IV/2023', 'Quý 1 năm 2024', 'Q2/2024', '2023Q3', 'Quý III/2024']
  const csv = (texts: readonly string[], head = 'Kỳ') =>
    `${head},Thu (tỷ đồng)\n${texts.map((text, i) => `${text},${(i + 1) * 10}\n`).join('')}`
  const periods = async (id: string, given: object = {}) =>
    got(await node.call(datasetRows, node.at(tester), { id, ...given })).items.map(({ values }) => values['ky'])

  test('[DAT-67] [DAT-139] quarters of a text and of a workbook are times: in their order, narrowed, summarised, found by their key', async () => {
    const { reading } = await node.read('quý.csv', csv(QUARTERS))
    expect(reading?.columns[0]).toMatchObject({ name: 'ky', type: 'period', form: null, asks: [], misfits: 0 })
    const one = await node.take('quý.csv', csv(QUARTERS), { title: 'Thu theo quý', key: ['ky'], access: 'open' })
    expect(await periods(one.id)).toEqual(['2023-Q4', '2024-Q1', '2024-Q2', '2023-Q3', '2024-Q3'])
    const inOrder = ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3']
    expect(await periods(one.id, { sort: 'ky' })).toEqual(inOrder)
    expect(await periods(one.id, { sort: '-ky' })).toEqual(inOrder.toReversed())
    const page = got(await node.call(datasetRows, node.at(tester), { id: one.id, sort: 'ky', limit: 2 }))
    expect(await periods(one.id, { sort: 'ky', limit: 2, after: page.next })).toEqual(['2024-Q1', '2024-Q2'])
    const summary = got(await node.call(datasetSummary, node.at(tester), { id: one.id, by: 'ky', of: 'thu' }))
    expect(summary.items.map(({ key, value }) => [key, value])).toEqual([
      ['2023-Q3', 40],
      ['2023-Q4', 10],
      ['2024-Q1', 20],
      ['2024-Q2', 30],
      ['2024-Q3', 50],
    ])
    const book = await bookOf([
      `<row r="1">${inline('A1', 'Kỳ')}${inline('B1', 'Thu (tỷ đồng)')}</row>`,
      ...[...QUARTERS, 'Quý IV/2024'].map(
        (text, i) => `<row r="${i + 2}">${inline(`A${i + 2}`, text)}<c r="B${i + 2}"><v>${i === 0 ? 11 : (i + 1) * 10}</v></c></row>`,
      ),
    ])
    const next = await node.take('quý.xlsx', book, { dataset: one.id })
    expect(await periods(next.id, { sort: 'ky' })).toEqual([...inOrder, '2024-Q4'])
    expect(next.current).toMatchObject({ added: 1, changed: 1, removed: 0 })
  })

  test('[DAT-140] from, up to, before and behind a period are stretches of time, also of another length', async () => {
    const one = await node.take('quý.csv', csv(QUARTERS), { title: 'Lọc theo quý', key: ['ky'] })
    const by = (filter: string) => periods(one.id, { filter, sort: 'ky' })
    expect(await by('ky:ge:2024-Q1')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3'])
    expect(await by('ky:ge:Quý I/2024')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3'])
    expect(await by('ky:gt:2024-Q1')).toEqual(['2024-Q2', '2024-Q3'])
    expect(await by('ky:le:2024-Q1')).toEqual(['2023-Q3', '2023-Q4', '2024-Q1'])
    expect(await by('ky:lt:2024-Q1')).toEqual(['2023-Q3', '2023-Q4'])
    expect(await by('ky:eq:2024Q1')).toEqual(['2024-Q1'])
    expect(await by('ky:ne:2024-Q1')).toHaveLength(4)
    expect(await by('ky:le:2023')).toEqual(['2023-Q3', '2023-Q4'])
    expect(await by('ky:ge:2024')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3'])
    expect(await by('ky:ge:2024-02')).toEqual(['2024-Q2', '2024-Q3'])
    expect(await by('ky:lt:2024-06')).toEqual(['2023-Q3', '2023-Q4', '2024-Q1'])
    expect(await node.call(datasetRows, node.at(tester), { id: one.id, filter: 'ky:ge:hè' })).toMatchObject({
      refusal: { code: 'bad-value' },
    })
  })

  test('[DAT-138] «03/24» is asked about, «12/2024» under a number of papers and school years are texts', async () => {
    const of = async (head: string, ...texts: readonly string[]) => (await node.read('kỳ.csv', csv(texts, head))).reading?.columns[0]
    expect(await of('Tháng', '03/24', '04/24')).toMatchObject({ type: 'period', form: null, asks: ['my-20', 'my-pivot'] })
    expect(await of('Kỳ', 'T3/24', 'T4/2024')).toMatchObject({ type: 'period', asks: ['my-20', 'my-pivot'] })
    expect(await of('Phòng', '03/24', '04/24')).toMatchObject({ type: 'text', asks: [] })
    expect(await of('Số quyết định', '1/2024', '2/2024')).toMatchObject({ type: 'text' })
    expect(await of('Năm học', '2009-10', '2010-11', '2011-12')).toMatchObject({ type: 'text' })
    expect(await of('Vụ', 'Đông Xuân 2023-2024', 'Hè Thu 2024')).toMatchObject({ type: 'text' })
    expect(await of('Tháng', '1', '2', '12')).toMatchObject({ type: 'integer' })
    expect(await of('Kỳ', 'Quý I/2024', 'Quý II/2024', 'Sơ bộ quý III/2024')).toMatchObject({
      type: 'text',
      nearly: { type: 'period', fits: 2, of: 3, misses: [{ at: 4, value: 'Sơ bộ quý III/2024' }] },
    })
    const waiting = await node.read('kỳ.csv', csv(['T3/24', 'T4/24', 'Quý I'], 'Kỳ'))
    await expect(node.commit(waiting.id, { title: 'Kỳ hai chữ số' })).rejects.toThrow('import-asks-type')
    const taken = await node.commit(waiting.id, { title: 'Kỳ hai chữ số', columns: [{ name: 'ky', type: 'period', form: 'my-20' }] })
    expect(taken.bad.map(({ at, value, bad }) => [at, value, bad])).toEqual([[4, 'Quý I', 'not-period']])
  })

  test('[DAT-67] a dataset whose periods are texts has texts again, until a person says otherwise', async () => {
    const text = { title: 'Kỳ là chữ', key: ['ky'], columns: [{ name: 'ky', type: 'text' }] }
    const one = await node.take('chữ.csv', csv(['T3/24', 'T4/24'], 'Kỳ'), text)
    const waiting = await node.read('sau.csv', csv(['T3/24', 'T5/2024'], 'Kỳ'), { dataset: one.id })
    expect(waiting.reading?.columns[0]).toMatchObject({ type: 'text', asks: [] })
    expect(await periods((await node.take('sau.csv', csv(['Quý I/2024', 'Quý II/2024']), { dataset: one.id })).id)).toEqual([
      'Quý I/2024',
      'Quý II/2024',
    ])
    const changed = await node.take('kỳ.csv', csv(['Quý I/2024', 'Quý II/2024']), {
      dataset: one.id,
      columns: [{ name: 'ky', type: 'period' }],
    })
    expect(await periods(changed.id)).toEqual(['2024-Q1', '2024-Q2'])
  })

  test('[DAT-141] [DAT-142] a period is told in words on the page, drawn in its order, and taken along as it is written', async () => {
    const texts = ['Quý I/2023', 'Quý II/2023', 'Quý IV/2023', 'Quý I/2024', 'Cả năm 2023']
    const one = await node.take('thu.csv', csv(texts), { title: 'Thu vẽ theo quý', key: ['ky'], access: 'open', totals: 'keep' })
    const html = async (query: string) => (await (await site.request(`/du-lieu/${one.slug}${query}`)).text()).replaceAll('<!-- -->', '')
    expect(await html('')).toContain('Quý IV/2023')
    expect(await html('?loc=ky%3Age%3A2023-Q4')).not.toContain('Quý II/2023')
    const chart = await html('?xem=bieu-do')
    const axis = [...chart.matchAll(/<text class="p-text[^"]*"[^>]*>(Q\d\/\d{4})</g)].map(([, name]) => name)
    expect(axis).toEqual(['Q1/2023', 'Q2/2023', 'Q3/2023', 'Q4/2023', 'Q1/2024'])
    // the third quarter is missing: the line begins anew
    expect(/<path class="p-line" d="([^"]*)"/.exec(chart)?.[1]?.replace(/[\d. -]+/g, '')).toBe('MLML')
    expect(chart).toContain('1 kỳ khác độ dài (như Năm 2023)')
    const file = async (dang: string) => (await site.request(`/du-lieu/${one.slug}/tai-ve?dang=${dang}`)).text()
    expect(await file('csv')).toBe('Kỳ,Thu (tỷ đồng)\r\n2023-Q1,10\r\n2023-Q2,20\r\n2023-Q4,30\r\n2024-Q1,40\r\n2023,50\r\n')
    expect(JSON.parse(await file('json'))).toContainEqual({ ky: '2023-Q2', thu: 20 })
  })

  test('[DAT-143] whether a year beside its quarters is left out or kept is asked as of totals', async () => {
    const texts = ['Quý III/2023', 'Quý IV/2023', 'Cả năm 2023', 'Quý I/2024']
    const { id, reading } = await node.read('thu.csv', csv(texts))
    expect(reading?.totals).toEqual({
      n: 1,
      first: [{ at: 4, value: 'Cả năm 2023' }],
      periods: { column: 'ky', of: ['Cả năm 2023'] },
      named: false,
    })
    await expect(node.commit(id, { title: 'Quý và năm' })).rejects.toThrow('import-asks-totals')
    const { dataset } = await node.commit(id, { title: 'Quý và năm', key: ['ky'], totals: 'leave-out' })
    expect(await periods(dataset ?? '')).toEqual(['2023-Q3', '2023-Q4', '2024-Q1'])
    // where its periods were read as texts nothing is asked
    const plain = await node.take('chữ.csv', csv(['Quý I/2024']), { title: 'Quý là chữ', columns: [{ name: 'ky', type: 'text' }] })
    expect((await node.read('chữ.csv', csv(texts), { dataset: plain.id })).reading?.totals).toBeNull()
  })

  test('[DAT-144] figures of a quarter are of the units of its last day; a line breaks at the quarter in which its unit became another', async () => {
    const rows = ['Quý I/2025,100,20', 'Quý II/2025,110,30', 'Quý III/2025,300,'].flatMap((text) => {
      const [ky, a, b] = text.split(',')
      return [`${ky},Đà Nẵng,${a}`, ...(b === '' ? [] : [`${ky},Quảng Nam,${b}`])]
    })
    const one = await node.take('số vụ.csv', `Kỳ,Tỉnh,Số vụ (vụ)\n${rows.join('\n')}\n`, {
      title: 'Số vụ theo quý',
      access: 'open',
      key: ['ky', 'tinh'],
    })
    expect(one.columns.map(({ type }) => type)).toEqual(['period', 'text', 'integer'])
    const told = async (at: string) => {
      const {
        day,
        items,
        at: time,
      } = got(await node.call(datasetCarry, node.at(tester), { id: one.id, on: '2025-07-01', measure: 'sum', at }))
      return [time, day, items.map(({ place, value }) => [place.code, value])]
    }
    expect(await told('2025-Q2')).toEqual(['2025-Q2', '2025-06-30', [['48', '140']]])
    // the day that its column of places is said to be of lies within it
    expect(await told('Quý I/2025')).toEqual(['Quý I/2025', '2025-01-01', [['48', '120']]])
    expect(await told('2025-Q3')).toEqual(['2025-Q3', '2025-09-30', [['48', '300']]])
    const { changes } = got(await node.call(datasetSummary, node.at(tester), { id: one.id, by: 'ky', of: 'so_vu', lines: 'tinh' }))
    expect(changes).toEqual([
      { line: 'Đà Nẵng', name: 'Đà Nẵng', on: '2025-07-01', joined: [{ name: 'Quảng Nam', whole: true }], left: [] },
    ])
  })

  test('[DAT-143] rows that hold others are asked about whatever years are written with, where it was read as a text, and by row', async () => {
    const short = await node.read('ngắn.csv', csv(['Quý I/24', 'Quý II/24', 'Cả năm 2024']))
    expect(short.reading?.totals?.n).toBe(1)
    const odd = await node.read('lẻ.csv', csv(['Quý I/2024', 'Quý II/2024', 'Cả năm 2024', 'Sơ bộ quý IV/2024']))
    expect(odd.reading?.columns[0]).toMatchObject({ type: 'text', nearly: { type: 'period' } })
    const said = { title: 'Một chữ lạ', key: ['ky'], columns: [{ name: 'ky', type: 'period' }] }
    await expect(node.commit(odd.id, said)).rejects.toThrow('import-asks-totals')
    const two = 'Kỳ gốc,Kỳ,Thu (tỷ đồng)\nQuý I/2023,Quý I/2024,1\nQuý II/2023,Quý II/2024,2\nQuý III/2023,Cả năm 2024,3\n'
    expect((await node.read('hai.csv', two)).reading?.totals?.periods).toEqual({ column: 'ky', of: ['Cả năm 2024'] })
    const rows = ['Quý I/2023', 'Quý II/2023', 'Cả năm 2023'].map((ky, i) => `Sản lượng,${ky},${i}`)
    const long = await node.read('dài.csv', `Chỉ tiêu,Kỳ,Số\n${rows.join('\n')}\nDân số,Cả năm 2023,9\n`)
    const { dataset } = await node.commit(long.id, { title: 'Bảng dài', key: ['chi_tieu', 'ky'], totals: 'leave-out' })
    expect(await periods(dataset ?? '')).toEqual(['2023-Q1', '2023-Q2', '2023'])
  })

  test('[DAT-127] months typed into a workbook are months, alone and in a dataset that had them as texts', async () => {
    const book = await bookOf([
      `<row r="1">${inline('A1', 'Tháng')}${inline('B1', 'Thu (tỷ đồng)')}</row>`,
      ...[45292, 45323, 45352].map(
        (day, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="4"><v>${day}</v></c><c r="B${i + 2}"><v>${i}</v></c></row>`,
      ),
    ])
    const { reading } = await node.read('tháng.xlsx', book)
    expect(reading?.columns[0]).toMatchObject({ type: 'period', form: null, asks: [], misfits: 0 })
    const one = await node.take('tháng.csv', csv(['Tháng 1/2024', 'Tháng 2/2024'], 'Tháng'), { title: 'Thu theo tháng', key: ['thang'] })
    const next = await node.take('tháng.xlsx', book, { dataset: one.id })
    const read = got(await node.call(datasetRows, node.at(tester), { id: next.id }))
    expect(read.items.map(({ values }) => values['thang'])).toEqual(['2024-01', '2024-02', '2024-03'])
    expect(next.current).toMatchObject({ added: 1, removed: 0 })
  })

  test('[DAT-138] of which century the years of a later file are is asked, also where only most of its cells are periods', async () => {
    const one = await node.take('quý.csv', csv(['Quý I/2023', 'Quý II/2023']), { title: 'Quý rồi ngắn', key: ['ky'] })
    const later = await node.read('sau.csv', csv(['Quý I/24', 'Quý II/24', 'Sơ bộ']), { dataset: one.id })
    expect(later.reading?.columns[0]).toMatchObject({ type: 'period', form: null, asks: ['my-20', 'my-pivot'] })
  })

  test('[DAT-125] figures alone under «Quý» are quarters, under «Kỳ» it is asked; such rows come in again', async () => {
    const one = await node.take('quý.csv', csv(['1/2024', '4/2024'], 'Quý'), { title: 'Quý bằng số', key: ['quy'] })
    const values = async (id: string) => got(await node.call(datasetRows, node.at(tester), { id })).items.map(({ values }) => values['quy'])
    expect(await values(one.id)).toEqual(['2024-Q1', '2024-Q4'])
    expect(await values((await node.take('sau.csv', csv(['1/2024', '2024-Q2'], 'Quý'), { dataset: one.id })).id)).toEqual([
      '2024-Q1',
      '2024-Q2',
    ])
    const waiting = await node.read('kỳ.csv', csv(['1/2024', '2/2024']))
    await expect(node.commit(waiting.id, { title: 'Kỳ bằng số' })).rejects.toThrow('import-unanswered')
    const { dataset } = await node.commit(waiting.id, { title: 'Kỳ bằng số', key: ['ky'], columns: [{ name: 'ky', form: 'qy' }] })
    expect(await periods(dataset ?? '')).toEqual(['2024-Q1', '2024-Q2'])
  })

  test('[DAT-142] rows whose period is empty are told of beside the line', async () => {
    const one = await node.take('thu.csv', csv(['Quý I/2023', 'Quý II/2023', '']), { title: 'Thu có ô trống', access: 'open' })
    const html = (await (await site.request(`/du-lieu/${one.slug}?xem=bieu-do`)).text()).replaceAll('<!-- -->', '')
    expect(html).toContain('1 dòng không ghi kỳ ở cột Kỳ')
  })

  // 2026-11-28: from «3/2024» on were also the quarters of which March is the end, and «1/2024» was none
  test('[DAT-140] quarters are asked for as their column writes them; a month as the standard writes it is one', async () => {
    const quarters = ['1/2024', '2/2024', '3/2024', '4/2024']
    const one = await node.take('số quý.csv', csv(quarters, 'Quý'), { title: 'Quý viết số', access: 'open' })
    const found = async (filter: string) =>
      got(await node.call(datasetRows, node.at(tester), { id: one.id, filter })).items.map(({ values }) => values['quy'])
    expect(one.columns[0]?.form).toBe('qy')
    expect(await found('quy:ge:3/2024')).toEqual(['2024-Q3', '2024-Q4'])
    expect([await found('quy:eq:1/2024'), await found('quy:le:2/2024')]).toEqual([['2024-Q1'], ['2024-Q1', '2024-Q2']])
    expect(await found('quy:ge:2024-07')).toEqual(['2024-Q3', '2024-Q4'])
  })
})
