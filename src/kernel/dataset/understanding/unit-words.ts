import { UNIT_WORDS } from '../cell/number-text.ts'

/** Units as tables of offices write them: «người», «triệu đồng», «1.000 tấn», «người/km²», «%». [DAT-109] */
const SCALE = '(?:(?:trăm|chục|vạn|nghìn|ngàn|triệu|tỷ|tỉ|1[.,]?000|10\\^?\\d)\\s+)?'
const MORE =
  '%|‰|₫|đ|°C|VNĐ|VND|tr\\.?\\s?đ|trđ|lượt|lượt người|lượt khách|khách|lao động|doanh nghiệp|hợp tác xã|dự án|công trình|cơ sở|hộ nghèo|học sinh|sinh viên|giáo viên|bác sĩ|bác sỹ|giường bệnh|phòng|bộ|tàu|xe|đơn vị|ý kiến|văn bản|hồ sơ|nhiệm vụ|điểm %|điểm phần trăm|mg|µg|kg|MJ|TJ|ppm|dB|NTU|ngày công|đô la Mỹ'
const ONE = `${SCALE}(?:${UNIT_WORDS}|${MORE})`
const UNIT = new RegExp(`^${ONE}(?:\\s*/\\s*${ONE})?$`, 'iu')

const SIGNS = /^(?:Đ|K|M|G|T)(?!\p{Ll})/u
const BRACKETS = /^\(\s*([^()]*?)\s*\)$/
/** @returns null: it is none that is known */
export function unitOf(text: string): string | null {
  const said = text.trim().normalize('NFC')
  const bare = BRACKETS.exec(said)?.[1] ?? said
  if (bare.length > 24 || !UNIT.test(bare)) return null
  // «Tỷ đồng» begins a line, «MW» is written so
  return /^\p{Lu}(?:\p{Ll}|$)/u.test(bare) && !SIGNS.test(bare) ? bare[0]?.toLowerCase() + bare.slice(1) : bare
}
