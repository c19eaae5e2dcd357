/** A change as a value that can be reversed: `{field: [before, after]}`, only the fields that differ. [HIS-3] */
export type Difference = Readonly<Record<string, readonly [unknown, unknown]>>

export function differenceOf<T extends object>(before: object, after: T): Difference {
  const was = new Map(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => value !== undefined && JSON.stringify(was.get(field) ?? null) !== JSON.stringify(value))
      .map(([field, value]) => [field, [was.get(field) ?? null, value] as const]),
  )
}
