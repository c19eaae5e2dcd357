import { fold } from '../../base/fold.ts'

/**
 * What a person means by the name of a body: «Sở KH&ĐT», «SKHĐT», «Giám đốc Sở Y tế», «Sở Tài chính, Quảng Nam». [ORG-1]
 * A name is matched with its locality: after a comma or in brackets; at the end («Sở Tài chính Quảng Nam») by `organisationMatcher`,
 * which knows whose body it is.
 */
export type OrganisationQuery = { readonly name: string; readonly of: string | null }

const TITLES = /^(?:giám đốc|thủ trưởng|chủ tịch|chánh văn phòng|bộ trưởng|trưởng ban|chánh thanh tra)\s+(?=\p{Lu})/iu

/** Short forms of sectors inside a name: «Sở KH&ĐT», «Bộ NN&PTNT». Longest first. */
const SECTORS: readonly (readonly [RegExp, string])[] = [
  [/\bNN\s*(?:&|và)\s*PTNT(?![\p{L}])/giu, 'Nông nghiệp và Phát triển nông thôn'],
  [/\bLĐ\s*-?\s*TB\s*(?:&|và)\s*XH(?![\p{L}])/giu, 'Lao động - Thương binh và Xã hội'],
  [/\bVH\s*,?\s*TT\s*(?:&|và)\s*DL(?![\p{L}])/giu, 'Văn hóa, Thể thao và Du lịch'],
  [/\bVH\s*(?:&|và)\s*TT(?![\p{L}])/giu, 'Văn hóa và Thể thao'],
  [/\bKH\s*(?:&|và)\s*ĐT(?![\p{L}])/giu, 'Kế hoạch và Đầu tư'],
  [/\bKH\s*(?:&|và)\s*CN(?![\p{L}])/giu, 'Khoa học và Công nghệ'],
  [/\bTT\s*(?:&|và)\s*TT(?![\p{L}])/giu, 'Thông tin và Truyền thông'],
  [/\bTN\s*(?:&|và)\s*MT(?![\p{L}])/giu, 'Tài nguyên và Môi trường'],
  [/\bNN\s*(?:&|và)\s*MT(?![\p{L}])/giu, 'Nông nghiệp và Môi trường'],
  [/\bGD\s*(?:&|và)\s*ĐT(?![\p{L}])/giu, 'Giáo dục và Đào tạo'],
  [/\bGTVT(?![\p{L}])/giu, 'Giao thông vận tải'],
  [/(?<=\p{L}) & (?=\p{L})/gu, ' và '],
  [/^VP(?=\s)/gu, 'Văn phòng'],
  [/(?<![\p{L}])(?:ủy|uỷ) ban nhân dân(?![\p{L}])/giu, 'UBND'],
  [/(?<![\p{L}])hội đồng nhân dân(?![\p{L}])/giu, 'HĐND'],
  [/(?<![\p{L}])TP\.?(?![\p{L}])\s*/gu, 'thành phố '],
  [/(?<=^UBND )Q\.\s*/gu, 'quận '],
  [/(?<=^UBND )H\.\s*/gu, 'huyện '],
  [/(?<=^UBND )P\.\s*/gu, 'phường '],
]

/** «Sở TTTT» is «STTTT»: the kind written out before an abbreviation of the sector. */
const HALF_SHORT = /^(Sở|Bộ) (\p{Lu}{2,})$/u

export function readOrganisationQuery(text: string): OrganisationQuery {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const bracketed = /^(.*?)\s*\(([^()]+)\)$/.exec(plain)
  // a comma may belong to the name («Sở Văn hóa, Thể thao và Du lịch»): only what looks like a place after the last one is not
  const tailed = bracketed ?? /^(.*),\s*((?:tỉnh|thành phố|tp\.?)\s+\p{Lu}.*|Đà Nẵng|Quảng Nam)$/iu.exec(plain)
  const said = (tailed?.[1] ?? plain).replace(TITLES, '')
  const long = SECTORS.reduce((all, [short, whole]) => all.replace(short, whole), said).trim()
  const name = long.replace(HALF_SHORT, (_, kind: string, sector: string) => `${kind.charAt(0)}${sector}`)
  const place = tailed?.[2]?.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/iu, '') ?? null
  // «Cục Thống kê (Bộ Tài chính)»: the ministry above it is no locality
  return { name, of: place?.startsWith('Bộ ') === true ? null : place }
}

/** «SKHĐT» → «skhdt»: an abbreviation is compared without blanks and marks. */
export const foldAbbreviation = (text: string): string => fold(text).replaceAll(' ', '')
