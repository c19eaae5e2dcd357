import { describe, expect, test } from 'vitest'
import { noteRows } from './notes.ts'

/** Lists of texts lost the records that followed one which reads as a remark: 2026-11-27. */
const found = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const noteOf = noteRows(head)
  return rows.flatMap((row) => noteOf({ cells: head.map((_, i) => row[i] ?? ''), bad: null })?.value ?? [])
}

describe('[DAT-65] rows under a table', () => {
  const LIST = ['Thuật ngữ', 'Giải thích', 'Văn bản']

  test('a list of texts whose last rows have one cell keeps them', () => {
    const terms = [['Hộ nghèo', 'Theo chuẩn', 'NĐ 07'], ['Hộ cận nghèo', 'Theo chuẩn'], ['Lưu ý'], ['Nghỉ hưu'], ['Thôi việc']]
    expect(found(LIST, terms)).toEqual([])
    expect(found(LIST, [...terms, ['Nguồn: Bộ Nội vụ'], ['Tử tuất'], ['Ốm đau']])).toEqual(['Nguồn: Bộ Nội vụ'])
    expect(found(['Chức danh', 'Họ tên', 'Số'], [['GIÁM ĐỐC', 'Lê A'], ['KẾ TOÁN TRƯỞNG'], ['Thủ Quỹ'], ['Văn Thư'], ['Lái Xe']])).toEqual(
      [],
    )
  })

  test('a table of figures of which a few lack them keeps those below a remark in the midst', () => {
    const head = ['Xã', 'Số hộ', 'Số người']
    const rows = [
      ['Hòa Vang', '5', '9'],
      ['Hòa Tiến'],
      ['Hòa Châu', '3', '2'],
      ['Nguồn: UBND các xã'],
      ['Hòa Bắc'],
      ['Hòa Ninh'],
      ['Hòa Phú', '4', '1'],
    ]
    expect(found(head, rows)).toEqual(['Nguồn: UBND các xã'])
  })

  test('remarks of several lines and signatures are found under a list of texts too', () => {
    const rows = [['Hộ nghèo', 'Theo chuẩn'], ['Hộ khá'], ['Hộ giàu']]
    const under = [
      ['Ghi chú:'],
      ['Danh mục dùng từ năm 2024'],
      ['- không gồm hộ tạm trú'],
      ['(1) Theo Nghị định 07/2021/NĐ-CP'],
      ['Bản này thay bản cũ.'],
      ['Nơi nhận:', 'TM. ỦY BAN NHÂN DÂN'],
      ['- Như trên;', 'CHỦ TỊCH'],
      ['- Lưu: VT.', '(Đã ký)'],
      ['', 'Nguyễn Văn A'],
    ]
    expect(found(LIST, [...rows, ...under])).toHaveLength(under.length)
    const signed = [
      ['Đà Nẵng, ngày 5 tháng 1 năm 2025'],
      ['NGƯỜI LẬP BIỂU', 'KT. GIÁM ĐỐC'],
      ['(Ký, ghi rõ họ tên)', 'PHÓ GIÁM ĐỐC'],
      ['Trần Thị B', 'Nguyễn Văn A'],
    ]
    expect(found(LIST, [...rows, ...signed])).toHaveLength(signed.length)
  })

  test('under a full table of figures all that is as empty goes with the first', () => {
    const under = [['Nguồn: Cục Thống kê'], ['Số điện thoại liên hệ'], ['Trần Thị B']]
    expect(found(['Xã', 'Số hộ', 'Số người'], [['Hòa Vang', '5', '9'], ['Hòa Tiến', '2', '6'], ...under])).toHaveLength(3)
  })
})
