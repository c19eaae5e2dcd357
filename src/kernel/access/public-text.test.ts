import { expect, test } from 'vitest'
import { withoutPersonal } from './public-text.ts'

test.each([
  ['Trả lời ông theo số 0905.123.456 hoặc 0236 3822 123', 'Trả lời ông theo số […] hoặc […]'],
  ['Liên hệ +84 905 123 456, thư lan.tt@danang.gov.vn.', 'Liên hệ […], thư […].'],
  ['Hồ sơ của công dân có căn cước 048190001234', 'Hồ sơ của công dân có căn cước […]'],
  ['CMND số 201234567 cấp tại Đà Nẵng', 'CMND số […] cấp tại Đà Nẵng'],
])('[ACC-16] a public view leaves out telephone numbers, e-mails and numbers of identity papers: %s', (text, shown) => {
  expect(withoutPersonal(text)).toBe(shown)
})

test.each([
  'Triển khai Nghị quyết số 57/NQ-CP ngày 21/4/2022 theo Công văn 2415/UBND-TH',
  'Giải ngân 1.500.000.000 đồng, 201234567 đồng vốn ODA, từ 05-5-2022 đến 10.12.2022',
  'Quyết định 0012/2022/QĐ-UBND, quốc lộ 14B km 0+500',
])('[ACC-16] and leaves numbers of documents, money and days: %s', (text) => {
  expect(withoutPersonal(text)).toBe(text)
})
