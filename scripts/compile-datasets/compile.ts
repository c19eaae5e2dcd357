/**
 * Writes datasets/*.csv and datasets/manifest.json, the data a new node begins with, from the data collected beside the project:
 *   node --import tsx scripts/compile-datasets/compile.ts ../shared
 *
 * Our own format: headings in Vietnamese, days as ISO 8601, numbers with a point, places by code and name, positions as WKT.
 * Nothing is estimated: what the source leaves empty, or says impossibly, stays empty, and the description says how often.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { fold } from '../../src/base/fold.ts'
import { csvCell } from '../../src/kernel/dataset/format/spreadsheet.ts'
import type { Described } from './descriptions/said.ts'
import { descriptions } from './descriptions.ts'
import { grades, nearTracks, readTracks } from './jma-tracks.ts'

type Row = Readonly<Record<string, string>>
type Cells = readonly (string | number | null)[]

const from = process.argv[2] ?? '../shared'
const read = (path: string): readonly Row[] =>
  parse(readFileSync(join(from, path)), { columns: true, bom: true, relax_column_count: true, trim: true }) as Row[]

const provinces = read('data/admin/provinces_34.csv')
/** «TP. Huế», «Khánh Hoà»: names as sources write them. */
const keyOf = (name: string): string => fold(name.replace(/^(?:TP\.?|Thành phố|Tỉnh)\s+/i, '')).replaceAll(' ', '')
const codes = new Map(provinces.map((row) => [keyOf(row['name'] ?? ''), row['code'] ?? '']))
const names = new Map(provinces.map((row) => [row['code'] ?? '', row['name'] ?? '']))
const codeOf = (name: string): string => {
  const code = codes.get(keyOf(name === 'TP. HCM' ? 'Hồ Chí Minh' : name))
  if (code === undefined) throw new Error(`no province is called ${name}`)
  return code
}

/** Of a province before 1-7-2025. */
const formerCodes = new Map(
  read('data/admin/old_units_2025_03_01.csv')
    .filter((row) => row['level'] === '1')
    .map((row) => [keyOf(row['full_name'] ?? ''), row['code'] ?? '']),
)
const formerCodeOf = (name: string): string => {
  const code = formerCodes.get(keyOf(name === 'TP. HCM' ? 'Hồ Chí Minh' : name))
  if (code === undefined) throw new Error(`no former province is called ${name}`)
  return code
}

const number = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' ? null : Number(text.replaceAll(',', ''))
const rounded = (text: string | undefined, places: number): number | null => {
  const n = number(text)
  return n === null ? null : Number(n.toFixed(places))
}
const point = (longitude: number | null, latitude: number | null): string | null =>
  longitude === null || latitude === null ? null : `POINT(${longitude} ${latitude})`
const isInVietnam = (longitude: number | null, latitude: number | null): boolean =>
  longitude !== null && latitude !== null && longitude > 102 && longitude < 118 && latitude > 7 && latitude < 24

/** West, south, east, north: the sea before the central coast, as the storms of IBTrACS were chosen. */
const NEAR_CENTRAL = [106.5, 12, 112, 18.5] as const

const tables: Readonly<Record<Described['file'], () => readonly Cells[]>> = {
  'tinh-thanh-pho.csv': () =>
    provinces.map((row) => [
      row['code'] ?? '',
      row['name'] ?? '',
      row['unit_type'] ?? '',
      number(row['commune_count']),
      number(row['area_km2']),
      number(row['population']),
      row['population_source'] ?? '',
      row['merged_from'] ?? '',
    ]),
  'thoi-tiet-thang.csv': () =>
    read('data/monitoring/openmeteo_34provinces_monthly_2011_2025.csv').map((row) => {
      const code = codeOf(row['province'] ?? '')
      return [code, names.get(code) ?? '', row['date'] ?? '', rounded(row['temp_avg'], 2), rounded(row['rainfall'], 1)]
    }),
  'bao-mien-trung.csv': () =>
    read('data/storms/ibtracs_central_vietnam_1990_2025.csv').map((row) => [
      row['SID'] ?? '',
      row['ISO_TIME'] ?? '',
      number(row['WMO_WIND']),
      number(row['WMO_PRES']),
      number(row['STORM_SPEED']),
      number(row['STORM_DIR']),
      point(number(row['LON']), number(row['LAT'])),
    ]),
  'bao-jma-2015-2021.csv': () =>
    nearTracks(readTracks(readFileSync(join(from, 'data/storms/jma_rsmc_besttrack_2015_2021.txt'), 'utf8')), NEAR_CENTRAL).map((of) => [
      of.storm,
      of.name,
      of.at,
      grades[of.grade] ?? '',
      of.wind,
      of.pressure,
      point(of.longitude, of.latitude),
    ]),
  'nha-may-dien.csv': () =>
    read('data/geo/wri_power_plants_vietnam_coordinates_fixed.csv').map((row) => {
      const [longitude, latitude] = [number(row['Longitude']), number(row['Latitude'])]
      return [
        row['PowerWatch ID'] ?? '',
        row['Name'] ?? '',
        row['Fuel'] ?? '',
        number(row['Capacity (MW)']),
        /^\d{4}$/.test(row['Commissioning Date'] ?? '') ? Number(row['Commissioning Date']) : null,
        row['Owner'] ?? '',
        isInVietnam(longitude, latitude) ? point(longitude, latitude) : null,
      ]
    }),
  'bao-dong-lu.csv': () =>
    read('reference/river_alarm_levels.csv').map((row) => [
      row['river'] ?? '',
      row['station'] ?? '',
      number(row['bd1_m']),
      number(row['bd2_m']),
      number(row['bd3_m']),
      yearsOf(row['valid_note'] ?? ''),
      ...[1, 2, 3].map((level) => (row[`bd${level}_m`] === '' ? '' : certaintyOf(row['provenance'] ?? '', level))),
      checkedIn(row['provenance'] ?? ''),
    ]),
  'don-vi-63-tinh.csv': () => {
    const units = read('data/admin/old_units_2025_03_01.csv')
    const above = new Map(units.map((row) => [`${row['level']}/${row['code']}`, row['parent_code'] ?? '']))
    const communes = new Map<string, number>()
    const districts = new Map<string, number>()
    const count = (of: Map<string, number>, code: string): unknown => of.set(code, (of.get(code) ?? 0) + 1)
    for (const row of units) {
      if (row['level'] === '2') count(districts, row['parent_code'] ?? '')
      if (row['level'] === '3') count(communes, above.get(`2/${row['parent_code']}`) ?? '')
    }
    return units
      .filter((row) => row['level'] === '1')
      .map(({ code = '', full_name = '' }) => [
        code,
        full_name.replace(/^(?:Thành phố|Tỉnh) /, ''),
        districts.get(code) ?? 0,
        communes.get(code) ?? 0,
      ])
  },
  'xa-phuong.csv': () =>
    read('data/admin/communes_3321.csv').map((row) => [
      row['code'] ?? '',
      row['full_name'] ?? '',
      row['unit_type'] ?? '',
      row['province_code'] ?? '',
      names.get(row['province_code'] ?? '') ?? '',
      row['full_name_v4_2_2026'] ?? '',
    ]),
  'thoi-tiet-ngay.csv': () =>
    read('data/monitoring/openmeteo_6cities_daily_2023_2025.csv').map((row) => [
      row['date'] ?? '',
      formerCodeOf(row['city'] ?? ''),
      row['city'] === 'TP. HCM' ? 'Hồ Chí Minh' : (row['city'] ?? ''),
      number(row['temp_max']),
      number(row['temp_min']),
      number(row['precipitation']),
      number(row['wind_speed']),
      number(row['humidity']),
    ]),
  'khong-khi-da-nang-2025.csv': () =>
    read('data/monitoring/openmeteo_danang_air_quality_hourly.csv')
      .filter((row) => row['datetime']?.startsWith('2025-') === true)
      .map((row) => [(row['datetime'] ?? '').slice(0, 16), ...['pm25', 'pm10', 'o3', 'no2', 'so2', 'co'].map((name) => number(row[name]))]),
  'bui-min-ha-noi-2019.csv': () =>
    read('data/monitoring/airnow_hanoi_pm25_2019.csv').map((row) => [
      `${row['Year']}-${row['Month']?.padStart(2, '0')}-${row['Day']?.padStart(2, '0')} ${row['Hour']?.padStart(2, '0')}:00`,
      row['Raw Conc.'] === '-999.0' ? null : number(row['Raw Conc.']),
      row['AQI'] === '-999' ? null : number(row['AQI']),
      row['QC Name'] ?? '',
    ]),
  'van-ban-sap-xep-2025.csv': () =>
    read('data/legal/documents.csv').map((row) => [
      row['so_ky_hieu'] ?? '',
      row['loai'] ?? '',
      row['co_quan_ban_hanh'] ?? '',
      row['ngay_ban_hanh'] ?? '',
      row['trich_yeu'] ?? '',
    ]),
  'quan-he-van-ban-2025.csv': () =>
    read('data/legal/relations.csv').map((row, i) => [
      i + 1,
      row['tu_van_ban'] ?? '',
      row['quan_he'] ?? '',
      row['den_van_ban'] ?? '',
      row['ngu_canh'] ?? '',
    ]),
  'cong-du-lieu-viet-nam.csv': portals,
  'vuon-quoc-gia.csv': () =>
    read('data/stats/national_parks_vietnam_34.csv').map((row) => [
      row['ten_vuon_quoc_gia'] ?? '',
      number(row['nam_thanh_lap']),
      row['vung'] ?? '',
      number(row['dien_tich_ha']),
    ]),
  'song-lon.csv': () =>
    read('data/stats/rivers_vietnam_16.csv').map((row) => [
      row['ten_song'] ?? '',
      number(row['chieu_dai_km']),
      number(row['chieu_dai_vn_km']),
      row['luu_vuc'] ?? '',
      row['do_ra'] ?? '',
    ]),
}

/** «seen 2010 and 2017» → «2010, 2017» */
const yearsOf = (note: string): string =>
  note === 'all years seen' ? 'mọi năm đã đối chiếu' : note.replace(/^seen /, '').replaceAll(' and ', ', ')

const SURE: Readonly<Record<string, string>> = { high: 'khá chắc', medium: 'chưa chắc', low: 'ít chắc' }

/**
 * How sure a level of a station is: «BĐ3 SEEN (…); BĐ1-2 FROM MEMORY medium». What was seen comes first; what is not named is
 * of the rest, and a row that only says SEEN was seen whole.
 */
function certaintyOf(provenance: string, level: number): string {
  const bare = provenance.replaceAll(/\([^)]*\)/g, '')
  const named = (part: string): boolean =>
    [...part.matchAll(/BĐ(\d)(?:-(\d))?/g)].some(([, from = '', to = from]) => Number(from) <= level && level <= Number(to))
  const parts = bare.split(';').map((part) => part.trim())
  const seen = parts.find((part) => part.includes('SEEN'))
  if (seen !== undefined && (named(seen) || !seen.includes('BĐ'))) return 'đã thấy trong bản tin'
  const remembered = parts.find((part) => part.includes('FROM MEMORY')) ?? ''
  const own = new RegExp(`BĐ${level}\\s+(high|medium|low)`).exec(remembered)?.[1]
  const all = /FROM MEMORY (high|medium|low)/.exec(remembered)?.[1]
  return `theo trí nhớ, ${SURE[own ?? all ?? ''] ?? 'chưa chắc'}`
}

/** What was looked at: what stands in brackets, or the bulletins that are named without; empty where the list names none. */
function checkedIn(provenance: string): string {
  const words = (text: string): string => text.replaceAll(' and ', ', ').replace('bulletin', 'bản tin')
  const inBrackets = [...provenance.matchAll(/\(([^)]*)\)/g)].map(([, of = '']) =>
    words(
      of
        .replace(/^derived:? ?/, 'suy ra từ tin ')
        .replace('EVN table', 'bảng của EVN')
        .replace('also', 'cả'),
    ),
  )
  if (inBrackets.length > 0) return inBrackets.join('; ')
  return provenance.startsWith('SEEN ') ? words(provenance.slice('SEEN '.length).split(';')[0] ?? '') : ''
}

/** The registry of portals is YAML, one document a portal; four plain lines of each are taken. */
function portals(): readonly Cells[] {
  const text = readFileSync(join(from, 'data/catalogs/dataportals_vietnam_66.yaml'), 'utf8')
  const line = (block: string, name: string): string =>
    new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]?.replace(/^['"]|['"]$/g, '') ?? ''
  const nested = (block: string, name: string): string =>
    new RegExp(`^${name}:\\n(?:  .*\\n)*?  name: (.*)$`, 'm').exec(block)?.[1]?.replace(/^['"]|['"]$/g, '') ?? ''
  return text
    .split(/^---$/m)
    .map((block) => [
      line(block, 'id'),
      line(block, 'name'),
      line(block, 'catalog_type'),
      nested(block, 'owner'),
      nested(block, 'software'),
      line(block, 'link'),
      line(block, 'status'),
    ])
    .filter(([id]) => id !== '')
}

mkdirSync('datasets', { recursive: true })
for (const { file, columns } of descriptions) {
  const rows = tables[file]()
  if (rows.length === 0 || rows.some((row) => row.length !== columns.length)) throw new Error(`${file}: rows of another shape`)
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))]
  writeFileSync(join('datasets', file), `${lines.map((line) => line.map(csvCell).join(',')).join('\n')}\n`)
  console.log(`${file}: ${rows.length}`)
}
writeFileSync('datasets/manifest.json', `${JSON.stringify(descriptions, null, 2)}\n`)
