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
    await node.take('mat.csv', 'Tên,Vị trí\nKho kín,POINT(108.2 16)\nKho hai,POINT(108.3 16)\n', { title: 'Kho kín', access: 'restricted' })
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

  test('[DAT-41] [DAT-14] what one may not see is no layer: it answers as what is not there', async () => {
    const strange = await page('?lop=kho-kin')
    expect([strange.includes('Không có bộ dữ liệu «kho-kin»'), strange.includes('Kho hai')]).toEqual([true, false])
    expect((await data('?lop=kho-kin')).layers).toEqual([])
    who = tester
    expect(await page('?lop=kho-kin')).toContain('Kho hai')
    who = NOBODY
  })

  test('[DAT-41] a chosen row is told beside the map', async () => {
    const row = /diem=tram-do%7E(\d+)/.exec(await page('?lop=tram-do'))?.[1]
    expect(await page(`?lop=tram-do&diem=tram-do~${row}`)).toMatch(/id="h-diem">Ái Nghĩa</)
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
