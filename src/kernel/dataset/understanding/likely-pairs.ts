import type { Column } from '../cell/column.ts'
import { headingsOf } from './names.ts'
import type { ReadColumn } from './reading.ts'
import { canBe } from './renamed.ts'

type Came = Pick<Column, 'name' | 'label'> & Pick<ReadColumn, 'type' | 'examples' | 'nearly'>

/** Of more columns that came and went the file is another table, and of no use to look at pair by pair. */
const MOST_PAIRS = 1600

/**
 * Of columns that came and went the pairs that are likely one: alike in type and words, and of no other is that so. [DAT-119]
 *
 * @cost the product of both numbers, 1600 at most, each the product of the lengths of two headings where those are about as long
 */
export function likelyPairs(came: readonly Came[], gone: readonly Column[]): ReadonlyMap<string, string> {
  if (came.length * gone.length > MOST_PAIRS) return new Map()
  const old = gone.map((column) => ({ column, words: wordsOf(column.label) }))
  const pairs = came.flatMap((one) => {
    const own = wordsOf(one.label)
    return old.flatMap(({ column, words }) => (areAlike(own, words) && canBe(one, column) ? [[one.name, column.name] as const] : []))
  })
  return new Map(pairs.filter(([a, b]) => pairs.every(([c, d]) => (a === c) === (b === d))))
}

type Words = { readonly all: readonly string[]; readonly text: string; readonly numbers: string }

function wordsOf(label: string): Words {
  const all = (headingsOf([label])[0]?.name ?? '').split('_')
  const numbers = all.filter((word) => /\d/.test(word)).toSorted()
  return { all, text: all.join(' '), numbers: numbers.join(' ') }
}

const FAR = 0.25

/** Words of one are among those of the other, or few letters are others; a year, or a number, is always the same. */
function areAlike(a: Words, b: Words): boolean {
  if (a.numbers !== b.numbers) return false
  const [few, many] = a.all.length <= b.all.length ? [a, b] : [b, a]
  if (few.text.replaceAll(' ', '').length >= 4 && few.all.every((word) => many.all.includes(word))) return true
  const far = FAR * Math.max(a.text.length, b.text.length)
  return Math.abs(a.text.length - b.text.length) <= far && distance(a.text, b.text) <= far
}

/** Letters to be added, dropped or changed. @cost the product of both lengths, of names of 60 letters at most */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
