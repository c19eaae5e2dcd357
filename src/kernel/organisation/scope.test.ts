import { expect, test } from 'vitest'
import { REST, wayOfText, waysOf } from './scope.ts'

const links = [
  { from: 'a', to: 'b', scope: REST },
  { from: 'a', to: 'c', scope: 'báo chí, xuất bản' },
  { from: 'd', to: 'e', scope: 'viễn thông' },
  { from: 'd', to: 'f', scope: 'báo chí' },
]
const to = (wanted: string): readonly string[] => waysOf(links, wanted).map((link) => link.to)

test('[ORG-3] a function named goes its own way, one that is not goes with the rest', () => {
  expect([to('báo chí'), to('bao chi'), to('chuyển đổi số')]).toEqual([
    ['c', 'f'],
    ['c', 'f'],
    ['b', 'e', 'f'],
  ])
})

test('[ORG-3] without a function every way is shown', () => {
  expect(to('')).toEqual(['b', 'c', 'e', 'f'])
})

const split = [
  { from: 'tt-tt', to: 'kh-cn', scope: REST },
  { from: 'tt-tt', to: 'vh-tt', scope: 'báo chí, xuất bản' },
  { from: 'tt-tt', to: 'y-te', scope: 'trẻ em, phòng, chống tệ nạn xã hội' },
]
const goes = (text: string, stays: string | null = null): unknown => {
  const way = wayOfText(split, text, stays)
  return way === null ? null : [way.to, way.ground, way.words]
}

test('[ORG-8] a task goes by the function it names, one that names none with the rest, one that names two nowhere', () => {
  expect([
    goes('Tổ chức thông tin báo chí về quy hoạch'),
    goes('Xây dựng chính quyền số'),
    goes('Phòng, chống tệ nạn xã hội trong trường học'),
    goes('Xuất bản sách về trẻ em'),
  ]).toEqual([['vh-tt', 'scope', 'báo chí'], ['kh-cn', 'rest', ''], ['y-te', 'scope', 'phòng, chống tệ nạn xã hội'], null])
})

test('[ORG-8] a word that only begins like a function is not that function; who lives on keeps what is not named', () => {
  expect([goes('Họp phòng họp số 2'), goes('Xây dựng chính quyền số', 'tt-tt')]).toEqual([
    ['kh-cn', 'rest', ''],
    ['tt-tt', 'rest', ''],
  ])
})

test('[ORG-8] where nobody has the rest, what names no function goes nowhere', () => {
  const wards = [
    { from: 'quan', to: 'phuong-1', scope: 'địa bàn' },
    { from: 'quan', to: 'phuong-2', scope: 'địa bàn' },
  ]
  expect([wayOfText(wards, 'Kiểm tra bến thuyền', null), wayOfText(wards.slice(1), 'Kiểm tra bến thuyền', null)?.ground]).toEqual([
    null,
    'whole',
  ])
})
