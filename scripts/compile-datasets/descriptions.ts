/** What is said of each of the first datasets: where it comes from, under which licence, how sure it is, what its columns mean. */
type ColumnSaid = {
  readonly label: string
  readonly type: string
  readonly unit?: string
  readonly meaning: string
  readonly form?: string
  readonly role?: 'place'
  readonly place?: { readonly on: string; readonly level: string; readonly within: null }
  readonly measure?: string
}
export type Described = {
  readonly file:
    | 'tinh-thanh-pho.csv'
    | 'thoi-tiet-thang.csv'
    | 'bao-mien-trung.csv'
    | 'nha-may-dien.csv'
    | 'bao-dong-lu.csv'
    | 'bui-min-ha-noi-2019.csv'
    | 'van-ban-sap-xep-2025.csv'
    | 'quan-he-van-ban-2025.csv'
    | 'cong-du-lieu-viet-nam.csv'
    | 'vuon-quoc-gia.csv'
    | 'song-lon.csv'
    | 'don-vi-63-tinh.csv'
    | 'xa-phuong.csv'
    | 'thoi-tiet-ngay.csv'
    | 'khong-khi-da-nang-2025.csv'
  readonly title: string
  readonly description: string
  readonly source: string
  readonly licence: string
  readonly attribution: string
  readonly cadence: string
  readonly themes: readonly string[]
  readonly contents: readonly string[]
  readonly territory: string
  readonly basis?: string
  readonly validOn?: string
  readonly key: readonly string[]
  readonly columns: readonly ColumnSaid[]
}

const text = (label: string, meaning: string): ColumnSaid => ({ label, type: 'text', meaning })
const whole = (label: string, meaning: string, unit?: string): ColumnSaid => ({
  label,
  type: 'integer',
  meaning,
  ...(unit === undefined ? {} : { unit }),
})
const measure = (label: string, unit: string, meaning: string): ColumnSaid => ({ label, type: 'decimal', unit, meaning, form: 'point' })
const CERTAIN = 'Đã thấy trong bản tin; hoặc theo trí nhớ, kèm mức tin cậy'
const provincesOf = (on: string, label: string, meaning: string): ColumnSaid => ({
  ...text(label, meaning),
  role: 'place',
  place: { on, level: 'province', within: null },
})
const of = (measure: string, column: ColumnSaid): ColumnSaid => ({ ...column, measure })
const PUBLIC = 'Văn bản pháp luật không thuộc đối tượng bảo hộ quyền tác giả (Luật Sở hữu trí tuệ, Điều 15)'

export const descriptions: readonly Described[] = [
  {
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
  },
  {
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
  },
  {
    file: 'cong-du-lieu-viet-nam.csv',
    title: 'Các cổng dữ liệu của Việt Nam',
    description:
      'Cổng dữ liệu, cổng bản đồ, danh mục số liệu của bộ, ngành, địa phương đã biết. Có địa chỉ không còn hoạt động; trạng thái là của nguồn.',
    source: 'Common Data Index, dataportals-registry',
    licence: 'CC BY 4.0',
    attribution: 'Common Data Index (commondataio/dataportals-registry), CC BY 4.0',
    cadence: 'irregular',
    themes: ['administration'],
    contents: [],
    territory: 'Cả nước',
    key: ['ma'],
    columns: [
      text('Mã', 'Mã trong danh bạ nguồn'),
      text('Tên', 'Tên cổng'),
      text('Loại', 'Loại danh mục: dữ liệu mở, bản đồ, API, số liệu'),
      text('Chủ quản', 'Cơ quan hoặc tổ chức chủ quản'),
      text('Phần mềm', 'Phần mềm của cổng'),
      text('Địa chỉ', 'Địa chỉ truy cập'),
      text('Trạng thái', 'Trạng thái theo nguồn'),
    ],
  },
  {
    file: 'quan-he-van-ban-2025.csv',
    title: 'Quan hệ giữa các nghị quyết sắp xếp đơn vị hành chính năm 2025',
    description:
      'Căn cứ, xét đề nghị, dẫn chiếu giữa 35 văn bản và các văn bản khác. Máy rút theo mẫu câu, chưa được người kiểm tra từng dòng.',
    source: 'dvhcvn/20250701, rút quan hệ từ toàn văn',
    licence: PUBLIC,
    attribution: 'dvhcvn/20250701 (MIT)',
    cadence: 'irregular',
    themes: ['administration'],
    contents: ['policy'],
    territory: 'Cả nước',
    key: ['so_thu_tu'],
    columns: [
      whole('Số thứ tự', 'Số thứ tự của quan hệ'),
      text('Từ văn bản', 'Số, ký hiệu của văn bản có câu dẫn'),
      text('Quan hệ', 'can_cu, xet_de_nghi hoặc dan_chieu'),
      text('Đến văn bản', 'Số, ký hiệu của văn bản được dẫn'),
      text('Ngữ cảnh', 'Đoạn văn chứa câu dẫn'),
    ],
  },
  {
    file: 'van-ban-sap-xep-2025.csv',
    title: 'Các nghị quyết sắp xếp đơn vị hành chính cấp xã năm 2025',
    description:
      'Nghị quyết 60-NQ/TW và 34 nghị quyết của Ủy ban Thường vụ Quốc hội, số 1654 đến 1687/NQ-UBTVQH15, có hiệu lực từ 01/07/2025.',
    source: 'dvhcvn/20250701',
    licence: PUBLIC,
    attribution: 'dvhcvn/20250701 (MIT)',
    cadence: 'irregular',
    themes: ['administration'],
    contents: ['policy'],
    territory: 'Cả nước',
    basis: '60-NQ/TW',
    key: ['so_ky_hieu'],
    columns: [
      text('Số, ký hiệu', 'Số, ký hiệu văn bản'),
      text('Loại', 'Loại văn bản'),
      text('Cơ quan ban hành', 'Cơ quan ban hành'),
      { label: 'Ngày ban hành', type: 'day', meaning: 'Ngày ban hành' },
      text('Trích yếu', 'Trích yếu nội dung'),
    ],
  },
  {
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
  },
  {
    file: 'bao-dong-lu.csv',
    title: 'Mực nước báo động lũ tại các trạm thủy văn miền Trung',
    description:
      'Ba cấp báo động của các trạm thủy văn. Mỗi cấp có cột ghi số ấy đã thấy trong bản tin, hay theo trí nhớ của người tổng hợp và phải đối chiếu với quyết định hiện hành trước khi dùng. Giao Thủy có hai mức ở hai thời kỳ; chưa rõ ngày đổi.',
    source: 'Tổng hợp từ bản tin lũ đã công bố, 2010–2025',
    licence: 'Số liệu công bố của cơ quan nhà nước',
    attribution: 'Bản tin lũ của cơ quan khí tượng thủy văn, qua báo chí',
    cadence: 'irregular',
    themes: ['water', 'disaster'],
    contents: [],
    territory: 'Miền Trung',
    key: ['song', 'tram', 'da_thay_ap_dung'],
    columns: [
      text('Sông', 'Tên sông'),
      text('Trạm', 'Tên trạm thủy văn'),
      measure('Báo động 1', 'm', 'Mực nước báo động 1'),
      measure('Báo động 2', 'm', 'Mực nước báo động 2'),
      measure('Báo động 3', 'm', 'Mực nước báo động 3'),
      text('Đã thấy áp dụng', 'Năm của các bản tin đã đối chiếu'),
      text('Chắc chắn báo động 1', CERTAIN),
      text('Chắc chắn báo động 2', CERTAIN),
      text('Chắc chắn báo động 3', CERTAIN),
      text('Đối chiếu', 'Bản tin, bài báo hoặc cách suy ra, như người tổng hợp ghi'),
    ],
  },
  {
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
  },
  {
    file: 'bao-mien-trung.csv',
    title: 'Đường đi của bão vào gần bờ biển miền Trung, 1990–2025',
    description:
      'Vị trí sáu giờ một lần của 166 cơn bão đã vào vùng 12–18,5° Bắc, 106,5–112° Đông. Gió trống ở 2.200 điểm: nguồn không ghi. Nguồn không có tên bão.',
    source: 'NOAA IBTrACS v04, Tây Thái Bình Dương',
    licence: 'CC BY 4.0',
    attribution: 'NOAA IBTrACS v04; baracoma/ibtracs-wp',
    cadence: 'year',
    themes: ['disaster', 'climate'],
    contents: [],
    territory: 'Biển Đông, miền Trung',
    key: [],
    columns: [
      text('Mã bão', 'Mã của IBTrACS: năm, ngày, vị trí đầu'),
      { label: 'Thời điểm', type: 'instant', meaning: 'Thời điểm của vị trí' },
      measure('Gió mạnh nhất', 'hải lý/giờ', 'Sức gió mạnh nhất duy trì'),
      measure('Khí áp', 'hPa', 'Khí áp thấp nhất ở tâm'),
      measure('Tốc độ', 'hải lý/giờ', 'Tốc độ di chuyển'),
      measure('Hướng', 'độ', 'Hướng di chuyển, từ hướng Bắc theo chiều kim đồng hồ'),
      { label: 'Vị trí', type: 'geometry', meaning: 'Tâm bão, kinh độ và vĩ độ WGS 84' },
    ],
  },
  {
    file: 'thoi-tiet-thang.csv',
    title: 'Nhiệt độ và lượng mưa theo tháng của 34 tỉnh, thành phố, 2011–2025 (mô hình)',
    description:
      'Số liệu mô hình ERA5 tại một điểm của mỗi tỉnh, không phải số đo của trạm. Tỉnh theo địa giới từ 01/07/2025, kể cả các năm trước. Thiếu khoảng mười tháng.',
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    file: 'thoi-tiet-ngay.csv',
    title: 'Thời tiết theo ngày ở sáu thành phố, 2023 đến tháng 1/2025 (mô hình)',
    description:
      'Số liệu mô hình ERA5 tại một điểm của Hà Nội, Hải Phòng, Huế, Đà Nẵng, Thành phố Hồ Chí Minh, Cần Thơ; không phải số đo của trạm.',
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
      text('Thành phố', 'Tên thành phố, theo địa giới trước 01/07/2025'),
      measure('Nhiệt độ cao nhất', '°C', 'Cao nhất trong ngày của mô hình'),
      measure('Nhiệt độ thấp nhất', '°C', 'Thấp nhất trong ngày của mô hình'),
      measure('Lượng mưa', 'mm', 'Tổng lượng mưa ngày của mô hình'),
      measure('Gió mạnh nhất', 'km/h', 'Tốc độ gió lớn nhất trong ngày của mô hình'),
      measure('Độ ẩm', '%', 'Độ ẩm tương đối trung bình của mô hình'),
    ],
  },
  {
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
  },
]
