import { field, type Gap, type Row, readCsv, upperFirst } from './source.ts'

/**
 * Places: one row a unit-version, with an id that stays the same between compilations: level, code and first day,
 * `p52-origin` (Bình Định) and `p52-2025-07-01` (Gia Lai). Codes are given again with another meaning, so neither code nor
 * name is a key. Before 1-3-2025 there is only one snapshot: `from` is then not known, and is left empty.
 */
export type Place = {
  id: string
  code: string
  fullName: string
  level: 'province' | 'district' | 'commune'
  parent: string
  from: string
  to: string
  basis: string
  certainty: string
}
export type Link = { from: string; to: string; kind: string; partial: boolean; at: string; basis: string; certainty: string }

export const REFORM = '2025-07-01'
const SNAPSHOT = 'danh mục ngày 2025-03-01'
const CODE_LIST = 'QĐ 19/2025/QĐ-TTg'
/** A gap marked where it shows: which of Bắc Ninh's communes became wards is not named by any source. */
const MAY_BE_WARD = 'từ 2026-09-20 có thể đã là phường: 12 xã của Bắc Ninh thành phường, nguồn không nêu tên'
const CROSSWALK = 'bảng chuyển đổi dvhcvn/20250701'

const idOf = (level: Place['level'], code: string, from: string): string => `${level[0]}${code}-${from === '' ? 'origin' : from}`

export function compilePlaces(): { readonly places: readonly Place[]; readonly links: readonly Link[]; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = []
  const old = readCsv('data/admin/old_units_2025_03_01.csv')
  const provinces = compileProvinces(readCsv('reference/provinces.csv'))
  const byOldCode = new Map(provinces.places.filter((one) => one.from === '' || one.from < REFORM).map((one) => [one.code, one.id]))
  byOldCode.set('46', 'p46-2025-01-01')
  const onReform = new Map(
    provinces.places.filter((one) => one.from <= REFORM && (one.to === '' || one.to > REFORM)).map((one) => [one.code, one]),
  )

  const districts = old
    .filter((row) => field(row, 'level') === '2')
    .map((row) => oldUnit(row, 'district', byOldCode.get(field(row, 'parent_code'))))
  const communesBefore = old
    .filter((row) => field(row, 'level') === '3')
    .map((row) => oldUnit(row, 'commune', `d${field(row, 'parent_code')}-origin`))
  const after = compileCommunesAfter(onReform, gaps)
  const provinceAfter = new Map(
    readCsv('reference/provinces.csv')
      .filter((row) => field(row, 'effective_from') === REFORM)
      .map((row) => [field(row, 'old_code'), field(row, 'new_code')]),
  )
  const links = compileLinks(
    new Set(communesBefore.map((one) => one.id)),
    new Set(after.places.map((one) => one.id)),
    districts,
    provinceAfter,
    gaps,
  )
  noteKnownGaps(gaps)
  return {
    places: [...provinces.places, ...districts, ...communesBefore, ...after.places],
    links: [...provinces.links, ...links, ...after.links],
    gaps,
  }
}

const oldUnit = (row: Row, level: 'district' | 'commune', parent: string | undefined): Place => {
  if (parent === undefined) throw new Error(`no parent for ${field(row, 'full_name')}`)
  const code = field(row, 'code')
  return {
    id: idOf(level, code, ''),
    code,
    fullName: upperFirst(field(row, 'full_name')),
    level,
    parent,
    from: '',
    to: REFORM,
    basis: SNAPSHOT,
    certainty: 'seen',
  }
}

/**
 * Provinces from the table of changes. A province that only goes on keeps one version over the reform; one that takes in
 * others becomes a new version with the same name, because its territory is another.
 */
function compileProvinces(rows: readonly Row[]): { places: Place[]; links: Link[] } {
  const places: Place[] = []
  const links: Link[] = []
  const current = new Map<string, Place>()
  const open = (code: string, fullName: string, from: string, basis: string): Place => {
    const place: Place = {
      id: idOf('province', code, from),
      code,
      fullName,
      level: 'province',
      parent: '',
      from,
      to: '',
      basis,
      certainty: 'seen',
    }
    places.push(place)
    return place
  }
  const rename = (code: string, fullName: string, at: string, basis: string): void => {
    const before = current.get(code)
    if (before === undefined) throw new Error(`no province ${code} before ${at}`)
    before.to = at
    const next = open(code, fullName, at, basis)
    current.set(code, next)
    links.push({ from: before.id, to: next.id, kind: 'rename', partial: false, at, basis, certainty: 'seen' })
  }

  for (const row of rows.filter((one) => field(one, 'effective_from') === REFORM)) {
    const code = field(row, 'old_code')
    if (code !== '46') current.set(code, open(code, field(row, 'old_name'), '', SNAPSHOT))
  }
  current.set('46', open('46', 'Tỉnh Thừa Thiên Huế', '', SNAPSHOT))
  rename('46', 'Thành phố Huế', '2025-01-01', 'NQ 175/2024/QH15')

  const merging = rows.filter((one) => field(one, 'effective_from') === REFORM && field(one, 'kind') !== 'unchanged')
  const before = new Map(current)
  for (const code of new Set(merging.map((row) => field(row, 'new_code')))) {
    const group = merging.filter((row) => field(row, 'new_code') === code)
    const next = open(code, field(group[0] ?? {}, 'new_name'), REFORM, 'NQ 202/2025/QH15')
    for (const row of group) {
      const gone = before.get(field(row, 'old_code'))
      if (gone === undefined) throw new Error(`no province ${field(row, 'old_code')}`)
      gone.to = REFORM
      links.push({ from: gone.id, to: next.id, kind: 'merge', partial: false, at: REFORM, basis: 'NQ 202/2025/QH15', certainty: 'seen' })
    }
    for (const row of group) if (current.get(field(row, 'old_code'))?.to === REFORM) current.delete(field(row, 'old_code'))
    current.set(code, next)
  }
  const bases: Readonly<Record<string, string>> = { '75': 'NQ 30/2026/QH16', '22': 'NQ 36/2026/QH16', '24': 'NQ 39/2026/QH16' }
  for (const row of rows.filter((one) => field(one, 'effective_from') > REFORM)) {
    const code = field(row, 'new_code')
    rename(code, field(row, 'new_name'), field(row, 'effective_from'), bases[code] ?? CODE_LIST)
  }
  return { places, links }
}

/** Communes since the reform; those whose status changed with Đồng Nai on 30-4-2026 have a second version. */
function compileCommunesAfter(provinces: ReadonlyMap<string, Place>, gaps: Gap[]): { places: Place[]; links: Link[] } {
  const places: Place[] = []
  const links: Link[] = []
  for (const row of readCsv('data/admin/communes_3321.csv')) {
    const code = field(row, 'code')
    const parent = provinces.get(field(row, 'province_code'))
    if (parent === undefined) throw new Error(`no province for commune ${code}`)
    const first: Place = {
      id: idOf('commune', code, REFORM),
      code,
      fullName: upperFirst(field(row, 'full_name')),
      level: 'commune',
      parent: parent.id,
      from: REFORM,
      to: '',
      basis: parent.code === '24' && field(row, 'full_name').startsWith('Xã ') ? `${CODE_LIST}; ${MAY_BE_WARD}` : CODE_LIST,
      certainty: 'seen',
    }
    places.push(first)
    if (field(row, 'change_2025_to_2026') === 'status') {
      const at = '2026-04-30'
      first.to = at
      const next: Place = {
        ...first,
        id: idOf('commune', code, at),
        fullName: upperFirst(field(row, 'full_name_v4_2_2026')),
        from: at,
        to: '',
        basis: '237/NQ-UBTVQH16',
      }
      places.push(next)
      links.push({ from: first.id, to: next.id, kind: 'rename', partial: false, at, basis: '237/NQ-UBTVQH16', certainty: 'seen' })
    }
    if (field(row, 'match_1027_CTK') === 'spelling')
      gaps.push({
        register: 'places',
        code,
        about: field(row, 'full_name'),
        note: `công văn 1027/CTK-CSCL ghi «${field(row, 'name_in_1027_CTK')}»`,
      })
  }
  return { places, links }
}

/** The old district, which was no unit of the two-tier model, is followed through its communes; an island district by its name. */
const ISLANDS: Readonly<Record<string, string>> = { '318': '11948', '471': '19742', '498': '20333', '536': '21548', '755': '26732' }

function compileLinks(
  old: ReadonlySet<string>,
  now: ReadonlySet<string>,
  districts: readonly Place[],
  provinceAfter: ReadonlyMap<string, string>,
  gaps: Gap[],
): readonly Link[] {
  const links: Link[] = []
  const ofDistrict = new Map<string, Map<string, boolean>>()
  const central = new Set(['46', '48', '49', '51', '52', '62', '64'])
  const rows = readCsv('data/admin/crosswalk_communes_all.csv')
  const comers = new Map([...Map.groupBy(rows, (row) => field(row, 'new_code'))].map(([code, group]) => [code, group.length]))
  for (const row of rows) {
    const from = idOf('commune', field(row, 'old_code'), '')
    const to = idOf('commune', field(row, 'new_code'), REFORM)
    if (!now.has(to)) throw new Error(`the crosswalk leads to ${field(row, 'new_code')}, which is no commune`)
    if (!old.has(from)) {
      gaps.push({
        register: 'places',
        code: field(row, 'old_code'),
        about: field(row, 'old_name'),
        note: 'có trong bảng chuyển đổi nhưng không có trong danh mục 2025-03-01',
      })
      continue
    }
    const partial = field(row, 'kind') === 'partial'
    const strays = provinceAfter.get(field(row, 'old_province_code')) !== field(row, 'new_province_code')
    if (strays)
      gaps.push({
        register: 'places',
        code: field(row, 'old_code'),
        about: `${field(row, 'old_name')} → ${field(row, 'new_name')} (${field(row, 'new_code')})`,
        note: `tỉnh ${field(row, 'old_province_code')} nhập vào tỉnh ${provinceAfter.get(field(row, 'old_province_code')) ?? '?'}, bảng chuyển đổi ghi xã mới ở tỉnh ${field(row, 'new_province_code')}: mâu thuẫn, có thể do trùng tên; giữ và đánh dấu chưa chắc`,
      })
    links.push({
      from,
      to,
      kind: partial ? 'split' : (comers.get(field(row, 'new_code')) ?? 0) > 1 ? 'merge' : 'rename',
      partial,
      at: REFORM,
      basis: CROSSWALK,
      certainty: strays ? 'contradicted' : central.has(field(row, 'old_province_code')) ? 'checked' : 'unchecked',
    })
    const heirs = ofDistrict.get(`d${field(row, 'old_district_code')}-origin`) ?? new Map<string, boolean>()
    heirs.set(to, (heirs.get(to) ?? false) || partial)
    ofDistrict.set(`d${field(row, 'old_district_code')}-origin`, heirs)
  }
  const districtsOf = Map.groupBy(
    [...ofDistrict].flatMap(([district, heirs]) => [...heirs.keys()].map((heir) => ({ district, heir }))),
    (one) => one.heir,
  )
  for (const district of districts) {
    const island = ISLANDS[district.code]
    if (island !== undefined) {
      links.push({
        from: district.id,
        to: idOf('commune', island, REFORM),
        kind: 'merge',
        partial: false,
        at: REFORM,
        basis: 'cùng tên, huyện đảo không có xã',
        certainty: 'derived',
      })
      continue
    }
    for (const [heir, partly] of ofDistrict.get(district.id) ?? []) {
      links.push({
        from: district.id,
        to: heir,
        kind: 'split',
        partial: partly || (districtsOf.get(heir)?.length ?? 0) > 1,
        at: REFORM,
        basis: 'suy ra từ các xã của huyện',
        certainty: 'derived',
      })
    }
  }
  return links
}

function noteKnownGaps(gaps: Gap[]): void {
  gaps.push(
    {
      register: 'places',
      code: '',
      about: 'trước 2025-03-01',
      note: 'chỉ có một ảnh chụp danh mục; ngày bắt đầu của các đơn vị cũ không biết',
    },
    { register: 'places', code: '24', about: '12 phường của Bắc Ninh từ 2026-09-20', note: 'nguồn không nêu tên; vẫn ghi theo tên cũ' },
    { register: 'places', code: '23938', about: 'Ia Mơ', note: 'công văn 1027/CTK-CSCL ghi mã 23737; mã sau được dùng' },
    { register: 'places', code: '06978', about: 'Ba Chẽ', note: 'công văn 1027/CTK-CSCL ghi mã 06970; mã sau được dùng' },
    { register: 'places', code: '', about: 'chuyển đổi xã ngoài miền Trung', note: 'chưa đối chiếu; khoảng 0,3 % có thể sai' },
    { register: 'places', code: '', about: 'ranh giới cấp xã', note: 'chưa có nguồn với điều khoản rõ ràng' },
  )
}

/** Corrections of a code between official lists: the same unit, another code. Not a succession of territory. */
export const codeCorrections = [
  { place: 'c23938-2025-07-01', code: '23737', basis: '1027/CTK-CSCL' },
  { place: 'c06978-2025-07-01', code: '06970', basis: '1027/CTK-CSCL' },
] as const
