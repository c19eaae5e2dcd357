import { expect, test } from 'vitest'
import { type Extraction, readDirective } from '../directive.ts'

const tasksOf = (text: string): Extraction['tasks'] => readDirective(text).tasks
const leadsOf = (text: string): readonly (readonly string[])[] => tasksOf(text).map((task) => task.lead)

test('[DIR-15] one sentence, one task; its quote begins with the assignment', () => {
  const [task, ...more] = tasksOf('Cụ thể, UBND tỉnh giao Sở Y tế chủ trì kiểm tra, xử lý vi phạm; công khai kết quả.')
  expect([task?.quote, task?.lead, more.length]).toEqual([
    'UBND tỉnh giao Sở Y tế chủ trì kiểm tra, xử lý vi phạm; công khai kết quả',
    ['Sở Y tế'],
    0,
  ])
})

test('[DIR-15] what is to be done may be any verb, known or not; speech is none', () => {
  expect(leadsOf('Số: 1/UBND\n\nSở Y tế soạn thảo đề án phòng bệnh.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Số: 1/UBND\n\nSở Y tế cũng cần xem lại đề án phòng bệnh.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Số: 1/UBND\n\nSở Y tế nhấn mạnh vai trò của trạm xá.')).toEqual([])
})

test('[DIR-15] the words of a title are no order, wherever they stand', () => {
  const text =
    'Số: 1/KH-UBND\n\nKẾ HOẠCH\n\n1. Sở Y tế rà soát danh mục thuốc.\n2. Phân công nhiệm vụ\n3. Tổ chức thực hiện.\n4. Phân công trách nhiệm cụ thể:\na) Sở Nội vụ kiểm tra công vụ.\n- Phân công nhiệm vụ\n- Phân công cán bộ trực.'
  expect(tasksOf(text).map((task) => task.quote)).toEqual([
    'Sở Y tế rà soát danh mục thuốc',
    'Sở Nội vụ kiểm tra công vụ',
    'Phân công cán bộ trực',
  ])
})

test('[DIR-14] notes below a letter give no orders', () => {
  expect(leadsOf('Số: 1/UBND\n\nGiao Sở Y tế rà soát danh mục thuốc.\n\n[1] Sở Nội vụ kiểm tra công vụ.')).toEqual([['Sở Y tế']])
})

test('[DIR-15] a semicolon divides where the lead or the deadline changes', () => {
  expect(leadsOf('Giao Sở Y tế rà soát thiết bị; Sở Tài chính bố trí kinh phí.')).toEqual([['Sở Y tế'], ['Sở Tài chính']])
  expect(
    tasksOf('Giao Sở Y tế sửa chữa trạm xá, hoàn thành trước ngày 30/11/2025; xây mới trạm xá, hoàn thành trước ngày 31/01/2026.').map(
      (task) => task.due.date,
    ),
  ).toEqual(['2025-11-30', '2026-01-31'])
  expect(tasksOf('Giao Sở Y tế rà soát danh mục; hằng quý gửi Bộ Y tế kết quả.').map((task) => task.period?.every ?? null)).toEqual([
    null,
    'P3M',
  ])
})

test('[DIR-15] a second sentence about the same work stays with it; a new order does not', () => {
  const tasks = tasksOf(
    '1. Sở Y tế\n\na) Rà soát các cơ sở khám bệnh. Thời gian hoàn thành trước ngày 05/12/2025.\n\nb) Tổ chức tập huấn. Kiểm tra đột xuất các cơ sở.',
  )
  expect(tasks.map((task) => [task.quote.slice(0, 8), task.due.date])).toEqual([
    ['Rà soát ', '2025-12-05'],
    ['Tổ chức ', null],
    ['Kiểm tra', null],
  ])
})

test('[DIR-15] closing formulas, threats, praise and accounts are no orders', () => {
  const none = [
    'Yêu cầu các sở, ban, ngành nghiêm túc thực hiện Chỉ thị này.',
    'Giám đốc Sở Y tế phải chịu trách nhiệm trước UBND tỉnh nếu để xảy ra vi phạm.',
    'Sở Y tế đã rà soát xong các cơ sở.',
    'Theo đề nghị của Sở Y tế tại buổi họp.',
    'Một số cơ sở chưa thực hiện nghiêm túc việc công khai giá thuốc.',
    'Nhiệm vụ được giao Sở Y tế hoàn thành tốt.',
  ]
  for (const text of none) expect(leadsOf(`Số: 01/CT-UBND\n\n${text}`)).toEqual([])
})

test('[DIR-16] a subject that is left out is carried forward, and said so', () => {
  const tasks = tasksOf(
    'Sở Y tế có trách nhiệm rà soát các cơ sở khám bệnh. Xây dựng kế hoạch thanh tra năm sau.\n\nBên cạnh đó, đề xuất giải pháp tháo gỡ khó khăn.',
  )
  expect(tasks.map((task) => task.lead)).toEqual([['Sở Y tế'], ['Sở Y tế'], ['Sở Y tế']])
  expect(tasks.map((task) => task.check)).toEqual([null, 'Chủ thể được hiểu theo câu trước', 'Chủ thể được hiểu theo câu trước'])
})

test('[DIR-16] «quý Sở» is the addressee', () => {
  expect(leadsOf('Kính gửi: Sở Y tế\n\nĐề nghị quý Sở rà soát danh mục thuốc.')).toEqual([['Sở Y tế']])
})

test('[DIR-15] answering for it is a threat where nothing else is to be done', () => {
  expect(leadsOf('Số: 1/UBND\n\nUBND các xã tổ chức tiêm chủng và chịu trách nhiệm toàn diện về an toàn tiêm chủng.')).toEqual([
    ['UBND các xã'],
  ])
  expect(leadsOf('Số: 1/UBND\n\nUBND các xã chịu trách nhiệm toàn diện về an toàn tiêm chủng.')).toEqual([])
})

test('[DIR-15] of a list that is spoken of, the last body acts; a condition does not end the search for who acts', () => {
  expect(leadsOf('Số: 1/UBND\n\nTrên cơ sở đề xuất của các sở, UBND các xã, Sở Tài chính tổng hợp dự toán.')).toEqual([['Sở Tài chính']])
  expect(
    leadsOf('Số: 1/UBND\n\nTrong quá trình thực hiện, nếu cần sửa đổi, bổ sung Kế hoạch, các sở đề xuất gửi Sở Y tế tổng hợp.'),
  ).toEqual([['các sở']])
})

test('[DIR-15] words in quotation marks are read as words', () => {
  expect(leadsOf('Số: 1/UBND\n\n“Sở Y tế rà soát danh mục thuốc. Đề nghị đồng chí Trưởng Ban Dân tộc tỉnh chỉ đạo”.')).toEqual([
    ['Sở Y tế'],
    ['Ban Dân tộc tỉnh'],
  ])
})

test('[DIR-15] a periodic duty and a dated one are two tasks', () => {
  const tasks = tasksOf(
    'Số: 1/UBND\n\nGiao Sở Y tế định kỳ hằng tuần báo cáo UBND tỉnh; xây dựng báo cáo tổng thể, trình UBND tỉnh trước ngày 15/6/2024.',
  )
  expect(tasks.map((task) => [task.period?.every ?? null, task.due.date])).toEqual([
    ['P1W', null],
    [null, '2024-06-15'],
  ])
})

test('[DIR-15] overseeing an instruction is work, obeying it is a closing formula', () => {
  expect(leadsOf('Số: 1/CT-UBND\n\nGiao Sở Y tế theo dõi, đôn đốc việc thực hiện Chỉ thị này.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Số: 1/CT-UBND\n\nYêu cầu Sở Y tế nghiêm túc thực hiện Chỉ thị này.')).toEqual([])
})

test('[DIR-17] a partner may be named first, and the list of partners may have semicolons', () => {
  const [first] = tasksOf('Sở Y tế chủ trì, Sở Tài chính phối hợp rà soát định mức chi.')
  expect([first?.lead, first?.coordinating]).toEqual([['Sở Y tế'], ['Sở Tài chính']])
  const tasks = tasksOf('Số: 1/UBND\n\nSở Y tế phối hợp cùng các sở: Tài chính, Nội vụ; Công an tỉnh và UBND các xã lập phương án.')
  expect(tasks.map((task) => task.coordinating)).toEqual([['Sở Tài chính', 'Sở Nội vụ', 'Công an tỉnh', 'UBND các xã']])
})

test('[DIR-17] partners, and the open circle', () => {
  const [task] = tasksOf(
    'Giao Sở Y tế chủ trì, phối hợp chặt chẽ với Công an tỉnh, UBND các xã, phường và các cơ quan, đơn vị liên quan kiểm tra.',
  )
  expect([task?.coordinating, task?.openClass]).toEqual([['Công an tỉnh', 'UBND các xã, phường'], true])
})

test('[DIR-18] to whom the product goes', () => {
  const to = (text: string): readonly string[] | undefined => tasksOf(text)[0]?.recipients
  expect(to('Giao Sở Y tế tham mưu UBND tỉnh ban hành kế hoạch.')).toEqual(['UBND tỉnh'])
  expect(to('Giao Sở Y tế rà soát, gửi kết quả về Sở Tài chính.')).toEqual(['Sở Tài chính'])
  expect(to('Giao Sở Y tế rà soát, trình cấp có thẩm quyền phê duyệt.')).toEqual([])
})

test('[DIR-19] whom the receiver reports to is no recipient', () => {
  expect(tasksOf('Đề nghị các sở, ban, ngành gửi kết quả về Sở Tài chính để tổng hợp, báo cáo UBND tỉnh.')[0]?.recipients).toEqual([
    'Sở Tài chính',
  ])
})

test('[DIR-27] a heading of bodies governs the items under it', () => {
  const text =
    'UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nhiệm vụ sau:\n\n1. Rà soát thủ tục hành chính.\n\n2. Sở Y tế\n\n- Kiểm tra các cơ sở khám bệnh.\n\n- Công khai giá thuốc.'
  expect(leadsOf(text)).toEqual([['các sở, ban, ngành'], ['Sở Y tế'], ['Sở Y tế']])
})

test('[DIR-27] a deadline in a heading, or after a list, holds for each', () => {
  const heading = 'Giao Sở Y tế hoàn thành trước ngày 15/6/2024 các nhiệm vụ sau:\n\n- Rà soát danh mục.\n\n- Công khai giá thuốc.'
  expect(tasksOf(heading).map((task) => task.due.date)).toEqual(['2024-06-15', '2024-06-15'])
  const list = '1. Giao Sở Y tế\n- Rà soát danh mục.\n- Công khai giá thuốc.\nThời gian hoàn thành trước ngày 15/6/2024.'
  expect(tasksOf(list).map((task) => task.due.date)).toEqual(['2024-06-15', '2024-06-15'])
})

test('[DIR-27] «Đối với …» names those who are charged; «được giao» charges its subject', () => {
  expect(leadsOf('Đối với UBND các xã, UBND tỉnh đề nghị tập trung vận động người dân.')).toEqual([['UBND các xã']])
  expect(leadsOf('Sở Y tế được giao chủ trì thanh tra các cơ sở.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Nhiệm vụ này được giao cho Sở Y tế chủ trì thực hiện.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Sở Y tế là cơ quan đầu mối, chịu trách nhiệm tổng hợp báo cáo.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Văn bản nhấn mạnh, các địa phương phải chủ động nguồn lực.')).toEqual([['các địa phương']])
})

test('[DIR-27] a topic is charged; in a report the letter speaks', () => {
  expect(leadsOf('Số: 1/UBND\n\nVới Sở Y tế, tiếp tục kiểm tra các cơ sở.')).toEqual([['Sở Y tế']])
  expect(leadsOf('Số: 1/UBND\n\nRiêng các sở Y tế, Tài chính, UBND tỉnh yêu cầu có báo cáo riêng.')).toEqual([['Sở Y tế', 'Sở Tài chính']])
  expect(leadsOf('Theo đó, công văn yêu cầu Sở Y tế rà soát danh mục thuốc.')).toEqual([['Sở Y tế']])
})

test('[DIR-27] who speaks may be a place, a person without a title, a letter somebody signed, or words in quotation marks', () => {
  for (const text of [
    'Về quản lý chợ, Bình An giao Sở Y tế rà soát các quầy thịt.',
    'Hòa Bình giao Sở Y tế rà soát các quầy thịt.',
    'Ông cũng yêu cầu Sở Y tế rà soát các quầy thịt.',
    'Công văn do ông Nguyễn Văn An ký yêu cầu Sở Y tế rà soát các quầy thịt.',
    'Công văn ghi “giao Sở Y tế rà soát các quầy thịt”.',
    'Chủ tịch UBND tỉnh nhấn mạnh Sở Y tế phải rà soát các quầy thịt.',
  ])
    expect([text, leadsOf(`Họp báo\n\nHôm qua trời mưa.\n\nTrời nắng.\n\n${text}`)]).toEqual([text, [['Sở Y tế']]])
})

test('[DIR-27] an enumeration gives no orders, until somebody is charged in it', () => {
  const text =
    'Số: 1/UBND\n\nGiao Sở Y tế rà soát danh mục.\n\nHồ sơ gửi kèm gồm:\n\n- Báo cáo kết quả năm trước.\n\n- Kế hoạch năm sau.\n\n- Sở Tài chính\n\n+ Bố trí kinh phí.'
  expect(leadsOf(text)).toEqual([['Sở Y tế'], ['Sở Tài chính']])
})

test('[DIR-27] «… Cụ thể:» gives its bodies to what follows', () => {
  expect(leadsOf('Số: 1/UBND\n\n1. Sở Y tế tổ chức thực hiện Kế hoạch. Cụ thể:\n\n- Rà soát danh mục.\n\n- Công khai giá thuốc.')).toEqual([
    ['Sở Y tế'],
    ['Sở Y tế'],
  ])
})

test('[DIR-28] «check» tells why a person must look', () => {
  expect(tasksOf('Sở Y tế và Sở Tài chính rà soát danh mục.')[0]?.check).toBe('Nhiều cơ quan cùng được giao')
  expect(tasksOf('Giao các sở, ban, ngành rà soát danh mục.')[0]?.check).toBe('Giao cho một nhóm cơ quan')
  expect(tasksOf('Sở Y tế kiểm tra cơ sở.\n\nĐồng chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị.')[1]?.unsure).toBe(
    '«Đồng chủ trì» có thể là «Đồng thời chủ trì»',
  )
})

test('[DIR-29] an order announced and then said in full is one task', () => {
  const report =
    'Tiết kiệm điện\n\nUBND tỉnh vừa ban hành Công văn số 88/UBND-KT yêu cầu các sở, ngành tiết kiệm điện.\n\nCụ thể, UBND tỉnh giao Sở Công Thương kiểm tra việc sử dụng điện.'
  expect(leadsOf(report)).toEqual([['Sở Công Thương']])
})

test('[DIR-14] «UBND thành phố yêu cầu:» charges those to whom the letter is sent, whatever the level of the committee', () => {
  for (const speaker of ['UBND tỉnh', 'UBND thành phố', 'Chủ tịch UBND huyện', 'Sở Nội vụ']) {
    const { tasks } = readDirective(`UBND TỈNH LÂM ĐỒNG
Số: 12/UBND-TH
Lâm Đồng, ngày 10 tháng 6 năm 2025

Kính gửi: Các sở, ban, ngành; UBND các xã, phường.

Để chủ động ứng phó với mưa lớn, ${speaker} yêu cầu:
1. Rà soát các khu vực xung yếu.
2. Trực ban 24/24 giờ trước ngày 20/6/2025.
`)
    expect(tasks.map(({ lead, due }) => [lead, due.date])).toEqual([
      [['Các sở, ban, ngành', 'UBND các xã, phường'], null],
      [['Các sở, ban, ngành', 'UBND các xã, phường'], '2025-06-20'],
    ])
  }
})
