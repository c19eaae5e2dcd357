import { plainLetters } from '../../../base/fold.ts'

/**
 * Columns that look like personal data: by what their headings say, and by how their values are built. Whoever opens a dataset to
 * others is asked first; nothing is refused, and nothing is changed. [DAT-121]
 *
 * @source Nghị định 13/2023/NĐ-CP, Điều 2 khoản 3 (họ tên, ngày sinh, nơi ở, số điện thoại, số định danh, số tài khoản …) và khoản 4
 * (sức khỏe, dân tộc, tôn giáo …); Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15
 */
export const personalKinds = [
  'name',
  'id-number',
  'phone',
  'email',
  'bank-account',
  'birth-date',
  'address',
  'sensitive',
  'vehicle',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** What is personal only where the same rows say of whom. */
const BESIDE: ReadonlySet<PersonalKind> = new Set(['birth-date', 'address', 'sensitive'])

/** Figures of a number, however it is parted; a program that had gaps in its column wrote it with a fraction: «905123456.0». */
const bare = (text: string): string => whole(text).replace(/[\s.\-()]/g, '')
const whole = (text: string): string => text.trim().replace(/(?<=^\d{7,})\.0$/, '')
const DIGITS = /^\d+$/

/** The provinces that a number of Công an begins with. @source Thông tư 59/2021/TT-BCA, phụ lục I */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
)
/** Twelve figures: province, century with sex (0 to 3 of those who live), year of birth, six by chance. */
const isCitizenNumber = (text: string): boolean => {
  const figures = bare(text)
  return /^\d{3}[0-3]\d{8}$/.test(figures) && PROVINCES.has(figures.slice(0, 3))
}
/**
 * The same of which a program that took it for a number dropped the zeros: eleven figures, or ten of Hà Nội, Hà Giang … So many figures
 * are amounts and codes too, so the year of birth must be one of who lives, and the last figures no round ones.
 */
const isCutNumber = (text: string): boolean => {
  if (!/^[1-9]\d{9,10}$/.test(whole(text))) return false
  const figures = whole(text).padStart(12, '0')
  const year = 1900 + Number(figures[3] ?? 9) * 50 - (Number(figures[3]) % 2) * 50 + Number(figures.slice(4, 6))
  return isCitizenNumber(figures) && year >= 1920 && year <= 2030 && !figures.endsWith('000')
}
/**
 * Ten figures of a firm for its taxes, the last of which is reckoned from those before: by chance one of ten numbers is so, all of a
 * column are not. A number of the tax of a firm's branch has three more.
 *
 * @source Thông tư 105/2020/TT-BTC, Điều 5
 */
const isFirmNumber = (text: string): boolean => {
  const figures = whole(text)
  if (!/^\d{10}$/.test(figures)) return false
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(figures[i]), 0)
  return Number(figures[9]) === 10 - (sum % 11)
}
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const
const FIRM_HEADING = /mã số thuế(?! cá nhân)|ma so thue(?! ca nhan)|\bmst\b|mã số doanh nghiệp|ma so doanh nghiep|tax ?code/

/** A line of a person: of an office they begin with 02. A program that takes it for a number drops the 0. */
const isOneMobile = (text: string): boolean => /^(?:0|\+?84)[35789]\d{8}$/.test(bare(text))
const isOneHeaded = (text: string): boolean => isOneMobile(text) || /^[35789]\d{8}$/.test(bare(text))
const isLine = (text: string): boolean => /^(?:0|\+?84)2\d{8,9}$/.test(bare(text))
/** One, or several in a cell with at least one of a person: «0912…; 0987…». */
const isMobileOf =
  (isOne: (text: string) => boolean) =>
  (text: string): boolean => {
    if (isOne(text)) return true
    const parts = text.split(PARTED).filter((part) => part.trim() !== '')
    return parts.length > 1 && parts.some(isOne) && parts.every((part) => isOne(part) || isLine(part))
  }
const PARTED = /[;,/\n|]|\s[-–]\s|\s(?:và|hoặc)\s|\s(?=0[235789]\d{2})/u
const isMobile = isMobileOf(isOneMobile)
const isMobileHeaded = isMobileOf(isOneHeaded)
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i
const FREE_MAIL = /@(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|proton|protonmail|zoho)\./i
/** So offices call themselves, also with a free address. */
const OFFICE =
  /^(?:info|contact|admin|support|vanthu|van\.thu|vp|ubnd|hdnd|xa|phuong|so[.\-_]|phong|trungtam|tt[.\-_]|truong|c[123]|thcs|thpt|tieuhoc|mamnon|benhvien|congty|cty)/i
const isPersonsMail = (text: string): boolean => EMAIL.test(text.trim()) && FREE_MAIL.test(text) && !OFFICE.test(text.trim())

const FAMILY_HEADING = /^(?:họ|ho|họ,? (?:và )?(?:tên |chữ )?(?:đệm|lót)|ho va (?:ten )?dem|surname|last ?name|family ?name)$/
const GIVEN_HEADING = /^(?:tên|ten|tên gọi|first ?name|given ?name)$/
const FAMILIES =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đoàn|đinh|trịnh|mai|đào|trương|lâm|phùng|cao|hà|tô|tạ|thái|châu|lưu|quách|kiều|la|vương|từ|triệu|lương|đàm|văn|hứa|nông|hoàng|alăng|a|y|h'|đinh|bríu|zơrâm|pơloong|hiên|arất|coor)(?=\s)/iu
const isPersonsName = (text: string): boolean => {
  const name = text.trim().normalize('NFC')
  return /^\p{L}[\p{L}' ]{3,40}$/u.test(name) && /^\S+(?: \S+){1,5}$/.test(name) && FAMILIES.test(name)
}
/** «Nguyễn», «Nguyễn Thị»: what stands before the name that one is called by. */
const isFamily = (text: string): boolean => FAMILIES.test(`${text.trim().normalize('NFC')} `) && /^\p{L}[\p{L}' ]{0,30}$/u.test(text.trim())
const isGiven = (text: string): boolean => /^\p{L}[\p{L}']{0,9}(?: \p{L}[\p{L}']{0,9}){0,2}$/u.test(text.trim())
/** Written without marks, as banks and phones do: so short a word is told by a heading alone. */
const FAMILIES_PLAIN = new RegExp(plainLetters(FAMILIES.source), 'iu')
const isPlainName = (text: string): boolean => /^[a-z']{1,12}(?: [a-z']{1,12}){1,5}$/i.test(text.trim()) && FAMILIES_PLAIN.test(text.trim())
const isDateOrYear = (text: string): boolean => /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:19|20)\d\d)(?:[T ].*)?$/.test(text.trim())
const isNumber =
  (least: number, most: number) =>
  (text: string): boolean => {
    const figures = bare(text)
    return DIGITS.test(figures) && figures.length >= least && figures.length <= most
  }
const isSaid = (): boolean => true

type Sign = {
  readonly kind: PersonalKind
  /** Of its folded-case heading, with marks or without. */
  readonly heading: RegExp
  readonly value: (text: string) => boolean
}

/** A heading counts where its values are as it says: «Số tài khoản mở mới» counts accounts, «Điện thoại» of an office is none's. */
const HEADED: readonly Sign[] = [
  {
    kind: 'id-number',
    heading:
      /cccd|cmnd|cmt\b|căn cước|can cuoc|chứng minh (?:nhân dân|thư)|chung minh (?:nhan dan|thu)|định danh cá nhân|dinh danh ca nhan|hộ chiếu|ho chieu|passport|national id|mã số thuế cá nhân|ma so thue ca nhan|bhxh|bhyt|bảo hiểm (?:xã hội|y tế)|bao hiem (?:xa hoi|y te)|giấy phép lái xe|giay phep lai xe/,
    value: (text) => isNumber(8, 15)(text) || /^[A-Z]{1,2}\d{7,13}$/i.test(bare(text)),
  },
  {
    kind: 'phone',
    heading: /điện thoại|dien thoai|\bsđt\b|\bsdt\b|\bđtdđ\b|di động|di dong|\bphone|mobile|\bzalo\b|\btel\b/,
    value: isMobileHeaded,
  },
  { kind: 'email', heading: /e-?mail|thư điện tử|thu dien tu/, value: isPersonsMail },
  {
    kind: 'bank-account',
    heading: /số tài khoản|so tai khoan|tài khoản ngân hàng|tai khoan ngan hang|\bstk\b|bank account|account (?:no|number)|số thẻ|so the\b/,
    value: isNumber(6, 19),
  },
  {
    kind: 'name',
    heading:
      /họ (?:và |, ?|- ?)?(?:chữ đệm|tên)|ho (?:va )?ten|\bhọ tên|chủ hộ|chu ho\b|chủ sử dụng đất|người (?:đại diện|liên hệ|nhận|hưởng|được|khai|nộp|dân|bệnh|lao động|khuyết tật|có công)|full ?name|tên (?:học sinh|sinh viên|bệnh nhân|cán bộ|công dân|chủ|đối tượng|người)|bệnh nhân|đối tượng/,
    value: isPersonsName,
  },
  { kind: 'name', heading: /\bho (?:va )?(?:chu dem|ten)|họ (?:và )?(?:chữ đệm|tên)|full ?name/, value: isPlainName },
  {
    kind: 'vehicle',
    heading: /biển (?:số|kiểm soát)|bien (?:so|kiem soat)|\bbks\b/,
    value: (text) => /^\d{2}[A-Z]{1,2}\d?\d{4,5}$/i.test(bare(text)),
  },
  {
    kind: 'birth-date',
    heading: /(?:ngày|năm)(?:,? tháng,? năm)? sinh|(?:ngay|nam)(?: thang nam)? sinh|date of birth|birth ?(?:date|day|year)|\bdob\b/,
    value: isDateOrYear,
  },
  { kind: 'address', heading: /địa chỉ|dia chi|thường trú|thuong tru|tạm trú|tam tru|nơi ở|noi o\b|chỗ ở|address/, value: isSaid },
  // a rate is of many
  {
    kind: 'sensitive',
    heading:
      /^(?!t[ỷỉ] lệ|t[yi] le).*(?:dân tộc|dan toc|tôn giáo|ton giao|sức khỏe|suc khoe|chẩn đoán|chan doan|bệnh(?! viện| nhân)|khuyết tật|khuyet tat|tiền án|tien an|trợ cấp|tro cap|hộ nghèo|ho ngheo|diện chính sách|hoàn cảnh|hoan canh|nhóm máu|hiv)/,
    value: isSaid,
  },
]

/** Values that are so whatever their heading says. */
const BUILT: readonly Omit<Sign, 'heading'>[] = [
  { kind: 'id-number', value: (text) => isCitizenNumber(text) || isCutNumber(text) },
  { kind: 'phone', value: isMobile },
  { kind: 'email', value: isPersonsMail },
]

/** Of the values that were looked at: most, for values alone; half, where the heading says it too. */
const ALONE = 0.8
const HEADED_SHARE = 0.5
const FEWEST = 3
const LOOKED_AT = 2000
const LONGEST = 100

export type Personal = { readonly column: string; readonly kind: PersonalKind }

/** Looks at the first rows as they come. @cost some patterns a cell, of 2,000 rows */
export function personalFinder(columns: readonly { readonly name: string; readonly label: string }[]) {
  const said = columns.map((): Set<string> => new Set())
  let rows = 0
  return {
    see(cells: readonly string[]): void {
      if (rows === LOOKED_AT || cells.length !== columns.length) return
      rows += 1
      for (const [i, cell] of cells.entries()) if (cell.trim() !== '') said[i]?.add(cell.slice(0, LONGEST))
    },
    found(): readonly Personal[] {
      const parted = partedNames(columns.map(({ label }, i) => ({ label, values: [...(said[i] ?? [])] })))
      return together(
        columns.map(({ name, label }, i) => ({
          column: name,
          kind: parted.includes(i) ? 'name' : kindOf(label, [...(said[i] ?? [])]),
          names: share(isPersonsName, [...(said[i] ?? [])]),
        })),
      )
    },
  }
}

const share = (value: (text: string) => boolean, values: readonly string[]): number =>
  values.length === 0 ? 0 : values.filter(value).length / values.length

function kindOf(label: string, values: readonly string[]): PersonalKind | null {
  const heading = label.normalize('NFC').toLowerCase()
  const headed = HEADED.find((sign) => sign.heading.test(heading) && share(sign.value, values) >= HEADED_SHARE)
  if (headed !== undefined) return headed.kind
  if (values.length < FEWEST) return null
  const kind = BUILT.find((sign) => share(sign.value, values) >= ALONE)?.kind ?? null
  return kind === 'id-number' && (FIRM_HEADING.test(heading) || ofFirms(values)) && share(isCitizenNumber, values) < ALONE ? null : kind
}

const ofFirms = (values: readonly string[]): boolean => {
  const ten = values.filter((text) => /^\d{10}$/.test(whole(text)))
  return ten.length >= FEWEST && ten.every(isFirmNumber)
}

/** «Họ» and «Tên» in two columns: together they name persons, where the one has families. @returns their places */
function partedNames(columns: readonly { readonly label: string; readonly values: readonly string[] }[]): readonly number[] {
  const at = (heading: RegExp, value: (text: string) => boolean): number =>
    columns.findIndex(
      ({ label, values }) => heading.test(label.normalize('NFC').trim().toLowerCase()) && share(value, values) >= HEADED_SHARE,
    )
  const both = [at(FAMILY_HEADING, isFamily), at(GIVEN_HEADING, isGiven)]
  return both.includes(-1) ? [] : both
}

type Met = {
  readonly column: string
  readonly kind: PersonalKind | null /** Share of values built as names of persons. */
  readonly names: number
}

/** Streets are called after persons: a column of names alone is none, beside their numbers or days of birth it is. */
function together(met: readonly Met[]): readonly Personal[] {
  const ofWhom = met.some(({ kind }) => kind === 'name' || kind === 'id-number')
  const isNamed = (one: Met): boolean => one.kind === null && one.names >= ALONE
  const isBorn = met.some(({ kind }) => kind === 'birth-date') && met.some(isNamed)
  return met.flatMap((one): readonly Personal[] => {
    const { column, kind } = one
    if (kind === null)
      return isNamed(one) && (isBorn || met.some((other) => other.kind !== null && !BESIDE.has(other.kind)))
        ? [{ column, kind: 'name' }]
        : []
    return BESIDE.has(kind) && !ofWhom && !isBorn ? [] : [{ column, kind }]
  })
}

const CITIZEN_WITHIN = /(?<!\d)\d{12}(?!\d)/g
const MOBILE_WITHIN = /(?<!\d)(?:0|\+?84)[35789](?:[ .-]?\d){8}(?!\d)/
const MAIL_WITHIN = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+/g

/** A text that says anything: whether the number, the phone or the private mail of a person stands in it. */
export const holdsFiguresOfPerson = (text: string): boolean =>
  isCutNumber(text) ||
  MOBILE_WITHIN.test(text) ||
  (text.match(CITIZEN_WITHIN) ?? []).some(isCitizenNumber) ||
  (text.match(MAIL_WITHIN) ?? []).some((mail) => isPersonsMail(mail.replace(/\.$/, '')))

/** The same of a short text, which may be a name as well. */
export const isPersonal = (text: string): boolean => isPersonsName(text) || holdsFiguresOfPerson(text)
