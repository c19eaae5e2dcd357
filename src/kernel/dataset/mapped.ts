import type { Column } from './cell/column.ts'
import { comparable, shadesProvinces } from './comparable.ts'
import { accuracyOf, crsName, DEGREES, parseCrs } from './shape/crs.ts'

/** How a table can be drawn on a map: by the places its rows have, or by shading provinces with its figures. [DAT-41] */
export type Mapped = {
  /** The column of positions and shapes; null: none. */
  readonly shape: string | null
  /** The system its positions came from, how far the way to WGS 84 may have moved them, and how many shapes were repaired. [DAT-86] */
  readonly crs: string | null
  readonly accuracyMetres: number
  readonly repaired: number
  readonly figures: readonly { readonly name: string; readonly label: string }[]
}

export function mappedOf(columns: readonly Column[]): Mapped {
  const fits = comparable(columns)
  const shape = columns.find(({ type }) => type === 'geometry')
  const crs = shape === undefined ? null : (shape.crs ?? crsName(DEGREES))
  const known = crs === null ? null : parseCrs(crs)
  return {
    shape: shape?.name ?? null,
    crs,
    accuracyMetres: known === null ? 0 : accuracyOf(known),
    repaired: shape?.repaired ?? 0,
    figures: (fits !== null && shadesProvinces(fits) ? fits.figures : []).map(({ column: { name, label } }) => ({ name, label })),
  }
}

/** What a row is called: its name, else its first text. */
export const namedBy = (columns: readonly Column[]): Column | undefined =>
  columns.find(({ name, type }) => type === 'text' && /^(?:ten|tram|name)(?:_|$)/.test(name)) ?? columns.find(({ type }) => type === 'text')

/**
 * By which columns a row is told from others where it is spoken of: its name and its key; without a key, its name and its time.
 * [PAG-46]
 */
export function rowNamedBy(columns: readonly Column[], key: readonly string[]): readonly Column[] {
  const usual = namedBy(columns)
  const name = usual !== undefined && isCode(usual) ? (columns.find((one) => one.type === 'text' && !isCode(one)) ?? usual) : usual
  const keys = columns.filter((one) => key.includes(one.name))
  const time = columns.find(({ type, role }) => role === 'year' || type === 'day' || type === 'instant' || type === 'period')
  const beside = keys.length > 0 ? keys : time === undefined ? [] : [time]
  return [...new Set(name === undefined ? beside : [name, ...beside])].filter(({ type }) => type !== 'geometry')
}

const isCode = ({ name }: Column): boolean => /^(?:ma|id|code)(?:_|$)/.test(name)
