import { expect, test } from 'vitest'
import { readOrganisationQuery } from './query.ts'

const name = (text: string): string => readOrganisationQuery(text).name

test('[ORG-1] sectors in short are read in full', () => {
  expect(['Sở KH&ĐT', 'Bộ TN&MT', 'Sở LĐ-TB&XH', 'Sở NN&PTNT', 'Sở VH,TT&DL', 'Sở VH&TT', 'Sở TT và TT'].map(name)).toEqual([
    'Sở Kế hoạch và Đầu tư',
    'Bộ Tài nguyên và Môi trường',
    'Sở Lao động - Thương binh và Xã hội',
    'Sở Nông nghiệp và Phát triển nông thôn',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Văn hóa và Thể thao',
    'Sở Thông tin và Truyền thông',
  ])
})

test('[ORG-1] the kind in full before a sector in short, «&» inside a name, «VP»', () => {
  expect(['Sở TTTT', 'Sở LĐTBXH', 'Bộ QP', 'Sở Thông tin & Truyền thông', 'VP UBND TP'].map(name)).toEqual([
    'STTTT',
    'SLĐTBXH',
    'BQP',
    'Sở Thông tin và Truyền thông',
    'Văn phòng UBND thành phố',
  ])
})

test('[ORG-1] the head stands for the body', () => {
  expect(['Giám đốc Sở Y tế', 'Chủ tịch UBND quận Thanh Khê', 'Bộ trưởng Bộ Nội vụ'].map(name)).toEqual([
    'Sở Y tế',
    'UBND quận Thanh Khê',
    'Bộ Nội vụ',
  ])
})

test('[ORG-1] committees and councils in full are read in short, and «TP» as city', () => {
  expect(
    ['Ủy ban nhân dân thành phố Đà Nẵng', 'UBND TP. Đà Nẵng', 'Hội đồng nhân dân TP', 'UBND Q. Sơn Trà', 'UBND P. An Hải'].map(name),
  ).toEqual(['UBND thành phố Đà Nẵng', 'UBND thành phố Đà Nẵng', 'HĐND thành phố', 'UBND quận Sơn Trà', 'UBND phường An Hải'])
})

test('[ORG-1] a locality follows in brackets or after a comma; a comma in the name is the name', () => {
  expect(
    ['Sở Tài chính (Quảng Nam)', 'Sở Tài chính, tỉnh Quảng Nam', 'Sở Văn hóa, Thể thao và Du lịch', 'Cục Thống kê (Bộ Tài chính)'].map(
      readOrganisationQuery,
    ),
  ).toEqual([
    { name: 'Sở Tài chính', of: 'Quảng Nam' },
    { name: 'Sở Tài chính', of: 'Quảng Nam' },
    { name: 'Sở Văn hóa, Thể thao và Du lịch', of: null },
    { name: 'Cục Thống kê', of: null },
  ])
})
