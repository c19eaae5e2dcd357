import { expect, test } from 'vitest'
import { day } from '../period/day.ts'
import { identityKey, numberIn, slugOf, titleOf, wordsOf } from './identity.ts'

const letter = { type: 'công văn', number: '812/UBND-KT', issuer: 'UBND tỉnh An Giang', signedOn: day('2023-03-01') }

test('[DOC-1] the same number of another issuer, or of another day, is another document', () => {
  const keys = [letter, { ...letter, issuer: 'UBND tỉnh Cà Mau' }, { ...letter, signedOn: day('2024-03-01') }].map(identityKey)
  expect(new Set(keys).size).toBe(3)
})

test('[DOC-2] case, marks and blanks do not make another document', () => {
  expect(identityKey({ ...letter, number: '812 / ubnd-KT', issuer: 'UBND  Tỉnh An Giang' })).toBe(identityKey(letter))
})

test('[DOC-3] without number, issuer or day there is no key, and the words decide', () => {
  expect(identityKey({ ...letter, number: null })).toBeNull()
  expect(wordsOf('Sở  Y tế:\nkiểm tra.')).toBe(wordsOf('Sở Y Tế – kiểm tra'))
})

test('[DOC-6] the address carries the year', () => {
  expect([slugOf(letter), slugOf({ type: null, number: null, issuer: null, signedOn: null })]).toEqual(['812-ubnd-kt-2023', 'van-ban'])
})

test('a title names type and number', () => {
  expect([titleOf(letter), titleOf({ ...letter, number: null, type: null })]).toEqual(['Công văn 812/UBND-KT', 'Văn bản'])
})

test('[TSK-39] the number in words that name a document', () => {
  expect(
    ['1287/QĐ-TTg', 'QĐ số 1287/QĐ-TTg ngày 2-11-2023', '12 / BC-SKHĐT', 'Nghị định 45/2025/NĐ-CP.', 'ngày 2/11/2023', 'biên bản họp'].map(
      numberIn,
    ),
  ).toEqual(['1287/QĐ-TTg', '1287/QĐ-TTg', '12/BC-SKHĐT', '45/2025/NĐ-CP', null, null])
})
