import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { PlaceRead, Reading } from '../../../kernel/dataset/understanding/reading.ts'
import type { Context } from '../../operation.ts'
import type { PlacePorts } from '../../place/ports.ts'
import type { PlaceChosen } from './ports.ts'

/** Columns that a person took for places, and which place each text is that is none, or several. */
export type Placed = { readonly columns: readonly Column[]; readonly places: readonly PlaceChosen[] }
type Taken = readonly {
  readonly column: string
  readonly is?: readonly { readonly value: string; readonly place: string | null }[] | undefined
}[]

/** A day that only fits was never said by anybody: such a column is a place when a person takes it. [DAT-20] */
const isSaid = ({ from }: PlaceRead): boolean => from !== 'fit'

export async function placesFrom(
  ports: PlacePorts,
  context: Context,
  reading: Reading,
  columns: readonly Column[],
  taken: Taken | undefined,
): Promise<Result<Placed, Refusal>> {
  const read = reading.places ?? []
  const all: Taken = taken ?? read.filter(isSaid).map(({ column }) => ({ column }))
  const stray = all.find(({ column }) => !read.some((one) => one.column === column))
  if (stray !== undefined) return refuse({ code: 'import-no-place', data: { column: stray.column } })
  // a column that is left out is none; one of which others are read within is not left out unseen [DAT-104]
  const isOut = (name: string): boolean => columns.every((column) => column.name !== name)
  const wanted = all.filter(({ column }) => !isOut(column))
  const isLost = ({ column, within }: PlaceRead): boolean =>
    within !== null && isOut(within) && all.some((one) => one.column === within) && wanted.some((one) => one.column === column)
  const lost = read.find(isLost)
  if (lost !== undefined) {
    const labelOf = (name: string | null): string => reading.columns.find((one) => one.name === name)?.label ?? ''
    return refuse({ code: 'import-out-within', data: { column: labelOf(lost.within), of: labelOf(lost.column) } })
  }
  const places = wanted.flatMap(({ column, is = [] }): PlaceChosen[] => {
    // what was settled before stands where nobody says otherwise now [DAT-116]
    const before = (read.find((one) => one.column === column)?.settled ?? []).filter(({ value }) => is.every((one) => one.value !== value))
    return [...before, ...is].flatMap(({ value, place }) => (place === null ? [] : [{ column, value, place }]))
  })
  for (const { place } of places)
    if ((await ports.places.get(place, context.today)) === null)
      return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'địa giới' : 'place' } })
  return ok({
    places,
    columns: columns.map((column) => {
      const own = wanted.some((one) => one.column === column.name) ? read.find((one) => one.column === column.name) : undefined
      const isRead = read.some((one) => one.column === column.name)
      // left where a person answered, it is no place, and is not proposed again [DAT-82]
      if (own === undefined) return taken !== undefined && isRead ? { ...column, notPlace: true } : column
      const within = wanted.some((one) => one.column === own.within) ? own.within : null
      const left = wanted.find((one) => one.column === own.column)?.is ?? []
      const resting = (own.resting ?? []).filter(({ value }) => !left.some((one) => one.value === value && one.place === null))
      const settled = [...resting, ...places.filter((one) => one.column === own.column).map(({ value, place }) => ({ value, place }))]
      const place = {
        on: own.on,
        level: own.level,
        within,
        ...(own.province == null ? {} : { province: own.province.id }),
        ...(settled.length === 0 ? {} : { settled }),
      }
      return { ...column, notPlace: undefined, role: 'place', place }
    }),
  })
}
