import { parseArgs } from 'node:util'
import { argumentFault, both, surplus } from '../doors/cli/argument-fault.ts'
import { columnTypes, forms } from '../kernel/dataset/cell/column.ts'
import { cadences, contents } from '../kernel/dataset/describe.ts'
import { encodings } from '../kernel/dataset/format/csv-dialect.ts'
import { measures } from '../kernel/place/carry.ts'

/** `lienvung dataset import FILE`: what may be said after it, with what stands behind each and what it means. [DAT-43] */
export const OPTIONS = {
  title: {
    type: 'string',
    is: 'TÊN',
    vi: 'tên bộ dữ liệu mới; không ghi thì lấy tiêu đề trong tệp, hoặc tên tệp',
    en: 'title of a new dataset; when absent the title in the file, else its name',
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
  'same-file': {
    type: 'string',
    is: 'take',
    vi: 'tệp là tệp của phiên bản đang dùng, vẫn nhập thành phiên bản mới',
    en: 'the file is that of the current version, and is taken all the same',
  },
  key: {
    type: 'string',
    multiple: true,
    is: 'CỘT',
    vi: 'cột khóa, theo tên cột trong tệp; khóa nhiều cột thì ghi nhiều lần',
    en: 'a column of the key, by its heading',
  },
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
    vi: 'cách đọc một cột khi được hỏi hoặc đọc sai: so=comma, ngay=dmy, ma=text, dan_so=sum (chưa rõ cách gộp: untold); một cột nói được nhiều lần',
    en: 'how a column is read, where it is asked or was read wrong (untold: nobody knows what may be done with its figures); several times of one column',
  },
  was: {
    type: 'string',
    multiple: true,
    is: 'CỘT=CỘT-CŨ',
    vi: 'cột này trước đây là cột kia của phiên bản đang dùng: "Tổng số hộ=Số hộ"; none: là cột mới',
    en: 'this column was that one of the current version; none: it is new',
  },
  without: {
    type: 'string',
    multiple: true,
    is: 'CỘT',
    vi: 'không lấy cột này của tệp: không ghi vào bảng; ghi được nhiều lần',
    en: 'leave this column of the file out: it comes into no table; several times',
  },
  with: {
    type: 'string',
    multiple: true,
    is: 'CỘT',
    vi: 'lấy lại cột mà phiên bản trước không lấy',
    en: 'take a column that the version before left out',
  },
  unit: { type: 'string', multiple: true, is: 'CỘT=ĐƠN-VỊ', vi: 'đơn vị tính của một cột', en: 'the unit of a column' },
  meaning: { type: 'string', multiple: true, is: 'CỘT=CHỮ', vi: 'ý nghĩa của một cột', en: 'what a column says' },
  place: {
    type: 'string',
    multiple: true,
    is: 'CỘT=NGÀY',
    vi: 'cột địa giới và ngày của địa giới đó: tinh=2025-06-30; tinh=none: không phải địa giới',
    en: 'a column of places, and the day as of which they are meant; none: it is of none',
  },
  within: {
    type: 'string',
    multiple: true,
    is: 'CỘT=TỈNH',
    vi: 'tên có ở nhiều tỉnh, thành phố thì hiểu là đơn vị của tỉnh này; xa=none: không của riêng tỉnh nào',
    en: 'of a name that several provinces have, the unit is that of this one; none: of no one province',
  },
  settle: {
    type: 'string',
    multiple: true,
    is: 'CỘT:CHỮ=MÃ',
    vi: 'chữ không khớp đơn vị nào, hoặc khớp nhiều đơn vị, là đơn vị này (mã ở /api/v1/places/resolve)',
    en: 'a text that is no unit, or several, is this one (ids: /api/v1/places/resolve)',
  },
  encoding: { type: 'string', is: encodings.join('|'), vi: 'bảng mã chữ của tệp CSV', en: 'the letters a file of rows is written in' },
  delimiter: { type: 'string', is: ',|;|tab||', vi: 'dấu cách cột của tệp CSV', en: 'the sign between the cells of a file of rows' },
  part: { type: 'string', is: 'TÊN', vi: 'trang bảng tính, lớp bản đồ', en: 'a sheet of a workbook, a layer' },
  schema: { type: 'string', is: 'TỆP', vi: 'lược đồ Frictionless Table Schema (.json)', en: 'a Frictionless Table Schema (.json)' },
  crs: {
    type: 'string',
    is: 'HỆ',
    vi: 'hệ tọa độ: wgs84, vn2000-3:107.75, vn2000-3:107.75/yx, web-mercator, none',
    en: 'the system of its coordinates',
  },
  province: {
    type: 'string',
    is: 'TỈNH',
    vi: 'tỉnh, thành phố mà tọa độ nằm trong',
    en: 'the province its coordinates are claimed to lie in',
  },
  totals: {
    type: 'string',
    is: 'leave-out|keep',
    vi: 'dòng cộng, ghi chú, chữ ký: bỏ, hay giữ lại',
    en: 'rows of totals, notes, signatures: leave them out, or keep them',
  },
  'has-head': { type: 'string', is: 'true|false', vi: 'dòng đầu là tên cột hay là dữ liệu', en: 'whether the first row is headings' },
  access: { type: 'string', is: 'open|shared|internal|restricted', vi: 'ai được xem', en: 'who may see it' },
  personal: {
    type: 'string',
    is: 'confirmed',
    vi: 'xác nhận có căn cứ để mở, chia sẻ các cột có dữ liệu cá nhân',
    en: 'there is a ground for telling others what columns say of persons',
  },
  custodian: {
    type: 'string',
    is: 'CƠ-QUAN',
    vi: 'cơ quan cung cấp: tên, tên viết tắt hoặc mã',
    en: 'the body that answers for it: name, abbreviation or id',
  },
  description: { type: 'string', is: 'CHỮ', vi: 'mô tả', en: 'a description' },
  licence: { type: 'string', is: 'CHỮ', vi: 'giấy phép', en: 'the licence' },
  attribution: { type: 'string', is: 'CHỮ', vi: 'cách ghi nguồn', en: 'how it is attributed' },
  source: { type: 'string', is: 'CHỮ', vi: 'nguồn', en: 'where it is from' },
  basis: { type: 'string', is: 'SỐ', vi: 'văn bản làm căn cứ', en: 'the document it is based on' },
  cadence: {
    type: 'string',
    is: 'CHU-KỲ',
    vi: `chu kỳ cập nhật: ${cadences.join(', ')}`,
    en: 'how often it is renewed',
  },
  theme: { type: 'string', multiple: true, is: 'LĨNH-VỰC', vi: 'lĩnh vực', en: 'a theme' },
  content: {
    type: 'string',
    multiple: true,
    is: contents.join('|'),
    vi: 'nội dung theo NĐ 91/2021/NĐ-CP',
    en: 'a content, by Decree 91/2021',
  },
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
    const {
      as = [],
      was = [],
      without = [],
      with: again = [],
      unit = [],
      meaning = [],
      place = [],
      within = [],
      settle = [],
      theme,
      content,
      delimiter,
      ...rest
    } = values
    const { 'has-head': hasHead, 'valid-on': validOn, 'same-title': sameTitle, 'same-file': sameFile, ...others } = rest
    const ways = as.map(columnSaid)
    const odd = as.find((_, i) => ways[i] === null)
    if (odd !== undefined)
      return { fault: both(`«--as ${odd}» cần dạng CỘT=KIỂU hoặc CỘT=CÁCH-ĐỌC.`, `“--as ${odd}” needs COLUMN=TYPE or COLUMN=FORM.`) }
    const pairs = { was, unit, meaning, place, within, settle }
    for (const [flag, texts] of Object.entries(pairs)) {
      const bad = texts.find((text) => parted(text)[0] === '')
      if (bad !== undefined) return { fault: both(`«--${flag} ${bad}» thiếu dấu =.`, `“--${flag} ${bad}” lacks a =.`) }
    }
    const columns = [
      ...ways,
      ...was.map((text) => parted(text)).map(([name, is]) => ({ name, was: is === 'none' ? null : is })),
      ...without.map((name) => ({ name, leftOut: true })),
      ...again.map((name) => ({ name, leftOut: false })),
      ...unit.map((text) => parted(text)).map(([name, is]) => ({ name, unit: is })),
      ...meaning.map((text) => parted(text, text.indexOf('='))).map(([name, is]) => ({ name, meaning: is })),
    ]
    const places = place.map((text) => parted(text)).map(([column, on]) => ({ column, on }))
    const provinces = within.map((text) => parted(text)).map(([column, province]) => ({ column, province }))
    const settled = settle
      .map((text) => parted(text))
      .map(([text, unitId]) => {
        const colon = text.indexOf(':')
        return { column: text.slice(0, colon), value: text.slice(colon + 1), place: unitId }
      })
    return {
      file,
      fields: {
        ...others,
        ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
        ...(content === undefined ? {} : { contents: content }),
        ...(settled.length === 0 ? {} : { settled }),
        ...(places.length === 0 ? {} : { places }),
        ...(provinces.length === 0 ? {} : { provinces }),
        ...(columns.length === 0 ? {} : { columns }),
        ...(theme === undefined ? {} : { themes: theme }),
        ...(hasHead === undefined ? {} : { hasHead }),
        ...(validOn === undefined ? {} : { validOn }),
        ...(sameTitle === undefined ? {} : { sameTitle }),
        ...(sameFile === undefined ? {} : { sameFile }),
      },
    }
  } catch (error) {
    return { fault: argumentFault(error) }
  }
}

/** @param at the last `=`, for a heading may have one too; a sentence of a column may have more of them */
function parted(text: string, at: number = text.lastIndexOf('=')): readonly [string, string] {
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)]
}

function columnSaid(text: string): object | null {
  const [name, said] = parted(text)
  const type = columnTypes.find((one) => one === said)
  if (type !== undefined) return { name, type }
  const measure = measures.find((one) => one === said)
  if (measure !== undefined) return { name, measure }
  if (said === 'untold') return { name, measure: null }
  const form = forms.find((one) => one === said)
  return form === undefined ? null : { name, form }
}
