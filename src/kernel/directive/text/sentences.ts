import type { Reading } from './reading.ts'

/**
 * Sentences of a paragraph, without their final punctuation.
 *
 * A full stop ends a sentence when a capital follows; not after «TP.», an initial or «v.v.», and not inside «Điều 4.2».
 */
export type Piece = readonly [start: number, end: number]

const ABBREVIATED = /(?:^|[\s("“])(?:tp|ts|ths|pgs|gs|bs|tx|q|p|st|kt|tm|tl|tr|vd|đ\/c|\p{Lu})$/iu
const TRIM = /[\s.;:,!?…/]/u

/** Without blanks at either end and without final punctuation; closing brackets and quotation marks stay. */
export function trimmed(text: string, start: number, end: number): Piece {
  let [a, b] = [start, end]
  while (a < b && /[\s;,:.]/.test(text.charAt(a))) a++
  while (b > a && TRIM.test(text.charAt(b - 1))) b--
  return [a, b]
}

export function sentencesOf(reading: Reading, start: number, end: number): readonly Piece[] {
  const { text } = reading
  const pieces: Piece[] = []
  let from = start
  for (let i = start; i < end; i++) {
    const char = text[i]
    if (char !== '.' && char !== '!' && char !== '?' && char !== '…') continue
    const next = /^[.…"”»)]*(?:\[\d+\])? ?(?=["“«(]?\p{Lu})/u.exec(text.slice(i + 1, i + 12))
    if (next === null || (char === '.' && next[0] === '') || ABBREVIATED.test(text.slice(Math.max(from, i - 8), i))) continue
    if (/\d/.test(text.charAt(i - 1)) && /^\d/.test(text.slice(i + 1))) continue
    const piece = trimmed(text, from, i + 1)
    if (piece[1] > piece[0]) pieces.push(piece)
    from = i + 1 + next[0].length
  }
  const last = trimmed(text, from, end)
  if (last[1] > last[0]) pieces.push(last)
  return pieces
}

/** Clauses between semicolons; those inside brackets stay together. */
export function clausesOf(reading: Reading, [start, end]: Piece): readonly Piece[] {
  const { text } = reading
  const pieces: Piece[] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const char = text[i]
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (char === ';' && depth === 0) {
      pieces.push(trimmed(text, from, i))
      from = i + 1
    }
  }
  pieces.push(trimmed(text, from, end))
  return pieces.filter(([a, b]) => b > a)
}
