import { type Column, centuryOf, formsOf, isTurned, textForm } from '../cell/column.ts'
import { headingsOf, headingWithUnit } from './names.ts'
import type { ReadColumn } from './reading.ts'
import { headingNow, isHeading, isTypedLabel, knownBy } from './renamed.ts'

/**
 * A new version is read as the one before was: types, units and meanings by the names of columns, and in which order its days are
 * written, where the file does not say. What does not fit is a bad row, not another type. [DAT-9]
 *
 * How numbers are written is the file's own: one that we gave out has «1.125» where the file before had «1,125». [DAT-63]
 */
export const readAsBefore = (columns: readonly ReadColumn[], before: readonly Column[]): readonly ReadColumn[] =>
  columns.map(({ split = false, ...read }) => {
    const known = before.find(({ name }) => name === read.name)
    if (known === undefined) return read.heading === undefined ? read : { ...read, headings: [read.heading] }
    const own = read.heading ?? read.name
    const heading = read.label === read.name || isTypedLabel(own, known) ? headingNow(known) : own
    // under the heading of before the label stays that a person typed for it
    const isTyped = heading === headingNow(known) && !isHeading(known.label, heading)
    const label = isTyped || isOwnHeading(read, known) ? known.label : read.label
    return {
      ...read,
      label,
      ...knownBy(heading, label, known),
      // how it was read before answers what would be asked
      nearly: undefined,
      type: known.type,
      // what the file says of its unit goes before what the one before said: thousands are not ones; of the same heading a person said it
      unit: isSameHeading(read, known) ? known.unit : (read.unit ?? known.unit),
      meaning: known.meaning,
      ...(known.measure === undefined ? {} : { measure: known.measure }),
      ...(known.notPlace === undefined ? {} : { notPlace: true }),
      ...(known.rules === undefined ? {} : { rules: known.rules }),
      ...(isNumber(known) ? numbersAs(read, split, known) : daysAs(read, known)),
    }
  })

/** A file for programs has names where the one before had headings; one for people has units in them. [DAT-26] */
const isOwnHeading = (read: ReadColumn, known: Column): boolean => read.label === read.name || read.label === headingWithUnit(known)

/** Its unit is that of the heading, and the heading is as it was when a person looked at both. */
const isSameHeading = ({ label, unit }: ReadColumn, known: Column): boolean =>
  label === known.label && unit !== null && headingsOf([label])[0]?.unit === unit

type Way = Pick<ReadColumn, 'form' | 'asks'>
const isNumber = ({ type }: Pick<Column, 'type'>): boolean => type === 'integer' || type === 'decimal'

/** Asked where its numbers can be read in two ways, or some can and the others speak against how they were read before. */
function numbersAs(read: ReadColumn, split: boolean, known: Column): Way {
  const own = isNumber(read) ? read : read.nearly !== undefined && isNumber(read.nearly) ? read.nearly : null
  if (own === null) return { form: known.form, asks: [] }
  const isTurned = split && own.form !== null && known.form !== null && own.form !== known.form
  return own.asks.length > 0 || isTurned ? { form: null, asks: formsOf('decimal') } : { form: own.form, asks: [] }
}

/** Whether its days were turned is its own file's; so is a year of two figures where the one before had none. [DAT-108] [DAT-137] */
function daysAs(read: ReadColumn, known: Column): Way {
  const own = read.nearly?.type === known.type ? read.nearly : read
  const asks = own.asks.filter((one) => formsOf(known.type).includes(one))
  const isShort = asks.some((form) => centuryOf(form) !== null) && (known.form === null || !asks.includes(known.form))
  if (asks.some(isTurned) || isShort) return { form: null, asks }
  const form = own.type === known.type && own.form !== null ? own.form : textForm(known.form)
  return { form, asks: form === null ? asks : [] }
}

/** What a person says of a column, by its name; absent: as it was read. */
export type ColumnSaid = { readonly name: string } & {
  readonly [K in 'label' | 'type' | 'unit' | 'meaning' | 'form' | 'role' | 'measure']?: Column[K] | undefined
} & {
  /** It is not taken; false: it is, though the version before left it out. [DAT-104] */
  readonly leftOut?: boolean | undefined
}

/** What a person had said of columns before the file was read again stays with those that are still there. [DAT-43] */
export const readAsSaid = (columns: readonly ReadColumn[], said: readonly ColumnSaid[]): readonly ReadColumn[] =>
  columns.map((read) => {
    const own = said.find(({ name }) => name === read.name)
    if (own === undefined) return read
    const { measure, leftOut: _out, ...others } = own
    const given = {
      ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
      ...(measure === undefined ? {} : { measure }),
    }
    if (own.type === undefined) return { ...read, ...given }
    const asks = own.type === read.nearly?.type ? read.nearly.asks : own.type === read.type ? read.asks : []
    return { ...read, ...given, nearly: undefined, asks, form: own.form ?? (own.type === read.nearly?.type ? read.nearly.form : read.form) }
  })
