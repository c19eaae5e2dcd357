import type { Column } from './column.ts'
import type { ReadColumn } from './reading.ts'

/**
 * A new version is read as the one before was: types, units and meanings by the names of columns. How its numbers and days are
 * written is the file's own, where it says so; what does not fit is a bad row, not another type. [DAT-9]
 */
export const readAsBefore = (columns: readonly ReadColumn[], before: readonly Column[]): readonly ReadColumn[] =>
  columns.map((read) => {
    const known = before.find(({ name }) => name === read.name)
    if (known === undefined) return read
    const form = read.type === known.type && read.form !== null ? read.form : known.form
    return {
      ...read,
      // how it was read before answers what would be asked
      nearly: undefined,
      type: known.type,
      unit: known.unit,
      meaning: known.meaning,
      ...(known.measure === undefined ? {} : { measure: known.measure }),
      ...(known.rules === undefined ? {} : { rules: known.rules }),
      form,
      asks: form === null ? read.asks : [],
    }
  })

/** What a person says of a column, by its name; absent: as it was read. */
export type ColumnSaid = { readonly name: string } & {
  readonly [K in 'label' | 'type' | 'unit' | 'meaning' | 'form' | 'role' | 'measure']?: Column[K] | undefined
}

/** What a person had said of columns before the file was read again stays with those that are still there. [DAT-43] */
export const readAsSaid = (columns: readonly ReadColumn[], said: readonly ColumnSaid[]): readonly ReadColumn[] =>
  columns.map((read) => {
    const own = said.find(({ name }) => name === read.name)
    if (own === undefined) return read
    const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
    if (own.type === undefined) return { ...read, ...given }
    const asks = own.type === read.nearly?.type ? read.nearly.asks : own.type === read.type ? read.asks : []
    return { ...read, ...given, nearly: undefined, asks, form: own.form ?? (own.type === read.nearly?.type ? read.nearly.form : read.form) }
  })
