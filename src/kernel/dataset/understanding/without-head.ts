import type { ColumnOut } from './columns-out.ts'
import type { Reading } from './reading.ts'

/** What was understood of a file, its columns called by their place; and the new name of one that was called by its first row. */
export type Headless = { readonly reading: Reading; readonly nameOf: (name: string) => string }

/** Formats of which the first row may be data. */
const HEADED: readonly string[] = ['csv', 'tsv', 'xlsx']

/**
 * What was taken for headings was the first row, as a person says: names, headings and units that were made of its cells say
 * something of that row, and everybody would be told it. Columns are called by their place. [DAT-132]
 *
 * @param before columns that the version before left out: they have such names too
 */
export function withoutHead(reading: Reading, before: readonly ColumnOut[] = []): Headless {
  if (!HEADED.includes(reading.format)) return { reading, nameOf: (name) => name }
  const names = new Map(reading.columns.map(({ name }, i) => [name, `cot_${i + 1}`]))
  const nameOf = (name: string): string => names.get(name) ?? name
  const { coordinates } = reading
  return {
    nameOf,
    reading: {
      ...reading,
      columns: reading.columns.map(
        ({ was: _was, likely: _likely, formerly: _formerly, headings: _headings, measure: _measure, ...column }, i) => {
          const name = `cot_${i + 1}`
          const leftOut = column.leftOut ?? (before.some((one) => one.name === name) ? ('before' as const) : undefined)
          return { ...column, name, label: `Cột ${i + 1}`, unit: null, renamed: false, ...(leftOut === undefined ? {} : { leftOut }) }
        },
      ),
      keys: reading.keys.map(nameOf),
      ...(reading.proposedKey === undefined ? {} : { proposedKey: reading.proposedKey.map(nameOf) }),
      places: (reading.places ?? []).map((place) => ({
        ...place,
        column: nameOf(place.column),
        within: place.within === null ? null : nameOf(place.within),
      })),
      coordinates:
        coordinates == null
          ? coordinates
          : {
              ...coordinates,
              columns: coordinates.columns.map(nameOf),
              ...(coordinates.also === undefined ? {} : { also: coordinates.also.map(nameOf) }),
            },
    },
  }
}
