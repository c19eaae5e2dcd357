import { expect, test } from 'vitest'
import { day } from '../../period/day.ts'
import { type Due, type Period, readDirective } from '../directive.ts'

const issued = day('2024-05-05')
const dueOf = (words: string): Due | undefined => readDirective(`Giao Sở Y tế rà soát danh mục, ${words}.`, { issued }).tasks[0]?.due
const periodOf = (words: string): Period['every'] | null =>
  readDirective(`Giao Sở Y tế ${words}.`, { issued }).tasks[0]?.period?.every ?? null

test('[DIR-20] a day, with its word', () => {
  expect(dueOf('hoàn thành trước ngày 15/6/2024')).toEqual({
    kind: 'day',
    text: 'hoàn thành trước ngày 15/6/2024',
    date: '2024-06-15',
    before: true,
  })
  expect(dueOf('chậm nhất ngày 15 tháng 6 năm 2024')).toMatchObject({ kind: 'day', date: '2024-06-15', before: false })
  expect(dueOf('gửi báo cáo đến hết ngày 15-6-2024')).toMatchObject({ kind: 'day', date: '2024-06-15', before: false })
})

test('[DIR-20] a month, quarter, half or year ends on its last day', () => {
  expect(dueOf('hoàn thành trong tháng 6 năm 2024')).toMatchObject({ kind: 'month', date: '2024-06-30' })
  expect(dueOf('hoàn thành trong quý III năm 2024')).toMatchObject({ kind: 'quarter', date: '2024-09-30' })
  expect(dueOf('hoàn thành trong 6 tháng đầu năm 2025')).toMatchObject({ kind: 'half', date: '2025-06-30' })
  expect(dueOf('hoàn thành trong năm 2024')).toMatchObject({ kind: 'year', date: '2024-12-31' })
})

test('[DIR-20] a term has days or months and no date', () => {
  expect(dueOf('trong thời hạn 10 ngày làm việc')).toMatchObject({ kind: 'relative', date: null, days: 10 })
  expect(dueOf('chậm nhất sau 02 tháng kể từ ngày ký')).toMatchObject({ kind: 'relative', date: null, months: 2 })
})

test('[DIR-22] days of the past, beginnings and targets are no deadlines', () => {
  for (const words of [
    'áp dụng từ ngày 01/7/2024',
    'đối với hồ sơ phát sinh trước ngày 01/7/2024',
    'phấn đấu đến năm 2030 đạt chuẩn',
    'khắc phục tồn tại trước ngày 01/01/2020',
  ])
    expect(dueOf(words)?.kind).toBe('none')
})

test('[DIR-23] haste is no date', () => {
  for (const words of ['khẩn trương báo cáo', 'kịp thời xử lý', 'triển khai ngay', 'sớm hoàn thành'])
    expect(dueOf(words)).toEqual({ kind: 'none', text: null, date: null, before: false })
})

test('[DIR-24] a missing year is that of issue, or the next', () => {
  expect(dueOf('hoàn thành trước ngày 20-6')).toMatchObject({ date: '2024-06-20', before: true })
  expect(dueOf('hoàn thành trước ngày 15/01')?.date).toBe('2025-01-15')
  const [task] = readDirective('Giao Sở Y tế rà soát, hoàn thành trước ngày 20-6.').tasks
  expect([task?.due.date, task?.check]).toEqual([null, 'Thời hạn không ghi năm'])
})

test('[DIR-25] how often', () => {
  expect(periodOf('định kỳ 6 tháng gửi báo cáo')).toBe('P6M')
  expect(periodOf('báo cáo kết quả hằng quý')).toBe('P3M')
  expect(periodOf('thường xuyên kiểm tra các cơ sở')).toBe('standing')
  const [task] = readDirective('Giao Sở Y tế báo cáo UBND tỉnh trước ngày 25 hằng tháng.', { issued }).tasks
  expect([task?.period?.every, task?.due.kind]).toEqual(['P1M', 'none'])
})

test('[DIR-26] names of things give no period', () => {
  for (const words of ['xây dựng kế hoạch hằng năm của ngành', 'bố trí chi thường xuyên', 'rà soát định kỳ danh mục'])
    expect(periodOf(words)).toBe(null)
})

const plan = (body: string): ReturnType<typeof readDirective>['tasks'] =>
  readDirective(`Số: 10/KH-UBND\n\nII. NHIỆM VỤ\n\n${body}`, { issued }).tasks

test('[DIR-21] labelled lines belong to the item above', () => {
  const [task, ...more] = plan(
    '1. Rà soát danh mục thuốc.\n\n- Cơ quan chủ trì: Sở Y tế.\n\n- Cơ quan phối hợp: Sở Tài chính; UBND các xã.\n\n- Thời gian thực hiện: Quý IV năm 2024.',
  )
  expect([task?.quote, task?.lead, task?.coordinating, task?.due.date, more.length]).toEqual([
    'Rà soát danh mục thuốc',
    ['Sở Y tế'],
    ['Sở Tài chính', 'UBND các xã'],
    '2024-12-31',
    0,
  ])
})

test('[DIR-21] a label of its own under several dashes speaks for each', () => {
  const tasks = plan(
    '1. Công tác dược\n\n- Rà soát danh mục thuốc.\n\n- Công khai giá thuốc.\n\nĐơn vị chủ trì: Sở Y tế.\n\nThời gian thực hiện: Thường xuyên.',
  )
  expect(tasks.map((task) => [task.lead, task.period?.every])).toEqual([
    [['Sở Y tế'], 'standing'],
    [['Sở Y tế'], 'standing'],
  ])
})

test('[DIR-30] a row of a table is a task; the quote is the cell of the work', () => {
  const tasks = plan(
    '| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n| 1 | Rà soát danh mục thuốc | Sở Y tế | Sở Tài chính | Tháng 12/2024 |\n| | 2 | Công khai giá thuốc | Sở Công Thương | | 2025 |',
  )
  expect(tasks.map((task) => [task.quote, task.lead, task.coordinating, task.due.date])).toEqual([
    ['Rà soát danh mục thuốc', ['Sở Y tế'], ['Sở Tài chính'], '2024-12-31'],
    ['Công khai giá thuốc', ['Sở Công Thương'], [], '2025-12-31'],
  ])
})

test('[DIR-32] a day no calendar has is no deadline, and is told', () => {
  const checkOf = (words: string): readonly [string | undefined, string | null | undefined] => {
    const [task] = readDirective(`Giao Sở Y tế rà soát danh mục, ${words}.`, { issued }).tasks
    return [task?.due.kind, task?.check]
  }
  expect(checkOf('hoàn thành trước ngày 31/11/2024')).toEqual(['none', 'Thời hạn ghi ngày không có trong lịch'])
  expect(checkOf('hoàn thành trước ngày 5/6/20222')).toEqual(['none', 'Thời hạn ghi ngày không có trong lịch'])
  expect(checkOf('hoàn thành trong quý V năm 2024')).toEqual(['none', 'Thời hạn ghi quý không có'])
  expect(checkOf('hoàn thành trong tháng 13 năm 2024')).toEqual(['none', 'Thời hạn ghi tháng không có'])
})

test('[DIR-32] a deadline word one slip away is read, and the slip is shown', () => {
  for (const [words, written] of [
    ['trươc ngày 15/6/2024', 'trươc'],
    ['châm nhất ngày 15/6/2024', 'châm nhất'],
    ['trứơc 15/6/2024', 'trứơc'],
  ] as const) {
    const [task] = readDirective(`Giao Sở Y tế hoàn thành danh mục ${words}.`, { issued }).tasks
    expect([task?.due.date, task?.corrections.map((slip) => slip.written), task?.check]).toEqual([
      '2024-06-15',
      [written],
      'Đã sửa lỗi chữ trong thời hạn',
    ])
  }
})

test('[DIR-30] cells between tabs', () => {
  const tasks = plan(
    'TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n1\tRà soát danh mục thuốc\tSở Y tế\tSở Tài chính\tTháng 12/2024',
  )
  expect(tasks.map((task) => [task.quote, task.lead, task.coordinating, task.due.date])).toEqual([
    ['Rà soát danh mục thuốc', ['Sở Y tế'], ['Sở Tài chính'], '2024-12-31'],
  ])
})

test('[DIR-33] cells one below the other are known by what is in them', () => {
  const tasks = plan(
    'TT\nNội dung công việc\nCơ quan\nchủ trì\nCơ quan\nphối hợp\nSản phẩm\nThời gian\nhoàn thành\n1\nRà soát danh mục thuốc trên\nđịa bàn tỉnh\nSở Y tế\nSở Tài chính, các cơ quan\nliên quan\nBáo cáo\nQuý IV/2024\n2\nCông khai giá thuốc tại các nhà thuốc\nSở Tài chính\nUBND các xã\nTrang thông tin\nThường xuyên',
  )
  expect(tasks.map((task) => [task.lead, task.coordinating, task.openClass, task.due.date, task.period?.every ?? null])).toEqual([
    [['Sở Y tế'], ['Sở Tài chính'], true, '2024-12-31', null],
    [['Sở Tài chính'], ['UBND các xã'], false, null, 'standing'],
  ])
})

test('[DIR-24] a quarter or half that is over and says no year is that of the next year', () => {
  expect(dueOf('trình trong quý I')).toMatchObject({ kind: 'quarter', date: '2025-03-31' })
  expect(dueOf('trình trong quý II')).toMatchObject({ kind: 'quarter', date: '2024-06-30' })
  expect(readDirective('Giao Sở Y tế tổng kết trong 6 tháng đầu năm.', { issued: day('2024-12-10') }).tasks[0]?.due.date).toBe('2025-06-30')
})

test('[DIR-20] «trong 07 ngày» is a term; what was done in days that are over is none', () => {
  expect(dueOf('báo cáo trong 07 ngày')).toMatchObject({ kind: 'relative', date: null, days: 7 })
  expect(dueOf('báo cáo số liệu trong 03 tháng qua')?.kind).toBe('none')
})

test('[DIR-22] a stage that has a number has a deadline; a stage of years has none', () => {
  expect(dueOf('hoàn thành giai đoạn 1 trước ngày 15/6/2024')).toMatchObject({ kind: 'day', date: '2024-06-15' })
})

test('[DIR-45] a term that is named, a range of days, so many times', () => {
  expect(dueOf('thời hạn: 30/6/2024')).toMatchObject({ kind: 'day', date: '2024-06-30', before: false })
  expect(dueOf('thời hạn hoàn thành là ngày 30/6/2024')).toMatchObject({ kind: 'day', date: '2024-06-30' })
  expect(dueOf('ra quân từ 15/6 đến hết ngày 30/6')).toMatchObject({ kind: 'day', date: '2024-06-30', before: false })
  expect(dueOf('trực trong thời gian nghỉ lễ từ 15/6 đến 30/6')?.kind).toBe('none')
  expect(periodOf('kiểm tra 2 lần/tháng')).toBe('P2W')
  expect(periodOf('mỗi tháng 02 lần kiểm tra trạm xá')).toBe('P2W')
  expect(periodOf('kiểm tra trạm xá mỗi tuần một lần')).toBe('P1W')
  expect(periodOf('tổng kết vào quý IV hằng năm')).toBe('P1Y')
  expect(dueOf('tổng kết trong quý IV hằng năm')?.kind).toBe('none')
})

test('[DIR-46] several deadlines in one task: the first is kept, and it is told', () => {
  const [task] = readDirective('Giao Sở Y tế lập danh mục trước ngày 15/6/2024, hoàn thiện trước ngày 30/6/2024.', { issued }).tasks
  expect([task?.due.date, task?.check]).toEqual(['2024-06-15', 'Có nhiều thời hạn trong một nhiệm vụ'])
})

test('[DIR-48] merged cells of leads, other headings, roles inside a cell', () => {
  const tasks = plan(
    '| TT | Nội dung | Đơn vị | Sản phẩm | Lộ trình |\n| I | Nhóm nhiệm vụ | | | |\n| 1 | Rà soát danh mục thuốc | Sở Y tế (chủ trì), Sở Tài chính (phối hợp) | Danh mục | Quý III/2024 |\n| 2 | Công khai giá thuốc | | Bảng giá | Quý IV hằng năm |\n| II | Nhóm nhiệm vụ khác | | | |\n| 3 | Sửa chữa trạm xá | Chủ trì: Sở Xây dựng; Phối hợp: UBND các xã | Trạm xá | 2025 |\n| 4 | Việc không giao cho ai | | | |',
  )
  expect(tasks.map((task) => [task.quote, task.lead, task.coordinating, task.due.date, task.period?.every ?? null])).toEqual([
    ['Rà soát danh mục thuốc', ['Sở Y tế'], ['Sở Tài chính'], '2024-09-30', null],
    ['Công khai giá thuốc', ['Sở Y tế'], ['Sở Tài chính'], null, 'P1Y'],
    ['Sửa chữa trạm xá', ['Sở Xây dựng'], ['UBND các xã'], '2025-12-31', null],
  ])
})

test('[DIR-25] «Hằng năm, trước ngày 10 tháng 12» is how often', () => {
  const [task] = readDirective('1. Sở Y tế:\n- Hằng năm, trước ngày 10 tháng 12, tổng hợp kết quả.', { issued }).tasks
  expect([task?.period?.every, task?.due.kind]).toEqual(['P1Y', 'none'])
  expect(dueOf('tổ chức hội nghị vào tháng 6/2024')).toMatchObject({ kind: 'month', date: '2024-06-30' })
})

test('[DIR-20] of several quarters the last; the hour as offices write it', () => {
  expect(dueOf('hoàn thành trong quý I-II/2025')).toMatchObject({ kind: 'quarter', date: '2025-06-30' })
  expect(dueOf('hoàn thành trong quý II và quý III năm 2024')).toMatchObject({ kind: 'quarter', date: '2024-09-30' })
  expect(dueOf('gửi kết quả chậm nhất là 16g00 ngày 30/10/2024')).toMatchObject({ kind: 'day', date: '2024-10-30' })
})

test('[DIR-25] the days of the year’s report are part of how often', () => {
  const [task] = readDirective('Giao Sở Y tế định kỳ hằng quý (trước ngày 15 tháng cuối quý), 6 tháng (trước ngày 15/6) báo cáo kết quả.', {
    issued,
  }).tasks
  expect([task?.due.kind, task?.period?.every]).toEqual(['none', 'P3M'])
  const [yearly] = readDirective('Giao Sở Y tế hằng năm báo cáo kết quả gửi Bộ Y tế trước ngày 30 tháng 11.', { issued }).tasks
  expect([yearly?.due.kind, yearly?.period?.every]).toEqual(['none', 'P1Y'])
})

test('[DIR-45] two days of each month are twice a month', () => {
  expect(periodOf('công khai kết quả vào ngày 10 và 25 hằng tháng')).toBe('P2W')
})

test('[DIR-32] a day of the lunar calendar is told, not read', () => {
  const [task] = readDirective('Giao Sở Y tế sửa chữa trạm xá, hoàn thành trước 23 tháng Chạp.', { issued }).tasks
  expect([task?.due.kind, task?.check]).toEqual(['none', 'Thời hạn ghi theo âm lịch'])
})
