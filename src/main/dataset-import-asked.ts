import { parseArgs } from 'node:util'
import { argumentFault, both, surplus } from '../doors/cli/argument-fault.ts'
import { columnTypes, forms } from '../kernel/dataset/column.ts'
import { measures } from '../kernel/place/carry.ts'

/** `lienvung dataset import FILE`: what may be said after it, with what stands behind each and what it means. [DAT-43] */
const OPTIONS = {
  title: {
    type: 'string',
    is: 'TÊN',
    vi: 'tên bộ dữ liệu mới; không ghi thì lấy tên tệp',
    en: 'title of a new dataset; the name of the file when absent',
  },
  dataset: {
    type: 'string',
    is: 'ĐỊA-CHỈ',
    vi: 'bộ dữ liệu nhận tệp này làm phiên bản mới',
    en: 'the dataset of which this is a new version',
  },
  'same-title': {
    type: 'string',
    is: 'new',
    vi: 'đã có bộ cùng tên, và đây là bộ khác',
    en: 'a dataset has this title, and this is another',
  },
  key: { type: 'string', multiple: true, is: 'CỘT', vi: 'cột khóa, theo tên cột trong tệp', en: 'a column of the key, by its heading' },
  bad: {
    type: 'string',
    is: 'stop|leave-out',
    vi: 'khi có dòng lỗi: dừng (mặc định), hoặc để riêng',
    en: 'rows that are bad: stop (the default), or leave them out',
  },
  as: {
    type: 'string',
    multiple: true,
    is: 'CỘT=CÁCH',
    vi: 'cách đọc một cột khi được hỏi hoặc đọc sai: so=comma, ngay=dmy, ma=text, dan_so=sum',
    en: 'how a column is read, where it is asked or was read wrong',
  },
  place: {
    type: 'string',
    multiple: true,
    is: 'CỘT=NGÀY',
    vi: 'cột địa giới và ngày của địa giới đó: tinh=2025-06-30',
    en: 'a column of places, and the day as of which they are meant',
  },
  part: { type: 'string', is: 'TÊN', vi: 'trang bảng tính, lớp bản đồ', en: 'a sheet of a workbook, a layer' },
  schema: { type: 'string', is: 'TỆP', vi: 'lược đồ Frictionless Table Schema (.json)', en: 'a Frictionless Table Schema (.json)' },
  crs: { type: 'string', is: 'HỆ', vi: 'hệ tọa độ: wgs84, vn2000-3:107.75, vn2000-3:107.75/yx, none', en: 'the system of its coordinates' },
  province: {
    type: 'string',
    is: 'TỈNH',
    vi: 'tỉnh, thành phố mà tọa độ nằm trong',
    en: 'the province its coordinates are claimed to lie in',
  },
  'has-head': { type: 'string', is: 'true|false', vi: 'dòng đầu là tên cột hay là dữ liệu', en: 'whether the first row is headings' },
  access: { type: 'string', is: 'open|shared|internal|restricted', vi: 'ai được xem', en: 'who may see it' },
  custodian: { type: 'string', is: 'MÃ', vi: 'cơ quan cung cấp', en: 'the organisation that answers for it' },
  description: { type: 'string', is: 'CHỮ', vi: 'mô tả', en: 'a description' },
  licence: { type: 'string', is: 'CHỮ', vi: 'giấy phép', en: 'the licence' },
  attribution: { type: 'string', is: 'CHỮ', vi: 'cách ghi nguồn', en: 'how it is attributed' },
  source: { type: 'string', is: 'CHỮ', vi: 'nguồn', en: 'where it is from' },
  basis: { type: 'string', is: 'SỐ', vi: 'văn bản làm căn cứ', en: 'the document it is based on' },
  cadence: {
    type: 'string',
    is: 'CHU-KỲ',
    vi: 'chu kỳ cập nhật: day, week, month, quarter, half-year, year, irregular',
    en: 'how often it is renewed',
  },
  theme: { type: 'string', multiple: true, is: 'LĨNH-VỰC', vi: 'lĩnh vực', en: 'a theme' },
  territory: { type: 'string', is: 'CHỮ', vi: 'phạm vi địa lý', en: 'the territory' },
  'valid-on': { type: 'string', is: 'NGÀY', vi: 'số liệu tính đến ngày', en: 'the day the data speak of' },
  note: { type: 'string', is: 'CHỮ', vi: 'ghi chú của phiên bản', en: 'a note on the version' },
} as const

/** What may be said, two lines each. */
export const importHelp = (): string =>
  [
    'lienvung dataset import TỆP [--title TÊN | --dataset ĐỊA-CHỈ] …',
    '',
    ...Object.entries(OPTIONS).map(([flag, one]) => `  --${flag} ${one.is}${'multiple' in one ? ' …' : ''}\n      ${both(one.vi, one.en)}`),
  ].join('\n')

export function understandImport(
  argv: readonly string[],
): { readonly file: string; readonly fields: Readonly<Record<string, unknown>> } | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
    const [file, more] = positionals
    if (file === undefined)
      return { fault: both('Thiếu tên tệp: lienvung dataset import TỆP', 'The name of a file is missing: lienvung dataset import FILE') }
    if (more !== undefined) return { fault: surplus(more) }
    const { as = [], place = [], theme, 'has-head': hasHead, 'valid-on': validOn, 'same-title': sameTitle, ...rest } = values
    const columns = as.map(columnSaid)
    const odd = as.find((_, i) => columns[i] === null)
    if (odd !== undefined)
      return { fault: both(`«--as ${odd}» cần dạng CỘT=KIỂU hoặc CỘT=CÁCH-ĐỌC.`, `“--as ${odd}” needs COLUMN=TYPE or COLUMN=FORM.`) }
    const places = place.map((text) => {
      const [column = '', on = ''] = text.split('=')
      return { column, on }
    })
    return {
      file,
      fields: {
        ...rest,
        ...(places.length === 0 ? {} : { places }),
        ...(columns.length === 0 ? {} : { columns }),
        ...(theme === undefined ? {} : { themes: theme }),
        ...(hasHead === undefined ? {} : { hasHead }),
        ...(validOn === undefined ? {} : { validOn }),
        ...(sameTitle === undefined ? {} : { sameTitle }),
      },
    }
  } catch (error) {
    return { fault: argumentFault(error) }
  }
}

function columnSaid(text: string): object | null {
  const [name = '', said = ''] = text.split('=')
  const type = columnTypes.find((one) => one === said)
  if (type !== undefined) return { name, type }
  const measure = measures.find((one) => one === said)
  if (measure !== undefined) return { name, measure }
  const form = forms.find((one) => one === said)
  return form === undefined ? null : { name, form }
}
