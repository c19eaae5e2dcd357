import { expect, test } from 'vitest'
import { lettersIn, readDirective } from '../directive.ts'
import { dateAt } from '../time/dates.ts'
import { numbersIn } from './numbers.ts'

test('[DIR-2] day before month, in every way of writing', () => {
  for (const written of ['5/6/2022', '05-06-2022', '5.6.2022', '05 tháng 6 năm 2022', '0 5 tháng 0 6 năm 2022'])
    expect(dateAt(written, 0)?.day).toBe('2022-06-05')
})

test('[DIR-2] 31-2-2022, month 13 and year 20222 are no dates', () => {
  for (const written of ['31-2-2022', '5/13/2022', '5 tháng 13 năm 2022', '5/6/20222']) expect(dateAt(written, 0)?.day ?? null).toBe(null)
})

test('[DIR-3] numbers of every kind, with the blanks of a scan', () => {
  const text =
    'theo 18/2021/QĐ-TTg, 57/NQ-CP, 26-NQ/TW, 60/2024/QH15, 388/NQ-UBTVQH16, 841/SNN&PTNT-CCKL, 773 /QĐ-TTg và 52- CT/TW; từ 1/2 đến 3/4/2022, tỷ lệ 24/7'
  expect(numbersIn(text).map((found) => found.number)).toEqual([
    '18/2021/QĐ-TTg',
    '57/NQ-CP',
    '26-NQ/TW',
    '60/2024/QH15',
    '388/NQ-UBTVQH16',
    '841/SNN&PTNT-CCKL',
    '773/QĐ-TTg',
    '52-CT/TW',
  ])
})

test('[DIR-5] a letter says who it is in its head', () => {
  const read = readDirective(
    'ỦY BAN NHÂN DÂN\nTỈNH BÌNH AN\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 07/CT-UBND\nBình An, ngày 03 tháng 4 năm 2024\n\nCHỈ THỊ\n\nVỀ VIỆC TIẾT KIỆM ĐIỆN',
  )
  expect(read.identity).toEqual({
    number: '07/CT-UBND',
    type: 'chỉ thị',
    issuer: 'UBND tỉnh Bình An',
    date: '2024-04-03',
  })
})

test('[DIR-5] a report says it in the sentence that tells of the issue; what is not said is null', () => {
  const read = readDirective('Tăng cường tiết kiệm điện\n\nUBND tỉnh vừa ban hành Công văn số 88/UBND-KT ngày 03/4/2024 về tiết kiệm điện.')
  expect(read.identity).toEqual({ number: '88/UBND-KT', type: 'công văn', issuer: 'UBND tỉnh', date: '2024-04-03' })
  expect(readDirective('Giao Sở Y tế rà soát.').identity).toEqual({ number: null, type: null, issuer: null, date: null })
})

test('[DIR-5] a report also says it where it says what is ordered, or in a line of its own', () => {
  const ordering = readDirective('Tại Công văn số 88/UBND-KT ngày 03/4/2024, UBND tỉnh yêu cầu Sở Y tế rà soát danh mục thuốc.')
  expect(ordering.identity).toEqual({ number: '88/UBND-KT', type: 'công văn', issuer: 'UBND tỉnh', date: '2024-04-03' })
  const told = readDirective('Thực hiện Chỉ thị số 01/CT-TTg ngày 02/01/2024, ngày 03/4/2024 UBND tỉnh có Công văn số 88/UBND-KT.')
  expect([told.identity.number, told.identity.date]).toEqual(['88/UBND-KT', '2024-04-03'])
  const source = readDirective('UBND tỉnh giao Sở Y tế rà soát danh mục thuốc.\n(Theo Công văn số 88/UBND-KT, ngày 03/4/2024)')
  expect([source.identity.number, source.identity.date]).toEqual(['88/UBND-KT', '2024-04-03'])
})

test('[DIR-6] each other document once, and not the directive itself', () => {
  const read = readDirective(
    'Số: 07/CT-UBND\nThực hiện Nghị quyết số 12/NQ-CP ngày 01/02/2024 của Chính phủ (sau đây gọi là Nghị quyết số 12/NQ-CP) và Chỉ thị số 07/CT-UBND.',
  )
  expect(read.citations.map(({ text, number, date }) => ({ text, number, date }))).toEqual([
    { text: 'Nghị quyết số 12/NQ-CP ngày 01/02/2024', number: '12/NQ-CP', date: '2024-02-01' },
  ])
})

test('[DIR-7] a law with its year or day is cited, by name alone it is not', () => {
  const read = readDirective('Theo Luật Thống kê năm 2015, Luật Phòng bệnh ngày 10 tháng 12 năm 2025, Luật Đất đai và Luật Du lịch 2017.')
  expect(read.citations.map(({ text, number, date }) => ({ text, number, date }))).toEqual([
    { text: 'Luật Thống kê năm 2015', number: null, date: null },
    { text: 'Luật Phòng bệnh ngày 10 tháng 12 năm 2025', number: null, date: '2025-12-10' },
    { text: 'Luật Du lịch 2017', number: null, date: null },
  ])
})

test('[DIR-5] the two halves of a letterhead, one behind the other as a scan gives them', () => {
  const head =
    'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BÌNH AN Độc lập - Tự do - Hạnh phúc\nSố: 12/UBND-KT Bình An, ngày 05 tháng 5 năm 2024\n\nKính gửi: Sở Y tế'
  expect(readDirective(head).identity).toEqual({ number: '12/UBND-KT', type: 'công văn', issuer: 'UBND tỉnh Bình An', date: '2024-05-05' })
})

test('[DIR-5] below a committee the body that writes is the issuer', () => {
  const head = 'UBND TỈNH BÌNH AN\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/SNV-TCBC\nBình An, ngày 05 tháng 3 năm 2024\n'
  expect(readDirective(`${head}Giao Phòng Tổ chức lập danh mục.`).identity.issuer).toBe('Sở Nội vụ')
})

test('[DIR-35] a second letterhead begins a second letter, and its tasks say so', () => {
  const letter = (number: string): string =>
    `UBND TỈNH BÌNH AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: ${number}\nBình An, ngày 05 tháng 3 năm 2024\nKính gửi: Sở Y tế\nGiao Sở Y tế lập danh mục thuốc.\nCHỦ TỊCH\n`
  const text = letter('15/UBND-KT') + letter('16/UBND-VX')
  expect(lettersIn(text)).toEqual([18, text.indexOf('CỘNG', 40)])
  expect(readDirective(text).tasks.map(({ check }) => check)).toEqual([null, 'Thuộc văn bản thứ hai trong cùng tệp'])
  expect(lettersIn(`${letter('15/UBND-KT')}Mẫu\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: …/BC\n`)).toHaveLength(1)
})

test('[DIR-37] what another letter ordered and this one quotes says so', () => {
  const text =
    'Công văn số 12/UBND-KT ngày 01/02/2024 đã giao: “1. Sở Y tế chủ trì lập danh mục thuốc trước ngày 15/4/2024.”\nGiao Sở Nội vụ tổng hợp “Sổ tay thuốc”, báo cáo trước ngày 30/4/2024.\n'
  const [quoted, own] = readDirective(text).tasks
  expect([quoted?.lead, quoted?.check]).toEqual([['Sở Y tế'], expect.stringContaining('ngoặc kép')])
  expect([own?.lead, own?.check]).toEqual([['Sở Nội vụ'], null])
})

test('[DIR-42] a day of issue left blank is none: not that of a cited letter, and its month gives dates their year', () => {
  const head = 'ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 56/KH-UBND\n'
  const body =
    'KẾ HOẠCH\nTriển khai Chỉ thị số 17/CT-TTg, ngày 25/5/2023 của Thủ tướng Chính phủ\nI. PHÂN CÔNG\n1. Trạm Y tế xã lập danh sách trước 30/9.'
  for (const [blank, date] of [
    ['An Hòa, ngày      tháng 8 năm 2025', '2025-09-30'],
    ['An Hòa, ngày … tháng … năm 2025', '2025-09-30'],
    ['An Hòa, ngày ..... tháng 12 năm 2025', '2026-09-30'],
  ] as const) {
    const read = readDirective(`${head}${blank}\n${body}`)
    expect([read.identity.date, read.tasks[0]?.due.date]).toEqual([null, date])
  }
  expect(readDirective(`${head}${body}`).identity.date).toBe(null)
  const weekday = 'Kính gửi: Sở Y tế\n\nSở Y tế gửi số liệu chậm nhất là thứ Sáu, ngày 15/8/2025.'
  expect(readDirective(weekday).identity.date).toBe(null)
})

test('[DIR-6] [DIR-49] one number of two days is two documents; standards, forms and contracts are none', () => {
  const numbersOf = (text: string): unknown => readDirective(text).citations.map(({ number, date }) => `${number} ${date}`)
  expect(
    numbersOf('Theo Công văn số 12/UBND-KT ngày 01/02/2024, Công văn số 12/UBND-KT ngày 03/4/2025 và Công văn số 12/UBND-KT.'),
  ).toEqual(['12/UBND-KT 2024-02-01', '12/UBND-KT 2025-04-03'])
  expect(numbersOf('Theo QCVN 01:2021/BYT, TCVN 5687:2010/BXD, Mẫu số 01/BC-TH, biểu mẫu 02/ĐK-BC và Hợp đồng số 15/2024/HĐ-XD.')).toEqual(
    [],
  )
})

test('[DIR-37] a quotation may stand between straight marks, or between «»', () => {
  for (const [open, close] of [
    ['"', '"'],
    ['«', '»'],
  ]) {
    const text = `Công văn số 12/UBND-KT ngày 01/02/2024 đã giao: ${open}1. Sở Y tế chủ trì lập danh mục thuốc trước ngày 15/4/2024.${close}\nGiao Sở Nội vụ tổng hợp ${open}Sổ tay${close}, báo cáo trước ngày 30/4/2024.\n`
    expect(readDirective(text).tasks.map(({ check }) => check?.includes('ngoặc kép') ?? false)).toEqual([true, false])
  }
})

test('[DIR-5] proposals and reports are no official letters; a joint plan is a plan; a committee below a committee is the issuer', () => {
  const head = (title: string, number: string): string =>
    `UBND TỈNH BÌNH AN\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: ${number}\nBình An, ngày 05 tháng 3 năm 2024\n${title}\n`
  const typeOf = (title: string, number: string): unknown => readDirective(head(title, number)).identity.type
  expect(typeOf('TỜ TRÌNH', '15/TTr-BCĐ')).toBe('văn bản')
  expect(typeOf('BÁO CÁO', '15/BC-BCĐ')).toBe('văn bản')
  expect(typeOf('KẾ HOẠCH PHỐI HỢP', '15/KHPH-BCĐ-SYT')).toBe('kế hoạch')
  expect(readDirective(head('BÁO CÁO', '15/BC-BCĐ')).identity.issuer).toBe('Ban Chỉ đạo Chuyển Đổi Số')
})

test('[DIR-5] a name in capitals is written as the text below writes it', () => {
  const text = 'UBND TỈNH BÌNH AN\nBAN CHỈ HUY PHÒNG THỦ DÂN SỰ\nSố: 4/BCH-VP\n\nBan Chỉ huy Phòng thủ dân sự đề nghị các xã trực ban.'
  expect(readDirective(text).identity.issuer).toBe('Ban Chỉ huy Phòng thủ dân sự')
})

test('[DIR-5] of a place every word has a capital, and the office of a committee is written shortly', () => {
  const issuerOf = (head: string): string | null =>
    readDirective(`${head}\nSố: 4/VP-TH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKính gửi: Sở Y tế`).identity.issuer
  expect(issuerOf('ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG')).toBe('UBND thành phố Hải Phòng')
  expect(issuerOf('ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nVĂN PHÒNG')).toBe('Văn phòng UBND thành phố Hải Phòng')
})

test('[DIR-6] a document that is named first without its day and then with it is one', () => {
  const text =
    'Số: 4/UBND-TH\nV/v thực hiện Công văn số 9/BXD-QLN\n\nThực hiện Công văn số 9/BXD-QLN ngày 25/9/2025, Sở Y tế rà soát quỹ đất.'
  expect(readDirective(text).citations.map(({ number, date }) => [number, date])).toEqual([['9/BXD-QLN', '2025-09-25']])
})
