import { expect, test } from 'vitest'
import { yearsAbove } from './years-above.ts'

test.each([
  ['BIỂU SỐ 02: DÂN SỐ THEO QUẬN, HUYỆN NĂM 2024', [2024, 2024]],
  ['TÌNH HÌNH THU 6 THÁNG CUỐI NĂM 2025 | Đơn vị: triệu đồng', [2025, 2025]],
  ['Biểu 3. Dân số theo quận, huyện, 30/6/2024', [2024, 2024]],
  ['Vốn đầu tư giai đoạn 2021 - 2025', [2021, 2025]],
  ['Hộ nghèo năm 2023 theo chuẩn giai đoạn 2022-2025', [2023, 2023]],
  ['GRDP Quý I/2024', [2024, 2024]],
  ['Trường học năm học 2023-2024', [2023, 2023]],
  ['Số: 15/BC-SNV | Đà Nẵng, ngày 20 tháng 01 năm 2025', null],
  ['(Ban hành kèm theo Báo cáo số 15/BC-SNV ngày 20/01/2025)', null],
  ['Theo Quyết định số 12/2023/QĐ-UBND', null],
  ['DANH SÁCH 2000 HỘ', null],
])('[DAT-20] the years that a line above a table says: %s', (value, years) => {
  expect(yearsAbove([{ at: 1, value }])).toEqual(years)
})
