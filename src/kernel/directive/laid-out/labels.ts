import type { Day } from '../../period/day.ts'
import { bodiesAt } from '../body/bodies.ts'
import type { Item } from '../text/items.ts'
import type { Reading } from '../text/reading.ts'
import type { DeadlineAt } from '../time/deadlines.ts'
import { labelledDeadline } from '../time/labelled-deadlines.ts'

/**
 * Plans say a task's roles in lines of their own: «- Cơ quan chủ trì: …», «- Thời gian thực hiện: …». [DIR-21]
 * Such a line belongs to the item above it.
 */
export type Label = {
  readonly kind: 'lead' | 'partners' | 'time' | 'other'
  readonly value: number
  readonly deadline: (issued: Day | null) => DeadlineAt | null
}

const LABELS: readonly (readonly [Label['kind'], RegExp])[] = [
  [
    'lead',
    /^(?:cơ quan|đơn vị|bộ phận)(?: (?:được giao|chịu trách nhiệm))?(?: (?:chủ trì|thực hiện|đầu mối|chủ trì thực hiện|chủ trì tham mưu|tham mưu|phụ trách))+ ?: ?|^(?:chủ trì|thực hiện|phân công(?: thực hiện| chủ trì)?|trách nhiệm(?: thực hiện)?|giao) ?: ?/u,
  ],
  ['partners', /^(?:(?:cơ quan|đơn vị) )?(?:cùng )?phối hợp(?: thực hiện)? ?: ?/u],
  ['time', /^(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|hoàn tất|báo cáo|trình|ban hành|triển khai))* ?: ?/u],
  [
    'other',
    /^(?:sản phẩm|kết quả|nội dung(?: thực hiện)?|hình thức|địa điểm|kinh phí|mục tiêu|yêu cầu)(?: (?:đầu ra|dự kiến|hoàn thành))? ?: ?/u,
  ],
]

export function labelOf(reading: Reading, item: Item): Label | null {
  const head = reading.lower.slice(item.start, Math.min(item.end, item.start + 60))
  for (const [kind, pattern] of LABELS) {
    const match = pattern.exec(head)
    const isBare = match?.[0].startsWith('thực hiện') === true && bodiesAt(reading, item.start + match[0].length) === null
    if (match !== null && !isBare && item.start + match[0].length < item.end) {
      return { kind, value: item.start + match[0].length, deadline: (issued) => labelledDeadline(reading, item.start, item.end, issued) }
    }
  }
  return null
}
