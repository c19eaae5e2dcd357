import { baoDongLu, baoJma20152021, baoMienTrung } from './descriptions/hazards.ts'
import { congDuLieuVietNam, quanHeVanBan2025, vanBanSapXep2025 } from './descriptions/law.ts'
import { nhaMayDien, songLon, vuonQuocGia } from './descriptions/nature-and-works.ts'
import { donVi63Tinh, tinhThanhPho, xaPhuong } from './descriptions/places.ts'
import type { Described } from './descriptions/said.ts'
import { buiMinHaNoi2019, khongKhiDaNang2025, thoiTietNgay, thoiTietThang } from './descriptions/weather.ts'

/** Every first dataset, in the order in which they come in: what comes last stands first in the catalogue. */
export const descriptions: readonly Described[] = [
  songLon,
  vuonQuocGia,
  congDuLieuVietNam,
  quanHeVanBan2025,
  vanBanSapXep2025,
  buiMinHaNoi2019,
  baoDongLu,
  nhaMayDien,
  baoJma20152021,
  baoMienTrung,
  thoiTietThang,
  tinhThanhPho,
  donVi63Tinh,
  xaPhuong,
  thoiTietNgay,
  khongKhiDaNang2025,
]
