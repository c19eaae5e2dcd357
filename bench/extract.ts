import { readDirective } from '../src/kernel/directive/directive.ts'
import { atMost, report, seen } from './report.ts'

/**
 * A thousand letters of about six thousand characters, made from a seed; and hostile texts, which must take linear time.
 *
 * What is asked is asked of one core, so the seconds are those this process had a core for: others may be at work.
 */
const BODIES = [
  'Sở Y tế',
  'Sở Xây dựng',
  'Sở Nội vụ',
  'Công an tỉnh',
  'UBND các xã, phường',
  'Sở Giáo dục và Đào tạo',
  'Văn phòng UBND tỉnh',
]
const WORKS = [
  'kiểm tra các bến thuyền trên địa bàn',
  'lập danh mục công trình xuống cấp',
  'tổ chức tập huấn cho cán bộ cấp xã',
  'báo cáo UBND tỉnh kết quả thực hiện',
]
const DATES = ['trước ngày 15/6/2023', 'trong quý III năm 2023', 'chậm nhất ngày 20/12/2023', 'định kỳ hằng quý', '']

export async function bench(): Promise<void> {
  const random = seeded(20_230_301)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T)
  const letters = Array.from({ length: 1000 }, (_, n) => {
    let text = `UBND TỈNH MẪU\nSố: ${n + 1}/UBND-KT\nNgày 01 tháng 3 năm 2023\n\nKính gửi: Các sở, ban, ngành\n\n`
    for (let item = 1; text.length < 6000; item += 1)
      text += `${item}. ${pick(BODIES)} chủ trì, phối hợp với ${pick(BODIES)} ${pick(WORKS)} ${pick(DATES)}.\n\n`
    return text
  })
  readDirective(letters[0] ?? '')
  let tasks = 0
  const seconds = coreSeconds(() => {
    for (const letter of letters) tasks += readDirective(letter).tasks.length
  })
  report('extract', {
    thousand_letters_s: atMost(seconds, 5),
    tasks: seen(tasks),
    brackets_100k_s: atMost(timed('('.repeat(100_000)), 1),
    no_full_stop_1mb_s: atMost(timed('sở y tế chủ trì phối hợp với '.repeat(36_000)), 5),
    items_1mb_s: atMost(timed(`Số: 1/UBND\n\n${'1. Các doanh nghiệp: VNPT A, VNPT B\n- Rà soát.\n'.repeat(22_000)}`), 5),
    numbers_40k_s: atMost(
      timed(Array.from({ length: 20_000 }, (_, i) => `Công văn số ${i}/UBND-TH, Công văn số ${i}/UBND-TH ngày 1/1/2022.`).join('\n')),
      5,
    ),
    one_line_5mb_s: atMost(timed(`Giao ${'Sở Xây dựng, '.repeat(385_000)}`), 20),
  })
}

const timed = (text: string): number => coreSeconds(() => readDirective(text))

function coreSeconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

/** Mulberry32: the same letters in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
