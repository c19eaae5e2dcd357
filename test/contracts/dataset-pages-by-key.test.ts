import { expect, test } from 'vitest'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import { datasetSummary } from '../../src/operations/dataset/rows/summarise-rows.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Rows that are read on while others come, by values of any length and any size. */
onNodes((node) => {
  const site = siteOf(node, () => tester)
  const page = async (id: string, given: object) => got(await node.call(datasetRows, node.at(), { id, ...given }))
  const tableOf = (n: number, value: (i: number) => string): string =>
    `mã,chữ\n${Array.from({ length: n }, (_, i) => `${i},${value(i)}`).join('\n')}\n`

  // 2026-11-27: a file begun before a version came had rows of both
  test('[DAT-10] a file that is being taken along is of one version, also when another comes meanwhile', async () => {
    const one = await node.take(
      'tải.csv',
      tableOf(21_000, () => 'cũ'),
      { title: 'Đang tải', key: ['ma'] },
    )
    const answer = await site.request(`/du-lieu/${one.slug}/tai-ve`)
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    let text = decoder.decode((await reader?.read())?.value, { stream: true })
    const after = await node.take(
      'tải 2.csv',
      tableOf(21_000, () => 'mới'),
      { dataset: one.id },
    )
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read())
      text += decoder.decode(piece.value, { stream: true })
    const lines = text.trimEnd().split('\r\n')
    expect([after.current.changed, lines.length, lines.filter((line) => line.endsWith('mới')).length]).toEqual([21_000, 21_001, 0])
  })

  test('[DAT-10] pages go on in the version and the order of the first; in another order, and beside another version, `next` is refused', async () => {
    const one = await node.take(
      'trang.csv',
      tableOf(6, (i) => (i < 3 ? `c${i}` : '')),
      { title: 'Từng trang', key: ['ma'] },
    )
    const first = await page(one.id, { sort: 'chu', limit: 2 })
    await node.take(
      'trang 2.csv',
      tableOf(6, (i) => `m${i}`),
      { dataset: one.id },
    )
    const seen = [...first.items]
    for (let next = first.next; next !== null; ) {
      const more = await page(one.id, { sort: 'chu', limit: 2, after: next })
      expect(more.version).toBe(1)
      seen.push(...more.items)
      next = more.next
    }
    expect(seen.map(({ values }) => [values['ma'], values['chu']])).toEqual([
      [0, 'c0'],
      [1, 'c1'],
      [2, 'c2'],
      [3, null],
      [4, null],
      [5, null],
    ])
    const refused = { ok: false, refusal: { code: 'bad-value', data: { name: 'after' } } }
    for (const other of [{ sort: 'ma' }, { sort: '-chu' }, {}, { sort: 'chu', version: 2 }])
      expect(await node.call(datasetRows, node.at(), { id: one.id, after: first.next, ...other })).toMatchObject(refused)
    const strange = Buffer.from(JSON.stringify(['1:chu', '999'])).toString('base64url')
    expect(await node.call(datasetRows, node.at(), { id: one.id, sort: 'chu', after: strange })).toMatchObject(refused)
    expect((await site.request(`/du-lieu/${one.slug}?sap=ma&sau=${first.next}`)).status).toBe(400)
  })

  test('[DAT-10] rows are paged in the order of texts of any length', async () => {
    const long = (i: number): string => `${String(i).padStart(2, '0')}${'ă'.repeat(6000)}`
    const one = await node.take('dài.csv', tableOf(30, long), { title: 'Chữ dài', key: ['ma'] })
    const seen: unknown[] = []
    for (let next: string | null = ''; next !== null; ) {
      const more: Awaited<ReturnType<typeof page>> = await page(one.id, {
        sort: '-chu',
        limit: 10,
        ...(next === '' ? {} : { after: next }),
      })
      seen.push(...more.items.map(({ values }) => values['ma']))
      next = more.next
      expect(next?.length ?? 0).toBeLessThan(100)
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => 29 - i))
  })

  test('[DAT-10] among times a day is its beginning', async () => {
    const one = await node.take('lúc.csv', 'lúc\n2024-01-01T23:59:59\n2024-01-02T00:00:00\n', { title: 'Lúc đo' })
    const found = async (filter: string) => (await page(one.id, { filter })).items.length
    expect([await found('luc:lt:2024-01-02'), await found('luc:ge:02/01/2024'), await found('luc:lt:1900-01-01')]).toEqual([1, 1, 0])
  })

  // 2026-11-27: both were an accident of the server
  test('[DAT-11] a sum beyond what a double holds is drawn and summarised as none, one below it as nothing', async () => {
    const one = await node.take('xa.csv', 'loại,số\na,2.5e400\nb,1e-400\nc,3.5\n', {
      title: 'Số quá xa',
      columns: [{ name: 'so', type: 'decimal' }],
    })
    const found = got(await node.call(datasetSummary, node.at(), { id: one.id, by: 'loai', of: 'so', measure: 'max' }))
    expect(found.items.map(({ key, value }) => [key, value])).toEqual([
      ['a', null],
      ['c', 3.5],
      ['b', 0],
    ])
    expect((await site.request(`/du-lieu/${one.slug}?xem=bieu-do`)).status).toBe(200)
  })

  // 2026-11-27: the database makes none of it, and the whole import was broken
  test('[DAT-17] a line of one point is a bad cell of its row', async () => {
    const good = 'LINESTRING(108 16,108.1 16)'
    const wkt = ['LINESTRING(108 16)', good, 'MULTILINESTRING((108 16,109 16),(108 16))'].map((text, i) => `${i},"${text}"`)
    const first = await node.read('sông.csv', `mã,hình\n${wkt.join('\n')}\n`)
    const done = await node.commit(first.id, { title: 'Sông', bad: 'leave-out' })
    expect([done.state, done.bad.map(({ at, bad }) => [at, bad])]).toEqual([
      'done',
      [
        [2, 'not-geometry'],
        [4, 'not-geometry'],
      ],
    ])
    const feature = (ma: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { ma },
      geometry: { type: 'LineString', coordinates },
    })
    const features = [
      feature('a', [[108, 16]]),
      feature('b', [
        [108, 16],
        [108.1, 16],
      ]),
    ]
    const shapes = await node.read('sông.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
    const shown = await node.commit(shapes.id, { title: 'Sông suối', bad: 'leave-out' })
    expect([shown.bad.map(({ at, bad }) => [at, bad]), await node.rows(shown.dataset ?? '')]).toEqual([
      [[1, 'not-geometry']],
      [{ ma: 'b', geometry: good }],
    ])
  })
})
