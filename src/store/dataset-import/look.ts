import type { Refusal } from '../../base/refusals.ts'
import { ok } from '../../base/result.ts'
import { cellText } from '../../kernel/dataset/cell.ts'
import { type Column, MOST_COLUMNS } from '../../kernel/dataset/column.ts'
import { columnReader } from '../../kernel/dataset/column-reader.ts'
import { personalFinder } from '../../kernel/dataset/personal.ts'
import { readAsBefore, readAsSaid } from '../../kernel/dataset/read-as-before.ts'
import type { PlaceMiss, PlaceRead, Reading } from '../../kernel/dataset/reading.ts'
import { asSchema } from '../../kernel/dataset/table-schema.ts'
import { withUnitAbove } from '../../kernel/dataset/unit-above.ts'
import { dayAt, parseDay } from '../../kernel/period/day.ts'
import type { StoredImport } from '../../operations/dataset/import-ports.ts'
import { type AskedPlace, findPlaces } from '../../operations/dataset/read-places.ts'
import { openSource } from '../dataset-formats/open-source.ts'
import { withShapeOf } from '../dataset-formats/shape-name.ts'
import type { Source } from '../dataset-formats/source.ts'
import { placeOf } from '../file-keep.ts'
import { coordinatesIn, pointsOf, withSaid } from './coordinates.ts'
import { fromRegister, placeCells } from './place-cells.ts'
import { currentOf, type Deps, say } from './working.ts'

/** Rows looked at before what was understood is shown: types that come later are bad rows, and are reported. */
const LOOKED_AT = 100_000
const MOST_MISSES = 100
const MOST_BESIDES = 20

/** Looks at the beginning of the file, and shows what it understands. */
export async function look(deps: Deps, one: StoredImport): Promise<Refusal | null> {
  const opened = await openSource(placeOf(deps.data, one.fileSha256), one.fileName, true, one.asked)
  if (!opened.ok) return opened.refusal
  const current = one.dataset === null ? null : await currentOf(deps, one.dataset)
  const before = current?.columns ?? []
  const source = withShapeOf(opened.value, before)
  const { format, encoding, delimiter, above, asksHead, head } = source
  if (head.length > MOST_COLUMNS) return { code: 'import-too-wide', data: { columns: head.length, most: MOST_COLUMNS } }
  const columns = columnReader(head, source.shapes)
  let seen = 0
  let whole = true
  const where = pointsOf(head)
  const personal = personalFinder(head.map((label, i) => ({ name: String(i), label })))
  for await (const { rows } of source.pieces()) {
    for (const row of rows) {
      columns.see(row)
      where.see(row)
      if (row.bad === null) personal.see(row.cells.map(cellText))
    }
    seen += rows.length
    if (seen < LOOKED_AT) continue
    whole = false
    break
  }
  const found = columns.read()
  if (found.rows === 0) return { code: 'import-empty' }
  const schema = one.asked?.schema ?? null
  const said = schema === null ? ok(readAsBefore(found.columns, before)) : asSchema(readAsBefore(found.columns, before), schema)
  if (!said.ok) return said.refusal
  const measured = withUnitAbove(said.value, found.columns, source.around?.unit ?? null, before)
  const kinds = new Map(personal.found().map(({ column, kind }) => [column, kind]))
  const understood = withSaid(readAsSaid(measured, one.asked?.columns ?? []), source, where.kept()).map((one, i) => {
    const kind = kinds.get(String(i))
    return kind === undefined ? one : { ...one, personal: kind }
  })
  const names = understood.map(({ name }) => name)
  const places = await placesIn(deps, one, columns, source, names, before)
  const coordinates = await coordinatesIn(deps, one, source, understood, where.kept(), before)
  const reading: Reading = {
    format,
    encoding,
    delimiter,
    above,
    asksHead,
    whole,
    ...found,
    columns: understood,
    places,
    coordinates,
    parts: source.parts ?? [],
    part: source.part ?? null,
    merged: source.merged,
    around: source.around,
    ...((source.besides ?? []).length === 0 ? {} : { besides: source.besides?.slice(0, MOST_BESIDES) }),
    schemaKey: schema?.key ?? [],
    follows: current?.n ?? null,
    ...(current?.fileSha256 === one.fileSha256 ? { same: true } : {}),
  }
  await say(deps, one.id, { state: 'asking', reading: JSON.stringify(reading) }, ['reading'])
  return null
}

function placeBefore({ name, place }: Column): readonly AskedPlace[] {
  const on = place === undefined ? null : parseDay(place.on)
  return on === null ? [] : [{ column: name, on, within: place?.within ?? undefined, isBefore: true }]
}

/** Columns of places, with every text that is none: the rows are gone through again, for a commune is read within its province. */
async function placesIn(
  deps: Deps,
  one: StoredImport,
  columns: ReturnType<typeof columnReader>,
  source: Source,
  names: readonly string[],
  before: readonly Column[],
): Promise<readonly PlaceRead[]> {
  const asked = one.asked?.places ?? []
  const years = columns.years()
  // what the version before was read as stands where the file says no other day, and what was said to be no place is none [DAT-82]
  const known = years === null ? before.flatMap(placeBefore) : []
  const isLeft = (name: string): boolean =>
    before.some((column) => column.name === name && column.notPlace === true) && asked.every(({ column }) => column !== name)
  const found = await fromRegister(deps, (ports) =>
    findPlaces(
      ports,
      columns.texts().filter(({ name }) => !isLeft(name)),
      years,
      dayAt(deps.now()),
      [...asked, ...known],
    ),
  )
  if (found.length === 0) return []
  const cells = placeCells(deps, names, found, [])
  const misses = found.map((): Map<string, PlaceMiss> => new Map())
  const texts = found.map((): Set<string> => new Set())
  let seen = 0
  for await (const { rows } of source.pieces()) {
    for (const { at, cells: row, bad } of rows) {
      if (bad !== null || row.length !== names.length) continue
      for (const [i, met] of (await cells.read(row)).entries()) {
        if (met === null) continue
        texts[i]?.add(met.key)
        if ('id' in met.is) continue
        const known = misses[i]?.get(met.key)
        misses[i]?.set(met.key, known === undefined ? { at, rows: 1, value: met.text, ...met.is } : { ...known, rows: known.rows + 1 })
      }
    }
    seen += rows.length
    if (seen >= LOOKED_AT) break
  }
  return found.map((each, i): PlaceRead => {
    const missed = [...(misses[i]?.values() ?? [])]
    const all = texts[i]?.size ?? 0
    return { ...each, texts: all, matched: all - missed.length, misses: missed.slice(0, MOST_MISSES) }
  })
}
