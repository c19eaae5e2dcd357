import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { SYSTEM } from '../../kernel/access/who.ts'
import { type Column, isPlace } from '../../kernel/dataset/column.ts'
import { dayAt } from '../../kernel/period/day.ts'
import type { Loaded, StoredImport } from '../../operations/dataset/import-ports.ts'
import type { Context } from '../../operations/operation.ts'
import { compareStores, dropStore, positionsOf } from '../dataset-tables.ts'
import { currentOf, type Deps } from './working.ts'

/** A column with what was counted while its rows came in. */
function counted(column: Column, { unmatched, repairs }: Loaded): Column {
  if (isPlace(column)) return { ...column, place: { ...column.place, unmatched: unmatched[column.name] ?? 0 } }
  const n = repairs[column.name] ?? 0
  return n === 0 ? column : { ...column, repaired: n }
}

const shapeOf = (columns: readonly Column[]): string => JSON.stringify(columns.map((column) => [column.name, column.type, isPlace(column)]))

/** With one key and one schema, a difference in the table that is there; else the new table takes its place. */
export async function switchOver(deps: Deps, one: StoredImport): Promise<Refusal | null> {
  const { choices, loaded, store: came, reading } = one
  if (choices === null || loaded === null || came === null || reading === null) return { code: 'import-elsewhere' }
  const current = one.dataset === null ? null : await currentOf(deps, one.dataset)
  const key = positionsOf(choices.key, choices.columns)
  const isSame =
    current !== null &&
    key.length > 0 &&
    JSON.stringify(current.key) === JSON.stringify(choices.key) &&
    shapeOf(current.columns) === shapeOf(choices.columns)
  const n = (current?.n ?? 0) + 1
  const compared = isSame
    ? await deps.engine.asOwner((owner) =>
        compareStores(owner, {
          store: current.store,
          came,
          columns: choices.columns,
          key,
          n,
          memory: deps.engine.kind === 'pglite' ? '32MB' : '256MB',
        }),
      )
    : null
  const context: Context = {
    who: { ...SYSTEM, id: one.madeBy },
    today: dayAt(deps.now()),
    now: deps.now().toISOString(),
    language: 'vi',
  }
  const dataset = one.dataset ?? loaded.dataset
  const shown = await deps.store.transaction(context, 'command', async (ports): Promise<Result<null, Refusal>> => {
    if (choices.description !== null) await ports.datasets.add(dataset, choices.description, choices.sample)
    await ports.datasets.show(dataset, {
      n,
      store: isSame ? current.store : came,
      columns: choices.columns.map((column) => counted(column, loaded)),
      key: choices.key,
      rows: loaded.rows,
      added: compared?.added ?? null,
      changed: compared?.changed ?? null,
      removed: compared?.removed ?? null,
      emptyCells: loaded.emptyCells,
      badRows: one.rowsBad,
      badSha256: one.badSha256,
      fileSha256: one.fileSha256,
      fileName: one.fileName,
      format: reading.format,
      encoding: reading.encoding,
      validOn: choices.validOn,
      note: choices.note,
    })
    const moved = await ports.imports.move(one.id, ['switching'], 'done', { result: n, dataset })
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
        ...(compared === null ? {} : compared),
        ...(one.rowsBad === 0 ? {} : { badRows: [null, one.rowsBad] }),
      },
    })
    return ok(null)
  })
  if (!shown.ok) return shown.refusal
  // its rows are in the table that was there
  if (isSame) await dropStore(deps.engine, came)
  return null
}
