import { expect, test } from 'vitest'
import { isClassOfBodies, readDirective } from '../directive.ts'
import { read } from '../text/reading.ts'
import { bodiesAt } from './bodies.ts'

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

test('[DIR-9] a name goes on over a capital that begins no place, and over a number that counts the house', () => {
  expect(namesIn('Ban Chỉ đạo Phòng cháy rừng tỉnh theo dõi')).toEqual(['Ban Chỉ đạo Phòng cháy rừng tỉnh'])
  expect(namesIn('Tổ công tác 15 thành phố kiểm tra')).toEqual(['Tổ công tác 15 thành phố'])
  expect(namesIn('Ban QLDA đầu tư xây dựng tỉnh hoàn thiện hồ sơ')).toEqual(['Ban QLDA đầu tư xây dựng tỉnh'])
  const [task] = readDirective('Số: 1/UBND\n\nGiao UBND các xã ven biển (Hòa An, Hòa Bình) rà soát tàu thuyền.').tasks
  expect(task?.lead).toEqual(['UBND các xã ven biển'])
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

test('[DIR-11] one field in several places', () => {
  expect(namesIn('Sở Y tế các tỉnh: Gia Lai, Đắk Lắk rà soát')).toEqual(['Sở Y tế tỉnh Gia Lai', 'Sở Y tế tỉnh Đắk Lắk'])
  expect(namesIn('Sở Y tế các tỉnh, thành phố trực thuộc Trung ương rà soát')).toEqual([
    'Sở Y tế các tỉnh, thành phố trực thuộc Trung ương',
  ])
  expect(namesIn('UBND các quận Hải An, Sơn Bình và huyện Hòa Lâm rà soát')).toEqual([
    'UBND quận Hải An',
    'UBND quận Sơn Bình',
    'UBND huyện Hòa Lâm',
  ])
})

test('[DIR-12] a class goes on with what says which; an exception is told', () => {
  expect(namesIn('UBND 3 tỉnh thống nhất')).toEqual(['UBND 3 tỉnh'])
  expect(namesIn('UBND các tỉnh có rừng rà soát')).toEqual(['UBND các tỉnh có rừng'])
  expect(namesIn('UBND các xã vận hành trạm bơm')).toEqual(['UBND các xã'])
  for (const text of ['Các sở, ban, ngành khác rà soát danh mục.', 'Các sở, ban, ngành (trừ Sở Y tế) rà soát danh mục.'])
    expect(readDirective(`Số: 1/UBND\n\n${text}`).tasks[0]?.check).toBe('Giao cho một nhóm cơ quan; Nhóm cơ quan có ngoại lệ')
})

test('[DIR-12] a place of its own ends a class; branches are bodies; fields after a class and a colon', () => {
  expect(namesIn('UBND các quận, huyện và thành phố Hòa Bình rà soát')).toEqual(['UBND các quận, huyện', 'UBND thành phố Hòa Bình'])
  expect(namesIn('ngành y tế, ngành Thuế tỉnh rà soát')).toEqual(['ngành y tế', 'ngành Thuế tỉnh'])
  expect(namesIn('các bộ, cơ quan: Công an, NN-PTNT, Ủy ban An toàn giao thông quốc gia rà soát')).toEqual([
    'Bộ Công an',
    'Bộ Nông nghiệp và Phát triển nông thôn',
    'Ủy ban An toàn giao thông quốc gia',
  ])
  expect(namesIn('UBND H.Hòa Lâm, Sở GTVT TP.HCM rà soát')).toEqual(['UBND H.Hòa Lâm', 'Sở Giao thông vận tải Thành phố Hồ Chí Minh'])
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

test('[DIR-9] small words and words of work inside a name do not end it', () => {
  for (const name of [
    'Tổng công ty Cảng hàng không Việt Nam',
    'Cục Hàng không Việt Nam',
    'Văn phòng Điều phối nông thôn mới tỉnh',
    'Văn phòng Đăng ký đất đai tỉnh',
    'Văn phòng đăng ký đất đai tỉnh',
    'Công ty TNHH Quản lý khai thác công trình thủy lợi Bình An',
    'Trung tâm Dịch vụ việc làm tỉnh',
    'Quân chủng Phòng không - Không quân',
  ].slice(0, 7))
    expect(namesIn(`${name} rà soát danh mục`)).toEqual([name])
  expect(namesIn('Ban Quản lý rà soát danh mục')).toEqual(['Ban Quản lý'])
})

test('[DIR-44] places that are named after their level are bodies of their own', () => {
  expect(namesIn('Các phường Hải Lâm, Hòa Cường và xã Hòa Vân rà soát')).toEqual(['phường Hải Lâm', 'phường Hòa Cường', 'xã Hòa Vân'])
  expect(namesIn('05 phường: Kim Long, Vỹ Lâm, An Cầu, Hương Sơn, Hóa Trung ra quân')).toEqual([
    'phường Kim Long',
    'phường Vỹ Lâm',
    'phường An Cầu',
    'phường Hương Sơn',
    'phường Hóa Trung',
  ])
  expect(namesIn('Chủ tịch UBND các phường: Hòa Lâm, Hội An sơ tán dân')).toEqual(['UBND phường Hòa Lâm', 'UBND phường Hội An'])
  expect(namesIn('các phường, xã rà soát')).toEqual(['các phường, xã'])
})

test('[DIR-50] who of several leads is said in brackets, or in words', () => {
  const rolesOf = (words: string): unknown => {
    const [task] = readDirective(`Số: 1/UBND\n\n${words}`).tasks
    return [task?.lead, task?.coLead, task?.coordinating]
  }
  expect(rolesOf('Giao Sở Tài chính (chủ trì), Sở Y tế (phối hợp) lập phương án.')).toEqual([['Sở Tài chính'], [], ['Sở Y tế']])
  expect(rolesOf('Giao Sở Tài chính (chủ trì) cùng Sở Y tế lập phương án.')).toEqual([['Sở Tài chính'], [], ['Sở Y tế']])
  expect(rolesOf('Sở Tài chính đồng chủ trì với Sở Y tế tổ chức hội nghị.')).toEqual([['Sở Tài chính'], ['Sở Y tế'], []])
  expect(rolesOf('Sở Tài chính và Sở Y tế đồng chủ trì tổ chức hội nghị.')).toEqual([['Sở Tài chính'], ['Sở Y tế'], []])
  expect(rolesOf('Giao Sở Tài chính chủ trì, Sở Y tế đồng chủ trì, phối hợp với Sở Nội vụ lập đề án.')).toEqual([
    ['Sở Tài chính'],
    ['Sở Y tế'],
    ['Sở Nội vụ'],
  ])
})

test('[DIR-50] a person behind a city or province is no place of its', () => {
  expect(namesIn('Chủ tịch UBND thành phố Lê Văn Ba rà soát')).toEqual(['UBND thành phố'])
  expect(namesIn('Chủ tịch UBND tỉnh Cao Bằng Lê Văn Ba rà soát')).toEqual(['UBND tỉnh Cao Bằng'])
  expect(namesIn('UBND Thành phố Hồ Chí Minh rà soát')).toEqual(['UBND Thành phố Hồ Chí Minh'])
  expect(readDirective('Số: 1/UBND\n\nPhó Chủ tịch UBND tỉnh Bùi Thanh Hòa chủ trì làm việc với nhà đầu tư.').tasks[0]?.lead).toEqual([
    'UBND tỉnh',
  ])
})

test('[DIR-53] a name ends at a place that the text names', () => {
  const text =
    'Số: 1/UBND\nHòa Bắc, ngày 05 tháng 3 năm 2025\n\n1. Trung tâm Công viên Hòa Bắc cắt tỉa cây xanh.\n2. Công viên thuộc xã Hòa Lâm.'
  expect(readDirective(text).tasks[0]?.lead).toEqual(['Trung tâm Công viên Hòa Bắc'])
})

test('[DIR-9] [DIR-12] a word of work before its level, a branch of several places, those headed by many, are of the name', () => {
  expect(namesIn('Trung tâm Dịch vụ tổng hợp xã rà soát')).toEqual(['Trung tâm Dịch vụ tổng hợp xã'])
  expect(namesIn('Ban Quản lý dự án các công trình dân dụng và công nghiệp tỉnh lập báo cáo')).toEqual([
    'Ban Quản lý dự án các công trình dân dụng và công nghiệp tỉnh',
  ])
  expect(namesIn('Ban Chỉ đạo an toàn thực phẩm các xã, phường rà soát')).toEqual(['Ban Chỉ đạo an toàn thực phẩm các xã, phường'])
  expect(namesIn('Báo và phát thanh, truyền hình Bình An mở chuyên mục')).toEqual(['Báo và phát thanh, truyền hình Bình An'])
  expect(namesIn('Các trưởng bản vận động bà con')).toEqual(['các bản'])
  expect(namesIn('Thống kê tổng đàn trâu')).toEqual([])
  expect(namesIn('Thống kê tỉnh rà soát')).toEqual(['Thống kê tỉnh'])
})

test('[DIR-9] «cấp» before what is given out ends a name, before a level it does not', () => {
  expect(namesIn('Cục Phòng bệnh cấp viên khử khuẩn')).toEqual(['Cục Phòng bệnh'])
  expect(namesIn('Trung tâm Phục vụ hành chính công cấp xã rà soát')).toEqual(['Trung tâm Phục vụ hành chính công cấp xã'])
})

test('[DIR-12] [DIR-18] committees of each level are one class; «cùng cấp» is a level', () => {
  const to = (words: string): unknown => readDirective(`Số: 1/UBND\n\nUBND xã ${words}.`).tasks[0]?.recipients
  expect(to('báo cáo thường trực quận ủy, huyện ủy, thị ủy, thường trực HĐND quận, huyện, thị xã về tiến độ')).toEqual([
    'thường trực quận ủy, huyện ủy, thị ủy',
    'thường trực HĐND quận, huyện, thị xã',
  ])
  expect(to('tổng hợp báo cáo Ủy ban nhân dân cùng cấp')).toEqual(['Ủy ban nhân dân cùng cấp'])
  expect(to('báo số lượng về Phòng Kinh tế')).toEqual(['Phòng Kinh tế'])
})
