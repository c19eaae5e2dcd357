import { fold, hasMarks, plainLetters, plainWords } from '../../../base/fold.ts'
import type { Level } from '../../place/place.ts'
import type { Column } from '../cell/column.ts'

/** What a heading says its column is for: a place, a time, a number that names. A proposal, for a person to see. [DAT-21] */
const CODE: ReadonlySet<string> = new Set(['ma', 'code', 'id'])
const LEVELS: readonly (readonly [Level, readonly string[]])[] = [
  ['commune', ['xa', 'phuong', 'commune', 'communes', 'ward', 'wards']],
  ['district', ['huyen', 'quan', 'district', 'districts']],
  ['province', ['tinh', 'province', 'provinces']],
]
const PLACE = /(?:^|_)(?:dia_phuong|dia_gioi|don_vi_hanh_chinh|dvhc|noi_o|place|thanh_pho|city)(?:_|$)/
/** What stands beside the word of a level where a heading without marks means it: «quan_he» is no district, «tinh_trang» no province. */
const BESIDE: ReadonlySet<string> = new Set(['ma', 'ten', 'code', 'name', 'id', 'thanh', 'pho', 'tp', 'thi', 'tran', 'tx'])

/** Words that folding makes alike with others: «Nam» is men, «Thu» revenue, «Quan hệ» no district. What they mean is the marked one alone. [DAT-57] */
const MARKED: ReadonlyMap<string, string> = new Map([
  ['ma', 'mã'],
  ['so', 'số'],
  ['hang', 'hạng'],
  ['thu', 'thứ'],
  ['nam', 'năm'],
  ['thang', 'tháng'],
  ['ky', 'kỳ'],
  ['quy', 'quý'],
  ['xa', 'xã'],
  ['phuong', 'phường'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['tinh', 'tỉnh'],
])
type Heading = Pick<Column, 'name' | 'label'>

/** Whether headings are written with marks: then a word without is another word. */
export const areMarked = (headings: readonly Pick<Column, 'label'>[]): boolean => headings.some(({ label }) => hasMarks(label))

/**
 * Whether a heading that has that folded word means it. Where it is written with marks, the word must have its own.
 *
 * @param isMarked whether the headings beside it have marks; absent: it alone is known
 */
function means({ label }: Heading, word: string, isMarked = hasMarks(label)): boolean {
  const marked = MARKED.get(word)
  return marked === undefined || !isMarked || plainWords(label).split(' ').includes(marked)
}

/** Whether a heading says one of these words; with their marks, where headings are written with marks. */
const says = ({ name, label }: Heading, phrases: readonly string[], isMarked = hasMarks(label)): boolean =>
  phrases.some((phrase) =>
    isMarked ? ` ${plainWords(label)} `.includes(` ${phrase} `) : `_${name}_`.includes(`_${fold(phrase).replaceAll(' ', '_')}_`),
  )

const wordsOf = (name: string): readonly string[] => name.split('_')
/** «Thị xã» is no commune. */
const isTown = (words: readonly string[], i: number): boolean => words[i] === 'xa' && words[i - 1] === 'thi'
const isLevelWord = (word: string): boolean => LEVELS.some(([, words]) => words.includes(word))

/** @returns null: the heading speaks of no place */
export function placeHint(
  heading: Heading,
  isMarked = hasMarks(heading.label),
): { readonly isCode: boolean; readonly level: Level | null } | null {
  const { name } = heading
  const words = wordsOf(name)
  const isAlone = (i: number): boolean =>
    [words[i - 1], words[i + 1]].every((one) => one === undefined || BESIDE.has(one) || isLevelWord(one) || /^\d+$/.test(one))
  // «Xã hội» is society
  const isMeant = (word: string, i: number): boolean =>
    means(heading, word, isMarked) && (isMarked ? words[i + 1] !== 'hoi' : isAlone(i) || !MARKED.has(word))
  const level =
    LEVELS.find(([of, said]) =>
      words.some((word, i) => (isTown(words, i) ? of === 'district' : said.includes(word) && isMeant(word, i))),
    )?.[0] ?? null
  const isCode = words.some((word) => CODE.has(word) && means(heading, word, isMarked))
  return level !== null || PLACE.test(name) || name === 'code' || (name === 'ma' && isCode) ? { isCode, level } : null
}

/** The level of units that a heading is of, which says nothing else: «Xã, phường», «Mã huyện», not «Xã đặt trụ sở». */
export function unitsNamed(heading: Heading, isMarked?: boolean): Level | null {
  const isOnly = wordsOf(heading.name).every((word) => BESIDE.has(word) || isLevelWord(word) || /^\d+$/.test(word))
  return isOnly ? (placeHint(heading, isMarked)?.level ?? null) : null
}

/** That level, where it names no other beside: «Quận, huyện, thị xã», not «Huyện/Xã». [DAT-117] */
export function levelNamed(heading: Heading, isMarked?: boolean): Level | null {
  const words = wordsOf(heading.name)
  const said = words.flatMap((word, i) => (isTown(words, i) ? 'district' : (LEVELS.find(([, own]) => own.includes(word))?.[0] ?? [])))
  return new Set(said).size === 1 ? unitsNamed(heading, isMarked) : null
}

/** «Mã», «code» alone: a code of anything, until names beside it are those of the same units. [DAT-81] */
export const isBareCode = (name: string): boolean => name === 'ma' || name === 'code'

/** Figures of a code, as registers write it: a program that reads it as a number loses the zeros before it. */
export const codeLengths: Readonly<Record<Level, number>> = { province: 2, district: 3, commune: 5 }

const EAST = /^(?:x|toa_do_x|x_m|kinh_do|lon|long|longitude|lng|east|easting|e)$/
const NORTH = /^(?:y|toa_do_y|y_m|vi_do|lat|latitude|north|northing|n)$/

/** Two columns of numbers that say where: the one headed easting first, whatever stands in it. @returns null: there are none */
export function pairOf(columns: readonly Pick<Column, 'name' | 'type'>[]): readonly [string, string] | null {
  const of = (pattern: RegExp): string | undefined =>
    columns.find(({ name, type }) => (type === 'integer' || type === 'decimal') && pattern.test(name))?.name
  const [east, north] = [of(EAST), of(NORTH)]
  return east === undefined || north === undefined ? null : [east, north]
}

/** @returns `perhaps`: «nam» of headings without marks, a year where its values are */
export function yearNamed(heading: Heading, isMarked?: boolean): 'yes' | 'perhaps' | 'no' {
  if (ofOneTime(heading)) return 'no'
  const words = wordsOf(heading.name)
  if (words.includes('year')) return 'yes'
  if (!words.includes('nam') || !means(heading, 'nam', isMarked)) return 'no'
  return (isMarked ?? hasMarks(heading.label)) ? 'yes' : 'perhaps'
}

const ONE_TIME =
  /^(?:(?:thang|quy|nam|ky|month|quarter|year) (?:\d{1,4}|[ivx]{1,4}|nay|truoc|sau|ngoai)|(?:ca|toan|dau|cuoi|trong|nua|giua) nam|(?:\d{1,2}|sau|chin) thang)(?: |$)/
const SEVERAL_TIMES = /\d\s*-\s*\d/

/**
 * «Tháng 1», «Quý I/2024», «Năm 2024», «Cả năm», «6 tháng đầu năm»: what stands below is of that one time, and no time itself;
 * «Tháng (1-12)» are months. [DAT-146]
 */
const ofOneTime = ({ label }: Pick<Heading, 'label'>): boolean => ONE_TIME.test(fold(label)) && !SEVERAL_TIMES.test(plainLetters(label))

/** A heading that begins with a time: «Năm», «Kỳ báo cáo», «Quý»; not «Nam (người)», «Quỹ đất», nor «Quý I». [DAT-83] */
export function timeNamed(heading: Heading, isMarked = hasMarks(heading.label)): boolean {
  if (ofOneTime(heading)) return false
  const words = wordsOf(heading.name)
  const [first = ''] = words
  if (first === 'nam' || first === 'year') return yearNamed(heading, isMarked) === 'yes'
  if (first === 'month' || first === 'quarter') return true
  return ['ky', 'thang', 'quy'].includes(first) && means(heading, first, isMarked) && (isMarked || words.length === 1)
}

/** Words that stand beside that of a time where headings have no marks: «Quy/nam», not «Quy dat». */
const OF_TIME: ReadonlySet<string> = new Set(['ky', 'thang', 'quy', 'nam', 'bao', 'cao', 'month', 'quarter', 'year'])

/** Whether that folded word stands in a heading, which means it. */
export function namesTime(heading: Heading, word: string, isMarked = hasMarks(heading.label)): boolean {
  const words = wordsOf(heading.name)
  return words.includes(word) && means(heading, word, isMarked) && (isMarked || words.every((one) => OF_TIME.has(one)))
}

/** Numbers that name or count off: adding or comparing them means nothing. */
const COUNTED = ['số thứ tự', 'thứ tự', 'stt', 'số tt', 'fid', 'objectid', 'gid']
const ORDINAL = [...COUNTED, 'số hiệu', 'số ký hiệu', 'số kí hiệu', 'rank', 'thứ hạng', 'xếp hạng']
const ALONE: ReadonlySet<string> = new Set(['so', 'hang', 'thu', 'tt', 'year', 'thang', 'month', 'no'])

/** A number that names its row, as its heading says: a code, an ordinal. It is no figure of anything. [DAT-84] */
export function isName(heading: Heading, isMarked?: boolean): boolean {
  const isMeant = (word: string): boolean => means(heading, word, isMarked)
  // «mã lực» is a horsepower
  const isCode = wordsOf(heading.name).some((word) => CODE.has(word) && isMeant(word)) && !says(heading, ['mã lực'], isMarked)
  return isCode || (ALONE.has(heading.name) && isMeant(heading.name)) || says(heading, ORDINAL, isMarked)
}

/** What only counts its rows off, whatever it is written in: «I», «1.1», «2». A kind of nothing. [DAT-84] */
export const isOrdinal = (heading: Heading, isMarked?: boolean): boolean =>
  heading.name === 'tt' || heading.name === 'no' || says(heading, COUNTED, isMarked)

/** Numbers of papers, contracts, plates: texts that name, though «Số …» counts in other tables. */
const NUMBERED =
  /^(?:so_(?:giay_phep|giay_chung_nhan|chung_nhan|gcn|gp|hieu|ky_hieu|quyet_dinh|qd|hop_dong|ho_so|cong_van|van_ban|dang_ky|dkkd|hoa_don|seri|dinh_danh|cccd|cmnd|can_cuoc|ho_chieu|to_khai)|bien_so|bien_kiem_soat|(?:giay_phep|quyet_dinh|hop_dong)_so)(?:_|$)/
/** A rank names its row, too, but another one the next year. */
const CODED = /(?:^|_)(?:ma|code|id)(?:_|$)/
export const isCoded = (column: Pick<Column, 'name' | 'label' | 'type'> | undefined): boolean =>
  column !== undefined && ((column.type === 'text' && NUMBERED.test(column.name)) || (CODED.test(column.name) && isName(column)))

/** When a row was written or changed: «Cập nhật», «Ngày nhập», `updated_at`. What its figures are of it does not say. [DAT-118] */
export const isOfRecord = ({ name }: Pick<Column, 'name'>): boolean =>
  /(?:^|_)(?:cap_nhat(?!_den)|updated?|modified|created)(?:_|$)/.test(name) ||
  /^(?:ngay|gio|thoi_gian|thoi_diem)_(?:nhap|tao|ghi|sua|dang)(?:_(?:lieu|so_lieu|du_lieu|nhan))?$/.test(name)

/** When figures were closed, taken or measured: of which year they are a title says before it. [DAT-20] */
export const isOfClosing = ({ name }: Pick<Column, 'name'>): boolean =>
  /^(?:ngay|gio|thoi_gian|thoi_diem)_(?:chot|do|quan_trac|khao_sat|thu_thap|tong_hop|bao_cao|lap|ky)(?:_|$)/.test(name)
