import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { datasetSummary } from '../../src/operations/dataset/rows/summarise-rows.ts'
import { placeList } from '../../src/operations/place/list-places.ts'
import { searchAll } from '../../src/operations/search/search-all.ts'
import { datasetNode } from '../support/dataset-node.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

/** How datasets are found: by the search over everything, as of a past day, by the catalogues of others; on both engines. */
const HEALTH = 'so-y-te-da-nang-origin'
const BUILDING = 'so-xay-dung-da-nang-2025-03-01'
const specialist = (organisation: string, n: number): Who => ({
  kind: 'person',
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name: 'Người thử',
  duties: [{ role: 'specialist', organisation, central: false, deputyFor: null }],
  bodies: [organisation],
})

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof datasetNode>
  beforeAll(async () => {
    opened = await open()
    node = datasetNode(opened.engine)
    const file = 'ma,Trạm,Mực nước (m)\n1,Ái Nghĩa,8.5\n'
    await node.take('a.csv', file, { title: 'Độ mặn sông Vĩnh Điện', access: 'open', description: 'Kèm mực nước tại trạm Tứ Câu.' })
    await node.take('b.csv', file, { title: 'Mực nước sông Vu Gia', access: 'internal' })
    await node.take('c.csv', file, { title: 'Giếng khoan, mực nước tĩnh', access: 'restricted', custodian: HEALTH })
  })
  afterAll(async () => {
    await node.close()
    await opened.close()
  })

  test('[DAT-52] the search over everything finds datasets by words with marks or without, those called so first', async () => {
    const titles = async (q: string, who?: Who) =>
      got(await node.call(searchAll, node.at(who), { q })).datasets.items.map(({ title }) => title)
    const all = ['Mực nước sông Vu Gia', 'Giếng khoan, mực nước tĩnh', 'Độ mặn sông Vĩnh Điện']
    expect(await titles('mực nước')).toEqual(all)
    expect(await titles('MUC NUOC')).toEqual(all)
    expect(await titles('vu gia song')).toEqual(['Mực nước sông Vu Gia'])
    expect(await titles('tứ câu')).toEqual(['Độ mặn sông Vĩnh Điện'])
    expect(await titles("100% o'brien_")).toEqual([])
    const found = got(await node.call(searchAll, node.at(), { q: 'muc nuoc', limit: 2 })).datasets
    expect([found.items.length, found.more, found.items[0]]).toMatchObject([2, true, { slug: 'muc-nuoc-song-vu-gia', by: null }])
    expect(found.items[1]).toMatchObject({
      slug: expect.stringMatching(/^gieng-khoan-muc-nuoc-tinh-[\da-f]{8}$/),
      access: 'restricted',
      by: 'Sở Y tế',
    })
  })

  test('[DAT-52] of what he may not see nothing is found, and a stranger does not search work', async () => {
    const titles = async (who: Who) =>
      got(await node.call(searchAll, node.at(who), { q: 'muc nuoc' })).datasets.items.map(({ title }) => title)
    expect(await titles(specialist(BUILDING, 1))).toEqual(['Mực nước sông Vu Gia', 'Độ mặn sông Vĩnh Điện'])
    expect(await titles(specialist(HEALTH, 2))).toEqual(['Mực nước sông Vu Gia', 'Giếng khoan, mực nước tĩnh', 'Độ mặn sông Vĩnh Điện'])
    expect(await node.call(searchAll, node.at(NOBODY), { q: 'muc nuoc' })).toMatchObject({ refusal: { code: 'sign-in-needed' } })
  })
  test('[DAT-53] the catalogue of a past day has what was there then, in the version of then, counted so; a day that has not come is today', async () => {
    const first = await node.take('luong-mua.csv', 'ma,mm\n1,10\n', { title: 'Lượng mưa năm', key: ['ma'], access: 'open' })
    await node.take(
      'luong-mua.json',
      JSON.stringify([
        { ma: '1', mm: 12 },
        { ma: '2', mm: 9 },
      ]),
      { dataset: first.id, key: ['ma'] },
    )
    await opened.engine.asOwner(async (owner) => {
      await owner.query("update dataset_version set recorded_at = '2026-01-15T23:30:00+07' where dataset_id = $1 and n = 1", [first.id])
      await owner.query("update dataset_version set recorded_at = '2026-02-01T08:00:00+07' where dataset_id = $1 and n = 2", [first.id])
    })
    const on = async (day: string, given: object = {}) =>
      got(await node.call(datasetList, node.at(NOBODY), { on: day, q: 'luong mua', ...given }))
    const shown = async (day: string) => {
      const { items, total, facets } = await on(day)
      return [total, items.map(({ current }) => [current.n, current.rows]), facets.format.map(({ of, n }) => [of, n])]
    }
    expect(await shown('2026-01-14')).toEqual([0, [], []])
    expect(await shown('2026-01-15')).toEqual([1, [[1, 1]], [['csv', 1]]])
    expect(await shown('31/01/2026')).toEqual([1, [[1, 1]], [['csv', 1]]])
    expect(await shown('2026-02-01')).toEqual([1, [[2, 2]], [['json', 1]]])
    expect(await shown('2030-01-01')).toEqual(await shown('2026-03-10'))
    expect((await on('2026-01-20', { format: 'json' })).items).toEqual([])
    expect((await on('2026-01-20', { format: 'csv' })).items.map(({ slug }) => slug)).toEqual(['luong-mua-nam'])
    expect(await node.call(datasetList, node.at(NOBODY), { on: '2026-02-30' })).toMatchObject({ refusal: { code: 'bad-day' } })
  })

  // 27-11-2026: of a day before anything came in the page said to take filters away
  test('[DAT-53] [PAG-55] of a day by which nothing had come in the catalogue says so, and when the first did', async () => {
    const begun = async (on: string, given: object = {}) => got(await node.call(datasetList, node.at(NOBODY), { on, ...given })).begun
    expect(await Promise.all([begun('2026-01-14'), begun('2026-01-14', { q: 'khong co' }), begun('2026-01-15')])).toEqual([
      '2026-01-15',
      '2026-01-15',
      null,
    ])
    expect(await begun('2026-01-20', { format: 'json' })).toBe(null)
    const page = async (query: string): Promise<string> => (await site(NOBODY).request(`http://127.0.0.1/du-lieu?${query}`)).text()
    const before = await page('ngay=14/01/2026')
    expect(before).toContain('Đến hết ngày 14/01/2026 chưa có bộ dữ liệu nào')
    expect(before).toContain('href="/du-lieu?ngay=2026-01-15">Xem danh mục ngày 15/01/2026')
    const words = await page('tim=khong+co')
    expect([words.includes('Thử từ khác'), words.includes('Xem tất cả bộ dữ liệu'), words.includes('Bỏ bớt bộ lọc')]).toEqual([
      true,
      true,
      false,
    ])
    expect([before.includes('Bỏ bớt bộ lọc'), (await page('ngay=20/01/2026&tim=khong+co')).includes('Bỏ bớt bộ lọc')]).toEqual([
      false,
      true,
    ])
  })

  const site = (who: Who) =>
    pages({
      call: node.call,
      files: node.files,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => who,
      now: () => new Date('2026-03-10T02:00:00Z'),
      report: (error) => {
        throw error
      },
    })
  type Linked = { readonly '@graph': readonly (Readonly<Record<string, unknown>> & { readonly '@id': string; readonly '@type': string })[] }
  const linked = async (path: string, who: Who): Promise<Linked> => {
    const answer = await site(who).request(`http://127.0.0.1${path}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ld+json; charset=utf-8'])
    return (await answer.json()) as Linked
  }

  test('[DAT-54] DCAT names to a stranger what is open, and no other; each with what is known of it', async () => {
    const { '@graph': graph } = await linked('/du-lieu/catalog.jsonld', NOBODY)
    const datasets = graph.filter((one) => one['@type'] === 'dcat:Dataset')
    expect(datasets.map((one) => (one['dct:title'] as { '@value': string })['@value']).toSorted()).toEqual([
      'Lượng mưa năm',
      'Độ mặn sông Vĩnh Điện',
    ])
    expect(JSON.stringify(graph)).not.toMatch(/Vu Gia|Giếng khoan/)
    expect(
      (await linked('/du-lieu/catalog.jsonld', specialist(HEALTH, 2)))['@graph'].filter((one) => one['@type'] === 'dcat:Dataset').length,
    ).toBe(4)
    const salt = datasets.find((one) => one['@id'].includes('do-man'))
    expect(Object.keys(salt ?? {})).not.toContain('dct:accrualPeriodicity')
    expect(JSON.stringify(salt)).not.toContain('dct:license')
    const hidden = await site(NOBODY).request('http://127.0.0.1/du-lieu/muc-nuoc-song-vu-gia/dcat.jsonld')
    expect([hidden.status, hidden.headers.get('content-type'), await hidden.json()]).toMatchObject([
      404,
      'application/problem+json; charset=utf-8',
      { code: 'not-found' },
    ])
    expect(Object.keys(salt ?? {})).not.toContain('dct:spatial')
    expect(JSON.stringify(salt)).toMatch(/Phiên bản 1 ghi ngày \d\d\/\d\d\/\d{4} từ tệp a\.csv/)
  })

  test('[DAT-54] of one dataset: its versions, what each was made of, and where each file is to be had', async () => {
    const { '@graph': graph } = await linked('/du-lieu/luong-mua-nam/dcat.jsonld', NOBODY)
    const [one, ...versions] = graph
    expect(versions.map((version) => [version['dcat:version'], JSON.stringify(version['dcat:previousVersion'] ?? null)])).toEqual([
      ['2', '{"@id":"http://127.0.0.1/du-lieu/luong-mua-nam#bo-du-lieu-v1"}'],
      ['1', 'null'],
    ])
    // it was issued with its first version, whatever came after
    expect(one?.['dct:issued']).toEqual(versions[1]?.['dct:issued'])
    expect(versions[0]?.['dct:issued']).not.toEqual(versions[1]?.['dct:issued'])
    const files = (one?.['dcat:distribution'] ?? []) as readonly { readonly 'dcat:downloadURL': { readonly '@id': string } }[]
    for (const file of files.slice(0, 3)) {
      const { pathname, search } = new URL(file['dcat:downloadURL']['@id'])
      expect((await site(NOBODY).request(`http://127.0.0.1${pathname}${search}`)).status).toBe(200)
    }
    expect(files.length).toBe(4)
  })

  test('[DAT-55] a column whose values are a line each: those with most rows, or those that are named, over the same times', async () => {
    const file = 'nam,tinh,mua\n2020,A,1\n2021,A,2\n2022,A,3\n2020,B,10\n2021,B,20\n2020,C,5\n'
    await node.take('mua.csv', file, { title: 'Mưa theo tỉnh', access: 'open' })
    const asked = (given: object) =>
      node.call(datasetSummary, node.at(NOBODY), { id: 'mua-theo-tinh', by: 'nam', of: 'mua', lines: 'tinh', ...given })
    const of = (found: { readonly items: readonly { key: string | null; line: string | null; value: number | null }[] }) =>
      found.items.map(({ key, line, value }) => [key, line, value])
    expect(of(got(await asked({})))).toEqual([
      ['2020', 'A', 1],
      ['2020', 'B', 10],
      ['2020', 'C', 5],
      ['2021', 'A', 2],
      ['2021', 'B', 20],
      ['2022', 'A', 3],
    ])
    expect(of(got(await asked({ line: ['C', 'B'] })))).toEqual([
      ['2020', 'B', 10],
      ['2020', 'C', 5],
      ['2021', 'B', 20],
    ])
    expect(of(got(await asked({ line: "A' or true --" })))).toEqual([])
    expect(await asked({ lines: 'khong_co' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'lines' } } })
    expect(await asked({ lines: 'nam' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'lines' } } })
    const page = await (await site(NOBODY).request('http://127.0.0.1/du-lieu/mua-theo-tinh?xem=bieu-do&nhom=tinh&duong=A&duong=B')).text()
    // a line and its name in the drawing, a column in the table; a year without a figure is an empty cell
    expect([
      page.match(/<li class="p-s\d"/g)?.length,
      page.includes('>C</text>'),
      page.includes('<th scope="col" class="n">B</th>'),
    ]).toEqual([2, false, true])
    expect(page).toMatch(/<th scope="row">2022<\/th><td class="n">.*?3.*?<\/td><td class="n"><\/td>/)
  })

  // 2026-11-27: «Đà Nẵng» went from 1,202,024 in 2024 to 3,065,628 in 2025 as one line, without a word
  test('[DAT-130] a line of a place breaks where its unit became another; old years counted again for the new units do not', async () => {
    const rows = [
      'Đà Nẵng,2023,1188374',
      'Đà Nẵng,2024,1202024',
      'Đà Nẵng,2025,3065628',
      'Quảng Nam,2024,1500000',
      'Hà Nội,2024,8500000',
      'Hà Nội,2025,8600000',
    ]
    await node.take('dan-so.csv', ['Tỉnh,Năm,Dân số', ...rows].join('\n'), {
      title: 'Dân số qua các năm',
      key: ['tinh', 'nam'],
      access: 'open',
    })
    const asked = async (id: string) =>
      got(await node.call(datasetSummary, node.at(NOBODY), { id, by: 'nam', of: 'dan_so', lines: 'tinh' }))
    expect((await asked('dan-so-qua-cac-nam')).changes).toEqual([
      { line: 'Đà Nẵng', name: 'Đà Nẵng', on: '2025-07-01', joined: [{ name: 'Quảng Nam', whole: true }], left: [] },
    ])
    const page = await (await site(NOBODY).request('http://127.0.0.1/du-lieu/dan-so-qua-cac-nam?xem=bieu-do&nhom=tinh')).text()
    expect([
      page.match(/class="p-cut"/g)?.length,
      page.includes('Từ 01/07/2025, Đà Nẵng gồm cả Quảng Nam.'),
      page.includes('href="/du-lieu/dan-so-qua-cac-nam?xem=dia-gioi"'),
      page.match(/\(địa giới trước 01\/07\/2025\)/g)?.length,
    ]).toEqual([1, true, true, 2])
    const all = (await node.call(placeList, node.at(NOBODY), { level: 'province', on: '2025-07-01', limit: 100 })) as {
      value: { items: { name: string }[] }
    }
    const again = all.value.items.flatMap(({ name }) => [2024, 2025].map((year) => `${name},${year},${year}`))
    await node.take('tinh-lai.csv', ['Tỉnh,Năm,Dân số', ...again].join('\n'), { title: 'Tính lại', key: ['tinh', 'nam'], access: 'open' })
    const one = got(
      await node.call(datasetSummary, node.at(NOBODY), {
        id: 'tinh-lai',
        by: 'nam',
        of: 'dan_so',
        lines: 'tinh',
        line: all.value.items.flatMap(({ name }) => (name.includes('Đà Nẵng') ? [name] : [])),
      }),
    )
    expect([one.items.length, one.changes]).toEqual([2, []])
  })
})
