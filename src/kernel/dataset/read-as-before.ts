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
      type: known.type,
      unit: known.unit,
      meaning: known.meaning,
      ...(known.measure === undefined ? {} : { measure: known.measure }),
      ...(known.rules === undefined ? {} : { rules: known.rules }),
      form,
      asks: form === null ? read.asks : [],
    }
  })
