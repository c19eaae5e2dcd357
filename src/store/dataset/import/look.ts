import type { Refusal } from '../../../base/refusals.ts'
import { ok } from '../../../base/result.ts'
import { cellText } from '../../../kernel/dataset/cell/cell.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { saysHeights } from '../../../kernel/dataset/cell/geometry-text.ts'
import { asSchema } from '../../../kernel/dataset/schema/table-schema.ts'
import { noteRows } from '../../../kernel/dataset/sheet/notes.ts'
import { regionsSeen, totalsWith } from '../../../kernel/dataset/sheet/totals.ts'
import { withUnitAbove } from '../../../kernel/dataset/sheet/unit-above.ts'
import { yearsAbove } from '../../../kernel/dataset/sheet/years-above.ts'
import { columnReader } from '../../../kernel/dataset/understanding/column-reader.ts'
import { outMarks } from '../../../kernel/dataset/understanding/columns-out.ts'
import { likelyPairs } from '../../../kernel/dataset/understanding/likely-pairs.ts'
import { personalFinder } from '../../../kernel/dataset/understanding/personal.ts'
import { readAsBefore, readAsSaid } from '../../../kernel/dataset/understanding/read-as-before.ts'
import type { ReadColumn, Reading } from '../../../kernel/dataset/understanding/reading.ts'
import { canBe, columnsGone, identities, renamedIn, type WasSaid } from '../../../kernel/dataset/understanding/renamed.ts'
import type { StoredImport } from '../../../operations/dataset/import/ports.ts'
import { placeOf } from '../../file/file-keep.ts'
import { openSource } from '../formats/open-source.ts'
import { withShapeOf } from '../formats/shape-name.ts'
import { rests } from '../rests.ts'
import { coordinatesIn, pointsOf, withSaid } from './coordinates.ts'
import { periodRows } from './period-rows.ts'
import { placesIn } from './places-in.ts'
import { type Current, currentOf, type Deps, say, takenAs } from './working.ts'

/** Rows looked at before what was understood is shown: types that come later are bad rows, and are reported. */
const LOOKED_AT = 100_000
const MOST_BESIDES = 20

/** Looks at the beginning of the file, and shows what it understands. */
export async function look(deps: Deps, one: StoredImport): Promise<Refusal | null> {
  const opened = await openSource(placeOf(deps.data, one.fileSha256), one.fileName, true, one.asked)
  if (!opened.ok) return opened.refusal
  const current = one.dataset === null ? null : await currentOf(deps, one.dataset)
  const before = current?.columns ?? []
  const source = withShapeOf(opened.value, before)
  const { format, encoding, delimiter, above, asksHead, head } = source
  const columns = columnReader(head, source.shapes)
  let seen = 0
  let whole = true
  const where = pointsOf(head)
  const regions = regionsSeen()
  const personal = personalFinder(head.map((label, i) => ({ name: String(i), label })))
  const noteOf = noteRows(head)
  const rest = rests()
  const high = new Set<number>()
  for await (const { rows } of source.pieces()) {
    // asked of the next piece, for a file may end where the looking does
    if (seen >= LOOKED_AT && rows.length > 0) {
      whole = false
      break
    }
    for (const row of rows) {
      columns.see(row)
      if (noteOf(row) !== null) continue
      where.see(row)
      // a text of a shape says its heights itself [DAT-128]
      for (const [i, cell] of row.cells.entries()) if (typeof cell === 'string' && !high.has(i) && saysHeights(cell)) high.add(i)
      regions.see(row)
      if (row.bad === null) personal.see(row.cells.map(cellText))
      if (rest.isDue()) await rest.take()
    }
    seen += rows.length
  }
  const kinds = new Map(personal.found().map(({ column, kind }) => [column, kind]))
  const { said, renames, out, found } = namedAs(columns, one, current, (heading) => kinds.has(String(columns.names.indexOf(heading))))
  const nameIn = (heading: string): string => renames.get(heading) ?? heading
  const isOut = (name: string): boolean => out.has(name)
  if (found.rows === 0) return { code: 'import-empty' }
  const schema = one.asked?.schema ?? null
  const typed = schema === null ? ok(readAsBefore(found.columns, before)) : asSchema(readAsBefore(found.columns, before), schema)
  if (!typed.ok) return typed.refusal
  const measured = withUnitAbove(typed.value, found.columns, source.around?.unit ?? null, before)
  const understood = withSaid(readAsSaid(measured, one.asked?.columns ?? []), source, where.kept()).map((one, i): ReadColumn => {
    const kind = kinds.get(String(i))
    const leftOut = out.get(one.name)
    return { ...one, ...(kind === undefined ? {} : { personal: kind }), ...(leftOut === undefined ? {} : { leftOut }) }
  })
  const names = understood.map(({ name }) => name)
  const periods = await periodRows(source, understood, (at) => columns.textsAt(at), LOOKED_AT)
  const added = periods === null ? (found.totals ?? null) : totalsWith(found.totals ?? null, periods, { periods: periods.periods })
  const titled = yearsAbove(source.around?.above ?? [])
  const { places, totals } = await placesIn(deps, one, {
    texts: columns
      .texts()
      .map((texts) => ({ ...texts, name: nameIn(texts.name) }))
      .filter(({ name }) => !isOut(name)),
    years: columns.years(titled !== null) ?? titled,
    source,
    names,
    before,
    totals: added,
    regions,
    most: LOOKED_AT,
  })
  const coordinates = await coordinatesIn(deps, one, source, understood.map(asAside), where.kept(), before)
  const reading: Reading = {
    format,
    encoding,
    delimiter,
    above,
    asksHead,
    whole,
    ...found,
    totals,
    columns: withLikely(understood, before, said),
    gone: columnsGone(before, names),
    places,
    coordinates,
    parts: source.parts ?? [],
    part: source.part ?? null,
    merged: source.merged,
    ...(source.heights?.() === true || understood.some(({ type }, i) => type === 'geometry' && high.has(i)) ? { heights: true } : {}),
    around: source.around,
    ...((source.besides ?? []).length === 0 ? {} : { besides: source.besides?.slice(0, MOST_BESIDES) }),
    schemaKey: schema?.key ?? [],
    follows: current?.n ?? null,
    described: before.map(({ name, unit, meaning, measure }) => ({ name, unit, meaning, measure })),
    ...(await sameAs(deps, one, current)),
  }
  await say(deps, one.id, { state: 'asking', reading: JSON.stringify(reading) }, ['reading'])
  return null
}

/** Whether it is the very file of the current version, and how that was taken of it. [DAT-43] */
async function sameAs(deps: Deps, one: StoredImport, current: Current | null): Promise<Pick<Reading, 'same' | 'takenAs'>> {
  if (one.dataset === null || current?.fileSha256 !== one.fileSha256) return {}
  return { same: true, takenAs: await takenAs(deps, one.dataset, current.n) }
}

/** One that is left out says nothing of where the file lies. [DAT-104] */
const asAside = (column: ReadColumn): ReadColumn => (column.leftOut === undefined ? column : { ...column, type: 'text' })

/**
 * What was read, by the names that its columns have. What was said of a column that cannot be that one, now that the file is read
 * in another way, waits for a reading in which it can. [DAT-119]
 */
function namedAs(
  columns: ReturnType<typeof columnReader>,
  one: StoredImport,
  current: Current | null,
  isPersonal: (heading: string) => boolean,
) {
  const before = current?.columns ?? []
  const asked = one.asked?.was ?? []
  const read = columns.read().columns
  const said = asked.filter(({ heading, is }) => {
    const [own, known] = [read.find(({ name }) => name === heading), before.find(({ name }) => name === is)]
    return own === undefined || known === undefined || canBe(own, known)
  })
  const renames = identities(columns.names, before, said)
  const out = outMarks(renames, one.asked?.columns ?? [], current?.columnsOut ?? [])
  const found = columns.read((heading) => out.has(renames.get(heading) ?? heading), isPersonal)
  return { said, renames, out, found: renamedIn(found, renames, before, said) }
}

/** Columns that came, each with the one that went and is likely it, unless a person said that it is none. [DAT-119] */
function withLikely(columns: readonly ReadColumn[], before: readonly Column[], said: readonly WasSaid[]): readonly ReadColumn[] {
  const names = columns.map(({ name }) => name)
  const gone = columnsGone(before, names)
  const isNone = ({ name, heading = name }: ReadColumn): boolean => said.some((one) => one.heading === heading && one.is === null)
  const came = columns.filter((one) => one.leftOut === undefined && !isNone(one) && before.every(({ name }) => name !== one.name))
  const pairs = likelyPairs(
    came,
    before.filter(({ name }) => gone.some((one) => one.name === name)),
  )
  return columns.map((column) => (pairs.has(column.name) ? { ...column, likely: pairs.get(column.name) } : column))
}
