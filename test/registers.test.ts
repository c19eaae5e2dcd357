import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Day, day, parseDay, weekday } from '../src/kernel/period/day.ts'
import { holdsOn } from '../src/kernel/period/span.ts'
import { splitName } from '../src/kernel/place/place.ts'

/** What the compiled registers promise, whatever their sources say: read from registers/ as they are shipped. */
type Row = Readonly<Record<string, string>>
const read = (name: string): readonly Row[] => parse(readFileSync(`registers/${name}`, 'utf8'), { columns: true, skip_empty_lines: true })
const orNull = (text: string | undefined): Day | null => (text === undefined || text === '' ? null : day(text))
const span = (row: Row): { from: Day | null; to: Day | null } => ({ from: orNull(row['from']), to: orNull(row['to']) })
const on = (rows: readonly Row[], d: string): readonly Row[] => rows.filter((row) => holdsOn(span(row), day(d)))
const twice = (keys: readonly string[]): readonly string[] => keys.filter((key, i) => keys.indexOf(key) !== i)

const places = read('places.csv')
const links = read('place-successions.csv')
const byId = new Map(places.map((row) => [row['id'] ?? '', row]))
const bounds = [...new Set(places.flatMap((row) => [row['from'], row['to']]).filter((d): d is string => d !== undefined && d !== ''))]
const levels = (rows: readonly Row[]): readonly number[] =>
  ['province', 'district', 'commune'].map((level) => rows.filter((row) => row['level'] === level).length)
const called = (d: string, code: string): readonly (string | undefined)[] =>
  on(places, d)
    .filter((row) => row['code'] === code)
    .map((row) => row['full_name'])

describe('places', () => {
  test('[PLA-1] 63 provinces, 696 districts and 10,035 communes before 1-7-2025; 34 and 3,321 after', () => {
    expect(['2025-03-01', '2025-06-30', '2025-07-01', '2026-11-01'].map((d) => levels(on(places, d)))).toEqual([
      [63, 696, 10_035],
      [63, 696, 10_035],
      [34, 0, 3321],
      [34, 0, 3321],
    ])
  })

  test('[PLA-1] on any day a code of a level names one place', () => {
    for (const d of ['2000-01-01', ...bounds]) {
      const held = on(places, d).map((row) => `${row['level']} ${row['code']}`)
      expect(new Set(held).size).toBe(held.length)
    }
  })

  test('[PLA-1] 52, 20242 and 46 before and after', () => {
    expect([called('2025-06-30', '52'), called('2025-07-01', '52')]).toEqual([['Tỉnh Bình Định'], ['Tỉnh Gia Lai']])
    expect([called('2025-06-30', '20242'), called('2025-07-01', '20242')]).toEqual([['Phường Phước Ninh'], ['Phường Hải Châu']])
    expect([called('2024-12-31', '46'), called('2025-01-01', '46')]).toEqual([['Tỉnh Thừa Thiên Huế'], ['Thành phố Huế']])
  })

  test('[PLA-1] provinces that became cities in 2026 did so on their day', () => {
    expect(
      [
        ['75', '2026-04-29', '2026-04-30'],
        ['22', '2026-08-31', '2026-09-01'],
        ['24', '2026-09-19', '2026-09-20'],
      ].map(([code = '', before = '', from = '']) => [...called(before, code), ...called(from, code)]),
    ).toEqual([
      ['Tỉnh Đồng Nai', 'Thành phố Đồng Nai'],
      ['Tỉnh Quảng Ninh', 'Thành phố Quảng Ninh'],
      ['Tỉnh Bắc Ninh', 'Thành phố Bắc Ninh'],
    ])
    expect(on(places, '2026-04-30').filter((row) => row['from'] === '2026-04-30' && row['level'] === 'commune')).toHaveLength(10)
  })

  test('[PLA-1] a unit stands below one that is there; every name has a level and a rest', () => {
    expect(places.filter((row) => (row['level'] === 'province') !== (row['parent'] === ''))).toEqual([])
    expect(places.filter((row) => row['parent'] !== '' && !byId.has(row['parent'] ?? ''))).toEqual([])
    expect(places.filter((row) => splitName(row['full_name'] ?? '').prefix === null)).toEqual([])
  })

  test('[PLA-9] every unit that ended has an heir that begins on that day, and every unit that began comes from one', () => {
    const ended = new Set(links.map((link) => `${link['from']} ${link['at']}`))
    const began = new Set(links.map((link) => `${link['to']} ${link['at']}`))
    expect(places.filter((row) => row['to'] !== '' && !ended.has(`${row['id']} ${row['to']}`)).map((row) => row['id'])).toEqual([])
    expect(places.filter((row) => row['from'] !== '' && !began.has(`${row['id']} ${row['from']}`)).map((row) => row['id'])).toEqual([])
    expect(
      links.filter((link) => byId.get(link['from'] ?? '')?.['to'] !== link['at'] || byId.get(link['to'] ?? '')?.['from'] !== link['at']),
    ).toEqual([])
  })

  test('[PLA-7] a whole goes to one heir of its level, a part never alone', () => {
    const ofLevel = links.filter((link) => byId.get(link['from'] ?? '')?.['level'] === byId.get(link['to'] ?? '')?.['level'])
    const groups = [...Map.groupBy(ofLevel, (link) => link['from'])]
    expect(groups.filter(([, group]) => group.length > 1 !== group.every((link) => link['partial'] === 'true')).map(([id]) => id)).toEqual(
      [],
    )
  })

  test('[PLA-8] a row that contradicts its own province is kept, not certain, and listed as a gap', () => {
    const doubtful = links.filter((link) => link['certainty'] === 'contradicted').map((link) => byId.get(link['from'] ?? '')?.['code'])
    expect(doubtful).toEqual(['30622'])
    expect(read('gaps.csv').filter((gap) => gap['code'] === '30622')).toHaveLength(1)
  })

  test('[PLA-10] codes of older lists belong to units that are there, and are the code of no other', () => {
    for (const row of read('place-codes.csv')) {
      expect(byId.has(row['place'] ?? '')).toBe(true)
      expect(called('2026-01-01', row['code'] ?? '')).toEqual([])
    }
  })

  test('[PLA-11] Hoàng Sa and Trường Sa are drawn before and after, in Đà Nẵng and in Khánh Hòa', () => {
    const outlines: {
      readonly features: readonly { readonly properties: { readonly place: string; readonly name: string; readonly kind: string } }[]
    } = JSON.parse(readFileSync('registers/province-outlines.geojson', 'utf8'))
    for (const [d, hoangSa, truongSa] of [
      ['2024-06-01', 'Thành phố Đà Nẵng', 'Tỉnh Khánh Hòa'],
      ['2026-11-01', 'Thành phố Đà Nẵng', 'Tỉnh Khánh Hòa'],
    ] as const) {
      const drawn = outlines.features.filter(({ properties }) => holdsOn(span(byId.get(properties.place) ?? {}), day(d)))
      const owner = (name: string): readonly (string | undefined)[] =>
        drawn
          .filter(({ properties }) => properties.kind === 'archipelago' && properties.name.includes(name))
          .map(({ properties }) => byId.get(properties.place)?.['full_name'])
      expect([owner('Hoàng Sa'), owner('Trường Sa')]).toEqual([[hoangSa], [truongSa]])
      const provinces = drawn.filter(({ properties }) => properties.kind === 'province').map(({ properties }) => properties.place)
      expect(new Set(provinces).size).toBe(on(places, d).filter((row) => row['level'] === 'province').length)
    }
  })
})

describe('organisations', () => {
  const bodies = read('organisations.csv')
  const heirs = read('organisation-successions.csv')
  const ids = new Map(bodies.map((row) => [row['id'] ?? '', row]))
  const heirsOf = (id: string): readonly (string | undefined)[][] =>
    heirs.filter((row) => row['from'] === id).map((row) => [ids.get(row['to'] ?? '')?.['name'], row['scope'], row['certainty']])

  test('[ORG-2] «Sở Tài chính» of 2024 and of 2026 are two bodies, the second after two', () => {
    const finance = bodies.filter((row) => row['name'] === 'Sở Tài chính' && row['of'] === 'Đà Nẵng')
    expect(finance.map((row) => [row['from'], row['to']]).sort()).toEqual([
      ['', '2025-03-01'],
      ['2025-03-01', ''],
    ])
    const now = finance.find((row) => row['to'] === '')?.['id']
    expect(
      heirs
        .filter((row) => row['to'] === now && row['at'] === '2025-03-01')
        .map((row) => ids.get(row['from'] ?? '')?.['name'])
        .sort(),
    ).toEqual(['Sở Kế hoạch và Đầu tư', 'Sở Tài chính'])
  })

  test('[ORG-2] on any day a name of a locality is one body', () => {
    for (const d of ['2022-05-05', '2025-03-01', '2025-04-26', '2025-07-01', '2026-11-01'])
      expect(
        twice(
          on(bodies, d)
            .filter((row) => row['rank'] !== 'commune')
            .map((row) => `${row['of']} ${row['name']}`),
        ),
      ).toEqual([])
  })

  test('[ORG-2] what old Đà Nẵng did not have, it has only since the merger', () => {
    expect(on(bodies, '2022-05-05').filter((row) => row['name'] === 'Sở Dân tộc và Tôn giáo')).toEqual([])
    expect(
      on(bodies, '2026-11-01')
        .filter((row) => row['name'] === 'Sở Dân tộc và Tôn giáo')
        .map((row) => row['of']),
    ).toEqual(['Đà Nẵng'])
    expect(on(bodies, '2022-05-05').filter((row) => row['name'] === 'Sở Nông nghiệp và Môi trường')).toEqual([])
  })

  test('[ORG-3] where functions went to several, each link says which, and one has the rest', () => {
    const groups = [
      ...Map.groupBy(
        heirs.filter((row) => !['province', 'district', 'commune'].includes(ids.get(row['from'] ?? '')?.['rank'] ?? '')),
        (row) => row['from'],
      ),
    ]
    const several = groups.filter(([, group]) => group.length > 1)
    expect(several.length).toBeGreaterThan(4)
    expect(
      several.filter(([, group]) => group.some((row) => row['scope'] === '') || twice(group.map((row) => row['scope'] ?? '')).length > 0),
    ).toEqual([])
  })

  test('[ORG-4] press of the Sở Thông tin và Truyền thông: the second heir is not certain', () => {
    expect(heirsOf('so-thong-tin-va-truyen-thong-da-nang-origin')).toEqual([
      ['Sở Khoa học và Công nghệ', 'các chức năng còn lại', 'seen'],
      ['Sở Văn hóa và Thể thao', 'báo chí, xuất bản, thông tin cơ sở', 'medium'],
    ])
  })

  test('[ORG-5] every body that ended has an heir, which is there on that day', () => {
    expect(bodies.filter((row) => row['to'] !== '' && !heirs.some((heir) => heir['from'] === row['id'])).map((row) => row['id'])).toEqual(
      [],
    )
    expect(heirs.filter((heir) => !holdsOn(span(ids.get(heir['to'] ?? '') ?? {}), day(heir['at'] ?? '')))).toEqual([])
  })
})

describe('working days', () => {
  const days = read('working-days.csv')

  test('[PER-4] every made-up day is a weekend, and the day it makes up for was closed', () => {
    const closed = new Set(days.filter((row) => row['kind'] === 'closed').map((row) => row['day']))
    const worked = days.filter((row) => row['kind'] === 'worked')
    expect(worked).toHaveLength(4)
    for (const row of worked) {
      expect([0, 6]).toContain(weekday(day(row['day'] ?? '')))
      expect(closed).toContain(parseDay(row['reason']?.replace('làm bù ', '') ?? ''))
    }
  })

  test('[PER-4] each year from 2020 to 2026 has its holidays, and no closed day is a weekend', () => {
    const perYear = Map.groupBy(
      days.filter((row) => row['kind'] === 'closed'),
      (row) => row['day']?.slice(0, 4),
    )
    expect([...perYear.keys()].sort()).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026'])
    expect([...perYear].filter(([, group]) => group.length < 9)).toEqual([])
    expect(days.filter((row) => row['kind'] === 'closed' && [0, 6].includes(weekday(day(row['day'] ?? ''))))).toEqual([])
  })
})

test('each register states its source, licence, day and certainty', () => {
  const manifest: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(readFileSync('registers/manifest.json', 'utf8'))
  expect(Object.keys(manifest).sort()).toEqual([
    'organisation-successions.csv',
    'organisations.csv',
    'place-codes.csv',
    'place-successions.csv',
    'places.csv',
    'province-outlines.geojson',
    'regions.csv',
    'working-days.csv',
  ])
  for (const one of Object.values(manifest)) expect(Object.keys(one)).toEqual(['source', 'licence', 'date', 'certainty'])
})
