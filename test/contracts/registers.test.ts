import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import type { Result } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { calendarAddWorkingDays } from '../../src/operations/calendar/add-working-days.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { calendarDays } from '../../src/operations/calendar/list-days.ts'
import { caller } from '../../src/operations/call.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import type { Context } from '../../src/operations/operation.ts'
import { organisationSuccessors } from '../../src/operations/organisation/follow-organisation.ts'
import { organisationList } from '../../src/operations/organisation/list-organisations.ts'
import { organisationResolve } from '../../src/operations/organisation/resolve-organisation.ts'
import { placePredecessors, placeSuccessors } from '../../src/operations/place/follow-place.ts'
import { placeList } from '../../src/operations/place/list-places.ts'
import { placeOutlines } from '../../src/operations/place/outline-places.ts'
import { placeResolve } from '../../src/operations/place/resolve-place.ts'
import { regionList } from '../../src/operations/region/list-regions.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** The registers as a door asks them, on each engine. */
const context: Context = { who: tester, today: day('2026-11-25'), now: '2026-11-25T02:00:00.000Z', language: 'vi' }

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: ReturnType<typeof caller>
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })

  const place = async (q: string, on?: string) => value(await call(placeResolve, context, { q, ...(on === undefined ? {} : { on }) }))
  const body = async (q: string, on?: string) => value(await call(organisationResolve, context, { q, ...(on === undefined ? {} : { on }) }))
  const first = async (q: string, on?: string): Promise<string> => {
    const [item] = (await place(q, on)).items
    return item === undefined ? '' : `${item.name} · ${item.parent?.name ?? ''} · ${item.matched.by}`
  }

  test('[PLA-1] a code is read with a day', async () => {
    expect([await first('52', '2025-06-30'), await first('52', '2025-07-01')]).toEqual([
      'Tỉnh Bình Định ·  · code',
      'Tỉnh Gia Lai ·  · code',
    ])
    expect([await first('20242', '2025-06-30'), await first('20242', '2026-01-01')]).toEqual([
      'Phường Phước Ninh · Quận Hải Châu · code',
      'Phường Hải Châu · Thành phố Đà Nẵng · code',
    ])
  })

  test('[PLA-2] a day before the first whole list is answered with a warning', async () => {
    expect([(await place('52', '2024-06-01')).warnings, (await place('52', '2025-03-01')).warnings]).toEqual([['before-register'], []])
  })

  test('[PLA-3] short words and names', async () => {
    expect([await first('TP.HCM'), await first('TT-Huế', '2024-06-01'), await first('Q. Hải Châu', '2025-06-30')]).toEqual([
      'Thành phố Hồ Chí Minh ·  · abbreviation',
      'Tỉnh Thừa Thiên Huế ·  · abbreviation',
      'Quận Hải Châu · Thành phố Đà Nẵng · abbreviation',
    ])
  })

  test('[PLA-4] the other tone, lost marks, and a slip that shows what was read', async () => {
    expect([await first('Hoà Khánh'), await first('phuong hoa khanh')]).toEqual([
      'Phường Hòa Khánh · Thành phố Đà Nẵng · tone',
      'Phường Hòa Khánh · Thành phố Đà Nẵng · marks',
    ])
    expect([await first('quan hoa', '2025-06-30'), await first('xa dung', '2025-06-30')]).toEqual([
      'Phường Quan Hoa · Quận Cầu Giấy · name',
      'Xã Xa Dung · Huyện Điện Biên Đông · name',
    ])
    expect((await place('Liên Chiểuu')).items[0]?.matched).toEqual({ by: 'slip', corrected: 'Liên Chiểu' })
  })

  test('[PLA-5] a name with its province', async () => {
    const all = (await place('Tân Phú', '2026-11-01')).items
    const one = (await place('Tân Phú, Đồng Nai', '2026-11-01')).items
    expect(all.length).toBeGreaterThan(1)
    expect(one.map((item) => `${item.name}, ${item.parent?.name}`)).toEqual(['Phường Tân Phú, Thành phố Đồng Nai'])
  })

  test('[PLA-6] Thừa Thiên Huế is Huế; Bình Định is Gia Lai; three provinces are one city', async () => {
    const heirs = async (id: string, on: string) =>
      value(await call(placeSuccessors, context, { id, on })).items.map(({ name, share, certain }) => [name, share, certain])
    expect(await heirs('p46-origin', '2025-01-01')).toEqual([['Thành phố Huế', 1, true]])
    expect(await heirs('p52-origin', '2025-07-01')).toEqual([['Tỉnh Gia Lai', 1, true]])
    expect(
      value(await call(placePredecessors, context, { id: 'p79-2025-07-01' }))
        .items.map((item) => item.name)
        .sort(),
    ).toEqual(['Thành phố Hồ Chí Minh', 'Tỉnh Bà Rịa - Vũng Tàu', 'Tỉnh Bình Dương'])
  })

  test('[PLA-6] a district went into its communes, an island district into its special zone', async () => {
    const heirs = async (id: string) => value(await call(placeSuccessors, context, { id })).items.map((item) => item.name)
    expect(await heirs('d498-origin')).toEqual(['Đặc khu Hoàng Sa'])
    expect((await heirs('d492-origin')).sort()).toEqual(['Phường Hòa Cường', 'Phường Hải Châu'])
  })

  test('[PLA-8] an heir that contradicts its province is not certain', async () => {
    expect(value(await call(placeSuccessors, context, { id: 'c30622-origin' })).items.map((item) => item.certain)).toEqual([false])
  })

  test('[PLA-10] the code of the first official list finds Ia Mơ', async () => {
    const [item] = (await place('23737', '2026-01-01')).items
    expect([item?.name, item?.code, item?.matched.corrected]).toEqual(['Xã Ia Mơ', '23938', '23938'])
  })

  test('[PLA-11] a point in Hoàng Sa lies in Đà Nẵng, and the map of any day has both archipelagos', async () => {
    const at = async (point: string, on: string) => value(await call(placeResolve, context, { point, on })).items.map((item) => item.name)
    expect([await at('111.682,16.508', '2024-06-01'), await at('108.2,15.9', '2024-06-01'), await at('108.2,15.9', '2026-06-01')]).toEqual([
      ['Thành phố Đà Nẵng'],
      ['Tỉnh Quảng Nam'],
      ['Thành phố Đà Nẵng'],
    ])
    const drawn = value(await call(placeOutlines, context, { on: '2024-06-01' })).items
    expect(drawn.filter((item) => item.kind === 'archipelago')).toHaveLength(2)
    expect(new Set(drawn.filter((item) => item.kind === 'province').map((item) => item.place)).size).toBe(63)
  })

  // 26-11-2026: these islands lay nowhere
  test('[PLA-16] an island that no outline draws lies in the province that has its archipelago on the day', async () => {
    const at = async (point: string, on: string) =>
      value(await call(placeResolve, context, { point, on })).items.map(
        (item) => `${item.name} · ${item.matched.by} · ${item.matched.corrected}`,
      )
    expect([await at('112.34,16.84', '2024-06-01'), await at('112.34,16.84', '2026-06-01')]).toEqual([
      ['Thành phố Đà Nẵng · archipelago · Quần đảo Hoàng Sa'],
      ['Thành phố Đà Nẵng · archipelago · Quần đảo Hoàng Sa'],
    ])
    expect(await at('111.92,8.645', '2026-06-01')).toEqual(['Tỉnh Khánh Hòa · archipelago · Quần đảo Trường Sa'])
    expect([await at('111.682,16.508', '2026-06-01'), await at('112,14', '2026-06-01')]).toEqual([['Thành phố Đà Nẵng · point · null'], []])
    expect(await call(placeResolve, context, { point: '112.34,16.84', q: 'Huế' })).toMatchObject({
      refusal: { code: 'bad-value', data: { name: 'point' } },
    })
  })

  test('[ORG-19] bodies of a day before the register are answered with a warning', async () => {
    const asked = async (on: string) => [
      value(await call(organisationList, context, { on, limit: 1 })).warnings,
      value(await call(organisationResolve, context, { q: 'Sở Y tế', on })).warnings,
      value(await call(organisationSuccessors, context, { id: 'so-y-te-da-nang-origin', on })).warnings,
    ]
    expect(await asked('1900-01-01')).toEqual([['before-register'], ['before-register'], ['before-register']])
    expect(await asked('2025-03-01')).toEqual([[], [], []])
  })

  test.each([
    ['place.list', {}],
    ['organisation.list', {}],
    ['task.list', {}],
    ['document.list', {}],
    ['succession.list', {}],
    ['public-task.list', {}],
    ['person.list', {}],
  ])('[PAG-18] %s refuses what is no «next» of it, by name', async (name, given) => {
    const list = registry.find((one) => one.name === name) as AnyOperation
    expect(await call(list, context, { ...given, after: 'zzz' })).toMatchObject({
      refusal: { code: 'bad-value', data: { name: 'after', reason: 'không phải là «next» của một trang trước' } },
    })
  })

  test('[PLA-13] a name of another day is answered by succession, not corrected to one that resembles it', async () => {
    const all = async (q: string, on: string) =>
      (await place(q, on)).items.map((item) => `${item.name} · ${item.matched.by} · ${item.matched.corrected}`)
    expect([
      await all('Thừa Thiên Huế', '2025-03-01'),
      await all('Quảng Nam', '2025-07-01'),
      await all('49', '2025-07-01'),
      await all('Tỉnh Đồng Nai', '2026-04-30'),
      await all('Thành phố Đồng Nai', '2026-04-29'),
      await all('Quận Hải Châu', '2025-07-01'),
      (await all('Hội An, Quảng Nam', '2025-07-01')).slice(0, 1),
    ]).toEqual([
      ['Thành phố Huế · succession · Tỉnh Thừa Thiên Huế'],
      ['Thành phố Đà Nẵng · succession · Tỉnh Quảng Nam'],
      ['Thành phố Đà Nẵng · succession · Tỉnh Quảng Nam'],
      ['Thành phố Đồng Nai · succession · Tỉnh Đồng Nai'],
      ['Tỉnh Đồng Nai · succession · Thành phố Đồng Nai'],
      ['Phường Hải Châu · succession · Quận Hải Châu', 'Phường Hòa Cường · succession · Quận Hải Châu'],
      ['Phường Hội An · succession · Thành phố Hội An'],
    ])
  })

  test('[ORG-6] a body of another day is answered by succession', async () => {
    const all = async (q: string, on: string) =>
      (await body(q, on)).items.map((item) => `${item.name} · ${item.of} · ${item.matched.by} · ${item.matched.corrected}`)
    expect([await all('Sở KH&ĐT', '2026-01-01'), await all('Bộ Giao thông vận tải', '2026-01-01')]).toEqual([
      ['Sở Tài chính · Đà Nẵng · succession · Sở Kế hoạch và Đầu tư'],
      ['Bộ Xây dựng ·  · succession · Bộ Giao thông vận tải'],
    ])
  })

  test('[PLA-3] a point that is none is refused by its value', async () => {
    expect(await call(placeResolve, context, { point: '108.2' })).toEqual({
      ok: false,
      refusal: { code: 'bad-point', data: { value: '108.2' } },
    })
  })

  test('[PLA-1] lists of a day page by key, each place once', async () => {
    const names: string[] = []
    let after: string | null = null
    do {
      const page: { items: { name: string }[]; next: string | null } = value(
        await call(placeList, context, { parent: 'p48-2025-07-01', limit: '40', ...(after === null ? {} : { after }) }),
      )
      names.push(...page.items.map((item) => item.name))
      after = page.next
    } while (after !== null)
    expect([names.length, new Set(names).size]).toEqual([94, 94])
  })

  test('[ORG-1] a body is found as letters name it', async () => {
    const found = async (q: string, on: string): Promise<string> => {
      const [item] = (await body(q, on)).items
      return item === undefined ? '' : `${item.name} · ${item.of} · ${item.matched.by}`
    }
    expect([
      await found('Sở KH&ĐT', '2022-05-05'),
      await found('SKHĐT', '2022-05-05'),
      await found('Sở Tài chính tỉnh Quảng Nam', '2022-05-05'),
      await found('UBND TP. Đà Nẵng', '2026-11-01'),
      await found('Thanh tra thành phố', '2026-11-01'),
      await found('Sờ Tài chính', '2026-11-01'),
    ]).toEqual([
      'Sở Kế hoạch và Đầu tư · Đà Nẵng · name',
      'Sở Kế hoạch và Đầu tư · Đà Nẵng · abbreviation',
      'Sở Tài chính · Quảng Nam · name',
      'UBND thành phố Đà Nẵng · Đà Nẵng · name',
      'Thanh tra thành phố · Đà Nẵng · name',
      'Sở Tài chính · Đà Nẵng · marks',
    ])
  })

  test('[ORG-3] Sở Thông tin và Truyền thông has two heirs, by function; the scope asked for has one', async () => {
    const id = 'so-thong-tin-va-truyen-thong-da-nang-origin'
    const heirs = async (given: object) =>
      value(await call(organisationSuccessors, context, { id, ...given })).items.map(({ name, scope, certain }) => [name, scope, certain])
    expect(await heirs({})).toEqual([
      ['Sở Khoa học và Công nghệ', 'các chức năng còn lại', true],
      ['Sở Văn hóa, Thể thao và Du lịch', 'báo chí, xuất bản, thông tin cơ sở', false],
    ])
    expect(await heirs({ scope: 'báo chí' })).toEqual([['Sở Văn hóa, Thể thao và Du lịch', 'báo chí, xuất bản, thông tin cơ sở', false]])
    expect(await heirs({ scope: 'chuyển đổi số' })).toEqual([['Sở Khoa học và Công nghệ', 'các chức năng còn lại', true]])
  })

  test('[ORG-2] bodies of the state are not those of a province', async () => {
    const page = value(await call(organisationList, context, { of: 'trung-uong', limit: '200' }))
    expect(page.items.filter((item) => item.name.startsWith('UBND'))).toEqual([])
    expect(page.items.some((item) => item.name === 'Bộ Tài chính')).toBe(true)
  })

  test('[PER-8] a corrected day is a new version, recorded, and moves the sums that pass over it', async () => {
    const sum = async () => value(await call(calendarAddWorkingDays, context, { from: '2026-11-20', n: '3' })).day
    expect(await sum()).toBe('2026-11-25')
    const corrected = value(
      await call(calendarCorrectDay, context, { day: '24/11/2026', kind: 'closed', reason: 'Ngày nghỉ thử', basis: 'Quyết định thử số 1' }),
    )
    expect([corrected.version, await sum()]).toEqual([1, '2026-11-26'])
    value(
      await call(calendarCorrectDay, context, {
        day: '24/11/2026',
        kind: 'ordinary',
        reason: 'Bỏ ngày nghỉ thử',
        basis: 'Quyết định thử số 2',
      }),
    )
    expect(await sum()).toBe('2026-11-25')
    expect(
      value(await call(historyList, context, { entity: 'calendar-day', id: '2026-11-24' })).items.map((entry) => entry.change),
    ).toEqual([
      { dayKind: ['closed', 'ordinary'], basis: ['Quyết định thử số 1', 'Quyết định thử số 2'], certainty: ['seen', 'seen'] },
      { dayKind: ['ordinary', 'closed'], basis: [null, 'Quyết định thử số 1'], certainty: [null, 'seen'] },
    ])
  })

  test('[PER-9] of two who correct one day on the same version, one is refused and told who was first', async () => {
    const correct = async (reason: string, more: object = {}) =>
      call(calendarCorrectDay, context, { day: '25/12/2026', kind: 'closed', reason, basis: 'Quyết định thử số 3', ...more })
    const both = await Promise.all([correct('Người thứ nhất'), correct('Người thứ hai', { version: '0' })])
    expect(both.filter((one) => one.ok).length).toBeGreaterThan(0)
    const late = await correct('Người đến sau', { version: 0, certainty: 'medium' })
    expect(late).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile', data: { by: 'người thử' } } })
    const [last] = value(await call(calendarDays, context, { year: '2026' })).items.filter((one) => one.day === '2026-12-25')
    expect(value(await correct('Sau khi xem bản mới', { version: last?.version, certainty: 'medium' }))).toEqual({
      day: '2026-12-25',
      version: (last?.version ?? 0) + 1,
      kind: 'closed',
      reason: 'Sau khi xem bản mới',
      basis: 'Quyết định thử số 3',
      certainty: 'medium',
      touched: 0,
      moved: 0,
    })
  })

  test('[PER-4] the days of 2024 have the made-up Saturday', async () => {
    const days = value(await call(calendarDays, context, { year: '2024' })).items
    expect(days.filter((one) => one.kind === 'worked').map((one) => one.day)).toEqual(['2024-05-04'])
  })

  test('a day whose document the register names within the certainty has that document as its basis', async () => {
    const days = value(await call(calendarDays, context, { year: '2026' })).items
    const named = days.filter((one) => one.basis === '12729/VPCP-KGVX').map((one) => [one.kind, one.certainty])
    expect(named).toEqual([
      ['closed', 'seen'],
      ['worked', 'seen'],
    ])
  })

  test('[PLA-12] regions are read on a day: Huế and Đà Nẵng together in the key economic region, apart in the regions of 2026', async () => {
    const regionsOf = async (on: string, code: string) =>
      value(await call(regionList, context, { on }))
        .items.filter((region) => region.members.some((member) => member.code === code))
        .map((region) => region.id)
        .sort()
    expect([await regionsOf('2022-05-05', '46'), await regionsOf('2022-05-05', '48')]).toEqual([
      ['btb-dhmt', 'kttd-mien-trung'],
      ['btb-dhmt', 'kttd-mien-trung'],
    ])
    expect([await regionsOf('2026-11-01', '46'), await regionsOf('2026-11-01', '48')]).toEqual([
      ['bac-trung-bo', 'kttd-mien-trung'],
      ['dhntb-tn', 'kttd-mien-trung'],
    ])
  })

  test('[PLA-14] between the regions of before the reform and those set up anew, the list says that it has a gap', async () => {
    const warned = async (on: string) => value(await call(regionList, context, { on })).warnings
    expect([await warned('2025-06-30'), await warned('2025-07-01'), await warned('2025-11-30'), await warned('2025-12-01')]).toEqual([
      [],
      ['between-lists'],
      ['between-lists'],
      [],
    ])
  })

  test('[PLA-14] a member whose code no province bears on the day is not left out in silence', async () => {
    await opened.engine.asOwner((owner) =>
      owner.query("insert into region_member values ('thu', 'Vùng thử', '49', '2025-07-01', '2025-09-01', 'thử', 'seen')"),
    )
    const warned = async (on: string) => value(await call(regionList, context, { on })).warnings
    expect([await warned('2025-08-01'), await warned('2025-09-01')]).toEqual([['between-lists', 'member-ended'], ['between-lists']])
    await opened.engine.asOwner((owner) => owner.query("delete from region_member where region_id = 'thu'"))
  })
})
