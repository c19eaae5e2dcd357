import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { datasetCarry } from '../../src/operations/dataset/rows/carry-dataset.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** Tables that ship, told of sixty-three provinces and of thirty-four, on the real register. */
const [OLD, NEW] = ['2025-06-30', '2025-07-01']
const shipped = (file: string): string => readFileSync(`datasets/${file}`, 'utf8')

onNodes((node) => {
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    const take = async (name: string, text: string, key: readonly string[]): Promise<void> => {
      ids[name] = (await node.take(`${name}.csv`, text, { title: name, key, access: 'open' })).id
    }
    await take('units', shipped('don-vi-63-tinh.csv'), ['ma_tinh'])
    await take('provinces', shipped('tinh-thanh-pho.csv').replace('Diện tích', 'Diện tích (km²)'), ['ma_tinh'])
    await take('weather', shipped('thoi-tiet-thang.csv').replace('Nhiệt độ', 'Nhiệt độ (°C)'), ['ma_tinh', 'thang'])
    await take('heights', 'Tỉnh,Độ cao\nĐà Nẵng,5.5\nHuế,3.5\n', ['tinh'])
    await take('rivers', shipped('song-lon.csv'), ['ten_song'])
  }, 60_000)
  const ask = (name: string, given: object) => node.call(datasetCarry, node.at(NOBODY), { id: ids[name], on: NEW, ...given })
  const told = async (name: string, given: object) => got(await ask(name, given))
  const at = (items: Awaited<ReturnType<typeof told>>['items'], code: string) => items.find((one) => one.place.code === code)

  test('[DAT-40] sixty-three told as thirty-four: the sum is exact, names its parts, and loses nothing', async () => {
    const { items, day, unread } = await told('units', { of: 'so_xa', measure: 'sum' })
    expect([items.length, day, unread]).toEqual([34, OLD, []])
    // Đà Nẵng 47 and Quảng Nam 233
    expect(at(items, '48')).toMatchObject({ value: '280', low: '280', high: '280', exact: true, method: 'joined' })
    expect(at(items, '48')?.parts.map(({ place, value }) => [place.code, value])).toEqual([
      ['48', '47'],
      ['49', '233'],
    ])
    expect(at(items, '01')).toMatchObject({ value: '526', exact: true, method: 'same' })
    expect(items.reduce((sum, one) => sum + Number(one.value), 0)).toBe(10_035)
  })

  test('[DAT-40] thirty-four told as sixty-three: what was joined has bounds and no figure, until something says how it divides', async () => {
    const bare = await told('provinces', { of: 'dien_tich', on: OLD })
    expect([bare.items.length, bare.day, bare.measure]).toEqual([63, '2026-03-10', 'sum'])
    expect(at(bare.items, '49')).toMatchObject({ value: null, reason: 'share-unknown', low: '0', high: '11859.59', exact: false })
    expect(at(bare.items, '01')).toMatchObject({ value: '3359.84', exact: true, method: 'same' })
    const { items, weights } = await told('provinces', { of: 'dien_tich', on: OLD, weights: 'area' })
    expect(weights).toBe('area')
    const [city, province] = [at(items, '48'), at(items, '49')]
    expect([city, province]).toMatchObject([
      { method: 'divided', exact: false, low: '0', high: '11859.59' },
      { method: 'divided', exact: false, low: '0', high: '11859.59' },
    ])
    // the two parts are the whole again, and within a tenth of what was published of each: 1,284.73 and 10,574.86 km²
    expect(Number(city?.value) + Number(province?.value)).toBeCloseTo(11_859.59, 1)
    expect(Math.abs(Number(province?.value) / 10_574.86 - 1)).toBeLessThan(0.1)
  })

  test('[DAT-40] another table may weigh: people, or communes', async () => {
    const { items } = await told('provinces', { of: 'dan_so', measure: 'sum', on: OLD, weights: `${ids['units']}:so_xa` })
    // 3,065,628 × 47 / 280
    expect(at(items, '48')).toMatchObject({ value: '514587.56', method: 'divided', low: '0', high: '3065628' })
    expect(await ask('provinces', { of: 'dan_so', measure: 'sum', weights: `${ids['rivers']}:chieu_dai` })).toMatchObject({
      refusal: { code: 'bad-value', data: { name: 'weights' } },
    })
  })

  // 2026-11-28: a rate beside the people it is of was weighed by areas, or not at all
  test('[DAT-40] a rate is weighed by a column of its own table, of the same time and the same rows; the page offers those', async () => {
    const rows = [
      'Đà Nẵng,2023,Nam,9,1',
      'Đà Nẵng,2024,Nam,10,1',
      'Đà Nẵng,2024,Nữ,50,7',
      'Quảng Nam,2023,Nam,9,9',
      'Quảng Nam,2024,Nam,20,3',
    ]
    const { id, slug } = await node.take('own.csv', ['Tỉnh,Năm,Giới,Tỷ lệ (%),Số hộ (hộ)', ...rows].join('\n'), {
      ...{ title: 'own', key: ['tinh', 'nam', 'gioi'], access: 'open' },
    })
    const given = { id, on: NEW, of: 'ty_le', weights: `${slug}:so_ho`, filter: 'gioi:eq:Nam' }
    expect(await node.call(datasetCarry, node.at(NOBODY), given)).toMatchObject({
      value: { items: [{ value: '17.5', method: 'weighed', low: '10', high: '20' }], weightsAt: '2024', weightsUnread: [] },
    })
    const page = await (await siteOf(node, () => NOBODY).request(`/du-lieu/${slug}?xem=dia-gioi&so=ty_le`)).text()
    const offered = /<select id="trong-so".*?<\/select>/.exec(page)?.[0] ?? ''
    expect([...offered.matchAll(/value="([^"]*)"/g)].map(([, value]) => value)).toEqual(['', 'area', `${slug}:so_ho`])
    expect(page.includes('name="cap"')).toBe(false)
  })

  // 2026-11-28: 29 rows of districts were «Không tính»
  test('[PLA-24] a table of districts is told as its provinces where that is asked for', async () => {
    const names = ['Hải Châu', 'Thanh Khê', 'Sơn Trà', 'Ngũ Hành Sơn', 'Liên Chiểu', 'Cẩm Lệ', 'Hòa Vang', 'Hoàng Sa']
    const rows = names.map((name, i) => `Đà Nẵng,${name},2023,${i}`)
    const { id, slug } = await node.take('districts.csv', ['Tỉnh,Quận huyện,Năm,Dân số (người)', ...rows].join('\n'), {
      ...{ title: 'districts', access: 'open' },
    })
    const given = { id, on: OLD, toLevel: 'province' }
    expect(await node.call(datasetCarry, node.at(NOBODY), given)).toMatchObject({
      value: { items: [{ place: { code: '48' }, value: '28', exact: true, method: 'joined' }], unread: [] },
    })
    const page = await (await siteOf(node, () => NOBODY).request(`/du-lieu/${slug}?xem=dia-gioi&theo=cu&cap=tinh`)).text()
    expect(page.includes('<option value="tinh" selected="">Cả tỉnh, thành phố</option>')).toBe(true)
    expect(page.includes('Từ 8 đơn vị')).toBe(true)
  })

  // 2026-11-28: two of three communes were gone, and the third was «exact»
  test('[DAT-147] where each place comes once, the day of a row is no series of times: all are told, and between which days they are', async () => {
    const csv = (...days: readonly string[]) => ['Đà Nẵng', 'Huế', 'Hà Nội'].map((name, i) => `${name},${days[i]},${i + 1}`).join('\n')
    const list = async (title: string, ...days: readonly string[]) =>
      node.take(`${title}.csv`, `Tỉnh,Ngày đo,Số vụ\n${csv(...days)}\n`, { title, access: 'open' })
    const one = await list('đo một lần', '2025-10-14', '2025-10-15', '2026-01-05')
    const given = { on: NEW, measure: 'sum' }
    const all = got(await node.call(datasetCarry, node.at(NOBODY), { id: one.id, ...given }))
    expect([all.items.length, all.at, all.times]).toEqual([3, null, { first: '2025-10-14', last: '2026-01-05' }])
    const chosen = got(await node.call(datasetCarry, node.at(NOBODY), { id: one.id, ...given, at: '2025-10-15' }))
    expect([chosen.items.map(({ place }) => place.code), chosen.at, chosen.times]).toEqual([['46'], '2025-10-15', null])
    // weights of its own are of all its rows too
    const rates = 'Tỉnh,Ngày đo,Tỷ lệ (%),Số hộ\nĐà Nẵng,2025-05-01,10,1\nQuảng Nam,2025-05-02,20,3\n'
    const rate = await node.take('tỷ lệ.csv', rates, { title: 'tỷ lệ đo', access: 'open' })
    const weighed = await node.call(datasetCarry, node.at(NOBODY), { id: rate.id, on: NEW, of: 'ty_le', weights: `${rate.slug}:so_ho` })
    expect(weighed).toMatchObject({ value: { items: [{ value: '17.5', method: 'weighed' }], at: null } })
    // of other years they are not one list
    const years = await list('đo nhiều năm', '2023-10-14', '2024-10-15', '2025-10-05')
    const last = got(await node.call(datasetCarry, node.at(NOBODY), { id: years.id, ...given }))
    expect([last.items.length, last.at]).toEqual([1, '2025-10-05'])
    const page = await (await siteOf(node, () => NOBODY).request(`/du-lieu/${one.slug}?xem=dia-gioi&gop=sum`)).text()
    expect(page.replace(/<[^>]*>/g, '')).toContain('Mỗi đơn vị có một dòng, ghi các ngày từ 14/10/2025 đến 05/01/2026.')
  })

  // 2026-11-28: «Hòa Vang» under «Huyện», not read as places, was told as the commune of that name, exact
  test('[DAT-117] a column that is headed as districts is of districts, though nobody read it as places; the page offers their provinces', async () => {
    const rows = 'Hòa Vang,150000\nĐại Lộc,140000\nDuy Xuyên,130000\n'
    const one = await node.take('huyện.csv', `Huyện,Dân số (người)\n${rows}`, { title: 'huyện không đọc', access: 'open' })
    const told = got(await node.call(datasetCarry, node.at(NOBODY), { id: one.id, on: OLD }))
    expect([told.day, told.items.map(({ place }) => place.name)]).toEqual([OLD, ['Huyện Duy Xuyên', 'Huyện Đại Lộc', 'Huyện Hòa Vang']])
    const page = await (await siteOf(node, () => NOBODY).request(`/du-lieu/${one.slug}?xem=dia-gioi&theo=cu&cap=tinh&thieu=ghi-ro`)).text()
    expect([page.includes('name="cap"'), page.includes('value="ghi-ro" selected=""'), page.includes('value="area"')]).toEqual([
      true,
      true,
      false,
    ])
    expect(page.replace(/<[^>]*>/g, '')).toContain('Chỉ gộp các đơn vị có số; thiếu ')
  })

  test('[DAT-40] a mean without weights is not told, and of a part alone never; what was not joined is told as it was', async () => {
    const { items, at: month, measure } = await told('weather', { of: 'nhiet_do', on: OLD })
    expect([month, measure]).toEqual(['2025-12-01', 'mean'])
    expect(at(items, '49')).toMatchObject({ value: null, reason: 'not-divisible' })
    expect(at(items, '04')).toMatchObject({ exact: true, method: 'same' })
    const means = await told('units', { of: 'so_xa', measure: 'mean' })
    expect(at(means.items, '48')).toMatchObject({ value: null, reason: 'weights-missing', low: '47', high: '233' })
    const weighed = await told('units', { of: 'so_xa', measure: 'mean', weights: 'area' })
    expect(at(weighed.items, '48')).toMatchObject({ method: 'weighed', exact: false, low: '47', high: '233' })
  })

  test('[DAT-40] a time is chosen; what cannot be told is refused with its reason', async () => {
    const { items, at: month } = await told('weather', { of: 'nhiet_do', at: '2011-01-01' })
    expect([month, at(items, '91')?.value]).toEqual(['2011-01-01', '25.44'])
    expect(await ask('weather', { of: 'nhiet_do', at: '1999-01-01' })).toMatchObject({ refusal: { code: 'no-figures' } })
    expect(await ask('heights', { of: 'do_cao' })).toMatchObject({ refusal: { code: 'measure-unknown' } })
    expect(await ask('weather', { of: 'khong_co' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'of' } } })
    expect(await ask('rivers', {})).toMatchObject({ refusal: { code: 'not-of-places' } })
  })

  // 2026-11-27: a rate of 2015 was weighed by the people of 2025
  test('[DAT-40] weights are of the year of the figures, and say so; where there are none, the nearest is named and may be asked for', async () => {
    const rates = [2015, 2016, 2020].flatMap((year) => [`Đà Nẵng,${year},10`, `Quảng Nam,${year},20`])
    const { id } = await node.take('rates.csv', ['Tỉnh,Năm,Tỷ lệ', ...rates].join('\n'), {
      title: 'rates',
      key: ['tinh', 'nam'],
      access: 'open',
    })
    const people = ['Đà Nẵng,2015,1', 'Quảng Nam,2015,3', 'Đà Nẵng,2020,1', 'Quảng Nam,2020,1', 'Quảng Xa,2020,1']
    const by = await node.take('people.csv', ['Tỉnh,Năm,Dân số', ...people].join('\n'), {
      ...{ title: 'people', key: ['tinh', 'nam'], access: 'open' },
    })
    const days = ['Đà Nẵng,2016-04-01,3', 'Quảng Nam,2016-04-01,1', 'Đà Nẵng,2016-12-31,1', 'Quảng Nam,2016-12-31,4']
    const daily = await node.take('daily.csv', ['Tỉnh,Ngày,Dân số', ...days].join('\n'), {
      ...{ title: 'daily', key: ['tinh', 'ngay'], access: 'open' },
    })
    const weighed = (at: string, given: object = {}) =>
      node.call(datasetCarry, node.at(NOBODY), { id, on: NEW, of: 'ty_le', at, weights: `${by.id}:dan_so`, ...given })
    expect(await weighed('2015')).toMatchObject({ value: { items: [{ value: '17.5' }], weightsAt: '2015' } })
    expect(await weighed('2020')).toMatchObject({
      value: { items: [{ value: '15' }], weightsAt: '2020', weightsUnread: [{ n: 3, place: 'Quảng Xa', reason: 'unknown' }] },
    })
    expect(await weighed('2016')).toEqual({
      ok: false,
      refusal: { code: 'weights-of-other-time', data: { time: '2016', column: 'Năm', nearest: '2015' } },
    })
    expect(await weighed('2016', { weightsAt: '2015' })).toMatchObject({ value: { items: [{ value: '17.5' }], weightsAt: '2015' } })
    expect(await weighed('2016', { weights: `${daily.id}:dan_so` })).toMatchObject({
      value: { items: [{ value: '18' }], weightsAt: '2016-12-31' },
    })
  })
})
