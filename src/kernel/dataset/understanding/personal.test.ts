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
