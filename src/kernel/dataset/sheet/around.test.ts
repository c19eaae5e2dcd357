import { expect, test } from 'vitest'
import { aboveIn } from './around.ts'

// 2026-11-28: «Sở Tài chính thành phố Đà Nẵng» was proposed as the title of the table below it
test('[DAT-109] the name of a body is no title where another line follows', () => {
  const title = (...lines: readonly string[]) => aboveIn(lines.map((line, i) => ({ at: i + 1, cells: [line, ''] }))).title?.value
  const own = 'Thu ngân sách các xã'
  for (const body of [
    'Sở Tài chính thành phố Đà Nẵng',
    'UBND thành phố Đà Nẵng',
    'Ban quản lý dự án huyện',
    'Chi cục Thủy lợi',
    'Biểu số 02/XD',
  ])
    expect(title(body, own)).toBe(own)
  expect(title('Sở Tài chính thành phố Đà Nẵng', 'Năm 2024')).toBe('Sở Tài chính thành phố Đà Nẵng')
  for (const other of ['Phòng học kiên cố', 'Bộ chỉ số theo năm', 'Trung tâm xã chưa có đường']) expect(title(other, own)).toBe(other)
})
