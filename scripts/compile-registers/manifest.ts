/** Where each register comes from: source, licence, the day its sources stood at, and how sure it is. Written beside the registers. */
const units = 'thanglequoc/vietnamese-provinces-database v2.4.1, v3.0.2, v4.2.0 (MIT); dvhcvn/20250701 (MIT)'
const notes = 'ghi chép của dự án từ các nguồn công khai nêu ở từng dòng; mức chắc chắn ghi ở từng dòng'

export const manifest = {
  'places.csv': { source: units, licence: 'MIT', date: '2026-09-25', certainty: 'seen; đơn vị cũ chỉ biết tại 2025-03-01' },
  'place-successions.csv': {
    source: units,
    licence: 'MIT',
    date: '2026-09-25',
    certainty: 'miền Trung đã đối chiếu ba nguồn; nơi khác chưa, khoảng 0,3 % có thể sai',
  },
  'place-codes.csv': { source: 'công văn 1027/CTK-CSCL theo dvhcvn/20250701 (MIT)', licence: 'MIT', date: '2025-07-01', certainty: 'seen' },
  'province-outlines.geojson': {
    source:
      'geoBoundaries VNM ADM1 (geoboundaries.org); các tỉnh từ 1-7-2025 do dự án ghép lại; đã giản lược như một mặt phủ, dung sai 0,008 độ',
    licence: 'CC BY 4.0',
    date: '2008',
    certainty: 'để xem bản đồ; không dùng để xác định ranh giới',
  },
  'organisations.csv': {
    source: `NQ 176/2025/QH15, NĐ 45/2025/NĐ-CP, HĐND thành phố Đà Nẵng; ${notes}`,
    licence: 'dữ kiện công khai',
    date: '2026-11-23',
    certainty: 'ghi ở từng dòng',
  },
  'organisation-successions.csv': {
    source: `NQ 176/2025/QH15, NĐ 45/2025/NĐ-CP, NQ 202/2025/QH15; ${notes}`,
    licence: 'dữ kiện công khai',
    date: '2026-11-23',
    certainty: 'ghi ở từng dòng',
  },
  'regions.csv': {
    source: `NQ 26-NQ/TW, NQ 81/2023/QH15; ${notes}`,
    licence: 'dữ kiện công khai',
    date: '2026-11-23',
    certainty: 'ghi ở từng dòng',
  },
  'working-days.csv': {
    source: `thông báo nghỉ lễ hằng năm; 12729/VPCP-KGVX; ${notes}`,
    licence: 'dữ kiện công khai',
    date: '2026-11-23',
    certainty: 'ghi ở từng dòng',
  },
} as const
