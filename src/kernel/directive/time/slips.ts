import { fold } from '../../../base/fold.ts'

/**
 * A word of a deadline one slip of the pen away: «trươc ngày 15/6», «châm nhất ngày 15/6». [DIR-32]
 *
 * Looked for only where a date stands without such a word before it, so that a right word is never compared.
 */
const WORDS: readonly string[] = ['trước', 'chậm nhất', 'muộn nhất', 'trước ngày', 'đến hết', 'hoàn thành trước']
const folded = new Map(WORDS.map((word) => [fold(word), word] as const))
const LEAD = /(?<![\p{L}])((\p{L}+) )?((\p{L}+) )(?:là )?(?:ngày )?$/u

export type SlippedWord = { readonly start: number; readonly end: number; readonly read: string; readonly word: string }

export function slippedWord(lower: string, position: number): SlippedWord | null {
  const ahead = lower.slice(Math.max(0, position - 40), position)
  const lead = LEAD.exec(ahead)
  if (lead === null) return null
  const start = position - lead[0].length
  const [first, second] = [lead[2] ?? '', lead[4] ?? '']
  const both = `${first} ${second}`
  const two = folded.get(fold(both))
  if (first !== '' && two !== undefined && two !== both) return { start, end: start + both.length, read: two, word: two }
  const one = folded.get(fold(second)) ?? (/^tr\p{L}{2,4}c$/u.test(second) && isNear(second, 'trước') ? 'trước' : undefined)
  const at = start + (lead[1]?.length ?? 0)
  return one === undefined || one === second ? null : { start: at, end: at + second.length, read: one, word: one }
}

/** One letter added, lost or changed, marks aside. */
function isNear(written: string, word: string): boolean {
  const [a, b] = [fold(written), fold(word)]
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1)
}
