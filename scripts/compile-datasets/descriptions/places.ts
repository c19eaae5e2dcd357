import { type Described, measure, of, provincesOf, text, whole } from './said.ts'

/** Provinces and communes, before and after 01/07/2025. */
export const tinhThanhPho: Described = {
  file: 'tinh-thanh-pho.csv',
  title: 'Diện tích, dân số 34 tỉnh, thành phố',
  description: 'Theo địa giới từ 01/07/2025. Dân số theo hai nguồn khác nhau, ghi ở từng dòng: không cộng các nguồn với nhau.',
  source: 'Nghị quyết 202/2025/QH15 và Tổng cục Thống kê 2023',
  licence: 'MIT',
  attribution: 'thanglequoc/vietnamese-provinces-database (MIT); awesome-vietnam-data',
  cadence: 'year',
  themes: ['society', 'administration'],
  contents: ['indicators'],
  territory: 'Cả nước',
  basis: '202/2025/QH15',
  validOn: '2025-07-01',
  key: ['ma_tinh'],
  columns: [
    provincesOf('2025-07-01', 'Mã tỉnh', 'Mã đơn vị hành chính từ 01/07/2025'),
    text('Tên', 'Tên tỉnh, thành phố'),
    text('Loại', 'Tỉnh hoặc thành phố'),
    of('sum', whole('Số xã', 'Số đơn vị hành chính cấp xã')),
    of('sum', measure('Diện tích', 'km²', 'Diện tích tự nhiên')),
    of('sum', whole('Dân số', 'Dân số theo nguồn ở cột bên', 'người')),
    text('Nguồn dân số', 'Văn bản hoặc niên giám có số dân'),
    text('Hợp nhất từ', 'Các tỉnh trước 01/07/2025'),
  ],
}

export const donVi63Tinh: Described = {
  file: 'don-vi-63-tinh.csv',
  title: 'Số đơn vị hành chính cấp huyện, cấp xã của 63 tỉnh, thành phố, ngày 01/03/2025',
  description:
    'Đếm từ danh mục đơn vị hành chính trước khi bỏ cấp huyện và hợp nhất tỉnh. Năm huyện đảo không có cấp xã. Xem theo 34 tỉnh ở mục Theo địa giới.',
  source: 'Danh mục đơn vị hành chính ngày 01/03/2025',
  licence: 'MIT',
  attribution: 'thanglequoc/vietnamese-provinces-database v2.4.1 (MIT)',
  cadence: 'irregular',
  themes: ['administration'],
  contents: ['indicators'],
  territory: 'Cả nước',
  validOn: '2025-03-01',
  key: ['ma_tinh'],
  columns: [
    provincesOf('2025-03-01', 'Mã tỉnh', 'Mã đơn vị hành chính trước 01/07/2025'),
    text('Tỉnh', 'Tên tỉnh, thành phố trước 01/07/2025'),
    of('sum', whole('Số huyện', 'Số đơn vị hành chính cấp huyện', 'đơn vị')),
    of('sum', whole('Số xã', 'Số đơn vị hành chính cấp xã', 'đơn vị')),
  ],
}

export const xaPhuong: Described = {
  file: 'xa-phuong.csv',
  title: 'Danh mục xã, phường, đặc khu từ ngày 01/07/2025',
  description:
    '3.321 đơn vị hành chính cấp xã với mã, tên, tỉnh. Mã cũ được dùng lại cho địa bàn khác: mã phải đọc kèm ngày. Cột cuối ghi thay đổi đến 30/04/2026.',
  source: 'Danh mục đơn vị hành chính, bản 01/07/2025 và bản 30/04/2026',
  licence: 'MIT',
  attribution: 'thanglequoc/vietnamese-provinces-database (MIT)',
  cadence: 'irregular',
  themes: ['administration'],
  contents: [],
  territory: 'Cả nước',
  validOn: '2025-07-01',
  key: ['ma_xa'],
  columns: [
    text('Mã xã', 'Mã đơn vị hành chính từ 01/07/2025'),
    text('Tên', 'Tên đầy đủ'),
    text('Loại', 'Xã, phường hoặc đặc khu'),
    text('Mã tỉnh', 'Mã tỉnh từ 01/07/2025'),
    text('Tỉnh', 'Tên tỉnh, thành phố'),
    text('Tên ngày 30/04/2026', 'Tên đầy đủ theo danh mục ngày 30/04/2026'),
  ],
}
