import { expect, test } from 'vitest'
import { fold } from '../../../base/fold.ts'
import { evidence } from './guess.ts'
import { periodHeading } from './periods.ts'

const headed = (label: string) => ({
  name: fold(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, ''),
  label,
})
const guessOf = (label: string, texts: readonly string[]) => {
  const seen = evidence(null, false, periodHeading(headed(label), true))
  for (const text of texts) seen.see(text)
  const { type, nearly, form, asks } = seen.guess()
  return type === 'period' ? ['period', form, ...asks] : nearly?.type === 'period' ? ['ask'] : [type]
}

test.each<[heading: string, texts: readonly string[], is: readonly (string | null)[]]>([
  // quarters
  ['Quý', ['1/2024', '2/2024', '3/2024', '4/2024'], ['period', 'qy']],
  ['Quý/năm', ['2024-1', '2024-2'], ['period', 'qy']],
  ['Quý/năm', ['2024-01', '2024-04'], ['period', 'qy']],
  ['Quarter', ['1/2024', '4/2024'], ['period', 'qy']],
  ['Quý', ['1/2024', '7/2024'], ['text']],
  ['Quý', ['1/24', '2/24'], ['period', null, 'qy-20', 'qy-pivot']],
  ['Quý', ['Quý I/2024', 'Q2/2024'], ['period', null]],
  // months or quarters of a year
  ['Kỳ', ['1/2024', '2/2024'], ['period', null, 'my', 'qy']],
  ['Kỳ', ['2024-01', '2024-02'], ['period', null]],
  ['Kỳ báo cáo', ['1/2024', '12/2024'], ['period', null]],
  ['Tháng/Quý', ['1/2024', '2/2024'], ['period', null, 'my', 'qy']],
  ['Tháng', ['1/2024', '2/2024'], ['period', null]],
  ['Tháng', ['1995-01', '1995-02'], ['period', null]],
  ['Thời gian', ['1/2024', '2/2024'], ['period', null]],
  ['Thời gian', ['1995-01', '1995-02'], ['period', null]],
  // ordinals
  ...['Tuần', 'Học kỳ', 'Đợt', 'Vụ', 'Lần', 'Kỳ họp', 'Số báo'].map((heading): [string, string[], string[]] => [
    heading,
    ['1/2024', '2/2024', '3/2024'],
    ['text'],
  ]),
  ['Tuần', ['Tháng 3/2024', 'Tháng 4/2024'], ['period', null as unknown as string]],
  // several years
  ...['Giai đoạn', 'Thời kỳ', 'Kế hoạch'].map((heading): [string, string[], string[]] => [heading, ['2001-05', '2006-10'], ['text']]),
  ...['Nhiệm kỳ', 'Niên độ', 'Năm học', 'Khóa'].map((heading): [string, string[], string[]] => [
    heading,
    ['1997-02', '2002-07', '2024-05'],
    ['text'],
  ]),
  // codes
  ['Mã hồ sơ', ['2024-01', '2024-02'], ['text']],
  ['Mã', ['2024-1', '2024-2'], ['text']],
  ['Số hợp đồng', ['2024/05', '2024/06'], ['text']],
  ['Mã sản phẩm', ['Q1-2024', 'Q2-2024'], ['text']],
  ['Ký hiệu lô', ['M1-01', 'M1-02'], ['text']],
  ['Mã', ['Quý I/2024', 'Quý II/2024'], ['period', null]],
  // papers, and what nothing is known of
  ...['Quyết định', 'Nghị định', 'Thông tư', 'Văn bản', 'Tờ trình', 'Biên bản', 'Hợp đồng', 'Giấy phép', 'Số phiếu'].map(
    (heading): [string, string[], string[]] => [heading, ['05/2024', '06/2024'], ['text']],
  ),
  ['Tên', ['05/2024', '06/2024'], ['ask']],
  ['Ghi chú', ['2024-05', '2024-06'], ['ask']],
  ['Cột 1', ['Quý I/2024', 'Q2/2024', '2024-Q3', '9T/2024'], ['ask']],
  // red 28-11-2026: samples, points, machines and flats became months
  ['Mẫu', ['M1-2023', 'M2-2023'], ['text']],
  ['Điểm quan trắc', ['H1-2019', 'H2-2019'], ['text']],
  ['Thiết bị', ['M1-2001', 'M12-2010'], ['text']],
  ['Căn hộ', ['T1-1801', 'T2-1902'], ['text']],
  ['Tuyến', ['T1-2023', 'T2-2023'], ['text']],
  ['Tên trạm', ['Q1/2023', 'Q2/2023'], ['ask']],
  ['Tháng', ['T1-2023', 'T2-2023'], ['period', null]],
  ['Kỳ', ['T1/2023', 'Q2/2023', '2024-H1'], ['period', null]],
  // short forms and stretches
  ['Phòng', ['T3-01', 'T3-02'], ['text']],
  ['Căn hộ', ['H1-01', 'H2-02'], ['text']],
  ['Ô đất', ['Q1-11', 'Q1-12'], ['text']],
  ['Địa chỉ', ['T3/24', 'T4/24'], ['text']],
  ['Đơn vị', ['May 10', 'May 11'], ['text']],
  ['Mùa mưa', ['Tháng 9-12', 'Tháng 5-10'], ['text']],
  ['Tháng', ['Tháng 9-12', 'T5-10'], ['text']],
  ['Thời gian', ['07-17', '08-18'], ['text']],
  ['Thời gian bảo hành', ['12-24', '06-12'], ['text']],
  ['Tháng', ['03-24', '04-24'], ['period', null, 'my-20', 'my-pivot']],
  ['Thời gian', ['T3/24', 'Mar-24'], ['period', null, 'my-20', 'my-pivot']],
  ['Nội dung', ['Quý I/24', 'Tháng 3/24'], ['period', null, 'my-20', 'my-pivot']],
])('[DAT-138] [DAT-125] under «%s» %j are %j', (heading, texts, is) => {
  expect(guessOf(heading, texts)).toEqual(is)
})

test('[DAT-138] headings without marks mean a time where they say nothing else', () => {
  const of = (label: string) => periodHeading(headed(label), false)
  expect([of('Quy'), of('Quy nam'), of('Quy dat'), of('Thang'), of('Month'), of('Ma so')]).toEqual([
    'quarter',
    'quarter',
    'other',
    'month',
    'month',
    'code',
  ])
})
