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

/** 2026-11-26: functions were compared without marks, and work went to a body that had never done it. */
const records = [
  { from: 'noi-vu', to: 'a', scope: 'lưu trữ, hoà giải' },
  { from: 'noi-vu', to: 'b', scope: 'công chứng, điện' },
  { from: 'noi-vu', to: 'c', scope: REST },
]
const sent = (text: string, links: readonly (typeof records)[number][] = records): unknown => {
  const way = wayOfText(links, text, null)
  return way === null ? null : [way.to, way.ground]
}

test('[ORG-8] marks count: «lưu trú» is not «lưu trữ»; where the tone stands and capitals do not', () => {
  expect([
    sent('Kiểm tra các cơ sở lưu trú'),
    sent('Thông tin tới công chúng'),
    sent('Phát triển toàn diện'),
    sent('Chỉnh lý hồ sơ LƯU TRỮ'),
    sent('Tập huấn hòa giải ở cơ sở'),
  ]).toEqual([
    ['c', 'rest'],
    ['c', 'rest'],
    ['c', 'rest'],
    ['a', 'scope'],
    ['a', 'scope'],
  ])
})

test('[ORG-8] what agrees only without marks, where one side was written without any, is a person’s to say', () => {
  const unmarked = [
    { from: 'noi-vu', to: 'a', scope: 'luu tru' },
    { from: 'noi-vu', to: 'c', scope: REST },
  ]
  expect([
    sent('Kiem tra cac co so luu tru'),
    sent('Kiem tra ben thuyen'),
    sent('Kiểm tra các cơ sở lưu trú', unmarked),
    sent('Kiểm tra bến thuyền', unmarked),
    sent('Việc thanh tra định kỳ', [{ from: 'noi-vu', to: 'a', scope: 'thanh tra' }, ...records.slice(2)]),
  ]).toEqual([null, ['c', 'rest'], null, ['c', 'rest'], ['a', 'scope']])
})

test('[ORG-3] a function asked with its marks is not another’s; a piece of a syllable is none', () => {
  const ways = (wanted: string) => waysOf(records, wanted).map((link) => link.to)
  expect([ways('công chúng'), ways('công chứng'), ways('cong chung'), ways('ệ')]).toEqual([['c'], ['b'], ['b'], ['c']])
})
