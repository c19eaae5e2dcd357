import { fold } from '../../src/base/fold.ts'
import { REST } from '../../src/kernel/organisation/scope.ts'
import { addLocalities } from './localities.ts'
import { type Place, REFORM } from './places.ts'
import type { Heir, Organisation } from './rows.ts'
import { field, type Gap, type Row, readCsv } from './source.ts'

/**
 * Organisations: an id for each body as it was between two reorganisations. «Sở Tài chính» before and after 1-3-2025 are two,
 * though the name is kept: the second answers for the plans and investments of another body too. Names are rows of their own.
 */
const slug = (text: string): string => fold(text).replaceAll(' ', '-')
const DANANG = 'Đà Nẵng'

/** Bodies whose name says of what they are: «Văn phòng UBND thành phố», «Thanh tra tỉnh». */
const NAMED_BY_LEVEL = ['Văn phòng UBND', 'Thanh tra']

/** «Sở Tài chính (Đà Nẵng)» → the name that stands on its letters, and whose it is. A department's ministry is not in its name. */
function split(full: string): { name: string; stem: string; of: string } {
  const found = /^(.*?) \((Đà Nẵng|Quảng Nam)\)$/.exec(full)
  if (found === null) return { name: full.replace(/ \(Bộ [^()]+\)$/, ''), stem: full, of: '' }
  const [stem, of] = [found[1] ?? full, found[2] ?? '']
  const name = NAMED_BY_LEVEL.includes(stem) ? `${stem} ${of === DANANG ? 'thành phố' : 'tỉnh'}` : stem
  return { name, stem, of }
}

/** Ministries and what ranks with them; what stands below a ministry is no member of «các bộ, ngành». */
const rankOf = (name: string, of: string): string =>
  of !== ''
    ? 'so'
    : /^(?:Bộ|Văn phòng Chính phủ|Thanh tra Chính phủ|Ngân hàng Nhà nước|Ủy ban Dân tộc)/.test(name)
      ? 'bo'
      : /^(?:Tổng cục|Cục)/.test(name)
        ? 'cuc'
        : 'co-quan-thuoc-chinh-phu'

/**
 * What is known of every province since 1-3-2025, written out for Quảng Nam, whose bodies were merged into Đà Nẵng's four
 * months later: the rows say which bodies became one, in general.
 */
const ofQuangNam = (rows: readonly Row[]): readonly Row[] =>
  rows
    .filter((row) => field(row, 'level') === 'province')
    .map((row) => ({
      ...row,
      level: 'danang',
      old_name: `${field(row, 'old_name')} (Quảng Nam)`,
      new_name: `${field(row, 'new_name')} (Quảng Nam)`,
      note: `merge; FROM MEMORY (${field(row, 'old_name') === 'Ban Dân tộc' ? 'medium' : 'high'})`,
    }))

/** Functions that went another way than their body, as the notes on every province say; which body had them here is not seen. */
const PARTS: readonly (readonly [string, string, string, string, string])[] = [
  ['Lao động - Thương binh và Xã hội', 'SLĐTBXH', 'Y tế', 'SYT', 'social protection, children, social-evil prevention'],
  ['Lao động - Thương binh và Xã hội', 'SLĐTBXH', 'Giáo dục và Đào tạo', 'SGDĐT', 'vocational education'],
]
const partRows = (of: string, parts = PARTS): readonly Row[] =>
  parts.map(([from, fromShort, to, toShort, part]) => ({
    level: 'danang',
    old_name: `Sở ${from} (${of})`,
    old_abbrev: fromShort,
    new_name: `Sở ${to} (${of})`,
    new_abbrev: toShort,
    effective_from: '2025-03-01',
    note: `function: ${part}; FROM MEMORY (medium)`,
  }))
const PRESS = [
  ['Thông tin và Truyền thông', 'STTTT', 'Văn hóa, Thể thao và Du lịch', 'SVHTTDL', 'press, publishing, grassroots information'],
] as const

const certaintyOf = (note: string): string => {
  const memory = /FROM MEMORY[^(]*\((high|medium|low)/.exec(note)?.[1]
  return memory === undefined ? (/NOT ESTABLISHED/.test(note) ? 'medium' : 'seen') : memory
}

const kindOf = (note: string, from: string, to: string): string =>
  /function:|FUNCTION SPLIT/i.test(note)
    ? 'split'
    : /dissolved/.test(note)
      ? 'dissolve'
      : /peer merge|absorb/.test(note)
        ? 'absorb'
        : from === to || /merge/.test(note)
          ? 'merge'
          : /continuation/.test(note)
            ? 'transfer'
            : 'rename'

/** What part of the work goes to this heir; empty: all of it. */
function scopeOf(note: string): string {
  const english = (/function: ([^;]+)/.exec(note)?.[1] ?? /main successor \(([^)]+)\)/.exec(note)?.[1] ?? '').trim()
  if (english === '') return ''
  const scope = SCOPES[english]
  if (scope === undefined) throw new Error(`no Vietnamese words for the function «${english}»`)
  return scope
}

const SCOPES: Readonly<Record<string, string>> = {
  'telecom, digital transformation': 'viễn thông, chuyển đổi số',
  'press/media management': 'báo chí, truyền thông',
  'network information security': 'an toàn thông tin mạng',
  'vocational education': 'giáo dục nghề nghiệp',
  'social protection, children, social-evil prevention': 'bảo trợ xã hội, trẻ em, phòng, chống tệ nạn xã hội',
  'drug rehabilitation': 'cai nghiện ma túy',
  'poverty reduction': 'giảm nghèo',
  'press, publishing, grassroots information': 'báo chí, xuất bản, thông tin cơ sở',
}

/** Where functions went to several bodies, each says which, and the first among them has the rest. */
function settleKinds(heirs: readonly Heir[]): void {
  const byFrom = Map.groupBy(heirs, (heir) => heir.from)
  const byTo = Map.groupBy(heirs, (heir) => heir.to)
  for (const heir of heirs) {
    const several = (byFrom.get(heir.from)?.length ?? 0) > 1
    if (several) heir.kind = 'split'
    else if (heir.kind === 'rename' && (byTo.get(heir.to)?.length ?? 0) > 1) heir.kind = 'merge'
    if (several && heir.scope === '') heir.scope = REST
  }
}

export function compileOrganisations(
  places: readonly Place[],
  placeHeirs: readonly { from: string; to: string; at: string }[],
): { organisations: readonly Organisation[]; heirs: readonly Heir[]; gaps: readonly Gap[] } {
  const gaps: Gap[] = []
  const byId = new Map<string, Organisation>()
  const heirs: Heir[] = []
  const add = (it: Organisation): Organisation => {
    const there = byId.get(it.id)
    if (there !== undefined) return there
    byId.set(it.id, it)
    return it
  }
  const given = readCsv('reference/agency_succession.csv')
  const rows = [
    ...given.filter((row) => ['central', 'danang'].includes(field(row, 'level')) && !field(row, 'old_name').startsWith('UBND')),
    ...ofQuangNam(given),
    ...partRows(DANANG),
    ...partRows('Quảng Nam', [...PARTS, ...PRESS]),
  ]
  const body = (full: string, abbreviation: string, from: string, certainty: string): Organisation => {
    const { name, stem, of } = split(full)
    const central = of === ''
    return add({
      id: `${slug(stem)}${central ? '' : `-${slug(of)}`}-${from === '' ? 'origin' : from}`,
      kind: central ? 'ministry' : 'internal',
      rank: rankOf(name, of),
      of,
      name,
      abbreviation,
      from,
      to: '',
      basis: central ? 'NQ 176/2025/QH15' : 'NĐ 45/2025/NĐ-CP',
      certainty,
    })
  }

  // a body that begins anew on a day: it takes in others, or another follows it
  const reborn = new Map<string, string>()
  for (const row of rows) {
    const note = field(row, 'note')
    if (/old Đà Nẵng did not/.test(note)) reborn.set(field(row, 'new_name'), REFORM)
    if (note.startsWith('name unchanged') || field(row, 'effective_from') === REFORM) continue
    const main = !/^function:/.test(note)
    if (
      main &&
      (/(merge|kept|reorganised|main successor|tasks? |coordinating|SEEN: doanh|as above|date = )/.test(note) ||
        field(row, 'old_name') !== field(row, 'new_name'))
    )
      reborn.set(field(row, 'new_name'), field(row, 'effective_from'))
  }
  /** The day on which the body of that name, as it was from `at` on, began. */
  const during = (full: string, at: string): string => {
    const born = reborn.get(full)
    return born !== undefined && born <= at ? born : ''
  }
  /** The same for the body as it was until `at`. */
  const until = (full: string, at: string): string => (reborn.get(full) === at ? '' : during(full, at))
  for (const row of rows) {
    const note = field(row, 'note')
    const at = field(row, 'effective_from')
    const [oldName, newName] = [field(row, 'old_name'), field(row, 'new_name')]
    const certainty = certaintyOf(note)
    if (oldName === newName && (note.startsWith('name unchanged') || at === REFORM)) {
      body(oldName, field(row, 'old_abbrev'), '', certainty)
      continue
    }
    const before = body(oldName, field(row, 'old_abbrev'), until(oldName, at), certainty)
    const next = body(newName, field(row, 'new_abbrev'), during(newName, at), certainty)
    if (before.id !== next.id) {
      before.to = at
      heirs.push({
        from: before.id,
        to: next.id,
        kind: kindOf(note, oldName, newName),
        scope: scopeOf(note),
        at,
        basis: at === REFORM ? 'NQ 202/2025/QH15' : next.basis,
        certainty,
      })
    }
  }
  settleKinds(heirs)
  addFixed(add)
  addLocalities(add, heirs, places, placeHeirs, gaps)
  gaps.push(
    { register: 'organisations', code: '', about: 'các sở của Đà Nẵng tháng 11-2026', note: 'chưa có danh sách chính thức' },
    { register: 'organisations', code: '', about: 'cơ cấu Chính phủ sau tháng 4-2026', note: 'chưa có nguồn' },
    {
      register: 'organisations',
      code: '',
      about: 'bảo trợ xã hội, giáo dục nghề nghiệp, báo chí sau 1-3-2025',
      note: 'chưa thấy văn bản của Đà Nẵng, Quảng Nam; ghi theo cách chung của các tỉnh, đánh dấu chưa chắc',
    },
    {
      register: 'organisations',
      code: '',
      about: 'sáp nhập từng sở của Quảng Nam vào Đà Nẵng',
      note: 'chưa thấy nghị quyết riêng; ghi theo trí nhớ',
    },
    {
      register: 'organisations',
      code: '',
      about: 'chức năng cấp huyện',
      note: 'cấp huyện bỏ từ 1-7-2025; việc của huyện về xã và về sở, không có một cơ quan kế thừa',
    },
  )
  return { organisations: [...byId.values()], heirs, gaps }
}

/** Bodies that the table of changes does not name because nothing changed, or that stand above it. */
function addFixed(add: (it: Organisation) => Organisation): void {
  const fixed: readonly (readonly [string, string, Organisation['kind'], string, string])[] = [
    ['Chính phủ', 'CP', 'ministry', 'chinh-phu', ''],
    ['Thủ tướng Chính phủ', 'TTg', 'ministry', 'chinh-phu', ''],
    ['Quốc hội', 'QH', 'ministry', 'quoc-hoi', ''],
    ['Ủy ban Thường vụ Quốc hội', 'UBTVQH', 'ministry', 'quoc-hoi', ''],
    ['Công an thành phố', 'CATP', 'internal', 'luc-luong', DANANG],
    ['Bộ Chỉ huy Quân sự thành phố', 'BCHQS', 'internal', 'luc-luong', DANANG],
    ['HĐND thành phố', 'HĐND', 'internal', 'hdnd', DANANG],
    ['Viện Nghiên cứu phát triển kinh tế - xã hội', '', 'internal', 'don-vi', DANANG],
  ]
  for (const [name, abbreviation, kind, rank, of] of fixed) {
    add({
      id: `${slug(name)}${of === '' ? '' : `-${slug(of)}`}-origin`,
      kind,
      rank,
      of,
      name,
      abbreviation,
      from: '',
      to: '',
      basis: 'chung',
      certainty: 'high',
    })
  }
}
