import { expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { datasetCarry } from '../../src/operations/dataset/rows/carry-dataset.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Which rows of a table are told of the units of another day, and of which day they are; on the real register. */
const [OLD, NEW] = ['2025-06-30', '2025-07-01']

onNodes((node) => {
  const site = siteOf(node, () => tester)
  const taken = async (title: string, text: string, given: object = {}) =>
    node.take(`${title}.csv`, text, { title, access: 'open', ...given })
  const ask = (id: string, given: object) => node.call(datasetCarry, node.at(NOBODY), { id, on: NEW, ...given })
  const told = async (id: string, given: object) => got(await ask(id, given))
  type Told = Awaited<ReturnType<typeof told>>
  const figures = ({ items }: Told) => items.map((one) => [one.place.code, one.value, one.exact])

  // 2026-11-27: Đà Nẵng was told as 110, exact: the first row of its communes and the first of those of Quảng Nam
  test('[DAT-70] of several rows of a unit at one time none is told as its figure: the column that tells them apart is named', async () => {
    const crops = await taken(
      'cây trồng',
      'Tỉnh,Năm,Cây trồng,Sản lượng (tấn)\nĐà Nẵng,2024,Lúa,100\nĐà Nẵng,2024,Ngô,200\nQuảng Nam,2024,Lúa,10\nQuảng Nam,2024,Ngô,20\n',
    )
    expect(await ask(crops.id, {})).toEqual({
      ok: false,
      refusal: {
        code: 'place-in-several-rows',
        data: {
          place: 'Đà Nẵng',
          count: 2,
          columns: '«Cây trồng»',
          only: '«Cây trồng»: «Lúa»',
          filter: 'filter=cay_trong%3Aeq%3AL%C3%BAa',
        },
      },
    })
    const months = await taken('tháng', 'Tỉnh,Năm,Tháng,Số vụ\nĐà Nẵng,2024,1,5\nĐà Nẵng,2024,2,\nQuảng Nam,2024,1,1\nQuảng Nam,2024,2,2\n')
    expect(await ask(months.id, { measure: 'sum' })).toMatchObject({
      refusal: { code: 'place-in-several-rows', data: { columns: '«Tháng»' } },
    })
    const alike = await taken('giống nhau', 'Tỉnh,Năm,Dân số (người)\nĐà Nẵng,2024,5\n48,2024,7\nQuảng Nam,2024,1\n')
    expect(await ask(alike.id, {})).toMatchObject({ refusal: { code: 'place-in-alike-rows', data: { count: 2 } } })
    // no time of several is chosen where each stands once
    expect(figures(await told((await taken('một dòng', 'Tỉnh,Năm,Dân số (người)\nĐà Nẵng,2024,300\nQuảng Nam,2024,30\n')).id, {}))).toEqual(
      [['48', '330', true]],
    )
  })

  // 2026-11-27: the refusal named the columns, and there was nothing to be done with them
  test('[DAT-87] the rows that leave one of each unit are named, told when they are asked for, and offered on the page', async () => {
    const one = await taken(
      'lúa ngô',
      'Tỉnh,Năm,Vụ,Cây trồng,Sản lượng (tấn)\nĐà Nẵng,2024,Đông,Lúa,100\nĐà Nẵng,2024,Đông,Ngô,200\nĐà Nẵng,2024,Hè,Lúa,1\nQuảng Nam,2024,Đông,Lúa,10\nQuảng Nam,2024,Đông,Ngô,20\n',
    )
    const refused = await ask(one.id, {})
    const data = refused.ok ? {} : refused.refusal.data
    expect(data).toMatchObject({ only: '«Vụ»: «Đông», «Cây trồng»: «Lúa»' })
    const filter = new URLSearchParams(String(data?.['filter'])).getAll('filter')
    expect(figures(await told(one.id, { filter }))).toEqual([['48', '110', true]])
    expect(await ask(one.id, { filter: 'khong_co:eq:1' })).toMatchObject({ refusal: { code: 'bad-value', data: { name: 'filter' } } })
    const page = async (more: string) => (await site.request(`/du-lieu/${one.slug}?xem=dia-gioi${more}`)).text()
    expect(await page('')).toContain('loc=vu%3Aeq%3A%C4%90%C3%B4ng&amp;loc=cay_trong%3Aeq%3AL%C3%BAa')
    const narrowed = await page(`&${filter.map((test) => `loc=${encodeURIComponent(test)}`).join('&')}`)
    expect([narrowed.includes('Chỉ lấy dòng: «Vụ»: «Đông», «Cây trồng»: «Lúa».'), narrowed.includes('&amp;filter=vu%3Aeq')]).toEqual([
      true,
      true,
    ])
  })

  // 2026-11-27: a commune in a column that was not read as places lent its figure to its province
  test('[DAT-87] a row that names a commune nobody read is of a part, and not told as its province', async () => {
    const rows = 'Đà Nẵng,Khu A,2024,100\nQuảng Nam,Khu B,2024,10\n'
    const parts = await taken('khu', `Tỉnh,Xã,Năm,Dân số (người)\n${rows}`)
    expect(parts.columns.map(({ role }) => role)).toEqual(['place', undefined, 'year', undefined])
    expect(await ask(parts.id, {})).toMatchObject({ refusal: { code: 'rows-of-parts', data: { column: 'Xã', place: 'Tỉnh' } } })
    const both = await taken('khu và tỉnh', `Tỉnh,Xã,Năm,Dân số (người)\n${rows}Đà Nẵng,,2024,300\nQuảng Nam,,2024,30\n`)
    const found = await told(both.id, {})
    expect([figures(found), found.unread]).toEqual([
      [['48', '330', true]],
      [
        { n: 3, place: 'Đà Nẵng', reason: 'part' },
        { n: 4, place: 'Quảng Nam', reason: 'part' },
      ],
    ])
    const seat = await taken('trụ sở', 'Tỉnh,Xã đặt trụ sở,Năm,Dân số (người)\nĐà Nẵng,A,2024,300\nQuảng Nam,B,2024,30\n')
    expect(figures(await told(seat.id, {}))).toEqual([['48', '330', true]])
  })

  test('[DAT-70] a table of communes is told of communes, not of the province that stands beside them', async () => {
    const one = await taken(
      'số dân xã',
      'Tỉnh,Xã,Năm,Dân số (người)\nĐà Nẵng,Xã Hòa Bắc,2024,100\nĐà Nẵng,Xã Hòa Liên,2024,200\nQuảng Nam,Xã Đại Hiệp,2024,10\n',
    )
    const { items, place, unread } = await told(one.id, {})
    expect([place, unread]).toEqual(['xa', []])
    const parts = items.flatMap((item) => item.parts.map((part) => [part.place.name, part.value]))
    // Hòa Liên went to two
    expect(parts.toSorted()).toEqual([
      ['Xã Hòa Bắc', '100'],
      ['Xã Hòa Liên', '200'],
      ['Xã Hòa Liên', '200'],
      ['Xã Đại Hiệp', '10'],
    ])
    expect(items.every((item) => item.place.code.length === 5)).toBe(true)
    const shaded = await (await site.request(`/ban-do?to=${one.slug}:dan_so`)).text()
    expect(shaded).toContain('không phải của tỉnh, thành phố')
  })

  test('[DAT-70] the map of the region shades nothing of such rows, and says why', async () => {
    const one = await taken('vụ mùa', 'Tỉnh,Năm,Vụ mùa,Dân số (người)\nĐà Nẵng,2024,Đông,100\nĐà Nẵng,2024,Hè,200\nQuảng Nam,2024,Hè,10\n')
    const page = await (await site.request(`/ban-do?to=${one.slug}:dan_so`)).text()
    expect(page).toContain('phân biệt bởi «Vụ mùa»')
    expect(await (await site.request(`/ban-do.json?to=${one.slug}:dan_so`)).json()).toMatchObject({ shade: null })
  })

  // 2026-11-27: «Q.Nam», settled when it came in, was left out as unknown
  test('[DAT-71] what a text was taken to mean when it came in is what it means when it is carried', async () => {
    const file = 'Tỉnh,Năm,Dân số (người)\nĐà Nẵng,2024,300\nQ.Nam,2024,30\nHà Nội,2024,8\n'
    const one = await taken('tên riêng', file, { places: [{ column: 'tinh', is: [{ value: 'Q.Nam', place: 'p49-origin' }] }] })
    const found = await told(one.id, {})
    expect([found.unread, figures(found)]).toEqual([
      [],
      [
        ['48', '330', true],
        ['01', '8', true],
      ],
    ])
    const without = await taken('tên lạ', file)
    const left = await told(without.id, {})
    expect([left.unread, left.items[0]?.value]).toEqual([[{ n: 2, place: 'Q.Nam', reason: 'unknown' }], null])
  })

  // 2026-11-27: of 2025 the figure of the new Đà Nẵng was told as that of the old one
  test('[DAT-72] a row is of the units of its own year: a series over the reorganisation has no one day', async () => {
    const one = await taken(
      'chuỗi',
      'Tỉnh,Năm,Dân số (người)\nĐà Nẵng,2024,300\nQuảng Nam,2024,30\nHà Nội,2024,8\nĐà Nẵng,2026,335\nHà Nội,2026,9\n',
    )
    expect(figures(await told(one.id, { at: '2024' }))).toEqual([
      ['48', '330', true],
      ['01', '8', true],
    ])
    const later = await told(one.id, { at: '2026' })
    expect([later.day, figures(later)]).toEqual([
      '2026-03-10',
      [
        ['48', '335', true],
        ['01', '9', true],
      ],
    ])
    const back = await told(one.id, { at: '2026', on: OLD })
    expect(back.items.map((item) => [item.place.code, item.value, item.reason])).toEqual([
      ['48', null, 'share-unknown'],
      ['01', '9', null],
      ['49', null, 'share-unknown'],
    ])
  })

  test('[DAT-72] in the year of the change a name of two units is told of neither, unless the other names say which', async () => {
    const take = async (title: string, rows: string) => {
      const first = await node.read(`${title}.csv`, `Tỉnh,Năm,Dân số (người)\n${rows}`)
      got(await node.call(importReread, node.at(), { id: first.id, places: [{ column: 'tinh', on: OLD }] }))
      await node.importer.idle()
      const done = await node.commit(first.id, { title, access: 'open', sameTitle: 'new' })
      return String(done.dataset)
    }
    const unsure = await told(await take('nửa bảng', 'Đà Nẵng,2025,335\nHà Nội,2025,9\n'), { at: '2025', on: OLD })
    expect([unsure.unread, figures(unsure)]).toEqual([[{ n: 1, place: 'Đà Nẵng', reason: 'day-unsure' }], [['01', '9', true]]])
    const sure = await told(await take('đủ bảng', 'Đà Nẵng,2025,300\nQuảng Nam,2025,30\n'), { at: '2025' })
    expect([sure.day, sure.unread, figures(sure)]).toEqual([OLD, [], [['48', '330', true]]])
  })

  // 2026-11-27: a table of the 34 provinces opened on the 63 of before, most of which nothing is known of
  test('[DAT-103] a table opens on the units of after the reform, in the order of a dictionary; the old are told when they are asked for', async () => {
    const page = async (slug: string, more = ''): Promise<unknown> => {
      const html = await (await site.request(`/du-lieu/${slug}?xem=dia-gioi${more}`)).text()
      const of = /<select[^>]*name="theo".*?<option[^>]*value="(\w+)"[^>]*selected/s.exec(html)?.[1]
      const [, table = ''] = html.split('<tbody>')
      return [of, [...table.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)]
    }
    const names = ['Tỉnh Điện Biên', 'Tỉnh Đắk Lắk', 'Thành phố Đà Nẵng', 'Tỉnh Cà Mau']
    const ordered = ['Tỉnh Cà Mau', 'Thành phố Đà Nẵng', 'Tỉnh Đắk Lắk', 'Tỉnh Điện Biên']
    const now = await taken('nay', `Tỉnh,Năm,Dân số (người)\n${names.map((name, i) => `${name},2026,${i + 1}`).join('\n')}\n`)
    expect(await page(now.slug)).toEqual(['moi', ordered])
    expect(await page(now.slug, '&theo=cu')).toEqual(['cu', expect.arrayContaining(['Tỉnh Quảng Nam'])])
    const before = await taken('xưa', 'Tỉnh,Năm,Dân số (người)\nQuảng Nam,2023,1\nĐà Nẵng,2023,2\nCà Mau,2023,3\nBạc Liêu,2023,4\n')
    expect(await page(before.slug)).toEqual(['moi', ['Tỉnh Cà Mau', 'Thành phố Đà Nẵng']])
  })

  // 27-11-2026: a table by its own units was headed «Bảng gốc theo đơn vị ngày …», with two empty columns
  test('[DAT-103] by its own units a table is told as it stands, without columns of an arithmetic that there is none of', async () => {
    const heads = async (slug: string, more = ''): Promise<unknown> => {
      const html = await (await site.request(`/du-lieu/${slug}?xem=dia-gioi${more}`)).text()
      const of = /<thead>(.*?)<\/thead>/s.exec(html)?.[1] ?? ''
      return [html.includes('đúng như bảng gốc'), [...of.matchAll(/<th[^>]*>([^<]*)/g)].map(([, name]) => name).slice(2)]
    }
    const own = await taken('đúng', 'Tỉnh,Năm,Dân số (người)\nĐà Nẵng,2026,2\nCà Mau,2026,3\n')
    expect(await heads(own.slug)).toEqual([true, ['Cách tính']])
    const before = await taken('gộp', 'Tỉnh,Năm,Dân số (người)\nQuảng Nam,2023,1\nĐà Nẵng,2023,2\n')
    expect(await heads(before.slug)).toEqual([false, ['Cách tính', 'Từ các đơn vị']])
    expect(await heads(own.slug, '&theo=cu&trong-so=area')).toEqual([false, ['Trong khoảng', 'Cách tính', 'Từ các đơn vị']])
  })
})
