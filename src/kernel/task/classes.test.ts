import { expect, test } from 'vitest'
import { isOfOthers, ranksOf } from './classes.ts'

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
