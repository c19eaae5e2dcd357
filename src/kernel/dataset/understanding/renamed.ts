import { isBad } from '../cell/cell.ts'
import { readerOf } from '../cell/cell-reader.ts'
import type { Column } from '../cell/column.ts'
import { headingsOf } from './names.ts'
import type { ReadColumn, Reading } from './reading.ts'

/**
 * A column whose heading changed is the column it was where a person says so, and again wherever that heading, or an older one,
 * comes back: it keeps the name by which programs read it, with all that is said of it, and its new heading. [DAT-119]
 */
export type WasSaid = {
  /** As the heading of the file names it. */
  readonly heading: string
  /** Name of the column of the version before that it is; null: it is another one. */
  readonly is: string | null
}

export type Was = {
  /** The name that its heading would give it. */
  readonly heading: string
  /** The heading it had in the version before. */
  readonly label: string
  readonly from: 'asked' | 'before'
}

const nameOf = (label: string): string => headingsOf([label])[0]?.name ?? ''

/** Which column of the version before each is, by the name of its heading. What is new has a name that none of the others has. */
export function identities(headings: readonly string[], before: readonly Column[], said: readonly WasSaid[]): ReadonlyMap<string, string> {
  const file = before.filter(({ from }) => from === undefined)
  const names = new Map<string, string>()
  const isFree = (name: string): boolean => [...names.values()].every((one) => one !== name)
  const take = (heading: string, name: string): void => {
    if (headings.includes(heading) && !names.has(heading) && isFree(name)) names.set(heading, name)
  }
  const isSaid = (heading: string): boolean => said.some((one) => one.heading === heading)
  for (const { heading, is } of said) if (is !== null && file.some(({ name }) => name === is)) take(heading, is)
  // its last heading goes before the one it was named after, and both before older ones
  for (const { name, label, formerly } of file) if (formerly !== undefined && !isSaid(nameOf(label))) take(nameOf(label), name)
  for (const { name } of file) if (!said.some((one) => one.heading === name && one.is === null)) take(name, name)
  for (const { name, formerly = [] } of file) for (const label of formerly) if (!isSaid(nameOf(label))) take(nameOf(label), name)
  for (const heading of headings) {
    let name = heading
    for (let n = 2; !names.has(heading); n += 1) {
      take(heading, name)
      name = `${heading}_${n}`
    }
  }
  return names
}

/** Headings under which a column came, but for the one it has now. Absent: it always had that. */
export function formerlyOf(label: string, known: Pick<Column, 'label' | 'formerly'>): Pick<Column, 'formerly'> {
  const all = nameOf(label) === nameOf(known.label) ? (known.formerly ?? []) : [...(known.formerly ?? []), known.label]
  const others = all.filter((one, i) => nameOf(one) !== nameOf(label) && all.findLastIndex((other) => nameOf(other) === nameOf(one)) === i)
  return others.length === 0 ? {} : { formerly: others.slice(-MOST) }
}
const MOST = 20

type Found = Pick<Reading, 'columns' | 'keys' | 'proposedKey'>

/** What was read of a file, by the names that its columns have. */
export function renamedIn<F extends Found>(
  found: F,
  names: ReadonlyMap<string, string>,
  before: readonly Column[],
  said: readonly WasSaid[],
): F {
  const nameIn = (heading: string): string => names.get(heading) ?? heading
  return {
    ...found,
    keys: found.keys.map(nameIn),
    proposedKey: found.proposedKey?.map(nameIn),
    columns: found.columns.map((column): ReadColumn => {
      const name = nameIn(column.name)
      const known = before.find((one) => one.name === name)
      if (known === undefined || name === column.name || nameOf(known.label) === column.name) return { ...column, name }
      const from = said.some(({ heading, is }) => heading === column.name && is === name) ? 'asked' : 'before'
      return { ...column, name, was: { heading: column.name, label: known.label, from } }
    }),
  }
}

/** Columns of the version before that a file does not have. */
export const columnsGone = (before: readonly Column[], names: readonly string[]): readonly Pick<Column, 'name' | 'label' | 'type'>[] =>
  before.flatMap(({ name, label, type, from }) => (from !== undefined || names.includes(name) ? [] : [{ name, label, type }]))

const isNumber = ({ type }: Pick<Column, 'type'>): boolean => type === 'integer' || type === 'decimal'
const isTime = ({ type }: Pick<Column, 'type'>): boolean => type === 'day' || type === 'instant'

/** Whether what was read can be that column: by type, or because its first cells read so. */
export function canBe(read: Pick<ReadColumn, 'type' | 'examples' | 'nearly'>, known: Column): boolean {
  if (known.type === 'geometry' || read.type === 'geometry') return known.type === read.type
  if (known.type === 'text' || known.type === read.type || known.type === read.nearly?.type) return true
  if ((isNumber(known) && isNumber(read)) || (isTime(known) && isTime(read))) return true
  const reader = readerOf(known)
  return read.examples.every((example) => !isBad(reader(example)))
}

type Named = Pick<Column, 'name' | 'label'>

/** Of columns that came and went the pairs that are likely one: alike in type and words, and of no other is that so. */
export function likelyPairs(
  came: readonly (Named & Pick<ReadColumn, 'type' | 'examples' | 'nearly'>)[],
  gone: readonly Column[],
): ReadonlyMap<string, string> {
  const pairs = came.flatMap((one) =>
    gone.flatMap((other) => (canBe(one, other) && areAlike(one.label, other.label) ? [[one.name, other.name] as const] : [])),
  )
  return new Map(pairs.filter(([a, b]) => pairs.every(([c, d]) => (a === c) === (b === d))))
}

const FAR = 0.25
const words = (label: string): readonly string[] => nameOf(label).split('_')
const numbers = (all: readonly string[]): string =>
  all
    .filter((word) => /\d/.test(word))
    .toSorted()
    .join(' ')

/** Words of one are among those of the other, or few letters are others; a year, or a number, is always the same. */
function areAlike(a: string, b: string): boolean {
  const [x, y] = [words(a), words(b)]
  if (numbers(x) !== numbers(y)) return false
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  const isPart = few.join('').length >= 4 && few.every((word) => many.includes(word))
  const [p, q] = [x.join(' '), y.join(' ')]
  return isPart || distance(p, q) <= FAR * Math.max(p.length, q.length)
}

/** Letters to be added, dropped or changed. @cost the product of both lengths, of headings of 300 letters at most */
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
