import { expect, test } from 'vitest'
import { readDirective } from '../../kernel/directive/directive.ts'
import { extractionLines } from './extraction-lines.ts'

test('[DIR-61] a directive is told to a person in lines, each with what was read and why to look again', () => {
  const text = `ỦY BAN NHÂN DÂN\nTỈNH BÌNH AN\nSố: 7/UBND-TH\nBình An, ngày 05 tháng 9 năm 2025\n
Thực hiện Công văn số 12/BYT-DP ngày 01/9/2025, UBND tỉnh yêu cầu:\n
1. Sờ Y tế chủ trì, phối hợp với Công an tỉnh và các đơn vị liên quan kiểm tra
các quầy thuốc, báo cáo UBND tỉnh trước ngày 30/9/2025.\n
2. Sở Nội vụ định kỳ hằng quý gửi Bộ Nội vụ số liệu.\n
3. Sở Tài chính và Sở Xây dựng rà soát giá trong vòng 10 ngày làm việc.`
  expect(extractionLines(readDirective(text))).toBe(`Công văn số 7/UBND-TH, của UBND tỉnh Bình An, ngày 05/09/2025
Viện dẫn 1 văn bản:
  - Công văn số 12/BYT-DP ngày 01/9/2025

3 nhiệm vụ, 2 nhiệm vụ cần người xem lại

1. Sở Y tế
   «Sờ Y tế chủ trì, phối hợp với Công an tỉnh và các đơn vị liên quan kiểm tra các quầy thuốc, báo cáo UBND tỉnh trước ngày 30/9/2025»
   Phối hợp: Công an tỉnh; các cơ quan, đơn vị liên quan
   Thời hạn: trước ngày 30/09/2025
   Nơi nhận kết quả: UBND tỉnh
   Đã đọc «Sờ» là «Sở»
   Cần xem lại: Đã sửa lỗi chữ trong tên cơ quan

2. Sở Nội vụ
   «Sở Nội vụ định kỳ hằng quý gửi Bộ Nội vụ số liệu»
   Định kỳ: hằng quý
   Nơi nhận kết quả: Bộ Nội vụ

3. Sở Tài chính; Sở Xây dựng
   «Sở Tài chính và Sở Xây dựng rà soát giá trong vòng 10 ngày làm việc»
   Thời hạn: 10 ngày làm việc
   Cần xem lại: Nhiều cơ quan cùng được giao`)
})

test('[DIR-61] what is not said is not invented, and signs that speak to a terminal are left out', () => {
  expect(extractionLines(readDirective('Trời hôm nay đẹp.'))).toBe('Văn bản không ghi số\n\nKhông đọc được nhiệm vụ nào.')
  const lines = extractionLines(readDirective('Giao Sở Y tế rà soát \u001b[31mdanh mục\u202e thuốc, hoàn thành trước ngày 30/9.'))
  expect([lines.includes('\u001b'), lines.includes('\u202e')]).toEqual([false, false])
  expect(lines).toContain('Thời hạn: «hoàn thành trước ngày 30/9» (không rõ năm)')
})
