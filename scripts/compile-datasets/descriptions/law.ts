import { type Described, PUBLIC, text, whole } from './said.ts'

/** Resolutions of 2025, how they refer to one another, and where else there are data. */
export const vanBanSapXep2025: Described = {
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
}

export const quanHeVanBan2025: Described = {
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
}

export const congDuLieuVietNam: Described = {
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
}
