import type { Column } from './column.ts'

/** What a version changed of the dictionary of an earlier one, by the names of columns. Their order is no change. [DAT-90] */
export type ColumnsChanged = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** There before and after, of another type. */
  readonly retyped: readonly string[]
}

export function columnsChanged(before: readonly Column[], after: readonly Column[]): ColumnsChanged {
  const types = (columns: readonly Column[]) => new Map(columns.map(({ name, type }) => [name, type]))
  const [was, is] = [types(before), types(after)]
  return {
    added: [...is.keys()].filter((name) => !was.has(name)),
    removed: [...was.keys()].filter((name) => !is.has(name)),
    retyped: [...is].flatMap(([name, type]) => (was.has(name) && was.get(name) !== type ? [name] : [])),
  }
}

/** Whether both are read and described alike; what was only counted while rows came in is aside. [DAT-43] */
export const areReadAlike = (before: readonly Column[], after: readonly Column[]): boolean =>
  before.length === after.length && before.every((column, i) => after[i] !== undefined && saidOf(column) === saidOf(after[i]))

const saidOf = ({ name, label, type, unit, meaning, form, role, place, notPlace, crs, from, rules, measure }: Column): string =>
  JSON.stringify([
    name,
    label,
    type,
    unit,
    meaning,
    form,
    role,
    place?.on,
    place?.level,
    place?.within,
    place?.province,
    place?.settled,
    notPlace,
    crs,
    from,
    rules,
    measure,
  ])

export const isSameDictionary = (before: readonly Column[], after: readonly Column[]): boolean =>
  Object.values(columnsChanged(before, after)).every((names) => names.length === 0)
