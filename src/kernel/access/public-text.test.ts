import { expect, test } from 'vitest'
import { withoutPersonal } from './public-text.ts'

test.each([
  ['Trả lời ông theo số 0905.123.456 hoặc 0236 3822 123', 'Trả lời ông theo số […] hoặc […]'],
  ['Liên hệ +84 905 123 456, thư lan.tt@danang.gov.vn.', 'Liên hệ […], thư […].'],
  ['Hồ sơ của công dân có căn cước 048190001234', 'Hồ sơ của công dân có căn cước […]'],
  ['CMND số 201234567 cấp tại Đà Nẵng', 'CMND số […] cấp tại Đà Nẵng'],
  // 26-11-2026: these were shown to everybody
  ['Gọi (0236) 3822 123 hoặc (+84) 905 123 456', 'Gọi […] hoặc […]'],
  ['Gọi (0236)3.822.123, 0236 - 3822 123 hoặc 0905–123–456', 'Gọi […], […] hoặc […]'],
  ['Ông A, CCCD 048 090 012 345, có đơn', 'Ông A, CCCD […], có đơn'],
  ['Ông A (048 090 012 345) có đơn', 'Ông A ([…]) có đơn'],
  ['Ông A, CMND: 201 234 567, có đơn', 'Ông A, CMND: […], có đơn'],
  ['Gọi ０９０５１２３４５６, gặp lan＠danang.gov.vn', 'Gọi […], gặp […]'],
  ['Gọi 0905\u00a0123\u00a0456 hoặc 0905\u200b123456', 'Gọi […] hoặc […]'],
])('[ACC-16] a public view leaves out telephone numbers, e-mails and numbers of identity papers: %s', (text, shown) => {
  expect(withoutPersonal(text)).toBe(shown)
})

test.each([
  'Triển khai Nghị quyết số 57/NQ-CP ngày 21/4/2022 theo Công văn 2415/UBND-TH',
  'Giải ngân 1.500.000.000 đồng, 201234567 đồng vốn ODA, từ 05-5-2022 đến 10.12.2022',
  'Quyết định 0012/2022/QĐ-UBND, quốc lộ 14B km 0+500',
  'Từ 05.2025 - 6.2026, vốn 123.456.789.012 đồng hoặc 201 234 567 đồng, 12 m², quận １',
  'Từ ngày 01/7/2025 – 30/6/2026 (kỳ 05.5.2024 - 02.5.2025), 048.090 hồ sơ',
])('[ACC-16] and leaves numbers of documents, money and days: %s', (text) => {
  expect(withoutPersonal(text)).toBe(text)
})
