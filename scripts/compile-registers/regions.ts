import type { Gap } from './source.ts'

/** Groupings of provinces, each member by its code on a day: regions overlap and change. Source: domain notes §1.3. */
type Region = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly codes: string
  readonly basis: string
  readonly certainty: string
}

const REFORM = '2025-07-01'
const regions: readonly Region[] = [
  {
    id: 'kttd-mien-trung',
    name: 'Vùng kinh tế trọng điểm miền Trung',
    from: '',
    to: REFORM,
    codes: '46 48 49 51 52',
    basis: 'tapchicongsan.org.vn 2018/825117',
    certainty: 'seen',
  },
  {
    id: 'kttd-mien-trung',
    name: 'Vùng kinh tế trọng điểm miền Trung',
    from: REFORM,
    to: '',
    codes: '46 48 51 52',
    basis: 'suy ra từ sáp nhập tỉnh',
    certainty: 'derived',
  },
  {
    id: 'tdmnbb',
    name: 'Trung du và miền núi Bắc Bộ',
    from: '',
    to: REFORM,
    codes: '02 04 06 08 10 11 12 14 15 17 19 20 24 25',
    basis: 'NQ 81/2023/QH15',
    certainty: 'high',
  },
  {
    id: 'dbsh',
    name: 'Đồng bằng sông Hồng',
    from: '',
    to: REFORM,
    codes: '01 22 26 27 30 31 33 34 35 36 37',
    basis: 'NQ 81/2023/QH15',
    certainty: 'high',
  },
  {
    id: 'btb-dhmt',
    name: 'Bắc Trung Bộ và duyên hải miền Trung',
    from: '',
    to: REFORM,
    codes: '38 40 42 44 45 46 48 49 51 52 54 56 58 60',
    basis: 'NQ 26-NQ/TW',
    certainty: 'seen',
  },
  { id: 'tay-nguyen', name: 'Tây Nguyên', from: '', to: REFORM, codes: '62 64 66 67 68', basis: 'NQ 81/2023/QH15', certainty: 'high' },
  { id: 'dong-nam-bo', name: 'Đông Nam Bộ', from: '', to: REFORM, codes: '70 72 74 75 77 79', basis: 'NQ 81/2023/QH15', certainty: 'high' },
  {
    id: 'dbscl',
    name: 'Đồng bằng sông Cửu Long',
    from: '',
    to: REFORM,
    codes: '80 82 83 84 86 87 89 91 92 93 94 95 96',
    basis: 'NQ 81/2023/QH15',
    certainty: 'high',
  },
  {
    id: 'dbsh',
    name: 'Đồng bằng sông Hồng',
    from: '2025-12-01',
    to: '',
    codes: '01 22 24 31 33 37',
    basis: 'đề xuất 14-10-2025; việc thông qua ghi theo trí nhớ',
    certainty: 'medium',
  },
  {
    id: 'bac-trung-bo',
    name: 'Bắc Trung Bộ',
    from: '2025-12-01',
    to: '',
    codes: '38 40 42 44 46',
    basis: 'đề xuất 14-10-2025; việc thông qua ghi theo trí nhớ',
    certainty: 'medium',
  },
  {
    id: 'dhntb-tn',
    name: 'Duyên hải Nam Trung Bộ và Tây Nguyên',
    from: '2025-12-01',
    to: '',
    codes: '48 51 52 56 66 68',
    basis: 'đề xuất 14-10-2025; việc thông qua ghi theo trí nhớ',
    certainty: 'medium',
  },
  {
    id: 'dong-nam-bo',
    name: 'Đông Nam Bộ',
    from: '2025-12-01',
    to: '',
    codes: '75 79 80',
    basis: 'đề xuất 14-10-2025; việc thông qua ghi theo trí nhớ',
    certainty: 'medium',
  },
  {
    id: 'dbscl',
    name: 'Đồng bằng sông Cửu Long',
    from: '2025-12-01',
    to: '',
    codes: '82 86 91 92 96',
    basis: 'đề xuất 14-10-2025; việc thông qua ghi theo trí nhớ',
    certainty: 'medium',
  },
  {
    id: 'tdmnbb',
    name: 'Trung du và miền núi phía Bắc',
    from: '2025-12-01',
    to: '',
    codes: '04 08 11 12 14 15 19 20 25',
    basis: 'đề xuất 14-10-2025; việc thông qua ghi theo trí nhớ',
    certainty: 'medium',
  },
]

export function compileRegions(): { readonly rows: readonly (readonly string[])[]; readonly gaps: readonly Gap[] } {
  return {
    rows: regions.flatMap((region) =>
      region.codes.split(' ').map((code) => [region.id, region.name, code, region.from, region.to, region.basis, region.certainty]),
    ),
    gaps: [
      {
        register: 'regions',
        code: '',
        about: 'sáu vùng từ 1-7-2025 đến 12-2025',
        note: 'chưa xác lập; không có vùng nào ghi cho khoảng này, trừ vùng kinh tế trọng điểm miền Trung',
      },
    ],
  }
}
