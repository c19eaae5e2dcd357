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
import { csvCell } from '../../src/kernel/dataset/spreadsheet.ts'
import { type Described, descriptions } from './descriptions.ts'

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
      row['valid_note'] ?? '',
      row['provenance'] ?? '',
    ]),
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
