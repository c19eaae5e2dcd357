import type { AskedReading } from './ports.ts'

/**
 * What a person asked of a file, as it stays once the file is taken: of columns that were left out nothing but that they were.
 * [DAT-104]
 *
 * @param nameOf how a column is called in the version, where it was called by its first row before [DAT-132]
 */
export function askedTaken(asked: AskedReading, nameOf: (name: string) => string, out: ReadonlySet<string>): AskedReading {
  const isIn = ({ column }: { readonly column: string }): boolean => !out.has(column)
  const { columns, draft } = asked
  return {
    ...asked,
    places: asked.places.map((each) => placeNamed(each, nameOf)).filter(isIn),
    ...(columns === undefined
      ? {}
      : {
          columns: columns
            .map((each) => ({ ...each, name: nameOf(each.name) }))
            .map((each) => (out.has(each.name) ? { name: each.name, leftOut: true } : each)),
        }),
    ...(draft === undefined
      ? {}
      : {
          draft: {
            ...draft,
            ...(draft.key === undefined ? {} : { key: draft.key.map(nameOf) }),
            places: draft.places.map((each) => ({ ...each, column: nameOf(each.column) })).filter(isIn),
          },
        }),
  }
}

const placeNamed = ({ column, within, ...each }: AskedReading['places'][number], nameOf: (name: string) => string) => ({
  ...each,
  column: nameOf(column),
  ...(within === undefined ? {} : { within: nameOf(within) }),
})
