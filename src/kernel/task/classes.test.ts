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
  expect(isOfLevel('UBND các xã, phường', 'UBND phường Hải Châu', 'commune')).toBe(true)
  expect(isOfLevel('UBND các xã, phường', 'UBND đặc khu Hoàng Sa', 'commune')).toBe(false)
  expect(isOfLevel('UBND các quận, huyện, thị xã', 'UBND thị xã Điện Bàn', 'district')).toBe(true)
  expect(isOfLevel('UBND các xã', 'UBND thị xã Điện Bàn', 'district')).toBe(false)
  expect(isOfLevel('các sở, ngành và UBND các xã', 'Sở Y tế', 'so')).toBe(true)
})

test('[TSK-20] in the name of a body that is of no level the words of levels say nothing', () => {
  const bodies = ['Sở Lao động - Thương binh và Xã hội', 'Công an thành phố', 'Thanh tra thành phố', 'Văn phòng UBND thành phố']
  expect(bodies.map((body) => isOfLevel('các sở, ban, ngành khác', body, 'so'))).toEqual(bodies.map(() => true))
})

test.each(['các cơ sở y tế', 'toàn thể cán bộ', 'trụ sở các đơn vị', 'các tổ chức chính trị - xã hội', 'các hợp tác xã', 'toàn bộ đơn vị'])(
  '[TSK-20] «%s» names no rank',
  (name) => {
    expect(ranksOf(name)).toBeNull()
  },
)

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
