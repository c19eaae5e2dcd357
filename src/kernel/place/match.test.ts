import { expect, test } from 'vitest'
import { byMatch, isWithoutMarks, matchPlace, meet } from './match.ts'
import { type Level, readPlaceQuery } from './place.ts'

const haiChau = { code: '20242', name: 'Hải Châu', fullName: 'Phường Hải Châu', level: 'commune' } as const
const thuDuc = { code: '769', name: 'Thủ Đức', fullName: 'Thành phố Thủ Đức', level: 'district' } as const

test('[PLA-4] a name, another placement of the tone, lost marks, a beginning, a slip: each says how it was met', () => {
  expect(
    [
      ['Hòa Khánh', 'Hòa Khánh'],
      ['Hoà Khánh', 'Hòa Khánh'],
      ['hoa khanh', 'Hòa Khánh'],
      ['Hòa Khánh', 'Hòa Khánh Bắc'],
      ['Hòa Khán', 'Hòa Khánh'],
      ['Hòa Vang', 'Hòa Khánh'],
    ].map(([typed = '', written = '']) => meet(typed, written)),
  ).toEqual([
    { by: 'name', corrected: null },
    { by: 'tone', corrected: null },
    { by: 'marks', corrected: null },
    { by: 'beginning', corrected: null },
    { by: 'slip', corrected: 'Hòa Khánh' },
    null,
  ])
})

test('[PLA-4] Sơn Hà is not Sơn Hạ: other marks are said to be so', () => {
  expect(meet('Sơn Hà', 'Sơn Hạ')).toEqual({ by: 'marks', corrected: null })
})

test('[PLA-20] marks may be lost, all or some; a mark of its own makes another name', () => {
  const lost = [
    ['Lai Chau', 'Lai Châu'],
    ['Đăk Nông', 'Đắk Nông'],
    ['Dien Ban', 'Điện Bàn'],
    ['Bản Thạch', 'Bàn Thạch'],
    ['Tam Thành', 'Tam Thanh'],
    ['Đông Du', 'Dông Du'],
  ].map(([typed = '', written = '']) => isWithoutMarks(typed, written))
  expect(lost).toEqual([true, true, true, false, false, false])
})

test('[PLA-21] capitals, letters of several codes and hyphens make no other name', () => {
  const met = ['BÀ RỊA - VŨNG TÀU', 'Bà Rịa-Vũng Tàu', 'Bà Rịa - Vũng Tàu'.normalize('NFD')].map(
    (typed) => meet(typed, 'Bà Rịa - Vũng Tàu')?.by,
  )
  expect(met).toEqual(['name', 'tone', 'name'])
})

test('[PLA-4] a short name has no slips: Tư is not Tú Lệ, Ba is not Bà Nà', () => {
  expect([meet('Tư', 'Tám'), meet('Huê', 'Hùng')]).toEqual([null, null])
})

test('[PLA-4] the word of the level must agree', () => {
  expect(
    ['Phường Hải Châu', 'P. Hải Châu', 'Xã Hải Châu', 'Quận Hải Châu'].map((text) => matchPlace(readPlaceQuery(text), haiChau)),
  ).toEqual([{ by: 'name', corrected: null }, { by: 'abbreviation', corrected: null }, null, null])
})

test('[PLA-4] «TP» is a province or a city below one', () => {
  expect(matchPlace(readPlaceQuery('TP. Thủ Đức'), thuDuc)).toEqual({ by: 'abbreviation', corrected: null })
})

test('[PLA-10] the code of an older list finds the unit and shows the code in force', () => {
  const iaMo = { code: '23938', name: 'Ia Mơ', fullName: 'Xã Ia Mơ', level: 'commune' } as const
  expect(matchPlace(readPlaceQuery('23737'), iaMo, ['23737'])).toEqual({ by: 'code', corrected: '23938' })
})

test('[PLA-4] best first: how it was met, then the higher unit', () => {
  const found = (by: 'name' | 'slip' | 'marks', level: Level): Parameters<typeof byMatch>[0] => ({
    matched: { by, corrected: null },
    level,
  })
  const sorted = [found('slip', 'province'), found('name', 'commune'), found('marks', 'commune'), found('name', 'province')].sort(byMatch)
  expect(sorted.map((one) => `${one.matched.by} ${one.level}`)).toEqual(['name province', 'name commune', 'marks commune', 'slip province'])
})
