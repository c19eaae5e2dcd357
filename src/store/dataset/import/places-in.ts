import { type Column, isPlace } from '../../../kernel/dataset/cell/column.ts'
import { noteRows } from '../../../kernel/dataset/sheet/notes.ts'
import { adderOf, type regionsSeen, type Totals, totalsWith } from '../../../kernel/dataset/sheet/totals.ts'
import type { PlaceMiss, PlaceRead, Texts } from '../../../kernel/dataset/understanding/reading.ts'
import { dayAt, parseDay } from '../../../kernel/period/day.ts'
import type { PlaceChosen, StoredImport } from '../../../operations/dataset/import/ports.ts'
import { type AskedPlace, findPlaces, type PlaceWay } from '../../../operations/dataset/import/read-places.ts'
import type { PlacePorts } from '../../../operations/place/ports.ts'
import type { Source } from '../formats/source.ts'
import { rests } from '../rests.ts'
import { fromRegister, placeCells } from './place-cells.ts'
import { unitsOver } from './units-over.ts'
import type { Deps } from './working.ts'

const MOST_MISSES = 100

type Seen = {
  /** Columns that may name places. */
  readonly texts: readonly Texts[]
  readonly years: readonly [number, number] | null
  readonly source: Source
  readonly names: readonly string[]
  readonly before: readonly Column[]
  readonly totals: Totals | null
  readonly regions: ReturnType<typeof regionsSeen>
  /** Rows that are looked at. */
  readonly most: number
}
type PlacesIn = { readonly places: readonly PlaceRead[]; readonly totals: Totals | null }

/** Columns of places, with every text that is none: the rows are gone through again, for a commune is read within its province. */
export async function placesIn(deps: Deps, one: StoredImport, seen: Seen): Promise<PlacesIn> {
  const { texts, years, source, names, before } = seen
  const asked = one.asked?.places ?? []
  // what was said to be no place is none [DAT-82]
  const isLeft = (name: string): boolean =>
    before.some((column) => column.name === name && column.notPlace === true) && asked.every(({ column }) => column !== name)
  const { found, settled } = await fromRegister(deps, async (ports) => {
    const today = dayAt(deps.now())
    const claimed = one.asked?.province == null ? null : await ports.places.get(one.asked.province, today)
    const ways = await findPlaces(ports, {
      columns: texts.filter(({ name }) => !isLeft(name)),
      years,
      today,
      asked,
      before: before.flatMap(placeBefore),
      claimed: [...(claimed === null ? [] : [claimed.name]), deps.home],
    })
    return { found: ways, settled: await settledBefore(ports, ways, before) }
  })
  // beside provinces regions add them up [DAT-65]
  const named = found.find(({ column, level }) => level === 'province' && seen.regions.found(names.indexOf(column)) !== null)
  const regionsAt = named === undefined ? -1 : names.indexOf(named.column)
  const regions = seen.regions.found(regionsAt)
  const called = named === undefined || regions === null ? seen.totals : totalsWith(seen.totals, regions, { regions: named.column })
  const over = await unitsOver(deps, found, { ...seen, totals: called })
  const totals = over === null ? called : totalsWith(called, over, { units: over.units })
  if (found.length === 0) return { places: [], totals }
  const ways = found.map((way) => ({ ...way, province: way.province?.id }))
  const cells = placeCells(deps, names, ways, settled)
  const misses = found.map((): Map<string, PlaceMiss> => new Map())
  const all = found.map((): Set<string> => new Set())
  let rows = 0
  const noteOf = noteRows(source.head)
  const rest = rests()
  const addsUp = adderOf(totals === null ? null : { ...totals, periods: undefined }, names)
  for await (const piece of source.pieces()) {
    for (const each of piece.rows) {
      if (rest.isDue()) await rest.take()
      const { at, cells: row, bad } = each
      if (noteOf(each) !== null || bad !== null || row.length !== names.length) continue
      // offered as one that adds up others, it is not asked about as a place
      if (addsUp(each)) continue
      for (const [i, met] of (await cells.read(row)).entries()) {
        if (met === null) continue
        all[i]?.add(met.key)
        const known = misses[i]?.get(met.key)
        if (known !== undefined) misses[i]?.set(met.key, { ...known, rows: known.rows + 1 })
        else if (!('id' in met.is)) misses[i]?.set(met.key, { at, rows: 1, value: met.text, ...met.is })
        else if (met.is.asked !== undefined) misses[i]?.set(met.key, { at, rows: 1, value: met.text, ...met.is.asked, settled: met.is.id })
      }
    }
    rows += piece.rows.length
    if (rows >= seen.most) break
  }
  const places = found.map((each, i): PlaceRead => {
    const [open, answered] = [false, true].map((is) =>
      [...(misses[i]?.values() ?? [])].filter((miss) => (miss.settled !== undefined) === is),
    )
    const was = before.filter(isPlace).find(({ name }) => name === each.column)?.place.unmatched
    const size = all[i]?.size ?? 0
    return {
      ...each,
      texts: size,
      matched: size - (open?.length ?? 0),
      unmatched: open?.reduce((sum, miss) => sum + miss.rows, 0) ?? 0,
      ...(was === undefined ? {} : { unmatchedBefore: was }),
      ...settledOf(each, settled, before),
      misses: [...(open ?? []), ...(answered ?? [])].slice(0, MOST_MISSES),
    }
  })
  return { places, totals }
}

/** What was settled for a column before: what is taken now, and what waits for a day on which its unit is there. [DAT-116] */
function settledOf({ column }: PlaceWay, taken: readonly PlaceChosen[], before: readonly Column[]): Pick<PlaceRead, 'settled' | 'resting'> {
  const own = taken.filter((one) => one.column === column).map(({ value, place }) => ({ value, place }))
  const all = before.find(({ name }) => name === column)?.place?.settled ?? []
  const resting = all.filter(({ value, place }) => !own.some((one) => one.value === value && one.place === place))
  return { settled: own, ...(resting.length === 0 ? {} : { resting }) }
}

function placeBefore({ name, place }: Column): readonly AskedPlace[] {
  const on = place === undefined ? null : parseDay(place.on)
  return on === null ? [] : [{ column: name, on, within: place?.within ?? undefined, province: place?.province }]
}

/** What people settled before stands as long as the unit they chose is there on the day of this reading. [DAT-116] */
async function settledBefore(ports: PlacePorts, ways: readonly PlaceWay[], before: readonly Column[]): Promise<readonly PlaceChosen[]> {
  const chosen: PlaceChosen[] = []
  for (const { column, on, level } of ways)
    for (const { value, place } of before.find(({ name }) => name === column)?.place?.settled ?? []) {
      const unit = await ports.places.get(place, on)
      const isThere = unit !== null && (unit.from === null || unit.from <= on) && (unit.to === null || on < unit.to)
      if (isThere && unit.level === level) chosen.push({ column, value, place })
    }
  return chosen
}
