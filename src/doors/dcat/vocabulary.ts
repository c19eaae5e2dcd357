import type { AccessClass, Cadence, Theme } from '../../kernel/dataset/describe.ts'

/** Our words as the vocabularies that DCAT-AP names say them: addresses of the Publications Office of the European Union. */
const EU = 'http://publications.europa.eu/resource/authority'

/** The list that themes are of. */
export const THEMES = `${EU}/data-theme`

const concept = (code: string, label: string) => ({ id: `${THEMES}/${code}`, label })
const environment = concept('ENVI', 'Môi trường')
const economy = concept('ECON', 'Kinh tế và tài chính')
const transport = concept('TRAN', 'Giao thông')

/** The nearest of their thirteen, with a label of its own as the shapes ask; our own themes stand beside them as words. */
export const themeOf: Readonly<Record<Theme, ReturnType<typeof concept>>> = {
  water: environment,
  environment,
  disaster: environment,
  climate: environment,
  planning: concept('REGI', 'Vùng và thành phố'),
  investment: economy,
  business: economy,
  transport,
  society: concept('SOCI', 'Dân số và xã hội'),
  administration: concept('GOVE', 'Nhà nước và khu vực công'),
}

export const frequencyOf: Readonly<Record<Cadence, string>> = {
  hour: `${EU}/frequency/HOURLY`,
  day: `${EU}/frequency/DAILY`,
  week: `${EU}/frequency/WEEKLY`,
  month: `${EU}/frequency/MONTHLY`,
  quarter: `${EU}/frequency/QUARTERLY`,
  'half-year': `${EU}/frequency/ANNUAL_2`,
  year: `${EU}/frequency/ANNUAL`,
  irregular: `${EU}/frequency/IRREG`,
}

export const accessRightsOf: Readonly<Record<AccessClass, string>> = {
  open: `${EU}/access-right/PUBLIC`,
  shared: `${EU}/access-right/RESTRICTED`,
  internal: `${EU}/access-right/NON_PUBLIC`,
  restricted: `${EU}/access-right/NON_PUBLIC`,
}

export const VIETNAM = `${EU}/country/VNM`
export const VIETNAMESE = `${EU}/language/VIE`
const IANA = 'https://www.iana.org/assignments/media-types'

export const formats = {
  csv: { type: `${EU}/file-type/CSV`, media: `${IANA}/text/csv` },
  json: { type: `${EU}/file-type/JSON`, media: `${IANA}/application/json` },
  geojson: { type: `${EU}/file-type/GEOJSON`, media: `${IANA}/application/geo+json` },
  xlsx: { type: `${EU}/file-type/XLSX`, media: `${IANA}/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` },
} as const

/** A licence that has an address of its own; null: it is said in words alone. */
export function licenceOf(words: string): string | null {
  if (/^CC BY 4\.0\b/.test(words)) return 'http://creativecommons.org/licenses/by/4.0/'
  if (/^CC BY-SA 4\.0\b/.test(words)) return 'http://creativecommons.org/licenses/by-sa/4.0/'
  if (/^CC0 1\.0\b/.test(words)) return 'http://creativecommons.org/publicdomain/zero/1.0/'
  if (/^MIT\b/.test(words)) return 'https://opensource.org/license/mit'
  return null
}
