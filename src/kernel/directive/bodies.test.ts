import { expect, test } from 'vitest'
import { bodiesAt } from './bodies.ts'
import { isClassOfBodies, readDirective } from './directive.ts'
import { read } from './reading.ts'

const namesIn = (text: string): readonly string[] => bodiesAt(read(text), 0)?.bodies.map((body) => body.name) ?? []

test('[DIR-9] a name goes on until an order begins', () => {
  expect(namesIn('Sở Nội vụ chủ trì')).toEqual(['Sở Nội vụ'])
  expect(namesIn('Trung tâm Phục vụ hành chính công tỉnh rà soát')).toEqual(['Trung tâm Phục vụ hành chính công tỉnh'])
  expect(namesIn('Công ty Điện lực Bình An và Kho bạc Nhà nước Khu vực XIII khẩn trương')).toEqual([
    'Công ty Điện lực Bình An',
    'Kho bạc Nhà nước Khu vực XIII',
  ])
  expect(namesIn('Văn phòng UBND tỉnh, Thanh tra tỉnh, Báo và Đài Phát thanh, Truyền hình tỉnh tăng cường')).toEqual([
    'Văn phòng UBND tỉnh',
    'Thanh tra tỉnh',
    'Báo và Đài Phát thanh, Truyền hình tỉnh',
  ])
})

test('[DIR-9] words that begin like a house are none', () => {
  for (const text of [
    'Tổ chức hội nghị',
    'Ban hành kế hoạch',
    'Báo cáo kết quả',
    'Trường hợp vượt thẩm quyền',
    'các nhiệm vụ sau',
    'sở hữu nhà ở',
  ])
    expect(namesIn(text)).toEqual([])
})

test('[DIR-10] a title gives the body it heads', () => {
  expect(namesIn('Giám đốc Sở Y tế, Chủ tịch UBND huyện Hòa Lâm khẩn trương')).toEqual(['Sở Y tế', 'UBND huyện Hòa Lâm'])
  expect(namesIn('Chánh Văn phòng UBND tỉnh chịu trách nhiệm')).toEqual(['Văn phòng UBND tỉnh'])
  expect(namesIn('Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ rà soát')).toEqual([
    'các Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
  ])
})

test('[DIR-11] short fields and several fields after one house', () => {
  expect(namesIn('Sở TN&MT, STC và Sở KH-ĐT rà soát')).toEqual(['Sở Tài nguyên và Môi trường', 'Sở Tài chính', 'Sở Kế hoạch và Đầu tư'])
  expect(namesIn('các Bộ: Quốc phòng, Công an, Văn hóa, Thể thao và Du lịch chỉ đạo')).toEqual([
    'Bộ Quốc phòng',
    'Bộ Công an',
    'Bộ Văn hóa, Thể thao và Du lịch',
  ])
  expect(namesIn('Chủ tịch UBND các tỉnh: Gia Lai, Đắk Lắk và Đà Nẵng chỉ đạo')).toEqual([
    'UBND tỉnh Gia Lai',
    'UBND tỉnh Đắk Lắk',
    'UBND thành phố Đà Nẵng',
  ])
})

test('[DIR-12] classes are kept as written, and known as classes', () => {
  expect(namesIn('Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường khẩn trương')).toEqual([
    'các sở, ban, ngành',
    'UBND các xã, phường',
  ])
  expect(namesIn('UBND cấp tỉnh, cấp xã bố trí')).toEqual(['UBND cấp tỉnh', 'UBND cấp xã'])
  expect(['các sở, ban, ngành', 'UBND các xã', 'UBND cấp xã', 'Sở Y tế'].map(isClassOfBodies)).toEqual([true, true, true, false])
})

test('[DIR-13] one letter wrong is corrected in sight', () => {
  const text = 'Giao Sờ Xây dựng chủ trì, phối hợp với Sở Tài nguyện và Môi trường kiểm tra.'
  const [task] = readDirective(text).tasks
  expect([task?.lead, task?.coordinating]).toEqual([['Sở Xây dựng'], ['Sở Tài nguyên và Môi trường']])
  expect(task?.corrections.map(({ start, end, written, read: as }) => [text.slice(start, end) === written, written, as])).toEqual([
    [true, 'Sờ', 'Sở'],
    [true, 'Tài nguyện và Môi trường', 'Tài nguyên và Môi trường'],
  ])
})

test('[DIR-31] «Tỉnh cần …» is the province the text speaks of', () => {
  const read_ = readDirective('Phó Thủ tướng làm việc với lãnh đạo tỉnh Bình An. Tỉnh cần tập trung giải phóng mặt bằng.')
  expect(read_.tasks.map((task) => task.lead)).toEqual([['tỉnh Bình An']])
})
