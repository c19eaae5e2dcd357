import { type Described, measure, text } from './said.ts'

/** Storms, and the levels at which rivers give alarm. */

const CERTAIN = 'Đã thấy trong bản tin; hoặc theo trí nhớ, kèm mức tin cậy'

export const baoMienTrung: Described = {
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
}

export const baoJma20152021: Described = {
  file: 'bao-jma-2015-2021.csv',
  title: 'Đường đi của bão có tên vào gần bờ biển miền Trung, 2015–2021 (JMA)',
  description:
    'Vị trí và cấp bão theo Trung tâm Khí tượng khu vực Tokyo, các cơn bão đã vào vùng 12–18,5° Bắc, 106,5–112° Đông; có tên quốc tế. Gió là trung bình 10 phút; trống khi dưới 35 hải lý/giờ. Thời điểm gốc theo giờ quốc tế.',
  source: 'JMA, RSMC Tokyo best track',
  licence: 'Điều khoản sử dụng của JMA: dùng lại được khi ghi nguồn',
  attribution: 'Japan Meteorological Agency, RSMC Tokyo - Typhoon Center; PIVASIA/Storm_detection (MIT)',
  cadence: 'irregular',
  themes: ['disaster', 'climate'],
  contents: [],
  territory: 'Biển Đông, miền Trung',
  key: ['so_hieu', 'thoi_diem'],
  columns: [
    text('Số hiệu', 'Hai số năm và thứ tự trong năm, theo JMA'),
    text('Tên bão', 'Tên quốc tế; trống khi chưa đặt tên'),
    { label: 'Thời điểm', type: 'instant', meaning: 'Thời điểm của vị trí' },
    text('Cấp', 'Phân loại của JMA'),
    measure('Gió mạnh nhất', 'hải lý/giờ', 'Sức gió mạnh nhất, trung bình 10 phút'),
    measure('Khí áp', 'hPa', 'Khí áp thấp nhất ở tâm'),
    { label: 'Vị trí', type: 'geometry', meaning: 'Tâm bão, kinh độ và vĩ độ WGS 84' },
  ],
}

export const baoDongLu: Described = {
  file: 'bao-dong-lu.csv',
  title: 'Mực nước báo động lũ tại các trạm thủy văn miền Trung',
  description:
    'Ba cấp báo động của các trạm thủy văn. Mỗi cấp có cột ghi số ấy đã thấy trong bản tin, hay theo trí nhớ của người tổng hợp và phải đối chiếu với quyết định hiện hành trước khi dùng. Giao Thủy có hai mức ở hai thời kỳ; chưa rõ ngày đổi. Chưa có tọa độ trạm: chưa có nguồn nào ghi rõ ngày.',
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
}
