import { fold } from '../../src/base/fold.ts'
import { type Place, REFORM } from './places.ts'
import { field, type Gap, readCsv } from './source.ts'

/**
 * Organisations: an id for each body as it was between two reorganisations. «Sở Tài chính» before and after 1-3-2025 are two,
 * though the name is kept: the second answers for the plans and investments of another body too. Names are rows of their own.
 */
export type Organisation = {
  id: string
  kind: 'ministry' | 'internal' | 'locality'
  rank: string
  of: string
  name: string
  abbreviation: string
  from: string
  to: string
  basis: string
  certainty: string
}
export type Heir = { from: string; to: string; kind: string; scope: string; at: string; basis: string; certainty: string }

const slug = (text: string): string => fold(text).replaceAll(' ', '-')
const DANANG = 'Đà Nẵng'

/** «Sở Tài chính (Đà Nẵng)» → the name that stands on its letters, and whose it is. */
function split(full: string): { name: string; of: string } {
  const found = /^(.*?) \((Đà Nẵng|Quảng Nam)\)$/.exec(full)
  return found === null ? { name: full, of: '' } : { name: found[1] ?? full, of: found[2] ?? '' }
}

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
    if (several && heir.scope === '') heir.scope = 'các chức năng còn lại'
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
  const rows = readCsv('reference/agency_succession.csv').filter(
    (row) => ['central', 'danang'].includes(field(row, 'level')) && !field(row, 'old_name').startsWith('UBND'),
  )
  const body = (full: string, abbreviation: string, from: string, certainty: string): Organisation => {
    const { name, of } = split(full)
    const central = of === ''
    return add({
      id: `${slug(name)}${central ? '' : `-${slug(of)}`}-${from === '' ? 'origin' : from}`,
      kind: central ? 'ministry' : 'internal',
      rank: central ? 'bo' : 'so',
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
    if (note.startsWith('name unchanged') || field(row, 'effective_from') === REFORM) continue
    const main = !/^function:/.test(note)
    if (
      main &&
      (/(merge|kept|reorganised|main successor|tasks? |coordinating|SEEN: doanh|as above|date = )/.test(note) ||
        field(row, 'old_name') !== field(row, 'new_name'))
    )
      reborn.set(field(row, 'new_name'), field(row, 'effective_from'))
  }
  const during = (full: string, at: string): string => {
    const born = reborn.get(full)
    return born !== undefined && born <= at ? born : ''
  }
  for (const row of rows) {
    const note = field(row, 'note')
    const at = field(row, 'effective_from')
    const [oldName, newName] = [field(row, 'old_name'), field(row, 'new_name')]
    const certainty = certaintyOf(note)
    if (oldName === newName && (note.startsWith('name unchanged') || at === REFORM)) {
      body(oldName, field(row, 'old_abbrev'), '', certainty)
      continue
    }
    const before = body(oldName, field(row, 'old_abbrev'), '', certainty)
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
    ['Hội đồng nhân dân thành phố', 'HĐND', 'internal', 'hdnd', DANANG],
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

/** The People's Committee of each province, and of each district and commune of Đà Nẵng and Quảng Nam: derived from places. */
function addLocalities(
  add: (it: Organisation) => Organisation,
  heirs: Heir[],
  places: readonly Place[],
  placeHeirs: readonly { from: string; to: string; at: string }[],
  gaps: Gap[],
): void {
  const ours = new Set(['p48-origin', 'p49-origin', 'p48-2025-07-01'])
  const parentOf = new Map(places.map((place) => [place.id, place.parent]))
  const wanted = places.filter(
    (place) =>
      place.level === 'province' ||
      (place.level === 'district' && ours.has(place.parent)) ||
      (place.level === 'commune' && ours.has(place.parent)),
  )
  const ids = new Map<string, string>()
  for (const place of wanted) {
    const id = `ubnd-${place.id}`
    ids.set(place.id, id)
    const province =
      place.level === 'province'
        ? ''
        : (places.find((one) => one.id === parentOf.get(place.id))?.fullName.replace(/^(Tỉnh|Thành phố) /, '') ?? '')
    const name = `UBND ${place.fullName.charAt(0).toLowerCase()}${place.fullName.slice(1)}`
    add({
      id,
      kind: 'locality',
      rank: place.level,
      of: province,
      name,
      abbreviation: 'UBND',
      from: place.from,
      to: place.to,
      basis: place.basis,
      certainty: 'derived',
    })
  }
  for (const { from, to, at } of placeHeirs) {
    const [before, next] = [ids.get(from), ids.get(to)]
    if (before === undefined || next === undefined) continue
    const district = from.startsWith('d')
    heirs.push({
      from: before,
      to: next,
      kind: district ? 'split' : 'merge',
      scope: district ? 'địa bàn' : '',
      at,
      basis: 'NQ 202/2025/QH15',
      certainty: district ? 'medium' : 'derived',
    })
  }
  gaps.push({ register: 'organisations', code: '', about: 'UBND cấp huyện, cấp xã ngoài Đà Nẵng và Quảng Nam', note: 'chưa lập' })
}
