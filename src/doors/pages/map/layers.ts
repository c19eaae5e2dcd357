import { type MapSymbol, symbols } from '../../../base/map-symbols.ts'
import { sentence } from '../../../base/refusals.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { classesOf } from '../../../kernel/dataset/classes.ts'
import { comparable, shadesProvinces } from '../../../kernel/dataset/comparable.ts'
import { namedBy } from '../../../kernel/dataset/mapped.ts'
import { type Geometry, parseWkt, positionsOf } from '../../../kernel/dataset/shape/geometry.ts'
import { type Track, type TrackColumns, type TrackPoint, trackColumns, tracksIn } from '../../../kernel/dataset/shape/tracks.ts'
import { datasetGet } from '../../../operations/dataset/get-dataset.ts'
import { type CarriedDataset, datasetCarry } from '../../../operations/dataset/rows/carry-dataset.ts'
import { datasetRows } from '../../../operations/dataset/rows/list-rows.ts'
import type { DatasetView } from '../../../operations/dataset/views.ts'
import type { Asked } from '../page.ts'
import { around, type Extent, isWithin, WHOLE } from './extent.ts'

/** Datasets as layers of a map, each as whoever asks may see it. [DAT-41] */
export const MOST_LAYERS = symbols.length
/** Of one layer; more would be a blot, and a page of megabytes. */
const MOST_FEATURES = 3000
/** Points that are looked at: as ways they are lighter. */
const MOST_POINTS = 5000

type Value = string | number | boolean | null
export type Feature = {
  readonly row: string
  readonly name: string
  readonly geometry: Geometry
  readonly middle: readonly [lon: number, lat: number]
  readonly values: Readonly<Record<string, Value>>
}
export type PointLayer = {
  readonly dataset: DatasetView
  readonly symbol: MapSymbol
  readonly columns: readonly Column[]
  readonly features: readonly Feature[]
  /** Its points as ways, with the columns that say so; null: they are none. [DAT-66] */
  readonly tracks: (TrackColumns & { readonly all: readonly Track[] }) | null
  /** The reader has the points themselves drawn. */
  readonly asDots: boolean
}
export type ShadeLayer = {
  readonly dataset: DatasetView
  readonly column: Column
  readonly carried: CarriedDataset
  /** The least figure of each class. */
  readonly starts: readonly number[]
}

/** @returns null: there is no such dataset for him, or it has no column of shapes */
export async function pointLayer(asked: Asked, slug: string, place: number): Promise<PointLayer | null> {
  const asDots = dotsIn(asked.query).includes(slug)
  const found = await asked.ask(datasetGet, { id: slug })
  if (!found.ok) return null
  const shape = found.value.columns.find(({ type }) => type === 'geometry')
  const symbol = symbols[place]
  if (shape === undefined || symbol === undefined) return null
  const rows = await asked.ask(datasetRows, { id: found.value.id, limit: MOST_POINTS, filter: `${shape.name}:any:`, count: 'false' })
  if (!rows.ok) return null
  const named = namedBy(found.value.columns)
  const features = rows.value.items.flatMap(({ row, values }): Feature[] => {
    const geometry = parseWkt(String(values[shape.name] ?? ''))
    const middle = geometry === null ? undefined : middleOf([...positionsOf(geometry)])
    if (geometry === null || middle === undefined) return []
    return [{ row, geometry, middle, name: named === undefined ? '' : String(values[named.name] ?? ''), values }]
  })
  const columns = found.value.columns.filter((column) => column !== shape)
  const tracks = tracksOf(found.value, features)
  return {
    dataset: found.value,
    symbol,
    columns,
    features: tracks === null || asDots ? features.slice(0, MOST_FEATURES) : features,
    tracks,
    asDots,
  }
}

/** Layers of which the reader has points drawn, though they are ways. [DAT-66] */
export const dotsIn = (query: URLSearchParams): readonly string[] => [
  ...new Set(query.getAll('cham').flatMap((one) => one.split(',').filter((slug) => slug !== ''))),
]

function tracksOf({ columns, current }: DatasetView, features: readonly Feature[]): PointLayer['tracks'] {
  for (const { by, time } of trackColumns(columns, current.key)) {
    const points = features.flatMap(({ row, geometry, values }): TrackPoint[] => {
      const [which, when] = [values[by.name] ?? null, values[time.name] ?? null]
      return geometry.type !== 'Point' || which === null || when === null
        ? []
        : [{ row, by: String(which), time: String(when), at: geometry.coordinates }]
    })
    const all = tracksIn(points)
    if (all !== null) return { by, time, all }
  }
  return null
}

/** Why provinces are not shaded by a figure that is there. */
export type Unshaded = { readonly title: string; readonly column: string; readonly reason: string }

/**
 * Provinces of the day shaded by a figure, carried to them from whatever units the table is of. [DAT-40] [DAT-70]
 *
 * @returns null: there is no such dataset for him, or no such column
 */
export async function shadeLayer(asked: Asked, given: string): Promise<ShadeLayer | Unshaded | null> {
  const [slug = '', of = ''] = given.split(':')
  const found = await asked.ask(datasetGet, { id: slug })
  const column = found.ok ? found.value.columns.find(({ name }) => name === of) : undefined
  if (!found.ok || column === undefined) return null
  const { id, title, columns } = found.value
  const unshaded = (reason: string): Unshaded => ({ title, column: column.label, reason })
  const fits = comparable(columns)
  if (fits !== null && !shadesProvinces(fits)) return unshaded(asked.say('regionmap.unshaded.level'))
  const carried = await asked.ask(datasetCarry, { id, of, on: asked.context.today })
  if (!carried.ok) return unshaded(sentence(carried.refusal, asked.language))
  const values = carried.value.items.flatMap(({ value }) => (value === null ? [] : [Number(value)]))
  return { dataset: found.value, column, carried: carried.value, starts: classesOf(values) }
}

export const isInside = ({ middle }: Pick<Feature, 'middle'>, of: Extent): boolean => isWithin(middle, of)

/** Where the rows of layers are, those aside that lie beyond the sheet. [PAG-57] */
export const extentOf = (layers: readonly Pick<PointLayer, 'features'>[]): Extent =>
  around(
    layers.flatMap(({ features }) => features.filter((one) => isInside(one, WHOLE)).flatMap(({ geometry }) => [...positionsOf(geometry)])),
  )

const middleOf = (positions: readonly (readonly [number, number])[]): readonly [number, number] | undefined => {
  const n = positions.length
  if (n === 0) return undefined
  const [x, y] = positions.reduce(([a, b], [lon, lat]) => [a + lon, b + lat] as const, [0, 0] as const)
  return [x / n, y / n]
}
