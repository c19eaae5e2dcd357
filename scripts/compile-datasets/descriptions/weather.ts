import { type Described, measure, of, provincesOf, text, whole } from './said.ts'

/** Weather and air; series of a model say so. */
export const thoiTietThang: Described = {
  file: 'thoi-tiet-thang.csv',
  title: 'Nhiệt độ và lượng mưa theo tháng của 34 tỉnh, thành phố, 2011–2025 (mô hình)',
  description:
    'Số liệu mô hình ERA5 tại một điểm của mỗi tỉnh, không phải số đo của trạm. Tỉnh theo địa giới từ 01/07/2025, kể cả các năm trước; nguồn không có chuỗi của 63 tỉnh. Hà Nội, Huế, Khánh Hòa, Sơn La thiếu tháng 1 đến tháng 11/2025, 44 dòng; các tỉnh khác đủ 180 tháng.',
  source: 'Open-Meteo, mô hình ERA5 của Copernicus',
  licence: 'CC BY 4.0',
  attribution: 'Open-Meteo.com; Copernicus Climate Change Service (ERA5), CC BY 4.0',
  cadence: 'year',
  themes: ['climate'],
  contents: [],
  territory: 'Cả nước',
  key: ['ma_tinh', 'thang'],
  columns: [
    provincesOf('2025-07-01', 'Mã tỉnh', 'Mã đơn vị hành chính từ 01/07/2025'),
    text('Tỉnh', 'Tên tỉnh, thành phố'),
    { label: 'Tháng', type: 'day', meaning: 'Ngày đầu tháng' },
    of('mean', measure('Nhiệt độ', '°C', 'Nhiệt độ trung bình tháng của mô hình')),
    of('mean', measure('Lượng mưa', 'mm', 'Tổng lượng mưa tháng của mô hình')),
  ],
}

export const thoiTietNgay: Described = {
  file: 'thoi-tiet-ngay.csv',
  title: 'Thời tiết theo ngày ở sáu thành phố, 2023 đến tháng 1/2025 (mô hình)',
  description:
    'Số liệu mô hình ERA5 tại một điểm của Hà Nội, Hải Phòng, Huế, Đà Nẵng, Thành phố Hồ Chí Minh, Cần Thơ; không phải số đo của trạm. Thành phố theo địa giới trước 01/07/2025.',
  source: 'Open-Meteo, mô hình ERA5 của Copernicus',
  licence: 'CC BY 4.0',
  attribution: 'Open-Meteo.com; Copernicus Climate Change Service (ERA5), CC BY 4.0',
  cadence: 'irregular',
  themes: ['climate'],
  contents: [],
  territory: 'Sáu thành phố',
  key: ['ngay', 'thanh_pho'],
  columns: [
    { label: 'Ngày', type: 'day', meaning: 'Ngày' },
    provincesOf('2025-01-31', 'Mã tỉnh', 'Mã thành phố trực thuộc Trung ương trước 01/07/2025'),
    text('Thành phố', 'Tên thành phố, theo địa giới trước 01/07/2025'),
    of('mean', measure('Nhiệt độ cao nhất', '°C', 'Cao nhất trong ngày của mô hình')),
    of('mean', measure('Nhiệt độ thấp nhất', '°C', 'Thấp nhất trong ngày của mô hình')),
    of('mean', measure('Lượng mưa', 'mm', 'Tổng lượng mưa ngày của mô hình')),
    of('mean', measure('Gió mạnh nhất', 'km/h', 'Tốc độ gió lớn nhất trong ngày của mô hình')),
    of('mean', measure('Độ ẩm', '%', 'Độ ẩm tương đối trung bình của mô hình')),
  ],
}

export const khongKhiDaNang2025: Described = {
  file: 'khong-khi-da-nang-2025.csv',
  title: 'Chất lượng không khí theo giờ ở Đà Nẵng, năm 2025 (mô hình)',
  description: 'Số liệu mô hình CAMS tại một điểm của Đà Nẵng, không phải số đo của trạm; không dùng thay quan trắc. Giờ Việt Nam.',
  source: 'Open-Meteo, mô hình CAMS của Copernicus',
  licence: 'CC BY 4.0',
  attribution: 'Open-Meteo.com; Copernicus Atmosphere Monitoring Service (CAMS), CC BY 4.0',
  cadence: 'irregular',
  themes: ['environment'],
  contents: [],
  territory: 'Đà Nẵng',
  key: ['thoi_diem'],
  columns: [
    { label: 'Thời điểm', type: 'instant', meaning: 'Giờ, giờ Việt Nam' },
    measure('PM2.5', 'µg/m³', 'Nồng độ bụi mịn của mô hình'),
    measure('PM10', 'µg/m³', 'Nồng độ bụi PM10 của mô hình'),
    measure('O3', 'µg/m³', 'Nồng độ ozon của mô hình'),
    measure('NO2', 'µg/m³', 'Nồng độ nitơ điôxit của mô hình'),
    measure('SO2', 'µg/m³', 'Nồng độ lưu huỳnh điôxit của mô hình'),
    measure('CO', 'µg/m³', 'Nồng độ cacbon monoxit của mô hình'),
  ],
}

export const buiMinHaNoi2019: Described = {
  file: 'bui-min-ha-noi-2019.csv',
  title: 'Bụi mịn PM2.5 theo giờ ở Hà Nội, tháng 10 đến tháng 12 năm 2019',
  description:
    'Một trạm đo của Đại sứ quán Hoa Kỳ tại Hà Nội. Giá trị −999 của nguồn là thiếu số đo và để trống; cột kiểm tra ghi theo nguồn.',
  source: 'US EPA AirNow, trạm Hà Nội',
  licence: 'Thuộc phạm vi công cộng (cơ quan chính phủ Hoa Kỳ)',
  attribution: 'US EPA AirNow, US Embassy Hà Nội; kikyou21/hanoiair (MIT)',
  cadence: 'irregular',
  themes: ['environment'],
  contents: [],
  territory: 'Hà Nội',
  key: ['thoi_diem'],
  columns: [
    { label: 'Thời điểm', type: 'instant', meaning: 'Giờ đo, giờ Việt Nam' },
    measure('PM2.5', 'µg/m³', 'Nồng độ bụi mịn trung bình giờ'),
    whole('AQI', 'Chỉ số chất lượng không khí theo cách tính của Hoa Kỳ'),
    text('Kiểm tra', 'Valid: dùng được; Suspect: nghi ngờ; Invalid, Missing: không dùng được'),
  ],
}
