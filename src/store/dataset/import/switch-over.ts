import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { SYSTEM } from '../../../kernel/access/who.ts'
import { type Column, isPlace } from '../../../kernel/dataset/cell/column.ts'
import { columnsChanged } from '../../../kernel/dataset/columns-changed.ts'
import { readingWithout } from '../../../kernel/dataset/understanding/columns-out.ts'
import { moreIn } from '../../../kernel/dataset/understanding/whole-file.ts'
import { withoutHead } from '../../../kernel/dataset/understanding/without-head.ts'
import { dayAt } from '../../../kernel/period/day.ts'
import { askedTaken } from '../../../operations/dataset/import/asked-taken.ts'
import { askedPersonal, personalNew } from '../../../operations/dataset/import/personal-asked.ts'
import type { Choices, Loaded, StoredImport } from '../../../operations/dataset/import/ports.ts'
import type { DatasetPorts } from '../../../operations/dataset/ports.ts'
import type { Description } from '../../../operations/dataset/stored.ts'
import type { Context } from '../../../operations/operation.ts'
import { namesOf } from '../columns.ts'
import { type Compared, compareStores, fitOf } from '../difference.ts'
import { dropStore, LEFT_OUT, unitsIn } from '../tables.ts'
import { currentOf, type Deps, usedCells } from './working.ts'

/** A column with what was counted while its rows came in. */
function counted(column: Column, { unmatched, repairs }: Loaded): Column {
  if (isPlace(column)) return { ...column, place: { ...column.place, unmatched: unmatched[column.name] ?? 0 } }
  const n = repairs[column.name] ?? 0
  return n === 0 ? column : { ...column, repaired: n }
}

/** What a steward wrote of a column while the file was on its way stays, unless who brought it in says otherwise himself. [DAT-131] */
function asDescribed(columns: readonly Column[], now: readonly Column[], { reading, asked }: StoredImport): readonly Column[] {
  return columns.map((column) => {
    const is = (one: { readonly name: string }): boolean => one.name === column.name
    const [then, current, said] = [reading?.described?.find(is), now.find(is), asked?.columns?.find(is)]
    if (then === undefined || current === undefined) return column
    const kept = <K extends 'unit' | 'meaning' | 'measure'>(of: K): Column[K] => {
      const isOwn = said?.[of] !== undefined && said[of] !== then[of]
      return current[of] === then[of] || isOwn ? column[of] : current[of]
    }
    return { ...column, unit: kept('unit'), meaning: kept('meaning'), measure: kept('measure') }
  })
}

/** Its columns called as the version calls them, and of those that are left out nothing that was asked. [DAT-104] [DAT-132] */
function asTaken(one: StoredImport): StoredImport {
  const { reading, asked, choices } = one
  if (reading === null || choices === null) return one
  const out = new Set((choices.columnsOut ?? []).map(({ name }) => name))
  if (choices.hasHead && out.size === 0) return one
  const { reading: called, nameOf } = choices.hasHead ? { reading, nameOf: (name: string) => name } : withoutHead(reading)
  return { ...one, reading: called, asked: asked === null ? null : askedTaken(asked, nameOf, out) }
}

/** With one key, a difference in the table that is there, whatever columns came or went; else the new table takes its place. [DAT-90] */
export async function switchOver(deps: Deps, given: StoredImport): Promise<Refusal | null> {
  const one = asTaken(given)
  const { choices, loaded, store: came, reading, asked } = one
  if (choices === null || loaded === null || came === null || reading === null) return { code: 'import-elsewhere' }
  const current = one.dataset === null ? null : await currentOf(deps, one.dataset)
  const { columns, key } = choices
  // whoever confirmed it has seen another version than the one that it would end
  if (current !== null && typeof reading.follows === 'number' && reading.follows !== current.n)
    return { code: 'import-meanwhile', data: { n: current.n } }
  const fit = current === null ? null : fitOf(current, columns, key, await usedCells(deps, current.store))
  const n = (current?.n ?? 0) + 1
  const units = await deps.engine.asOwner((owner) => unitsIn(owner, came, columns))
  const compared =
    current === null || fit === null
      ? null
      : await deps.engine.asOwner((owner) =>
          compareStores(owner, {
            dataset: one.dataset ?? loaded.dataset,
            there: current,
            came,
            columns,
            key,
            fit,
            n,
            memory: deps.engine.kind === 'pglite' ? '32MB' : '256MB',
          }),
        )
  // of a version that replaces all nothing is compared
  if (fit === null) await deps.engine.asOwner((owner) => owner.script(`delete from ${came} where to_n = ${LEFT_OUT}`))
  const context: Context = {
    who: { ...SYSTEM, id: one.madeBy },
    today: dayAt(deps.now()),
    now: deps.now().toISOString(),
    language: 'vi',
  }
  const dataset = one.dataset ?? loaded.dataset
  const columnsOut = choices.columnsOut ?? []
  const out = columnsOut.filter(({ at }) => at !== null)
  const shown = await deps.store.transaction(context, 'command', async (ports): Promise<Result<null, Refusal>> => {
    if (choices.description !== null) await ports.datasets.holdTitle(choices.description.title)
    const same = choices.description === null || choices.sameTitle === 'new' ? null : await cameMeanwhile(ports, choices.description)
    if (same !== null) return refuse({ code: 'import-same-title', data: same })
    if (choices.description !== null) await ports.datasets.add(dataset, choices.description, choices.sample)
    else await ports.datasets.hold(dataset)
    const held = await ports.datasets.get(dataset)
    // the node itself makes the version: whose it is now is asked for whoever confirmed it, and stays so while it is held
    if (choices.description === null && !isKept(choices, held?.custodian ?? null)) return refuse({ code: 'not-the-steward' })
    const now = held?.current.columns ?? []
    const version = {
      n,
      store: current === null || fit === null ? came : current.store,
      columns: asDescribed(columns, now, one).map((column) => counted(column, loaded)),
      cells: fit?.cells ?? namesOf(columns),
      key,
      rows: loaded.rows,
      added: compared?.added ?? null,
      changed: compared?.changed ?? null,
      removed: compared?.removed ?? null,
      leftOut: compared?.leftOut ?? null,
      emptyCells: loaded.emptyCells,
      badRows: one.rowsBad,
      badSha256: one.badSha256,
      fileSha256: one.fileSha256,
      fileName: one.fileName,
      fileMore: moreIn(reading, one.badSha256 !== null, out.length > 0),
      columnsOut,
      format: reading.format,
      encoding: reading.encoding,
      validOn: choices.validOn,
      note: choices.note,
    }
    await ports.datasets.show(dataset, version, units)
    const opened = await openedMeanwhile(ports, dataset, now, one)
    if (opened.length > 0) return refuse(askedPersonal(opened, 'vi'))
    const moved = await ports.imports.move(one.id, ['switching'], 'done', {
      result: n,
      dataset,
      ...(one === given ? {} : { reading: readingWithout(reading, out), ...(asked === null ? {} : { asked }) }),
    })
    if (moved !== true) return refuse({ code: 'import-elsewhere' })
    ports.history.record({
      entity: 'dataset',
      id: dataset,
      verb: n === 1 ? 'imported' : 'renewed',
      change: {
        dataVersion: [current?.n ?? null, n],
        fileName: [null, one.fileName],
        fileSha256: [null, one.fileSha256],
        rows: [null, loaded.rows],
        ...(compared === null ? {} : told(compared)),
        ...(current === null ? {} : columnsIn(current.columns, columns)),
        ...(out.length === 0 ? {} : { columnsLeftOut: [null, out.map(({ label }) => label)] }),
        ...(choices.personal === undefined ? {} : { personal: [null, choices.personal] }),
        ...(one.rowsBad === 0 ? {} : { badRows: [null, one.rowsBad] }),
      },
    })
    return ok(null)
  })
  if (!shown.ok) return shown.refusal
  // its rows are in the table that was there
  if (fit !== null) await dropStore(deps.engine, came)
  return null
}

/** Whoever confirmed it kept what is that body's. [DAT-13] */
const isKept = ({ keeping = 'all' }: Choices, custodian: string | null): boolean =>
  keeping === 'all' || (custodian !== null && keeping.includes(custodian))

/**
 * Columns of persons that would come to be told to others because access was widened after he confirmed the import. Asked of what
 * stands once the version is shown: from then on the row of the dataset is held, and nobody widens it beside. [DAT-121]
 */
async function openedMeanwhile({ datasets }: DatasetPorts, id: string, before: readonly Column[], { choices }: StoredImport) {
  const access = (await datasets.get(id))?.access ?? 'internal'
  const confirmed = choices?.personal ?? []
  return personalNew(choices?.columns ?? [], access, { access, columns: before }).filter(({ label }) => !confirmed.includes(label))
}

/** As history says it: rows left out where there are any. */
const told = ({ leftOut, ...compared }: Compared) => ({ ...compared, ...(leftOut === 0 ? {} : { leftOut }) })

/**
 * Of two that were confirmed while there was no dataset of their title the second is not made unasked. One that is not for all who
 * work here is not told of. [DAT-43]
 */
async function cameMeanwhile(
  { datasets }: DatasetPorts,
  { title, custodian }: Description,
): Promise<{ readonly title: string; readonly slug: string } | null> {
  const same = await datasets.titled(title)
  const known = same === null ? null : await datasets.get(same.slug)
  return known === null || (known.access === 'restricted' && known.custodian !== custodian) ? null : same
}

/** As history says it: only what there is, by headings. */
function columnsIn(before: readonly Column[], after: readonly Column[]) {
  const { added, removed, retyped, renamed } = columnsChanged(before, after)
  const labels = (of: readonly Column[], names: readonly string[]) =>
    names.map((name) => of.find((one) => one.name === name)?.label ?? name)
  return {
    ...(added.length === 0 ? {} : { columnsAdded: [null, labels(after, added)] }),
    ...(removed.length === 0 ? {} : { columnsRemoved: [labels(before, removed), null] }),
    ...(renamed.length === 0 ? {} : { columnsRenamed: [renamed.map((one) => one.before), renamed.map((one) => one.after)] }),
    ...(retyped.length === 0 ? {} : { columnsRetyped: [null, labels(after, retyped)] }),
  }
}
