/** What is said of a dataset and of its columns, and short ways to say it. */
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
    | 'bao-jma-2015-2021.csv'
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

export const text = (label: string, meaning: string): ColumnSaid => ({ label, type: 'text', meaning })
export const whole = (label: string, meaning: string, unit?: string): ColumnSaid => ({
  label,
  type: 'integer',
  meaning,
  ...(unit === undefined ? {} : { unit }),
})
export const measure = (label: string, unit: string, meaning: string): ColumnSaid => ({
  label,
  type: 'decimal',
  unit,
  meaning,
  form: 'point',
})
export const provincesOf = (on: string, label: string, meaning: string): ColumnSaid => ({
  ...text(label, meaning),
  role: 'place',
  place: { on, level: 'province', within: null },
})
export const of = (measure: string, column: ColumnSaid): ColumnSaid => ({ ...column, measure })
export const PUBLIC = 'Văn bản pháp luật không thuộc đối tượng bảo hộ quyền tác giả (Luật Sở hữu trí tuệ, Điều 15)'
