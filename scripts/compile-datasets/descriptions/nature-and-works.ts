import { type Described, measure, text, whole } from './said.ts'

/** Rivers, parks, power plants. */
export const songLon: Described = {
  file: 'song-lon.csv',
  title: 'Các sông lớn của Việt Nam',
  description:
    'Chiều dài toàn bộ và phần chảy trên lãnh thổ Việt Nam của 16 sông lớn. Bảng tham khảo, chưa có các sông Vu Gia, Trà Khúc, Kôn.',
  source: 'awesome-vietnam-data, tập hợp từ nguồn công khai của Nhà nước',
  licence: 'CC0 1.0 (theo ghi chú của nguồn)',
  attribution: 'sophie-nguyenthuthuy/awesome-vietnam-data',
  cadence: 'irregular',
  themes: ['water'],
  contents: [],
  territory: 'Cả nước',
  key: ['ten_song'],
  columns: [
    text('Tên sông', 'Tên thường gọi; tên khác trong ngoặc'),
    measure('Chiều dài', 'km', 'Chiều dài toàn bộ'),
    measure('Chiều dài ở Việt Nam', 'km', 'Phần chảy trên lãnh thổ Việt Nam'),
    text('Lưu vực', 'Vùng hoặc lưu vực chính'),
    text('Đổ ra', 'Nơi sông đổ ra'),
  ],
}

export const vuonQuocGia: Described = {
  file: 'vuon-quoc-gia.csv',
  title: 'Các vườn quốc gia của Việt Nam',
  description: 'Năm thành lập, vùng và diện tích của 34 vườn quốc gia. Bảng tham khảo, chưa có tọa độ.',
  source: 'awesome-vietnam-data, tập hợp từ nguồn công khai của Nhà nước',
  licence: 'CC0 1.0 (theo ghi chú của nguồn)',
  attribution: 'sophie-nguyenthuthuy/awesome-vietnam-data',
  cadence: 'irregular',
  themes: ['environment'],
  contents: [],
  territory: 'Cả nước',
  key: ['ten_vuon'],
  columns: [
    text('Tên vườn', 'Tên vườn quốc gia'),
    whole('Năm thành lập', 'Năm có quyết định thành lập'),
    text('Vùng', 'Bắc, Trung, Nam hoặc Tây Nguyên'),
    measure('Diện tích', 'ha', 'Diện tích theo nguồn'),
  ],
}

export const nhaMayDien: Described = {
  file: 'nha-may-dien.csv',
  title: 'Nhà máy điện ở Việt Nam',
  description:
    'Tên, nhiên liệu, công suất, vị trí của 303 nhà máy, số liệu đến khoảng năm 2017. Nhà máy không có tọa độ, hoặc có tọa độ ngoài Việt Nam, để trống vị trí.',
  source: 'World Resources Institute, Global Power Plant Database',
  licence: 'CC BY 4.0',
  attribution: 'Global Power Plant Database, World Resources Institute, CC BY 4.0',
  cadence: 'irregular',
  themes: ['investment', 'environment'],
  contents: ['projects'],
  territory: 'Cả nước',
  key: [],
  columns: [
    text('Mã', 'Mã của nguồn; bảy mã dùng cho nhiều tổ máy'),
    text('Tên', 'Tên nhà máy, không dấu như trong nguồn'),
    text('Nhiên liệu', 'Nhiên liệu chính: Hydro, Coal, Gas, Wind …'),
    measure('Công suất', 'MW', 'Công suất lắp đặt'),
    whole('Năm vận hành', 'Năm bắt đầu vận hành; trống: không rõ'),
    text('Chủ sở hữu', 'Chủ sở hữu theo nguồn'),
    { label: 'Vị trí', type: 'geometry', meaning: 'Điểm, kinh độ và vĩ độ WGS 84' },
  ],
}
