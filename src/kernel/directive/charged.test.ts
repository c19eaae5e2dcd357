import { expect, test } from 'vitest'
import { readDirective } from './directive.ts'

/** Who is charged, where the sentence itself does not say it in the plainest way. */
const readingOf = (text: string): readonly (readonly [string, string])[] =>
  readDirective(text).tasks.map(({ lead, quote }) => [lead.join(' + '), quote.split(' ').slice(0, 3).join(' ')] as const)
const leadsOf = (text: string): readonly string[] => readingOf(text).map(([lead]) => lead)
const HEAD = 'UBND TỈNH BÌNH AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/CĐ-UBND\nBình An, ngày 03 tháng 9 năm 2025\nCÔNG ĐIỆN\n'

test('[DIR-39] a telegram charges those who stand under «… điện:», with dashes, without them, or in the same line', () => {
  const orders = 'Để chủ động ứng phó, Chủ tịch UBND tỉnh yêu cầu:\n1. Dừng các cuộc họp chưa cần thiết.\n2. Sở Y tế chuẩn bị cơ số thuốc.'
  for (const to of [
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH AN điện:\n- Giám đốc các Sở: Y tế, Xây dựng;\n- Chủ tịch UBND các xã.',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH AN ĐIỆN:\nGiám đốc các Sở: Y tế, Xây dựng;\nChủ tịch UBND các xã.',
    'Chủ tịch Ủy ban nhân dân tỉnh Bình An điện: Giám đốc các Sở: Y tế, Xây dựng; Chủ tịch UBND các xã.',
    'Kính gửi:\n+ Giám đốc các Sở: Y tế, Xây dựng;\n+ Chủ tịch UBND các xã.',
  ])
    expect(readingOf(`${HEAD}${to}\n${orders}`)).toEqual([
      ['Sở Y tế + Sở Xây dựng + UBND các xã', 'Dừng các cuộc'],
      ['Sở Y tế', 'Sở Y tế'],
    ])
})

test('[DIR-40] an item that begins with a body no list knows is not that of the item before, and says so', () => {
  const text = `${HEAD}UBND tỉnh yêu cầu:
1. Sở Y tế chuẩn bị cơ số thuốc.
2. VNPT Bình An, Viettel Bình An bảo đảm thông tin liên lạc.
3. Tòa án nhân dân khu vực 2, Đồn Biên phòng Hòa An phối hợp tuyên truyền.
4. Khối Thi đua các ngành Bình An chuẩn bị lực lượng.
5. Nghiệp vụ Cứu hộ Hòa Lâm rà soát trang thiết bị.
6. Dự án Kè Hòa An hoàn thành trước ngày 30/9/2025.`
  expect(leadsOf(text).slice(0, 3)).toEqual([
    'Sở Y tế',
    'VNPT Bình An + Viettel Bình An',
    'Tòa án nhân dân khu vực 2 + Đồn Biên phòng Hòa An',
  ])
  const tasks = readDirective(text).tasks
  expect(tasks.find(({ quote }) => quote.startsWith('Nghiệp vụ'))?.lead).toEqual(['Nghiệp vụ Cứu hộ Hòa Lâm'])
  expect(tasks[1]?.check).toContain('Tên cơ quan chưa có trong các loại đã biết')
  expect(leadsOf(`${HEAD}1. VNPT Bình An:\na) Kiểm tra các trạm phát sóng.\nb) Bố trí máy phát điện.`)).toEqual([
    'VNPT Bình An',
    'VNPT Bình An',
  ])
})

test('[DIR-41] between the body and its order stands by what right, on what ground or when it acts', () => {
  for (const words of [
    'Sở Y tế căn cứ khả năng cân đối, tham mưu UBND tỉnh hỗ trợ kinh phí.',
    'Sở Y tế theo chức năng, nhiệm vụ được giao hướng dẫn các trạm y tế.',
    'Sở Y tế, theo chức năng quản lý nhà nước, ban hành hướng dẫn.',
    'Sở Y tế trên cơ sở kết quả kiểm tra, lập danh sách trạm xuống cấp.',
    'Sở Y tế trong phạm vi quyền hạn của mình, xử lý vi phạm.',
  ])
    expect(leadsOf(`Số: 1/UBND\n\n${words}`)).toEqual(['Sở Y tế'])
  for (const words of ['Sở Y tế theo kế hoạch đã duyệt, đang mua sắm thuốc.', 'Sở Y tế trong tháng qua đã rà soát, lập danh mục.'])
    expect(leadsOf(`Số: 1/UBND\n\n${words}`)).toEqual([])
})

test('[DIR-43] a section that begins with an account gives orders once somebody is told to act', () => {
  const text = `CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 55/NQ-CP\nHà Nội, ngày 05 tháng 5 năm 2025\nNGHỊ QUYẾT\nCHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;\nQUYẾT NGHỊ:
1. Về tình hình kinh tế - xã hội
Bộ Xây dựng tổ chức nhiều hội nghị trong tháng. Chính phủ yêu cầu các bộ, cơ quan tập trung thực hiện các nhiệm vụ sau:
a) Bộ Y tế trình dự án Luật trước ngày 20 tháng 5 năm 2025.
b) Bộ Tài chính:
- Rà soát các khoản chi.
2. Tình hình thực hiện Nghị quyết
Bộ Nội vụ rà soát biên chế.`
  expect(readingOf(text)).toEqual([
    ['Bộ Y tế', 'Bộ Y tế'],
    ['Bộ Tài chính', 'Rà soát các'],
  ])
})

test('[DIR-47] the product is named first, and goes to somebody by a day', () => {
  expect(
    readingOf('Số: 1/UBND\n\n1. UBND các xã:\na) Kiểm tra trạm bơm.\nb) Kết quả kiểm tra báo cáo về Sở Y tế trước ngày 20/9/2025.'),
  ).toEqual([
    ['UBND các xã', 'Kiểm tra trạm'],
    ['UBND các xã', 'Kết quả kiểm'],
  ])
  expect(
    leadsOf('Số: 1/UBND\n\n1. UBND các xã:\na) Kiểm tra trạm bơm.\nb) Kết quả kiểm tra đã báo cáo UBND tỉnh trước ngày 20/9/2025.'),
  ).toEqual(['UBND các xã'])
})
