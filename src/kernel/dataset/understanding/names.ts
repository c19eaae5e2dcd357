import { fold } from '../../../base/fold.ts'
import { type Column, withUnit } from '../cell/column.ts'

/**
 * Names of columns from their headings: «Dân số (người)» → `dan_so`, unit «người». Headings said twice and empty ones get
 * names of their own, and the reading says so. [DAT-5]
 */
export type Heading = { readonly name: string; readonly label: string; readonly unit: string | null; readonly repeated: boolean }

const UNIT = /^(.*?)\s*(?:\(([^()]{1,24})\)|\[([^[\]]{1,24})\]|,\s*(%))\s*$/su
const MOST = 60

export function headingsOf(cells: readonly string[]): readonly Heading[] {
  const taken = new Set<string>()
  const seen = new Set<string>()
  return cells.map((cell, i) => {
    const text = cell.replaceAll('\0', '').toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300)
    const repeated = text !== '' && seen.has(text)
    seen.add(text)
    const [, words = text, round, square, percent] = UNIT.exec(text) ?? []
    const base = fold(words === '' ? text : words)
      .replaceAll(' ', '_')
      .replace(/[^a-z0-9_]/g, '')
      .slice(0, MOST)
    const name = free(base === '' ? `cot_${i + 1}` : /^\d/.test(base) ? `c_${base}` : base, taken)
    taken.add(name)
    return { name, label: text === '' ? `Cột ${i + 1}` : text, unit: round ?? square ?? percent ?? null, repeated }
  })
}

/**
 * A heading for people: with its unit, where that is read as the unit of the same column when it comes in again. A unit that would
 * not be — of too many letters, or beside another one in brackets — is left out. [DAT-26]
 */
export function headingWithUnit(column: Pick<Column, 'label' | 'unit'>): string {
  const whole = withUnit(column)
  const [[bare], [read]] = [headingsOf([column.label]), headingsOf([whole])]
  return read?.unit === column.unit && read?.name === bare?.name ? whole : column.label
}

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let n = 2
  while (taken.has(`${name}_${n}`)) n += 1
  return `${name}_${n}`
}
