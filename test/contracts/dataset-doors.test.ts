import { expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import type { Opened } from '../../src/main/open.ts'
import { answer } from '../../src/main/verbs.ts'
import { onePGlite, onNodes, siteOf } from '../support/dataset-node.ts'
import { BUILDING, HEALTH } from '../support/office.ts'

/** What a newcomer met at the doors of data: 2026-11-27. */
const steward: Who = {
  kind: 'person',
  id: '00000000-0000-4000-8000-000000000131',
  name: 'Người thử',
  duties: [{ role: 'steward', organisation: BUILDING, central: false, deputyFor: null }],
  bodies: [BUILDING],
}

onNodes((node) => {
  test('[PAG-54] a version of a dataset that is not there, or of another’s, is refused', async () => {
    const one = await node.take('y tế.csv', 'Mã,Số\na,1\n', { title: 'Giường bệnh', custodian: HEALTH })
    const status = async (slug: string) =>
      (await siteOf(node, () => steward).request(`http://127.0.0.1/lam-viec/du-lieu?bo=${slug}`)).status
    expect([await status('khong-co'), await status(one.slug), await status('')]).toEqual([404, 403, 200])
  })

  test('[DAT-95] a command takes a body by its name', async () => {
    const list = async (custodian: string) => {
      const asked = { verb: 'operation', name: 'dataset.list', fields: { custodian }, language: 'vi' } as const
      const given = await answer(node as unknown as Opened, asked, () => {})
      return given.ok ? (given.value as { items: readonly { title: string }[] }).items.map(({ title }) => title) : given.refusal.code
    }
    expect([await list('Sở Y tế'), await list(HEALTH), await list(BUILDING)]).toEqual([['Giường bệnh'], ['Giường bệnh'], []])
  })

  test('[DAT-1] a file that ends where the looking does was seen whole; coordinates of a preview have the places that eyes need', async () => {
    const rows = (n: number) => `a,b\n${Array.from({ length: n }, (_, i) => `x${i},${i}`).join('\n')}\n`
    const whole = async (n: number) => (await node.read('dài.csv', rows(n))).reading?.whole
    expect([await whole(100_000), await whole(250_000)]).toEqual([true, false])
    const point = { type: 'Feature', properties: { a: 1 }, geometry: { type: 'Point', coordinates: [108.20123456789, 16.05] } }
    const { id } = await node.read('điểm.geojson', JSON.stringify({ type: 'FeatureCollection', features: [point] }))
    const page = await (await siteOf(node, () => node.at().who).request(`http://127.0.0.1/lam-viec/du-lieu/${id}`)).text()
    expect(page.slice(page.indexOf('id="xem-truoc"'))).toMatch(/108\.2012346 16\.05/)
  })
}, onePGlite)
