import { expect, test } from 'vitest'
import { readDirective } from '../directive.ts'

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

test('[DIR-51] before the colon stands what it is about, behind it who acts', () => {
  expect(leadsOf('Số: 1/UBND\n\n1. Sở Nội vụ rà soát biên chế.\n2. Chế độ báo cáo, thông tin: Các xã gửi báo cáo về Sở Y tế.')).toEqual([
    'Sở Nội vụ',
    'Các xã',
  ])
})

test('[DIR-52] an item that begins with a body is its own; what only answers or closes gives its subject on', () => {
  expect(leadsOf(`${HEAD}1. Sở Y tế chuẩn bị thuốc.\n2. Trạm Y tế xã ngay trong tuần đầu mở lớp tập huấn.`)).toEqual([
    'Sở Y tế',
    'Trạm Y tế xã',
  ])
  expect(
    readingOf(`${HEAD}1. UBND các xã:\na) Chịu trách nhiệm trước UBND tỉnh về tiêm chủng; kiện toàn trạm y tế trước ngày 20/9/2025.`),
  ).toEqual([['UBND các xã', 'Chịu trách nhiệm']])
  expect(
    readingOf(`${HEAD}Yêu cầu các đơn vị nghiêm túc thực hiện Công điện này; định kỳ ngày 15 hằng tháng gửi báo cáo về Sở Y tế.`),
  ).toEqual([['các đơn vị', 'định kỳ ngày']])
})

test('[DIR-54] the lead changes at a comma where another body begins with a verb of its own', () => {
  expect(leadsOf('Số: 1/UBND\n\nSở Y tế thẩm định thiết kế điều chỉnh, Sở Tài chính cân đối nguồn vốn.')).toEqual([
    'Sở Y tế',
    'Sở Tài chính',
  ])
  for (const words of [
    'Sở Y tế chủ trì lập danh mục, Sở Tài chính phối hợp.',
    'Sở Y tế lập danh mục thuốc, báo cáo Sở Nội vụ, Sở Tài chính tổng hợp.',
    'Sở Y tế rà soát danh mục thuốc của các bệnh viện, UBND các xã, Sở Tài chính.',
  ])
    expect(leadsOf(`Số: 1/UBND\n\n${words}`)).toEqual(['Sở Y tế'])
})

test('[DIR-15] what follows «đã ban hành …;» is told too, praise and agreement are no orders', () => {
  expect(leadsOf('Số: 1/BC-UBND\n\nUBND tỉnh đã ban hành 12 văn bản; giao Sở Y tế làm đầu mối.')).toEqual([])
  expect(
    leadsOf(
      'Số: 1/TB-UBND\n\n1. Sở Y tế rà soát thuốc.\n2. Đồng ý chủ trương theo đề xuất của Sở Xây dựng.\n3. Sở Nội vụ đánh giá cao kết quả.',
    ),
  ).toEqual(['Sở Y tế'])
})

test('[DIR-39] [DIR-47] «Thực hiện …, Bộ X yêu cầu:» charges the addressees, and so does a product of all at the end', () => {
  const text = `${HEAD}CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH AN điện:\n- Sở Y tế;\n- UBND các xã.\nThực hiện Công điện số 9/CĐ-TTg ngày 01/9/2025, Chủ tịch UBND tỉnh yêu cầu:\n1. Trực cấp cứu 24/24 giờ.\n2. Công an tỉnh phân luồng giao thông.\nBáo cáo thiệt hại gửi về Văn phòng UBND tỉnh trước ngày 10/9/2025.`
  expect(leadsOf(text)).toEqual(['Sở Y tế + UBND các xã', 'Công an tỉnh', 'Sở Y tế + UBND các xã'])
})

test('[DIR-55] households and contractors are charged by the body of the heading, whose work it is', () => {
  expect(
    leadsOf('Số: 1/UBND\n\n1. Ban Quản lý dự án tỉnh:\n- Yêu cầu nhà thầu bổ sung mũi thi công.\n- Giao Phòng Kế hoạch lập tiến độ.'),
  ).toEqual(['Ban Quản lý dự án tỉnh', 'Phòng Kế hoạch'])
  expect(leadsOf('Số: 1/UBND\n\nYêu cầu các nhà thầu bổ sung mũi thi công.')).toEqual(['các nhà thầu'])
})
