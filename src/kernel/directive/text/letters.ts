import type { Extraction } from '../extraction.ts'

/**
 * Where letters begin in a text: a second letterhead, the state's name with a number of its own beside it, begins a second
 * letter. Its tasks are read with the first one's identity, so each says that a person must look. [DIR-35]
 */
const MOTTO = /cộng h(?:òa|oà) xã hội chủ nghĩa việt nam/iu
const NUMBER = /^[\s|]*số\s*:?\s*\d+\s*[-/]/iu
/** In «nghĩa», however its marks are written: most lines have none, and are not looked at further. */
const SYLLABLE = /ngh/i
const isNumber = (words: string): boolean =>
  words.length < 300 && [words, ...words.split(/[|\t]/)].some((cell) => NUMBER.test(cell.normalize('NFC')))
/** Lines between the state's name and the number beside it. */
const NEAR = 6
const nearTo = (line: number): number[] => Array.from({ length: 2 * NEAR + 1 }, (_, i) => line - NEAR + i)

export function lettersIn(text: string): readonly number[] {
  const starts: number[] = []
  const mottos: { readonly line: number; readonly at: number }[] = []
  const lines = text.split('\n')
  let at = 0
  for (const [line, words] of lines.entries()) {
    // a letterhead's line is short: a long one is not even looked at
    if (words.length < 300 && SYLLABLE.test(words) && MOTTO.test(words.normalize('NFC'))) mottos.push({ line, at })
    at += words.length + 1
  }
  const numbers = [...new Set(mottos.flatMap(({ line }) => nearTo(line)))].filter((line) => isNumber(lines[line] ?? ''))
  // a number belongs to the state's name nearest to it: a form in the annex has the name and no number of its own
  const numbered = new Set<number>()
  let near = 0
  for (const line of numbers) {
    const away = (i: number): number => Math.abs((mottos[i]?.line ?? Number.POSITIVE_INFINITY) - line)
    while (near + 1 < mottos.length && away(near + 1) < away(near)) near += 1
    if (away(near) <= NEAR) numbered.add(near)
  }
  for (const [i, motto] of mottos.entries()) if (numbered.has(i)) starts.push(motto.at)
  return starts
}

const OF_SECOND = 'Thuộc văn bản thứ hai trong cùng tệp'
const QUOTED = 'Nằm trong ngoặc kép, có thể là lời trích của văn bản khác'

/** Says of each task whose letter it may be: of a second one, or of one that is quoted in full. [DIR-35, DIR-37] */
export function withLetters(text: string, tasks: Extraction['tasks']): Extraction['tasks'] {
  const second = lettersIn(text)[1] ?? Number.POSITIVE_INFINITY
  const quotes = quotesIn(text)
  let next = 0
  return tasks.map((task) => {
    // tasks come in the order of the text, and so do quotations
    while ((quotes[next]?.[1] ?? Number.POSITIVE_INFINITY) <= task.start) next += 1
    // begun before it, or inside it and not over at its end: «Bộ X đề nghị: “UBND các tỉnh …”»
    const [open, close] = quotes[next] ?? [Number.POSITIVE_INFINITY, 0]
    const isQuoted = open < task.start || (open < task.end && close >= task.end)
    const reasons = [task.check, task.start < second ? null : OF_SECOND, isQuoted ? QUOTED : null].filter((one) => one !== null)
    return reasons.length === 0 ? task : { ...task, check: reasons.join('; ') }
  })
}

/** A quotation that holds a sentence, not a name or a title. */
const LONG = 40

/** Opening and closing; a straight mark is both, and its quotation ends in the line it began in. */
const MARKS = [
  ['“', '”'],
  ['«', '»'],
  ['"', '"'],
] as const

/** What stands between two marks. @cost one pass a kind of mark */
function quotesIn(text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (const [open, close] of MARKS)
    for (let from = text.indexOf(open); from >= 0; ) {
      const to = text.indexOf(close, from + 1)
      if (to < 0) break
      const isBroken = open === close && text.slice(from, to).includes('\n')
      if (to - from > LONG && !isBroken) found.push([from, to])
      from = isBroken ? to : text.indexOf(open, to + 1)
    }
  return found.toSorted((a, b) => a[0] - b[0])
}
