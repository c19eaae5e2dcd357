import { type Cell, cellText } from '../../../kernel/dataset/cell/cell.ts'
import { readerOf } from '../../../kernel/dataset/cell/cell-reader.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { crsOfShape, readShape } from '../../../kernel/dataset/cell/geometry-text.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { crsName, DEGREES, isGiven, isInVietnam, isWeb, parseCrs, toWgs84 } from '../../../kernel/dataset/shape/crs.ts'
import { type Position, positionsOf } from '../../../kernel/dataset/shape/geometry.ts'
import { type Area, areaOf, lies } from '../../../kernel/dataset/shape/lie.ts'
import { allMeridians, meridiansOf } from '../../../kernel/dataset/shape/meridians.ts'
import type { CoordinatesRead } from '../../../kernel/dataset/understanding/reading.ts'
import { pairOf } from '../../../kernel/dataset/understanding/role.ts'
import { dayAt } from '../../../kernel/period/day.ts'
import type { StoredImport } from '../../../operations/dataset/import/ports.ts'
import { provincesNamed } from '../../../operations/dataset/import/province-of-names.ts'
import type { PlacePorts, StoredPlace } from '../../../operations/place/ports.ts'
import type { Source } from '../formats/source.ts'
import { fromRegister } from './place-cells.ts'
import type { Deps } from './working.ts'

/** Rows by which it is told where a file lies: some of them, from all over what was looked at. */
const KEPT = 400
const SHOWN = 6

type Kept = Pick<SourceRow, 'at' | 'cells'>

export function pointsOf(head: readonly string[]): { see(row: SourceRow): void; kept(): readonly Kept[] } {
  let kept: Kept[] = []
  let step = 1
  let seen = 0
  return {
    see({ at, cells, bad }) {
      if (bad !== null || cells.length !== head.length) return
      if (seen % step === 0) kept.push({ at, cells })
      seen += 1
      if (kept.length < KEPT * 2) return
      kept = kept.filter((_, i) => i % 2 === 0)
      step *= 2
    },
    kept: () => kept,
  }
}

/** In which system the coordinates of a file are: as it says, as was said before, or as a proposal. Null: it has none. [DAT-22] */
export async function coordinatesIn(
  deps: Deps,
  one: StoredImport,
  source: Saying,
  columns: readonly Column[],
  rows: readonly Kept[],
  before: readonly Column[],
): Promise<CoordinatesRead | null> {
  const [shape = -1, ...others] = shapesOf(columns)
  const pair = shape < 0 ? pairOf(columns) : null
  if (shape < 0 && pair === null) return null
  const names = pair ?? [columns[shape]?.name ?? '']
  const points = rows.flatMap(({ at, cells }) =>
    (pair === null ? positionIn(cells[shape]) : pointIn(cells, columns, pair)).map((point) => ({ at, point })),
  )
  if (points.length === 0) return null
  const known = before.find(({ type }) => type === 'geometry')?.crs
  // one that is not is a bad cell; a file of them is in another system
  const given = points.filter(({ point }) => isGiven(point))
  const said = pair === null ? saidOf(source, rows, shape, true) : undefined
  const isPlain = pair === null && said === undefined && areDegrees(given)
  const found = await fromRegister(deps, (ports) => whereIn(ports, deps, one, points))
  const base = { columns: names, points: points.length, ...found }
  if (said !== undefined && said !== null)
    // what the file says cannot be: that is asked [DAT-22]
    return isTurned(said, given) ? { ...base, crs: null, from: 'turned' } : { ...base, crs: said, from: 'file', ...beyond(said, given) }
  const alike = { also: others.flatMap((at) => (isUnsaid(source, rows, at) ? [columns[at]?.name ?? ''] : [])) }
  // what was taken along from here is in degrees, whatever it came from
  const isMoved = isPlain && known !== undefined && parseCrs(known)?.meridian !== null
  if (known !== undefined && !isMoved) return { ...base, ...alike, crs: known, from: 'before', ...beyond(known, given) }
  return isPlain ? { ...base, crs: PLAIN, from: 'degrees', ...beyond(PLAIN, given) } : { ...base, ...alike, crs: null, from: 'fit' }
}

type Saying = Pick<Source, 'crs' | 'said'>
const PLAIN = crsName(DEGREES)

const shapesOf = (columns: readonly Column[]): readonly number[] => columns.flatMap(({ type }, i) => (type === 'geometry' ? [i] : []))

/** Shapes beside the first, each in the system that the file says of it. [DAT-22] */
export function withSaid<T extends Column>(columns: readonly T[], source: Saying, rows: readonly Kept[]): readonly T[] {
  const [, ...others] = shapesOf(columns)
  return columns.map((column, i) => {
    const said = others.includes(i) ? saidOf(source, rows, i, false) : undefined
    return said == null || said === PLAIN ? column : { ...column, crs: said }
  })
}

/** The system of a column: as its format says it, or the texts of its cells. @returns null: of none known here; undefined: unsaid */
function saidOf(source: Saying, rows: readonly Kept[], at: number, isFirst: boolean): string | null | undefined {
  const own = source.said?.find((one) => one.at === at)
  if (own !== undefined) return own.crs
  if (isFirst && source.crs !== undefined) return source.crs
  for (const { cells } of rows) {
    const shape = readShape(cellText(cells[at] ?? '').trim())
    const crs = shape === null ? undefined : crsOfShape(shape)
    if (crs !== undefined) return crs
  }
  return undefined
}

/** Of shapes beside the first: in the system that is chosen for it, where the file says none and they are no degrees. */
function isUnsaid(source: Saying, rows: readonly Kept[], at: number): boolean {
  const said = saidOf(source, rows, at, false)
  const points = rows.flatMap((row) => positionIn(row.cells[at]).map((point) => ({ at: row.at, point })))
  return said === null || (said === undefined && points.length > 0 && !areDegrees(points))
}

type Met = { readonly at: number; readonly point: Position }

const isDegree = ([x, y]: Position): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90
const areDegrees = (points: readonly Met[]): boolean => points.filter(({ point }) => isDegree(point)).length * 2 >= points.length

/** Most points leave the country under the system that is said, and lie in it with their axes the other way round. */
function isTurned(said: string, points: readonly Met[]): boolean {
  const crs = parseCrs(said)
  if (crs === null) return false
  const inside = (swapped: boolean): number => points.filter(({ point: [a, b] }) => isInVietnam(toWgs84({ ...crs, swapped }, a, b))).length
  return inside(crs.swapped) * 2 < points.length && inside(!crs.swapped) * 2 > points.length
}

/** Points that will be bad cells under a system, the first with their lines; absent: none. [DAT-80] */
function beyond(said: string, points: readonly Met[]): Pick<CoordinatesRead, 'beyond'> {
  const crs = parseCrs(said)
  if (crs === null) return {}
  const isZone = crs.meridian !== null && !isWeb(crs)
  const out = points.filter(({ point: [a, b] }) => {
    const at = toWgs84(crs, a, b)
    return !(isZone ? isInVietnam(at) : isDegree(at))
  })
  return out.length === 0 ? {} : { beyond: { n: out.length, first: out.slice(0, SHOWN).map(met) } }
}

const met = ({ at, point }: Met) => ({ at, value: point.join(', ') })

const positionIn = (cell: Cell = ''): readonly Position[] => {
  const shape = readShape(cellText(cell).trim())
  const first = shape === null ? undefined : positionsOf(shape.geometry).next().value
  return first === undefined ? [] : [first]
}

function pointIn(cells: readonly Cell[], columns: readonly Column[], pair: readonly string[]): readonly Position[] {
  const [x, y] = pair.map((name) => {
    const at = columns.findIndex((column) => column.name === name)
    const read = readerOf({ type: 'decimal', form: columns[at]?.form ?? null })(cells[at] ?? '')
    return typeof read === 'string' ? Number(read) : Number.NaN
  })
  return x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y) ? [] : [[x, y]]
}

async function whereIn(
  ports: PlacePorts,
  deps: Deps,
  one: StoredImport,
  points: readonly { readonly at: number; readonly point: Position }[],
): Promise<Pick<CoordinatesRead, 'province' | 'lies'>> {
  const today = dayAt(deps.now())
  const claimed = one.asked?.province ?? (await provincesNamed(ports, deps.home, today))[0]?.id ?? null
  const province = claimed === null ? null : await ports.places.get(claimed, today)
  const areas = (await ports.places.outlines(today)).flatMap(({ place, geometry }): readonly Area[] => {
    const area = areaOf(place, geometry)
    return area === null ? [] : [area]
  })
  const own = province === null ? [] : meridiansOf(await codesBefore(ports, province))
  const all = lies(
    points.map(({ point }) => point),
    areas.find(({ place }) => place === claimed) ?? null,
    areas,
    own,
    allMeridians,
  )
  const names = new Map(
    await Promise.all(areas.map(async ({ place }) => [place, (await ports.places.get(place, today))?.fullName ?? place] as const)),
  )
  return {
    province: province === null ? null : { id: province.id, name: province.fullName },
    lies: all.slice(0, SHOWN).map(({ elsewhere, strays, ...lie }) => ({
      ...lie,
      strays: {
        n: strays.length,
        first: strays.slice(0, SHOWN).flatMap((i) => {
          const one = points[i]
          return one === undefined ? [] : [{ at: one.at, value: one.point.join(', ') }]
        }),
      },
      elsewhere: elsewhere === null ? null : { name: names.get(elsewhere.place) ?? elsewhere.place, n: elsewhere.n },
    })),
  }
}

/** Codes that the province and those it was joined of have had. */
async function codesBefore(ports: PlacePorts, province: StoredPlace): Promise<readonly string[]> {
  const { places } = await ports.places.reach(province.id, 'back')
  return [province, ...places].filter(({ level }) => level === 'province').map(({ code }) => code)
}
