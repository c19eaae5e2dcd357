import { type Cell, cellText } from '../../kernel/dataset/cell.ts'
import { readerOf } from '../../kernel/dataset/cell-reader.ts'
import type { Column } from '../../kernel/dataset/column.ts'
import { isGiven, parseCrs } from '../../kernel/dataset/crs.ts'
import { type Position, parseWkt, positionsOf } from '../../kernel/dataset/geometry.ts'
import { type Area, areaOf, lies } from '../../kernel/dataset/lie.ts'
import { allMeridians, meridiansOf } from '../../kernel/dataset/meridians.ts'
import type { CoordinatesRead, SourceRow } from '../../kernel/dataset/reading.ts'
import { pairOf } from '../../kernel/dataset/role.ts'
import { dayAt } from '../../kernel/period/day.ts'
import type { StoredImport } from '../../operations/dataset/import-ports.ts'
import { provincesNamed } from '../../operations/dataset/read-places.ts'
import type { PlacePorts, StoredPlace } from '../../operations/place/ports.ts'
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
  said: string | null | undefined,
  columns: readonly Column[],
  rows: readonly Kept[],
  before: readonly Column[],
): Promise<CoordinatesRead | null> {
  const shape = columns.findIndex(({ type }) => type === 'geometry')
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
  const plain = given.filter(({ point: [x, y] }) => Math.abs(x) <= 180 && Math.abs(y) <= 90).length
  const isPlain = pair === null && said === undefined && plain * 2 >= given.length
  const found = await fromRegister(deps, (ports) => whereIn(ports, deps, one, points))
  const base = { columns: names, points: points.length, ...found }
  if (said !== undefined && said !== null) return { ...base, crs: said, from: 'file' }
  // what was taken along from here is in degrees, whatever it came from
  const isMoved = isPlain && known !== undefined && parseCrs(known)?.meridian !== null
  if (known !== undefined && !isMoved) return { ...base, crs: known, from: 'before' }
  return isPlain ? { ...base, crs: 'wgs84', from: 'degrees' } : { ...base, crs: null, from: 'fit' }
}

const positionIn = (cell: Cell = ''): readonly Position[] => {
  const geometry = parseWkt(cellText(cell))
  const first = geometry === null ? undefined : positionsOf(geometry).next().value
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
