import { expect, test } from 'vitest'
import { personalFinder } from './personal.ts'

/** Tables as offices have them, and those that only look so. */
const found = (text: string): Readonly<Record<string, string>> => {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()))
  const finder = personalFinder(head.map((label) => ({ name: label, label })))
  for (const row of rows) finder.see(row)
  return Object.fromEntries(finder.found().map(({ column, kind }) => [column, kind]))
}

test('[DAT-121] a list of beneficiaries: names, numbers, phones, days of birth, what they receive', () => {
  expect(
    found(`
Họ và tên;Số CCCD;Số điện thoại;Ngày sinh;Trợ cấp;Xã
Nguyễn Thị Hoa;048190001234;0905123456;12/03/1990;500000;Hòa Vang
Alăng Bhuốch;048088005678;0914.222.333;01/01/1988;700000;Avương
Lê Văn Tám;049201009876;+84 935 111 222;1988;500000;Hòa Tiến`),
  ).toEqual({ 'Họ và tên': 'name', 'Số CCCD': 'id-number', 'Số điện thoại': 'phone', 'Ngày sinh': 'birth-date', 'Trợ cấp': 'sensitive' })
})

test('[DAT-121] values tell it where the heading does not: citizen numbers, mobile phones, private mail, names beside them', () => {
  expect(
    found(`
a;b;c;d
048190001234;0905123456;hoa.nguyen@gmail.com;Nguyễn Thị Hoa
048088005678;0914222333;tam88@yahoo.com;Lê Văn Tám
049201009876;0935111222;binh@gmail.com;Trần Bình`),
  ).toEqual({ a: 'id-number', b: 'phone', c: 'email', d: 'name' })
  expect(found('chủ hộ;cmnd;stk;biển số xe\nPhạm Văn A;201234567;0041000123456;43A-123.45\nVõ B;205111222;19033333333;92C1 12345')).toEqual(
    {
      'chủ hộ': 'name',
      cmnd: 'id-number',
      stk: 'bank-account',
      'biển số xe': 'vehicle',
    },
  )
})

// red 27-11-2026
test('[DAT-121] a name in two columns, numbers whose zeros were dropped, several phones in a cell', () => {
  expect(
    found(`
Họ;Tên;Thôn;Trợ cấp
Nguyễn Thị;Hoa;Phú Sơn;500000
Lê;Văn Tám;Phú Hòa;700000
Trần;Bình;Phú Sơn;600000`),
  ).toEqual({ Họ: 'name', Tên: 'name', 'Trợ cấp': 'sensitive' })
  expect(found('Họ và tên đệm;Tên\nNguyễn Thị;Hoa\nLê Văn;Tám')).toEqual({ 'Họ và tên đệm': 'name', Tên: 'name' })
  expect(found('Họ;Tên;Số lượng\nCúc;Cúc mốc;12\nĐậu;Lạc;3\nLúa;Ngô;4')).toEqual({})
  expect(found('Mã;Số CCCD\n1;48190001234\n2;1201009876\n3;49088005678')).toEqual({ 'Số CCCD': 'id-number' })
  expect(found('a;b\n48190001234;1\n1201009876;2\n49088005678;3')).toEqual({ a: 'id-number' })
  expect(found('a;Giá trị\n1;24156000000\n2;48190000000\n3;49088500000')).toEqual({})
  expect(found('Mã hồ sơ;n\n10100000001;1\n10100000002;2\n10100000003;3')).toEqual({})
  const cells = (text: string) => {
    const finder = personalFinder([{ name: 'a', label: text }])
    for (const n of ['0912345678; 0987654321', '0905 123 456/0914 222 333', '0935111222 - 0236 3821206', '0905.123.456']) finder.see([n])
    return finder.found()
  }
  expect([cells('Liên hệ'), cells('Điện thoại')]).toEqual([[{ column: 'a', kind: 'phone' }], [{ column: 'a', kind: 'phone' }]])
  expect(found('Cơ quan;Điện thoại\nSở Y tế;0236 3821206, 0236 3821207\nUBND xã;0235 3744000/0235 3744001')).toEqual({})
})

// red 27-11-2026
test('[DAT-121] names without marks under a heading of names, and numbers that a program wrote with a fraction', () => {
  expect(found('HO VA TEN;SDT\nNGUYEN THI HOA;905123456.0\nLE VAN TAM;914222333.0\nTRAN BINH;935111222.0')).toEqual({
    'HO VA TEN': 'name',
    SDT: 'phone',
  })
  expect(found('a;CCCD\nx;48190001234.0\ny;1201009876.0\nz;49088005678.0')).toEqual({ CCCD: 'id-number' })
  expect(found('Đối tượng;Số suất\nHo ngheo;3\nHo can ngheo;4\nY te thon;5')).toEqual({})
  expect(found('Thu (đồng)\n905123456.0\n914222333.0\n935111222.0')).toEqual({})
})

test('[DAT-121] what only looks so raises no question', () => {
  expect(found('Tuyến đường;Quận;Chiều dài\nNguyễn Văn Linh;Hải Châu;1200\nTrần Phú;Hải Châu;800\nLê Duẩn;Thanh Khê;900')).toEqual({})
  expect(
    found(
      'Cơ quan;Điện thoại;Email;Địa chỉ\nSở Y tế;0236 3821206;soyte@danang.gov.vn;103 Hùng Vương\nUBND xã;0235 3744000;ubndhoatien@gmail.com;Hòa Tiến',
    ),
  ).toEqual({})
  expect(found('Năm;Tỷ suất sinh;Số bệnh nhân;Dân tộc\n2021;15,2;120;Kinh\n2022;15,1;130;Cơ Tu\n2023;14,9;110;Co')).toEqual({})
  expect(found('Ngân hàng;Số tài khoản mở mới\nA;1200\nB;3400\nC;560')).toEqual({})
  expect(found('Mã;Giá trị\n100000000001;1\n100000000002;2\n100000000003;3')).toEqual({})
  expect(found('Trạm;Thời điểm\nT1;202401010700\nT2;202401010800\nT3;202401010900')).toEqual({})
  expect(found('Doanh thu (đồng)\n905123456\n914222333\n935111222')).toEqual({})
})

test('[DAT-121] a rate beside names is of many', () => {
  expect(found('Họ và tên người lập;Tỷ lệ hộ nghèo (%);Hộ nghèo\nNguyễn Văn A;3,5;có\nTrần Thị B;4,1;không\nLê Văn C;2,2;có')).toEqual({
    'Họ và tên người lập': 'name',
    'Hộ nghèo': 'sensitive',
  })
})

// red 27-11-2026: numbers of firms of six provinces were called those of persons
test('[DAT-121] numbers of firms for their taxes are none of persons, by their last figure or by their heading', () => {
  const firms = ['4300450007', '2300450003', '2200450377', '1300450001', '1200450008', '6200450007']
  const table = (head: string, values: readonly string[]) => found([head, ...values].map((it) => `${it};1`).join('\n'))
  expect([table('Mã', firms), table('Mã số thuế', ['4300800012', '4300800023', '4300800034'])]).toEqual([{}, {}])
  expect(table('Mã', ['4300850012', '1201009876', '1190001234'])).toEqual({ Mã: 'id-number' })
  expect(table('Mã số thuế', ['048190001234', '048088005678', '049201009876'])).toEqual({ 'Mã số thuế': 'id-number' })
})
