import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { placeCarry } from '../../src/operations/place/carry-figures.ts'
import { placeList } from '../../src/operations/place/list-places.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'

/** Figures carried over the reform of 1-7-2025, on the real register. */
const context = { who: NOBODY, today: day('2026-11-25'), now: '2026-11-25T02:00:00.000Z', language: 'vi' } as const
const [BEFORE, AFTER] = ['2025-06-30', '2025-07-01']

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })
  const carry = async (given: object) => {
    const answer = await call(placeCarry, context, { day: BEFORE, on: AFTER, measure: 'sum', ...given })
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    return answer.value
  }
  const unitsIn = async (parent: string, on: string) => {
    const answer = await call(placeList, context, { parent, on, limit: 200 })
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value.items
  }
  const provinces = async (on: string) => {
    const answer = await call(placeList, context, { level: 'province', on, limit: 100 })
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value.items
  }

  test('[PLA-17] two provinces are one: the sum is exact and names its parts', async () => {
    const { items, unread } = await carry({
      figures: [
        { place: 'Đà Nẵng', value: '1284.73' },
        { place: 'Quảng Nam', value: '10574.86' },
      ],
    })
    expect([unread, items.length]).toEqual([[], 1])
    expect(items[0]).toMatchObject({
      value: '11859.59',
      low: '11859.59',
      high: '11859.59',
      exact: true,
      method: 'joined',
      reason: null,
      missing: [],
    })
    expect(items[0]?.place.id).toBe('p48-2025-07-01')
    expect(items[0]?.parts.map((part) => part.place.code)).toEqual(['48', '49'])
  })

  test('[PLA-18] without one of them the sum is not told, and says whom it lacks; what is not known is left out by its number', async () => {
    const { items, unread } = await carry({
      figures: [
        { place: '48', value: '1284.73' },
        { place: 'Quảng Xa Lạ', value: '5' },
        { place: '49', value: '1,5' },
      ],
    })
    expect(items).toMatchObject([{ value: null, reason: 'part-missing', missing: [{ name: 'Tỉnh Quảng Nam' }] }])
    expect(unread).toEqual([
      { n: 2, place: 'Quảng Xa Lạ', reason: 'unknown' },
      { n: 3, place: '49', reason: 'not-a-number' },
    ])
  })

  // 2026-11-27: the first of two figures was told as the unit's, exact
  test('[PLA-19] of two figures of one unit neither is told: it is missing, and both are named', async () => {
    const given = { on: AFTER, figures: ['48', '49', 'Đà Nẵng'].map((place, i) => ({ place, value: String(i + 1) })) }
    const { items, unread } = await carry(given)
    expect(items).toMatchObject([{ value: null, reason: 'part-missing', missing: [{ name: 'Thành phố Đà Nẵng' }] }])
    expect(unread).toEqual([
      { n: 1, place: '48', reason: 'twice' },
      { n: 3, place: 'Đà Nẵng', reason: 'twice' },
    ])
    expect((await carry({ ...given, figures: given.figures.filter(({ place }) => place !== '49') })).items).toEqual([])
  })

  test('[PLA-17] all 63 provinces are the 34, and nothing is lost on the way', async () => {
    const old = await provinces(BEFORE)
    const { items, unread } = await carry({ figures: old.map((one, i) => ({ place: one.id, value: `${i + 1}.25` })) })
    expect([old.length, items.length, unread]).toEqual([63, 34, []])
    expect(items.every((one) => one.exact)).toBe(true)
    const total = items.reduce((sum, one) => sum + Number(one.value), 0)
    expect(total).toBe((63 * 64) / 2 + 63 * 0.25)
  })

  test('[PLA-17] back to the provinces of before: unmerged ones are the same, the others need weights and are estimates', async () => {
    const back = { day: AFTER, on: BEFORE }
    const figures = [
      { place: 'Đà Nẵng', value: '3000' },
      { place: 'Huế', value: '1200' },
    ]
    const bare = await carry({ ...back, figures })
    expect(bare.items.map((one) => [one.place.code, one.value, one.exact, one.reason, one.low, one.high])).toEqual([
      ['48', null, false, 'share-unknown', '0', '3000'],
      ['46', '1200', true, null, '1200', '1200'],
      ['49', null, false, 'share-unknown', '0', '3000'],
    ])
    const weights = [
      { place: 'p48-origin', value: '1' },
      { place: 'Quảng Nam', value: '2' },
    ]
    const weighed = await carry({ ...back, figures, weights, decimals: 0 })
    expect(weighed.items.map((one) => [one.place.code, one.value, one.method])).toEqual([
      ['48', '1000', 'divided'],
      ['46', '1200', 'same'],
      ['49', '2000', 'divided'],
    ])
  })

  test('[PLA-17] a mean without weights is refused, a day that is none too', async () => {
    const figures = [
      { place: '48', value: '26.5' },
      { place: '49', value: '25.1' },
    ]
    expect((await carry({ measure: 'mean', figures })).items).toMatchObject([
      { value: null, reason: 'weights-missing', low: '25.1', high: '26.5' },
    ])
    expect(await call(placeCarry, context, { day: '2025-02-30', on: AFTER, measure: 'sum', figures })).toEqual({
      ok: false,
      refusal: { code: 'bad-day', data: { value: '2025-02-30' } },
    })
  })

  // 2026-11-28: districts were divided among communes by weights that nobody had, and a table of theirs told nothing
  test('[PLA-24] units below are told as their province: whole where all of them are there, of that day and over a merger', async () => {
    const city = await unitsIn('p48-origin', BEFORE)
    const beside = await unitsIn('p49-origin', BEFORE)
    expect([city[0]?.level, city.length, beside.length]).toEqual(['district', 8, 17])
    const figures = (units: typeof city) => units.map((one, i) => ({ place: one.id, value: `${i + 1}.5` }))
    const own = await carry({ on: BEFORE, toLevel: 'province', figures: figures(city) })
    expect(own.items).toMatchObject([{ place: { code: '48' }, value: '40', exact: true, method: 'joined', missing: [] }])
    const joined = await carry({ toLevel: 'province', figures: figures([...city, ...beside]) })
    expect(joined.items).toMatchObject([{ place: { id: 'p48-2025-07-01' }, value: String((25 * 26) / 2 + 25 / 2), exact: true }])
    const short = await carry({ toLevel: 'province', figures: figures(city) })
    expect(short.items).toMatchObject([{ value: null, reason: 'part-missing' }])
    expect(short.items[0]?.missing.map(({ id }) => id).sort()).toEqual(beside.map(({ id }) => id).sort())
  })

  test('[PLA-24] of one level alone: a province beside its communes is left out by its number, and a mean asks for weights of its parts', async () => {
    const communes = await unitsIn('p48-2025-07-01', AFTER)
    expect([communes.length, communes[0]?.level]).toEqual([94, 'commune'])
    const given = { day: AFTER, on: AFTER, toLevel: 'province' }
    const figures = [{ place: 'p48-2025-07-01', value: '999' }, ...communes.map((one) => ({ place: one.id, value: '2' }))]
    const { items, unread } = await carry({ ...given, figures })
    expect(items).toMatchObject([{ place: { code: '48' }, value: '188', exact: true }])
    expect(unread).toEqual([{ n: 1, place: 'p48-2025-07-01', reason: 'other-level' }])
    expect((await carry({ ...given, measure: 'mean', figures })).items).toMatchObject([{ value: null, reason: 'weights-missing' }])
    const weights = communes.map((one, i) => ({ place: one.id, value: String(i) }))
    expect((await carry({ ...given, measure: 'mean', figures, weights })).items).toMatchObject([{ value: '2', method: 'weighed' }])
    // where provinces are most, a stray district is left out, not they
    const most = await carry({ toLevel: 'province', figures: ['48', '49', 'Huyện Hòa Vang'].map((place) => ({ place, value: '1' })) })
    expect([most.items[0]?.value, most.unread]).toEqual(['2', [{ n: 3, place: 'Huyện Hòa Vang', reason: 'other-level' }]])
    // provinces themselves are told as they are
    const whole = await carry({
      toLevel: 'province',
      figures: [
        { place: '48', value: '1' },
        { place: '49', value: '2' },
      ],
    })
    expect(whole.items).toMatchObject([{ value: '3', exact: true, method: 'joined' }])
  })

  // 2026-11-28: communes were answered where districts were asked for, and nothing where communes were
  test('[PLA-24] a level that has no units on the day, or is below the figures, is refused', async () => {
    const ask = (given: object) => call(placeCarry, context, { day: BEFORE, on: AFTER, measure: 'sum', ...given })
    const refused = { refusal: { code: 'level-not-told', data: { day: AFTER } } }
    expect(await ask({ toLevel: 'district', figures: [{ place: 'Huyện Hòa Vang', value: '1' }] })).toMatchObject(refused)
    expect(await ask({ toLevel: 'commune', figures: [{ place: '48', value: '1' }] })).toMatchObject(refused)
  })

  // 2026-11-28: Đà Nẵng was never told, for nobody counts the people of Hoàng Sa
  test('[PLA-25] what lacks a unit is told of the others where that is asked for, never as exact, and names what lacks', async () => {
    const city = (await unitsIn('p48-origin', BEFORE)).filter(({ name }) => !name.endsWith('Hoàng Sa'))
    const figures = city.map((one) => ({ place: one.id, value: '2' }))
    const given = { on: BEFORE, toLevel: 'province', figures }
    expect((await carry(given)).items).toMatchObject([{ value: null, reason: 'part-missing' }])
    expect((await carry({ ...given, gaps: 'tell' })).items).toMatchObject([
      { value: '14', method: 'partly', exact: false, low: null, high: null, reason: null, missing: [{ name: 'Huyện Hoàng Sa' }] },
    ])
    expect((await carry({ ...given, gaps: 'tell', measure: 'none' })).items).toMatchObject([{ value: null, reason: 'not-divisible' }])
    const whole = await carry({ figures: [{ place: '48', value: '1' }], gaps: 'tell' })
    expect(whole.items).toMatchObject([{ value: '1', method: 'partly', exact: false, missing: [{ name: 'Tỉnh Quảng Nam' }] }])
  })

  // 2026-11-28: a commune of two old provinces was spread over a third, which it never touched
  test('[PLA-24] what lies between two provinces is doubt of those two alone', async () => {
    const communes = await unitsIn('p86-2025-07-01', AFTER)
    const figures = communes.map((one) => ({ place: one.id, value: '1' }))
    const { items } = await carry({ day: AFTER, on: BEFORE, toLevel: 'province', figures })
    const told = items.map(({ place, exact, low, high }) => [place.name, exact, low, high])
    expect(told.find(([name]) => name === 'Tỉnh Trà Vinh')?.[1]).toBe(true)
    expect(
      told
        .filter(([, exact]) => exact === false)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Tỉnh Bến Tre', 'Tỉnh Vĩnh Long'])
  })

  test('[PLA-24] back to the provinces of before: a commune whose parts all lay in one is wholly there', async () => {
    const communes = await unitsIn('p48-2025-07-01', AFTER)
    const { items } = await carry({
      ...{ day: AFTER, on: BEFORE, toLevel: 'province' },
      figures: communes.map((one) => ({ place: one.id, value: '1' })),
    })
    expect(items.map(({ place }) => place.code)).toEqual(['48', '49'])
    expect(items.map(({ parts }) => parts.length)).toEqual([16, 78])
  })

  // 2026-11-27: weights of −1 and 3 gave a mean outside of its own bounds
  test('[PLA-23] a weight is not below nothing, and no unit has two; one of no unit is told', async () => {
    const figures = [
      { place: 'Đà Nẵng', value: '10' },
      { place: 'Quảng Nam', value: '20' },
    ]
    const weighed = (...weights: readonly (readonly [string, string])[]) =>
      call(placeCarry, context, {
        day: BEFORE,
        on: AFTER,
        measure: 'mean',
        figures,
        weights: weights.map(([place, value]) => ({ place, value })),
      })
    const refused = async (...weights: readonly (readonly [string, string])[]) => {
      const answer = await weighed(...weights)
      return answer.ok ? answer.value : answer.refusal
    }
    expect(await refused(['Đà Nẵng', '-1'], ['Quảng Nam', '3'])).toEqual({
      code: 'bad-weight',
      data: { n: 1, place: 'Đà Nẵng', value: '-1' },
    })
    expect(await refused(['Đà Nẵng', '1'], ['Quảng Nam', 'nhiều'])).toMatchObject({ code: 'bad-weight', data: { n: 2 } })
    expect(await refused(['Đà Nẵng', '1'], ['49', '3'], ['Quảng Nam', '3'])).toEqual({
      code: 'weight-twice',
      data: { n: 3, place: 'Quảng Nam' },
    })
    expect(await refused(['Đà Nẵng', '1'], ['Quảng Nam', '3'], ['Quảng Xa Lạ', '9'])).toMatchObject({
      items: [{ value: '17.5', low: '10', high: '20' }],
      weightsUnread: [{ n: 3, place: 'Quảng Xa Lạ', reason: 'unknown' }],
    })
  })
})
