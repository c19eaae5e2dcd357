/**
 * Compiles the registers of the product from the collected data: npm run registers:compile
 *
 * Reads ../shared, writes registers/ in formats of our own; the same sources give the same bytes. The product reads only
 * registers/. What is not known or contradicts itself goes to registers/gaps.csv and is printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { manifest } from './manifest.ts'
import { compileOrganisations } from './organisations.ts'
import { compileOutlines } from './outlines.ts'
import { codeCorrections, compilePlaces } from './places.ts'
import { compileRegions } from './regions.ts'
import { field, type Gap, readCsv } from './source.ts'

const cell = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const csv = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
const flag = (value: boolean): string => (value ? 'true' : 'false')

mkdirSync('registers', { recursive: true })
const write = (name: string, text: string): void => {
  writeFileSync(`registers/${name}`, text)
  console.log(`${name.padEnd(28)} ${String(text.split('\n').length - 1).padStart(6)} lines`)
}

const { places, links, gaps: placeGaps } = compilePlaces()
write(
  'places.csv',
  csv(
    ['id', 'code', 'full_name', 'level', 'parent', 'from', 'to', 'basis', 'certainty'],
    places.map((p) => [p.id, p.code, p.fullName, p.level, p.parent, p.from, p.to, p.basis, p.certainty]),
  ),
)
write(
  'place-successions.csv',
  csv(
    ['from', 'to', 'kind', 'partial', 'at', 'basis', 'certainty'],
    links.map((l) => [l.from, l.to, l.kind, flag(l.partial), l.at, l.basis, l.certainty]),
  ),
)
write(
  'place-codes.csv',
  csv(
    ['place', 'code', 'basis'],
    codeCorrections.map((one) => [one.place, one.code, one.basis]),
  ),
)

const { organisations, heirs, gaps: organisationGaps } = compileOrganisations(places, links)
write(
  'organisations.csv',
  csv(
    ['id', 'kind', 'rank', 'of', 'name', 'abbreviation', 'from', 'to', 'basis', 'certainty'],
    organisations.map((o) => [o.id, o.kind, o.rank, o.of, o.name, o.abbreviation, o.from, o.to, o.basis, o.certainty]),
  ),
)
write(
  'organisation-successions.csv',
  csv(
    ['from', 'to', 'kind', 'scope', 'at', 'basis', 'certainty'],
    heirs.map((h) => [h.from, h.to, h.kind, h.scope, h.at, h.basis, h.certainty]),
  ),
)

const regions = compileRegions()
write('regions.csv', csv(['id', 'name', 'province_code', 'from', 'to', 'basis', 'certainty'], regions.rows))

const calendar = readCsv('reference/working_calendar.csv')
const isLow = (certainty: string): boolean => certainty.includes('low')
write(
  'working-days.csv',
  csv(
    ['day', 'kind', 'reason', 'certainty'],
    calendar
      .filter((row) => !isLow(field(row, 'certainty')))
      .map((row) => [field(row, 'day'), field(row, 'kind'), field(row, 'reason'), field(row, 'certainty').replace(/^memory, /, '')]),
  ),
)
const calendarGaps = calendar
  .filter((row) => isLow(field(row, 'certainty')))
  .map(
    (row): Gap => ({
      register: 'calendar',
      code: '',
      about: field(row, 'day'),
      note: `${field(row, 'reason')}: để ngoài cho đến khi có văn bản`,
    }),
  )

const outlines = await compileOutlines(places, links)
const feature = ({ place, name, kind, geometry }: (typeof outlines)[number]): string =>
  JSON.stringify({ type: 'Feature', properties: { place, name, kind }, geometry })
write('province-outlines.geojson', `{"type":"FeatureCollection","features":[\n${outlines.map(feature).join(',\n')}\n]}\n`)

write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)

const gaps = [...placeGaps, ...organisationGaps, ...regions.gaps, ...calendarGaps]
write(
  'gaps.csv',
  csv(
    ['register', 'code', 'about', 'note'],
    gaps.map((gap) => [gap.register, gap.code, gap.about, gap.note]),
  ),
)
console.log(`\nChỗ trống và mâu thuẫn của nguồn (${gaps.length}):`)
for (const gap of gaps) console.log(`  ${gap.register} ${gap.code} ${gap.about}: ${gap.note}`)
