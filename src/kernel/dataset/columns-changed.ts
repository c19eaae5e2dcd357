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

export const isSameDictionary = (before: readonly Column[], after: readonly Column[]): boolean =>
  Object.values(columnsChanged(before, after)).every((names) => names.length === 0)
