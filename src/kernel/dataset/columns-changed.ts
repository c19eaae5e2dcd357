import type { Column } from './cell/column.ts'
import { headingNow } from './understanding/renamed.ts'

/** What a version changed of the dictionary of an earlier one, by the names of columns. Their order is no change. [DAT-90] */
export type ColumnsChanged = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** There before and after, of another type. */
  readonly retyped: readonly string[]
  /** There before and after, under another heading. [DAT-119] */
  readonly renamed: readonly { readonly name: string; readonly before: string; readonly after: string }[]
  /** The headings of all but these: one that went is in no later version. */
  readonly labels: Readonly<Record<string, string>>
}

export function columnsChanged(before: readonly Column[], after: readonly Column[]): ColumnsChanged {
  const types = (columns: readonly Column[]) => new Map(columns.map(({ name, type }) => [name, type]))
  const [was, is] = [types(before), types(after)]
  const added = [...is.keys()].filter((name) => !was.has(name))
  const removed = [...was.keys()].filter((name) => !is.has(name))
  const retyped = [...is].flatMap(([name, type]) => (was.has(name) && was.get(name) !== type ? [name] : []))
  const changed = new Set([...added, ...removed, ...retyped])
  const labels = Object.fromEntries([...before, ...after].flatMap(({ name, label }) => (changed.has(name) ? [[name, label]] : [])))
  const renamed = after.flatMap((column) => {
    const { name, label } = column
    const old = before.find((one) => one.name === name)
    // a label that was typed for the same heading is no other one
    const isOther = old !== undefined && old.label !== label && headingNow(old) !== headingNow(column)
    return isOther ? [{ name, before: old.label, after: label }] : []
  })
  return { added, removed, retyped, renamed, labels }
}

/** Whether both are read and described alike; what was only counted while rows came in is aside. [DAT-43] */
export const areReadAlike = (before: readonly Column[], after: readonly Column[]): boolean =>
  before.length === after.length && before.every((column, i) => after[i] !== undefined && saidOf(column) === saidOf(after[i]))

const saidOf = ({ name, label, type, unit, meaning, form, role, place, notPlace, crs, from, rules, measure }: Column): string => {
  const { unmatched: _counted, settled, ...day } = place ?? {}
  const chosen = settled?.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.place < b.place ? -1 : 1))
  const said = [name, label, type, unit, meaning, form, role, { ...day }, chosen, notPlace, crs, from, rules, measure]
  return JSON.stringify(said, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value))
}

/** A database gives fields back in an order of its own. */
const sorted = (record: object): object => Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

export const isSameDictionary = (before: readonly Column[], after: readonly Column[]): boolean =>
  Object.keys(columnsChanged(before, after).labels).length === 0

/** Columns of either, as the later has them; those that went stand last. */
export const columnsOfBoth = (before: readonly Column[], after: readonly Column[]): readonly Column[] => [
  ...after,
  ...before.filter(({ name }) => after.every((one) => one.name !== name)),
]
