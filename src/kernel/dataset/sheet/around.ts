import { unitOf } from '../understanding/unit-words.ts'

/**
 * What stands above a table and is none of its headings: who issued it, the motto, its number, what it is an annex to, its title,
 * and the unit of its figures. The last two are proposed, with the line they were read from. [DAT-109]
 */
export type Line = { /** From 1. */ readonly at: number; readonly value: string }
export type TextRow = { readonly at: number; readonly cells: readonly string[] }
export type Above = {
  /** What the first lines say, a line each. */
  readonly above: readonly Line[]
  readonly title: Line | null
  /** As the line says it, and the unit itself. */
  readonly unit: (Line & { readonly unit: string }) | null
}
/** All that a table has around its records. */
export type Around = Above & {
  /** Lines of its headings, where they are several. */
  readonly heads: { readonly first: number; readonly last: number } | null
  /** The line of its units, and the one that counts its columns. */
  readonly units: number | null
  readonly counted: number | null
  readonly hidden: Hidden | null
}
/** What a workbook does not show, and comes in all the same. */
export type Hidden = {
  /** Records, and the lines of the first of them. */
  readonly rows: number
  readonly first: readonly number[]
  /** Letters of columns with their headings: «C (Ghi chú)». */
  readonly columns: readonly string[]
}

/** @returns null: it stands alone */
export function around(of: Around): Around | null {
  const { above, heads, units, counted, hidden } = of
  return above.length === 0 && heads === null && units === null && counted === null && hidden === null ? null : of
}

const MOST_LINES = 12
const LONGEST = 200
/** Between the cells of a line, where it is shown. */
export const PARTED = ' | '

/** Said in a letterhead, in capitals or not. */
const MOTTO = /^(?:cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc)/i
/** Number, form, annex, place and day of a document. «Mẫu số», «Phụ lục» alone may head a column. */
const NOTE =
  /^(?:số\s*:|(?:mẫu|biểu|bảng|phụ biểu|phụ lục)\s+(?:số\s*:?\s*)?(?:\d|[IVX]+(?!\p{L}))|\(?\s*(?:kèm theo|ban hành kèm)\s|(?:đơn vị|cơ quan) (?:báo cáo|gửi|nhận|lập)\s*:|kính gửi|[^,]{2,40},\s*ngày.{0,10}tháng.{0,10}năm)/iu
const UNIT_SAID = /(?:đơn vị(?: tính)?|đvt|unit)\s*[:：]\s*([^():;\n]{1,40}?)\s*(?:[);\n]|$)/i
const UNIT_NOTE = /^\(?\s*(?:đơn vị tính|đvt)\s*[:：]/i
/** Its unit stands in the next cell. «ĐVT» heads a column too. */
const UNIT_ASKED = /^\(?\s*(?:đơn vị(?: tính)?|đvt)\s*[:：]?\s*\)?$/i
/** Bodies and places, as the head of a letter has them in capitals. */
const BODY =
  /^(?:ubnd|hđnd|ủy ban|uỷ ban|hội đồng|hội |mặt trận|đảng|tỉnh |thành phố |thành ủy|thành uỷ|huyện |quận |thị xã |xã |phường |văn phòng|chính phủ|bộ |tổng cục|cục |chi cục|tổng công ty|công ty|tập đoàn|sở |phòng |ban |trung tâm|trường |viện |bệnh viện|chi nhánh|phụ lục)/i
const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

/** In one line, and no longer than what stands around a table: a cell may be of any length. */
const dressed = (cell: string): string => cell.slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, 500).normalize('NFC')

/** A cell that is no heading, whatever stands below it. */
export function isAside(cell: string): boolean {
  const text = dressed(cell)
  return text !== '' && (MOTTO.test(text) || NOTE.test(text) || UNIT_NOTE.test(text) || (/^đơn vị/i.test(text) && unitSaid(text) !== null))
}
/** A row of a letterhead, or a title with its unit. */
export function isMostlyAside(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  return said.length > 0 && said.filter(isAside).length * 2 >= said.length
}
const isNoTitle = (text: string): boolean =>
  isAside(text) || UNIT_ASKED.test(text) || unitOf(text) !== null || (isCapitals(text) && text.length < 50 && BODY.test(text))

/** «Đơn vị: Sở Y tế» says no unit; «ĐVT: người, km²» says two, and no column of its own. */
function unitSaid(text: string): string | null {
  const said = UNIT_SAID.exec(text)?.[1]?.replace(/[.\s]+$/, '')
  return said === undefined ? null : unitOf(said)
}

/** @param rows those above the headings, from the top */
export function aboveIn(rows: readonly TextRow[]): Above {
  const lines = rows.map(({ at, cells }) => ({
    at,
    said: cells.map(dressed).filter((cell) => cell !== ''),
  }))
  return {
    above: lines
      .filter(({ said }) => said.length > 0)
      .slice(0, MOST_LINES)
      .map(({ at, said }) => ({ at, value: said.join(PARTED).slice(0, LONGEST) })),
    title: titleIn(lines),
    unit: unitIn(lines),
  }
}

type Said = { readonly at: number; readonly said: readonly string[] }

function unitIn(lines: readonly Said[]): Above['unit'] {
  for (const { at, said } of lines.toReversed()) {
    // a yearbook says the unit alone
    const alone = said.length === 1 ? unitOf(said[0] ?? '') : null
    if (alone !== null) return { at, value: said[0] ?? '', unit: alone }
    for (const [i, cell] of said.entries()) {
      const next = said[i + 1]
      const unit = unitSaid(cell) ?? (UNIT_ASKED.test(cell) && next !== undefined ? unitOf(next) : null)
      if (unit !== null) return { at, value: (UNIT_ASKED.test(cell) ? `${cell} ${next}` : cell).slice(0, LONGEST), unit }
    }
  }
  return null
}

/** The name of a body as it is written, «Sở Tài chính thành phố Đà Nẵng»: above a title, never one. «Phòng học», «Sở thích» are none. */
const COUNCIL = /^(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)(?!\p{L})/iu
const OFFICE = /^(?:sở|chi cục|tổng cục|cục)\s+/iu
const OTHER_OFFICE = /^(?:phòng|ban|văn phòng|bộ|trung tâm|đài|tổng công ty|công ty|chi nhánh|viện|bệnh viện)\s+/iu
function isBodyNamed(text: string): boolean {
  if (/\d{4}|\s(?:theo|năm)\s/i.test(text)) return false
  const kind = OFFICE.exec(text) ?? (isCapitals(text) ? null : OTHER_OFFICE.exec(text))
  const rest = text.slice(kind?.[0].length ?? 0)
  return COUNCIL.test(text) || (kind !== null && /^(?:\p{Lu}|(?:quản lý|chỉ đạo|chỉ huy|dân tộc|tổ chức) )/u.test(rest))
}
/** «Năm 2024», «Tính đến 31/12/2024» below it says when, and not what. */
const ONLY_WHEN = /^\(?(?:năm|quý|tháng|ngày|tính đến|thời điểm|kỳ)\s/iu

/** Words that only say that a table follows: what it is of stands in the next line. */
const BARE = /^(?:báo cáo|bảng|biểu|danh sách|danh mục|tổng hợp|thống kê|bảng tổng hợp|biểu tổng hợp|bảng kê)$/i
const TITLED = /[\p{L}]{2}/u
const SHORTEST = 6

function titleIn(lines: readonly Said[]): Line | null {
  const named = lines.flatMap(({ at, said }) => {
    const own = said.filter((cell) => !isNoTitle(withoutUnit(cell)))
    // a line of several texts is a letterhead
    const [value = ''] = own.map(withoutUnit)
    return own.length === 1 && TITLED.test(value) && !/^\(.*\)$/.test(value) && value.length <= LONGEST ? [{ at, value }] : []
  })
  const isSaying = ({ value }: Line): boolean => value.length >= SHORTEST || BARE.test(value)
  const isTitle = (line: Line): boolean => isSaying(line) && !isBodyNamed(line.value)
  // the name of a body is one only where nothing else follows
  const own = named.findIndex(isTitle)
  const first = own >= 0 && !ONLY_WHEN.test(named[own]?.value ?? '') ? own : named.findIndex(isSaying)
  const found = named[first]
  if (found === undefined) return null
  const next = named[first + 1]
  const whole =
    BARE.test(found.value) && next !== undefined ? { at: found.at, value: `${found.value} ${next.value}`.slice(0, LONGEST) } : found
  return whole.value.length < SHORTEST || BARE.test(whole.value) ? null : whole
}

/** «Biểu 01: Thu ngân sách» is called so, «Phụ lục I» is not. */
const NUMBERED = /^(?:mẫu|biểu|bảng|phụ biểu|phụ lục)\s+(?:số\s*:?\s*)?(?:\d[\d.]*|[IVX]+)\s*[:.–—-]\s*(?=\p{L}{2})/iu

export const withoutUnit = (cell: string): string => {
  const rest = cell
    .replace(NUMBERED, '')
    .replace(/\s*\(?\s*(?:đơn vị tính|đvt)\s*[:：][^)]*\)?\s*$/i, '')
    .trim()
  return rest === '' ? cell : rest
}
