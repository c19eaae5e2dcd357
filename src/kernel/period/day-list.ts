import { addDays, type Day, daysBetween, parseDay } from './day.ts'

/** No decision closes a whole year. */
const LONGEST = 60

const PIECE = /[\n;,]+/
const SPAN =
  /^(?:từ(?:\s+hết)?(?:\s+ngày)?\s+)?(?<from>[\d/.-]+?)\s*(?:–|—|\s-\s|(?<=\/\d{4})-(?=\d{1,2}\/)|đến(?:\s+hết)?(?:\s+ngày)?|to)\s*(?<to>[\d/.-]+)$/i
const LABEL = /^(?:ngày\s+)?/i

/**
 * Days as people write a list of them: one a line or between commas, a run as `16/02/2027 – 20/02/2027` or «từ 16/02/2027 đến hết
 * 20/02/2027». In order as written. @returns the piece that is neither a day nor a run of at most sixty, instead of days
 */
export function readDayList(text: string): { readonly days: readonly Day[] } | { readonly bad: string } {
  const days: Day[] = []
  for (const piece of text.split(PIECE).map((one) => one.trim())) {
    if (piece === '') continue
    const { from: first = piece.replace(LABEL, ''), to: last = first } = SPAN.exec(piece)?.groups ?? {}
    const [from, to] = [parseDay(first), parseDay(last)]
    if (from === null || to === null || to < from || daysBetween(from, to) >= LONGEST) return { bad: piece }
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  }
  return { days }
}
