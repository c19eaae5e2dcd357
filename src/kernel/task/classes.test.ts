import { expect, test } from 'vitest'
import { isOfLevel, isOfOthers, limitOf, ranksOf } from './classes.ts'

test.each([
  ['các sở, ban, ngành khác', ['so', 'don-vi', 'luc-luong']],
  ['UBND các quận, huyện', ['district']],
  ['các sở, ngành và UBND các xã, phường, đặc khu', ['so', 'commune']],
  ['UBND các quận, huyện, thị xã', ['district']],
  ['các bộ, ngành', ['bo']],
  ['Thủ trưởng các Sở', ['so']],
])('[TSK-20] «%s» is made of ranks %j', (name, ranks) => {
  expect(ranksOf(name)).toEqual(ranks)
})

test('[TSK-20] a class whose members no register tells is left to a person', () => {
  expect(ranksOf('các cơ quan, đơn vị liên quan')).toBeNull()
  expect([isOfOthers('các sở, ban, ngành khác'), isOfOthers('các sở, ban, ngành')]).toEqual([true, false])
})

test('[TSK-20] a class has the members of the levels it names, and no others', () => {
  expect(isOfLevel('UBND các xã, phường', 'UBND phường Hải Châu')).toBe(true)
  expect(isOfLevel('UBND các xã, phường', 'UBND đặc khu Hoàng Sa')).toBe(false)
  expect(isOfLevel('UBND các quận, huyện, thị xã', 'UBND thị xã Điện Bàn')).toBe(true)
  expect(isOfLevel('UBND các xã', 'UBND thị xã Điện Bàn')).toBe(false)
  expect(isOfLevel('các sở, ngành và UBND các xã', 'Sở Y tế')).toBe(true)
})

test('[TSK-20] what the words of a class say besides is told: no register knows whom it leaves out', () => {
  expect(limitOf('UBND các xã, phường miền núi')).toBe('miền núi')
  expect(limitOf('các sở, ban, ngành liên quan')).toBe('liên quan')
  for (const plain of [
    'các sở, ban, ngành khác',
    'Thủ trưởng các sở, ngành và Chủ tịch UBND các xã, phường, đặc khu',
    'các bộ, cơ quan ngang bộ',
  ])
    expect(limitOf(plain)).toBeNull()
})
