import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { datasetNode } from '../support/dataset-node.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Datasets over one another on the ground of the day, as a person and as a program sees them. */
describe.each(engines.filter(({ name }) => name === 'pglite'))('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof datasetNode>
  let site: ReturnType<typeof pages>
  let who: Who = NOBODY
  let closed = ''
  beforeAll(async () => {
    opened = await open()
    node = datasetNode(opened.engine)
    site = pages({
      call: node.call,
      files: node.files,
      settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
      whoOf: async () => who,
      now: () => new Date('2026-03-10T02:00:00Z'),
      report: (error) => {
        throw error
      },
    })
    await node.take('tram.csv', 'Tên trạm,Vị trí\nÁi Nghĩa,POINT(108.1 15.88)\nCâu Lâu,POINT(108.28 15.86)\nHà Nội,POINT(105.85 21.03)\n', {
      title: 'Trạm đo',
      access: 'open',
    })
    const stores = 'Tên,Vị trí\nKho kín,POINT(108.2 16)\nKho hai,POINT(108.3 16)\n'
    closed = (await node.take('mat.csv', stores, { title: 'Kho kín', access: 'restricted' })).slug
    await node.take('dan.csv', 'Mã tỉnh,Dân số (người)\n48,3065628\n01,8435650\n', {
      title: 'Dân số thử',
      access: 'open',
      key: ['ma_tinh'],
    })
  }, 60_000)
  afterAll(async () => {
    await node.close()
    await opened.close()
  })
  const page = async (query: string): Promise<string> => (await site.request(`/ban-do${query}`)).text()
  const data = async (query: string) =>
    (await (await site.request(`/ban-do.json${query}`)).json()) as {
      layers: { slug: string; features: { properties: { name: string } }[] }[]
      shade: { items: { place: string; value: string | null }[] } | null
    }

  test('[PLA-11] [DAT-41] Hoàng Sa and Trường Sa are on the map of every extent, with the province each belongs to', async () => {
    for (const extent of [
      '',
      '?khung=107,15,110,17',
      '?khung=102,20,104,22',
      '?khung=104,8,106,10',
      '?khung=108.1,15.9,108.4,16.2',
      '?khung=x',
    ]) {
      const html = await page(extent)
      for (const name of ['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa', 'Biển Đông']) expect(html).toContain(name)
      const insets = html.slice(html.indexOf('class="insets'))
      expect(insets).toMatch(/Hoàng Sa<\/b><span>Thành phố Đà Nẵng.*Trường Sa<\/b><span>Tỉnh Khánh Hòa/)
    }
  })

  test('[DAT-41] layers that the address names are drawn, listed and told, each with its symbol; the table holds what is in view', async () => {
    const html = await page('?lop=tram-do&to=dan-so-thu:dan_so&khung=107,15,110,17')
    expect(html).toMatch(/<g class="l-0">.*Ái Nghĩa/)
    expect(html).toContain('2 dòng trong khung nhìn')
    expect(html).toContain('m-unit q-')
    const { layers, shade } = await data('?lop=tram-do&to=dan-so-thu:dan_so')
    expect(layers.map(({ slug, features }) => [slug, features.map(({ properties }) => properties.name)])).toEqual([
      ['tram-do', ['Ái Nghĩa', 'Câu Lâu', 'Hà Nội']],
    ])
    expect(shade?.items.find(({ place }) => place === 'p48-2025-07-01')?.value).toBe('3065628')
  })

  test('[DAT-101] figures of communes are not offered to shade provinces; who names them in an address is told why', async () => {
    const rows = '48,Phường Hải Châu,2026,3\n51,Xã Trà Bồng,2026,4\n1,Phường Ba Đình,2026,5\n'
    const { slug, mapped } = await node.take('xa.csv', `ma_tinh,xa,nam,so_thon\n${rows}`, { title: 'Số thôn', access: 'open' })
    expect(mapped.figures).toEqual([])
    const html = await page('')
    expect([html.includes('value="dan-so-thu:dan_so"'), html.includes(`value="${slug}:`)]).toEqual([true, false])
    expect(await page(`?to=${slug}:so_thon`)).toContain('số liệu của bộ này là của huyện, xã')
  })

  // 27-11-2026: of figures of communes the page said only that a map needs a column of coordinates
  test('[PAG-48] of a table of communes the page says that the register has no outlines of them, and leads to its chart', async () => {
    const rows = 'Phường Hải Châu,10\nPhường Hòa Khánh,20\nXã Hòa Vang,30\n'
    const { slug } = await node.take('dân xã.csv', `Xã,Số hộ\n${rows}`, { title: 'Số hộ các xã', access: 'open' })
    const html = await (await site.request(`/du-lieu/${slug}?xem=ban-do`)).text()
    expect(html).toContain('chưa có của huyện, xã')
    const [, to = ''] = /href="(\/du-lieu\/so-ho-cac-xa\?xem=bieu-do[^"]*)"[^>]*>Xem biểu đồ/.exec(html) ?? []
    expect(await (await site.request(to.replaceAll('&amp;', '&'))).text()).toContain('Số hộ theo xã')
    const of = async (one: string): Promise<string> => (await site.request(`/du-lieu/${one}?xem=ban-do`)).text()
    expect(await of('dan-so-thu')).toContain('thể hiện bằng màu trên bản đồ tỉnh, thành phố')
    expect((await of('dan-so-thu')).includes('chưa có của huyện, xã')).toBe(false)
  })

  test('[DAT-41] [DAT-14] what one may not see is no layer: it answers as what is not there', async () => {
    const strange = await page(`?lop=${closed}`)
    expect([strange.includes(`Không có bộ dữ liệu «${closed}»`), strange.includes('Kho hai')]).toEqual([true, false])
    expect((await data(`?lop=${closed}`)).layers).toEqual([])
    who = tester
    expect(await page(`?lop=${closed}`)).toContain('Kho hai')
    who = NOBODY
  })

  test('[DAT-41] a chosen row is told beside the map', async () => {
    const row = /diem=tram-do%7E(\d+)/.exec(await page('?lop=tram-do'))?.[1]
    expect(await page(`?lop=tram-do&diem=tram-do~${row}`)).toMatch(/id="h-diem">Ái Nghĩa</)
  })

  // 27-11-2026: the ways of storms were a field of dots
  test('[DAT-66] points that are the ways of something are joined to lines, with the reason; the reader may have the points', async () => {
    const hour = (n: number): string => new Date(Date.UTC(2020, 9, 1, n * 6)).toISOString()
    const storm = (code: string, name: string, lat: number, hours: readonly number[]) =>
      hours.map((n, i) => `${code},${name},${hour(n)},POINT(${116 - i} ${lat + (i % 3) / 10})`)
    const rows = [...storm('2001', 'Linfa', 15, [0, 1, 2, 3, 4, 5, 6, 7]), ...storm('2002', 'Molave', 14, [40, 41, 42, 43, 60, 61, 62, 63])]
    const text = `Số hiệu,Tên bão,Thời điểm,Vị trí\n${rows.toReversed().join('\n')}\n`
    const { slug } = await node.take('bão.csv', text, {
      title: 'Đường đi của bão',
      access: 'open',
      columns: [{ name: 'so_hieu', type: 'text' }],
    })
    const ways = (html: string) =>
      [...html.matchAll(/<path class="way track[^"]*" d="([^"]*)"/g)].map(([, d = '']) => d.match(/[Ml]/g)?.join(''))
    const html = await page(`?lop=${slug}`)
    expect(ways(html).toSorted()).toEqual(['Mlllllll', 'MlllMlll'].toSorted())
    expect(html).toContain('aria-label="Molave, 11/10/2020–17/10/2020"')
    expect(html).toContain('mỗi «Số hiệu» một đường')
    const dots = await page(`?lop=${slug}&cham=${slug}`)
    expect([ways(dots), dots.match(/class="spot"/g)?.length]).toEqual([[], 16])
    expect(dots).toContain(`cham=${slug}`)
    type Drawn = {
      readonly layers: readonly { readonly tracks: readonly { geometry: { type: string; coordinates: unknown[] } }[] | null }[]
    }
    const drawn = async (query: string) => (await data(query)) as unknown as Drawn
    const [layer] = (await drawn(`?lop=${slug}`)).layers
    expect(layer?.tracks?.map(({ geometry: { type, coordinates } }) => [type, coordinates.length]).toSorted()).toEqual([
      ...[
        ['LineString', 4],
        ['LineString', 4],
        ['LineString', 8],
        ['Point', 2],
        ['Point', 2],
      ],
    ])
    expect((await drawn(`?lop=${slug}&cham=${slug}`)).layers[0]?.tracks).toBe(null)
    expect((await drawn('?lop=tram-do')).layers[0]?.tracks).toBe(null)
    const own = await (await site.request(`/du-lieu/${slug}?xem=ban-do`)).text()
    expect([ways(own).length, own.includes(`/du-lieu/${slug}?xem=ban-do&amp;cham=${slug}`)]).toEqual([2, true])
    const row = /diem=[^"]*%7E(\d+)[^"]*" aria-label="Molave/.exec(html)?.[1]
    const chosen = await page(`?lop=${slug}&diem=${slug}~${row}`)
    expect([chosen.includes('id="h-diem">Molave<'), chosen.match(/track on"/g)?.length]).toEqual([true, 1])
  })

  test('[DAT-145] squares of a kilometre are symbols on the map of the country, and squares on that of their town, as are points beside', async () => {
    const square = (n: number): string => {
      const [x, y] = [108.1 + n / 50, 16]
      return `Ô ${n},"POLYGON((${x} ${y},${x + 0.009} ${y},${x + 0.009} ${y + 0.009},${x} ${y + 0.009},${x} ${y}))"`
    }
    const { slug } = await node.take('ô.csv', `Tên,Vị trí\n${[1, 2, 3].map(square).join('\n')}\n`, { title: 'Ô lưới', access: 'open' })
    const drawn = (html: string) =>
      [html.match(/class="spot"/g)?.length ?? 0, [...html.matchAll(/class="area" d="([^"]*)"/g)].map(([, d = '']) => d)] as const
    expect(drawn(await page(`?lop=${slug}&khung=101.5,6,118,23.8`))).toEqual([3, []])
    const [spots, areas] = drawn(await page(`?lop=${slug}&khung=108.1,15.9,108.3,16.15`))
    expect([spots, areas.map((d) => d.replace(/^M[^l]*/, '').replaceAll('0.521', '0.522'))]).toEqual([
      0,
      Array(3).fill('l0.522 0l0 -0.54l-0.522 0l0 0.54z'),
    ])
    const near = await page('?lop=tram-do&khung=108.1,15.87,108.15,15.9')
    expect(/class="spot" [^>]*transform="translate\(([^)]*)\)/.exec(near)?.[1]).toBe('382.5066 475.2')
  })

  // 28-11-2026: «Xem trên bản đồ vùng» of a dataset of one city opened the whole country
  test('[PAG-57] a layer without a frame in the address opens where its rows are; the whole country is asked for, or shaded', async () => {
    const rows = 'Trạm A,POINT(108.2 16.05)\nTrạm B,POINT(108.24 16.09)\nSai,POINT(10 10)\n'
    const { slug } = await node.take('quận.csv', `Tên,Vị trí\n${rows}`, { title: 'Trạm trong quận', access: 'open' })
    const frame = (html: string) =>
      /data-extent="([^"]*)"/
        .exec(html)?.[1]
        ?.split(',')
        .map((one) => Number(Number(one).toFixed(2)))
    const town = [107.97, 15.8, 108.47, 16.34]
    const whole = [101.5, 6, 118, 23.8]
    const [, link = ''] = /href="(\/ban-do\?lop=[^"]*)"/.exec(await (await site.request(`/du-lieu/${slug}?xem=ban-do`)).text()) ?? []
    const html = await (await site.request(link.replaceAll('&amp;', '&'))).text()
    expect([frame(html), html.includes('2 dòng trong khung nhìn'), html.includes('name="khung"')]).toEqual([town, true, false])
    const [, away = ''] = /href="([^"]*)"[^>]*>Cả nước</.exec(html) ?? []
    const far = await (await site.request(away.replaceAll('&amp;', '&'))).text()
    expect([frame(far), far.includes('name="khung" value="101.5,6,118,23.8"')]).toEqual([whole, true])
    expect(frame(await page(`?lop=${slug}&to=dan-so-thu:dan_so`))).toEqual(whole)
    expect(frame(await page(''))).toEqual(whole)
  })

  test('[PAG-48] whose the layers are is said once each; of a layer that says nothing, nothing', async () => {
    const point = (n: number): string => `Tên,Vị trí\nĐiểm ${n},POINT(108.${n} 16)\n`
    for (const [n, attribution] of [
      [1, 'Sở A.'],
      [2, null],
      [3, 'Sở A'],
      [4, 'Sở B'],
    ] as const)
      await node.take(`ghi nguồn ${n}.csv`, point(n), { title: `Ghi nguồn ${n}`, access: 'open', attribution })
    const html = await page('?lop=ghi-nguon-1,ghi-nguon-2,ghi-nguon-3,ghi-nguon-4')
    expect(/<p class="src">([^<]*)/.exec(html)?.[1]).toMatch(/gần đúng\. Sở A\. Sở B$/)
  })

  test('[DAT-41] a drawing whose rows can be followed is no image: within one a reader of the screen hears no link', async () => {
    const roles = async (query: string) => /<svg class="ground"[^>]* role="(\w+)"/.exec(await page(query))?.[1]
    expect([await roles(''), await roles('?lop=tram-do')]).toEqual(['img', 'group'])
  })
})

test('[DAT-41] the map that is dragged, with its worker, is at most 500 kB as it is sent', () => {
  const folder = '.cache/islands'
  expect(existsSync(folder)).toBe(true)
  const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(`${folder}/${name}`)).length)
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(500_000)
})
