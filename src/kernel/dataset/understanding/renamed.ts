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

type Known = Pick<Column, 'name' | 'label' | 'formerly' | 'headings'>

/** Of a column that was stored before names of headings were kept: what its labels alone would give. */
const knownAs = ({ name, label, formerly, headings }: Known): readonly string[] =>
  headings ?? (formerly === undefined ? [name] : [...formerly.map(nameOf), nameOf(label)])

/** The name that the heading had under which it came last. */
export const headingNow = (known: Known): string => knownAs(known).at(-1) ?? known.name

/** Which column of the version before each is, by the name of its heading. What is new has a name that none of the others has. */
export function identities(headings: readonly string[], before: readonly Column[], said: readonly WasSaid[]): ReadonlyMap<string, string> {
  const file = before.filter(({ from }) => from === undefined)
  const there = new Set(headings)
  const known = new Set(file.map(({ name }) => name))
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const take = (heading: string, name: string): void => {
    if (!there.has(heading) || names.has(heading) || taken.has(name)) return
    names.set(heading, name)
    taken.add(name)
  }
  const others = new Set(said.flatMap(({ heading, is }) => (is === null ? [heading] : [])))
  const claim = (heading: string, name: string): void => {
    if (!others.has(heading)) take(heading, name)
  }
  for (const { heading, is } of said) if (is !== null && known.has(is)) take(heading, is)
  // one that we gave out for programs has each column under its name
  const isOurs = file.every((one) => there.has(one.name) && (known.has(headingNow(one)) || !there.has(headingNow(one))))
  if (isOurs) for (const { name } of file) claim(name, name)
  // its last heading goes before the one it was named after, and both before older ones
  for (const one of file) claim(headingNow(one), one.name)
  for (const { name } of file) claim(name, name)
  // one that we gave out for people has each under the label that was typed for it
  for (const { name, label } of file) claim(nameOf(label), name)
  for (const one of file) for (const heading of knownAs(one)) claim(heading, one.name)
  for (const heading of headings) {
    let name = heading
    for (let n = 2; !names.has(heading); n += 1) {
      if (!known.has(name) && (name === heading || !there.has(name))) take(heading, name)
      name = `${heading}_${n}`
    }
  }
  return names
}

/**
 * The first heading that would be the name of another column because of what is said: a file of ours for programs, whose headings
 * are names, would come back with both exchanged. [DAT-98]
 */
export function crossedIn(names: ReadonlyMap<string, string>, said: readonly WasSaid[]): WasSaid | null {
  const bears = new Map([...names].map(([heading, name]) => [name, heading]))
  const saidOf = (heading: string | undefined): WasSaid | undefined => said.find((one) => one.heading === heading && one.is !== null)
  for (const [heading, name] of names) {
    if (name === heading || !bears.has(heading)) continue
    const one = saidOf(heading) ?? saidOf(bears.get(heading))
    if (one !== undefined) return one
  }
  return null
}

/** Whether a label is what a file had above it; else a person typed it, or a schema said it. */
export function isHeading(label: string, heading: string): boolean {
  const name = nameOf(label)
  return heading === name || (heading.startsWith(`${name}_`) && /^\d+$/.test(heading.slice(name.length + 1)))
}

/** Whether it came under the label that a person typed, as what we give out for people does: then its heading is as it was. */
export const isTypedLabel = (heading: string, known: Known): boolean => nameOf(known.label) === heading && !knownAs(known).includes(heading)

/** By what a column is known, whose heading is of that name: headings under which it came, but for the one it has now. [DAT-119] */
export function knownBy(heading: string, label: string, known: Known): Pick<Column, 'formerly' | 'headings'> {
  const all = knownAs(known)
  const last = headingNow(known)
  const headings = [...all.filter((one) => one !== heading), heading].slice(-MOST)
  // a label that was typed is no heading of any file
  const labels = heading === last || !isHeading(known.label, last) ? (known.formerly ?? []) : [...(known.formerly ?? []), known.label]
  const others = labels.filter(
    (one, i) => nameOf(one) !== nameOf(label) && labels.findLastIndex((other) => nameOf(other) === nameOf(one)) === i,
  )
  return {
    headings: headings.length === 1 && heading === known.name ? undefined : headings,
    formerly: others.length === 0 ? undefined : others.slice(-MOST),
  }
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
      if (name === column.name) return column
      const known = before.find((one) => one.name === name)
      const read = { ...column, name, heading: column.name }
      if (known === undefined || headingNow(known) === column.name || isTypedLabel(column.name, known)) return read
      const from = said.some(({ heading, is }) => heading === column.name && is === name) ? 'asked' : 'before'
      return { ...read, was: { heading: column.name, label: known.label, from } }
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
