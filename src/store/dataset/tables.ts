import { type Column, isPlace } from '../../kernel/dataset/cell/column.ts'
import type { Engine, Owner } from '../engine/engine.ts'
import { columnName, isDated, namesOf, placeName, sqlTypes, unitCells } from './columns.ts'

/**
 * The tables that hold rows of datasets: made, filled and compared by the owner, read by the restricted role. Their names and
 * those of their columns are made here and hold nothing of what anybody wrote. [DAT-8]
 */
export async function makeStore(engine: Engine, dataset: string, columns: readonly Column[], version: number): Promise<string> {
  return engine.asOwner(async (owner) => {
    const [row] = await owner.query("select 'd' || nextval('dataset_store') as store")
    const store = String(row?.['store'])
    const [id] = await owner.query('select $1::uuid::text as id', [dataset])
    await owner.script(`
      create table ${store} (
        id bigint not null,
        from_n int not null default ${version},
        to_n int,
        ${[...columns.map(({ type }, i) => `${columnName(i)} ${sqlTypes[type]}`), ...places(columns).map((i) => `${placeName(i)} text`)].join(',\n')}
      );
      alter table ${store} enable row level security;
      ${policyOf(store, String(id?.['id']))};
      grant select on ${store} to lienvung_app`)
    return store
  })
}

export const isStore = (table: string): boolean => /^d[0-9]{1,9}$/.test(table)

/** Makes the table of a backup; null: it names or types what no table of ours has. */
export function storeSql(table: string, columns: readonly string[], types: readonly string[]): string | null {
  const known = new Set(Object.values(sqlNames))
  const isOurs =
    isStore(table) && columns.length === types.length && columns.every((name) => /^(?:id|from_n|to_n|[cp][0-9]{1,3})$/.test(name))
  if (!isOurs || !types.every((type) => known.has(type))) return null
  const lines = columns.map((name, i) => `${name} ${types[i] ?? ''}${name === 'id' || name === 'from_n' ? ' not null' : ''}`)
  return `create table ${table} (${lines.join(', ')}); alter table ${table} enable row level security; grant select on ${table} to lienvung_app`
}

const sqlNames = { ...sqlTypes, text: 'text', from: 'integer', instant: 'timestamp with time zone' } as const

/** After rows came back: orders, keys, walls; and what was on its way begins again with its answers. */
export async function settleStores(owner: Owner): Promise<void> {
  const [made] = await owner.query("select to_regclass('public.dataset_version') is not null as made")
  if (made?.['made'] !== true) return
  await owner.script(
    "update dataset_import set state = 'asking', store = null, loaded = null, runner = null where state in ('waiting', 'loading', 'choosing', 'switching')",
  )
  const [order] = await owner.query("select to_regproc('public.order_dataset_texts') is not null as made")
  if (order?.['made'] === true) await owner.script('call order_dataset_texts()')
  const versions = await owner.query(`
    select distinct on (v.store) v.store, v.dataset_id::text as dataset, v.columns, v.key, to_jsonb(v) -> 'cells' as cells, d.access = 'open' as open
    from dataset_version v join dataset d on d.id = v.dataset_id
    where to_regclass(v.store) is not null
    order by v.store, v.n desc`)
  for (const row of versions as unknown as readonly {
    store: string
    dataset: string
    columns: readonly Column[]
    key: readonly string[]
    /** Null: as in a table of its own. */
    cells: readonly string[] | null
    open: boolean
  }[]) {
    await owner.script(policyOf(row.store, row.dataset))
    if (row.open) await owner.script(`alter table ${row.store} disable row level security`)
    await finishStore(owner, { ...row, cells: row.cells ?? namesOf(row.columns) }, positionsOf(row.key, row.columns))
  }
  const strays = await owner.query(
    "select relname::text as store from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname ~ '^d[0-9]{1,9}$' and relname not in (select store from dataset_version)",
  )
  for (const { store } of strays) await owner.script(`drop table ${String(store)}`)
  await owner.script("select setval('dataset_store', (select coalesce(max(substr(store, 2)::int), 0) + 1 from dataset_version), false)")
}

const policyOf = (store: string, dataset: string): string =>
  `create policy sight on ${store} for select using ((select dataset_seen('${dataset}')))`

export const positionsOf = (key: readonly string[], columns: readonly Column[]): readonly number[] =>
  key.map((name) => columns.findIndex((column) => column.name === name)).filter((i) => i >= 0)

export const dropStore = (engine: Engine, store: string): Promise<void> =>
  engine.asOwner((owner) => owner.script(`drop table if exists ${store}`))

/** A row that ends before any version was left out: of it only the key is known. [DAT-112] */
export const LEFT_OUT = 0

export const copyTarget = (store: string, columns: readonly Column[]): string =>
  `${store} (${['id', 'to_n', ...namesOf(columns)].join(', ')})`

const places = (columns: readonly Column[]): readonly number[] => columns.flatMap((column, i) => (isPlace(column) ? [i] : []))

/** Columns by which rows are ordered and narrowed most: the key, days, and the first that names a place or a year. */
const MOST_INDEXES = 4

type Filled = { readonly store: string; readonly columns: readonly Column[]; readonly cells: readonly string[] }

/** Makes a filled table ready to be asked: its order, its key, its most asked columns. */
export async function finishStore(owner: Owner, { store, columns, cells }: Filled, key: readonly number[]): Promise<void> {
  await owner.script(`alter table ${store} add primary key (id, from_n)`)
  const dated = columns.flatMap(({ type }, i) => (isDated(type) ? [i] : []))
  for (const i of [...new Set([...key, ...dated])].slice(0, MOST_INDEXES)) await owner.script(`create index on ${store} (${cells[i]}, id)`)
  for (const cell of unitCells(columns, cells)) if (cell !== null) await owner.script(`create index on ${store} (${cell}, id)`)
  await owner.script(`analyze ${store}`)
}

/**
 * Units that rows of a finished table are of, each once: of those that were taken out none is. The index of a column is gone through
 * from one unit to the next, so that it costs by units, not by rows. [DAT-89]
 */
export async function unitsIn(owner: Owner, store: string, columns: readonly Column[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const i of places(columns)) {
    const cell = placeName(i)
    const next = (after: string) => `(select ${cell} from ${store} where ${after} and to_n is null order by ${cell}, id limit 1)`
    const rows = await owner.query(`
      with recursive unit (id) as (
        select ${next(`${cell} is not null`)}
        union all
        select ${next(`${cell} > unit.id`)} from unit where unit.id is not null
      )
      select id from unit where id is not null`)
    for (const { id } of rows) found.add(String(id))
  }
  return [...found]
}

/**
 * Rows whose key an earlier row has; they are taken out.
 *
 * @param isLeft they stay as left out: it is not their key that an earlier row has
 * @returns their places in the file
 */
export async function takeRepeated(owner: Owner, store: string, key: readonly number[], isLeft: boolean): Promise<readonly bigint[]> {
  const names = key.map(columnName).join(', ')
  const rows = await owner.query(`
    ${isLeft ? `update ${store} set to_n = ${LEFT_OUT}` : `delete from ${store}`} where to_n is null and id in (
      select id from (
        select id, row_number() over (partition by ${names} order by id) as nth from ${store} where to_n is null and (${names}) is not null
      ) r where nth > 1
    )
    returning id`)
  return rows.map((row) => row['id'] as bigint)
}
