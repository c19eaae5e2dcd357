import { expect, test } from 'vitest'
import { otherReading, readPlaceQuery } from './place.ts'

const read = (text: string): readonly (string | null | boolean)[] => {
  const { prefix, level, name, abbreviated } = readPlaceQuery(text)
  return [prefix, level, name, abbreviated]
}

test('[PLA-3] the word of the level in full is not an abbreviation', () => {
  expect(['Phường Hải Châu', 'Tỉnh Quảng Nam', 'Xã Tư', 'Quận 1'].map(read)).toEqual([
    ['phường', 'commune', 'Hải Châu', false],
    ['tỉnh', 'province', 'Quảng Nam', false],
    ['xã', 'commune', 'Tư', false],
    ['quận', 'district', '1', false],
  ])
})

test('[PLA-3] the word of the level in short, with or without a stop', () => {
  expect(['Q. Hải Châu', 'q.hải châu', 'Q1', 'P. 10', 'P Hải Châu', 'TX. Điện Bàn', 'TT. Ái Nghĩa', 'TP Huế'].map(read)).toEqual([
    ['quận', 'district', 'Hải Châu', true],
    ['quận', 'district', 'hải châu', true],
    ['quận', 'district', '1', true],
    ['phường', 'commune', '10', true],
    ['phường', 'commune', 'Hải Châu', true],
    ['thị xã', 'district', 'Điện Bàn', true],
    ['thị trấn', 'commune', 'Ái Nghĩa', true],
    ['thành phố', null, 'Huế', true],
  ])
})

test('[PLA-21] stops within, no blank after, several blanks, a zero before the number', () => {
  expect(
    ['TX.Điện Bàn', 'T.X. Điện Bàn', 'TT.Nam Phước', 'ĐK.Hoàng Sa', 'T.P. Huế', 'Phường  01', 'Q.01', 'XÃ\u00a0TAM THANH', 'TTXVN'].map(
      read,
    ),
  ).toEqual([
    ['thị xã', 'district', 'Điện Bàn', true],
    ['thị xã', 'district', 'Điện Bàn', true],
    ['thị trấn', 'commune', 'Nam Phước', true],
    ['đặc khu', 'commune', 'Hoàng Sa', true],
    ['thành phố', null, 'Huế', true],
    ['phường', 'commune', '1', false],
    ['quận', 'district', '1', true],
    ['xã', 'commune', 'TAM THANH', false],
    [null, null, 'TTXVN', false],
  ])
})

test('[PLA-3] a name that begins like an abbreviation stays whole', () => {
  expect(['Quy Nhơn', 'Phú Ninh', 'Thanh Khê', 'Hội An'].map((text) => readPlaceQuery(text).name)).toEqual([
    'Quy Nhơn',
    'Phú Ninh',
    'Thanh Khê',
    'Hội An',
  ])
})

test('[PLA-3] short names are read in full, however they are dotted', () => {
  expect(['TP.HCM', 'TPHCM', 'TT-Huế', 'T.T. Huế', 'tt huế', 'BR-VT'].map((text) => readPlaceQuery(text).name)).toEqual([
    'Hồ Chí Minh',
    'Hồ Chí Minh',
    'Thừa Thiên Huế',
    'Thừa Thiên Huế',
    'Thừa Thiên Huế',
    'Bà Rịa - Vũng Tàu',
  ])
})

// 2026-11-27: «Phường Sài Gòn», a ward since 1-7-2025, was looked for as Phường Hồ Chí Minh
test('[PLA-22] a short name of a province is none after the word of a lower level', () => {
  expect(['Sài Gòn', 'TP. Sài Gòn', 'Phường Sài Gòn', 'P. Sài Gòn', 'Tỉnh ĐN'].map((text) => readPlaceQuery(text).name)).toEqual([
    'Hồ Chí Minh',
    'Hồ Chí Minh',
    'Sài Gòn',
    'Sài Gòn',
    'Đà Nẵng',
  ])
})

test('[PLA-3] digits alone are a code', () => {
  expect([readPlaceQuery('52').code, readPlaceQuery('20242').code, readPlaceQuery('Quận 1').code]).toEqual(['52', '20242', null])
})

test('[PLA-5] what follows a comma is what stands above, nearest first', () => {
  expect(readPlaceQuery('Hòa Khánh Bắc, Q. Liên Chiểu, TP. Đà Nẵng').within).toEqual(['Liên Chiểu', 'Đà Nẵng'])
})

test('[PLA-3] words without marks have two readings where the first may be the word of a level', () => {
  const other = (text: string): readonly (string | null)[] | null => {
    const reading = otherReading(readPlaceQuery(text))
    return reading === null ? null : [reading.level, reading.name]
  }
  expect(['phuong hoa khanh', 'xa dung', 'thanh pho da nang', 'quan son', 'Phường Hải Châu', 'Quỳnh Lưu'].map(other)).toEqual([
    ['commune', 'hoa khanh'],
    ['commune', 'dung'],
    [null, 'da nang'],
    ['district', 'son'],
    null,
    null,
  ])
  expect(readPlaceQuery('hoa khanh, thanh pho da nang').within).toEqual(['da nang'])
})

test('[PLA-3] archipelagos and old spellings are read as the unit is called', () => {
  expect(['quần đảo Hoàng Sa', 'Huyện đảo Trường Sa', 'Đắc Lắc'].map((text) => readPlaceQuery(text).name)).toEqual([
    'Hoàng Sa',
    'Trường Sa',
    'Đắk Lắk',
  ])
})
